// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/binance_dialect.h"
#include "sample_instruments.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::test;

/// Every documented message of the market streams, from tests/data/binance/frames.jsonl.
class TstBinanceFrames : public QObject {
    Q_OBJECT

private:
    /// Decodes the sample line that contains `mark`.
    Decoded decodeSample(const char* mark, std::vector<MarketEvent>& events)
    {
        for (const QByteArray& line :
             QByteArray::fromStdString(readAll(dataFile(QStringLiteral("binance/frames.jsonl")))).split('\n')) {
            if (!line.contains(mark))
                continue;
            auto decoded = m_dialect.decode(line.toStdString(), m_table, events);
            if (!decoded)
                qWarning("%s: %s", mark, logText(decoded.error()).c_str());
            return decoded ? *decoded : Decoded{Decoded::Kind::Refusal, 0, {}, decoded.error(), {}};
        }
        qFatal("no sample has %s", mark);
        return {};
    }
    template<typename Event>
    Event only(const char* mark)
    {
        std::vector<MarketEvent> events;
        const Decoded decoded = decodeSample(mark, events);
        if (decoded.kind != Decoded::Kind::Events || events.size() != 1 || !std::holds_alternative<Event>(events[0]))
            qFatal("%s: not one event of the kind", mark);
        return std::get<Event>(events[0]);
    }

