// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/interval_prompt.h"

#include "chart/interval_bar.h"

#include <QLineEdit>

#include <algorithm>
#include <chrono>

namespace spreadline::chart {
namespace {

constexpr int longestText = 8;

bool isOffered(Interval interval)
{
    if (!interval.isCalendar())
        return interval.amount > 0;
    return std::ranges::find(localIntervals(), interval) != localIntervals().end()
        || std::ranges::find(venueIntervals(), interval) != venueIntervals().end();
}

} // namespace

std::optional<Interval> typedInterval(const QString& text)
{
    QString wanted = text.trimmed();
    bool isNumber = false;
    const int minutes = wanted.toInt(&isNumber);
    if (isNumber) {
        const Interval interval = Interval::time(std::chrono::minutes(std::max(0, minutes)));
        return isOffered(interval) ? std::optional(interval) : std::nullopt;
    }
    if (!wanted.endsWith(QLatin1Char('M')))
        wanted = wanted.toLower();
    const auto parsed = parseInterval(wanted.toStdString());
    return parsed && isOffered(*parsed) ? std::optional(*parsed) : std::nullopt;
}

IntervalPrompt::IntervalPrompt(QWidget* parent) : ChartPrompt(tr("Change interval"), longestText, parent)
{
    setObjectName(QStringLiteral("intervalPrompt"));
    edit().setObjectName(QStringLiteral("intervalEdit"));
}

QString IntervalPrompt::hintFor(const QString& text) const
{
    if (const auto interval = typedInterval(text))
        return tr("Enter: %1 bars").arg(intervalText(*interval));
    return text.isEmpty() ? tr("15 · 1h · 15s · 1d · 100t") : tr("No such interval");
}

bool IntervalPrompt::take(const QString& text)
{
    const auto interval = typedInterval(text);
    if (interval)
        Q_EMIT chosen(*interval);
    return interval.has_value();
}

} // namespace spreadline::chart
