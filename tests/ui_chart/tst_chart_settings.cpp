// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_choices.h"
#include "chart/chart_comparison.h"
#include "chart/chart_settings.h"
#include "test_main.h"

#include "panel_rig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::PanelRig;

class TstChartSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackFromJson();
    void leavesOutWhatItDoesNotUnderstand_data();
    void leavesOutWhatItDoesNotUnderstand();
    void aPanelComesBack();
    void aPanelTakesWhatItCan();
    void symbolAndIntervalComeTogether();
    void symbolsMayComeBeforeTheList();
    void changesAreTold();
    void zoomIsRemembered();
    void choicesComeBack();
    void recentSymbolsAreFew();
    void templates();

private:
    static ChartStudy study(const char* text, int pane);
    static ChartSettings full();
};

ChartStudy TstChartSettings::study(const char* text, int pane)
{
    ChartStudy made = newStudy(indicators::parseStudy(text).value());
    made.pane = pane;
    return made;
}

ChartSettings TstChartSettings::full()
{
    ChartSettings settings;
    settings.symbol = QStringLiteral("BTCUSDT");
    settings.interval = Interval::time(std::chrono::hours(4));
    settings.style = PriceStyle::HeikinAshi;
    settings.scale = ScaleMode::Percent;
    settings.isInverted = true;
    settings.isVolumeShown = settings.areExtremesNamed = settings.isCountdownShown = false;
    settings.studies = {study("ema(50)", 0), study("rsi(14)", 3), study("macd(12,26,9)", 7)};
    settings.panes = {{3, 0.5}, {0, 1.5}, {7, 0.75}};
    settings.compared = {{QStringLiteral("ETHUSDT"), Ink::Rose, ComparedSymbol().custom},
                         {QStringLiteral("ETHUSDT/SOLUSDT"), Ink::Custom, 0xff102030}};
    settings.isDrawingBarShown = false;
    settings.magnet = drawing::Magnet::Strong;
    settings.spacing = 12.5;
    settings.extras = {{QStringLiteral("profile"), QJsonObject{{QStringLiteral("rows"), 40}}}};
    return settings;
}

void TstChartSettings::comesBackFromJson()
{
    const QByteArray text = QJsonDocument(toJson(full())).toJson();
    const ReadChartSettings read = chartSettingsFrom(QJsonDocument::fromJson(text).object());
    QVERIFY(read.leftOut.empty());
    QVERIFY(read.settings == full());
    QVERIFY(chartSettingsFrom({}).settings == ChartSettings());
    QVERIFY(chartSettingsFrom({}).leftOut.empty());
}

void TstChartSettings::leavesOutWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* key, const QJsonValue& value) {
        QTest::addRow("%s %d", key, static_cast<int>(value.type())) << QString::fromLatin1(key) << value;
    };
    row("interval", QStringLiteral("7x"));
    row("interval", 5);
    row("style", QStringLiteral("renko"));
    row("scale", true);
    row("inverted", QStringLiteral("yes"));
    row("magnet", QStringLiteral("huge"));
    row("spacing", -3);
    row("spacing", QStringLiteral("wide"));
    row("symbol", QString(500, QLatin1Char('A')));
    row("studies", QJsonArray{QStringLiteral("rsi"), QJsonObject{{QStringLiteral("study"), QStringLiteral("nosuch(3)")}}});
    row("panes", QJsonArray{QJsonObject{{QStringLiteral("key"), 3}, {QStringLiteral("share"), -1}}});
    row("compared", QJsonArray{QJsonObject{{QStringLiteral("ink"), QStringLiteral("rose")}}});
}

void TstChartSettings::leavesOutWhatItDoesNotUnderstand()
{
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    QJsonObject json = toJson(full());
    json.insert(key, value);
    const ReadChartSettings read = chartSettingsFrom(json);
    QVERIFY(!read.leftOut.empty());
    // Everything else is as it was.
    QJsonObject again = toJson(read.settings);
    QJsonObject before = toJson(full());
    again.remove(key);
    before.remove(key);
    QCOMPARE(again, before);
}

void TstChartSettings::aPanelComesBack()
{
    ChartSettings before;
    {
        PanelRig rig;
        rig.begin();
        const std::vector<Error> errors = rig.panel.restore(full());
        QVERIFY(errors.empty());
        before = rig.panel.settings();
        QVERIFY(before == full());
    }
    PanelRig other;
    other.begin(QStringLiteral("SOLUSDT"));
    QVERIFY(other.panel.comparison().add(QStringLiteral("BTCUSDT")));
    other.panel.canvas().addStudy(study("sma(9)", -1));
    QVERIFY(other.panel.restore(before).empty());
    QVERIFY(other.panel.settings() == before);
    QCOMPARE(other.panel.canvas().studyIds().size(), std::size_t(3));
    QCOMPARE(other.panel.canvas().paneLayout().front().key, 3);
}

void TstChartSettings::aPanelTakesWhatItCan()
{
    PanelRig rig;
    rig.begin();
    ChartSettings settings = full();
    settings.symbol = QStringLiteral("NOSUCH");
    settings.compared[0].text = QStringLiteral("NOTEITHER");
    const std::vector<Error> errors = rig.panel.restore(settings);
    QCOMPARE(errors.size(), std::size_t(2));
    QCOMPARE(errors[0].where, std::string("NOSUCH"));
    QCOMPARE(errors[1].where, std::string("NOTEITHER"));
    QCOMPARE(rig.panel.symbol(), QStringLiteral("BTCUSDT"));
    QVERIFY(rig.panel.interval() == settings.interval);
    QCOMPARE(rig.panel.comparison().symbols().size(), std::size_t(1));
}

