// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws_frame.h"
#include "test_main.h"

using namespace spreadline::server;

class TstWsFrame final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesLengths_data();
    void writesLengths();
    void readsByteByByte();
    void refuses_data();
    void refuses();
    void knowsUtf8_data();
    void knowsUtf8();
};

namespace {

/// A client frame with the mask 1, 2, 3, 4.
std::string masked(unsigned firstByte, const std::string& payload)
{
    std::string frame{static_cast<char>(firstByte), static_cast<char>(0x80 | payload.size()), 1, 2, 3, 4};
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame.push_back(static_cast<char>(payload[i] ^ static_cast<char>(i % 4 + 1)));
    return frame;
}

} // namespace

void TstWsFrame::writesLengths_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("empty") << 0 << QByteArray("\x81\x00", 2);
    QTest::newRow("125") << 125 << QByteArray("\x81\x7d", 2);
    QTest::newRow("126") << 126 << QByteArray("\x81\x7e\x00\x7e", 4);
    QTest::newRow("65535") << 65'535 << QByteArray("\x81\x7e\xff\xff", 4);
    QTest::newRow("65536") << 65'536 << QByteArray("\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10);
}

void TstWsFrame::writesLengths()
{
    QFETCH(int, size);
    QFETCH(QByteArray, head);
    std::string out;
    appendFrame(out, Opcode::Text, std::string(static_cast<std::size_t>(size), 'x'));
    QCOMPARE(QByteArray::fromStdString(out).left(head.size()), head);
    QCOMPARE(static_cast<int>(out.size()), size + static_cast<int>(head.size()));
}

void TstWsFrame::readsByteByByte()
{
    const std::string bytes = masked(0x81, "hello") + masked(0x8a, "pong") + masked(0x02, std::string("\0\1", 2));
    FrameReader reader(1'000);
    std::vector<ClientFrame> frames;
    for (const char byte : bytes) {
        reader.feed({&byte, 1});
        while (auto frame = reader.next())
            frames.push_back(*frame);
    }
    QCOMPARE(frames.size(), std::size_t{3});
    QCOMPARE(frames[0].payload, std::string("hello"));
    QCOMPARE(frames[1].opcode, Opcode::Pong);
    QVERIFY(!frames[2].final);
    QCOMPARE(frames[2].payload, std::string("\0\1", 2));
    QCOMPARE(reader.failure(), std::uint16_t{0});
}

void TstWsFrame::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("not masked") << QByteArray("\x81\x01x", 3) << 1002;
    QTest::newRow("reserved bit") << QByteArray::fromStdString(masked(0xc1, "x")) << 1002;
    QTest::newRow("reserved opcode") << QByteArray::fromStdString(masked(0x83, "x")) << 1002;
    QTest::newRow("fragmented ping") << QByteArray::fromStdString(masked(0x09, "x")) << 1002;
    QTest::newRow("long ping") << QByteArray("\x89\xfe\x00\x80", 4) << 1002;
    QTest::newRow("too big") << QByteArray("\x81\xfe\x10\x00\x01\x02\x03\x04", 8) << 1009;
    QTest::newRow("absurdly big") << QByteArray("\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x02\x03\x04", 14) << 1009;
}

void TstWsFrame::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    FrameReader reader(1'000);
    reader.feed(bytes.toStdString());
    QVERIFY(!reader.next());
    QCOMPARE(static_cast<int>(reader.failure()), code);
    reader.feed(masked(0x81, "later"));
    QVERIFY(!reader.next());
}

void TstWsFrame::knowsUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("ascii") << QByteArray("abc") << true;
    QTest::newRow("two, three and four bytes") << QByteArray("\xc3\xa9\xe5\xb8\x81\xf0\x9f\x98\x80") << true;
    QTest::newRow("cut off") << QByteArray("\xe5\xb8") << false;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << false;
    QTest::newRow("overlong three") << QByteArray("\xe0\x80\xaf") << false;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << false;
    QTest::newRow("lone continuation") << QByteArray("a\x80") << false;
}

void TstWsFrame::knowsUtf8()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(isUtf8(text.toStdString()), valid);
}

SPREADLINE_TEST(TstWsFrame)
#include "tst_ws_frame.moc"
