// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_output.h"

#include <algorithm>
#include <set>
#include <utility>

namespace spreadline {
namespace {

constexpr auto retryAfter = std::chrono::milliseconds(20); ///< a full lane is not full for long
constexpr auto retryJammed = std::chrono::milliseconds(250);

bool mustArrive(const MarketEvent& event)
{
    if (const auto* bar = std::get_if<KlineUpdate>(&event))
        return bar->kline.closed;
    return std::holds_alternative<Trade>(event) || std::holds_alternative<ChannelTrust>(event)
        || std::holds_alternative<InstrumentsLoaded>(event) || std::holds_alternative<KlineHistory>(event)
        || std::holds_alternative<TradeHistory>(event) || std::holds_alternative<DerivativeHistory>(event);
}

} // namespace

FeedOutput::FeedOutput(MarketSink& sink, const Clock& clock, std::size_t mostKept)
    : m_sink(sink), m_clock(clock), m_mostKept(mostKept)
{
    m_turn.setSingleShot(true);
    QObject::connect(&m_turn, &QTimer::timeout, &m_turn, [this] { flush(); });
}

void FeedOutput::put(MarketEvent event, Timestamp received)
{
    m_batch.push_back({received, std::move(event)});
    if (!m_turn.isActive())
        m_turn.start(0);
}

void FeedOutput::flush()
{
    m_turn.stop();
    if (m_batch.empty())
        return;
    const std::size_t taken = std::min(m_sink.deliver(m_batch), m_batch.size());
    if (taken == m_batch.size()) {
        m_batch.clear();
        setJammed(false);
        return;
    }
    keepWhatMatters(taken);
    setJammed((m_isJammed && !m_batch.empty()) || m_batch.size() > m_mostKept);
}

void FeedOutput::setJammed(bool jammed)
{
    if (std::exchange(m_isJammed, jammed) != jammed && m_jam)
        m_jam(jammed);
}

void FeedOutput::keepWhatMatters(std::size_t taken)
{
    std::set<InstrumentId> lost;
    std::vector<StampedEvent> kept;
    for (std::size_t i = taken; i < m_batch.size(); ++i) {
        StampedEvent& stamped = m_batch[i];
        if (mustArrive(stamped.event)) {
            kept.push_back(std::move(stamped));
            continue;
        }
        ++m_dropped;
        if (const auto* delta = std::get_if<BookDelta>(&stamped.event))
            lost.insert(delta->instrument);
        else if (const auto* snapshot = std::get_if<BookSnapshot>(&stamped.event))
            lost.insert(snapshot->instrument);
    }
    m_batch = std::move(kept);
    if (m_bookLost)
        std::ranges::for_each(lost, m_bookLost);
    if (!m_batch.empty())
        m_turn.start(m_batch.size() > m_mostKept ? retryJammed : retryAfter);
}

} // namespace spreadline
