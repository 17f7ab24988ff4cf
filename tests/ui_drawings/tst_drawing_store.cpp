// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_store.h"
#include "property.h"
#include "samples.h"
#include "test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

#include <chrono>
#include <ctime>

using namespace spreadline;
using namespace spreadline::drawing;
using namespace spreadline::test;

class TstDrawingStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsRead();
    void jsonRoundTrip();
    void writesByItselfAndOnce();
    void booksAreApart();
    void fileNamesAreSafe_data();
    void fileNamesAreSafe();
    void aDamagedFileIsSetAside_data();
    void aDamagedFileIsSetAside();
    void unknownEntriesStay();
    void brokenEntriesStayAndAreTold_data();
    void brokenEntriesStayAndAreTold();
    void aLaterVersionIsLeftAlone();
    void whatCannotBeOpenedIsLeftAlone();
    void whatCannotBeWrittenIsToldAndTriedAgain();
    void aThousandDrawingsDoNotHoldTheWindowUp();
};

namespace {

const BookKey key{QStringLiteral("binance"), QStringLiteral("BTCUSDT")};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

/// What this thread has worked: what others do on the machine does not count, nor does the writing thread.
qint64 threadNanos()
{
#ifdef Q_OS_UNIX
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
#else
    return std::chrono::steady_clock::now().time_since_epoch().count();
#endif
}

Drawing level(double price)
{
    return sample(DrawingKind::HorizontalLine, {{1, price}});
}

} // namespace

void TstDrawingStore::whatIsWrittenIsRead()
{
    QTemporaryDir folder;
    std::vector<Drawing> before;
    {
        DrawingStore store(folder.path());
        DrawingBook& book = store.book(key);
        for (int kind = 0; kind < drawingKinds; ++kind) {
            Drawing drawing = sample(static_cast<DrawingKind>(kind), {{1, 100.01}, {5, 104}, {6, 97}});
            drawing.anchors.resize(anchorCount(drawing.kind));
            QVERIFY(book.add(drawing) != noDrawing);
        }
        book.setAllLocked(true);
        before = drawingsOf(book);
    } // at the exit, without a timer
    DrawingStore store(folder.path());
    QVERIFY(drawingsOf(store.book(key)) == before);
    QVERIFY(store.book(key).isAllLocked() && !store.book(key).isAllHidden());
    QVERIFY(!store.isDirty() && !store.book(key).canUndo());
}

void TstDrawingStore::jsonRoundTrip()
{
    property("every drawing comes back as it was", [] {
        DrawingFile file;
        const int count = *rc::gen::inRange(0, 8);
        for (int i = 0; i < count; ++i) {
            file.drawings.push_back(anyDrawing());
            file.drawings.back().id = static_cast<DrawingId>(i + 1);
        }
        file.allHidden = *rc::gen::arbitrary<bool>();
        const QByteArray text = QJsonDocument(toJson(file)).toJson();
        const auto read = fromJson(QJsonDocument::fromJson(text).object());
        RC_ASSERT(read.hasValue());
        RC_ASSERT(read->drawings == file.drawings);
        RC_ASSERT(read->allHidden == file.allHidden && read->foreign.empty() && read->broken == 0);
    });
}

void TstDrawingStore::writesByItselfAndOnce()
{
    QTemporaryDir folder;
    DrawingStore store(folder.path());
    store.setDelays(20, 20);
    DrawingBook& book = store.book(key);
    QVERIFY(!store.isDirty());
    for (int i = 1; i <= 10; ++i)
        book.add(level(i));
    QVERIFY(store.isDirty());
    QVERIFY(!QFileInfo::exists(store.path(key))); // later, all at once
    QTRY_VERIFY(!store.isDirty());
    DrawingStore other(folder.path());
    QVERIFY(drawingsOf(other.book(key)) == drawingsOf(book));
}

void TstDrawingStore::booksAreApart()
{
    QTemporaryDir folder;
    DrawingStore store(folder.path());
    const BookKey testnet{QStringLiteral("binance-testnet"), key.symbol}, ether{key.venue, QStringLiteral("ETHUSDT")};
    store.book(key).add(level(1));
    store.book(testnet).add(level(2));
    store.book(ether).add(level(3));
    QVERIFY(store.flush());
    DrawingStore again(folder.path());
    QCOMPARE(again.book(key).page()[0]->anchors[0].price, 1.0);
    QCOMPARE(again.book(testnet).page()[0]->anchors[0].price, 2.0);
    QCOMPARE(again.book(ether).page()[0]->anchors[0].price, 3.0);
    QCOMPARE(&again.book(key), &again.book(key));
}

void TstDrawingStore::fileNamesAreSafe_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QString>("other");
    QTest::newRow("path") << "../../etc/passwd"
                          << "..";
    QTest::newRow("expression") << "BTCUSDT/ETHUSDT"
                                << "BTCUSDT-1.5*ETHUSDT";
    QTest::newRow("capitals") << "kPEPEUSDT"
                              << "KPEPEUSDT";
    QTest::newRow("not Latin") << QStringLiteral("币安人生USDT") << QStringLiteral("币安USDT");
    QTest::newRow("long") << QString(300, QLatin1Char('A')) << QString(301, QLatin1Char('A'));
    QTest::newRow("empty") << ""
                           << "_";
}

