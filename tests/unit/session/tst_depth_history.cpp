// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "property.h"
#include "session/depth_history.h"
#include "test_main.h"

#include <algorithm>
#include <map>

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

/// What is read back is what was sampled, gaps are gaps, and the memory of a long session stays within its bound.
class TstDepthHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsOfBothSides_data();
    void rowsOfBothSides();
    void anyBooksReadBack();
    void whatIsNotInStepIsAGap_data();
    void whatIsNotInStepIsAGap();
    void aSampleThatNoneFollows();
    void keepsTheLastHours();
    void memoryIsBounded();
    void aLivelyBookIsSmall();
    void timesThatGoBack();
};

namespace {

constexpr InstrumentId instrument{7};
constexpr BookScale scale{1, 3};
constexpr std::int64_t group = 50;
const Timestamp start = Timestamp::fromMillis(1'763'640'000'000);

BookView book(std::vector<BookLevel> bids, std::vector<BookLevel> asks, TrustState state = TrustState::Synced)
{
    return {instrument, 1, start, scale, group, std::move(bids), std::move(asks), Trust{state, {}, {}, {}}};
}

DepthHistory history(Duration keep = DepthHistory::defaultKeep, std::int64_t height = group)
{
    DepthHistory made;
    made.start(instrument, scale, height, 1, 500ms, keep);
    return made;
}

using Rows = std::map<std::int64_t, std::int64_t>;
constexpr std::int64_t lowRow = -20;
constexpr std::size_t rowCount = 40;

struct Sample {
    Timestamp from, to;
    bool isLive = true;
    Rows rows;
    bool operator==(const Sample&) const = default;
};

std::vector<Sample> readAll(const DepthHistory& history, Timestamp from = start, std::int64_t first = lowRow)
{
    std::vector<Sample> samples;
    for (DepthReader reader(history, from, first, rowCount); reader.next();) {
        Sample sample{reader.from(), reader.to(), reader.isLive(), {}};
        for (std::size_t i = 0; sample.isLive && i < rowCount; ++i) {
            if (reader.quantities()[i] != 0)
                sample.rows[first + static_cast<std::int64_t>(i)] = static_cast<std::int64_t>(reader.quantities()[i]);
        }
        samples.push_back(sample);
    }
    return samples;
}

} // namespace

void TstDepthHistory::rowsOfBothSides_data()
{
    QTest::addColumn<std::int64_t>("height");
    QTest::addColumn<std::vector<BookLevel>>("bids");
    QTest::addColumn<std::vector<BookLevel>>("asks");
    QTest::addColumn<QList<int>>("rows"); // row, quantity, row, quantity...
    using Levels = std::vector<BookLevel>;
    QTest::newRow("groups are named by their outer edge")
        << std::int64_t{50} << Levels{{100, 1}, {50, 2}} << Levels{{200, 3}, {250, 4}} << QList<int>{1, 2, 2, 1, 3, 3, 4, 4};
    QTest::newRow("both sides in one row") << std::int64_t{50} << Levels{{100, 1}} << Levels{{150, 3}, {200, 4}}
                                           << QList<int>{2, 4, 3, 4};
    QTest::newRow("single prices") << std::int64_t{1} << Levels{{9, 1}, {8, 2}} << Levels{{10, 3}, {12, 4}}
                                   << QList<int>{8, 2, 9, 1, 10, 3, 12, 4};
}

void TstDepthHistory::rowsOfBothSides()
{
    QFETCH(const std::int64_t, height);
    QFETCH(const std::vector<BookLevel>, bids);
    QFETCH(const std::vector<BookLevel>, asks);
    QFETCH(const QList<int>, rows);
    DepthHistory made = history(DepthHistory::defaultKeep, height);
    BookView view = book(bids, asks);
    view.group = height;
    QVERIFY(made.sample(start, &view));
    Rows expected;
    for (qsizetype i = 0; i < rows.size(); i += 2)
        expected[rows[i]] = rows[i + 1];
    QCOMPARE(readAll(made)[0].rows, expected);
}

