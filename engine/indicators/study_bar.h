// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/market_data.h"

#include <limits>
#include <optional>

namespace spreadline::indicators {

/// "No value yet" inside the module and in every Study's values. It is never shown: a screen leaves a hole, a file an empty
/// cell.
inline constexpr double noValue = std::numeric_limits<double>::quiet_NaN();
constexpr bool hasValue(double value) noexcept
{
    return value == value;
}

/// One bar as studies read it. What lies below the volume is there only when its source has it; otherwise it is noValue.
struct StudyBar {
    Timestamp openTime;
    double open = 0, high = 0, low = 0, close = 0;
    double volume = 0;
    double takerBuyVolume = noValue; ///< base asset bought by takers
    double quoteVolume = noValue;
    double openInterest = noValue;
    double fundingRate = noValue; ///< a ratio: 0.0001 is 0.01 %
    double otherClose = noValue;  ///< close of the second symbol's bar of the same open time
};

/// Open interest, funding and the second symbol are not in a Kline: the caller adds them.
StudyBar toStudyBar(const Kline& kline);

/// Which price a study reads.
enum class Source : std::uint8_t { Close, Open, High, Low, Hl2, Hlc3, Ohlc4 };

inline double priceOf(const StudyBar& bar, Source source) noexcept
{
    if (source == Source::Close) [[likely]]
        return bar.close;
    switch (source) {
    case Source::Open: return bar.open;
    case Source::High: return bar.high;
    case Source::Low: return bar.low;
    case Source::Hl2: return (bar.high + bar.low) / 2;
    case Source::Hlc3: return (bar.high + bar.low + bar.close) / 3;
    case Source::Ohlc4: return (bar.open + bar.high + bar.low + bar.close) / 4;
    case Source::Close: break;
    }
    return bar.close;
}

inline double typicalPrice(const StudyBar& bar) noexcept
{
    return (bar.high + bar.low + bar.close) / 3;
}

/// Lets only valid bars through, in rising order of time. A study's state never sees any other: whoever feeds studies from
/// outside asks here first.
class BarCheck {
public:
    /// The values of an expression (a spread) may be zero and below; the prices of a market are not.
    enum class Prices : std::uint8_t { AboveZero, Any };

    explicit BarCheck(Prices prices = Prices::AboveZero) : m_prices(prices) {}

    /// Errors: BadNumber (a value is not finite, out of range or contradicts another), SequenceGap (not after the bar before).
    /// A refused bar changes nothing.
    Status accept(const StudyBar& bar);

private:
    Prices m_prices;
    std::optional<Timestamp> m_last;
};

} // namespace spreadline::indicators
