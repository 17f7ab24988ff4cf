// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_projection.h"
#include "drawings/anchor_moves.h"
#include "test_main.h"

#include <rapidcheck.h>

#include <chrono>
#include <cmath>

using namespace spreadline;
using namespace spreadline::chart;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t start = 1'735'689'600'000'000'000; ///< 2025-01-01
constexpr std::int64_t second = 1'000'000'000;

enum class Bars : std::uint8_t { Minutes, Gaps, LongHole, Days, Months, Ticks, One };

/// A scene without a widget: bars of every kind, half of the pane still to come.
struct Table {
    ChartSeries series;
    ChartScene scene;
    ChartProjection projection{scene};

    Table(const Table&) = delete; // the scene points into it

    explicit Table(Bars kind, double spacing = 8, qreal dpr = 1)
    {
        scene.series = &series;
        scene.dpr = dpr;
        scene.price().rect = QRect(0, 0, static_cast<int>(900 * dpr), static_cast<int>(400 * dpr));
        scene.subject = {"BTCUSDT", 2, 0.25, "BTC"};
        series.reset(intervalOf(kind));
        static_cast<void>(series.merge(barsOf(kind)));
        scene.time.setCount(series.columns().size());
        scene.time.setWidth(900);
        scene.time.zoomAt(0, spacing / scene.time.spacing());
        scene.time.showFrom(static_cast<double>(series.columns().size()) - scene.time.visible() / 2);
        scene.price().scale.fit(90, 110, 0.1, 0.1, 0.25);
    }

    static Interval intervalOf(Bars kind)
    {
        switch (kind) {
        case Bars::Days: return Interval::time(24h);
        case Bars::Months: return Interval::months(1);
        case Bars::Ticks: return Interval::ticks(100);
        default: return Interval::time(1min);
        }
    }
    static std::vector<Bar> barsOf(Bars kind)
    {
        std::vector<Bar> bars;
        std::int64_t time = start;
        for (int i = 0; i < (kind == Bars::One ? 1 : 300); ++i) {
            const double middle = 100 + 5 * std::sin(i * 0.1);
            bars.push_back({time, middle, middle + 2, middle - 3, middle + 1, 1});
            time = kind == Bars::Ticks ? time + second * (1 + i % 7)
                                       : nextOpenTime(intervalOf(kind), Timestamp::fromNanos(time)).nanos();
            if (kind == Bars::Gaps && i % 40 == 20)
                time += 17 * 60 * second;
            if (kind == Bars::LongHole && i == 250)
                time += (ChartSeries::maxGap + 50'000) * 60 * second;
        }
        return bars;
    }
};

Table anyTable()
{
    const auto kind = static_cast<Bars>(*rc::gen::inRange(0, 7));
    return Table(kind, *rc::gen::element(0.7, 3.0, 8.0, 37.5), *rc::gen::element(1.0, 1.25, 2.0));
}

int row(double place) // as the drawings' painter does
{
    return static_cast<int>(std::floor(place + 0.5));
}

} // namespace

class TstChartProjection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timesComeBack();
    void timeRises();
    void aBarStandsUnderItsWick();
    void barsToComeAreOfTheCalendar();
    void pricesComeBackOnEveryScale();
    void anchorsAreOnTheGrid();
    void theMagnetFindsTheNearestPrice();
    void theMagnetReadsAWholeColumn();
    void theMagnetLeavesEmptySlotsAlone();
    void theStampChangesWithTheView_data();
    void theStampChangesWithTheView();
    void aTickChangesNoStamp();
    void withoutBarsThereIsNoPane();
};

void TstChartProjection::timesComeBack()
{
    QVERIFY(rc::check([] {
        const Table table = anyTable();
        const auto& times = table.series.columns().times();
        const double x = *rc::gen::inRange(-20'000, 40'000) * 0.1;
        const Timestamp time = table.projection.timeAt(x);
        RC_ASSERT(std::abs(table.projection.x(time) - x) < 1e-3);
        const std::int64_t span = times.back() - times.front() + 3'600'000'000'000;
        const Timestamp any = Timestamp::fromNanos(times.front() + *rc::gen::inRange<std::int64_t>(-span, 2 * span));
        const Timestamp back = table.projection.timeAt(table.projection.x(any));
        RC_ASSERT(std::abs((back - any).count()) < 20'000'000); // a long way off, a double is good for some milliseconds
    }));
}

