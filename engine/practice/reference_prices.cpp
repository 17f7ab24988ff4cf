// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/reference_prices.h"

#include <cmath>

namespace spreadline::practice {
namespace {

constexpr std::int64_t lagMillis = 3'000;

NoiseShape stationary(double deviation, int level)
{
    const double minuteSigma = deviation * std::sqrt(2.0 / std::ldexp(1.0, level));
    return {.topLevel = level, .knotSigma = deviation, .minuteSigma = minuteSigma, .seasonal = false};
}

} // namespace

void ReferencePrices::Range::add(const Range& next) noexcept
{
    const bool isNothing = next.open == 0;
    if (isNothing || open == 0) {
        *this = isNothing ? *this : next;
        return;
    }
    high = std::max(high, next.high);
    low = std::min(low, next.low);
    close = next.close;
}

ReferencePrices::ReferencePrices(std::uint64_t seed, const CatalogueEntry& entry, const Instrument& instrument,
                                 MinuteBars& minutes)
    : m_instrument(instrument),
      m_minutes(minutes),
      m_premium(noiseKey(seed, "premium", entry.symbol), stationary(0.00015, 10)),
      m_funding(noiseKey(seed, "funding", entry.symbol), stationary(0.00035, 12)),
      m_interest(noiseKey(seed, "interest", entry.symbol), stationary(0.15, 16)),
      m_interestSteps(entry.tradeQuote * entry.tradesPerMinute * 400.0 / entry.level / instrument.stepSize.toDouble()),
      m_unit(instrument.tickSize.toDouble() * static_cast<double>(detail::powerOfTen(scale))),
      m_terms{entry.fundingHours, Price::fromMantissa(std::llround(entry.fundingCap * 1e8), scale)},
      m_marks([this](std::int64_t minute) { return wholeMinute(MarketSource::Reference::Mark, minute); }),
      m_indexes([this](std::int64_t minute) { return wholeMinute(MarketSource::Reference::Index, minute); })
{}

const ReferencePrices::KeptPlan& ReferencePrices::plan(std::int64_t minute)
{
    KeptPlan& kept = m_plans[static_cast<std::size_t>(minute & 1)];
    if (kept.minute != minute) {
        kept.minute = minute;
        kept.plan = m_minutes.plan(minute);
        for (std::size_t leg = 0; leg < kept.starts.size(); ++leg)
            kept.starts[leg] = kept.plan.legStart(leg);
    }
    return kept;
}

double ReferencePrices::path(std::int64_t millis)
{
    const KeptPlan& minute = plan(millis / minuteMillis);
    const auto into = static_cast<int>(millis % minuteMillis);
    for (std::size_t leg = 0; leg < minute.plan.legs.size(); ++leg) {
        const int start = minute.starts[leg], end = minute.starts[leg + 1];
        if (into >= end)
            continue;
        const double part = static_cast<double>(into - start) / static_cast<double>(end - start);
        const MinutePlan::Leg& along = minute.plan.legs[leg];
        return static_cast<double>(along.from) + static_cast<double>(along.to - along.from) * part;
    }
    return static_cast<double>(minute.plan.close());
}

std::int64_t ReferencePrices::price(MarketSource::Reference reference, std::int64_t millis)
{
    const double index = path(millis - lagMillis) * m_unit;
    // The premium steps once a minute: between two of its values the mark has its extremes where the index has them.
    const double premium = reference == MarketSource::Reference::Mark ? m_premium.at(millis / minuteMillis) : 0.0;
    return std::llround(index * (1.0 + premium));
}

ReferencePrices::Range ReferencePrices::minuteRange(MarketSource::Reference reference, std::int64_t from, std::int64_t last)
{
    const std::int64_t first = price(reference, from);
    Range range{first, first, first, price(reference, last)};
    const auto touch = [&](std::int64_t millis) {
        if (millis < from || millis > last)
            return;
        const std::int64_t value = price(reference, millis);
        range.high = std::max(range.high, value);
        range.low = std::min(range.low, value);
    };
    const std::int64_t minute = from / minuteMillis;
    for (const std::int64_t source : {minute - 1, minute}) {
        for (std::size_t leg = 0; leg < 4; ++leg)
            touch(source * minuteMillis + plan(source).starts[leg] + lagMillis);
    }
    touch(last);
    return range;
}

ReferencePrices::Range ReferencePrices::wholeMinute(MarketSource::Reference reference, std::int64_t minute)
{
    return minuteRange(reference, minute * minuteMillis, (minute + 1) * minuteMillis - 1);
}

ReferencePrices::Range ReferencePrices::range(MarketSource::Reference reference, std::int64_t from, std::int64_t to)
{
    const std::int64_t lastWhole = to / minuteMillis;
    Range range = history(reference).span(from / minuteMillis, lastWhole);
    if (to % minuteMillis != 0)
        range.add(minuteRange(reference, lastWhole * minuteMillis, to - 1));
    return range;
}

bool ReferencePrices::prepare(MarketSource::Reference reference, std::int64_t fromMinute, std::int64_t toMinute,
                              std::int64_t& minutesLeft)
{
    return history(reference).prepare(fromMinute, toMinute, minutesLeft);
}

Price ReferencePrices::markPrice(std::int64_t millis)
{
    return Price::fromMantissa(price(MarketSource::Reference::Mark, millis), scale);
}

MarkPrice ReferencePrices::mark(std::int64_t millis)
{
    const std::int64_t interval = fundingInterval().count() / 1'000'000;
    MarkPrice mark;
    mark.instrument = m_instrument.id;
    mark.mark = markPrice(millis);
    mark.index = Price::fromMantissa(price(MarketSource::Reference::Index, millis), scale);
    mark.fundingRate = fundingRate(millis);
    mark.nextFunding = Timestamp::fromMillis((millis / interval + 1) * interval);
    mark.time = Timestamp::fromMillis(millis);
    return mark;
}

Price ReferencePrices::fundingRate(std::int64_t millis) const
{
    // F = [average premium + clamp(interest - average premium, -0.05 %, +0.05 %)] / (8 / hours)
    constexpr double interest = 0.0001;
    const double premium = m_funding.at(millis / minuteMillis);
    const double rate = premium + std::clamp(interest - premium, -0.0005, 0.0005);
    const std::int64_t cap = m_terms.cap.mantissa();
    return Price::fromMantissa(std::clamp<std::int64_t>(std::llround(rate * m_terms.hours / 8.0 * 1e8), -cap, cap), scale);
}

Quantity ReferencePrices::openInterest(std::int64_t millis) const
{
    const double steps = m_interestSteps * std::exp(m_interest.at(millis / minuteMillis));
    return Quantity::fromMantissa(std::llround(steps) * m_instrument.stepSize.mantissa(), m_instrument.stepSize.scale());
}

} // namespace spreadline::practice
