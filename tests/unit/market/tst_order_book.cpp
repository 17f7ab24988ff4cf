// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/book_grouping.h"
#include "test_main.h"

#include <rapidcheck.h>

#include <map>

using namespace spreadline;

namespace {

using Levels = std::vector<BookLevel>;

BookSnapshot snapshot(std::int64_t id, Levels bids, Levels asks)
{
    BookSnapshot book;
    book.updateId = id;
    book.bids = std::move(bids);
    book.asks = std::move(asks);
    return book;
}

BookDelta delta(std::int64_t previous, std::int64_t last, Levels bids, Levels asks)
{
    BookDelta change;
    change.firstId = previous + 1;
    change.lastId = last;
    change.previousLast = previous;
    change.bids = std::move(bids);
    change.asks = std::move(asks);
    return change;
}

Levels bestFirst(std::span<const BookLevel> levels)
{
    return {levels.rbegin(), levels.rend()};
}

/// The book as the venue's manual describes it, without any cleverness.
struct NaiveBook {
    std::map<std::int64_t, std::int64_t, std::greater<>> bids;
    std::map<std::int64_t, std::int64_t> asks;

    static void put(auto& side, const Levels& changes)
    {
        for (const BookLevel& level : changes) {
            if (level.quantity == 0)
                side.erase(level.price);
            else
                side[level.price] = level.quantity;
        }
    }
    static Levels levels(const auto& side)
    {
        Levels result;
        for (const auto& [price, quantity] : side)
            result.push_back({price, quantity});
        return result;
    }
};

/// Bids around 1000 and below, asks above 1100: never crossed, so that only the levels are in question.
rc::Gen<Levels> changes(std::int64_t low, std::int64_t high)
{
    return rc::gen::container<Levels>(
        rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(low, high),
                                   rc::gen::weightedElement<std::int64_t>({{3, 0}, {4, 7}, {4, 11}})),
                     [](const std::pair<std::int64_t, std::int64_t>& p) {
                         return BookLevel{p.first, p.second};
                     }));
}

} // namespace

class TstOrderBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsStale();
    void mergesADiff();
    void staleReasons_data();
    void staleReasons();
    void repeatIsNothing();
    void whatIsDeletedIsGone();
    void lockedIsNotCrossed();
    void crossedOnceIsTolerated();
    void groups_data();
    void groups();
    void equalsNaiveMap();
    void staysBounded();
};

void TstOrderBook::startsStale()
{
    OrderBook book;
    QVERIFY(book.isStale());
    QCOMPARE(book.apply(delta(0, 1, {}, {})).error().code, Errc::StaleSnapshot);
    book.reset(snapshot(5, {{100, 1}}, {{101, 2}}));
    QVERIFY(!book.isStale());
    QCOMPARE(book.top().bid, (BookLevel{100, 1}));
    QCOMPARE(book.top().ask, (BookLevel{101, 2}));
}

void TstOrderBook::mergesADiff()
{
    OrderBook book;
    book.reset(snapshot(10, {{100, 1}, {99, 2}, {97, 3}}, {{101, 1}, {103, 2}}));
    QVERIFY(book.apply(delta(10, 14, {{98, 5}, {100, 0}, {97, 4}, {90, 0}}, {{102, 6}, {101, 0}, {104, 1}})).hasValue());
    QCOMPARE(book.updateId(), 14);
    QCOMPARE(bestFirst(book.bids()), (Levels{{99, 2}, {98, 5}, {97, 4}}));
    QCOMPARE(bestFirst(book.asks()), (Levels{{102, 6}, {103, 2}, {104, 1}}));
}

void TstOrderBook::staleReasons_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("reason");
    const auto row = [](const char* name, int kind, Errc reason) { QTest::newRow(name) << kind << static_cast<int>(reason); };
    row("a hole in the ids", 0, Errc::SequenceGap);
    row("ids start over", 1, Errc::SequenceGap);
    row("last before first", 2, Errc::SequenceGap);
    row("price of zero", 3, Errc::BadNumber);
    row("negative quantity", 4, Errc::BadNumber);
    row("another scale", 5, Errc::BadSchema);
}

