// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/market_state.h"
#include "test_main.h"

using namespace spreadline;
using namespace std::chrono_literals;

namespace {

Trade trade(std::int64_t id)
{
    return {InstrumentId{0},
            id,
            Price::fromMantissa(100 + id, 2),
            Quantity::fromMantissa(1, 3),
            Side::Buy,
            Timestamp::fromMillis(1'000 + id)};
}

std::vector<Trade> trades(std::initializer_list<std::int64_t> ids)
{
    std::vector<Trade> list;
    for (const std::int64_t id : ids)
        list.push_back(trade(id));
    return list;
}

QString ids(const TradeTape& tape)
{
    QStringList parts;
    for (std::size_t i = 0; i < tape.size(); ++i)
        parts << QString::number(tape[i].id);
    return parts.join(QLatin1Char(' '));
}

} // namespace

class TstTradeTape : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsEachOnce();
    void beginsAnewWithTheVenuesCount_data();
    void beginsAnewWithTheVenuesCount();
    void mergeKeepsTheUnbrokenRun_data();
    void mergeKeepsTheUnbrokenRun();
    void trustIsTheWorst();
    void instrumentsKeepTheirMarkets();
    void lastPriceHasADirection();
};

void TstTradeTape::keepsEachOnce()
{
    TradeTape tape(3);
    QVERIFY(tape.push(trade(5)));
    QVERIFY(!tape.push(trade(5)));
    QVERIFY(!tape.push(trade(4)));
    for (const std::int64_t id : {6, 7, 9})
        QVERIFY(tape.push(trade(id)));
    QCOMPARE(ids(tape), QStringLiteral("6 7 9"));
    QCOMPARE(tape.pushed(), 4);
    QCOMPARE(tape.missed(), 1);
    QCOMPARE(tape.wholeFrom(), 9);
    QVERIFY(tape.merge(trades({8})));
    QCOMPARE(tape.wholeFrom(), 7);
}

void TstTradeTape::beginsAnewWithTheVenuesCount_data()
{
    QTest::addColumn<qint64>("id");
    QTest::newRow("from one") << qint64(1);
    QTest::newRow("from far ahead") << (qint64(1) << 60);
}

void TstTradeTape::beginsAnewWithTheVenuesCount()
{
    QFETCH(qint64, id);
    TradeTape tape(9);
    for (const std::int64_t old : {5'000, 5'001})
        QVERIFY(tape.push(trade(old)));
    const int generation = tape.generation();
    Trade first = trade(5'001);
    first.id = id;
    first.time = first.time + 1ms;
    QVERIFY(tape.push(first));
    QCOMPARE(ids(tape), QString::number(id));
    QCOMPARE(tape.wholeFrom(), id);
    QCOMPARE(tape.missed(), 0);
    QVERIFY(tape.generation() != generation);
}

void TstTradeTape::mergeKeepsTheUnbrokenRun_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("generation");
    QTest::newRow("8 9") << "6 7 8 9 10 11" << 1;
    QTest::newRow("3 4 5") << "10 11" << 0;
    QTest::newRow("3 4 6 7 8 9 10") << "6 7 8 9 10 11" << 1;
    QTest::newRow("9 9 8") << "8 9 10 11" << 1;
    QTest::newRow("12 13") << "10 11 12 13" << 1;
    QTest::newRow("20 21") << "20 21" << 1;
}

void TstTradeTape::mergeKeepsTheUnbrokenRun()
{
    QFETCH(QString, expected);
    QFETCH(int, generation);
    TradeTape tape(6);
    (void)tape.push(trade(10));
    (void)tape.push(trade(11));
    std::vector<Trade> history;
    for (const QString& id : QString::fromLatin1(QTest::currentDataTag()).split(QLatin1Char(' ')))
        history.push_back(trade(id.toLongLong()));
    if (QByteArray(QTest::currentDataTag()) == "8 9")
        history = trades({5, 6, 7, 8, 9});
    (void)tape.merge(history);
    QCOMPARE(ids(tape), expected);
    QCOMPARE(tape.generation(), generation);
    QVERIFY2(!tape.merge(history) || expected == QStringLiteral("20 21"), "merging twice changes nothing");
}

void TstTradeTape::trustIsTheWorst()
{
    TrustTable table;
    const Channel book{StreamKind::Book, InstrumentId{0}, {}};
    const Timestamp start = Timestamp::fromMillis(1'000'000);
    QCOMPARE(table.trust(StreamKind::Book).state, TrustState::Down);
    QVERIFY(table.report(book, {TrustState::Synced, {}, start, start}));
    QVERIFY(!table.age(StreamKind::Book, start + 4s, 5s));
    table.touch(StreamKind::Book, {}, start + 4s);
    QVERIFY(!table.age(StreamKind::Book, start + 8s, 5s));
    QVERIFY(table.age(StreamKind::Book, start + 10s, 5s));
    QCOMPARE(table.trust(StreamKind::Book).state, TrustState::Stale);
    table.touch(StreamKind::Book, {}, start + 11s);
    QCOMPARE(table.trust(StreamKind::Book).state, TrustState::Synced);
    table.doubt(book, Errc::SequenceGap, start + 12s);
    table.touch(StreamKind::Book, {}, start + 12s);
    QCOMPARE(table.trust(StreamKind::Book).state, TrustState::Resyncing);
    QCOMPARE(table.trust(StreamKind::Book).reason, Errc::SequenceGap);
    table.restored(book, start + 13s);
    QCOMPARE(table.trust(StreamKind::Book).state, TrustState::Synced);
    QVERIFY(table.report(book, {TrustState::Down, Errc::ConnectionLost, start + 14s, {}}));
    table.restored(book, start + 15s);
    QCOMPARE(table.trust(StreamKind::Book).state, TrustState::Down);
    QCOMPARE(table.trust(StreamKind::Book).lastData, start + 12s);
}

void TstTradeTape::instrumentsKeepTheirMarkets()
{
    MarketState market;
    Instrument first;
    first.symbol = "AAAUSDT";
    QVERIFY(market.setInstruments({first}));
    QVERIFY(!market.setInstruments({first}));
    (void)market.find(InstrumentId{0})->setLast(Price::fromMantissa(5, 0), Timestamp::fromMillis(1));
    Instrument second = first;
    second.id = InstrumentId{1};
    second.symbol = "BBBUSDT";
    Instrument broken = second;
    broken.id = allInstruments;
    QVERIFY(market.setInstruments({first, second, broken}));
    QCOMPARE(market.size(), 2U);
    QVERIFY(market.find(InstrumentId{0})->last.has_value());
    QVERIFY(market.find(InstrumentId{2}) == nullptr);
}

void TstTradeTape::lastPriceHasADirection()
{
    InstrumentMarket market;
    const auto set = [&](std::int64_t price, int time) {
        return market.setLast(Price::fromMantissa(price, 0), Timestamp::fromMillis(time));
    };
    QVERIFY(set(10, 1));
    QCOMPARE(market.direction, 0);
    QVERIFY(set(11, 2));
    QCOMPARE(market.direction, 1);
    QVERIFY(!set(11, 3));
    QVERIFY2(!set(9, 2), "older than what is known");
    QVERIFY(set(9, 3));
    QCOMPARE(market.direction, -1);
}

SPREADLINE_TEST(TstTradeTape)
#include "tst_trade_tape.moc"
