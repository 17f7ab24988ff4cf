// SPDX-License-Identifier: GPL-3.0-or-later
// The chart as a trader has it: a million candles, five studies in three panes and five thousand fills. The bounds are those of the
// bare chart, and the baseline is the bare stock chart.
#include "bench.h"
#include "chart_rig.h"
#include "respawn.h"
#include "stock_chart.h"

#include <QApplication>

#include <cstdlib>
#include <string>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

constexpr int million = 1'000'000;
constexpr int fills = 5'000;

void demand(bool condition)
{
    if (!condition)
        std::abort(); // a frame that was not drawn would be a fast one
}

std::string named(const char* what, const std::string& suffix)
{
    return std::string(what) + ", 5 studies, 5,000 markers" + suffix;
}

/// The same frames by the chart and by the stock one.
class Duel {
public:
    Duel(Report& report, double visible, std::string suffix)
        : m_report(report),
          m_bars(wanderingBars(million + million / 5)),
          m_rig(m_bars, visible),
          m_stock(m_bars, chartSize),
          m_suffix(std::move(suffix))
    {
        m_rig.addStudies();
        m_rig.addMarkers(fills);
        m_stock.show(m_rig.first(), m_rig.visible());
    }

    void pan(const char* name, int rounds, int frames, double limit)
    {
        const double first = m_rig.first(), visible = m_rig.visible(), step = 3 * visible / chartSize.width();
        measure(
            name, rounds, frames, limit, [&](int i) { m_rig.dragBy(i < frames / 2 ? 3 : -3); },
            [&](int i) { m_stock.show(first - step * (i < frames / 2 ? i + 1 : frames - i - 1), visible); });
    }

    void zoom(const char* name, int rounds, int frames, double limit)
    {
        const double first = m_rig.first(), visible = m_rig.visible();
        measure(
            name, rounds, frames, limit, [&](int i) { m_rig.zoomBy(i % 2 == 0 ? 1 : -1); },
            [&](int i) {
                const double seen = i % 2 == 0 ? visible / 1.15 : visible;
                m_stock.show(first + (visible - seen) / 2, seen);
            });
    }

    void tick(const char* name, int frames, double limit)
    {
        measure(
            name, 9, frames, limit, [&](int i) { m_rig.tick(i); }, [&](int i) { m_stock.tick(m_rig.lastClose(i)); }, false);
    }

    void crosshair(const char* name, int frames, double limit)
    {
        measure(
            name, 9, frames, limit, [&](int i) { m_rig.pointAt(QPoint(300 + 11 * i, 200 + 5 * i)); },
            [&](int) { m_stock.replot(); }, false);
    }

private:
    void measure(const char* name, int rounds, int frames, double limit, const std::function<void(int)>& ours,
                 const std::function<void(int)>& theirs, bool rebuilds = true)
    {
        const Paired cost = paired(
            rounds, 1e3 / frames,
            [&] {
                m_rig.rebuilds();
                for (int i = 0; i < frames; ++i)
                    ours(i);
                demand(m_rig.rebuilds() == (rebuilds ? frames : 0));
            },
            [&] {
                for (int i = 0; i < frames; ++i)
                    theirs(i);
            },
            threadSeconds);
        m_report.add({named(name, m_suffix), "ms", cost.work, "stock QCPFinancial", cost.baseline, cost.ratio, limit,
                      Figure::Bound::RatioAtMost});
    }

    Report& m_report;
    std::vector<chart::Bar> m_bars;
    ChartRig m_rig;
    StockChart m_stock;
    std::string m_suffix;
};

void tickByHistory(Report& report, int bars, const char* name)
{
    ChartRig large(wanderingBars(bars), 500), small(wanderingBars(1'000), 500);
    for (ChartRig* rig : {&large, &small})
        rig->addStudies();
    const auto ticks = [](ChartRig& rig) {
        rig.rebuilds();
        for (int i = 0; i < 200; ++i)
            rig.tick(i);
        demand(rig.rebuilds() == 0);
    };
    const Paired cost = paired(
        9, 1e3 / 200, [&] { ticks(large); }, [&] { ticks(small); }, threadSeconds);
    report.add({std::string("live tick, 5 studies, history of ") + name, "ms", cost.work, "of 1,000", cost.baseline, cost.ratio,
                1.3, Figure::Bound::RatioAtMost});
}

void run(Report& report)
{
    {
        Duel near(report, 500, "");
        near.pan("pan, 500 of a million", 9, 20, 0.60);
        near.zoom("zoom, 500 of a million", 9, 20, 0.60);
        near.tick("live tick", 60, 0.10);
        near.crosshair("crosshair move", 60, 0.25);
    }
    {
        Duel all(report, million, "");
        all.pan("pan, a million candles", 3, 2, 0.06);
        all.zoom("zoom, a million candles", 3, 2, 0.06);
    }
    tickByHistory(report, 100'000, "100,000");
    tickByHistory(report, million, "1,000,000");
}

void runFine(Report& report)
{
    if (qApp->devicePixelRatio() < 2)
        return addFrom(report, QStringLiteral("chart-studies2x"), {{QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2")}});
    constexpr const char* fine = ", 2 pixels a point";
    Duel near(report, 500, fine);
    near.pan("pan, 500 of a million", 9, 10, 0.30);
    near.zoom("zoom, 500 of a million", 9, 10, 0.30);
    near.tick("live tick", 60, 0.10);
    near.crosshair("crosshair move", 60, 0.25);
    Duel all(report, million, fine);
    all.pan("pan, a million candles", 1, 2, 0.06); // once: the stock chart takes ten seconds a frame
}

} // namespace

SPREADLINE_BENCH("chart-studies", "a million candles with studies and markers against stock QCPFinancial", run)

namespace {
const bool registeredFine =
    (benches().push_back({"chart-studies2x", "the same on a screen of twice the density", runFine}), true);
}
