// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/depth_sync.h"

#include <utility>

namespace spreadline {
namespace {

std::size_t levelsOf(const BookDelta& delta)
{
    return delta.bids.size() + delta.asks.size();
}

std::string text(std::int64_t id)
{
    return std::to_string(id);
}

} // namespace

DepthSync::Step DepthSync::start()
{
    forget();
    m_awaited = true;
    Step step;
    step.fetchSnapshot = true;
    return step;
}

DepthSync::Step DepthSync::restart(Error reason)
{
    forget();
    ++m_resyncs;
    Step step;
    step.fetchSnapshot = !std::exchange(m_awaited, true);
    step.resync = std::move(reason);
    return step;
}

DepthSync::Step DepthSync::onDelta(BookDelta delta, std::vector<MarketEvent>& out)
{
    return m_synced ? continueBook(std::move(delta), out) : buffer(std::move(delta), out);
}

DepthSync::Step DepthSync::onSnapshot(BookSnapshot snapshot, std::vector<MarketEvent>& out)
{
    m_awaited = false;
    if (m_synced)
        return {}; // nobody asked: the book is whole
    m_snapshot = std::move(snapshot);
    m_ahead = 0;
    return join(out);
}

DepthSync::Step DepthSync::continueBook(BookDelta delta, std::vector<MarketEvent>& out)
{
    const Ids ids = idsOf(delta);
    if (ids == m_last)
        return {};
    if (ids.previous == m_last.last && ids.last >= ids.first && ids.last > m_last.last) {
        m_last = ids;
        out.emplace_back(std::move(delta));
        return {};
    }
    const char* what = ids.last <= m_last.last ? "sequence went back to " : "gap: event follows ";
    Step step = restart(errorAt(
        Errc::SequenceGap, what + text(ids.last <= m_last.last ? ids.last : ids.previous) + ", book is at " + text(m_last.last)));
    keep(std::move(delta)); // it may well be the first of the new run
    return step;
}

DepthSync::Step DepthSync::buffer(BookDelta delta, std::vector<MarketEvent>& out)
{
    if (!m_buffer.empty()) {
        const BookDelta& newest = m_buffer.back();
        if (idsOf(newest) == idsOf(delta))
            return {};
        if (delta.previousLast != newest.lastId || delta.lastId <= newest.lastId) {
            // A broken run: what came before cannot be continued. A sequence that went back makes any snapshot suspect, too.
            if (delta.lastId <= newest.lastId)
                m_snapshot.reset();
            m_buffer.clear();
            m_levels = 0;
        }
    }
    keep(std::move(delta));
    if (m_snapshot)
        return join(out);
    Step step;
    step.fetchSnapshot = !std::exchange(m_awaited, true);
    return step;
}

void DepthSync::keep(BookDelta delta)
{
    m_levels += levelsOf(delta);
    m_buffer.push_back(std::move(delta));
    while (m_buffer.size() > m_limits.deltas || (m_levels > m_limits.levels && m_buffer.size() > 1)) {
        m_levels -= levelsOf(m_buffer.front());
        m_buffer.pop_front();
    }
}

DepthSync::Step DepthSync::join(std::vector<MarketEvent>& out)
{
    const std::int64_t at = m_snapshot->updateId;
    while (!m_buffer.empty() && m_buffer.front().lastId < at) {
        m_levels -= levelsOf(m_buffer.front());
        m_last = idsOf(m_buffer.front());
        m_buffer.pop_front();
        if (++m_ahead > m_limits.patience)
            return refetch(Errc::StaleSnapshot, "snapshot " + text(at) + " stays ahead of the stream at " + text(m_last.last));
    }
    if (m_buffer.empty())
        return {};
    const BookDelta& first = m_buffer.front();
    const bool reachesOver = first.firstId <= at && first.lastId >= at;
    if (!reachesOver && first.previousLast != at)
        return refetch(Errc::StaleSnapshot, "snapshot " + text(at) + " is older than the first event " + text(first.firstId));
    Step step;
    step.synced = m_synced = true;
    out.emplace_back(std::move(*m_snapshot));
    m_snapshot.reset();
    m_last = idsOf(m_buffer.front()); // as the venue sent it, so that its repeat is known
    m_buffer.front().previousLast = at;
    for (BookDelta& delta : m_buffer) {
        if (&delta != &m_buffer.front())
            m_last = idsOf(delta);
        if (delta.lastId > at) // the one that ends at the snapshot is in it already
            out.emplace_back(std::move(delta));
    }
    m_buffer.clear();
    m_levels = 0;
    return step;
}

DepthSync::Step DepthSync::refetch(Errc code, std::string detail)
{
    m_snapshot.reset();
    m_ahead = 0;
    ++m_resyncs;
    Step step;
    step.fetchSnapshot = !std::exchange(m_awaited, true);
    step.resync = errorAt(code, std::move(detail));
    return step;
}

Error DepthSync::errorAt(Errc code, std::string detail) const
{
    return {code, "depth of instrument " + std::to_string(index(m_instrument)), std::move(detail)};
}

void DepthSync::forget()
{
    m_synced = false;
    m_last = {};
    m_buffer.clear();
    m_levels = 0;
    m_snapshot.reset();
    m_ahead = 0;
}

} // namespace spreadline
