// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/chart_scene.h"
#include "property.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::chart;

class TstKlineColumns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mergedEqualsBruteForce();
    void mergedFollowsChanges();
    void pixelColumnsEqualBruteForce();
    void prependKeepsOrder();
    void lowerBoundFindsTheBar();
    void emptyColumnsMergeToNothing();
};

namespace {

MergedBars bruteForce(const KlineColumns& columns, std::size_t from, std::size_t to)
{
    MergedBars sum;
    for (std::size_t i = from; i < std::min(to, columns.size()); ++i) {
        const Bar bar = columns.at(i);
        if (bar.isEmpty())
            continue;
        if (sum.isEmpty())
            sum.open = bar.open;
        sum.high = std::max(sum.high, bar.high);
        sum.low = std::min(sum.low, bar.low);
        sum.close = bar.close;
        sum.volume = std::max(sum.volume, bar.volume);
        sum.highClose = std::max(sum.highClose, bar.close);
        sum.lowClose = std::min(sum.lowClose, bar.close);
    }
    return sum;
}

bool same(const MergedBars& a, const MergedBars& b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() == b.isEmpty();
    return a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close && a.volume == b.volume
        && a.highClose == b.highClose && a.lowClose == b.lowClose;
}

Bar randomBar(std::int64_t time)
{
    Bar bar;
    bar.time = time;
    if (*rc::gen::inRange(0, 8) == 0)
        return bar; // an empty slot
    const double open = *rc::gen::inRange(1, 1'000), close = *rc::gen::inRange(1, 1'000);
    bar.open = open;
    bar.close = close;
    bar.high = std::max(open, close) + *rc::gen::inRange(0, 50);
    bar.low = std::min(open, close) - *rc::gen::inRange(0, 50);
    bar.volume = *rc::gen::inRange(0, 100);
    return bar;
}

KlineColumns randomColumns(int most)
{
    KlineColumns columns(static_cast<std::size_t>(*rc::gen::inRange(0, 40)));
    const int size = *rc::gen::inRange(0, most);
    for (int i = 0; i < size; ++i)
        columns.append(randomBar(i));
    return columns;
}

} // namespace

void TstKlineColumns::mergedEqualsBruteForce()
{
    property("any range of the pyramid is the range itself", [] {
        const KlineColumns columns = randomColumns(700);
        const auto size = static_cast<int>(columns.size());
        for (int i = 0; i < 20; ++i) {
            const auto from = static_cast<std::size_t>(*rc::gen::inRange(0, size + 1));
            const auto to = static_cast<std::size_t>(*rc::gen::inRange(0, size + 5));
            RC_ASSERT(same(columns.merged(from, to), bruteForce(columns, from, to)));
        }
    });
}

void TstKlineColumns::mergedFollowsChanges()
{
    property("append, replace and prepend keep the pyramid right", [] {
        KlineColumns columns = randomColumns(200);
        static_cast<void>(columns.merged(0, columns.size()));
        for (int step = 0; step < 30; ++step) {
            switch (columns.isEmpty() ? 0 : *rc::gen::inRange(0, 4)) {
            case 0: columns.append(randomBar(10'000 + step)); break;
            case 1: columns.replaceLast(randomBar(columns.times().back())); break;
            case 2: {
                const auto index = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(columns.size())));
                columns.replace(index, randomBar(columns.timeAt(index)));
                break;
            }
            default: columns.prepend(std::vector<Bar>{randomBar(-2 * step - 2), randomBar(-2 * step - 1)});
            }
            const auto from = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(columns.size()) + 1));
            RC_ASSERT(same(columns.merged(from, columns.size()), bruteForce(columns, from, columns.size())));
            RC_ASSERT(same(columns.merged(0, columns.size()), bruteForce(columns, 0, columns.size())));
        }
    });
}

// Every bar stands in exactly the pixel column its middle falls into, and a column shows exactly its bars.
void TstKlineColumns::pixelColumnsEqualBruteForce()
{
    ChartSeries series;
    series.reset(Interval::time(std::chrono::minutes(1)));
    std::vector<Bar> bars;
    for (int i = 0; i < 30'000; ++i) {
        const double open = 100 + i % 37, close = 100 + (i * 7) % 41;
        bars.push_back(
            {i * 60'000'000'000LL, open, std::max(open, close) + i % 5, std::min(open, close) - i % 3, close, 1.0 + i % 11});
    }
    series.merge(std::move(bars));
    ChartScene scene;
    scene.series = &series;
    scene.price().rect = QRect(0, 0, 1'200, 600);
    scene.time.setWidth(1'200);
    scene.time.setCount(series.columns().size());
    for (const double factor : {0.2, 0.05, 0.01, 0.0001}) {
        scene.time.reset();
        scene.time.zoomAt(600, factor);
        scene.time.pan(137);
        std::vector<std::pair<std::size_t, std::size_t>> wanted(1'200, {0, 0});
        for (std::size_t i = 0; i < series.columns().size(); ++i) {
            const double x = scene.xExact(static_cast<double>(i)) + 1e-6;
            if (x < 0 || x >= 1'200)
                continue;
            auto& [from, to] = wanted[static_cast<std::size_t>(x)];
            from = to == 0 ? i : from;
            to = i + 1;
        }
        for (int x = 0; x < 1'200; ++x) {
            const auto [from, to] = scene.barsAt(x);
            const auto [wantedFrom, wantedTo] = wanted[static_cast<std::size_t>(x)];
            QVERIFY(same(series.columns().merged(from, to), bruteForce(series.columns(), wantedFrom, wantedTo)));
        }
    }
}

void TstKlineColumns::prependKeepsOrder()
{
    KlineColumns columns;
    columns.append({30, 3, 3, 3, 3, 3});
    columns.prepend(std::vector<Bar>{{10, 1, 1, 1, 1, 1}, {20, 2, 2, 2, 2, 2}});
    QCOMPARE(columns.size(), std::size_t(3));
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(columns.timeAt(i), std::int64_t(10 * (i + 1)));
        QCOMPARE(columns.at(i).close, double(i + 1));
    }
}

void TstKlineColumns::lowerBoundFindsTheBar()
{
    KlineColumns columns;
    for (int i = 0; i < 10; ++i)
        columns.append({i * 10, 1, 1, 1, 1, 1});
    QCOMPARE(columns.lowerBound(-5), std::size_t(0));
    QCOMPARE(columns.lowerBound(30), std::size_t(3));
    QCOMPARE(columns.lowerBound(31), std::size_t(4));
    QCOMPARE(columns.lowerBound(1'000), std::size_t(10));
}

void TstKlineColumns::emptyColumnsMergeToNothing()
{
    KlineColumns columns;
    QVERIFY(columns.merged(0, 100).isEmpty());
    QCOMPARE(columns.lastBar(), columns.size());
    columns.append(Bar{});
    QVERIFY(columns.merged(0, 1).isEmpty());
    QCOMPARE(columns.lastBar(), columns.size()); // an empty slot is no bar
}

SPREADLINE_TEST(TstKlineColumns)
#include "tst_kline_columns.moc"
