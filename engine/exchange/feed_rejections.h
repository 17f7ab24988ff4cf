// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_output.h"

namespace spreadline {

/// What the venue said and nobody may believe: counted, and shown one by one as far as a person could read it. Io thread only.
class FeedRejections {
public:
    FeedRejections(FeedOutput& output, const Clock& clock, std::int64_t& counter)
        : m_output(output), m_clock(clock), m_counter(counter)
    {}

    void add(const Error& error, Timestamp received)
    {
        ++m_counter;
        const Duration now = m_clock.monotonic();
        if (now - m_window > std::chrono::seconds(1)) {
            m_window = now;
            m_shown = 0;
        }
        if (++m_shown <= shownPerSecond)
            m_output.put(FrameRejected{error}, received);
    }

private:
    static constexpr int shownPerSecond = 20;

    FeedOutput& m_output;
    const Clock& m_clock;
    std::int64_t& m_counter;
    Duration m_window{};
    int m_shown = 0; ///< in that window
};

} // namespace spreadline