// Bars that count trades do not go with an expression, neither with the former nor with the next symbol.
void TstChartSettings::symbolAndIntervalComeTogether()
{
    PanelRig rig;
    rig.begin(QStringLiteral("BTCUSDT/ETHUSDT"));
    ChartSettings settings;
    settings.symbol = QStringLiteral("SOLUSDT");
    settings.interval = Interval::ticks(100);
    QVERIFY(rig.panel.restore(settings).empty());
    QCOMPARE(rig.panel.symbol(), settings.symbol);
    QVERIFY(rig.panel.interval() == settings.interval);
    settings.symbol = QStringLiteral("BTCUSDT/ETHUSDT");
    QCOMPARE(rig.panel.restore(settings).size(), std::size_t(1));
    QCOMPARE(rig.panel.symbol(), QStringLiteral("SOLUSDT"));
}

void TstChartSettings::symbolsMayComeBeforeTheList()
{
    PanelRig rig;
    QVERIFY(rig.panel.restore(full()).empty());
    QCOMPARE(rig.panel.symbol(), QStringLiteral("BTCUSDT"));
    QVERIFY(rig.engine.interest.charts.empty());
    rig.list();
    QTRY_VERIFY(rig.wish(0) && rig.wish(1) && rig.wish(2));
    QVERIFY(rig.wish(0)->interval == full().interval);
}

void TstChartSettings::changesAreTold()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    QSignalSpy told(&rig.panel, &ChartPanel::settingsChanged);
    const auto tells = [&told](auto change) {
        told.clear();
        change();
        return !told.isEmpty();
    };
    QVERIFY(tells([&] { rig.panel.canvas().setPriceStyle(PriceStyle::Line); }));
    QVERIFY(tells([&] { rig.panel.canvas().setScaleMode(ScaleMode::Log); }));
    QVERIFY(tells([&] { rig.panel.canvas().setInverted(true); }));
    QVERIFY(tells([&] { rig.panel.canvas().addStudy(study("rsi(14)", -1)); }));
    QVERIFY(tells([&] { QVERIFY(rig.panel.comparison().add(QStringLiteral("ETHUSDT"))); }));
    QVERIFY(tells([&] { rig.panel.setInterval(Interval::time(std::chrono::hours(1))); }));
    QVERIFY(tells([&] { QVERIFY(rig.panel.setSymbol(QStringLiteral("SOLUSDT"))); }));
    QVERIFY(tells([&] { rig.panel.canvas().hand().setMagnet(drawing::Magnet::Weak); }));
}

void TstChartSettings::zoomIsRemembered()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    QSignalSpy told(&rig.panel, &ChartPanel::settingsChanged);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&rig.panel.canvas(), Qt::Key_Plus);
    const double spacing = rig.panel.settings().spacing;
    QVERIFY(spacing > ChartSettings().spacing);
    QTRY_VERIFY(!told.isEmpty()); // when it has come to rest
    PanelRig other;
    other.begin();
    QVERIFY(other.panel.restore(rig.panel.settings()).empty());
    other.showBars();
    QCOMPARE(other.panel.canvas().timeScale().spacing(), spacing);
}

void TstChartSettings::choicesComeBack()
{
    ChartChoices choices;
    choices.chose(QStringLiteral("BTCUSDT"));
    choices.chose(QStringLiteral("BTCUSDT/ETHUSDT"));
    QVERIFY(choices.keepTemplate(QStringLiteral("Trend"), {study("ema(50)", 0), study("adx(14)", 2)}));
    ChartChoices again;
    QVERIFY(again.restore(choices.toJson()).empty());
    QCOMPARE(again.recentSymbols(), QStringList({QStringLiteral("BTCUSDT/ETHUSDT"), QStringLiteral("BTCUSDT")}));
    QCOMPARE(again.templateNames(), QStringList{QStringLiteral("Trend")});
    QVERIFY(again.studiesOf(QStringLiteral("Trend")) == choices.studiesOf(QStringLiteral("Trend")));
    QJsonObject broken = choices.toJson();
    broken.insert(QStringLiteral("templates"), QJsonObject{{QStringLiteral("Bad"), QJsonArray{5}}});
    QVERIFY(!again.restore(broken).empty());
    QCOMPARE(again.recentSymbols().size(), 2);
}

void TstChartSettings::recentSymbolsAreFew()
{
    ChartChoices choices;
    for (int i = 0; i < 30; ++i)
        choices.chose(QStringLiteral("S%1").arg(i));
    choices.chose(QStringLiteral("S25"));
    QCOMPARE(choices.recentSymbols().size(), ChartChoices::mostRecent);
    QCOMPARE(choices.recentSymbols().first(), QStringLiteral("S25"));
    QCOMPARE(choices.recentSymbols().count(QStringLiteral("S25")), 1);
}

void TstChartSettings::templates()
{
    ChartChoices choices;
    QVERIFY(!choices.keepTemplate(QString(), {}));
    QVERIFY(!choices.keepTemplate(QString(60, QLatin1Char('x')), {}));
    for (std::size_t i = 0; i < ChartChoices::mostTemplates; ++i)
        QVERIFY(choices.keepTemplate(QString::number(i), {}));
    QVERIFY(!choices.keepTemplate(QStringLiteral("one more"), {}));
    QVERIFY(choices.keepTemplate(QStringLiteral("7"), {study("rsi(14)", 1)}));
    choices.dropTemplate(QStringLiteral("8"));
    QVERIFY(choices.keepTemplate(QStringLiteral("one more"), {}));
}

SPREADLINE_TEST(TstChartSettings)
#include "tst_chart_settings.moc"