void TstDrawingStore::fileNamesAreSafe()
{
    QFETCH(const QString, symbol);
    QFETCH(const QString, other);
    QTemporaryDir folder;
    DrawingStore store(folder.path());
    const QString one = store.path({key.venue, symbol}), two = store.path({key.venue, other});
    QVERIFY(one.compare(two, Qt::CaseInsensitive) != 0);
    QCOMPARE(QFileInfo(one).absolutePath(), QFileInfo(store.path(key)).absolutePath());
    QVERIFY(QFileInfo(one).fileName().size() < 200);
    store.book({key.venue, symbol}).add(level(5));
    QVERIFY(store.flush());
    QVERIFY(QFileInfo::exists(one));
}

void TstDrawingStore::aDamagedFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << QByteArray(R"({"version":1,"drawings":[{"kind":"tre)");
    QTest::newRow("a list") << QByteArray("[1,2,3]");
    QTest::newRow("zeros") << QByteArray(512, '\0');
    QTest::newRow("no drawings") << QByteArray(R"({"version":1})");
    QTest::newRow("no version") << QByteArray(R"({"drawings":[]})");
    QTest::newRow("version as text") << QByteArray(R"({"version":"1","drawings":[]})");
}

void TstDrawingStore::aDamagedFileIsSetAside()
{
    QFETCH(const QByteArray, text);
    QTemporaryDir folder;
    QString path;
    for (int time = 1; time <= 2; ++time) { // the second damage does not overwrite the first
        DrawingStore store(folder.path());
        path = store.path(key);
        put(path, text);
        QSignalSpy told(&store, &DrawingStore::troubled);
        DrawingBook& book = store.book(key);
        QVERIFY(book.isEmpty());
        QCOMPARE(told.size(), 1);
        const auto error = told[0][0].value<Error>();
        QVERIFY(error.code == Errc::BadFile);
        QVERIFY(error.where.find(path.toStdString()) != std::string::npos);
        const QString aside = path + (time == 1 ? QStringLiteral(".broken") : QStringLiteral(".broken2"));
        QVERIFY(error.detail.find(aside.toStdString()) != std::string::npos);
        QCOMPARE(contentOf(aside), text);
        QVERIFY(!QFileInfo::exists(path));
        book.add(level(100));
    }
    QCOMPARE(contentOf(path + QStringLiteral(".broken")), text);
    DrawingStore again(folder.path());
    QCOMPARE(again.book(key).page().size(), std::size_t(1));
}

void TstDrawingStore::unknownEntriesStay()
{
    QTemporaryDir folder;
    const QByteArray elliott = R"({"id":"4","kind":"elliott-wave","points":[1,2,{"deep":true}]})";
    {
        DrawingStore store(folder.path());
        store.book(key).add(level(100));
        store.book(key).add(level(101));
    }
    const QString path = DrawingStore(folder.path()).path(key);
    QJsonObject root = QJsonDocument::fromJson(contentOf(path)).object();
    QJsonArray list = root.value(QLatin1String("drawings")).toArray();
    list.insert(1, QJsonDocument::fromJson(elliott).object());
    root.insert(QStringLiteral("drawings"), list);
    root.insert(QStringLiteral("later"), QStringLiteral("kept too"));
    put(path, QJsonDocument(root).toJson());
    {
        DrawingStore store(folder.path());
        QSignalSpy told(&store, &DrawingStore::troubled);
        QCOMPARE(store.book(key).page().size(), std::size_t(2));
        QVERIFY(told.isEmpty());
        store.book(key).add(level(102));
    }
    const QJsonObject after = QJsonDocument::fromJson(contentOf(path)).object();
    const QJsonArray entries = after.value(QLatin1String("drawings")).toArray();
    QCOMPARE(entries.size(), 4);
    QCOMPARE(entries[1].toObject(), QJsonDocument::fromJson(elliott).object());
    QCOMPARE(after.value(QLatin1String("later")).toString(), QStringLiteral("kept too"));
}

void TstDrawingStore::brokenEntriesStayAndAreTold_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("no anchors") << QByteArray(R"({"kind":"ray"})");
    QTest::newRow("an anchor missing") << QByteArray(R"({"kind":"ray","anchors":[{"time":"1767225600000000000","price":1}]})");
    QTest::newRow("a price as text") << QByteArray(R"({"kind":"text","anchors":[{"time":"1767225600000000000","price":"1"}]})");
    QTest::newRow("a time as number") << QByteArray(R"({"kind":"text","anchors":[{"time":1767225600000,"price":1}]})");
    QTest::newRow("a wide line") << QByteArray(
        R"({"kind":"text","anchors":[{"time":"1767225600000000000","price":1}],"style":{"width":99}})");
    QTest::newRow("an unknown ink") << QByteArray(
        R"({"kind":"text","anchors":[{"time":"1767225600000000000","price":1}],"style":{"ink":"gold"}})");
    QTest::newRow("an unknown interval") << QByteArray(
        R"({"kind":"text","anchors":[{"time":"1767225600000000000","price":1}],"intervals":["7x"]})");
    QTest::newRow("a level as number") << QByteArray(
        R"({"kind":"text","anchors":[{"time":"1767225600000000000","price":1}],"levels":[0.5]})");
    QTest::newRow("no object") << QByteArray("17");
}

