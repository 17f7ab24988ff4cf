// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/format.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace spreadline::format {
namespace {

constexpr QChar minusSign(0x2212);

std::uint64_t magnitude(std::int64_t value)
{
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

/// Drops `digits` decimals, rounding half away from zero.
std::uint64_t shortened(std::uint64_t value, int digits)
{
    for (int i = 0; i < digits - 1; ++i)
        value /= 10; // the digits before the last do not matter for rounding half away, only the one that is dropped last
    return digits > 0 ? (value + 5) / 10 : value;
}

struct Separators {
    QString group, point;
};

/// Cached: asking QLocale for every number is what would cost.
const Separators& separators()
{
    static Separators cached;
    static QLocale of = QLocale::c();
    const QLocale now;
    if (cached.point.isEmpty() || now != of) {
        of = now;
        cached = {now.groupSeparator(), now.decimalPoint()};
    }
    return cached;
}

QString unsignedText(std::uint64_t value, int decimals)
{
    std::array<char, 24> digits{};
    int length = 0;
    for (; value != 0 || length <= decimals; value /= 10)
        digits[static_cast<std::size_t>(length++)] = static_cast<char>('0' + value % 10);
    QString text;
    text.reserve(length + 8);
    for (int i = length - 1; i >= 0; --i) {
        text += QLatin1Char(digits[static_cast<std::size_t>(i)]);
        const int above = i - decimals; // digits of the whole part still to come
        if (above > 0 && above % 3 == 0)
            text += separators().group;
        if (i == decimals && decimals > 0)
            text += separators().point;
    }
    return text;
}

struct Rounded {
    std::uint64_t value;
    int zeros; ///< decimals to append
};

Rounded rounded(std::int64_t mantissa, int scale, int decimals)
{
    return {shortened(magnitude(mantissa), scale - decimals), std::max(0, decimals - scale)};
}

QString body(const Rounded& number, int decimals)
{
    const int own = decimals - number.zeros;
    QString text = unsignedText(number.value, own);
    if (number.zeros > 0 && own == 0)
        text += separators().point;
    return text + QString(number.zeros, QLatin1Char('0'));
}

} // namespace

QString missing()
{
    return QStringLiteral("\u2014");
}

QString decimal(std::int64_t mantissa, int scale, int decimals)
{
    const Rounded number = rounded(mantissa, scale, decimals);
    const QString text = body(number, decimals);
    return mantissa < 0 && number.value != 0 ? minusSign + text : text;
}

QString signedDecimal(std::int64_t mantissa, int scale, int decimals)
{
    const Rounded number = rounded(mantissa, scale, decimals);
    const QString text = body(number, decimals);
    if (number.value == 0)
        return text;
    return (mantissa < 0 ? minusSign : QLatin1Char('+')) + text;
}

QString compact(std::int64_t mantissa, int scale)
{
    static constexpr std::array<char16_t, 5> suffixes{0, u'K', u'M', u'B', u'T'};
    int digits = 0;
    for (std::uint64_t rest = magnitude(mantissa); rest != 0; rest /= 10)
        ++digits;
    const int whole = digits - scale; // digits before the point
    const int step = std::clamp(whole > 0 ? (whole - 1) / 3 : 0, 0, 4);
    const int leading = std::max(1, whole - 3 * step);
    QString text = decimal(mantissa, scale + 3 * step, std::max(0, std::min(4 - leading, step == 0 ? 2 : 3)));
    if (step > 0)
        text += QChar(suffixes[static_cast<std::size_t>(step)]);
    return text;
}

QString percent(double value, int decimals)
{
    if (!std::isfinite(value))
        return missing();
    const double unit = std::pow(10.0, decimals);
    const auto scaled = static_cast<std::int64_t>(std::llround(std::clamp(value, -1e9, 1e9) * unit));
    return signedDecimal(scaled, decimals, decimals) + QStringLiteral("\u2009%");
}

QString change(const Price& last, const Price& open)
{
    if (open.isZero())
        return missing();
    return percent((last.toDouble() / open.toDouble() - 1.0) * 100.0);
}

QString ratio(const Price& value, int decimals)
{
    const int scale = value.scale() - 2;
    const QString text = scale >= 0 ? signedDecimal(value.mantissa(), scale, decimals)
                                    : signedDecimal(value.mantissa() * (scale == -1 ? 10 : 100), 0, decimals);
    return text + QStringLiteral("\u2009%");
}

QString age(Duration span)
{
    const auto millis = std::max<std::int64_t>(0, span.count() / 1'000'000);
    if (millis < 10'000)
        return decimal(millis / 100, 1, 1) + QStringLiteral(" s");
    const auto seconds = millis / 1'000;
    if (seconds < 100)
        return QStringLiteral("%1 s").arg(seconds);
    if (seconds < 6'000)
        return QStringLiteral("%1 min").arg(seconds / 60);
    if (seconds < 172'800)
        return QStringLiteral("%1 h").arg(seconds / 3'600);
    return QStringLiteral("%1 d").arg(seconds / 86'400);
}

QString countdown(Duration span)
{
    const auto total = std::max<std::int64_t>(0, span.count() / 1'000'000'000);
    const auto two = [](std::int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    if (total >= 86'400)
        return QStringLiteral("%1d %2h").arg(total / 86'400).arg(two(total % 86'400 / 3'600));
    const QString tail = two(total % 3'600 / 60) + QLatin1Char(':') + two(total % 60);
    return total >= 3'600 ? two(total / 3'600) + QLatin1Char(':') + tail : tail;
}

QString latency(Duration span)
{
    const auto micros = span.count() / 1'000;
    const auto size = magnitude(micros);
    if (size >= 100'000'000)
        return (micros < 0 ? QString(minusSign) : QString()) + age(std::chrono::microseconds(micros < 0 ? -micros : micros));
    if (size >= 1'000'000)
        return decimal(micros, 6, 2) + QStringLiteral(" s");
    return decimal(micros, 3, size < 1'000 && size != 0 ? 2 : 0) + QStringLiteral(" ms");
}

QString count(std::int64_t value)
{
    return decimal(value, 0, 0);
}

QString timeOfDay(Timestamp time, const QTimeZone& zone, bool milliseconds)
{
    if (!time.isKnown())
        return missing();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.millis(), zone);
    return local.toString(milliseconds ? QStringLiteral("HH:mm:ss.zzz") : QStringLiteral("HH:mm:ss"));
}

QString dateTime(Timestamp time, const QTimeZone& zone)
{
    if (!time.isKnown())
        return missing();
    return QDateTime::fromMSecsSinceEpoch(time.millis(), zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace spreadline::format
