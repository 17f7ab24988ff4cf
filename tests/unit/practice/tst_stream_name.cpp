// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/stream_name.h"
#include "practice/stream_session.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::practice;

class TstStreamName final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void knowsNothingElse_data();
    void knowsNothingElse();
    void readsTargets_data();
    void readsTargets();
};

namespace {

std::optional<InstrumentId> lookup(std::string_view symbol)
{
    return symbol == "BTCUSDT" ? std::optional(InstrumentId{7}) : std::nullopt;
}

} // namespace

void TstStreamName::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("family");
    QTest::addColumn<int>("period");     // milliseconds
    QTest::addColumn<QString>("routes"); // of public, market, unrouted
    const auto row = [](const char* text, StreamFamily family, int period, const char* routes) {
        QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(family) << period << QString::fromLatin1(routes);
    };
    using enum StreamFamily;
    row("btcusdt@aggTrade", AggTrade, 100, "m");
    row("btcusdt@trade", Trade, 0, "pmu");
    row("btcusdt@kline_1m", Kline, 250, "m");
    row("btcusdt@kline_1M", Kline, 250, "m");
    row("btcusdt_perpetual@continuousKline_1h", Kline, 250, "m");
    row("btcusdt@bookTicker", BookTicker, 0, "pu");
    row("btcusdt@depth5", PartialDepth, 250, "pu");
    row("btcusdt@depth20@100ms", PartialDepth, 100, "pu");
    row("btcusdt@depth", DiffDepth, 250, "pu");
    row("btcusdt@depth@500ms", DiffDepth, 500, "pu");
    row("btcusdt@markPrice", MarkPrice, 3'000, "m");
    row("btcusdt@markPrice@1s", MarkPrice, 1'000, "m");
    row("btcusdt@ticker", Ticker, 2'000, "m");
    row("btcusdt@miniTicker", MiniTicker, 2'000, "m");
    row("btcusdt@forceOrder", ForceOrder, 0, "m");
    row("!bookTicker", BookTicker, 5'000, "pu");
    row("!ticker@arr", Ticker, 1'000, "m");
    row("!miniTicker@arr", MiniTicker, 1'000, "m");
    row("!markPrice@arr", MarkPrice, 3'000, "m");
    row("!markPrice@arr@1s", MarkPrice, 1'000, "m");
    row("!forceOrder@arr", ForceOrder, 0, "m");
    row("!contractInfo", ContractInfo, 0, "m");
}

void TstStreamName::reads()
{
    QFETCH(QString, text);
    QFETCH(int, family);
    QFETCH(int, period);
    QFETCH(QString, routes);
    const auto name = parseStreamName(text.toStdString(), lookup);
    QVERIFY(name);
    QCOMPARE(static_cast<int>(name->family), family);
    QCOMPARE(name->period, Duration(std::chrono::milliseconds(period)));
    QCOMPARE(name->isAll(), text.startsWith(QLatin1Char('!')));
    QCOMPARE(delivers(Route::Public, name->family), routes.contains(QLatin1Char('p')));
    QCOMPARE(delivers(Route::Market, name->family), routes.contains(QLatin1Char('m')));
    QCOMPARE(delivers(Route::Unrouted, name->family), routes.contains(QLatin1Char('u')));
}

void TstStreamName::knowsNothingElse_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "@", "btcusdt", "btcusdt@", "BTCUSDT@aggTrade", "nopeusdt@aggTrade", "btcusdt@kline_7m", "btcusdt@kline_",
          "btcusdt@depth7", "btcusdt@depth@1ms", "!nothing", "btcusdt@ticker@arr", "\xff@trade"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TstStreamName::knowsNothingElse()
{
    QFETCH(QString, text);
    QVERIFY(!parseStreamName(text.toStdString(), lookup));
}

void TstStreamName::readsTargets_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("result"); // route, form, streams; "" for none
    const auto row = [](const char* path, const char* query, const char* result) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(query) << QString::fromLatin1(result);
    };
    row("/public/ws/a@b/c@d", "", "public raw a@b,c@d");
    row("/public/ws", "", "public raw ");
    row("/market/stream", "streams=a/b", "market combined a,b");
    row("/market/stream", "streams=%21a%40arr", "market combined !a@arr");
    row("/ws/a", "", "unrouted raw a");
    row("/stream", "", "unrouted combined ");
    row("/private/ws/key", "", "");
    row("/wsx", "", "");
    row("/fapi/v1/time", "", "");
}

void TstStreamName::readsTargets()
{
    QFETCH(QString, path);
    QFETCH(QString, query);
    QFETCH(QString, result);
    const auto target = readStreamTarget(path.toStdString(), query.toStdString());
    QString seen;
    if (target) {
        const char* const route = target->route == Route::Public ? "public"
            : target->route == Route::Market                     ? "market"
                                                                 : "unrouted";
        QStringList streams;
        for (const std::string& stream : target->streams)
            streams += QString::fromStdString(stream);
        seen =
            QStringLiteral("%1 %2 %3")
                .arg(QLatin1String(route), QLatin1String(target->combined ? "combined" : "raw"), streams.join(QLatin1Char(',')));
    }
    QCOMPARE(seen, result);
}

SPREADLINE_TEST(TstStreamName)
#include "tst_stream_name.moc"
