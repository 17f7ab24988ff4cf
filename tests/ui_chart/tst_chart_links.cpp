// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_links.h"
#include "style/theme.h"
#include "test_main.h"

#include <QSignalSpy>

#include <memory>
#include <set>

using namespace spreadline;
using namespace spreadline::chart;

namespace {

Timestamp at(std::int64_t minute)
{
    return Timestamp::fromMillis(1'763'640'000'000 + minute * 60'000);
}

/// Tells its group of every change, also of those that come from the group: as a careless chart would.
class Fake final : public LinkedChart {
public:
    Fake(ChartLinks& links, QString symbol) : m_links(links), m_symbol(std::move(symbol)) {}
    ~Fake() override { m_links.leave(*this); }

    QString linkedSymbol() const override { return m_symbol; }
    Interval linkedInterval() const override { return m_interval; }
    void takeSymbol(const QString& symbol) override { setSymbol(symbol); }
    void takeInterval(Interval interval) override { setInterval(interval); }
    void takeCrosshair(std::optional<Timestamp> time) override
    {
        guest = time;
        ++crosshairs;
    }
    void takeRange(const TimeSpan& span) override
    {
        range = span;
        m_links.rangeChanged(*this, {span.from + std::chrono::minutes(1), span.to}); // snapped to its own bars
    }

    void setSymbol(const QString& symbol)
    {
        m_symbol = symbol;
        ++changes;
        m_links.symbolChanged(*this);
    }
    void setInterval(Interval interval)
    {
        m_interval = interval;
        ++changes;
        m_links.intervalChanged(*this);
    }

    int changes = 0, crosshairs = 0;
    std::optional<Timestamp> guest;
    std::optional<TimeSpan> range;

private:
    ChartLinks& m_links;
    QString m_symbol;
    Interval m_interval = Interval::time(std::chrono::minutes(1));
};

const Interval hour = Interval::time(std::chrono::hours(1));

} // namespace

class TstChartLinks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aSymbolGoesToTheGroupAndNoFurther();
    void anIntervalGoesWhereItIsLinked();
    void joiningTakesOverWhatTheGroupShows();
    void nothingGoesRound();
    void aCrosshairIsSharedOnceAFrame();
    void aCrosshairVanishesOnLeave();
    void whoPointsShowsNoGuest();
    void leavingTakesTheCrosshairAlong();
    void unlinkingTheCrosshairClearsIt();
    void rangesFollowWhenLinked();
    void partsComeBack();
    void coloursDiffer();

private:
    Fake& chart(std::size_t i) { return *m_charts[i]; }

    std::unique_ptr<ChartLinks> m_links;
    std::vector<std::unique_ptr<Fake>> m_charts;
};

// 0 and 1 in group 2, 2 in group 3, 3 in none.
void TstChartLinks::init()
{
    m_links = std::make_unique<ChartLinks>();
    for (const char* symbol : {"BTCUSDT", "BTCUSDT", "ETHUSDT", "SOLUSDT"})
        m_charts.push_back(std::make_unique<Fake>(*m_links, QLatin1String(symbol)));
    m_links->join(chart(0), 2);
    m_links->join(chart(1), 2);
    m_links->join(chart(2), 3);
    for (const auto& each : m_charts)
        each->changes = 0;
}

void TstChartLinks::cleanup()
{
    m_charts.clear();
    m_links.reset();
}

void TstChartLinks::aSymbolGoesToTheGroupAndNoFurther()
{
    chart(0).setSymbol(QStringLiteral("XRPUSDT"));
    QCOMPARE(chart(1).linkedSymbol(), QStringLiteral("XRPUSDT"));
    QCOMPARE(chart(2).linkedSymbol(), QStringLiteral("ETHUSDT"));
    QCOMPARE(chart(3).linkedSymbol(), QStringLiteral("SOLUSDT"));
    chart(3).setSymbol(QStringLiteral("BNBUSDT"));
    QCOMPARE(chart(0).linkedSymbol(), QStringLiteral("XRPUSDT"));
}

void TstChartLinks::anIntervalGoesWhereItIsLinked()
{
    chart(0).setInterval(hour);
    QVERIFY(chart(1).linkedInterval() != hour);
    LinkParts parts;
    parts.symbol = false;
    parts.interval = true;
    m_links->setParts(2, parts);
    chart(1).setInterval(Interval::time(std::chrono::minutes(5)));
    QVERIFY(chart(0).linkedInterval() == Interval::time(std::chrono::minutes(5)));
    chart(0).setSymbol(QStringLiteral("XRPUSDT"));
    QCOMPARE(chart(1).linkedSymbol(), QStringLiteral("BTCUSDT"));
}

void TstChartLinks::joiningTakesOverWhatTheGroupShows()
{
    const QSignalSpy changed(m_links.get(), &ChartLinks::changed);
    m_links->join(chart(3), 2);
    QCOMPARE(chart(3).linkedSymbol(), QStringLiteral("BTCUSDT"));
    QCOMPARE(m_links->group(chart(3)), 2);
    QVERIFY(changed.size() >= 1);
    m_links->join(chart(3), ChartLinks::none);
    QCOMPARE(m_links->group(chart(3)), ChartLinks::none);
    QCOMPARE(chart(3).linkedSymbol(), QStringLiteral("BTCUSDT"));
    m_links->join(chart(3), 10); // there is none
    QCOMPARE(m_links->group(chart(3)), ChartLinks::none);
}