void TstOrderBook::staleReasons()
{
    QFETCH(int, kind);
    QFETCH(int, reason);
    std::vector<BookDelta> broken{delta(12, 13, {}, {}),          delta(0, 1, {}, {}),
                                  delta(10, 9, {}, {}),           delta(10, 11, {{0, 5}}, {}),
                                  delta(10, 11, {}, {{101, -1}}), delta(10, 11, {{99, 1}}, {})};
    broken[5].scale = {2, 3};
    OrderBook book;
    book.reset(snapshot(10, {{100, 1}}, {{101, 1}}));
    const Status status = book.apply(broken[static_cast<std::size_t>(kind)]);
    QCOMPARE(static_cast<int>(status.error().code), reason);
    QVERIFY(book.isStale());
    QCOMPARE(static_cast<int>(book.staleReason()), reason);
    QCOMPARE(bestFirst(book.bids()), (Levels{{100, 1}}));
    QVERIFY2(!book.apply(delta(10, 11, {}, {})), "only a snapshot makes it good again");
    book.reset(snapshot(20, {{100, 1}}, {{101, 1}}));
    QVERIFY(book.apply(delta(20, 21, {}, {})).hasValue());
}

void TstOrderBook::repeatIsNothing()
{
    OrderBook book;
    book.reset(snapshot(10, {{100, 1}}, {{101, 1}}));
    const BookDelta change = delta(10, 12, {{100, 9}}, {});
    QVERIFY(book.apply(change).hasValue());
    const auto hash = book.hash();
    QVERIFY(book.apply(change).hasValue());
    QCOMPARE(book.hash(), hash);
}

void TstOrderBook::whatIsDeletedIsGone()
{
    OrderBook book(8);
    book.reset(snapshot(1, {{8, 1}, {7, 1}, {6, 1}, {5, 1}, {4, 1}, {3, 1}, {2, 1}, {1, 1}}, {}));
    QVERIFY(book.apply(delta(1, 2, {{8, 0}, {6, 0}, {1, 0}}, {})));
    QCOMPARE(book.top().bid, (BookLevel{7, 1}));
    QCOMPARE(bestFirst(book.bids()), (Levels{{7, 1}, {5, 1}, {4, 1}, {3, 1}, {2, 1}}));
    QVERIFY(book.apply(delta(2, 3, {{9, 1}, {6, 2}, {10, 1}}, {})));
    QCOMPARE(book.evictedLevels(), 0); // eight levels: the deleted ones take no room
    QCOMPARE(bestFirst(book.bids()), (Levels{{10, 1}, {9, 1}, {7, 1}, {6, 2}, {5, 1}, {4, 1}, {3, 1}, {2, 1}}));
    QVERIFY(book.apply(delta(3, 4, {{2, 0}, {4, 0}, {11, 1}, {12, 1}, {13, 1}}, {})));
    QCOMPARE(book.evictedLevels(), 2); // nine levels: seven stay, one eighth less than the cap
    QCOMPARE(bestFirst(book.bids()), (Levels{{13, 1}, {12, 1}, {11, 1}, {10, 1}, {9, 1}, {7, 1}, {6, 2}}));
    OrderBook same(8);
    same.reset(snapshot(4, bestFirst(book.bids()), {}));
    QCOMPARE(book.hash(), same.hash());
    QVERIFY(book.apply(delta(4, 5, {{13, 0}, {12, 0}, {11, 0}, {10, 0}, {9, 0}, {7, 0}, {6, 0}}, {})));
    QVERIFY(book.side(Side::Buy).empty() && book.bids().empty());
    QCOMPARE(book.top().bid, BookLevel());
}

void TstOrderBook::lockedIsNotCrossed()
{
    OrderBook book;
    book.reset(snapshot(1, {{100, 1}}, {{100, 1}}));
    for (std::int64_t id = 1; id < 5; ++id)
        QVERIFY(book.apply(delta(id, id + 1, {{99, id}}, {})).hasValue());
    QVERIFY(!book.isStale());
}

void TstOrderBook::crossedOnceIsTolerated()
{
    OrderBook book;
    book.reset(snapshot(1, {{100, 1}}, {{101, 1}}));
    QVERIFY(book.apply(delta(1, 2, {{102, 1}}, {})).hasValue());
    QVERIFY(book.isCrossed());
    QVERIFY(book.apply(delta(2, 3, {{102, 0}}, {})).hasValue());
    QVERIFY(book.apply(delta(3, 4, {{102, 1}}, {})).hasValue());
    QCOMPARE(book.apply(delta(4, 5, {{99, 1}}, {})).error().code, Errc::CrossedBook);
    QVERIFY(book.isStale());
}

void TstOrderBook::groups_data()
{
    QTest::addColumn<qint64>("group");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("bids");
    QTest::addColumn<QString>("asks");
    QTest::newRow("by one") << qint64(1) << 2 << "1009x1 1005x2"
                            << "1011x1 1019x2";
    QTest::newRow("by ten") << qint64(10) << 9 << "1000x3 990x4"
                            << "1020x7 1030x8";
    QTest::newRow("cut") << qint64(10) << 1 << "1000x3"
                         << "1020x7";
    QTest::newRow("nonsense group is one") << qint64(-5) << 1 << "1009x1"
                                           << "1011x1";
}

