// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/study_bar.h"

#include <algorithm>
#include <cmath>

namespace spreadline::indicators {
namespace {

// Beyond these nothing trades, and within them no square or product of a study leaves the range of a double.
constexpr double leastPrice = 1e-18;
constexpr double greatestPrice = 1e18;
constexpr double greatestVolume = 1e30;

Error refuse(const char* what)
{
    return {Errc::BadNumber, "bar", what};
}

bool isPrice(double value)
{
    return value >= leastPrice && value <= greatestPrice; // false for NaN
}
bool isWithinReach(double value)
{
    return std::abs(value) <= greatestPrice;
}
bool isAmount(double value)
{
    return value >= 0 && value <= greatestVolume;
}
bool isAbsentOr(bool (*test)(double), double value)
{
    return std::isnan(value) || test(value);
}

Status checkPrices(const StudyBar& bar, BarCheck::Prices prices)
{
    const bool isAny = prices == BarCheck::Prices::Any;
    for (const double price : {bar.open, bar.high, bar.low, bar.close}) {
        if (!(isAny ? isWithinReach(price) : isPrice(price)))
            return refuse(isAny ? "a price is not a number" : "a price is not a number above zero");
    }
    if (bar.low > std::min(bar.open, bar.close))
        return refuse("low is above open or close");
    if (bar.high < std::max(bar.open, bar.close))
        return refuse("high is below open or close");
    return {};
}

Status checkRest(const StudyBar& bar)
{
    if (!isAmount(bar.volume))
        return refuse("volume is not a number from zero up");
    if (!isAbsentOr(isAmount, bar.takerBuyVolume) || bar.takerBuyVolume > bar.volume)
        return refuse("taker buy volume is not within the volume");
    if (!isAbsentOr(isAmount, bar.quoteVolume))
        return refuse("quote volume is not a number from zero up");
    if (!isAbsentOr(isAmount, bar.openInterest))
        return refuse("open interest is not a number from zero up");
    if (std::isinf(bar.fundingRate) || std::abs(bar.fundingRate) > 1)
        return refuse("funding rate is not a ratio");
    if (!isAbsentOr(isPrice, bar.otherClose))
        return refuse("the second symbol's close is not a number above zero");
    return {};
}

} // namespace

StudyBar toStudyBar(const Kline& kline)
{
    StudyBar bar;
    bar.openTime = kline.openTime;
    bar.open = kline.open.toDouble();
    bar.high = kline.high.toDouble();
    bar.low = kline.low.toDouble();
    bar.close = kline.close.toDouble();
    bar.volume = kline.volume.toDouble();
    bar.takerBuyVolume = kline.takerBuyVolume.toDouble();
    bar.quoteVolume = kline.quoteVolume.toDouble();
    return bar;
}

Status BarCheck::accept(const StudyBar& bar)
{
    if (auto prices = checkPrices(bar, m_prices); !prices)
        return prices;
    if (auto rest = checkRest(bar); !rest)
        return rest;
    if (m_last && bar.openTime <= *m_last)
        return Error{Errc::SequenceGap, "bar",
                     bar.openTime == *m_last ? "two bars of the same open time" : "its open time is before the bar before it"};
    m_last = bar.openTime;
    return {};
}

} // namespace spreadline::indicators