void TstChartLinks::nothingGoesRound()
{
    m_links->setParts(2, {true, true, true, true});
    m_links->join(chart(2), 2);
    m_links->join(chart(3), 2);
    for (const auto& each : m_charts)
        each->changes = 0;
    chart(0).setSymbol(QStringLiteral("XRPUSDT"));
    chart(1).setInterval(hour);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(chart(i).changes, 2);
        QCOMPARE(chart(i).linkedSymbol(), QStringLiteral("XRPUSDT"));
        QVERIFY(chart(i).linkedInterval() == hour);
    }
}

void TstChartLinks::aCrosshairIsSharedOnceAFrame()
{
    for (int i = 0; i < 50; ++i)
        m_links->crosshairMoved(chart(0), at(i));
    QVERIFY(!chart(1).guest);
    QTRY_COMPARE(chart(1).guest, at(49));
    QVERIFY2(chart(1).crosshairs <= 2, "fifty moves within a frame are one");
    QVERIFY(!chart(0).guest);
    QVERIFY(!chart(2).guest);
}

void TstChartLinks::aCrosshairVanishesOnLeave()
{
    m_links->crosshairMoved(chart(0), at(1));
    QTRY_COMPARE(chart(1).guest, at(1));
    m_links->crosshairMoved(chart(0), std::nullopt);
    QVERIFY(!chart(1).guest); // at once, not a frame later
    m_links->crosshairMoved(chart(0), at(2));
    m_links->crosshairMoved(chart(0), std::nullopt);
    chart(1).crosshairs = 0;
    m_links->crosshairMoved(chart(2), at(3)); // its frame comes: what was taken back does not
    QTest::qWait(40);
    QCOMPARE(chart(1).crosshairs, 0);
}

void TstChartLinks::whoPointsShowsNoGuest()
{
    m_links->crosshairMoved(chart(0), at(1));
    QTRY_COMPARE(chart(1).guest, at(1));
    m_links->crosshairMoved(chart(1), at(5));
    QVERIFY(!chart(1).guest);
    QTRY_COMPARE(chart(0).guest, at(5));
    m_links->crosshairMoved(chart(0), std::nullopt); // the leave that comes late is the former one's
    QCOMPARE(chart(0).guest, at(5));
}

void TstChartLinks::leavingTakesTheCrosshairAlong()
{
    m_links->crosshairMoved(chart(0), at(1));
    QTRY_COMPARE(chart(1).guest, at(1));
    m_links->leave(chart(0));
    QVERIFY(!chart(1).guest);
    m_links->join(chart(0), 2);
    m_links->crosshairMoved(chart(0), at(1));
    QTRY_COMPARE(chart(1).guest, at(1));
    m_links->leave(chart(1));
    QVERIFY(!chart(1).guest);
    m_links->crosshairMoved(chart(0), at(2));
    m_charts.erase(m_charts.begin()); // gone while its crosshair waits for the frame
    QTest::qWait(40);
}

void TstChartLinks::unlinkingTheCrosshairClearsIt()
{
    m_links->crosshairMoved(chart(0), at(1));
    QTRY_COMPARE(chart(1).guest, at(1));
    LinkParts parts;
    parts.crosshair = false;
    m_links->setParts(2, parts);
    QVERIFY(!chart(1).guest);
    m_links->crosshairMoved(chart(0), at(2));
    QTest::qWait(40);
    QVERIFY(!chart(1).guest);
}

void TstChartLinks::rangesFollowWhenLinked()
{
    m_links->rangeChanged(chart(0), {at(0), at(100)});
    QTest::qWait(40);
    QVERIFY(!chart(1).range);
    LinkParts parts;
    parts.range = true;
    m_links->setParts(2, parts);
    m_links->rangeChanged(chart(0), {at(0), at(90)});
    m_links->rangeChanged(chart(0), {at(0), at(100)});
    QTRY_COMPARE(chart(1).range, (TimeSpan{at(0), at(100)}));
    QTest::qWait(40);
    QVERIFY(!chart(0).range); // the answer of the other is not a move of its own
}

void TstChartLinks::partsComeBack()
{
    m_links->setParts(4, {false, true, false, true});
    const QJsonObject json = m_links->toJson();
    QCOMPARE(json.keys(), QStringList{QStringLiteral("4")});
    ChartLinks again;
    again.setParts(5, {false, false, false, false});
    again.restore(json);
    QCOMPARE(again.parts(4), (LinkParts{false, true, false, true}));
    QCOMPARE(again.parts(5), LinkParts{});
}

void TstChartLinks::coloursDiffer()
{
    for (const Theme& theme : {Theme::dark(), Theme::light()}) {
        std::set<QRgb> seen;
        QStringList names;
        for (int group = 1; group <= ChartLinks::groupCount; ++group) {
            seen.insert(ChartLinks::colour(group, theme).rgb());
            names.append(ChartLinks::name(group));
        }
        QCOMPARE(seen.size(), std::size_t(ChartLinks::groupCount));
        QCOMPARE(names.removeDuplicates(), 0);
    }
}

SPREADLINE_TEST(TstChartLinks)
#include "tst_chart_links.moc"
