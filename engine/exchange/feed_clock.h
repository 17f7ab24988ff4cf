// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_context.h"

#include <functional>

namespace spreadline {

/// Keeps the distance to the venue's clock measured, and notices when this machine slept or its clock was set: then the wall clock
/// and the monotonic one part. Io thread only.
class FeedClock {
public:
    static constexpr auto tickEvery = std::chrono::milliseconds(250);

    /// `slept` is called when time is missing: nothing the sockets said before can be trusted.
    FeedClock(FeedContext& context, Duration refreshEvery, std::function<void()> slept);

    void begin();
    /// Once every tickEvery.
    void tick();
    /// The venue refused a timestamp, or the clock was set.
    void measureAnew();
    /// Something speaks against the estimate, which stands until it is known better. At most every few seconds.
    void doubt();

private:
    void sample(int left);

    FeedContext& m_context;
    Duration m_refreshEvery;
    std::function<void()> m_slept;
    Duration m_lastTick{};
    Timestamp m_lastWall;
    Duration m_nextRefresh{}, m_nextDoubt{};
    bool m_begun = false, m_measuring = false;
};

} // namespace spreadline
