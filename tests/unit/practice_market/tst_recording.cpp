// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/recording.h"
#include "test_main.h"

#include <QTemporaryDir>

using namespace spreadline;
using namespace spreadline::practice;

class TstRecording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesBadFiles_data();
    void refusesBadFiles();
    void refusesACutGzip();
    void readsKlines();
    void readsTrades();
    void readsACapture();
    void guessesGrids_data();
    void guessesGrids();

private:
    std::string write(const QString& name, const QByteArray& content)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path.toStdString();
    }
    QTemporaryDir m_folder;
};

namespace {

const QByteArray klines = "open_time_ms,open,high,low,close,volume\n";
const QByteArray trades = "time_ms,trade_id,price,qty,buyer_is_maker\n";

/// A line of a capture around a message of the venue.
QByteArray received(QByteArray message)
{
    return "{\"t\":\"recv\",\"ts_ns\":1,\"conn\":\"ws\",\"data\":\"" + message.replace('"', "\\\"") + "\"}\n";
}

QByteArray depth(const char* fields)
{
    return received(
        QByteArray("{\"stream\":\"x@depth\",\"data\":{\"e\":\"depthUpdate\",\"E\":1723161256299,\"T\":1,\"s\":\"BTCUSDT\",")
        + fields + "}}");
}

} // namespace

void TstRecording::refusesBadFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("where");
    const auto csv = QStringLiteral("BTCUSDT.csv");
    const auto capture = QStringLiteral("x.jsonl");
    QTest::newRow("empty csv") << csv << QByteArray() << QStringLiteral("BTCUSDT.csv:1");
    QTest::newRow("foreign header") << csv << QByteArray("a,b\n1,2\n") << QStringLiteral("BTCUSDT.csv:1");
    QTest::newRow("no rows") << csv << trades << QStringLiteral("BTCUSDT.csv:2");
    QTest::newRow("column missing") << csv << QByteArray("open_time_ms,open\n1,2\n") << QStringLiteral("BTCUSDT.csv:1");
    QTest::newRow("short row") << csv << klines + "1600000000000,1,1,1,1,1\n1600000060000,1,1\n"
                               << QStringLiteral("BTCUSDT.csv:3");
    QTest::newRow("word for a price") << csv << klines + "1600000000000,one,1,1,1,1\n" << QStringLiteral("BTCUSDT.csv:2");
    QTest::newRow("nan") << csv << klines + "1600000000000,nan,1,1,1,1\n" << QStringLiteral("BTCUSDT.csv:2");
    QTest::newRow("negative") << csv << klines + "1600000000000,1,1,-1,1,1\n" << QStringLiteral("BTCUSDT.csv:2");
    QTest::newRow("zero price") << csv << klines + "1600000000000,0,1,0,1,1\n" << QStringLiteral("BTCUSDT.csv:2");
    QTest::newRow("high below close") << csv << klines + "1600000000000,1,1,1,2,1\n" << QStringLiteral("BTCUSDT.csv:2");
    QTest::newRow("time falls") << csv << klines + "1600000060000,1,1,1,1,1\n1600000000000,1,1,1,1,1\n"
                                << QStringLiteral("BTCUSDT.csv:3");
    QTest::newRow("time in words") << csv << klines + "2020-09-13,1,1,1,1,1\n" << QStringLiteral("BTCUSDT.csv:2");
    QTest::newRow("time in nanoseconds") << csv << trades + "1600000000000000000,1,1,1,0\n" << QStringLiteral("BTCUSDT.csv:2");
    QTest::newRow("not JSON") << capture << QByteArray("hello\n") << QStringLiteral("x.jsonl:1");
    QTest::newRow("not a capture") << capture << QByteArray("{\"topic\":\"x\"}\n") << QStringLiteral("x.jsonl:1");
    QTest::newRow("data not JSON") << capture << received("{\"e\":") << QStringLiteral("x.jsonl:1");
    QTest::newRow("no pu") << capture << depth("\"U\":1,\"u\":2,\"b\":[],\"a\":[]") << QStringLiteral("x.jsonl:1");
    QTest::newRow("level not text") << capture << depth("\"U\":1,\"u\":2,\"pu\":0,\"b\":[[1,2]],\"a\":[]")
                                    << QStringLiteral("x.jsonl:1");
    QTest::newRow("level of nonsense") << capture << depth("\"U\":1,\"u\":2,\"pu\":0,\"b\":[[\"1e5\",\"2\"]],\"a\":[]")
                                       << QStringLiteral("x.jsonl:1");
    QTest::newRow("id as text") << capture << depth("\"U\":\"1\",\"u\":2,\"pu\":0,\"b\":[],\"a\":[]")
                                << QStringLiteral("x.jsonl:1");
    QTest::newRow("nothing in it") << capture << received("{\"result\":null,\"id\":1}") << QStringLiteral("x.jsonl");
    QTest::newRow("unknown kind") << QStringLiteral("x.txt") << QByteArray("x") << QStringLiteral("x.txt");
}

void TstRecording::refusesBadFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, where);
    const auto recording = readRecording(write(name, content), {});
    QVERIFY(!recording);
    QVERIFY2(QString::fromStdString(recording.error().where).endsWith(where), recording.error().where.c_str());
    QVERIFY(!recording.error().detail.empty());
}

