// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/kline_aggregator.h"

#include <algorithm>
#include <ranges>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t day = Duration(24h).count();
constexpr std::int64_t week = 7 * day;

std::int64_t approximateLength(Interval interval)
{
    return interval.kind == Interval::Kind::Months ? interval.amount * 28 * day : interval.amount;
}

} // namespace

KlineAggregator::KlineAggregator(BookScale scale, std::vector<Interval> intervals, Handler handler, Duration grace)
    : m_scale(scale), m_handler(std::move(handler)), m_grace(grace)
{
    std::ranges::sort(intervals, {}, approximateLength);
    const auto repeated = std::ranges::unique(intervals);
    intervals.erase(repeated.begin(), repeated.end());
    m_nodes.reserve(intervals.size());
    for (const Interval interval : intervals)
        m_nodes.emplace_back(interval);
    link();
}

/// Whether every bar of `fine` lies within one bar of `coarse`. Weeks start on a Monday, four days after the epoch.
bool KlineAggregator::nests(Interval fine, Interval coarse)
{
    if (fine.kind == Interval::Kind::Months)
        return coarse.kind == Interval::Kind::Months && coarse.amount % fine.amount == 0;
    if (coarse.kind == Interval::Kind::Months || coarse.amount == week)
        return day % fine.amount == 0;
    return fine.amount != week && coarse.amount % fine.amount == 0;
}

/// Every interval takes its bars from the coarsest finer one that nests in it.
void KlineAggregator::link()
{
    for (std::size_t i = 1; i < m_nodes.size(); ++i) {
        for (std::size_t finer = i; finer-- > 0;) {
            if (!nests(m_nodes[finer].interval, m_nodes[i].interval))
                continue;
            m_nodes[i].isLeaf = false;
            m_nodes[i].source = finer;
            m_nodes[finer].coarser.push_back(i);
            break;
        }
    }
    std::size_t next = 0;
    for (Node& node : std::views::reverse(m_nodes)) {
        if (!node.isLeaf)
            continue;
        node.nextLeaf = next;
        next = static_cast<std::size_t>(&node - m_nodes.data());
    }
}

Status KlineAggregator::add(const Trade& trade)
{
    RawTrade raw;
    if (!toRaw(trade, m_scale, raw)) [[unlikely]]
        return refusal(trade);
    if (!m_seen.accept(trade.id))
        return {};
    if (m_nodes.empty())
        return {};
    std::size_t next = 0;
    do {
        Node& leaf = m_nodes[next];
        next = leaf.nextLeaf;
        if (!leaf.started) [[unlikely]]
            start(leaf, trade.time);
        if (trade.time >= leaf.bar.next) [[unlikely]]
            rollTo(leaf, trade.time);
        const bool fits = trade.time < leaf.bar.open ? addLate(leaf, raw) : leaf.bar.add(raw);
        if (!fits) [[unlikely]]
            return Error{Errc::Overflow, "kline", toString(leaf.interval)};
    } while (next != 0);
    return {};
}

void KlineAggregator::advance(Timestamp now)
{
    for (Node& node : m_nodes) {
        if (node.isLeaf && node.started && node.bar.next + m_grace <= now)
            rollTo(node, now - m_grace);
    }
}

/// The first trade opens the bars that hold it, at every interval that hangs on this one.
void KlineAggregator::start(Node& node, Timestamp time)
{
    node.started = true;
    open(node, openTime(node.interval, time));
    for (const std::size_t i : node.coarser)
        start(m_nodes[i], time);
}

void KlineAggregator::open(Node& node, Timestamp time)
{
    const std::int64_t lastPrice = node.bar.last;
    node.bar = Bar{};
    node.bar.open = time;
    node.bar.next = nextOpenTime(node.interval, time);
    node.bar.flatten(lastPrice);
}

/// Closes bars until the one under way holds `time`.
void KlineAggregator::rollTo(Node& leaf, Timestamp time)
{
    close(leaf);
    open(leaf, leaf.bar.next);
    if ((time - leaf.bar.next).count() / approximateLength(leaf.interval) > static_cast<std::int64_t>(maxFlatBars)) {
        open(leaf, openTime(leaf.interval, time));
        skipTo(leaf, time);
    }
    while (time >= leaf.bar.next) {
        close(leaf);
        open(leaf, leaf.bar.next);
    }
}

/// Over a hole: what ended inside it, ends.
void KlineAggregator::skipTo(Node& node, Timestamp time)
{
    for (const std::size_t i : node.coarser) {
        Node& above = m_nodes[i];
        if (time >= above.bar.next) {
            close(above);
            open(above, openTime(above.interval, time));
        }
        skipTo(above, time);
    }
}

void KlineAggregator::close(Node& node)
{
    m_handler(node.interval, node.bar.toKline(m_scale, true), BarEvent::Closed);
    node.closed.push_back(node.bar);
    if (node.closed.size() > revisableBars)
        node.closed.pop_front();
    for (const std::size_t i : node.coarser)
        take(m_nodes[i], node.bar);
}

void KlineAggregator::take(Node& node, const Bar& part)
{
    node.bar.absorb(part);
    if (part.next >= node.bar.next) {
        close(node);
        open(node, node.bar.next);
    }
}

/// A trade older than the bar under way: changes a closed bar, and the bars above that have taken that one in.
bool KlineAggregator::addLate(Node& node, const RawTrade& trade)
{
    if (!revise(node, trade))
        ++m_tooLate;
    bool fits = true;
    for (const std::size_t i : node.coarser) {
        Node& above = m_nodes[i];
        fits = (trade.time < above.bar.open ? addLate(above, trade) : above.bar.add(trade)) && fits;
    }
    return fits;
}

bool KlineAggregator::revise(Node& node, const RawTrade& trade)
{
    for (std::size_t i = node.closed.size(); i-- > 0;) {
        const Bar& bar = node.closed[i];
        if (trade.time < bar.open || trade.time >= bar.next)
            continue;
        Bar revised = bar;
        if (!revised.add(trade))
            return false;
        node.closed[i] = revised;
        m_handler(node.interval, revised.toKline(m_scale, true), BarEvent::Revised);
        refill(node, i);
        return true;
    }
    return false;
}

/// Flat bars behind a revised one stand at its last price.
void KlineAggregator::refill(Node& node, std::size_t after)
{
    std::int64_t price = node.closed[after].last;
    for (std::size_t i = after + 1; i < node.closed.size(); ++i) {
        Bar& bar = node.closed[i];
        if (!bar.isFlat() || bar.last == price)
            return;
        bar.flatten(price);
        m_handler(node.interval, bar.toKline(m_scale, true), BarEvent::Revised);
    }
    if (node.bar.isFlat())
        node.bar.flatten(price);
}

Bar KlineAggregator::current(const Node& node) const
{
    if (node.isLeaf)
        return node.bar;
    Bar bar = node.bar;
    const Bar part = current(m_nodes[node.source]);
    if (part.open >= bar.open && part.open < bar.next)
        bar.absorb(part);
    return bar;
}

std::optional<Kline> KlineAggregator::forming(Interval interval) const
{
    const auto node = std::ranges::find(m_nodes, interval, &Node::interval);
    if (node == m_nodes.end() || !node->started)
        return std::nullopt;
    return current(*node).toKline(m_scale, false);
}

} // namespace spreadline
