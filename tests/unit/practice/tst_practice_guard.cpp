// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_exchange.h"
#include "test_main.h"

#include <QTcpSocket>

using namespace spreadline::practice::test;

/// Web pages may reach ports on loopback; they must not reach the practice exchange.
class TstPracticeGuard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersOnlyItsOwnNames_data();
    void answersOnlyItsOwnNames();
};

void TstPracticeGuard::answersOnlyItsOwnNames_data()
{
    QTest::addColumn<bool>("control");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("a client") << false << QByteArray("Host: 127.0.0.1:9\r\n") << QByteArray("200");
    QTest::newRow("by name") << false << QByteArray("Host: localhost\r\n") << QByteArray("200");
    QTest::newRow("a name that was rebound") << false << QByteArray("Host: evil.example\r\n") << QByteArray("421");
    QTest::newRow("control, a client") << true << QByteArray("Host: 127.0.0.1\r\n") << QByteArray("200");
    QTest::newRow("control, rebound") << true << QByteArray("Host: evil.example\r\n") << QByteArray("421");
    QTest::newRow("control, a page") << true << QByteArray("Host: 127.0.0.1\r\nOrigin: http://evil.example\r\n")
                                     << QByteArray("403");
    QTest::newRow("control, a page without origin")
        << true << QByteArray("Host: 127.0.0.1\r\nOrigin: null\r\n") << QByteArray("403");
}

void TstPracticeGuard::answersOnlyItsOwnNames()
{
    QFETCH(bool, control);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, status);
    RunningExchange exchange;
    QVERIFY(exchange.isRunning());
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), control ? exchange.address().controlPort : exchange.address().port);
    QVERIFY(socket.waitForConnected(3'000));
    const QByteArray target = control ? "POST /heal" : "GET /fapi/v1/ping";
    socket.write(target + " HTTP/1.1\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n");
    QVERIFY(socket.waitForReadyRead(3'000));
    QCOMPARE(socket.readAll().mid(9, 3), status);
}

SPREADLINE_TEST(TstPracticeGuard)
#include "tst_practice_guard.moc"