void TstRecording::refusesACutGzip()
{
    const QString path = test::sharedFile(QStringLiteral("data/klines/bybit-linear_1m/ADAUSDT_1m.csv.gz"));
    if (path.isEmpty())
        QSKIP("the recorded data are not here");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto cut = readRecording(write(QStringLiteral("ADAUSDT.csv.gz"), file.read(100'000)), {});
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, Errc::BadFile);
    QCOMPARE(readRecording(m_folder.filePath(QStringLiteral("none.csv")).toStdString(), {}).error().code, Errc::NotFound);
}

void TstRecording::readsKlines()
{
    const auto recording =
        readRecording(write(QStringLiteral("binance_ADAUSDT_1m.csv"),
                            klines + "1600000020000,0.30,0.31,0.2999,0.305,100.0\n1600000080000,0.305,0.31,0.30,0.31,7\n"),
                      {});
    QVERIFY(recording);
    const Instrument& instrument = recording->instruments.at(0);
    QCOMPARE(instrument.symbol, std::string("ADAUSDT"));
    QCOMPARE(instrument.quoteAsset, std::string("USDT"));
    QCOMPARE(instrument.tickSize.toString(), std::string("0.0001"));
    QCOMPARE(instrument.stepSize.toString(), std::string("1"));
    QVERIFY(recording->rowInterval == Interval::time(std::chrono::minutes(1)));
    QCOMPARE(recording->rows.size(), std::size_t{2});
    QCOMPARE(recording->rows[0].open.toString(), std::string("0.3000"));
    QCOMPARE(recording->start.millis(), 1'600'000'080'000);
}

void TstRecording::readsTrades()
{
    const auto recording = readRecording(
        write(QStringLiteral("t.csv"), trades + "1600000000000,5,10.5,0.010,false\n1600000000000,6,10.5,2,1\n"), "XYZUSDC");
    QVERIFY(recording);
    QCOMPARE(recording->instruments.at(0).symbol, std::string("XYZUSDC"));
    QCOMPARE(recording->items.size(), std::size_t{2});
    const Trade second = std::get<Trade>(recording->items[1].event);
    QVERIFY(second.id == 6 && second.aggressor == Side::Sell && second.quantity.toString() == "2.00");
}

void TstRecording::readsACapture()
{
    const QByteArray http =
        "{\"t\":\"http\",\"ts_ns\":1,\"url\":\"https://h/fapi/v1/depth?symbol=BTCUSDT&limit=5\",\"data\":"
        "\"{\\\"lastUpdateId\\\":15,\\\"E\\\":1723161256400,\\\"bids\\\":[[\\\"10.10\\\",\\\"1\\\"]],\\\"asks\\\":[["
        "\\\"10.30\\\",\\\"2\\\"]]}\"}\n";
    const QByteArray trade = received("{\"e\":\"trade\",\"E\":1723161256500,\"T\":1723161256498,\"s\":\"BTCUSDT\","
                                      "\"t\":7,\"p\":\"10.20\",\"q\":\"0.5\",\"m\":true}");
    const auto recording = readRecording(
        write(QStringLiteral("x.jsonl"), depth("\"U\":1,\"u\":12,\"pu\":0,\"b\":[[\"10.00\",\"3\"]],\"a\":[]") + http + trade),
        {});
    QVERIFY(recording);
    QVERIFY(recording->hasDepth);
    QCOMPARE(recording->instruments.at(0).tickSize.toString(), std::string("0.10"));
    QCOMPARE(recording->items.size(), std::size_t{3});
    QCOMPARE(recording->start.millis(), 1'723'161'256'400); // with the snapshot the book is whole
    QVERIFY(recording->notes.find("inferred") != std::string::npos);
    const BookDelta delta = std::get<BookDelta>(recording->items[0].event);
    QVERIFY(delta.bids == (std::vector<BookLevel>{{1'000, 30}}) && delta.lastId == 12 && delta.previousLast == 0);
    QCOMPARE(std::get<Trade>(recording->items[2].event).aggressor, Side::Sell);
}

void TstRecording::guessesGrids_data()
{
    QTest::addColumn<QStringList>("seen");
    QTest::addColumn<int>("scale");
    QTest::addColumn<qint64>("step");
    QTest::newRow("wire zeros") << QStringList{QStringLiteral("61800.20"), QStringLiteral("61800.30")} << 2 << qint64{10};
    QTest::newRow("mixed decimals") << QStringList{QStringLiteral("0.31"), QStringLiteral("0.3067")} << 4 << qint64{1};
    QTest::newRow("halves") << QStringList{QStringLiteral("10.5"), QStringLiteral("11.0"), QStringLiteral("0")} << 1 << qint64{5};
    QTest::newRow("nothing") << QStringList{} << 0 << qint64{1};
}

void TstRecording::guessesGrids()
{
    QFETCH(QStringList, seen);
    QFETCH(int, scale);
    QFETCH(qint64, step);
    GridGuess guess;
    for (const QString& text : seen)
        QVERIFY(guess.see(text.toStdString()));
    QCOMPARE(guess.scale(), scale);
    QCOMPARE(qint64{guess.step()}, step);
}

SPREADLINE_TEST(TstRecording)
#include "tst_recording.moc"