void TstOrderBook::groups()
{
    QFETCH(qint64, group);
    QFETCH(int, rows);
    OrderBook book;
    book.reset(snapshot(1, {{1009, 1}, {1005, 2}, {999, 4}}, {{1011, 1}, {1019, 2}, {1020, 4}, {1021, 8}}));
    const GroupedBook grouped = groupBook(book, group, static_cast<std::size_t>(rows));
    const auto text = [](const Levels& levels) {
        QStringList parts;
        for (const BookLevel& level : levels)
            parts << QStringLiteral("%1x%2").arg(level.price).arg(level.quantity);
        return parts.join(QLatin1Char(' '));
    };
    QTEST(text(grouped.bids), "bids");
    QTEST(text(grouped.asks), "asks");
}

void TstOrderBook::equalsNaiveMap() // R8
{
    const bool holds = rc::check("the book equals a naive map; stale from a lost delta to the next snapshot", [] {
        OrderBook book;
        NaiveBook naive;
        std::int64_t id = 1;
        book.reset(snapshot(id, {}, {}));
        bool expectStale = false;
        const int updates = *rc::gen::inRange(1, 40);
        for (int i = 0; i < updates; ++i) {
            const BookDelta change = delta(id, id + *rc::gen::inRange(1, 4), *changes(900, 1000), *changes(1100, 1200));
            NaiveBook::put(naive.bids, change.bids);
            NaiveBook::put(naive.asks, change.asks);
            id = change.lastId;
            const int fate = *rc::gen::weightedElement<int>({{20, 0}, {1, 1}, {1, 2}, {1, 3}});
            if (fate == 1) { // the stream loses it
                expectStale = true;
                continue;
            }
            (void)book.apply(change);
            if (fate == 2)
                (void)book.apply(change);
            if (fate == 3) {
                book.reset(snapshot(id, NaiveBook::levels(naive.bids), NaiveBook::levels(naive.asks)));
                expectStale = false;
            }
        }
        const BookDelta probe = delta(id, id + 1, {}, {});
        RC_ASSERT(book.apply(probe).hasValue() == !expectStale);
        if (!expectStale) {
            RC_ASSERT(bestFirst(book.bids()) == NaiveBook::levels(naive.bids));
            RC_ASSERT(bestFirst(book.asks()) == NaiveBook::levels(naive.asks));
            OrderBook fresh;
            fresh.reset(snapshot(id + 1, NaiveBook::levels(naive.bids), NaiveBook::levels(naive.asks)));
            RC_ASSERT(fresh.hash() == book.hash());
        }
    });
    QVERIFY(holds);
}

void TstOrderBook::staysBounded() // R9
{
    const bool holds = rc::check("levels are ordered, positive and at most the cap, and the best survive", [] {
        constexpr std::size_t cap = 16;
        OrderBook book(cap);
        NaiveBook naive;
        book.reset(snapshot(1, {}, {}));
        std::int64_t id = 1;
        const int updates = *rc::gen::inRange(1, 20);
        for (int i = 0; i < updates; ++i, ++id) {
            Levels bids = *changes(900, 1000);
            Levels asks = *changes(1100, 1200);
            std::erase_if(bids, [](const BookLevel& level) { return level.quantity == 0; });
            std::erase_if(asks, [](const BookLevel& level) { return level.quantity == 0; });
            NaiveBook::put(naive.bids, bids);
            NaiveBook::put(naive.asks, asks);
            RC_ASSERT(book.apply(delta(id, id + 1, bids, asks)).hasValue());
            for (const auto& side : {book.bids(), book.asks()}) {
                RC_ASSERT(side.size() <= cap);
                for (const BookLevel& level : side)
                    RC_ASSERT(level.quantity > 0);
            }
            RC_ASSERT(std::ranges::is_sorted(book.bids(), std::ranges::less_equal{}, &BookLevel::price)
                      || book.bids().size() < 2);
            RC_ASSERT(std::ranges::is_sorted(book.asks(), std::ranges::greater{}, &BookLevel::price));
        }
        if (!naive.bids.empty())
            RC_ASSERT(book.top().bid.price == naive.bids.begin()->first);
        if (!naive.asks.empty())
            RC_ASSERT(book.top().ask.price == naive.asks.begin()->first);
    });
    QVERIFY(holds);
}

SPREADLINE_TEST(TstOrderBook)
#include "tst_order_book.moc"
