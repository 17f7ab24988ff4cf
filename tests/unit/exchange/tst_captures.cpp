// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/binance_dialect.h"
#include "exchange/depth_sync.h"
#include "market/order_book.h"
#include "sample_instruments.h"
#include "test_main.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <map>
#include <zlib.h>

using namespace spreadline;
using namespace spreadline::test;

namespace {

QByteArray unzipped(const QString& path)
{
    QByteArray all;
    gzFile file = gzopen(path.toLocal8Bit().constData(), "rb");
    std::array<char, 65'536> part;
    for (int got = 1; file && got > 0;) {
        got = gzread(file, part.data(), static_cast<unsigned>(part.size()));
        all.append(part.data(), got > 0 ? got : 0);
    }
    if (file)
        gzclose(file);
    return all;
}

/// A recorded session, replayed: every frame decoded, the books kept, and compared with the venue's own best prices.
struct Replay {
    struct Book {
        explicit Book(InstrumentId id) : sync(id) { sync.start(); }
        DepthSync sync;
        OrderBook book;
        std::map<std::int64_t, BookTop> tops;
    };

    explicit Replay(bool isSpot) : dialect(options(isSpot)) {}
    static BinanceDialect::Options options(bool isSpot)
    {
        BinanceDialect::Options made;
        made.isSpot = isSpot;
        return made;
    }
    Book& bookOf(InstrumentId id) { return books.try_emplace(id, id).first->second; }

    void http(const QString& url, const std::string& body)
    {
        if (url.contains(QLatin1String("exchangeInfo"))) {
            auto loaded = dialect.readInstruments(body);
            loaded ? static_cast<void>(table = InstrumentTable(std::move(*loaded))) : fail(loaded.error());
        } else if (url.contains(QLatin1String("/depth?"))) {
            const QString symbol = url.section(QLatin1String("symbol="), 1).section(QLatin1Char('&'), 0, 0);
            const Instrument* instrument = table.find(symbol.toStdString());
            auto book = instrument ? dialect.readBook(body, *instrument) : Result<BookSnapshot>(Errc::UnknownInstrument);
            if (!book)
                return fail(book.error());
            std::vector<MarketEvent> vouched;
            Book& kept = bookOf(instrument->id);
            kept.sync.onSnapshot(std::move(*book), vouched);
            take(kept, vouched);
        }
    }
    void frame(const std::string& text)
    {
        ++frames;
        std::vector<MarketEvent> events;
        if (const auto decoded = dialect.decode(text, table, events); !decoded)
            return fail(decoded.error());
        for (MarketEvent& event : events) {
            if (auto* delta = std::get_if<BookDelta>(&event)) {
                std::vector<MarketEvent> vouched;
                Book& kept = bookOf(delta->instrument);
                const auto step = kept.sync.onDelta(std::move(*delta), vouched);
                resyncs += step.resync ? 1 : 0;
                take(kept, vouched);
            } else if (const auto* top = std::get_if<BookTop>(&event)) {
                tickers.push_back(*top);
            }
        }
    }
    void take(Book& kept, const std::vector<MarketEvent>& vouched)
    {
        for (const MarketEvent& event : vouched) {
            if (const auto* snapshot = std::get_if<BookSnapshot>(&event))
                kept.book.reset(*snapshot);
            else if (const auto applied = kept.book.apply(std::get<BookDelta>(event)); !applied)
                return fail(applied.error());
            kept.tops[kept.book.updateId()] = kept.book.top();
        }
    }
    void fail(const Error& error)
    {
        if (++errors <= 3)
            qWarning("%s", logText(error).c_str());
    }

    BinanceDialect dialect;
    InstrumentTable table;
    std::map<InstrumentId, Book> books;
    std::vector<BookTop> tickers;
    int frames = 0, errors = 0, resyncs = 0;
};

} // namespace

