// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/derivative_desk.h"

#include <algorithm>
#include <array>
#include <utility>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

// Those of openInterestHist, protocols/binance-usdm.md 4.
constexpr std::array<Duration, 9> periods{5min, 15min, 30min, 1h, 2h, 4h, 6h, 12h, 24h};
constexpr Duration interestKept = 30 * 24h - 1h; ///< the venue forgets what is older; an hour less, so as not to ask beyond it
constexpr Duration shortestFunding = 1h;         ///< between two settlements
constexpr Duration poll = 5min;
constexpr Duration publishing = 15min; ///< a value may be told so long after its time
constexpr Duration firstPatience = 5s;
constexpr Duration longestPatience = 5min;

Duration stepOf(const DerivativeDesk::Key& key)
{
    return key.series == DerivativeSeries::FundingRate ? shortestFunding : key.period;
}

} // namespace

DerivativeDesk::DerivativeDesk(const CoreTime& time, const MarketState& market, Feed& feed, Changed changed)
    : m_time(time), m_market(market), m_feed(feed), m_changed(std::move(changed))
{}

DerivativeDesk::Key DerivativeDesk::keyOf(InstrumentId instrument, DerivativeSeries series, Interval bars)
{
    if (series == DerivativeSeries::FundingRate)
        return {instrument, series, {}};
    const Duration length = bars.kind == Interval::Kind::Time ? Duration(bars.amount)
        : bars.kind == Interval::Kind::Months                 ? Duration(24h)
                                                              : Duration(5min);
    const auto longer = std::ranges::upper_bound(periods, length);
    return {instrument, series, longer == periods.begin() ? periods.front() : *std::prev(longer)};
}

void DerivativeDesk::want(const Key& key, Timestamp from)
{
    const auto [place, isNew] = m_works.try_emplace(key);
    Work& work = place->second;
    if (!isNew && work.wanted <= from)
        return;
    work.wanted = from;
    proceed(key, work);
}

void DerivativeDesk::release(const Key& key)
{
    m_works.erase(key);
}

Timestamp DerivativeDesk::earliest(const Key& key) const
{
    const InstrumentMarket* market = m_market.find(key.instrument);
    const Timestamp listed = market ? market->instrument.onboarded : Timestamp{};
    if (key.series == DerivativeSeries::FundingRate)
        return listed;
    return std::max(listed, m_time.venueNow() - interestKept);
}

void DerivativeDesk::proceed(const Key& key, Work& work)
{
    if (work.isPending || !m_time.isVenueKnown() || m_time.now() < work.nextTry)
        return;
    const Timestamp now = m_time.venueNow();
    const Timestamp wanted = std::max(work.wanted, earliest(key));
    const Duration page = std::max(work.step, stepOf(key)) * (mostDerivatives - 1);
    if (!work.covered.isKnown())
        return ask(key, work, std::max(wanted, now - page), now);
    if (now - work.until >= poll) { // and again what may have been told since, though it is of before
        const Timestamp from = std::max(work.covered, work.until - stepOf(key) - publishing);
        return ask(key, work, from, std::min(now, from + page));
    }
    if (wanted < work.covered)
        ask(key, work, std::max(wanted, work.covered - page), work.covered);
}

void DerivativeDesk::ask(const Key& key, Work& work, Timestamp from, Timestamp to)
{
    work.isPending = true;
    work.from = std::min(from, to);
    work.to = to;
    m_feed.requestDerivatives({key.instrument, key.series, key.period, work.from, work.to});
}

void DerivativeDesk::onHistory(const DerivativeHistory& history)
{
    for (auto& [key, work] : m_works) {
        const bool isAnswer = key == Key{history.instrument, history.series, history.period} && work.isPending
            && work.from == history.from && work.to == history.to;
        if (!isAnswer)
            continue;
        work.isPending = false;
        work.failure = history.failure;
        if (history.failure) {
            work.nextTry = m_time.now() + std::min(longestPatience, firstPatience * (1 << std::min(work.failures++, 6)));
        } else {
            work.failures = 0;
            take(key, work, history);
        }
        m_changed(key);
        return proceed(key, work);
    }
}

void DerivativeDesk::take(const Key& key, Work& work, const DerivativeHistory& history)
{
    const std::size_t before = work.values.size();
    work.values.insert(work.values.end(), history.values.begin(), history.values.end());
    const auto middle = work.values.begin() + static_cast<std::ptrdiff_t>(before);
    std::ranges::inplace_merge(work.values, middle, {}, &DerivativeValue::time);
    const auto twice = std::ranges::unique(work.values, {}, &DerivativeValue::time);
    work.values.erase(twice.begin(), twice.end());
    const bool wasWide = work.step > stepOf(key);
    for (std::size_t i = 1; i < work.values.size(); ++i) {
        const Duration step = work.values[i].time - work.values[i - 1].time;
        work.step = work.step == Duration::zero() ? step : std::min(work.step, step);
    }
    if (wasWide && history.values.size() > mostDerivatives)
        return; // nearer to each other than those known before: some may be missing, and a shorter page follows
    work.covered = work.covered.isKnown() ? std::min(work.covered, history.from) : history.from;
    work.until = std::max(work.until, history.to);
}

void DerivativeDesk::onTick()
{
    for (auto& [key, work] : m_works)
        proceed(key, work);
}

std::span<const DerivativeValue> DerivativeDesk::values(const Key& key) const
{
    const auto found = m_works.find(key);
    return found == m_works.end() ? std::span<const DerivativeValue>() : found->second.values;
}

std::optional<Error> DerivativeDesk::failure(const Key& key) const
{
    const auto found = m_works.find(key);
    return found == m_works.end() ? std::nullopt : found->second.failure;
}

} // namespace spreadline
