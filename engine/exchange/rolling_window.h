// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <deque>

namespace spreadline {

/// "At most `limit` in any `span`": control messages (5 in 1 s), connects (300 in 5 min), request weight (2,400 in 1 min). A true
/// rolling window, not a bucket that starts anew on the minute: no stretch of `span`, wherever it begins, holds more than the
/// limit. Times are the monotonic clock's, so a step of the wall clock changes nothing. One thread; memory is bounded by `limit`.
class RollingWindow {
public:
    RollingWindow(int limit, Duration span) : m_limit(limit), m_span(span) {}

    /// How long to wait until `amount` more may be taken while `keep` of the limit stays free for others; zero: now. Never
    /// (Duration::max()) when amount and keep exceed the limit.
    Duration wait(Duration now, int amount = 1, int keep = 0);
    void take(Duration now, int amount = 1);
    /// wait() is zero: takes. Otherwise takes nothing.
    bool tryTake(Duration now, int amount = 1, int keep = 0);

    int used(Duration now);
    int limit() const noexcept { return m_limit; }

private:
    struct Entry {
        Duration time{};
        int amount = 0;
    };
    void forgetOld(Duration now);

    int m_limit;
    Duration m_span;
    std::deque<Entry> m_entries;
    int m_used = 0;
};

} // namespace spreadline
