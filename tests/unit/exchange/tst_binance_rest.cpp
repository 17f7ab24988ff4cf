// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_grid_rows.h"
#include "exchange/binance/binance_dialect.h"
#include "exchange/venue_hosts.h"
#include "sample_instruments.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::test;

Q_DECLARE_METATYPE(spreadline::Errc)

class TstBinanceRest : public QObject {
    Q_OBJECT

    static std::string sample(const char* name) { return readAll(dataFile(QStringLiteral("binance/") + QLatin1String(name))); }

    BinanceDialect m_dialect;
    InstrumentTable m_table = sampleTable();
    const Instrument& m_btc = *m_table.find("BTCUSDT");

private Q_SLOTS:
    void readsInstruments()
    {
        const auto read = m_dialect.readInstruments(sample("exchangeInfo.json"));
        QVERIFY2(read.hasValue(), read ? "" : logText(read.error()).c_str());
        QCOMPARE(read->size(), std::size_t{3});
        const Instrument& btc = read->at(0);
        QCOMPARE(btc.tickSize, *Price::parse("0.1"));
        QCOMPARE(btc.priceScale(), 1);
        QCOMPARE(btc.quantityScale(), 3);
        QCOMPARE(btc.maxPrice, *Price::parse("4529764"));
        QCOMPARE(btc.maxMarketQuantity, *Quantity::parse("120"));
        QCOMPARE(btc.minNotional, *Money::parse("50"));
        QCOMPARE(btc.bandDown, *Price::parse("0.95"));
        QCOMPARE(btc.onboarded.millis(), 1569398400000);
        QVERIFY(btc.status == InstrumentStatus::Trading);
        const Instrument& ctk = read->at(1);
        QCOMPARE(ctk.tickSize, *Price::parse("0.001"));
        QCOMPARE(ctk.priceScale(), 5); // orders from before the tick was coarsened have to fit
        QVERIFY(ctk.status == InstrumentStatus::Settling && !ctk.onboarded.isKnown());
        QCOMPARE(QString::fromStdString(read->at(2).symbol), QStringLiteral("ODD\"<b>\u5e01USDT"));
        QVERIFY(read->at(2).status == InstrumentStatus::Break);
    }
    void readsFundingAndOpenInterest()
    {
        const auto rates = m_dialect.readDerivatives(
            R"([{"symbol":"BTCUSDT","fundingTime":1767254400000,"fundingRate":"-0.00012500","markPrice":"61800.1","rateType":"Settled"},
                {"symbol":"BTCUSDT","fundingTime":1767225600000,"fundingRate":"0.00010000","markPrice":""}])",
            m_btc, DerivativeSeries::FundingRate);
        QVERIFY2(rates.hasValue(), rates ? "" : logText(rates.error()).c_str());
        QCOMPARE(rates->size(), std::size_t{2});
        QCOMPARE(rates->at(0).time.millis(), 1767225600000); // in order of time, whatever the venue's
        QCOMPARE(rates->at(1).value, *Price::parse("-0.000125"));
        const auto interest = m_dialect.readDerivatives(
            R"([{"symbol":"BTCUSDT","sumOpenInterest":"20403.63700000","sumOpenInterestValue":"150570784.07","timestamp":"1767225600000"},
                {"symbol":"BTCUSDT","sumOpenInterest":"20401.36700000","sumOpenInterestValue":"149940752.14","timestamp":1767225900000}])",
            m_btc, DerivativeSeries::OpenInterest);
        QVERIFY2(interest.hasValue(), interest ? "" : logText(interest.error()).c_str());
        QCOMPARE(interest->at(0).time.millis(), 1767225600000); // in quotes as well
        QCOMPARE(interest->at(1).value, *Price::parse("20401.367"));
    }
    void refusesBadDerivatives_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<Errc>("code");
        QTest::newRow("another symbol") << QByteArray(R"({"symbol":"ETHUSDT","timestamp":1,"sumOpenInterest":"1"})")
                                        << Errc::BadSchema;
        QTest::newRow("negative") << QByteArray(R"({"symbol":"BTCUSDT","timestamp":1767225600000,"sumOpenInterest":"-1"})")
                                  << Errc::BadNumber;
        QTest::newRow("no number") << QByteArray(R"({"symbol":"BTCUSDT","timestamp":1767225600000,"sumOpenInterest":"NaN"})")
                                   << Errc::BadNumber;
        QTest::newRow("no time") << QByteArray(R"({"symbol":"BTCUSDT","sumOpenInterest":"1"})") << Errc::BadSchema;
    }
    void refusesBadDerivatives()
    {
        QFETCH(QByteArray, row);
        QFETCH(Errc, code);
        const auto read = m_dialect.readDerivatives(("[" + row + "]").toStdString(), m_btc, DerivativeSeries::OpenInterest);
        QVERIFY(!read.hasValue());
        QCOMPARE(read.error().code, code);
    }
    void readsTheRest()
    {
        const auto book = m_dialect.readBook(sample("depth.json"), m_btc);
        QVERIFY(book && book->updateId == 158 && book->time.millis() == 1767225600249);
        QVERIFY((book->bids == std::vector<BookLevel>{{618002, 9000}, {617990, 1500}}));

        const auto trades = m_dialect.readTrades(sample("aggTrades.json"), m_btc);
        QVERIFY(trades && trades->size() == 2);
        QVERIFY(trades->at(0).aggressor == Side::Sell && trades->at(1).id == 26130);

        const auto time = m_dialect.readServerTime(R"({"serverTime":1767225600000})");
        QVERIFY(time && time->millis() == 1767225600000);

        std::vector<MarketEvent> events;
        QVERIFY(m_dialect.readTickers(sample("ticker24hr.json"), m_table, events));
        QVERIFY(m_dialect.readMarkPrices(sample("premiumIndex.json"), m_table, events));
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(std::get<Ticker24h>(events[0]).trades, 900000);
        QCOMPARE(std::get<MarkPrice>(events[1]).fundingRate, *Price::parse("0.0001"));
    }
    void knowsWhichBarsAreClosed()
    {
        const auto at = [this](std::int64_t millis) {
            const auto klines = m_dialect.readKlines(sample("klines.json"), m_btc, Interval(), Timestamp::fromMillis(millis));
            return klines ? QString::number(klines->at(0).closed) + QString::number(klines->at(1).closed)
                          : QString::fromStdString(logText(klines.error()));
        };
        QCOMPARE(at(1767225660000), QStringLiteral("00")); // within the venue's two seconds of grace
        QCOMPARE(at(1767225662000), QStringLiteral("10"));
        QCOMPARE(at(1767225725000), QStringLiteral("11"));
        const auto klines = m_dialect.readKlines(sample("klines.json"), m_btc, Interval(), {});
        QCOMPARE(klines->at(1).high, *Price::parse("61800.35")); // history may be finer than today's tick
        QCOMPARE(klines->at(0).high.scale(), 1);
    }
    void barsLieOnTheirGrid_data() { barGridRows(); }
    void barsLieOnTheirGrid()
    {
        QFETCH(QString, interval);
        QFETCH(qint64, open);
        QFETCH(qint64, close);
        QFETCH(QString, field);
        const std::string body =
            "[[" + std::to_string(open) + R"(,"1","1","1","1","1",)" + std::to_string(close) + R"(,"1",1,"1","1","0"]])";
        const auto klines = m_dialect.readKlines(body, m_btc, *parseInterval(interval.toStdString()), {});
        QCOMPARE(klines.hasValue(), field.isEmpty());
        if (field.isEmpty())
            return;
        QCOMPARE(klines.error().code, Errc::BadNumber);
        QCOMPARE(QString::fromStdString(klines.error().where), QStringLiteral("klines.") + field + QStringLiteral("Time"));
    }
    void refusesBadBodies_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("body");
        QTest::addColumn<Errc>("code");
        const auto row = [](const char* call, const char* body, Errc code) {
            QTest::addRow("%s %.60s", call, body) << QString::fromLatin1(call) << QString::fromLatin1(body) << code;
        };
        for (const char* call : {"time", "exchangeInfo", "depth", "klines", "trades", "tickers", "marks"}) {
            row(call, "", Errc::BadFrame);
            row(call, "<html><body>Login</body></html>", Errc::BadFrame);
            row(call, "7", Errc::BadSchema);
            row(call, "[7]", Errc::BadSchema);
            row(call, R"({"code":-1003,"msg":"x"})", Errc::BadSchema);
            row(call, "[[[[[[", Errc::BadFrame);
        }
        row("depth", R"({"lastUpdateId":1,"bids":[["1","1"]],"asks":null})", Errc::BadSchema);
        row("depth", R"({"lastUpdateId":1,"bids":[["0","1"]],"asks":[]})", Errc::BadNumber);
        row("depth", R"({"lastUpdateId":"1","bids":[],"asks":[]})", Errc::BadSchema);
        row("depth", R"({"lastUpdateId":1,"bids":[],"asks":[]}x)", Errc::BadFrame);
        row("klines", R"([[60000,"1","1","1","1","1",119999,"1",1]])", Errc::BadSchema);
        row("klines", R"([[60000,"1","1","1","NaN","1",119999,"1",1,"1","1","0"]])", Errc::BadNumber);
        row("klines", R"([[60000,"5","1","1","1","1",119999,"1",1,"1","1","0"]])", Errc::BadNumber);
        row("klines",
            R"([[120000,"1","1","1","1","1",179999,"1",1,"1","1","0"],[60000,"1","1","1","1","1",119999,"1",1,"1","1","0"]])",
            Errc::BadSchema);
        row("trades", R"([{"a":1,"p":"1","q":"0","T":1,"m":true}])", Errc::BadNumber);
        row("trades", R"([{"a":4611686018427387905,"p":"1","q":"1","T":1,"m":true}])", Errc::BadNumber);
        row("trades", R"([{"a":9223372036854775807,"p":"1","q":"1","T":1,"m":true}])", Errc::BadNumber);
        row("exchangeInfo", R"({"symbols":[{"symbol":"A","status":"TRADING","baseAsset":"A","quoteAsset":"B","filters":[]}]})",
            Errc::BadSchema);
        row("exchangeInfo",
            R"({"symbols":[{"symbol":"A","status":"TRADING","baseAsset":"A","quoteAsset":"B","filters":[{"filterType":"PRICE_FILTER","minPrice":"1","maxPrice":"2","tickSize":"0"}]}]})",
            Errc::BadNumber);
    }
    void refusesBadBodies()
    {
        QFETCH(QString, call);
        QFETCH(QString, body);
        QFETCH(Errc, code);
        const std::string text = body.toStdString();
        std::vector<MarketEvent> events;
        Error error{Errc::Internal, "taken", {}};
        const auto note = [&error](const auto& result) {
            if (!result)
                error = result.error();
        };
        if (call == QLatin1String("time"))
            note(m_dialect.readServerTime(text));
        else if (call == QLatin1String("exchangeInfo"))
            note(m_dialect.readInstruments(text));
        else if (call == QLatin1String("depth"))
            note(m_dialect.readBook(text, m_btc));
        else if (call == QLatin1String("klines"))
            note(m_dialect.readKlines(text, m_btc, Interval(), {}));
        else if (call == QLatin1String("trades"))
            note(m_dialect.readTrades(text, m_btc));
        else if (call == QLatin1String("tickers"))
            note(m_dialect.readTickers(text, m_table, events));
        else
            note(m_dialect.readMarkPrices(text, m_table, events));
        QVERIFY2(error.code == code || (code == Errc::BadFrame && error.code == Errc::BadSchema && !text.empty()),
                 logText(error).c_str());
        QVERIFY(events.empty());
    }
    void asksWithTheRightWeight()
    {
        QCOMPARE(QString::fromStdString(m_dialect.bookRequest(m_btc).target),
                 QStringLiteral("/fapi/v1/depth?symbol=BTCUSDT&limit=1000"));
        QCOMPARE(m_dialect.bookRequest(m_btc).weight, 20);
        KlineRequest request{InstrumentId{0}, *parseInterval("1h"), {}, {}, 99};
        QCOMPARE(QString::fromStdString(m_dialect.klinesRequest(m_btc, request).target),
                 QStringLiteral("/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=99"));
        for (const auto& [limit, weight] : {std::pair{99, 1}, {100, 2}, {499, 2}, {500, 5}, {1000, 5}, {1001, 10}, {9999, 10}}) {
            request.limit = limit;
            QCOMPARE(m_dialect.klinesRequest(m_btc, request).weight, weight);
        }
        request.from = Timestamp::fromMillis(5);
        request.to = Timestamp::fromMillis(9);
        QVERIFY(m_dialect.klinesRequest(m_btc, request).target.ends_with("&startTime=5&endTime=9&limit=1500"));
        QVERIFY(
            m_dialect.tradesRequest(m_btc, {InstrumentId{0}, 77, 500}).target.ends_with("symbol=BTCUSDT&fromId=77&limit=500"));
        const Instrument odd = sampleInstrument("A&B=\"", 1, 1);
        QVERIFY(m_dialect.bookRequest(odd).target.find("symbol=A%26B%3D%22&") != std::string::npos);
    }
    void readsRefusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("retryAfter");
        QTest::addColumn<Errc>("code");
        QTest::addColumn<int>("quiet"); // seconds from now
        QTest::newRow("429 with header") << 429 << QStringLiteral(R"({"code":-1003,"msg":"Too many requests."})") << 7
                                         << Errc::RateLimited << 7;
        QTest::newRow("429 without") << 429 << QStringLiteral(R"({"code":-1003,"msg":"Too many requests."})") << 0
                                     << Errc::RateLimited << 60;
        QTest::newRow("418 with text")
            << 418
            << QStringLiteral(
                   R"({"code":-1003,"msg":"Way too many requests; IP banned until 1767225660000. Please use the websocket."})")
            << 0 << Errc::Banned << 60;
        QTest::newRow("418 with header") << 418 << QString() << 120 << Errc::Banned << 120;
        QTest::newRow("418 with nothing") << 418 << QString() << 0 << Errc::Banned << 120;
        QTest::newRow("403 page") << 403 << QStringLiteral("<html>\n<h1>Forbidden</h1>") << 0 << Errc::GeoBlocked << 300;
        QTest::newRow("451") << 451 << QStringLiteral(R"({"code":0,"msg":"Service unavailable from a restricted location"})") << 0
                             << Errc::GeoBlocked << 300;
        QTest::newRow("clock") << 400
                               << QStringLiteral(
                                      R"({"code":-1021,"msg":"Timestamp for this request is outside of the recvWindow."})")
                               << 0 << Errc::ClockUntrusted << 0;
        QTest::newRow("symbol") << 400 << QStringLiteral(R"({"code":-1121,"msg":"Invalid symbol."})") << 0
                                << Errc::UnknownInstrument << 0;
        QTest::newRow("parameter") << 400 << QStringLiteral(R"({"code":-1102,"msg":"x"})") << 0 << Errc::VenueRefused << 0;
        QTest::newRow("503") << 503 << QStringLiteral("Service Unavailable.") << 0 << Errc::VenueUnavailable << 0;
        QTest::newRow("404 page") << 404 << QStringLiteral("nope") << 0 << Errc::BadStatus << 0;
        QTest::newRow("absurd code") << 400 << QStringLiteral(R"({"code":99999999999,"msg":"x"})") << 0 << Errc::BadStatus << 0;
    }
    void readsRefusals()
    {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(int, retryAfter);
        QFETCH(Errc, code);
        QFETCH(int, quiet);
        const Timestamp now = Timestamp::fromMillis(1767225600000);
        const auto refusal = m_dialect.readRefusal(status, body.toStdString(), retryAfter, now);
        QVERIFY2(refusal.error.code == code, logText(refusal.error).c_str());
        QCOMPARE(refusal.bannedUntil, quiet == 0 ? Timestamp() : now + std::chrono::seconds(quiet));
        QVERIFY(refusal.error.detail.find('\n') == std::string::npos);
    }

    void tableKeepsIds()
    {
        const InstrumentTable known = sampleTable();
        Instrument finer = sampleInstrument("BTCUSDT", 2, 4);
        const InstrumentTable merged =
            InstrumentTable::merge(known, {sampleInstrument("NEWUSDT", 1, 1), finer, sampleInstrument("NEWUSDT", 3, 3)});
        QCOMPARE(merged.size(), std::size_t{3});
        QVERIFY(merged.find("BTCUSDT")->id == InstrumentId{0} && merged.find("BTCUSDT")->priceScale() == 2);
        QVERIFY(merged.find("ETHUSDT")->id == InstrumentId{1} && merged.find("ETHUSDT")->status == InstrumentStatus::Closed);
        QVERIFY(merged.find("NEWUSDT")->id == InstrumentId{2} && merged.find("NEWUSDT")->priceScale() == 1);
        QVERIFY(merged.findByStreamSymbol("newusdt") == merged.find(InstrumentId{2}));
        QVERIFY(!merged.find("newusdt") && !merged.find("") && !merged.find(InstrumentId{3}) && !InstrumentTable().find("X"));
    }
    void tableFindsEachOfMany()
    {
        std::vector<Instrument> many;
        for (int i = 0; i < 3'000; ++i)
            many.push_back(sampleInstrument(("S" + std::to_string(i * 7919) + "USDT").c_str(), 1, 1));
        const InstrumentTable table(many);
        for (std::size_t i = 0; i < many.size(); ++i)
            QVERIFY(index(table.find(many[i].symbol)->id) == i);
        QVERIFY(!table.find("S1USDT"));
    }

    void knowsItsVenues()
    {
        const auto live = findVenue("binance");
        QVERIFY(live && live->environment == Environment::Live && live->weightLimit == 2'400);
        QCOMPARE(QString::fromStdString(streamUrl(live->hosts[0], "/market")),
                 QStringLiteral("wss://fstream.binance.com/market/stream"));
        const auto demo = findVenue("binance-testnet");
        QVERIFY(demo && demo->environment == Environment::Demo && demo->weightLimit == 6'000 && demo->hosts.size() == 2);
        QVERIFY(!findVenue("nasdaq") && !findVenue("practice"));
        const std::vector<VenueHost> own{{"http://127.0.0.1:8080/", "ws://127.0.0.1:8080"}};
        const auto practice = findVenue("practice", own);
        QVERIFY(practice && practice->environment == Environment::Practice);
        QCOMPARE(QString::fromStdString(practice->hosts[0].rest), QStringLiteral("http://127.0.0.1:8080"));
    }
    void refusesUnsafeHosts()
    {
        const auto taken = [](const char* venue, const char* rest, const char* ws) {
            const std::vector<VenueHost> own{{rest, ws}};
            return findVenue(venue, own).hasValue();
        };
        QVERIFY(taken("binance", "https://proxy.example", "wss://proxy.example"));
        QVERIFY(taken("binance", "http://localhost:1", "ws://[::1]:1"));
        QVERIFY(!taken("binance", "http://proxy.example", "wss://proxy.example"));
        QVERIFY(!taken("binance", "https://proxy.example", "ws://127.0.0.1.evil.example"));
        QVERIFY(!taken("binance", "http://127.0.0.1:80@evil.example", "wss://x.example"));
        QVERIFY(!taken("practice", "ftp://127.0.0.1", "ws://127.0.0.1"));
        QVERIFY(!taken("practice", "http://", "ws://127.0.0.1"));
    }
};

SPREADLINE_TEST(TstBinanceRest)
#include "tst_binance_rest.moc"
