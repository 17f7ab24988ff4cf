// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine_socket.h"
#include "session/status_client.h"
#include "session/status_report.h"
#include "session/status_server.h"
#include "test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <future>

using namespace spreadline;
using namespace std::chrono_literals;

namespace {

/// Asks from another thread while this one serves.
Result<QJsonObject> ask(const EngineSocket& profile, const QString& command)
{
    auto answer = std::async(std::launch::async, [&] { return StatusClient::ask(profile, command); });
    while (answer.wait_for(1ms) != std::future_status::ready)
        QCoreApplication::processEvents();
    return answer.get();
}

} // namespace

class TstStatusServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingRuns();
    void answersStatus();
    void raises();
    void secondInstanceIsRefused();
    void aDeadSocketIsTakenOver();
    void nonsense_data();
    void nonsense();
    void anEndlessLineIsCut();
    void profilesHaveTheirOwnSockets();
    void reportNamesEveryStream();
};

void TstStatusServer::nothingRuns()
{
    QTemporaryDir folder;
    QCOMPARE(StatusClient::ask(EngineSocket(folder.path()), QStringLiteral("status")).error().code, Errc::NotFound);
}

void TstStatusServer::answersStatus()
{
    QTemporaryDir folder;
    const EngineSocket profile(folder.path());
    StatusServer server([] { return QJsonObject{{QStringLiteral("venue"), QStringLiteral("practice")}}; });
    QVERIFY(server.listen(profile).hasValue());
    const auto answer = ask(profile, QStringLiteral("status"));
    QVERIFY(answer.hasValue());
    QCOMPARE(answer->value(QLatin1String("status")).toObject().value(QLatin1String("venue")).toString(),
             QStringLiteral("practice"));
    QCOMPARE(ask(profile, QStringLiteral("dance"))->value(QLatin1String("error")).toString(), QStringLiteral("unknown command"));
}

void TstStatusServer::raises()
{
    QTemporaryDir folder;
    const EngineSocket profile(folder.path());
    StatusServer server([] { return QJsonObject(); });
    QSignalSpy raised(&server, &StatusServer::raiseRequested);
    QVERIFY(server.listen(profile).hasValue());
    QVERIFY(ask(profile, QStringLiteral("raise"))->value(QLatin1String("ok")).toBool());
    QCOMPARE(raised.count(), 1);
}

void TstStatusServer::secondInstanceIsRefused()
{
    QTemporaryDir folder;
    const EngineSocket profile(folder.path());
    StatusServer one([] { return QJsonObject(); });
    StatusServer two([] { return QJsonObject(); });
    QVERIFY(one.listen(profile).hasValue());
    QCOMPARE(two.listen(profile).error().code, Errc::AlreadyRunning);
    QVERIFY2(ask(profile, QStringLiteral("status")).hasValue(), "the first keeps its socket");
}

void TstStatusServer::aDeadSocketIsTakenOver()
{
#ifdef Q_OS_UNIX
    QTemporaryDir folder;
    const EngineSocket profile(folder.path());
    {
        QLocalServer dead;
        QVERIFY(dead.listen(profile.name()));
        const QString path = dead.fullServerName();
        QVERIFY(QFile::rename(path, path + QStringLiteral(".kept")));
        dead.close();
        QVERIFY(QFile::rename(path + QStringLiteral(".kept"), path)); // as if its program had been killed
    }
    StatusServer server([] { return QJsonObject(); });
    QVERIFY(server.listen(profile).hasValue());
    QVERIFY(ask(profile, QStringLiteral("status")).hasValue());
#else
    QSKIP("local sockets of dead programs stay only on Unix");
#endif
}

void TstStatusServer::nonsense_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("not json") << QByteArray("hello\n");
    QTest::newRow("an array") << QByteArray("[1,2]\n");
    QTest::newRow("no command") << QByteArray("{}\n");
    QTest::newRow("another type") << QByteArray("{\"command\":{\"a\":1}}\n");
    QTest::newRow("deep") << QByteArray(2'000, '[') + '\n';
}

void TstStatusServer::nonsense()
{
    QFETCH(QByteArray, line);
    QTemporaryDir folder;
    const EngineSocket profile(folder.path());
    StatusServer server([] { return QJsonObject(); });
    QVERIFY(server.listen(profile).hasValue());
    QLocalSocket socket;
    socket.connectToServer(profile.name());
    socket.write(line);
    QTRY_VERIFY(socket.canReadLine());
    QVERIFY(QJsonDocument::fromJson(socket.readLine()).object().contains(QLatin1String("error")));
}

void TstStatusServer::anEndlessLineIsCut()
{
    QTemporaryDir folder;
    const EngineSocket profile(folder.path());
    StatusServer server([] { return QJsonObject(); });
    QVERIFY(server.listen(profile).hasValue());
    QLocalSocket socket;
    socket.connectToServer(profile.name());
    socket.write(QByteArray(StatusServer::maxRequest * 4, 'x'));
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QVERIFY(ask(profile, QStringLiteral("status")).hasValue());
}

void TstStatusServer::profilesHaveTheirOwnSockets()
{
    QTemporaryDir one;
    QTemporaryDir two;
    QVERIFY(EngineSocket(one.path()).name() != EngineSocket(two.path()).name());
    QCOMPARE(EngineSocket(one.path()).name(), EngineSocket(one.path() + QStringLiteral("/./")).name());
}

void TstStatusServer::reportNamesEveryStream()
{
    std::vector<Instrument> instruments(1);
    instruments[0].symbol = "AAAUSDT";
    StatusView status;
    status.health.venue = "practice";
    status.health.latencyP50 = 1500us;
    const Timestamp now = Timestamp::fromMillis(10'000);
    status.channels = {
        {{StreamKind::Klines, InstrumentId{0}, Interval::time(1min)}, {TrustState::Stale, Errc::Timeout, now, now - 2s}},
        {{StreamKind::Ticker, allInstruments, {}}, {TrustState::Synced, {}, now, now}}};
    const QJsonObject json = statusReport(status, instruments, now);
    QCOMPARE(json.value(QLatin1String("latencyP50Ms")).toDouble(), 1.5);
    const QJsonObject first = json.value(QLatin1String("streams")).toArray().at(0).toObject();
    QCOMPARE(first.value(QLatin1String("symbol")).toString(), QStringLiteral("AAAUSDT"));
    QCOMPARE(first.value(QLatin1String("interval")).toString(), QStringLiteral("1m"));
    QCOMPARE(first.value(QLatin1String("reason")).toString(), QStringLiteral("Timeout"));
    QCOMPARE(first.value(QLatin1String("ageMs")).toDouble(), 2'000.0);
    QVERIFY(!json.value(QLatin1String("streams")).toArray().at(1).toObject().contains(QLatin1String("reason")));
}

SPREADLINE_TEST(TstStatusServer)
#include "tst_status_server.moc"
