// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/trade_tape.h"

#include <algorithm>

namespace spreadline {

TradeTape::TradeTape(std::size_t capacity) : m_trades(capacity) {}

bool TradeTape::isOfAnotherCount(const Trade& trade) const
{
    if (m_trades.empty())
        return false;
    return trade.id <= lastId() ? trade.time > m_trades.back().time : trade.id - lastId() > anotherCount;
}

void TradeTape::clear()
{
    m_trades.clear();
    m_wholeFrom = 0;
    ++m_generation;
}

bool TradeTape::push(const Trade& trade)
{
    if (isOfAnotherCount(trade))
        clear();
    if (!m_trades.empty() && trade.id <= lastId())
        return false;
    if (!m_trades.empty() && trade.id > lastId() + 1)
        m_missed += trade.id - lastId() - 1;
    if (m_trades.empty() || trade.id > lastId() + 1)
        m_wholeFrom = trade.id;
    m_trades.push(trade);
    ++m_pushed;
    return true;
}

bool TradeTape::merge(std::span<const Trade> trades)
{
    const std::vector<Trade> before = copy();
    std::vector<Trade> all = before;
    all.insert(all.end(), trades.begin(), trades.end());
    std::ranges::stable_sort(all, {}, &Trade::id);
    const auto repeated = std::ranges::unique(all, {}, &Trade::id);
    all.erase(repeated.begin(), repeated.end());
    auto first = all.end();
    while (first != all.begin() && (first == all.end() || std::prev(first)->id + 1 == first->id))
        --first;
    const auto room = static_cast<std::ptrdiff_t>(m_trades.capacity());
    if (all.end() - first > room)
        first = all.end() - room;
    if (std::equal(first, all.end(), before.begin(), before.end()))
        return false;
    m_trades.clear();
    for (; first != all.end(); ++first)
        m_trades.push(*first);
    m_wholeFrom = m_trades.empty() ? 0 : m_trades[0].id;
    ++m_generation;
    return true;
}

std::size_t TradeTape::clearIfAfter(Timestamp limit)
{
    if (m_trades.empty() || m_trades.back().time <= limit)
        return 0;
    const std::size_t dropped = m_trades.size();
    clear();
    return dropped;
}

std::vector<Trade> TradeTape::copy() const
{
    std::vector<Trade> trades;
    trades.reserve(m_trades.size());
    for (std::size_t i = 0; i < m_trades.size(); ++i)
        trades.push_back(m_trades[i]);
    return trades;
}

} // namespace spreadline
