// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_clock.h"

#include <algorithm>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr Duration clockWasSet = 250ms; ///< wall against monotonic, between two ticks
constexpr Duration machineSlept = 2s;   ///< the wall clock went on without us; or the tick itself came this late
constexpr Duration tickMissed = 5s;
constexpr Duration doubtsApart = 10s;
constexpr Duration showsPace =
    2s; ///< after the first samples, which follow each other closely: whether the venue's time runs at ours

} // namespace

FeedClock::FeedClock(FeedContext& context, Duration refreshEvery, std::function<void()> slept)
    : m_context(context), m_refreshEvery(refreshEvery), m_slept(std::move(slept))
{}

void FeedClock::begin()
{
    m_begun = true;
    m_lastTick = m_context.clock.monotonic();
    m_lastWall = m_context.clock.now();
    measureAnew();
}

void FeedClock::measureAnew()
{
    m_context.offset.invalidate();
    m_nextRefresh = m_context.clock.monotonic() + std::min<Duration>(m_refreshEvery, showsPace);
    sample(static_cast<int>(ClockOffset::sampleCount));
}

void FeedClock::doubt()
{
    const Duration now = m_context.clock.monotonic();
    if (!m_begun || m_measuring || now < m_nextDoubt)
        return;
    m_nextDoubt = now + doubtsApart;
    m_nextRefresh = std::min(m_nextRefresh, now + showsPace);
    sample(static_cast<int>(ClockOffset::sampleCount));
}

void FeedClock::tick()
{
    if (!m_begun)
        return;
    const Duration now = m_context.clock.monotonic();
    const Timestamp wall = m_context.clock.now();
    const Duration passed = now - m_lastTick;
    const Duration step = (wall - m_lastWall) - passed;
    m_lastTick = now;
    m_lastWall = wall;
    if (step > machineSlept || passed > tickMissed) {
        m_slept();
        measureAnew();
    } else if (step > clockWasSet || step < -clockWasSet) {
        measureAnew();
    } else if (now >= m_nextRefresh && !m_measuring) {
        m_nextRefresh = now + m_refreshEvery;
        sample(m_context.offset.isTrusted(now, wall) ? 1 : static_cast<int>(ClockOffset::sampleCount));
    }
}

void FeedClock::sample(int left)
{
    if (m_measuring && left < static_cast<int>(ClockOffset::sampleCount))
        return;
    m_measuring = true;
    m_context.rest.get(
        m_context.dialect.serverTimeRequest(), RestSession::Priority::Control, [this, left](const Result<RestAnswer>& answer) {
            m_measuring = false;
            if (!answer && answer.error().code == Errc::Cancelled)
                return;
            const Duration received = m_context.clock.monotonic();
            const auto venue = answer ? m_context.dialect.readServerTime(answer->body) : Result<Timestamp>(answer.error());
            if (venue)
                m_context.offset.add(received - answer->roundTrip, received, *venue, m_context.clock.now());
            else
                m_nextRefresh = received + 5s;
            if (venue && left > 1)
                sample(left - 1);
            else if (venue && !m_context.offset.isTrusted(received, m_context.clock.now()))
                m_nextRefresh = received + 5s; // slow answers were refused: try until enough were good
            else if (venue && m_context.offset.hasAnotherPace())
                m_nextRefresh = std::min(m_nextRefresh, received + 1s);
        });
}

} // namespace spreadline