void TstDepthHistory::anyBooksReadBack()
{
    property("every sample reads back, from any moment on", [] {
        DepthHistory made = history();
        std::vector<Sample> expected;
        Timestamp now = start;
        const int count = *rc::gen::inRange(1, 200);
        for (int i = 0; i < count; ++i) {
            now = now + *rc::gen::element<Duration>(500ms, 500ms, 480ms, 700ms, 3s);
            const auto middle = *rc::gen::inRange<std::int64_t>(-4, 4);
            std::vector<BookLevel> bids, asks;
            Rows rows;
            for (std::int64_t row = middle; row > middle - 8; --row) {
                if (const auto quantity = *rc::gen::inRange<std::int64_t>(0, 300); quantity < 200)
                    bids.push_back({row * group, rows[row] = quantity + 1});
                if (const auto quantity = *rc::gen::inRange<std::int64_t>(0, 300); quantity < 200)
                    asks.insert(asks.begin(), {(2 * middle - row + 2) * group, rows[2 * middle - row + 1] = quantity + 1});
            }
            std::ranges::sort(asks, {}, &BookLevel::price);
            const bool isLive = *rc::gen::weightedElement<bool>({{9, true}, {1, false}}) && !rows.empty();
            const BookView view = book(bids, asks, isLive ? TrustState::Synced : TrustState::Stale);
            const bool goesOn = !isLive && (expected.empty() || !expected.back().isLive);
            RC_ASSERT(made.sample(now, &view) == !goesOn);
            if (goesOn)
                continue;
            if (!expected.empty())
                expected.back().to = std::min(now, expected.back().from + 1s);
            expected.push_back({now, now + 500ms, isLive, isLive ? rows : Rows()});
        }
        RC_ASSERT(made.samples() == expected.size());
        const Timestamp from = start + std::chrono::milliseconds(*rc::gen::inRange(0, count * 600));
        std::erase_if(expected, [&](const Sample& sample) { return sample.to <= from; });
        RC_ASSERT(readAll(made, from) == expected);
    });
}

void TstDepthHistory::whatIsNotInStepIsAGap_data()
{
    QTest::addColumn<BookView>("view");
    for (const auto& [name, state] : {std::pair{"stale", TrustState::Stale},
                                      {"resyncing", TrustState::Resyncing},
                                      {"down", TrustState::Down},
                                      {"partial", TrustState::Partial}})
        QTest::newRow(name) << book({{100, 1}}, {{150, 1}}, state);
    BookView other = book({{100, 1}}, {{150, 1}});
    other.instrument = InstrumentId{8};
    QTest::newRow("another market's") << other;
    other = book({{100, 1}}, {{150, 1}});
    other.group = 10;
    QTest::newRow("grouped otherwise") << other;
    other = book({{100, 1}}, {{150, 1}});
    other.scale.price = 2;
    QTest::newRow("of another scale") << other;
    QTest::newRow("empty") << book({}, {});
}

