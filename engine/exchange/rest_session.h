// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/backoff.h"
#include "exchange/dialect.h"
#include "exchange/rate_limiter.h"
#include "exchange/rest_transport.h"
#include "ports/clock.h"

#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace spreadline {

/// The REST side of one venue: sends reading calls in order of priority, within the request budget, again with back-off when the
/// network or the venue failed, and to the next host when one stays unreachable.
///
/// Every call is answered exactly once, never from within get(). During a hold-off (429, 418, 403) nothing is sent at all; calls
/// wait for a short one and are refused at once during a long one, since their askers have better uses for the news.
///
/// Errors: those of RestTransport, what Dialect::readRefusal says (RateLimited, Banned, GeoBlocked, VenueUnavailable,
/// VenueRefused, …), Busy when too many calls wait, Cancelled. One thread, with an event loop.
class RestSession {
public:
    /// Backfill is what a screen is complete with but nobody waits for: it leaves more than half of the budget to the others.
    enum class Priority : std::uint8_t { Control, Book, Trades, Klines, Backfill };
    struct Config {
        std::vector<std::string> hosts; ///< "https://host[:port]", in order of preference
        RestTransport::Limits transport;
        int attempts = 4; ///< of one call
        int failOver = 3; ///< failures in a row before the next host is tried
        int inFlight = 4;
        std::size_t waiting = 4'096;
        Duration shortHold = std::chrono::seconds(15);
        Backoff::Limits backoff;
    };
    struct Context {
        const Clock& clock;
        RateLimiter& limiter; ///< shared by all users of the host
        const Dialect& dialect;
        Backoff::Random random;
    };
    using Done = RestTransport::Done;

    RestSession(Config config, Context context);

    void get(const RestRequest& request, Priority priority, Done done);
    /// Answers everything that waits or is under way with Cancelled. Later calls are cancelled, too.
    void close();

    const std::string& host() const noexcept { return m_config.hosts[m_host]; }
    /// The last call that had an answer of the venue, monotonic; zero before the first.
    Duration lastAnswer() const noexcept { return m_lastAnswer; }
    std::int64_t requests() const noexcept { return m_requests; }
    std::int64_t retries() const noexcept { return m_retries; }

private:
    struct Job {
        RestRequest request;
        Priority priority{};
        Done done;
        Backoff backoff;
        int attempts = 0;
        Duration notBefore{};
    };
    using JobPtr = std::shared_ptr<Job>;
    using Place = std::pair<Priority, std::int64_t>; ///< priority, then first come first served

    void pump();
    void pumpSoon(Duration wait);
    std::map<Place, JobPtr>::iterator nextDue(Duration now, Duration& wait);
    void send(const Place& place, const JobPtr& job);
    void finished(const Place& place, const JobPtr& job, Result<RestAnswer> answer);
    Result<RestAnswer> judge(Result<RestAnswer> answer, bool& mayRepeat);
    Result<RestAnswer> judgeStatus(RestAnswer answer, bool& mayRepeat);
    void answerLater(Done done, Error error);

    Config m_config;
    Context m_context;
    QTimer m_timer;
    std::map<Place, JobPtr> m_queue, m_sent;
    std::int64_t m_nextNumber = 0;
    std::size_t m_host = 0;
    int m_failures = 0;
    bool m_closed = false;
    Duration m_lastAnswer{};
    std::int64_t m_requests = 0, m_retries = 0;
    RestTransport m_transport; ///< last: it goes first, and its callbacks with it
};

} // namespace spreadline
