// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_accessible.h"

#include "chart/chart_canvas.h"
#include "paint/text_line.h"

#include <QAccessibleWidget>
#include <QCoreApplication>

namespace spreadline::chart {
namespace {

class ChartAccessible final : public QAccessibleWidget {
public:
    explicit ChartAccessible(ChartCanvas* canvas) : QAccessibleWidget(canvas, QAccessible::Chart), m_canvas(*canvas) {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return QCoreApplication::translate("ChartAccessible", "%1 %2 chart")
                .arg(QString::fromStdString(m_canvas.subject().symbol),
                     QString::fromStdString(toString(m_canvas.series().interval())));
        return kind == QAccessible::Value ? value() : QAccessibleWidget::text(kind);
    }

private:
    QString value() const
    {
        const auto index = m_canvas.legendBar();
        if (!index)
            return QCoreApplication::translate("ChartAccessible", "no bars");
        const Bar bar = m_canvas.series().columns().at(*index);
        const QTimeZone& zone = m_canvas.scene().zone;
        paint::TextLine time;
        addMomentLabel(time, bar.time, m_canvas.series().interval(), zone);
        addZoneLabel(time.add(' '), bar.time, zone);
        if (bar.isEmpty())
            return QCoreApplication::translate("ChartAccessible", "%1: no bar").arg(toText(time));
        const QString prices = QCoreApplication::translate("ChartAccessible", "%1: open %2, high %3, low %4, close %5")
                                   .arg(toText(time), price(bar.open), price(bar.high), price(bar.low), price(bar.close));
        const QString studies = QString::fromStdString(m_canvas.legend().said());
        return studies.isEmpty() ? prices : prices + QStringLiteral("; ") + studies;
    }
    static QString toText(const paint::TextLine& line)
    {
        return QString::fromUtf8(line.view().data(), static_cast<qsizetype>(line.view().size()));
    }
    QString price(double value) const { return toText(paint::TextLine().addFixed(value, m_canvas.subject().priceDecimals)); }

    ChartCanvas& m_canvas;
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* canvas = qobject_cast<ChartCanvas*>(object);
    return canvas ? new ChartAccessible(canvas) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    QAccessible::installFactory(make); // Qt keeps one of each
}

} // namespace spreadline::chart
