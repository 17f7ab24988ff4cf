// SPDX-License-Identifier: GPL-3.0-or-later
#include "book_views.h"
#include "ladder/price_groups.h"
#include "scripted_engine.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::ladder;

class TstPriceGroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsAreOneTwoFive_data();
    void stepsAreOneTwoFive();
    void fittingGroupFillsTheRows();
};

void TstPriceGroups::stepsAreOneTwoFive_data()
{
    QTest::addColumn<qint64>("tick");
    QTest::addColumn<int>("scale");
    QTest::addColumn<double>("price");
    QTest::addColumn<QList<qint64>>("first");
    QTest::addColumn<int>("count");
    QTest::newRow("bitcoin") << qint64(1) << 1 << 90'000.0 << QList<qint64>{1, 2, 5, 10, 20, 50, 100} << 12;
    QTest::newRow("odd tick") << qint64(25) << 2 << 100.0 << QList<qint64>{25, 50} << 2;
    QTest::newRow("cheap coin") << qint64(1) << 7 << 0.00001 << QList<qint64>{1} << 1;
    QTest::newRow("price not known") << qint64(1) << 2 << 0.0 << QList<qint64>{1, 2, 5, 10} << 13;
}

void TstPriceGroups::stepsAreOneTwoFive()
{
    QFETCH(const qint64, tick);
    QFETCH(const int, scale);
    QFETCH(const double, price);
    QFETCH(const QList<qint64>, first);
    QFETCH(const int, count);
    const Instrument instrument = test::instrumentOf(0, "BTCUSDT", Price::fromMantissa(tick, scale));
    const auto groups = priceGroups(instrument, price);
    QCOMPARE(static_cast<int>(groups.size()), count);
    for (qsizetype i = 0; i < first.size(); ++i)
        QCOMPARE(groups[static_cast<std::size_t>(i)], first[i]);
}

void TstPriceGroups::fittingGroupFillsTheRows()
{
    const std::vector<std::int64_t> groups{1, 2, 5, 10, 20};
    QCOMPARE(fittingGroup(groups, *test::denseBook(10'000, 50)), 1);
    auto sparse = *test::denseBook(10'000, 50);
    for (std::size_t i = 0; i < 50; ++i) {
        sparse.bids[i].price = 10'000 - 4 * static_cast<std::int64_t>(i);
        sparse.asks[i].price = 10'001 + 7 * static_cast<std::int64_t>(i);
    }
    QCOMPARE(fittingGroup(groups, sparse), 10);
    sparse.asks[14].price = 1'000'000;
    QCOMPARE(fittingGroup(groups, sparse), 20);
    QCOMPARE(fittingGroup(groups, *test::bookOf({}, {})), 1);
}

SPREADLINE_TEST(TstPriceGroups)
#include "tst_price_groups.moc"
