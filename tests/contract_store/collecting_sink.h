// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/feed.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <mutex>
#include <optional>

namespace spreadline::test {

/// Keeps what a store delivers. `room` events are taken at most, until more room is given.
class CollectingSink final : public MarketSink {
public:
    std::size_t deliver(std::vector<StampedEvent>& batch) override
    {
        const std::lock_guard lock(m_mutex);
        const std::size_t taken = std::min(batch.size(), m_room);
        m_room -= taken;
        for (std::size_t i = 0; i < taken; ++i)
            m_events.push_back(std::move(batch[i]));
        return taken;
    }
    void setRoom(std::size_t room)
    {
        const std::lock_guard lock(m_mutex);
        m_room = room;
    }
    std::size_t count() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events.size();
    }
    /// Waits for the next event of the type (events of other types before it are skipped) and takes it.
    template<typename Event>
    std::optional<Event> next()
    {
        std::optional<Event> found;
        (void)QTest::qWaitFor([&] { return (found = take<Event>()).has_value(); }, 10'000);
        return found;
    }
    std::vector<StampedEvent> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_events, {});
    }

private:
    template<typename Event>
    std::optional<Event> take()
    {
        const std::lock_guard lock(m_mutex);
        while (!m_events.empty()) {
            StampedEvent first = std::move(m_events.front());
            m_events.erase(m_events.begin());
            if (auto* event = std::get_if<Event>(&first.event))
                return std::move(*event);
        }
        return std::nullopt;
    }

    mutable std::mutex m_mutex;
    std::vector<StampedEvent> m_events;
    std::size_t m_room = SIZE_MAX;
};

} // namespace spreadline::test
