// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/redaction.h"
#include "test_main.h"

using namespace spreadline;

class TstRedaction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretsGoAndTheRestStays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("clean");
        const QByteArray key("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A");
        QTest::newRow("query") << QByteArray("GET /fapi/v1/order?symbol=BTCUSDT&signature=c8db&recvWindow=5000")
                               << QByteArray("GET /fapi/v1/order?symbol=BTCUSDT&signature=[redacted]&recvWindow=5000");
        QTest::newRow("header") << QByteArray("X-MBX-APIKEY: abc def") << QByteArray("X-MBX-APIKEY: [redacted] def");
        QTest::newRow("header, lower case") << QByteArray("x-mbx-apikey:abc") << QByteArray("x-mbx-apikey:[redacted]");
        QTest::newRow("json") << QByteArray("{\"apiKey\":\"a1\",\"apiSecret\": \"b\\\"2\",\"port\":1}")
                              << QByteArray("{\"apiKey\":\"[redacted]\",\"apiSecret\": \"[redacted]\",\"port\":1}");
        QTest::newRow("listen key") << QByteArray("listenKey=pq12;x") << QByteArray("listenKey=[redacted];x");
        QTest::newRow("authorization") << QByteArray("Authorization: Bearer abc.def") << QByteArray("Authorization: [redacted]");
        QTest::newRow("password") << QByteArray("user=me password = hunter2 db=x")
                                  << QByteArray("user=me password = [redacted] db=x");
        QTest::newRow("long run, unnamed") << "wss://fstream.binance.com/ws/" + key + "?x"
                                           << QByteArray("wss://fstream.binance.com/ws/[redacted]?x");
        QTest::newRow("pem") << QByteArray("key -----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY----- end")
                             << QByteArray("key [redacted] end");
        QTest::newRow("pem, cut off") << QByteArray("-----BEGIN RSA PRIVATE KEY-----\nMC4C") << QByteArray("[redacted]");
        QTest::newRow("value at the end") << QByteArray("signature=") << QByteArray("signature=");
        QTest::newRow("a word alone") << QByteArray("the signature was refused, token too")
                                      << QByteArray("the signature was refused, token too");
        QTest::newRow("numbers stay") << QByteArray("12345678901234567890123456789012345678901234567890")
                                      << QByteArray("12345678901234567890123456789012345678901234567890");
        QTest::newRow("hashes stay") << QByteArray("state 9e3779b97f4a7c15 at 2026-01-01T00:00:00.000Z")
                                     << QByteArray("state 9e3779b97f4a7c15 at 2026-01-01T00:00:00.000Z");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }
    void secretsGoAndTheRestStays()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, clean);
        QCOMPARE(QByteArray::fromStdString(redacted(text.toStdString())), clean);
    }

    void anEntryIsOneLine()
    {
        QCOMPARE(QByteArray::fromStdString(oneLine("a\nb\rc\x1b[31m\x7f", 100)), QByteArray("a\\nb\\x0dc\\x1b[31m\\x7f"));
        QCOMPARE(QByteArray::fromStdString(oneLine("\xC3\xBC", 100)), QByteArray("\xC3\xBC"));
        QCOMPARE(oneLine(std::string(1'000, 'x'), 10), std::string("xxxxxxxxxx..."));
    }
};

SPREADLINE_TEST(TstRedaction)
#include "tst_redaction.moc"
