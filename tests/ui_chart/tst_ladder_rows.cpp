// SPDX-License-Identifier: GPL-3.0-or-later
#include "book_views.h"
#include "ladder/ladder_rows.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::ladder;
using spreadline::test::bookOf;

class TstLadderRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsStandByPrice_data();
    void rowsStandByPrice();
    void indexFindsItsRow();
    void groupedRowsStepByTheGroup();
    void sweepAddsUp();
    void imbalanceWeighsTheNearLevels();
    void halfBooksAndNone();
};

void TstLadderRows::rowsStandByPrice_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<qint64>("cumulative");
    QTest::addColumn<bool>("isKnown");
    const auto row = [](const char* name, int index, RowKind kind, qint64 price, qint64 quantity, qint64 cumulative, bool known) {
        QTest::newRow(name) << index << int(kind) << price << quantity << cumulative << known;
    };
    row("spread", 0, RowKind::Spread, 0, 0, 0, false);
    row("best ask", 1, RowKind::Ask, 1'001, 5, 5, true);
    row("a step without a level", 2, RowKind::Ask, 1'002, 0, 5, true);
    row("the next level", 3, RowKind::Ask, 1'003, 7, 12, true);
    row("beyond what was sent", 4, RowKind::Ask, 1'004, 0, 12, false);
    row("best bid", -1, RowKind::Bid, 999, 4, 4, true);
    row("last bid", -3, RowKind::Bid, 997, 6, 10, true);
    row("below the bids", -4, RowKind::Bid, 996, 0, 10, false);
    row("below the lowest price there is", -1'000, RowKind::Blank, 0, 0, 0, false);
}

void TstLadderRows::rowsStandByPrice()
{
    QFETCH(const int, index);
    QFETCH(const int, kind);
    QFETCH(const qint64, price);
    QFETCH(const qint64, quantity);
    QFETCH(const qint64, cumulative);
    QFETCH(const bool, isKnown);
    LadderRows rows;
    rows.setBook(bookOf({{999, 4}, {997, 6}}, {{1'001, 5}, {1'003, 7}}));
    const LadderRow row = rows.row(index);
    QCOMPARE(int(row.kind), kind);
    QCOMPARE(row.price, price);
    QCOMPARE(row.quantity, quantity);
    QCOMPARE(row.cumulative, cumulative);
    QCOMPARE(row.isKnown, isKnown);
}

void TstLadderRows::indexFindsItsRow()
{
    LadderRows rows;
    rows.setBook(bookOf({{9'900, 4}, {9'700, 6}}, {{10'100, 5}, {10'500, 7}}, 100));
    for (int index = -40; index <= 40; ++index) {
        if (index != 0)
            QCOMPARE(rows.indexOf(rows.row(index).price), index);
    }
    QCOMPARE(rows.indexOf(10'000), 0);
    QCOMPARE(rows.top(), 5);
    QCOMPARE(rows.bottom(), -3);
}

void TstLadderRows::groupedRowsStepByTheGroup()
{
    LadderRows rows;
    rows.setBook(bookOf({{9'900, 4}, {9'700, 6}}, {{10'000, 5}, {10'200, 7}}, 100));
    QCOMPARE(rows.row(2).price, 10'100);
    QCOMPARE(rows.row(2).quantity, 0);
    QCOMPARE(rows.row(3).cumulative, 12);
    QCOMPARE(rows.row(-3).price, 9'700);
    QCOMPARE(rows.row(-3).quantity, 6);
}

void TstLadderRows::sweepAddsUp()
{
    LadderRows rows; // prices with one decimal, sizes with three
    rows.setBook(bookOf({{999, 4'000}}, {{1'001, 1'000}, {1'003, 3'000}}));
    const auto sweep = rows.sweep(3, 100.0);
    QVERIFY(sweep);
    QCOMPARE(sweep->quantity, 4.0);
    QVERIFY(std::abs(sweep->value - (100.1 + 3 * 100.3)) < 1e-9);
    QVERIFY(std::abs(sweep->average - 100.25) < 1e-9);
    QVERIFY(std::abs(sweep->distance - 0.0025) < 1e-9);
    QVERIFY(!rows.sweep(0, 100.0));
    QVERIFY(!rows.sweep(4, 100.0)); // what lies there is not known
}

void TstLadderRows::imbalanceWeighsTheNearLevels()
{
    LadderRows rows;
    rows.setBook(bookOf({{999, 3}, {998, 1'000}}, {{1'001, 1}, {1'002, 1}}));
    QCOMPARE(rows.bidShare(1), 0.75);
    QCOMPARE(rows.bidShare(50), 1'003.0 / 1'005.0);
}

void TstLadderRows::halfBooksAndNone()
{
    LadderRows rows;
    QVERIFY(rows.isEmpty());
    QCOMPARE(int(rows.row(1).kind), int(RowKind::Blank));
    rows.setBook(bookOf({{999, 3}}, {}));
    QCOMPARE(int(rows.row(1).kind), int(RowKind::Blank));
    QCOMPARE(rows.row(-1).price, 999);
    QVERIFY(!rows.best());
    QCOMPARE(rows.bidShare(5), 1.0);
    rows.setBook(bookOf({}, {}));
    QVERIFY(rows.isEmpty());
    QCOMPARE(rows.bidShare(5), 0.5);
}

SPREADLINE_TEST(TstLadderRows)
#include "tst_ladder_rows.moc"