void TstDepthHistory::whatIsNotInStepIsAGap()
{
    QFETCH(const BookView, view);
    DepthHistory made = history();
    const BookView live = book({{100, 1}}, {{150, 2}});
    made.sample(start, &live);
    QVERIFY(made.sample(start + 300ms, &view));
    QVERIFY(!made.sample(start + 800ms, &view));
    QVERIFY(!made.sample(start + 1'300ms, nullptr));
    QVERIFY(made.sample(start + 5s, &live));
    const auto samples = readAll(made);
    QCOMPARE(samples.size(), std::size_t{3});
    QCOMPARE(samples[0].to, start + 300ms);
    QVERIFY(!samples[1].isLive);
    QCOMPARE(samples[2].from, start + 5s);
    QCOMPARE(samples[2].rows, samples[0].rows);
}

// The window slept, or nobody asked: what rested then is not known.
void TstDepthHistory::aSampleThatNoneFollows()
{
    DepthHistory made = history();
    const BookView live = book({{100, 1}}, {{150, 2}});
    made.sample(start, &live);
    made.sample(start + 1min, &live);
    QCOMPARE(readAll(made)[0].to, start + 1s);
    QCOMPARE(readAll(made, start + 1s).size(), std::size_t{1});
    QVERIFY(readAll(made, start + 2min).empty());
}

void TstDepthHistory::keepsTheLastHours()
{
    DepthHistory made = history(10min);
    const BookView live = book({{100, 1}}, {{150, 2}});
    for (int i = 0; i < 3'000; ++i)
        made.sample(start + i * 500ms, &live);
    const Duration kept = made.last() - made.first();
    QVERIFY(kept >= 10min);
    QVERIFY(kept <= 10min + 500ms * static_cast<int>(DepthHistory::chunkColumns));
    QCOMPARE(readAll(made).size(), made.samples());
    QCOMPARE(readAll(made)[0].rows, (Rows{{2, 3}}));
}

namespace {

/// A book of 400 groups a side, of which `changed` in a thousand change at a time while the price wanders.
class LivelyBook {
public:
    explicit LivelyBook(int changed) : m_changed(changed)
    {
        for (std::int64_t row = 0; row < 3'000; ++row)
            m_quantities.push_back(static_cast<std::int64_t>(uniform(60'000)));
    }

    BookView next()
    {
        m_middle += static_cast<std::int64_t>(uniform(3)) - 1;
        for (auto& quantity : m_quantities) {
            if (uniform(1'000) < static_cast<std::uint64_t>(m_changed))
                quantity = static_cast<std::int64_t>(uniform(60'000));
        }
        std::vector<BookLevel> bids, asks;
        for (std::int64_t i = 1; i <= 400; ++i) {
            bids.push_back({(m_middle - i) * group, m_quantities[static_cast<std::size_t>(m_middle - i)] + 1});
            asks.push_back({(m_middle + i) * group, m_quantities[static_cast<std::size_t>(m_middle + i)] + 1});
        }
        return book(std::move(bids), std::move(asks));
    }

private:
    std::uint64_t uniform(std::uint64_t below) { return (m_state = mix64(m_state)) % below; }

    std::uint64_t m_state = 11;
    int m_changed;
    std::int64_t m_middle = 1'500;
    std::vector<std::int64_t> m_quantities;
};

} // namespace

void TstDepthHistory::memoryIsBounded()
{
    DepthHistory made = history(24h);
    LivelyBook lively(1'000); // everything changes each time
    for (int i = 0; i < 9'000; ++i) {
        const BookView view = lively.next();
        made.sample(start + i * 500ms, &view);
        QVERIFY(made.bytes() <= DepthHistory::maxBytes);
    }
    QVERIFY(made.bytes() > DepthHistory::maxBytes - 400'000);
    QVERIFY(made.first() > start);
    QCOMPARE(made.last(), start + 8'999 * 500ms);
}

void TstDepthHistory::aLivelyBookIsSmall()
{
    DepthHistory made = history();
    LivelyBook lively(60); // 48 of 800 rows each half second
    for (int i = 0; i < 14'400; ++i) {
        const BookView view = lively.next();
        made.sample(start + i * 500ms, &view);
    }
    const std::size_t each = made.bytes() / made.samples();
    const auto begin = std::chrono::steady_clock::now();
    double sum = 0;
    for (DepthReader reader(made, start, 1'000, 1'000); reader.next();)
        sum += reader.quantities()[500];
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    QVERIFY(sum > 0);
    qInfo("two hours: %zu samples, %zu bytes each, %.1f MB; read in %.1f ms", made.samples(), each,
          static_cast<double>(made.bytes()) / 1e6, took.count());
    QVERIFY(each < 400);
}

void TstDepthHistory::timesThatGoBack()
{
    DepthHistory made = history();
    const BookView live = book({{100, 1}}, {{150, 2}});
    QVERIFY(!made.sample({}, &live)); // the venue's clock is not known yet
    QVERIFY(made.sample(start, &live));
    QVERIFY(!made.sample(start, &live));
    QVERIFY(!made.sample(start - 2s, &live)); // the clock was set a little
    QCOMPARE(made.samples(), std::size_t{1});
    const int generation = made.generation();
    QVERIFY(made.sample(start - 2h, &live)); // another market's time
    QCOMPARE(made.samples(), std::size_t{1});
    QCOMPARE(made.first(), start - 2h);
    QVERIFY(made.generation() > generation);
}

SPREADLINE_TEST(TstDepthHistory)
#include "tst_depth_history.moc"
