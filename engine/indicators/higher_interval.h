// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interval.h"
#include "indicators/study.h"

namespace spreadline::indicators {

/// A study of a higher interval, fed with lower bars, without look-ahead: the value of a higher bar shows from the lower bar on
/// that closes it, and stays until the next one closes. Where the lower bar that would close it is missing, it closes with the
/// first bar of the next one. A higher bar whose beginning lies before the first lower bar is not the venue's bar and is left
/// out.
class HigherInterval final : public Study {
public:
    enum class Shows : std::uint8_t {
        Closed,
        Forming, ///< between closes the value the higher bar so far would give; it moves until that bar closes
    };

    /// Errors: BadUsage unless both are calendar intervals and every lower bar lies within one higher bar.
    static Result<std::unique_ptr<Study>> make(std::unique_ptr<Study> study, Interval lower, Interval higher, Shows shows);

    void update(const StudyBar& bar) override;
    std::span<const double> preview(const StudyBar& bar) const override;
    void run(std::span<const StudyBar> bars, std::span<double> rows) override;
    void reset() override;
    std::unique_ptr<Study> clone() const override;
    void assign(const Study& other) override;

private:
    struct State {
        StudyBar forming; ///< the higher bar so far
        Timestamp end;    ///< open of the higher bar after it
        bool hasForming = false;
        bool isWhole = false; ///< the forming bar was seen from its beginning
        bool hasBars = false;
    };

    HigherInterval(std::unique_ptr<Study> study, Interval lower, Interval higher, Shows shows);
    void step(State& state, Study& study, const StudyBar& bar, std::span<double> values) const;
    void begin(State& state, const StudyBar& bar) const;
    static void close(State& state, Study& study, std::span<double> values);

    Interval m_lower, m_higher;
    Shows m_shows;
    std::unique_ptr<Study> m_study;
    std::unique_ptr<Study> m_scratch; ///< m_study as a preview moves it on
    State m_state;
    std::vector<double> m_current;
    mutable std::vector<double> m_previewed;
};

} // namespace spreadline::indicators
