// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <utility>
#include <vector>

namespace spreadline {

/// The lanes of an Inbox, in the order in which they are drained.
enum class Lane : unsigned char { Orders, Control, Market };

/// Many threads post, one thread takes. Three bounded lanes: Orders is drained before Control, Control before Market, and
/// Market at most `marketTurn` messages a turn before the lanes above are looked at again.
///
/// A full lane answers `false` to the poster, who has a stated answer for it (design: orders are kept all the same, so posting
/// to Orders never fails; Control is refused to its sender; Market makes the instrument stale). The taker sleeps on one
/// condition variable; a poster wakes it only when it sleeps, so a burst costs one wake-up.
template<typename Message>
class Inbox {
public:
    struct Bounds {
        std::size_t orders = 65'536; ///< above this `overfull()` turns true; nothing is refused
        std::size_t control = 1'024;
        std::size_t market = 65'536;
        std::size_t marketTurn = 256;
    };

    explicit Inbox(Bounds bounds = {}) : m_bounds(bounds) {}

    /// Any thread. False when the lane is full or the inbox is closed: the message was not taken.
    bool post(Lane lane, Message message)
    {
        bool wake = false;
        {
            const std::lock_guard lock(m_mutex);
            auto& queue = m_lanes[index(lane)];
            if (m_closed || (lane != Lane::Orders && queue.size() >= capacity(lane)))
                return false;
            queue.push_back(std::move(message));
            wake = std::exchange(m_asleep, false);
        }
        if (wake)
            m_wakeUp.notify_one();
        return true;
    }

    /// Any thread. Posts a whole batch to the market lane under one lock; returns how many of it were taken (from the front).
    std::size_t postMarket(std::vector<Message>& batch)
    {
        std::size_t taken = 0;
        bool wake = false;
        {
            const std::lock_guard lock(m_mutex);
            auto& queue = m_lanes[index(Lane::Market)];
            while (!m_closed && taken < batch.size() && queue.size() < m_bounds.market)
                queue.push_back(std::move(batch[taken++]));
            wake = taken > 0 && std::exchange(m_asleep, false);
        }
        if (wake)
            m_wakeUp.notify_one();
        return taken;
    }

    /// The taker's thread. Waits until something is there, the time is up or the inbox is closed, then hands every waiting
    /// message to `handle` in lane order. Returns the number handled.
    template<typename Handler>
    std::size_t drain(std::chrono::milliseconds patience, Handler&& handle)
    {
        waitForWork(patience);
        std::size_t handled = 0;
        while (true) {
            handled += drainLane(Lane::Orders, handle);
            handled += drainLane(Lane::Control, handle);
            if (m_marketNext == m_market.size() && !refillMarket())
                return handled;
            const std::size_t end = std::min(m_market.size(), m_marketNext + m_bounds.marketTurn);
            for (; m_marketNext < end; ++m_marketNext, ++handled)
                handle(m_market[m_marketNext]);
        }
    }

    /// Any thread. Posts are refused from now on and the taker wakes up; what was taken before is still drained.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_wakeUp.notify_all();
    }
    bool isClosed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_closed;
    }
    /// The orders lane is over its bound: refuse new orders and raise an alarm.
    bool overfull() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lanes[0].size() > m_bounds.orders;
    }
    std::size_t waiting(Lane lane) const
    {
        const std::lock_guard lock(m_mutex);
        return m_lanes[index(lane)].size();
    }

private:
    static constexpr std::size_t index(Lane lane) { return static_cast<std::size_t>(lane); }
    std::size_t capacity(Lane lane) const { return lane == Lane::Control ? m_bounds.control : m_bounds.market; }

    void waitForWork(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        if (m_marketNext < m_market.size() || hasWork())
            return;
        m_asleep = true;
        m_wakeUp.wait_for(lock, patience, [this] { return hasWork() || m_closed; });
        m_asleep = false;
    }
    bool hasWork() const { return !m_lanes[0].empty() || !m_lanes[1].empty() || !m_lanes[2].empty(); }

    template<typename Handler>
    std::size_t drainLane(Lane lane, Handler& handle)
    {
        std::vector<Message>& turn = m_turn;
        {
            const std::lock_guard lock(m_mutex);
            if (m_lanes[index(lane)].empty())
                return 0;
            turn.swap(m_lanes[index(lane)]);
        }
        for (Message& message : turn)
            handle(message);
        const std::size_t handled = turn.size();
        turn.clear();
        return handled;
    }
    bool refillMarket()
    {
        m_market.clear();
        m_marketNext = 0;
        const std::lock_guard lock(m_mutex);
        m_market.swap(m_lanes[index(Lane::Market)]);
        return !m_market.empty();
    }

    const Bounds m_bounds;
    mutable std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    std::array<std::vector<Message>, 3> m_lanes;
    bool m_asleep = false;
    bool m_closed = false;
    // The taker's own, without the lock.
    std::vector<Message> m_turn;
    std::vector<Message> m_market;
    std::size_t m_marketNext = 0;
};

} // namespace spreadline
