// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"
#include "domain/timestamp.h"

#include <QString>
#include <QTimeZone>

#include <optional>

// How values are shown: fixed decimals, the locale's separators, a true minus sign. Exact values stay integers all the way. A
// missing value is an em dash. Ui thread only (the default QLocale).
namespace spreadline::format {

/// "—": nothing is known.
QString missing();

/// mantissa x 10^-scale with exactly `decimals` digits (rounded half away from zero when fewer than the scale), grouped: "61,432.50".
QString decimal(std::int64_t mantissa, int scale, int decimals);
/// The same with a leading + or − unless zero.
QString signedDecimal(std::int64_t mantissa, int scale, int decimals);

template<typename Tag>
QString number(const Decimal<Tag>& value, int decimals)
{
    return decimal(value.mantissa(), value.scale(), decimals);
}
template<typename Tag>
QString number(const std::optional<Decimal<Tag>>& value, int decimals)
{
    return value ? number(*value, decimals) : missing();
}

/// Decimals a price of this instrument needs: those of its tick, without the zeros that venues write behind it ("0.0001000").
inline int priceDecimals(const Instrument& instrument)
{
    return instrument.tickSize.normalized().scale();
}
inline QString price(const std::optional<Price>& value, const Instrument& instrument)
{
    return number(value, priceDecimals(instrument));
}
inline QString quantity(const Quantity& value, const Instrument& instrument)
{
    return number(value, instrument.quantityScale());
}

/// Four significant digits with a suffix: "1.234B", "56.78M", "901.2K", "42.00". For volumes, where the size matters, not the cent.
QString compact(std::int64_t mantissa, int scale);
template<typename Tag>
QString compact(const Decimal<Tag>& value)
{
    return compact(value.mantissa(), value.scale());
}

/// The change from `open` to `last` in percent: "+1.25 %", "−0.40 %"; missing when open is zero.
QString change(const Price& last, const Price& open);
/// A ratio in percent with `decimals` decimals: 0.0001 at 4 is "+0.0100 %".
QString ratio(const Price& value, int decimals = 4);
/// A plain number of percent, signed.
QString percent(double value, int decimals = 2);

/// How old something is, rounded down to one unit: "0.3 s", "12 s", "4 min", "2 h", "3 d".
QString age(Duration span);
/// What is left: "59:58" below an hour, "07:59:58" below a day, "2d 03h" above. Never negative.
QString countdown(Duration span);
/// A latency or offset: "12 ms", "0.42 ms", "−3 ms", "1.20 s".
QString latency(Duration span);
/// A count, grouped: "12,345".
QString count(std::int64_t value);

/// Time of day, "14:05:09" or with milliseconds "14:05:09.123", in the zone the user chose.
QString timeOfDay(Timestamp time, const QTimeZone& zone, bool milliseconds = false);
/// "2026-01-31 14:05:09".
QString dateTime(Timestamp time, const QTimeZone& zone);

} // namespace spreadline::format