    BinanceDialect m_dialect;
    InstrumentTable m_table = sampleTable();

private Q_SLOTS:
    void readsAggTrades()
    {
        const auto trade = only<Trade>("\"a\":5933014");
        QCOMPARE(trade.id, 5933014);
        QCOMPARE(trade.price, Price::fromMantissa(618003, 1));
        QCOMPARE(trade.price.scale(), 1);
        QCOMPARE(trade.quantity, Quantity::fromMantissa(6, 3));
        QVERIFY(trade.aggressor == Side::Sell);
        QCOMPARE(trade.time.millis(), 1767225600010);
        QVERIFY(only<Trade>("\"a\":5933015").aggressor == Side::Buy);
        std::vector<MarketEvent> events;
        QCOMPARE(decodeSample("\"a\":5933014", events).venueTime.millis(), 1767225600012);
    }
    void passesOverTradesThatAreNotOfTheMarket()
    {
        QCOMPARE(only<Trade>("5266583935").id, 5266583935);
        std::vector<MarketEvent> events;
        QVERIFY(decodeSample("INSURANCE_FUND", events).kind == Decoded::Kind::Ignored);
        QVERIFY(events.empty());
    }
    void readsDepth()
    {
        const auto delta = only<BookDelta>("\"pu\":149,\"b\":[[\"61800.20\",\"10\"],");
        QCOMPARE(delta.firstId, 157);
        QCOMPARE(delta.lastId, 160);
        QCOMPARE(delta.previousLast, 149);
        QCOMPARE(delta.time.millis(), 1767225600298);
        QVERIFY((delta.scale == BookScale{1, 3}));
        QVERIFY((delta.bids == std::vector<BookLevel>{{618002, 10000}, {617990, 0}}));
        QVERIFY((delta.asks == std::vector<BookLevel>{{618003, 2504}}));
        QVERIFY(only<BookDelta>("\"pu\":160").bids.empty());
    }
    void tellsPartialDepthApart()
    {
        std::vector<MarketEvent> events;
        QVERIFY(decodeSample("depth20", events).kind == Decoded::Kind::Ignored);
        QVERIFY(events.empty());
    }
    void readsBookTickers()
    {
        const auto top = only<BookTop>("400900217");
        QCOMPARE(top.updateId, 400900217);
        QVERIFY((top.bid == BookLevel{618002, 2507} && top.ask == BookLevel{618003, 2510}));
    }
    void readsKlines()
    {
        const auto update = only<KlineUpdate>("\"kline\"");
        QCOMPARE(QString::fromStdString(toString(update.interval)), QStringLiteral("1m"));
        QCOMPARE(update.kline.openTime.millis(), 1767225600000);
        QCOMPARE(update.kline.closeTime.millis(), 1767225659999);
        QCOMPARE(QString::fromStdString(update.kline.high.toString()), QStringLiteral("61810.0"));
        QCOMPARE(QString::fromStdString(update.kline.takerBuyVolume.toString()), QStringLiteral("6.000"));
        QCOMPARE(QString::fromStdString(update.kline.quoteVolume.toString()), QStringLiteral("762921.4215000"));
        QCOMPARE(update.kline.trades, 101);
        QVERIFY(!update.kline.closed);
    }
    void readsMarkPrices()
    {
        const auto mark = only<MarkPrice>("btcusdt@markPrice@1s");
        QCOMPARE(QString::fromStdString(mark.mark.toString()), QStringLiteral("61801.12345678"));
        QCOMPARE(QString::fromStdString(mark.fundingRate.toString()), QStringLiteral("0.00010000"));
        QCOMPARE(mark.nextFunding.millis(), 1767254400000);
        std::vector<MarketEvent> events;
        decodeSample("!markPrice@arr", events);
        QCOMPARE(events.size(), std::size_t{2}); // NEWUSDT is not known and no error
        QVERIFY(std::get<MarkPrice>(events[0]).fundingRate.isNegative());
        QVERIFY(!std::get<MarkPrice>(events[1]).nextFunding.isKnown()); // a dated contract
    }
    void readsTickers()
    {
        const auto ticker = only<Ticker24h>("btcusdt@ticker");
        QCOMPARE(QString::fromStdString(ticker.low.toString()), QStringLiteral("60100.5"));
        QCOMPARE(QString::fromStdString(ticker.quoteVolume.toString()), QStringLiteral("7530864196.12"));
        QCOMPARE(ticker.trades, 900000);
        QVERIFY(only<Ticker24h>("!miniTicker").instrument == InstrumentId{0}); // ETHUSDT has not traded, NEWUSDT is not known
        QVERIFY(only<Ticker24h>("!ticker@arr").instrument == InstrumentId{1});
    }
    void readsLiquidations()
    {
        const auto liquidation = only<Liquidation>("forceOrder");
        QVERIFY(liquidation.side == Side::Sell);
        QCOMPARE(liquidation.price, *Price::parse("61712.34")); // what it was filled at
        QCOMPARE(liquidation.quantity, *Quantity::parse("0.014"));
    }
    void readsAnswers()
    {
        std::vector<MarketEvent> events;
        Decoded decoded = decodeSample("\"result\":null", events);
        QVERIFY(decoded.kind == Decoded::Kind::Ack && decoded.requestId == 1);
        decoded = decodeSample("\"id\":3", events);
        QVERIFY((decoded.streams == std::vector<std::string>{"btcusdt@depth@100ms", "btcusdt@aggTrade"}));
        decoded = decodeSample("\"id\":4", events);
        QVERIFY(decoded.kind == Decoded::Kind::Refusal && decoded.requestId == 4);
        QVERIFY(decoded.error.detail.find("unknown variant") != std::string::npos);
        QVERIFY(events.empty());
    }
    void readsShutdownsAndPassesOverTheRest()
    {
        std::vector<MarketEvent> events;
        QVERIFY(decodeSample("{\"e\":\"serverShutdown\"", events).kind == Decoded::Kind::Shutdown);
        QVERIFY(decodeSample("!serverShutdown", events).kind == Decoded::Kind::Shutdown);
        QVERIFY(decodeSample("!contractInfo", events).kind == Decoded::Kind::Ignored);
        QVERIFY(decodeSample("somethingNew", events).kind == Decoded::Kind::Ignored);
        QVERIFY(events.empty());
    }

