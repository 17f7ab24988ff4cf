// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/minute_bars.h"

#include <vector>

namespace spreadline::practice {

/// Bars of one symbol over any span of whole minutes, added up from minutes; finished hours and days are kept (about
/// 400 kB a symbol when all days since 2022 have been asked for). One thread.
class BarHistory {
public:
    explicit BarHistory(MinuteBars& minutes);

    /// Minutes [from, to); what lies before the first day of history is left out.
    RawBar span(std::int64_t from, std::int64_t to);
    static std::int64_t firstMinute() noexcept { return onboardMillis / minuteMillis; }

private:
    struct Hour {
        std::int64_t index = -1;
        RawBar bar;
    };
    const RawBar& hour(std::int64_t index);
    const RawBar& day(std::int64_t index);

    MinuteBars& m_minutes;
    std::vector<RawBar> m_days; ///< from the first day on; empty bars are not known yet
    std::vector<Hour> m_hours;
};

} // namespace spreadline::practice