/// Real traffic (shared data): everything decodes, and the replayed books are the venue's.
class TstCaptures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void booksAgreeWithTheTickers_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isSpot");
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("agreeing");
        QTest::newRow("USD-M 2021") << QStringLiteral("binance-usdm/binance-usdm_2021*") << false << 1022 << 30;
        QTest::newRow("USD-M 2024") << QStringLiteral("binance-usdm/binance-usdm_2024*") << false << 93953 << 629;
        QTest::newRow("spot 2021") << QStringLiteral("binance-spot/binance-spot_2021*") << true << 265 << 26;
        QTest::newRow("spot 2024") << QStringLiteral("binance-spot/binance-spot_2024*") << true << 79743 << 1056;
    }
    void booksAgreeWithTheTickers()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isSpot);
        const QDir folder(sharedFile(QStringLiteral("data/captures/") + pattern.section(QLatin1Char('/'), 0, 0)));
        const QStringList names = folder.entryList({pattern.section(QLatin1Char('/'), 1)}, QDir::Files);
        if (sharedFile(QStringLiteral("data/captures")).isEmpty() || names.isEmpty())
            QSKIP("the shared captures are not here");
        Replay replay(isSpot);
        replay.table =
            InstrumentTable({sampleInstrument("BTCUSDT", 2, 3), sampleInstrument("ETHUSDT", 8, 8)}); // 2024 has no exchangeInfo
        const QByteArray lines = unzipped(folder.filePath(names[0]));
        for (qsizetype begin = 0; begin < lines.size();) {
            const qsizetype end = lines.indexOf('\n', begin);
            const QJsonObject line = QJsonDocument::fromJson(lines.mid(begin, end - begin)).object();
            const std::string data = line.value(QLatin1String("data")).toString().toStdString();
            if (line.value(QLatin1String("t")) == QLatin1String("http"))
                replay.http(line.value(QLatin1String("url")).toString(), data);
            else if (line.value(QLatin1String("t")) == QLatin1String("recv"))
                replay.frame(data);
            begin = end < 0 ? lines.size() : end + 1;
        }
        int agreeing = 0;
        int compared = 0;
        for (const BookTop& ticker : replay.tickers) {
            const auto book = replay.books.find(ticker.instrument);
            if (book == replay.books.end() || !book->second.tops.contains(ticker.updateId))
                continue;
            const BookTop& ours = book->second.tops[ticker.updateId];
            ++compared;
            agreeing += ours.bid == ticker.bid && ours.ask == ticker.ask ? 1 : 0;
        }
        QCOMPARE(replay.errors, 0);
        QCOMPARE(replay.resyncs, 0);
        QTEST(replay.frames, "frames");
        QCOMPARE(agreeing, compared);
        QTEST(agreeing, "agreeing");
    }
    void recordedAnswersAreRead()
    {
        const QString path = sharedFile(QStringLiteral("data/fixtures/binance/gct_binance_recorded_http_a.json.gz"));
        if (path.isEmpty())
            QSKIP("the shared fixtures are not here");
        const QJsonObject routes = QJsonDocument::fromJson(unzipped(path)).object();
        BinanceDialect dialect;
        // Spot and futures answers of all symbols: eight decimals hold them all.
        const Instrument wide = sampleInstrument("ANY", 8, 8);
        int read = 0;
        for (const QString& route : routes.keys()) {
            const QJsonArray answers = routes.value(route).toObject().value(QLatin1String("GET")).toArray();
            for (const QJsonValue& answer : answers) {
                const QJsonValue data = answer.toObject().value(QLatin1String("data"));
                const bool isArray = data.isArray() && !data.toArray().isEmpty();
                const std::string body = (data.isArray() ? QJsonDocument(data.toArray()) : QJsonDocument(data.toObject()))
                                             .toJson(QJsonDocument::Compact)
                                             .toStdString();
                if (route.startsWith(QLatin1String("/fapi/v1/klines")) && isArray) {
                    const QUrlQuery query(answer.toObject().value(QLatin1String("queryString")).toString());
                    const auto interval = parseInterval(query.queryItemValue(QStringLiteral("interval")).toStdString());
                    QVERIFY(interval);
                    const auto klines = dialect.readKlines(body, wide, *interval, {});
                    QVERIFY2(klines, klines ? "" : logText(klines.error()).c_str());
                    ++read;
                } else if (route.startsWith(QLatin1String("/fapi/v1/depth")) && data.toObject().contains(QLatin1String("bids"))) {
                    const auto book = dialect.readBook(body, wide);
                    QVERIFY2(book, book ? "" : logText(book.error()).c_str());
                    ++read;
                } else if (route.startsWith(QLatin1String("/fapi/v1/exchangeInfo"))
                           && data.toObject().contains(QLatin1String("symbols"))) {
                    const auto instruments = dialect.readInstruments(body);
                    QVERIFY2(instruments, instruments ? "" : logText(instruments.error()).c_str());
                    ++read;
                } else if (route.startsWith(QLatin1String("/fapi/v1/aggTrades")) && isArray) {
                    const auto trades = dialect.readTrades(body, wide);
                    QVERIFY2(trades, trades ? "" : logText(trades.error()).c_str());
                    ++read;
                }
            }
        }
        qInfo("%d recorded answers read", read);
        QVERIFY(read > 0);
    }
};

SPREADLINE_TEST(TstCaptures)
#include "tst_captures.moc"
