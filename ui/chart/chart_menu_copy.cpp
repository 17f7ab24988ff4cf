// SPDX-License-Identifier: GPL-3.0-or-later
// What ChartMenu puts on the clipboard.
#include "chart/chart_menu.h"
#include "style/display_options.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QMenu>

#include <cmath>

namespace spreadline::chart {
namespace {

/// Digits and a point whatever the locale: for other programs.
QString plain(double value, int decimals)
{
    return std::isfinite(value) ? QString::number(value, 'f', decimals) : QString();
}

QString shortest(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 10) : QString();
}

void copy(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

void ChartMenu::addCopy(QMenu& menu, const ChartPoint& at)
{
    const auto& columns = m_parts.canvas.series().columns();
    if (columns.isEmpty())
        return;
    QMenu& texts = *menu.addMenu(tr("&Copy"));
    const auto add = [&texts](const QString& what, const QString& text) {
        if (text.isEmpty())
            return;
        QAction* action = texts.addAction(what + QLatin1Char('\t') + text.section(QLatin1Char('\n'), 0, 0).left(40));
        QObject::connect(action, &QAction::triggered, &texts, [text] { copy(text); });
    };
    add(tr("&Price"), priceText(at));
    add(tr("&Time"), timeText(at));
    if (const QString values = valuesText(at); !values.isEmpty()) {
        QAction* action = texts.addAction(tr("&Values of the bar"));
        QObject::connect(action, &QAction::triggered, &texts, [values] { copy(values); });
    }
    menu.addSeparator();
}

QString ChartMenu::priceText(const ChartPoint& at) const
{
    const bool isPrice = at.pane == Pane::priceKey;
    return isPrice ? plain(at.value, m_parts.canvas.subject().priceDecimals) : shortest(at.value);
}

/// ISO, with the offset of the chosen zone.
QString ChartMenu::timeText(const ChartPoint& at) const
{
    if (!at.time.isKnown())
        return {};
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at.time.nanos() / 1'000'000, m_parts.display.timeZone());
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate);
}

/// Two lines with tabs, as a spreadsheet takes them: names and values, those of the studies too.
QString ChartMenu::valuesText(const ChartPoint& at) const
{
    const auto& columns = m_parts.canvas.series().columns();
    const std::size_t index = at.time.isKnown() ? columns.lowerBound(at.time.nanos()) : columns.size();
    if (index >= columns.size() || columns.timeAt(index) != at.time.nanos() || columns.at(index).isEmpty())
        return {};
    const Bar bar = columns.at(index);
    const int decimals = m_parts.canvas.subject().priceDecimals;
    QStringList names{tr("Time"), tr("Open"), tr("High"), tr("Low"), tr("Close"), tr("Volume")};
    QStringList values{timeText(at),
                       plain(bar.open, decimals),
                       plain(bar.high, decimals),
                       plain(bar.low, decimals),
                       plain(bar.close, decimals),
                       shortest(bar.volume)};
    for (const int id : m_parts.canvas.studyIds()) {
        const StudyPlot plot = m_parts.canvas.studyPlot(id);
        for (std::size_t output = 0; plot.study && output < plot.columns.size(); ++output) {
            names << QString::fromStdString(columnName(plot.study->spec, output));
            const auto& column = plot.columns[output].values;
            values << (index < column.size() ? shortest(column[index]) : QString());
        }
    }
    return names.join(QLatin1Char('\t')) + QLatin1Char('\n') + values.join(QLatin1Char('\t'));
}

} // namespace spreadline::chart