void TstDrawingStore::brokenEntriesStayAndAreTold()
{
    QFETCH(const QByteArray, entry);
    QTemporaryDir folder;
    const QString path = DrawingStore(folder.path()).path(key);
    put(path, R"({"version":1,"drawings":[)" + entry + "]}");
    const QJsonValue before = QJsonDocument::fromJson(contentOf(path)).object().value(QLatin1String("drawings")).toArray()[0];
    {
        DrawingStore store(folder.path());
        QSignalSpy told(&store, &DrawingStore::troubled);
        QVERIFY(store.book(key).isEmpty());
        QCOMPARE(told.size(), 1);
        store.book(key).add(level(100));
    }
    const QJsonArray after = QJsonDocument::fromJson(contentOf(path)).object().value(QLatin1String("drawings")).toArray();
    QCOMPARE(after.size(), 2);
    QCOMPARE(after[0], before);
}

void TstDrawingStore::aLaterVersionIsLeftAlone()
{
    QTemporaryDir folder;
    const QByteArray later = R"({"version":2,"drawings":{"by":"layer"}})";
    const QString path = DrawingStore(folder.path()).path(key);
    put(path, later);
    {
        DrawingStore store(folder.path());
        QSignalSpy told(&store, &DrawingStore::troubled);
        store.book(key).add(level(100));
        QCOMPARE(told.size(), 1);
        QVERIFY(told[0][0].value<Error>().code == Errc::SchemaTooNew);
        QVERIFY(store.flush());
    }
    QCOMPARE(contentOf(path), later);
}

void TstDrawingStore::whatCannotBeOpenedIsLeftAlone()
{
    QTemporaryDir folder;
    const QString path = DrawingStore(folder.path()).path(key);
    QVERIFY(QDir().mkpath(path)); // which nobody can open as a file, root neither
    DrawingStore store(folder.path());
    QSignalSpy told(&store, &DrawingStore::troubled);
    store.book(key).add(level(100));
    QCOMPARE(told.size(), 1);
    const auto error = told[0][0].value<Error>();
    QCOMPARE(static_cast<int>(error.code), static_cast<int>(Errc::BadFile));
    QCOMPARE(QString::fromStdString(error.where), path);
    QVERIFY(!error.detail.empty());
    QVERIFY(store.flush() && !store.isDirty());
    QVERIFY2(QFileInfo(path).isDir() && !QFileInfo::exists(path + QStringLiteral(".broken")), "it may be readable tomorrow");
}

void TstDrawingStore::whatCannotBeWrittenIsToldAndTriedAgain()
{
    QTemporaryDir folder;
    const QString venue = QFileInfo(DrawingStore(folder.path()).path(key)).absolutePath();
    put(venue, "a file where the folder should be");
    DrawingStore store(folder.path());
    store.setDelays(5, 5);
    QSignalSpy told(&store, &DrawingStore::troubled);
    store.book(key).add(level(100));
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told[0][0].value<Error>().code == Errc::CannotWrite);
    QVERIFY(store.isDirty());
    QVERIFY(!store.flush());
    QVERIFY(QFile::remove(venue));
    QTRY_VERIFY(!store.isDirty());
    QCOMPARE(told.size(), 1); // told once, not with every try
    QVERIFY(QFileInfo::exists(store.path(key)));
}

void TstDrawingStore::aThousandDrawingsDoNotHoldTheWindowUp()
{
    QTemporaryDir folder;
    qint64 longest = 0;
    {
        DrawingStore store(folder.path());
        store.setDelays(0, 1'000);
        DrawingBook& book = store.book(key);
        for (int i = 0; i < 1'000; ++i)
            book.add(sample(i % 4 == 0 ? DrawingKind::FibRetracement : DrawingKind::TrendLine,
                            {{double(i), 100}, {double(i) + 5, 104}}));
        while (store.isDirty()) {
            const qint64 begin = threadNanos();
            QCoreApplication::processEvents();
            longest = std::max(longest, threadNanos() - begin);
        }
    }
    DrawingStore store(folder.path());
    const qint64 begin = threadNanos();
    QCOMPARE(store.book(key).page().size(), std::size_t(1'000));
    const qint64 read = threadNanos() - begin;
    qInfo("1,000 drawings, %lld bytes: writing holds the window %.2f ms, reading %.1f ms", QFileInfo(store.path(key)).size(),
          double(longest) * 1e-6, double(read) * 1e-6);
    QVERIFY2(longest < 5'000'000, "writing is another thread's work");
    QVERIFY2(read < 1'000'000'000, "reading must not be felt"); // generous: sanitizers
}

SPREADLINE_TEST(TstDrawingStore)
#include "tst_drawing_store.moc"
