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
    if (provenBy(trade))
        return believe(trade, out);
    if (isRepeat(trade)) {
        ++m_duplicates;
        return {};
    }
    if (!needsProof(trade))
        return accept(trade, out);
    Step step;
    step.odd = dropUnproven();
    m_unproven = trade;
    return step;
}

/// Two trades vouch for each other when they are close and the later id has no earlier time.
bool TradeSequence::provenBy(const Trade& trade) const
{
    if (!m_unproven || trade.id == m_unproven->id || (trade.id > m_last) != (m_unproven->id > m_last))
        return false;
    const bool isNext = trade.id > m_unproven->id;
    if (!isNext && !needsProof(trade))
        return false; // the count goes on without the other
    const Trade& low = isNext ? *m_unproven : trade;
    const Trade& high = isNext ? trade : *m_unproven;
    return high.id - low.id <= m_limits.close && high.time >= low.time;
}

bool TradeSequence::isRepeat(const Trade& trade) const
{
    if (m_held.contains(trade.id) || (m_unproven && trade.id == m_unproven->id))
        return true;
    return trade.id <= m_last && !needsProof(trade);
}

bool TradeSequence::needsProof(const Trade& trade) const
{
    if (m_last == 0)
        return true;
    if (trade.id > m_last)
        return trade.id - newest() > m_limits.hole;
    const bool isFarBack = m_last - trade.id > m_limits.hole && trade.time >= m_lastTime;
    return isFarBack || trade.time - m_lastTime > clearlyLater;
}

TradeSequence::Step TradeSequence::accept(const Trade& trade, std::vector<Trade>& out)
{
    m_held.emplace(trade.id, trade);
    return drainAndAsk(out);
}

TradeSequence::Step TradeSequence::believe(const Trade& second, std::vector<Trade>& out)
{
    const Trade first = *std::exchange(m_unproven, std::nullopt);
    const std::int64_t low = std::min(first.id, second.id);
    Step step;
    if (m_last == 0) {
        begin(low);
    } else if (low <= m_last || low - newest() > m_limits.anotherCount) {
        step = giveUp(out);
        step.odd += dropUnproven();
        begin(low);
        step.restarted = true;
    } else if (m_fruitless >= m_limits.fruitless) { // the hole before them has been asked for in vain
        step.lost = low - m_last - 1;
        m_last = low - 1;
    }
    m_held.emplace(first.id, first);
    m_held.emplace(second.id, second);
    const Step next = drainAndAsk(out);
    step.backfill = next.backfill;
    step.lost += next.lost;
    step.odd += next.odd;
    return step;
}

void TradeSequence::begin(std::int64_t first)
{
    m_first = first;
    m_last = first - 1;
    m_lastTime = {};
    m_held.clear();
    m_asked = false;
    m_fruitless = 0;
}

TradeSequence::Step TradeSequence::startAfter(const Trade& last, std::vector<Trade>& out)
{
    if (m_last > 0)
        return {};
    begin(last.id + 1);
    m_lastTime = last.time;
    const auto waiting = std::exchange(m_unproven, std::nullopt);
    return waiting ? onTrade(*waiting, out) : Step{};
}

TradeSequence::Step TradeSequence::onBackfill(std::span<const Trade> trades, std::vector<Trade>& out)
{
    m_asked = false;
    if (m_held.empty())
        return {}; // late frames were faster
    const std::int64_t before = m_last;
    const std::int64_t end = newest(); // what lies beyond, the stream will tell
    for (const Trade& trade : trades) {
        if (trade.id > m_last && trade.id < end)
            m_held.emplace(trade.id, trade);
    }
    ++m_fruitless;
    Step step = drainAndAsk(out);
    if (m_last == before && m_fruitless >= m_limits.fruitless && !m_held.empty())
        step = giveUp(out);
    return step;
}

/// A trade alone behind a hole that nobody can fill is no better than one far ahead: it needs a second one.
TradeSequence::Step TradeSequence::giveUp(std::vector<Trade>& out)
{
    Step step;
    m_asked = false;
    if (m_held.size() == 1) {
        step.odd = dropUnproven();
        m_unproven = m_held.begin()->second;
        m_held.clear();
        return step;
    }
    for (const auto& [id, trade] : m_held) {
        step.lost += id - m_last - 1;
        letThrough(trade, out);
    }
    m_held.clear();
    m_fruitless = 0;
    return step;
}

void TradeSequence::letThrough(const Trade& trade, std::vector<Trade>& out)
{
    m_last = trade.id;
    m_lastTime = trade.time;
    out.push_back(trade);
}

TradeSequence::Step TradeSequence::drainAndAsk(std::vector<Trade>& out)
{
    Step step;
    const std::int64_t before = m_last;
    while (!m_held.empty() && m_held.begin()->first == m_last + 1) {
        letThrough(m_held.begin()->second, out);
        m_held.erase(m_held.begin());
    }
    if (m_last != before) {
        m_fruitless = 0;
        step.odd = dropContradicted();
        if (m_unproven && m_unproven->time < m_lastTime) // older ones, from REST, say nothing about it
            step.odd += dropUnproven();
    }
    if (m_held.size() > m_limits.held) {
        const Step given = giveUp(out);
        step.lost = given.lost;
        step.odd += given.odd;
    }
    ask(step);
    return step;
}

/// Ids rise with time: a held trade with a higher id and a clearly earlier time than the count has reached is wrong.
std::int64_t TradeSequence::dropContradicted()
{
    return static_cast<std::int64_t>(
        std::erase_if(m_held, [this](const auto& entry) { return m_lastTime - entry.second.time > clearlyLater; }));
}

std::int64_t TradeSequence::dropUnproven()
{
    return std::exchange(m_unproven, std::nullopt) ? 1 : 0;
}

void TradeSequence::ask(Step& step)
{
    if (m_held.empty() || m_asked)
        return;
    const std::int64_t last = m_held.begin()->first - 1;
    if (last - m_last > m_limits.hole) { // proven by two: a single trade never comes here
        const std::int64_t surplus = last - m_last - m_limits.hole;
        step.lost += surplus;
        m_last += surplus;
    }
    m_asked = true;
    step.backfill = Range{m_last + 1, last};
}

} // namespace spreadline