    void orderOfKeysDoesNotMatter_data()
    {
        QTest::addColumn<QString>("frame");
        const QString base = QStringLiteral(
            R"({"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":9,"s":"BTCUSDT","a":7,"p":"5.1","q":"2","T":8,"m":true}})");
        QTest::newRow("as Binance") << base;
        QTest::newRow("data first") << QStringLiteral(
            R"({"data":{"e":"aggTrade","E":9,"s":"BTCUSDT","a":7,"p":"5.1","q":"2","T":8,"m":true},"stream":"btcusdt@aggTrade"})");
        QTest::newRow("type last") << QStringLiteral(
            R"({"stream":"btcusdt@aggTrade","data":{"m":true,"T":8,"q":"2","p":"5.1","a":7,"s":"BTCUSDT","E":9,"e":"aggTrade"}})");
        QTest::newRow("raw, type last") << QStringLiteral(
            R"({"m":true,"T":8,"q":"2","p":"5.1","a":7,"s":"BTCUSDT","E":9,"e":"aggTrade"})");
        QTest::newRow("blanks") << QStringLiteral(
            "{ \"stream\" : \"btcusdt@aggTrade\" ,\r\n \"data\" : { \"e\" : \"aggTrade\" , \"E\" : 9 "
            ", \"s\":\"BTCUSDT\",\t\"a\":7,\"p\":\"5.1\",\"q\":\"2\",\"T\":8,\"m\":true } } ");
        QTest::newRow("between") << QStringLiteral(
            R"({"x":[1,{"e":"trade"}],"data":{"zz":{"e":"kline"},"e":"aggTrade","E":9,"s":"BTCUSDT","a":7,"p":"5.1","q":"2","T":8,"m":true},"stream":"btcusdt@aggTrade","y":null})");
    }
    void orderOfKeysDoesNotMatter()
    {
        QFETCH(QString, frame);
        std::vector<MarketEvent> events;
        const auto decoded = m_dialect.decode(frame.toStdString(), m_table, events);
        QVERIFY2(decoded.hasValue(), decoded ? "" : logText(decoded.error()).c_str());
        QCOMPARE(events.size(), std::size_t{1});
        const Trade expected{InstrumentId{0},         7, Price::fromMantissa(51, 1), Quantity::fromMantissa(2000, 3), Side::Sell,
                             Timestamp::fromMillis(8)};
        QVERIFY(std::get<Trade>(events[0]) == expected);
    }
    void partialDepthIsKnownBeforeItsNameToo()
    {
        std::vector<MarketEvent> events;
        const auto decoded = m_dialect.decode(
            R"({"data":{"e":"depthUpdate","E":1,"T":1,"s":"BTCUSDT","U":1,"u":2,"pu":0,"b":[],"a":[]},"stream":"btcusdt@depth5"})",
            m_table, events);
        QVERIFY(decoded && decoded->kind == Decoded::Kind::Ignored && events.empty());
    }
    void spotFramesDifferLittle()
    {
        BinanceDialect::Options options;
        options.isSpot = true;
        BinanceDialect spot(options);
        std::vector<MarketEvent> events;
        const std::string ticker =
            R"({"stream":"btcusdt@bookTicker","data":{"u":5,"s":"BTCUSDT","b":"1.1","B":"2","a":"1.2","A":"3"}})";
        const std::string depth =
            R"({"stream":"btcusdt@depth@100ms","data":{"e":"depthUpdate","E":1,"s":"BTCUSDT","U":11,"u":12,"b":[],"a":[]}})";
        QVERIFY(spot.decode(ticker, m_table, events));
        QVERIFY(spot.decode(depth, m_table, events));
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(std::get<BookDelta>(events[1]).previousLast, 10);
        QVERIFY(!m_dialect.decode(depth, m_table, events));
    }
    void asksForStreams()
    {
        const auto name = [this](StreamKind kind, InstrumentId id, Interval interval = {}) {
            return QString::fromStdString(m_dialect.streamName({kind, id, interval}, m_table));
        };
        QCOMPARE(name(StreamKind::Book, InstrumentId{0}), QStringLiteral("btcusdt@depth@100ms"));
        QCOMPARE(name(StreamKind::Trades, InstrumentId{1}), QStringLiteral("ethusdt@aggTrade"));
        QCOMPARE(name(StreamKind::Klines, InstrumentId{1}, *parseInterval("4h")), QStringLiteral("ethusdt@kline_4h"));
        QCOMPARE(name(StreamKind::Klines, InstrumentId{1}, *parseInterval("5s")), QString());
        QCOMPARE(name(StreamKind::Ticker, allInstruments), QStringLiteral("!ticker@arr"));
        QCOMPARE(name(StreamKind::Book, allInstruments), QString());
        QCOMPARE(name(StreamKind::Book, InstrumentId{9}), QString());
        QCOMPARE(QString::fromStdString(m_dialect.route({StreamKind::Book, InstrumentId{0}, {}})), QStringLiteral("/public"));
        QCOMPARE(QString::fromStdString(m_dialect.route({StreamKind::Klines, InstrumentId{0}, {}})), QStringLiteral("/market"));
        const std::vector<std::string> streams{"btcusdt@aggTrade", "a\"b@trade"};
        QCOMPARE(QString::fromStdString(m_dialect.subscribe(streams, 7)),
                 QStringLiteral("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@aggTrade\",\"a\\\"b@trade\"],\"id\":7}"));
        QCOMPARE(QString::fromStdString(m_dialect.listSubscriptions(8)),
                 QStringLiteral(R"({"method":"LIST_SUBSCRIPTIONS","id":8})"));
    }
};

SPREADLINE_TEST(TstBinanceFrames)
#include "tst_binance_frames.moc"
