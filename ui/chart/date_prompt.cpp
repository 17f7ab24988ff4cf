// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/date_prompt.h"

#include <QLineEdit>

#include <utility>

namespace spreadline::chart {
namespace {

constexpr int longestText = 19;

} // namespace

std::optional<Timestamp> typedMoment(const QString& text, const QDateTime& now)
{
    const QString wanted = text.simplified();
    const auto at = [&now](QDate date, QTime time) -> std::optional<Timestamp> {
        const QDateTime moment(date, time, now.timeZone());
        return moment.isValid() && date.year() >= 1970 ? std::optional(Timestamp::fromMillis(moment.toMSecsSinceEpoch()))
                                                       : std::nullopt;
    };
    const QString ofThisYear = QString::number(now.date().year()) + QLatin1Char('-') + wanted;
    for (const QString& date : {wanted, ofThisYear}) {
        for (const char* format : {"yyyy-M-d H:mm:ss", "yyyy-M-d H:mm", "yyyy-M-d"}) {
            const QDateTime whole = QDateTime::fromString(date, QLatin1String(format));
            if (whole.isValid())
                return at(whole.date(), whole.time());
        }
    }
    const QTime time = QTime::fromString(wanted, QStringLiteral("H:mm"));
    return time.isValid() ? at(now.date(), time) : std::nullopt;
}

DatePrompt::DatePrompt(QWidget* parent) : ChartPrompt(tr("Go to date"), longestText, parent)
{
    setObjectName(QStringLiteral("datePrompt"));
    edit().setObjectName(QStringLiteral("dateEdit"));
}

void DatePrompt::ask(const QDateTime& now, Timestamp earliest)
{
    m_now = now;
    m_earliest = earliest;
    open({});
}

QString DatePrompt::hintFor(const QString& text) const
{
    const auto moment = typedMoment(text, m_now);
    if (!moment)
        return text.isEmpty() ? tr("2026-03-14 09:30 · 03-14 · 09:30") : tr("No such date");
    if (*moment < m_earliest)
        return tr("Too far back for these bars: choose a longer interval first");
    const QDateTime shown = QDateTime::fromMSecsSinceEpoch(moment->nanos() / 1'000'000, m_now.timeZone());
    return tr("Enter: %1").arg(shown.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

bool DatePrompt::take(const QString& text)
{
    const auto moment = typedMoment(text, m_now);
    if (!moment || *moment < m_earliest)
        return false;
    Q_EMIT chosen(*moment);
    return true;
}

} // namespace spreadline::chart
