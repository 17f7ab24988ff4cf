// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/json.h"
#include "server/query.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::server;

class TstJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKind();
    void refuses_data();
    void refuses();
    void readsQueries_data();
    void readsQueries();
};

void TstJson::readsEveryKind()
{
    const auto json = Json::parse(R"({"a":[1,-2.5,"t\u00e9",true,null],"o":{"n":9007199254740993}})");
    QVERIFY(json);
    const auto& items = (*json)["a"].items();
    QCOMPARE(items.size(), std::size_t{5});
    QCOMPARE(items[0].integer(), std::optional<std::int64_t>(1));
    QCOMPARE(items[1].number(), std::optional(-2.5));
    QVERIFY(!items[1].integer());
    QCOMPARE(items[2].text(), std::optional<std::string_view>("t\xc3\xa9"));
    QCOMPARE(items[3].boolean(), std::optional(true));
    QVERIFY(items[4].isNull());
    QCOMPARE((*json)["o"]["n"].integer(), std::optional<std::int64_t>(9007199254740993));
    QVERIFY((*json)["absent"]["deeper"].isNull());
}

void TstJson::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray("{\"a\":");
    QTest::newRow("two documents") << QByteArray("{} {}");
    QTest::newRow("deep") << QByteArray(100, '[') + QByteArray(100, ']');
    QTest::newRow("very deep") << QByteArray(60'000, '[');
    QTest::newRow("bad UTF-8") << QByteArray("\"\xff\"");
}

void TstJson::refuses()
{
    QFETCH(QByteArray, text);
    const auto json = Json::parse(text.toStdString());
    QVERIFY(!json);
    QCOMPARE(json.error().code, Errc::BadFrame);
}

void TstJson::readsQueries_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value"); // of "a"; "-" when it must be absent
    QTest::newRow("plain") << QByteArray("a=b") << QByteArray("b");
    QTest::newRow("first wins") << QByteArray("a=1&a=2") << QByteArray("1");
    QTest::newRow("escaped") << QByteArray("x=1&a=%41%2fb+c") << QByteArray("A/b c");
    QTest::newRow("broken escape") << QByteArray("a=%4&b=%zz") << QByteArray("%4");
    QTest::newRow("no value") << QByteArray("a") << QByteArray("");
    QTest::newRow("absent") << QByteArray("b=a&&") << QByteArray("-");
}

void TstJson::readsQueries()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);
    const Query query{text.toStdString()};
    QCOMPARE(QByteArray::fromStdString(std::string(query.get("a").value_or("-"))), value);
}

SPREADLINE_TEST(TstJson)
#include "tst_json.moc"
