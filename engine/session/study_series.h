// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/chart_bar.h"
#include "session/studies.h"

#include <chrono>
#include <memory>
#include <vector>

namespace spreadline {

/// One study over the bars of one chart: a column of values an output, one row a bar, NaN where there is no value (warm-up, an
/// empty slot, not computed yet). A plain object of one thread; it keeps no bars.
///
/// The last bar is taken as forming: its row is a preview and may change any number of times without disturbing those before
/// it. A new or changed last bar costs the same whatever the history. Everything else starts over, in slices of a given
/// time so that a million bars never hold up a window: call advance() until it says that it is done.
class StudySeries {
public:
    /// Errors: BadUsage when the study does not fit bars of that interval.
    static Result<std::unique_ptr<StudySeries>> make(const indicators::StudySpec& spec, Interval bars);

    const indicators::StudySpec& spec() const noexcept;
    std::size_t outputs() const noexcept;

    /// The bars are others from row `from` on; `prepended` rows came before the old first one. Nothing is computed here.
    void touched(std::size_t from, std::size_t prepended = 0);
    void restart() { touched(0); }

    /// Brings the values up to the bars, as far as `budget` allows (negative: to the end). True when they are complete. Rows that
    /// are not computed again yet are NaN. Bars that are not sound (not finite, low above high, not later than the one before) are left without a value.
    bool advance(const BarColumns& bars, std::chrono::nanoseconds budget = std::chrono::nanoseconds(-1));
    bool isComplete() const noexcept;

    /// As long as the bars of the last advance().
    std::span<const double> values(std::size_t output) const;
    /// The first row that changed since the last time this was asked; the size when none did. For pyramids over the values.
    std::size_t takeChanged() noexcept;

    /// Why there is nothing to show though the bars are there: a study that reads what the bars do not carry (taker volume, open
    /// interest, funding, a second symbol). 0, or the inputs that are missing.
    unsigned missingInputs(const BarColumns& bars) const;

    ~StudySeries();

private:
    struct State;
    explicit StudySeries(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace spreadline
