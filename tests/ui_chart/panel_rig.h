// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_canvas.h"
#include "chart/chart_choices.h"
#include "chart/chart_panel.h"
#include "chart_bars.h"
#include "drawings/drawing_store.h"
#include "scripted_engine.h"
#include "style/display_options.h"

#include <QTemporaryDir>

namespace spreadline::test {

/// A chart panel over a real MarketView whose engine answers what the test puts in.
struct PanelRig {
    explicit PanelRig(QSize size = {1'000, 560})
    {
        panel.resize(size);
        panel.show();
    }

    void list()
    {
        engine.put(std::vector{instrumentOf(0, "BTCUSDT", Price::fromMantissa(1, 2)),
                               instrumentOf(1, "ETHUSDT", Price::fromMantissa(1, 2)),
                               instrumentOf(2, "SOLUSDT", Price::fromMantissa(1, 3))});
        QVERIFY(QTest::qWaitFor([this] { return terminal.market().instruments().size() == 3; }));
    }
    /// The list has come, a symbol is chosen and its chart is wanted.
    void begin(const QString& symbol = QStringLiteral("BTCUSDT"))
    {
        list();
        QVERIFY(panel.setSymbol(symbol));
        QVERIFY(QTest::qWaitFor([this] { return !engine.interest.charts.empty(); }));
    }
    /// The wish for an instrument's bars; null when there is none.
    const ChartInterest* wish(std::uint32_t instrument) const
    {
        for (const ChartInterest& chart : engine.interest.charts) {
            if (chart.instrument == InstrumentId{instrument})
                return &chart;
        }
        return nullptr;
    }
    bool isWanted(std::uint32_t instrument) const
    {
        return QTest::qWaitFor([this, instrument] { return wish(instrument) != nullptr; });
    }
    ChartUpdate update(std::uint32_t instrument, std::vector<Kline> bars, bool reset) const
    {
        ChartUpdate made;
        const ChartInterest wanted = wish(instrument) ? *wish(instrument) : ChartInterest{};
        made.chart = wanted.chart;
        made.instrument = wanted.instrument;
        made.interval = wanted.interval;
        made.reset = reset;
        made.bars = std::move(bars);
        made.trust = synced();
        return made;
    }
    void give(std::uint32_t instrument, std::vector<Kline> bars, bool reset = true)
    {
        engine.put(update(instrument, std::move(bars), reset));
        settle();
    }
    void settle() const
    {
        QVERIFY(QTest::qWaitFor([this] { return engine.isDealtWith(); }));
    }
    void showBars(int count = 1'000)
    {
        give(0, minuteKlines(0, count));
        QCOMPARE(static_cast<int>(bars()), count);
        static_cast<void>(panel.grab()); // laid out
    }
    std::size_t bars() { return panel.canvas().series().columns().size(); }
    template<typename Widget = QWidget>
    Widget* find(const char* name)
    {
        return panel.findChild<Widget*>(QString::fromLatin1(name));
    }

    ScriptedEngine engine;
    Terminal terminal{engine, QStringLiteral("practice"), Terminal::Environment::Practice};
    ThemeSource themes;
    DisplayOptions display;
    QTemporaryDir folder;
    drawing::DrawingStore drawings{folder.path()};
    chart::ChartChoices choices;
    ChartPanel panel{{terminal.market(), themes, display, drawings, choices, QStringLiteral("practice")}};
};

} // namespace spreadline::test
