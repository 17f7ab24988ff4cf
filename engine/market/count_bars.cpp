// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/count_bars.h"

#include <algorithm>

namespace spreadline {
namespace {

constexpr int amountScale = 6; // Interval keeps volumes in millionths of the base asset

std::int64_t unitsOf(Interval interval, BookScale scale)
{
    if (interval.kind != Interval::Kind::Volume)
        return 0;
    const auto wanted = Quantity::fromMantissa(interval.amount, amountScale);
    // A size finer than the lot cannot be hit exactly: whole units, at least one lot.
    const auto exact = wanted.rescaled(scale.quantity);
    const std::int64_t units =
        exact ? exact->mantissa() : interval.amount / detail::powerOfTen(std::max(0, amountScale - scale.quantity));
    return std::max<std::int64_t>(units, 1);
}

} // namespace

CountBars::CountBars(BookScale scale, Interval interval, Handler handler)
    : m_scale(scale), m_interval(interval), m_handler(std::move(handler)), m_unitsWanted(unitsOf(interval, scale))
{}

Status CountBars::add(const Trade& trade)
{
    RawTrade raw;
    if (!toRaw(trade, m_scale, raw))
        return refusal(trade);
    if (trade.id <= m_lastId)
        return {};
    if (m_open && isOver(trade.id))
        close();
    if (!m_open)
        open(raw);
    if (!m_bar.add(raw))
        return Error{Errc::Overflow, "kline", toString(m_interval)};
    m_lastId = trade.id;
    m_bar.next = std::max(m_bar.open, trade.time) + std::chrono::milliseconds(1);
    if (isFull())
        close();
    return {};
}

bool CountBars::isOver(std::int64_t nextId) const
{
    return m_interval.kind == Interval::Kind::Ticks && nextId / m_interval.amount != m_lastId / m_interval.amount;
}

bool CountBars::isFull() const
{
    if (m_interval.kind == Interval::Kind::Ticks)
        return (m_lastId + 1) % m_interval.amount == 0;
    return m_bar.volume >= m_unitsWanted;
}

void CountBars::open(const RawTrade& trade)
{
    const Timestamp afterLast = m_bar.open + Duration(1);
    m_bar = Bar{};
    m_bar.open = std::max(trade.time, afterLast);
    m_open = true;
}

void CountBars::close()
{
    m_open = false;
    m_handler(m_interval, m_bar.toKline(m_scale, true), BarEvent::Closed);
}

std::optional<Kline> CountBars::forming() const
{
    if (!m_open)
        return std::nullopt;
    return m_bar.toKline(m_scale, false);
}

} // namespace spreadline
