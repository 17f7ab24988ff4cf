// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "chart_rig.h"
#include "respawn.h"
#include "stock_chart.h"

#include <QApplication>

#include <memory>
#include <string>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

/// On the clock of the painting thread: for large fills Qt wakes helper threads, which on a busy machine costs the
/// stock chart more than the fills do.
Paired compared(int frames, const std::function<void()>& ours, const std::function<void()>& theirs)
{
    return paired(9, 1e3 / frames, ours, theirs, threadSeconds);
}

void demand(bool condition)
{
    if (!condition)
        std::abort(); // a frame that was not drawn would be a fast one
}

std::string counted(int visible)
{
    std::string text = std::to_string(visible);
    for (int at = static_cast<int>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

/// History enough to pan in.
std::vector<chart::Bar> barsAround(int visible)
{
    return wanderingBars(visible <= 2'000 ? 3'000 : visible + visible / 5);
}

/// There and back, three pixels a frame.
void pan(ChartRig& rig, int frames)
{
    rig.rebuilds();
    for (int i = 0; i < frames; ++i)
        rig.dragBy(i < frames / 2 ? 3 : -3);
    demand(rig.rebuilds() == frames);
}

void pan(StockChart& stock, double first, double visible, int frames)
{
    const double step = 3 * visible / chartSize.width();
    for (int i = 0; i < frames; ++i)
        stock.show(first - step * (i < frames / 2 ? i + 1 : frames - i - 1), visible);
}

void panAgainstStock(Report& report, int visible, int frames, double limit, const char* suffix = "")
{
    const auto bars = barsAround(visible);
    ChartRig rig(bars, visible);
    StockChart stock(bars, chartSize);
    const double first = rig.first();
    const Paired cost = compared(
        frames, [&] { pan(rig, frames); }, [&] { pan(stock, first, visible, frames); });
    report.add({"pan, " + counted(visible) + " candles" + suffix, "ms", cost.work, "stock QCPFinancial", cost.baseline,
                cost.ratio, limit, Figure::Bound::RatioAtMost});
}

/// The picture of a million bars, and of as many as are usually the most.
void panMillion(Report& report)
{
    ChartRig many(barsAround(1'000'000), 1'000'000), few(barsAround(100'000), 100'000);
    const Paired cost = compared(
        10, [&] { pan(many, 10); }, [&] { pan(few, 10); });
    report.add({"pan, 1,000,000 candles", "ms", cost.work, "100,000 candles", cost.baseline, cost.ratio, 1.3,
                Figure::Bound::RatioAtMost});
}

void ticks(ChartRig& rig, int count)
{
    rig.rebuilds();
    for (int i = 0; i < count; ++i)
        rig.tick(i);
    demand(rig.rebuilds() == 0); // the cached picture stands
}

void tickAndCrosshair(Report& report, const std::string& suffix = {})
{
    const auto bars = barsAround(500);
    ChartRig rig(bars, 500);
    StockChart stock(bars, chartSize);
    stock.show(rig.first(), rig.visible());
    constexpr int count = 60;
    const Paired tick = compared(
        count, [&] { ticks(rig, count); },
        [&] {
            for (int i = 0; i < count; ++i)
                stock.tick(rig.lastClose(i));
        });
    report.add({"live tick, 500 candles" + suffix, "ms", tick.work, "stock replot", tick.baseline, tick.ratio, 0.10,
                Figure::Bound::RatioAtMost});
    const Paired cross = compared(
        count,
        [&] {
            rig.rebuilds();
            for (int i = 0; i < count; ++i)
                rig.pointAt(QPoint(300 + 11 * i, 200 + 5 * i));
            demand(rig.rebuilds() == 0);
        },
        [&] {
            for (int i = 0; i < count; ++i)
                stock.replot();
        });
    report.add({"crosshair move, 500 candles" + suffix, "ms", cross.work, "stock replot", cross.baseline, cross.ratio, 0.25,
                Figure::Bound::RatioAtMost});
}

void tickByHistory(Report& report)
{
    ChartRig large(wanderingBars(100'000), 500), small(wanderingBars(1'000), 500);
    const Paired cost = compared(
        200, [&] { ticks(large, 200); }, [&] { ticks(small, 200); });
    report.add({"live tick, history of 100,000", "ms", cost.work, "of 1,000", cost.baseline, cost.ratio, 1.3,
                Figure::Bound::RatioAtMost});
}

void run(Report& report)
{
    panAgainstStock(report, 500, 20, 0.60);
    panAgainstStock(report, 2'000, 12, 0.50);
    panAgainstStock(report, 10'000, 6, 0.25);
    panAgainstStock(report, 100'000, 2, 0.06);
    panMillion(report);
    tickAndCrosshair(report);
    tickByHistory(report);
}

/// Qt reads the scale once, at its start: the figures of a fine screen come from this program started anew.
void runFine(Report& report)
{
    if (qApp->devicePixelRatio() < 2)
        return addFrom(report, QStringLiteral("chart2x"), {{QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2")}});
    constexpr const char* fine = ", 2 pixels a point";
    panAgainstStock(report, 500, 10, 0.30, fine);
    panAgainstStock(report, 10'000, 4, 0.25, fine);
    tickAndCrosshair(report, fine);
}

} // namespace

SPREADLINE_BENCH("chart", "the price chart at 1600x900 against stock QCPFinancial", run)

namespace {
const bool registeredFine = (benches().push_back({"chart2x", "the same on a screen of twice the density", runFine}), true);
}
