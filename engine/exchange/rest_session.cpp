// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/rest_session.h"

#include <QUrl>

#include <algorithm>
#include <set>
#include <utility>

namespace spreadline {
namespace {

int milliseconds(Duration span)
{
    return static_cast<int>(
        std::chrono::ceil<std::chrono::milliseconds>(std::min<Duration>(span, std::chrono::hours(1))).count());
}

RateLimiter::Urgency urgencyOf(RestSession::Priority priority)
{
    return priority == RestSession::Priority::Backfill ? RateLimiter::Urgency::Idle : RateLimiter::Urgency::Normal;
}

/// What a reading call may simply be asked again for.
bool isPassing(Errc code)
{
    switch (code) {
    case Errc::DnsFailed:
    case Errc::TlsFailed:
    case Errc::Timeout:
    case Errc::Unreachable:
    case Errc::ConnectionLost:
    case Errc::BadStatus:
    case Errc::VenueUnavailable:
    case Errc::RateLimited:
    case Errc::Banned: return true;
    default: return false;
    }
}

} // namespace

RestSession::RestSession(Config config, Context context)
    : m_config(std::move(config)), m_context(std::move(context)), m_transport(m_config.transport)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { pump(); });
}

void RestSession::get(const RestRequest& request, Priority priority, Done done)
{
    if (m_closed)
        return answerLater(std::move(done), Error{Errc::Cancelled, request.target, {}});
    if (m_queue.size() >= m_config.waiting)
        return answerLater(std::move(done), Error{Errc::Busy, request.target, "too many requests wait"});
    auto job = std::make_shared<Job>(Job{request, priority, std::move(done), Backoff(m_context.random, m_config.backoff), 0, {}});
    m_queue.emplace(Place{priority, m_nextNumber++}, std::move(job));
    pumpSoon({});
}

void RestSession::answerLater(Done done, Error error)
{
    QMetaObject::invokeMethod(
        &m_timer, [done = std::move(done), error = std::move(error)] { done(error); }, Qt::QueuedConnection);
}

void RestSession::close()
{
    m_closed = true;
    m_timer.stop();
    auto all = std::exchange(m_queue, {});
    all.merge(m_sent);
    m_sent.clear();
    for (auto& [place, job] : all) {
        if (const Done done = std::exchange(job->done, nullptr))
            done(Error{Errc::Cancelled, job->request.target, {}});
    }
}

void RestSession::pumpSoon(Duration wait)
{
    const int delay = milliseconds(wait);
    if (!m_closed && (!m_timer.isActive() || m_timer.remainingTime() > delay))
        m_timer.start(delay);
}

std::map<RestSession::Place, RestSession::JobPtr>::iterator RestSession::nextDue(Duration now, Duration& wait)
{
    wait = std::chrono::hours(1);
    std::set<RestRequest::Budget> spent;
    for (auto entry = m_queue.begin(); entry != m_queue.end(); ++entry) {
        const Job& job = *entry->second;
        if (job.notBefore > now) {
            wait = std::min(wait, job.notBefore - now);
            continue;
        }
        // Of each budget the most important one that is ready decides: letting smaller ones pass would starve it.
        if (spent.contains(job.request.budget))
            continue;
        const Duration needed = m_context.limiter.wait(now, job.request, urgencyOf(job.priority));
        if (needed == Duration::zero() || m_context.limiter.heldFor(now) > m_config.shortHold) {
            wait = needed;
            return entry;
        }
        wait = std::min(wait, needed);
        spent.insert(job.request.budget);
    }
    return m_queue.end();
}

void RestSession::pump()
{
    while (!m_queue.empty() && m_sent.size() < static_cast<std::size_t>(m_config.inFlight)) {
        const Duration now = m_context.clock.monotonic();
        Duration wait{};
        const auto due = nextDue(now, wait);
        if (due == m_queue.end())
            return pumpSoon(wait);
        const auto [place, job] = *due;
        if (m_context.limiter.heldFor(now) > m_config.shortHold) {
            m_queue.erase(due);
            if (const Done done = std::exchange(job->done, nullptr))
                done(Error{Errc::Banned, job->request.target, "nothing may be sent for now"});
            continue;
        }
        if (!m_context.limiter.tryTake(now, job->request, urgencyOf(job->priority)))
            return pumpSoon(wait);
        m_queue.erase(due);
        send(place, job);
    }
}

void RestSession::send(const Place& place, const JobPtr& job)
{
    ++m_requests;
    ++job->attempts;
    m_sent.emplace(place, job);
    const QUrl url(QString::fromStdString(host() + job->request.target), QUrl::StrictMode);
    m_transport.get(url, [this, place, job](Result<RestAnswer> answer) { finished(place, job, std::move(answer)); });
}

void RestSession::finished(const Place& place, const JobPtr& job, Result<RestAnswer> answer)
{
    if (m_sent.erase(place) == 0)
        return; // closed meanwhile
    bool mayRepeat = false;
    auto verdict = judge(std::move(answer), mayRepeat);
    const bool held = m_context.limiter.heldFor(m_context.clock.monotonic()) > m_config.shortHold;
    if (!verdict && mayRepeat && !held && job->attempts < m_config.attempts) {
        ++m_retries;
        job->notBefore = m_context.clock.monotonic() + job->backoff.next();
        m_queue.emplace(place, job);
    } else if (const Done done = std::exchange(job->done, nullptr)) {
        done(std::move(verdict));
    }
    pumpSoon({});
}

Result<RestAnswer> RestSession::judge(Result<RestAnswer> answer, bool& mayRepeat)
{
    if (!answer) {
        mayRepeat = isPassing(answer.error().code);
        if (mayRepeat && ++m_failures >= m_config.failOver) {
            m_failures = 0;
            m_host = (m_host + 1) % m_config.hosts.size();
        }
        return answer;
    }
    m_failures = 0;
    m_lastAnswer = m_context.clock.monotonic();
    return judgeStatus(std::move(*answer), mayRepeat);
}

Result<RestAnswer> RestSession::judgeStatus(RestAnswer answer, bool& mayRepeat)
{
    const Duration now = m_context.clock.monotonic();
    if (answer.usedWeight)
        m_context.limiter.onUsedWeight(now, *answer.usedWeight);
    if (answer.status >= 200 && answer.status < 300)
        return answer;
    const Timestamp wall = m_context.clock.now();
    const auto refusal = m_context.dialect.readRefusal(answer.status, answer.body, answer.retryAfter, wall);
    if (refusal.bannedUntil > wall)
        m_context.limiter.holdOff(now, refusal.bannedUntil - wall);
    mayRepeat = isPassing(refusal.error.code);
    return refusal.error;
}

} // namespace spreadline
