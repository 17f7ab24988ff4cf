// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_tap.h"

#include <memory>
#include <mutex>
#include <vector>

namespace spreadline::faults {

/// Remembers every event of one kind that the feed put out, as it was. Its eyes stand where a mutant would (RigOptions::mutant) and
/// change nothing. Copies share what they saw. Questions from any thread.
template<typename Event>
class Witness {
public:
    MarketTap::Mutant eyes() const
    {
        return [memory = m_memory](MarketEvent& event) {
            if (const auto* mine = std::get_if<Event>(&event)) {
                const std::lock_guard lock(memory->mutex);
                memory->seen.push_back(*mine);
            }
            return true;
        };
    }
    std::vector<Event> seen() const
    {
        const std::lock_guard lock(m_memory->mutex);
        return m_memory->seen;
    }

private:
    struct Memory {
        std::mutex mutex;
        std::vector<Event> seen;
    };
    std::shared_ptr<Memory> m_memory = std::make_shared<Memory>();
};

/// A sink that keeps the events of one kind and drops the rest. Delivered to on any thread.
template<typename Event>
class Drawer final : public MarketSink {
public:
    std::size_t deliver(std::vector<StampedEvent>& batch) override
    {
        const std::lock_guard lock(m_mutex);
        for (StampedEvent& stamped : batch) {
            if (auto* mine = std::get_if<Event>(&stamped.event))
                m_events.push_back(std::move(*mine));
        }
        return batch.size();
    }
    std::size_t count() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events.size();
    }
    Event first() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events.front();
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Event> m_events;
};

} // namespace spreadline::faults