void TstChartProjection::timeRises()
{
    QVERIFY(rc::check([] {
        const Table table = anyTable();
        const std::int64_t last = table.series.columns().times().back();
        const auto at = [&] {
            return Timestamp::fromNanos(last + *rc::gen::inRange<std::int64_t>(-20'000'000, 20'000'000) * 1'000'000'000);
        };
        const Timestamp a = at(), b = at();
        RC_ASSERT((a < b) == (table.projection.x(a) < table.projection.x(b)));
    }));
}

void TstChartProjection::aBarStandsUnderItsWick()
{
    QVERIFY(rc::check([] {
        const Table table = anyTable();
        const auto size = table.series.columns().size();
        const std::size_t slot = *rc::gen::inRange<std::size_t>(0, size);
        const Timestamp open = Timestamp::fromNanos(table.series.columns().timeAt(slot));
        const double x = table.projection.x(open);
        RC_PRE(x > -5'000); // farther out a scene's whole pixels are rounded the other way
        RC_ASSERT(std::abs(row(x) - table.scene.x(slot)) <= (std::abs(x - std::round(x)) > 0.499 ? 1 : 0));
        RC_ASSERT(table.projection.barTime(x).nanos() == open.nanos());
        RC_ASSERT(table.projection.timeAt(x) - open < 1ms && open - table.projection.timeAt(x) < 1ms);
    }));
}

void TstChartProjection::barsToComeAreOfTheCalendar()
{
    const Table months(Bars::Months); // 300 of them: the last one is December 2049
    const auto next = [&](int slots) {
        const double x = months.scene.xExact(299 + slots) - 0.5;
        return QString::fromStdString(toIsoString(months.projection.barTime(x))).left(10);
    };
    QCOMPARE(next(0), QStringLiteral("2049-12-01"));
    QCOMPARE(next(1), QStringLiteral("2050-01-01"));
    QCOMPARE(next(2), QStringLiteral("2050-02-01"));
    QCOMPARE(next(15), QStringLiteral("2051-03-01"));
    QCOMPARE(next(-300), QStringLiteral("2024-12-01"));
    QCOMPARE(next(-302), QStringLiteral("2024-10-01"));
    const Table ticks(Bars::Ticks); // of 4 seconds each on the average
    const auto last = Timestamp::fromNanos(ticks.series.columns().times().back());
    const Duration ahead = ticks.projection.barTime(ticks.scene.xExact(309) - 0.5) - last;
    QVERIFY2(ahead > 38s && ahead < 42s, qPrintable(QString::number(ahead.count())));
    const Table one(Bars::One);
    QCOMPARE(one.projection.barTime(one.scene.xExact(2) - 0.5).nanos(), start + 120'000'000'000);
}

void TstChartProjection::pricesComeBackOnEveryScale()
{
    QVERIFY(rc::check([] {
        Table table = anyTable();
        PriceScale& scale = table.scene.price().scale;
        scale.setMode(static_cast<ScaleMode>(*rc::gen::inRange(0, 3)));
        scale.setBase(95);
        scale.setInverted(*rc::gen::arbitrary<bool>());
        scale.setAuto(true);
        scale.fit(90, 110, 0.1, 0.05, 0.25);
        const double price = *rc::gen::inRange(5'000, 20'000) * 0.01;
        const double y = table.projection.y(price);
        RC_ASSERT(std::abs(table.projection.priceAt(y) - price) < 1e-6);
        RC_ASSERT(std::abs(row(y) - table.scene.price().y(price)) <= (std::abs(y - std::round(y)) > 0.499 ? 1 : 0));
        RC_ASSERT((table.projection.y(101) < table.projection.y(100)) == !scale.isInverted());
    }));
}

void TstChartProjection::anchorsAreOnTheGrid()
{
    const Table table(Bars::Minutes);
    for (int i = 0; i < 50; ++i) {
        const auto anchor = drawing::anchorAt(QPointF(11.3 * i, 7.7 * i), table.projection);
        QCOMPARE(std::fmod(anchor.price, 0.25), 0.0);
        QCOMPARE(anchor.time.nanos() % 60'000'000'000, std::int64_t(0));
    }
    Table spread(Bars::Minutes);
    spread.scene.subject.tick = 0;
    const double y = 123.4;
    QCOMPARE(drawing::anchorAt(QPointF(100, y), spread.projection).price, spread.projection.priceAt(y));
}

void TstChartProjection::theMagnetFindsTheNearestPrice()
{
    const Table table(Bars::Minutes);
    const Bar bar = table.series.columns().at(280);
    const double x = table.scene.xExact(280) + 2;
    for (const double price : {bar.open, bar.high, bar.low, bar.close}) {
        const auto caught = table.projection.magnet({x, table.projection.y(price) + 1});
        QVERIFY(caught);
        QCOMPARE(caught->price, price);
        QCOMPARE(caught->time.nanos(), bar.time);
    }
    QVERIFY(!table.projection.magnet({table.scene.xExact(301), 100.0})); // beside the bars
}

void TstChartProjection::theMagnetReadsAWholeColumn()
{
    const Table table(Bars::Minutes, 0.7);
    QVERIFY(table.scene.isMerged());
    for (int x = table.scene.x(10); x < table.scene.x(290); ++x) {
        const auto [from, to] = table.scene.barsAt(x);
        if (from == to)
            continue;
        const double high = table.series.columns().merged(from, to).high;
        const auto caught = table.projection.magnet(QPointF(x, 0));
        QVERIFY(caught);
        QVERIFY(caught->price >= high); // of these bars, or of the one that the pointer is nearest to
    }
}

void TstChartProjection::theMagnetLeavesEmptySlotsAlone()
{
    const Table table(Bars::Gaps);
    int empty = 0;
    for (std::size_t i = 0; i < table.series.columns().size(); ++i) {
        const bool isEmpty = table.series.columns().at(i).isEmpty();
        empty += isEmpty ? 1 : 0;
        QCOMPARE(table.projection.magnet({table.scene.xExact(static_cast<double>(i)), 100.0}).has_value(), !isEmpty);
    }
    QVERIFY(empty > 50);
}

void TstChartProjection::theStampChangesWithTheView_data()
{
    using Change = std::function<void(Table&)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("pan") << Change([](Table& t) { t.scene.time.pan(3); });
    QTest::newRow("zoom") << Change([](Table& t) { t.scene.time.zoomAt(100, 1.1); });
    QTest::newRow("size") << Change([](Table& t) { t.scene.price().rect.setHeight(300); });
    QTest::newRow("ratio") << Change([](Table& t) { t.scene.dpr = 2; });
    QTest::newRow("scale") << Change([](Table& t) { t.scene.price().scale.stretch(1.1); });
    QTest::newRow("log") << Change([](Table& t) { t.scene.price().scale.setMode(ScaleMode::Log); });
    QTest::newRow("inverted") << Change([](Table& t) { t.scene.price().scale.setInverted(true); });
    QTest::newRow("zone") << Change([](Table& t) { t.scene.zone = QTimeZone("Asia/Tokyo"); });
    QTest::newRow("theme") << Change([](Table& t) { t.scene.theme = Theme::light(); });
    QTest::newRow("decimals") << Change([](Table& t) { t.scene.subject.priceDecimals = 4; });
    QTest::newRow("tick") << Change([](Table& t) { t.scene.subject.tick = 0.5; });
    QTest::newRow("older bars") << Change([](Table& t) {
        static_cast<void>(t.series.merge({{start - 60'000'000'000, 1, 1, 1, 1, 1}}));
        t.scene.time.prepended(1);
    });
    QTest::newRow("a new bar") << Change([](Table& t) {
        static_cast<void>(t.series.merge({{t.series.lastBarEnd(), 1, 1, 1, 1, 1}}));
    });
}

void TstChartProjection::theStampChangesWithTheView()
{
    QFETCH(const std::function<void(Table&)>, change);
    Table table(Bars::Minutes);
    table.scene.theme = Theme::dark();
    const std::uint64_t before = table.projection.stamp();
    QCOMPARE(table.projection.stamp(), before);
    change(table);
    QVERIFY(table.projection.stamp() != before);
}

void TstChartProjection::aTickChangesNoStamp()
{
    Table table(Bars::Minutes);
    const std::uint64_t before = table.projection.stamp();
    Bar last = table.series.columns().at(299);
    last.close += 0.5;
    static_cast<void>(table.series.merge({last}));
    QCOMPARE(table.projection.stamp(), before);
}

void TstChartProjection::withoutBarsThereIsNoPane()
{
    Table table(Bars::Minutes);
    QVERIFY(!table.projection.pane().isEmpty());
    table.series.reset(Interval::time(1min));
    QVERIFY(table.projection.pane().isEmpty());
    QVERIFY(std::isfinite(table.projection.x(Timestamp::fromNanos(start))));
}

SPREADLINE_TEST(TstChartProjection)
#include "tst_chart_projection.moc"
