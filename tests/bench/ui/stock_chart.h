// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/kline_columns.h"

#include <QSize>

#include <memory>
#include <span>

class QCustomPlot;
class QCPBars;
class QCPFinancial;

namespace spreadline::bench {

/// The baseline: candles and volume as QCustomPlot draws them out of the box (QCPFinancial over QCPBars, axes in time).
/// Its price axis stands still, where ours fits itself to what is seen. Ui thread only.
class StockChart {
public:
    StockChart(std::span<const chart::Bar> bars, QSize size);
    ~StockChart();

    /// Slots from `first` on, `visible` of them; draws the frame.
    void show(double first, double visible);
    /// The last bar's price moves; draws the frame.
    void tick(double close);
    void replot();

private:
    std::unique_ptr<QCustomPlot> m_plot;
    QCPFinancial* m_candles;
    QCPBars* m_volume;
    double m_start;
};

} // namespace spreadline::bench
