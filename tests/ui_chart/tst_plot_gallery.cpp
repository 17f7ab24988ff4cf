// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot_desk.h"
#include "test_main.h"

#include <QDir>

using namespace spreadline;
using namespace spreadline::chart;
using namespace spreadline::test;

/// Pictures for people to judge, written to the folder SPREADLINE_GALLERY names.
class TstPlotGallery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void studies();
    void styles();
    void scales();
    void oddPrices();
    void markers();
};

namespace {

void save(PlotDesk& desk, const QString& name)
{
    const QString folder = qEnvironmentVariable("SPREADLINE_GALLERY");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(desk.paint().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

template<typename Make>
void everyLook(const QString& name, Make&& make)
{
    for (const bool dark : {true, false}) {
        for (const int ratio : {1, 2}) {
            PlotDesk desk(wanderingBars(3'000), {1'200, 760}, ratio, dark);
            make(desk);
            save(desk, QStringLiteral("%1-%2-%3x").arg(name, dark ? QStringLiteral("dark") : QStringLiteral("light")).arg(ratio));
        }
    }
}

} // namespace

void TstPlotGallery::init()
{
    if (!qEnvironmentVariableIsSet("SPREADLINE_GALLERY"))
        QSKIP("SPREADLINE_GALLERY names no folder");
}

void TstPlotGallery::styles()
{
    constexpr std::array styles{std::pair{PriceStyle::Candles, "candles"}, std::pair{PriceStyle::Hollow, "hollow"},
                                std::pair{PriceStyle::Bars, "bars"}, std::pair{PriceStyle::Line, "line"},
                                std::pair{PriceStyle::Area, "area"}};
    for (const auto& [style, name] : styles) {
        for (const double visible : {70.0, 2'400.0}) {
            everyLook(QStringLiteral("style-%1-%2").arg(QLatin1String(name)).arg(visible), [style, visible](PlotDesk& desk) {
                desk.scene.style = style;
                desk.highLow = true;
                desk.show(visible);
            });
        }
    }
}

void TstPlotGallery::scales()
{
    constexpr std::array modes{std::pair{ScaleMode::Log, "log"}, std::pair{ScaleMode::Percent, "percent"}};
    for (const auto& [mode, name] : modes) {
        for (const bool inverted : {false, true}) {
            everyLook(QStringLiteral("scale-%1%2").arg(QLatin1String(name), inverted ? QStringLiteral("-inverted") : QString()),
                      [mode, inverted](PlotDesk& desk) {
                          desk.addStudy("bbands");
                          desk.addStudy("stochrsi");
                          desk.show(300);
                          auto& scale = desk.scene.price().scale;
                          scale.setMode(mode);
                          scale.setInverted(inverted);
                          scale.setBase(desk.series().columns().closes()[desk.scene.firstVisible()]);
                          desk.scene.zone = QTimeZone("America/New_York");
                      });
        }
    }
    everyLook(QStringLiteral("scale-log-wide"), [](PlotDesk& desk) {
        std::vector<Bar> bars = wanderingBars(900);
        for (std::size_t i = 0; i < bars.size(); ++i) {
            const double factor = std::exp(static_cast<double>(i) * 0.009) / 60'000;
            bars[i].open *= factor, bars[i].high *= factor, bars[i].low *= factor, bars[i].close *= factor;
        }
        desk.series().reset(desk.series().interval());
        desk.series().merge(std::move(bars));
        desk.scene.time.setCount(900);
        desk.show(900);
        desk.scene.price().scale.setMode(ScaleMode::Log);
        desk.scene.zone = QTimeZone("Europe/Berlin");
        desk.addStudy("atr");
    });
}

void TstPlotGallery::oddPrices()
{
    for (const double price : {1e-6, 1e9}) {
        PlotDesk desk(wanderingBars(300, price), {1'200, 500});
        desk.scene.price().format = {ValueFormat::Kind::Fixed, price < 1 ? 10 : 1, price < 1 ? 1e-10 : 0.1};
        desk.addStudy("macd");
        desk.show(120);
        save(desk, QStringLiteral("odd-%1").arg(price));
    }
    for (const int count : {0, 1, 2}) {
        PlotDesk desk(wanderingBars(count), {600, 400});
        desk.addStudy("ema(1)");
        save(desk, QStringLiteral("bars-%1").arg(count));
    }
}

void TstPlotGallery::markers()
{
    for (const double visible : {60.0, 600.0, 2'800.0}) {
        everyLook(QStringLiteral("markers-%1").arg(visible), [visible](PlotDesk& desk) {
            desk.show(visible);
            for (std::size_t i = 0; i < 3'000; i += 7) {
                const Bar bar = desk.series().columns().at(i);
                const auto shape = static_cast<Marker::Shape>(i / 7 % 5);
                const bool isUp = shape == Marker::Shape::Buy || shape == Marker::Shape::Cover;
                desk.markers.add({bar.time, bar.close, shape,
                                  shape == Marker::Shape::Note ? Ink::Amber
                                      : isUp                   ? Ink::Up
                                                               : Ink::Down});
                if (i % 5 == 0)
                    desk.markers.add({bar.time + 1, bar.close, shape, isUp ? Ink::Up : Ink::Down});
            }
        });
    }
}

void TstPlotGallery::studies()
{
    everyLook(QStringLiteral("studies"), [](PlotDesk& desk) {
        for (const char* text : {"bbands", "ema(50)", "supertrend", "macd", "rsi", "volume"})
            desk.addStudy(text);
        desk.show(180);
    });
    everyLook(QStringLiteral("ichimoku"), [](PlotDesk& desk) {
        for (const char* text : {"ichimoku", "psar", "stoch", "cvd"})
            desk.addStudy(text);
        desk.show(160);
    });
    everyLook(QStringLiteral("merged"), [](PlotDesk& desk) {
        for (const char* text : {"bbands", "ema(50)", "supertrend", "ichimoku", "macd", "rsi", "stoch"})
            desk.addStudy(text);
        desk.show(2'400);
    });
}

SPREADLINE_TEST(TstPlotGallery)
#include "tst_plot_gallery.moc"
