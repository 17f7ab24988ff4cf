// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/bar.h"
#include "market/kline_aggregator.h"

#include <optional>

namespace spreadline {

/// Builds tick bars (a number of trades) or volume bars (an amount of base) of one instrument. One thread.
///
/// Tick bars are counted by trade id, so that they are the same after a restart: a bar of 100 holds the ids 300 to 399. A volume
/// bar ends with the trade that fills it; trades are not split. A bar is its open time, which is that of its first trade, moved
/// on by a nanosecond where two bars would share one.
class CountBars {
public:
    using Handler = std::function<void(Interval, const Kline&, BarEvent)>;

    /// Precondition: `interval` is of kind Ticks or Volume.
    CountBars(BookScale scale, Interval interval, Handler handler);

    /// Trades in rising id; an older one is nothing. Errors: Overflow, BadNumber.
    Status add(const Trade& trade);
    std::optional<Kline> forming() const;
    Interval interval() const noexcept { return m_interval; }

private:
    bool isOver(std::int64_t nextId) const;
    bool isFull() const;
    void open(const RawTrade& trade);
    void close();

    BookScale m_scale;
    Interval m_interval;
    Handler m_handler;
    std::int64_t m_unitsWanted = 0; ///< of volume bars, in mantissas of the quantity scale
    Bar m_bar;
    bool m_open = false;
    std::int64_t m_lastId = -1;
};

} // namespace spreadline
