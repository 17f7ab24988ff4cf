// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/interval.h"

#include "property.h"
#include "test_main.h"

using namespace spreadline;

namespace {

Timestamp at(const QString& iso)
{
    return Timestamp::fromMillis(QDateTime::fromString(iso, Qt::ISODateWithMs).toMSecsSinceEpoch());
}

} // namespace

class TstInterval : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parsesAndPrints_data();
    void parsesAndPrints();
    void refuses_data();
    void refuses();
    void opensOnTheCalendar_data();
    void opensOnTheCalendar();
    void everyMomentIsInItsBar();
};

void TstInterval::parsesAndPrints_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"1s", "5s", "15s", "1m",  "3m", "5m", "15m", "30m", "1h",   "2h",
                             "4h", "6h", "8h",  "12h", "1d", "3d", "1w",  "1M",  "100t", "250v"})
        QTest::newRow(text) << text;
}

void TstInterval::parsesAndPrints()
{
    QFETCH(QString, text);
    const auto interval = parseInterval(text.toStdString());
    QVERIFY(interval);
    QCOMPARE(QString::fromStdString(toString(*interval)), text);
}

void TstInterval::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "m", "0m", "-1m", "7m", "1x", "1mm", "2M", "99999999999999999999t", "1 m", "60s"})
        QTest::newRow(*text ? text : "empty") << text;
}

void TstInterval::refuses()
{
    QFETCH(QString, text);
    if (text == QStringLiteral("60s"))
        QVERIFY(*parseInterval("60s") == *parseInterval("1m")); // another spelling of the same bar
    else
        QVERIFY(!parseInterval(text.toStdString()));
}

void TstInterval::opensOnTheCalendar_data()
{
    QTest::addColumn<QString>("interval");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("open");
    QTest::addColumn<QString>("next");
    QTest::newRow("minute") << "1m"
                            << "2024-02-29T23:59:59.999Z"
                            << "2024-02-29T23:59:00.000Z"
                            << "2024-03-01T00:00:00.000Z";
    QTest::newRow("4h") << "4h"
                        << "2026-03-29T01:30:00.000Z"
                        << "2026-03-29T00:00:00.000Z"
                        << "2026-03-29T04:00:00.000Z"; // DST night
    QTest::newRow("week is Monday") << "1w"
                                    << "2026-11-20T12:00:00.000Z"
                                    << "2026-11-16T00:00:00.000Z"
                                    << "2026-11-23T00:00:00.000Z";
    QTest::newRow("week at its open") << "1w"
                                      << "2026-11-16T00:00:00.000Z"
                                      << "2026-11-16T00:00:00.000Z"
                                      << "2026-11-23T00:00:00.000Z";
    QTest::newRow("leap February") << "1M"
                                   << "2024-02-29T12:00:00.000Z"
                                   << "2024-02-01T00:00:00.000Z"
                                   << "2024-03-01T00:00:00.000Z";
    QTest::newRow("December") << "1M"
                              << "2025-12-31T23:59:59.999Z"
                              << "2025-12-01T00:00:00.000Z"
                              << "2026-01-01T00:00:00.000Z";
    QTest::newRow("before 1970") << "1d"
                                 << "1969-12-31T12:00:00.000Z"
                                 << "1969-12-31T00:00:00.000Z"
                                 << "1970-01-01T00:00:00.000Z";
}

void TstInterval::opensOnTheCalendar()
{
    QFETCH(QString, interval);
    QFETCH(QString, time);
    QFETCH(QString, open);
    QFETCH(QString, next);
    const Interval parsed = *parseInterval(interval.toStdString());
    QCOMPARE(openTime(parsed, at(time)).millis(), at(open).millis());
    QCOMPARE(nextOpenTime(parsed, at(open)).millis(), at(next).millis());
}

void TstInterval::everyMomentIsInItsBar()
{
    property("open <= t < next open, and the open opens itself", [] {
        const auto intervals = venueIntervals();
        const Interval interval = intervals[*rc::gen::inRange<std::size_t>(0, intervals.size())];
        const Timestamp time = Timestamp::fromMillis(*rc::gen::inRange<std::int64_t>(0, 4'102'444'800'000));
        const Timestamp open = openTime(interval, time);
        RC_ASSERT(open <= time);
        RC_ASSERT(time < nextOpenTime(interval, open));
        RC_ASSERT(openTime(interval, open) == open);
    });
}

SPREADLINE_TEST(TstInterval)
#include "tst_interval.moc"
