// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock_chart.h"

#include "qcustomplot.h"

#include <algorithm>

namespace spreadline::bench {
namespace {

constexpr double minute = 60;

double seconds(const chart::Bar& bar)
{
    return static_cast<double>(bar.time) / 1e9;
}

} // namespace

StockChart::StockChart(std::span<const chart::Bar> bars, QSize size)
    : m_plot(std::make_unique<QCustomPlot>()), m_start(seconds(bars.front()))
{
    m_plot->resize(size);
    auto* lower = new QCPAxisRect(m_plot.get());
    m_plot->plotLayout()->addElement(1, 0, lower);
    m_plot->plotLayout()->setRowStretchFactor(1, 0.25);
    m_candles = new QCPFinancial(m_plot->xAxis, m_plot->yAxis);
    m_volume = new QCPBars(lower->axis(QCPAxis::atBottom), lower->axis(QCPAxis::atLeft));
    QVector<double> times, volumes;
    QVector<QCPFinancialData> candles;
    for (const chart::Bar& bar : bars) {
        candles.append({seconds(bar), bar.open, bar.high, bar.low, bar.close});
        times.append(seconds(bar));
        volumes.append(bar.volume);
    }
    m_candles->data()->set(candles, true);
    m_candles->setWidth(minute * 0.8);
    m_volume->setData(times, volumes, true);
    m_volume->setWidth(minute * 0.8);
    for (QCPAxis* axis : {m_plot->xAxis, lower->axis(QCPAxis::atBottom)})
        axis->setTicker(QSharedPointer<QCPAxisTickerDateTime>::create());
    m_plot->rescaleAxes();
    m_plot->show();
}

StockChart::~StockChart() = default;

void StockChart::show(double first, double visible)
{
    const QCPRange range(m_start + first * minute, m_start + (first + visible) * minute);
    m_plot->xAxis->setRange(range);
    m_volume->keyAxis()->setRange(range);
    replot();
}

void StockChart::tick(double close)
{
    auto last = m_candles->data()->end() - 1;
    last->close = close;
    last->high = std::max(last->high, close);
    last->low = std::min(last->low, close);
    replot();
}

void StockChart::replot()
{
    m_plot->replot(QCustomPlot::rpImmediateRefresh);
}

} // namespace spreadline::bench
