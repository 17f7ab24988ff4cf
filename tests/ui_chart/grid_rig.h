// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_canvas.h"
#include "chart/chart_cell.h"
#include "chart/chart_choices.h"
#include "chart/chart_grid.h"
#include "chart_bars.h"
#include "drawings/drawing_store.h"
#include "models/active_instrument.h"
#include "scripted_engine.h"
#include "style/display_options.h"

#include <QTemporaryDir>
#include <QTest>

namespace spreadline::test {

/// A grid of charts over a real MarketView whose engine answers what the test puts in.
struct GridRig {
    explicit GridRig(QSize size = {1'200, 800})
    {
        grid.resize(size);
        grid.show();
        QObject::connect(&grid, &ChartGrid::troubled, &grid, [this](const Error& error) { errors.push_back(error); });
    }

    void list()
    {
        engine.put(std::vector{instrumentOf(0, "BTCUSDT", Price::fromMantissa(1, 2)),
                               instrumentOf(1, "ETHUSDT", Price::fromMantissa(1, 2)),
                               instrumentOf(2, "SOLUSDT", Price::fromMantissa(1, 3))});
        QVERIFY(QTest::qWaitFor([this] { return terminal.market().instruments().size() == 3; }));
    }
    void begin(chart::GridShape shape = chart::GridShape::Four)
    {
        list();
        active.set(InstrumentId{0});
        grid.setShape(shape);
    }
    chart::ChartCell& cell(std::size_t i) const { return *grid.cells()[i]; }
    chart::ChartCanvas& canvas(std::size_t i) const { return cell(i).panel().canvas(); }
    QString symbol(std::size_t i) const { return cell(i).panel().symbol(); }
    /// Bars for every chart that wants some.
    void giveBars(int count = 500)
    {
        QVERIFY(QTest::qWaitFor([this] { return engine.interest.charts.size() >= grid.cells().size(); }));
        for (const ChartInterest& wanted : engine.interest.charts) {
            ChartUpdate update;
            update.chart = wanted.chart;
            update.instrument = wanted.instrument;
            update.interval = wanted.interval;
            update.reset = true;
            update.bars = minuteKlines(0, count);
            update.trust = synced();
            engine.put(std::move(update));
        }
        QVERIFY(QTest::qWaitFor([this] { return engine.isDealtWith(); }));
        static_cast<void>(grid.grab()); // laid out
    }

    ScriptedEngine engine;
    Terminal terminal{engine, QStringLiteral("practice"), Terminal::Environment::Practice};
    ThemeSource themes;
    DisplayOptions display;
    ActiveInstrument active;
    QTemporaryDir folder;
    drawing::DrawingStore drawings{folder.filePath(QStringLiteral("drawings"))};
    chart::ChartChoices choices;
    QString path; ///< what is answered when a file is asked for
    QStringList suggested;
    std::vector<Error> errors;
    ChartGrid grid{{{terminal.market(), themes, display, drawings, choices, QStringLiteral("practice")},
                    active,
                    [this](const QString& name, const QString&) {
                        suggested.append(name);
                        return path;
                    }}};
};

} // namespace spreadline::test
