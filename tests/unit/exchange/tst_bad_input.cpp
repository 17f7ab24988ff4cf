// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_grid_rows.h"
#include "exchange/binance/binance_dialect.h"
#include "sample_instruments.h"
#include "test_main.h"

#include <tuple>

using namespace spreadline;
using namespace spreadline::test;

Q_DECLARE_METATYPE(spreadline::Errc)

namespace {

QString trade(const QString& price, const QString& quantity)
{
    return QStringLiteral(R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":7,"p":%1,"q":%2,"T":8,"m":true})").arg(price, quantity);
}

QString depth(const QString& bids)
{
    return QStringLiteral(R"({"e":"depthUpdate","E":1,"T":1,"s":"BTCUSDT","U":1,"u":2,"pu":0,"b":%1,"a":[]})").arg(bids);
}

QString nested(int levels)
{
    return QStringLiteral(R"({"e":"new","x":)") + QString(levels, QLatin1Char('[')) + QString(levels, QLatin1Char(']'))
        + QLatin1Char('}');
}

} // namespace

/// What must be refused, whole, and with a reason that names the field.
class TstBadInput : public QObject {
    Q_OBJECT

    BinanceDialect m_dialect;
    InstrumentTable m_table = sampleTable();

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QString>("frame");
        QTest::addColumn<Errc>("code");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, const QString& frame, Errc code, const char* where) {
            QTest::newRow(name) << frame << code << QString::fromLatin1(where);
        };
        const QString good = QStringLiteral("\"1\"");
        row("empty", QString(), Errc::BadFrame, "frame");
        row("blank", QStringLiteral("  "), Errc::BadFrame, "frame");
        row("no JSON", QStringLiteral("<html>502</html>"), Errc::BadFrame, "frame");
        row("truncated", trade(good, good).chopped(9), Errc::BadFrame, "");
        row("truncated by a brace", QStringLiteral(R"({"stream":"x@trade","data":)") + trade(good, good), Errc::BadFrame, "");
        row("more behind", trade(good, good) + QStringLiteral("{}"), Errc::BadFrame, "");
        row("invalid UTF-8 stand-in", QStringLiteral("{\"e\":\"a\nb\"}"), Errc::BadFrame, "");
        row("65 deep", nested(65), Errc::BadFrame, "");
        row("100 deep", nested(100), Errc::BadFrame, "");
        row("3000 deep", nested(3000), Errc::BadFrame, "");
        row("scalar", QStringLiteral("5"), Errc::BadSchema, "");
        row("null", QStringLiteral("null"), Errc::BadSchema, "");
        row("empty object", QStringLiteral("{}"), Errc::BadSchema, "frame.e");
        row("no type", QStringLiteral(R"({"s":"BTCUSDT","p":"1"})"), Errc::BadSchema, "frame.e");
        row("type is a number", QStringLiteral(R"({"e":5})"), Errc::BadSchema, "frame.e");
        row("data missing", QStringLiteral(R"({"stream":"x"})"), Errc::BadSchema, "frame.data");
        row("data null", QStringLiteral(R"({"stream":"x","data":null})"), Errc::BadSchema, "frame.data");
        row("array of numbers", QStringLiteral("[1,2]"), Errc::BadSchema, "");
        row("price null", trade(QStringLiteral("null"), good), Errc::BadSchema, "aggTrade.p");
        row("price a number", trade(QStringLiteral("61800.1"), good), Errc::BadSchema, "aggTrade.p");
        row("price an array", trade(QStringLiteral("[\"1\"]"), good), Errc::BadSchema, "aggTrade.p");
        row("price an object", trade(QStringLiteral("{\"p\":\"1\"}"), good), Errc::BadSchema, "aggTrade.p");
        row("price zero", trade(QStringLiteral("\"0\""), good), Errc::BadNumber, "aggTrade.p");
        row("price zero with decimals", trade(QStringLiteral("\"0.0\""), good), Errc::BadNumber, "aggTrade.p");
        row("price negative", trade(QStringLiteral("\"-1.5\""), good), Errc::BadNumber, "aggTrade.p");
        row("price NaN", trade(QStringLiteral("\"NaN\""), good), Errc::BadNumber, "aggTrade.p");
        row("price Infinity", trade(QStringLiteral("\"Infinity\""), good), Errc::BadNumber, "aggTrade.p");
        row("price 1e400", trade(QStringLiteral("\"1e400\""), good), Errc::BadNumber, "aggTrade.p");
        row("price 1e5", trade(QStringLiteral("\"1e5\""), good), Errc::BadNumber, "aggTrade.p");
        row("price bare 1e400", trade(QStringLiteral("1e400"), good), Errc::BadNumber, "aggTrade.p");
        row("price bare NaN", trade(QStringLiteral("NaN"), good), Errc::BadFrame, "");
        row("price of 40 digits", trade(QLatin1Char('"') + QString(40, QLatin1Char('9')) + QLatin1Char('"'), good),
            Errc::BadNumber, "aggTrade.p");
        row("price empty", trade(QStringLiteral("\"\""), good), Errc::BadNumber, "aggTrade.p");
        row("price beyond the tick", trade(QStringLiteral("\"61800.25\""), good), Errc::BadNumber, "aggTrade.p");
        row("price with two points", trade(QStringLiteral("\"1.2.3\""), good), Errc::BadNumber, "aggTrade.p");
        row("price with blanks", trade(QStringLiteral("\" 1\""), good), Errc::BadNumber, "aggTrade.p");
        row("price ends in a point", trade(QStringLiteral("\"1.\""), good), Errc::BadNumber, "aggTrade.p");
        row("quantity zero", trade(good, QStringLiteral("\"0\"")), Errc::BadNumber, "aggTrade.q");
        row("quantity absurd", trade(good, QStringLiteral("\"9999999999999999999\"")), Errc::BadNumber, "aggTrade.q");
        row("price twice", QStringLiteral(R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":7,"p":"1","p":"2","q":"1","T":8,"m":true})"),
            Errc::BadSchema, "aggTrade.p");
        row("symbol missing", QStringLiteral(R"({"e":"aggTrade","E":9,"a":7,"p":"1","q":"1","T":8,"m":true})"), Errc::BadSchema,
            "aggTrade.s");
        row("symbol unknown", QStringLiteral(R"({"e":"aggTrade","E":9,"s":"NOUSDT","a":7,"p":"1","q":"1","T":8,"m":true})"),
            Errc::UnknownInstrument, "aggTrade.s");
        row("id a text", QStringLiteral(R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":"7","p":"1","q":"1","T":8,"m":true})"),
            Errc::BadSchema, "aggTrade.a");
        row("id negative", QStringLiteral(R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":-7,"p":"1","q":"1","T":8,"m":true})"),
            Errc::BadNumber, "aggTrade.a");
        for (const char* id : {"4611686018427387905", "9223372036854775807"}) // nothing could be added to it safely
            QTest::addRow("id %s", id) << QStringLiteral(
                                              R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":%1,"p":"1","q":"1","T":8,"m":true})")
                                              .arg(QLatin1String(id))
                                       << Errc::BadNumber << QStringLiteral("aggTrade.a");
        row("id of a single trade beyond what can be counted",
            QStringLiteral(R"({"e":"trade","E":9,"s":"BTCUSDT","t":4611686018427387905,"p":"1","q":"1","T":8,"m":true})"),
            Errc::BadNumber, "trade.t");
        row("id beyond 64 bits",
            QStringLiteral(R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":99999999999999999999,"p":"1","q":"1","T":8,"m":true})"),
            Errc::BadSchema, "aggTrade.a");
        row("time zero", QStringLiteral(R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":7,"p":"1","q":"1","T":0,"m":true})"),
            Errc::BadNumber, "aggTrade.T");
        row("time far away",
            QStringLiteral(R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":7,"p":"1","q":"1","T":9223372036854775807,"m":true})"),
            Errc::BadNumber, "aggTrade.T");
        row("maker a text", QStringLiteral(R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":7,"p":"1","q":"1","T":8,"m":"true"})"),
            Errc::BadSchema, "aggTrade.m");
        row("levels missing", QStringLiteral(R"({"e":"depthUpdate","E":1,"T":1,"s":"BTCUSDT","U":1,"u":2,"pu":0,"b":[]})"),
            Errc::BadSchema, "depthUpdate.a");
        row("levels an object", depth(QStringLiteral("{}")), Errc::BadSchema, "depthUpdate.b");
        row("levels null", depth(QStringLiteral("null")), Errc::BadSchema, "depthUpdate.b");
        row("level of one", depth(QStringLiteral("[[\"1\",\"1\"],[\"1\"]]")), Errc::BadSchema, "depthUpdate.b[1]");
        row("level of three", depth(QStringLiteral("[[\"1\",\"1\",\"1\"]]")), Errc::BadSchema, "depthUpdate.b[0]");
        row("level of numbers", depth(QStringLiteral("[[1,1]]")), Errc::BadSchema, "depthUpdate.b[0]");
        row("level price zero", depth(QStringLiteral("[[\"5\",\"1\"],[\"0\",\"1\"]]")), Errc::BadNumber, "depthUpdate.b[1]");
        row("level price negative", depth(QStringLiteral("[[\"-5\",\"1\"]]")), Errc::BadNumber, "depthUpdate.b[0]");
        row("level size negative", depth(QStringLiteral("[[\"5\",\"-1\"]]")), Errc::BadNumber, "depthUpdate.b[0]");
        row("level size NaN", depth(QStringLiteral("[[\"5\",\"NaN\"]]")), Errc::BadNumber, "depthUpdate.b[0]");
        row("levels with a comma too many", depth(QStringLiteral("[[\"5\",\"1\"],]")), Errc::BadSchema, "depthUpdate.b[1]");
        row("no pu", QStringLiteral(R"({"e":"depthUpdate","E":1,"T":1,"s":"BTCUSDT","U":1,"u":2,"b":[],"a":[]})"),
            Errc::BadSchema, "depthUpdate.pu");
        row("u before U", QStringLiteral(R"({"e":"depthUpdate","E":1,"T":1,"s":"BTCUSDT","U":3,"u":2,"pu":0,"b":[],"a":[]})"),
            Errc::BadSchema, "depthUpdate.u");
        row("unknown interval",
            QStringLiteral(
                R"({"e":"kline","E":1,"s":"BTCUSDT","k":{"t":1,"T":2,"i":"7m","o":"1","c":"1","h":"1","l":"1","v":"1","n":1,"x":true,"q":"1","V":"1"}})"),
            Errc::BadSchema, "kline.k.i");
        row("high below low",
            QStringLiteral(
                R"({"e":"kline","E":1,"s":"BTCUSDT","k":{"t":60000,"T":119999,"i":"1m","o":"1","c":"1","h":"1","l":"2","v":"1","n":1,"x":true,"q":"1","V":"1"}})"),
            Errc::BadNumber, "kline.k");
        row("kline without k", QStringLiteral(R"({"e":"kline","E":1,"s":"BTCUSDT"})"), Errc::BadSchema, "kline.k");
        row("k a list", QStringLiteral(R"({"e":"kline","E":1,"s":"BTCUSDT","k":[]})"), Errc::BadSchema, "kline.k");
        row("unknown side", QStringLiteral(R"({"e":"forceOrder","E":1,"o":{"s":"BTCUSDT","S":"UP","q":"1","p":"1","T":1}})"),
            Errc::BadSchema, "forceOrder.o.S");
        row("mark price zero", QStringLiteral(R"({"e":"markPriceUpdate","E":1,"s":"BTCUSDT","p":"0","i":"1","r":"0","T":1})"),
            Errc::BadNumber, "markPriceUpdate.p");
        row("one bad row of many",
            QStringLiteral(
                R"([{"e":"24hrMiniTicker","E":1,"s":"BTCUSDT","c":"1","o":"1","h":"1","l":"1","v":"1","q":"1"},{"e":"24hrMiniTicker","E":1,"s":"ETHUSDT","c":"NaN","o":"1","h":"1","l":"1","v":"1","q":"1"}])"),
            Errc::BadNumber, "24hrMiniTicker.c");
        row("garbage in an unread field",
            QStringLiteral(R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":7,"p":"1","q":"1","T":8,"m":true,"zz":[1,nope]})"),
            Errc::BadFrame, "");
    }
    void refuses()
    {
        QFETCH(QString, frame);
        QFETCH(Errc, code);
        QFETCH(QString, where);
        std::vector<MarketEvent> events{FrameRejected{}};
        const auto decoded = m_dialect.decode(frame.toStdString(), m_table, events);
        QVERIFY2(!decoded.hasValue(), "was taken");
        QVERIFY2(decoded.error().code == code, logText(decoded.error()).c_str());
        QVERIFY2(where.isEmpty() || QString::fromStdString(decoded.error().where) == where, logText(decoded.error()).c_str());
        QCOMPARE(events.size(), std::size_t{1}); // nothing of it was applied
        // And nothing of it stays behind.
        QVERIFY(m_dialect.decode(trade(QStringLiteral("\"1\""), QStringLiteral("\"1\"")).toStdString(), m_table, events));
    }
    void barsLieOnTheirGrid_data() { barGridRows(); }
    void barsLieOnTheirGrid()
    {
        QFETCH(QString, interval);
        QFETCH(qint64, open);
        QFETCH(qint64, close);
        QFETCH(QString, field);
        const QString frame = QStringLiteral(
            R"({"e":"kline","E":1,"s":"BTCUSDT","k":{"t":%1,"T":%2,"i":"%3","o":"1","c":"1","h":"1","l":"1","v":"1","n":1,"x":true,"q":"1","V":"1"}})");
        std::vector<MarketEvent> events;
        const auto decoded = m_dialect.decode(frame.arg(open).arg(close).arg(interval).toStdString(), m_table, events);
        QCOMPARE(decoded.hasValue(), field.isEmpty());
        QCOMPARE(events.size(), field.isEmpty() ? std::size_t{1} : std::size_t{0});
        if (field.isEmpty())
            return;
        QCOMPARE(decoded.error().code, Errc::BadNumber);
        const QString name = field == QLatin1String("open") ? QStringLiteral("t") : QStringLiteral("T");
        QCOMPARE(QString::fromStdString(decoded.error().where), QStringLiteral("kline.k.") + name);
    }
    void takes_data()
    {
        QTest::addColumn<QString>("frame");
        QTest::addColumn<int>("events");
        QTest::newRow("63 deep, unknown") << nested(62) << 0;
        QTest::newRow("zeros beyond the tick")
            << trade(QStringLiteral("\"61800.2000000\""), QStringLiteral("\"1.00000000\"")) << 1;
        QTest::newRow("leading zeros") << trade(QStringLiteral("\"007\""), QStringLiteral("\"1\"")) << 1;
        QTest::newRow("largest that fits") << trade(QStringLiteral("\"922337203685477580.7\""), QStringLiteral("\"1\"")) << 1;
        QTest::newRow("size zero deletes") << depth(QStringLiteral("[[\"5.0\",\"0.000\"]]")) << 1;
        QTest::newRow("levels with blanks") << depth(QStringLiteral(" [ [ \"5\" , \"1\" ] , [\"6\",\"1\"] ] ")) << 1;
        QTest::newRow("unknown fields") << QStringLiteral(
            R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":7,"p":"1","q":"1","T":8,"m":true,"st":1,"zz":{"a":[null]}})")
                                        << 1;
        QTest::newRow("largest id") << QStringLiteral(
            R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":4611686018427387904,"p":"1","q":"1","T":8,"m":true})")
                                    << 1;
        QTest::newRow("empty array") << QStringLiteral("[]") << 0;
    }
    void takes()
    {
        QFETCH(QString, frame);
        std::vector<MarketEvent> events;
        const auto decoded = m_dialect.decode(frame.toStdString(), m_table, events);
        QVERIFY2(decoded.hasValue(), decoded ? "" : logText(decoded.error()).c_str());
        QTEST(static_cast<int>(events.size()), "events");
    }
    void plainFramesReadAlikeTheCarefulWay()
    {
        // A blank in front makes the decoder read a frame by the JSON parser; whatever stands in it, the outcome must be the same.
        const auto outcome = [this](const std::string& frame) {
            std::vector<MarketEvent> events;
            const auto decoded = m_dialect.decode(frame, m_table, events);
            return std::tuple(decoded ? decoded->kind : Decoded::Kind::Ignored, decoded ? decoded->venueTime : Timestamp(),
                              decoded ? Error() : decoded.error(), events);
        };
        int taken = 0;
        for (const QByteArray& line :
             QByteArray::fromStdString(readAll(dataFile(QStringLiteral("binance/frames.jsonl")))).split('\n')) {
            std::string frame = line.toStdString();
            for (std::size_t at = 0; at < frame.size(); ++at) {
                const char original = frame[at];
                for (const char other : std::string_view("\"{}[]:,\\-+.019aAemtnu! \x01\x7f\xc3\0", 27)) {
                    frame[at] = other;
                    const auto quick = outcome(frame);
                    taken += std::get<std::vector<MarketEvent>>(quick).empty() ? 0 : 1;
                    QVERIFY2(quick == outcome(' ' + frame), frame.c_str());
                }
                frame[at] = original;
            }
        }
        QVERIFY(taken > 1'000);
    }
    void idsAreBoundedBothWays()
    {
        for (const char* id :
             {"0", "999999999999999999", "4611686018427387904", "4611686018427387905", "9223372036854775807", "-1"}) {
            const std::string frame =
                std::string(R"({"e":"aggTrade","E":9,"s":"BTCUSDT","a":)") + id + R"(,"p":"1","q":"1","T":8,"m":true})";
            std::vector<MarketEvent> quick, careful;
            const auto first = m_dialect.decode(frame, m_table, quick);
            const auto second = m_dialect.decode(' ' + frame, m_table, careful);
            QCOMPARE(first.hasValue(), QByteArray(id).toLongLong() >= 0 && QByteArray(id).toLongLong() <= qint64(1) << 62);
            QCOMPARE(second.hasValue(), first.hasValue());
            QVERIFY(quick == careful);
            QVERIFY(first || first.error() == second.error());
        }
    }
    void refusesOversizeUnread()
    {
        BinanceDialect::Options options;
        options.frameBytes = 100;
        BinanceDialect small(options);
        std::vector<MarketEvent> events;
        const auto decoded = small.decode(std::string(101, ' '), m_table, events);
        QVERIFY(!decoded && decoded.error().code == Errc::FrameTooLarge);
    }
    void refusesEveryTruncation()
    {
        std::vector<MarketEvent> events;
        for (const QByteArray& line :
             QByteArray::fromStdString(readAll(dataFile(QStringLiteral("binance/frames.jsonl")))).split('\n')) {
            for (qsizetype length = 0; length + 1 < line.size(); ++length) {
                const auto decoded = m_dialect.decode(line.left(length).toStdString(), m_table, events);
                QVERIFY2(!decoded, line.left(length).constData());
            }
        }
        QVERIFY(events.empty());
    }
};

SPREADLINE_TEST(TstBadInput)
#include "tst_bad_input.moc"
