// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/minute_bars.h"

#include <cmath>
#include <cstdlib>

namespace spreadline::practice {
namespace {

constexpr std::int64_t minutesOfWeek = 7 * 24 * 60;
constexpr std::int64_t firstMonday = 4 * 24 * 60; // in minutes from 1970-01-01, a Thursday
constexpr int fewestTrades = 8;                   // three legs of a pair each, and one or two at the close
constexpr double busiestFactor = 400;             // beyond it trades get smaller: a month's quote volume must fit its integer

/// How far beyond its ends a walk went: the distribution of a Brownian bridge's maximum, `span` apart at its ends.
std::int64_t excess(double span, double sigma, std::uint64_t hash)
{
    const double distance = std::abs(span);
    const double reach = 0.5 * (std::sqrt(distance * distance + 2.0 * sigma * sigma * exponential(hash)) - distance);
    return std::llround(reach);
}

/// A factor around 1, between 0.4 and 4: the size of an amount among its like.
double amount(std::uint64_t hash)
{
    return 0.4 + 0.6 * std::min(6.0, exponential(hash));
}

int shareOf(int whole, double part)
{
    return static_cast<int>(static_cast<double>(whole) * part);
}

} // namespace

void RawBar::add(const RawBar& next) noexcept
{
    if (next.trades == 0)
        return;
    if (trades == 0) {
        *this = next;
        return;
    }
    high = std::max(high, next.high);
    low = std::min(low, next.low);
    close = next.close;
    volume += next.volume;
    takerBuy += next.takerBuy;
    quote += next.quote;
    trades += next.trades;
}

int MinutePlan::legStart(std::size_t leg) const noexcept
{
    std::int64_t before = 0;
    for (std::size_t i = 0; i < leg; ++i)
        before += 2 * legs[i].pairs;
    return static_cast<int>(minuteMillis * before / trades);
}

RawBar barOf(const MinutePlan& plan) noexcept
{
    const std::int64_t a = plan.legs[0].to, b = plan.legs[1].to;
    RawBar bar{.open = plan.open(), .high = std::max(a, b), .low = std::min(a, b), .close = plan.close(), .trades = plan.trades};
    for (const MinutePlan::Leg& leg : plan.legs) {
        bar.volume += 2 * leg.half;
        bar.quote += leg.half * (leg.from + leg.to);
        bar.takerBuy += leg.half - leg.directed + (leg.to >= leg.from ? 2 * leg.directed : 0);
    }
    const std::int64_t closing = plan.closing[0] + plan.closing[1];
    bar.volume += closing;
    bar.quote += closing * plan.close();
    bar.takerBuy += plan.closingBuys ? closing : 0;
    return bar;
}

TradeNumbering::TradeNumbering(std::uint64_t key, int tradesPerMinute, double factor)
{
    m_before.reserve(minutesOfWeek + 1);
    m_before.push_back(0);
    for (std::int64_t minute = 0; minute < minutesOfWeek; ++minute) {
        const double fromPeak = (static_cast<double>(minute % 1440) / 60.0 - 15.5) / 4.5;
        const double hours = 0.65 + 0.9 * std::exp(-fromPeak * fromPeak);
        const double weekend = minute >= 5 * 1440 ? 0.7 : 1.0;
        const double chance = 0.6 + 0.4 * exponential(keyed(key, minute));
        const auto count = std::llround(tradesPerMinute * factor * hours * weekend * chance);
        m_before.push_back(m_before.back() + std::max<std::int64_t>(fewestTrades, count));
    }
}

int TradeNumbering::count(std::int64_t minute) const noexcept
{
    const auto at = static_cast<std::size_t>((minute - firstMonday) % minutesOfWeek);
    return static_cast<int>(m_before[at + 1] - m_before[at]);
}

std::int64_t TradeNumbering::firstId(std::int64_t minute) const noexcept
{
    const std::int64_t since = minute - firstMonday;
    return 1 + since / minutesOfWeek * m_before.back() + m_before[static_cast<std::size_t>(since % minutesOfWeek)];
}

std::int64_t TradeNumbering::minuteOf(std::int64_t id) const noexcept
{
    const std::int64_t week = (id - 1) / m_before.back();
    const std::int64_t inWeek = (id - 1) % m_before.back();
    const auto after = std::ranges::upper_bound(m_before, inWeek);
    return firstMonday + week * minutesOfWeek + (after - m_before.begin()) - 1;
}

MinuteBars::MinuteBars(std::uint64_t seed, const CatalogueEntry& entry, double tick, double step, double activity,
                       SharedNoise& shared)
    : m_key(noiseKey(seed, "minutes", entry.symbol)),
      m_path(seed, entry, tick, shared),
      m_numbering(noiseKey(seed, "trades", entry.symbol), entry.tradesPerMinute, activity),
      m_tradeSteps(std::max(2.0, entry.tradeQuote / entry.level / step / std::max(1.0, activity / busiestFactor)))
{}

MinutePlan MinuteBars::plan(std::int64_t minute)
{
    MinutePlan plan;
    plan.key = keyed(m_key, minute);
    plan.trades = m_numbering.count(minute);
    const std::int64_t open = m_path.ticks(minute);
    const std::int64_t close = m_path.ticks(minute + 1);
    const double sigma = m_path.minuteSigma(minute);
    const double span = static_cast<double>(close - open);
    const std::uint64_t h = mix64(plan.key);
    const std::int64_t high = std::max(open, close) + excess(span, sigma, h);
    const std::int64_t low = std::max<std::int64_t>(1, std::min(open, close) - excess(span, sigma, h >> 10));
    // A rising minute mostly dips first.
    const bool lowFirst = (close >= open) == ((h >> 20 & 3) != 0);
    const std::int64_t first = lowFirst ? low : high;
    const std::int64_t second = lowFirst ? high : low;
    plan.legs[0].from = open;
    plan.legs[0].to = plan.legs[1].from = first;
    plan.legs[1].to = plan.legs[2].from = second;
    plan.legs[2].to = close;
    plan.closingBuys = (h >> 22 & 1) != 0;
    plan.closingTrades = plan.trades % 2 == 0 ? 2 : 1;
    spreadTrades(plan, high - low);
    const double wild = 0.5 + 0.5 * std::min(4.0, static_cast<double>(high - low) / std::max(1.0, 1.6 * sigma));
    spreadVolume(plan, m_tradeSteps * amount(h >> 24) * wild);
    return plan;
}

void MinuteBars::spreadTrades(MinutePlan& plan, std::int64_t range) const
{
    const int pairs = (plan.trades - plan.closingTrades) / 2;
    const auto reach = [range](const MinutePlan::Leg& leg) {
        return static_cast<double>(std::abs(leg.to - leg.from)) + 0.15 * static_cast<double>(range) + 1.0;
    };
    const double whole = reach(plan.legs[0]) + reach(plan.legs[1]) + reach(plan.legs[2]);
    plan.legs[0].pairs = 1 + shareOf(pairs - 3, reach(plan.legs[0]) / whole);
    plan.legs[2].pairs = 1 + shareOf(pairs - 3, reach(plan.legs[2]) / whole);
    plan.legs[1].pairs = pairs - plan.legs[0].pairs - plan.legs[2].pairs;
}

void MinuteBars::spreadVolume(MinutePlan& plan, double steps) const
{
    std::uint64_t h = mix64(plan.key + 1);
    for (MinutePlan::Leg& leg : plan.legs) {
        const double wanted = static_cast<double>(leg.pairs) * steps * (0.7 + 0.6 * uniform(h));
        leg.half = std::max<std::int64_t>(leg.pairs, std::llround(wanted));
        leg.directedPairs = shareOf(leg.pairs, 0.15 + 0.7 * uniform(mix64(h)));
        if (leg.directedPairs > 0) {
            const double part = static_cast<double>(leg.directedPairs) / static_cast<double>(leg.pairs);
            const auto directed = static_cast<std::int64_t>(static_cast<double>(leg.half) * part);
            const std::int64_t others = leg.pairs - leg.directedPairs; // never 0: at most 85 % are directed
            leg.directed = std::clamp<std::int64_t>(directed, leg.directedPairs, leg.half - others);
        }
        h = mix64(h + 1);
    }
    for (int i = 0; i < plan.closingTrades; ++i) {
        const double wanted = steps * amount(h >> (10 * i));
        plan.closing[static_cast<std::size_t>(i)] = std::max<std::int64_t>(1, std::llround(wanted));
    }
}

} // namespace spreadline::practice
