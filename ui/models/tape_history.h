// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <deque>
#include <optional>

namespace spreadline {

/// What a tape shows of one instrument: the newest trades first, bounded, filtered by size, with what counts as large by the recent
/// average. Plain values, ui thread only.
class TapeHistory {
public:
    static constexpr std::size_t capacity = 2'000;

    struct Row {
        Trade trade;
        Money value;        ///< price x quantity
        bool large = false; ///< stands out of the trades before it
    };

    /// Forgets everything and shows `instrument`.
    void start(InstrumentId instrument);
    /// Adds what is new; updates of other instruments are ignored. Returns how many rows appeared at the front.
    int add(const TapeUpdate& update);
    /// Rows below `least` are kept but not shown; nothing shows all.
    void setMinimum(std::optional<Money> least);
    void forgetSkipped() { m_skipped = 0; }

    std::size_t size() const noexcept { return m_shown.size(); }
    const Row& at(std::size_t row) const { return m_shown[row]; }
    std::int64_t skipped() const noexcept { return m_skipped; } ///< trades the core left out since start
    const Trust& trust() const noexcept { return m_trust; }
    std::optional<InstrumentId> instrument() const noexcept { return m_instrument; }

private:
    Row judged(const Trade& trade);
    bool passes(const Row& row) const { return !m_minimum || row.value >= *m_minimum; }

    std::optional<InstrumentId> m_instrument;
    std::optional<Money> m_minimum;
    std::deque<Row> m_all, m_shown; ///< newest first
    double m_average = 0;           ///< of the value, exponentially forgotten; statistics, hence double
    std::int64_t m_seen = 0;
    std::int64_t m_skipped = 0;
    Trust m_trust;
};

} // namespace spreadline
