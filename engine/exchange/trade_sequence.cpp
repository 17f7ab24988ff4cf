// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/trade_sequence.h"

#include <algorithm>
#include <utility>

namespace spreadline {
namespace {

constexpr Duration clearlyLater = std::chrono::seconds(1);

} // namespace

TradeSequence::Step TradeSequence::onTrade(const Trade& trade, std::vector<Trade>& out)
{
    Step step;
    if (m_started && trade.id <= m_last && trade.time - m_lastTime > clearlyLater) {
        step = giveUp(out);
        reset();
    }
    if (!std::exchange(m_started, true)) {
        m_last = trade.id - 1;
        m_lastTime = trade.time;
    }
    if (trade.id <= m_last || !m_held.emplace(trade.id, trade).second) {
        ++m_duplicates;
        return step;
    }
    drain(out);
    if (m_held.size() > m_limits.held)
        return giveUp(out);
    Step next = ask();
    next.lost += step.lost;
    return next;
}

TradeSequence::Step TradeSequence::onBackfill(std::span<const Trade> trades, std::vector<Trade>& out)
{
    m_asked = false;
    if (m_held.empty())
        return {}; // late frames were faster
    const std::int64_t before = m_last;
    const std::int64_t newest = m_held.rbegin()->first; // what lies beyond, the stream will tell
    for (const Trade& trade : trades) {
        if (trade.id > m_last && trade.id < newest)
            m_held.emplace(trade.id, trade);
    }
    drain(out);
    m_fruitless = m_last == before ? m_fruitless + 1 : 0;
    if (!m_held.empty() && m_fruitless >= m_limits.fruitless)
        return giveUp(out);
    return ask();
}

TradeSequence::Step TradeSequence::giveUp(std::vector<Trade>& out)
{
    Step step;
    for (const auto& [id, trade] : m_held) {
        step.lost += id - m_last - 1;
        letThrough(trade, out);
    }
    m_held.clear();
    m_asked = false;
    m_fruitless = 0;
    return step;
}

void TradeSequence::reset()
{
    m_held.clear();
    m_started = m_asked = false;
    m_fruitless = 0;
    m_last = 0;
    m_lastTime = {};
}

void TradeSequence::letThrough(const Trade& trade, std::vector<Trade>& out)
{
    m_last = trade.id;
    m_lastTime = std::max(m_lastTime, trade.time);
    out.push_back(trade);
}

void TradeSequence::drain(std::vector<Trade>& out)
{
    while (!m_held.empty() && m_held.begin()->first == m_last + 1) {
        letThrough(m_held.begin()->second, out);
        m_held.erase(m_held.begin());
    }
}

TradeSequence::Step TradeSequence::ask()
{
    Step step;
    if (m_held.empty()) {
        m_fruitless = 0;
        return step;
    }
    if (m_asked)
        return step;
    const std::int64_t last = m_held.begin()->first - 1;
    if (last - m_last > m_limits.hole) {
        step.lost = last - m_last - m_limits.hole;
        m_last += step.lost;
    }
    m_asked = true;
    step.backfill = Range{m_last + 1, last};
    return step;
}

} // namespace spreadline
