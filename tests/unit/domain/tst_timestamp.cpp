// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/timestamp.h"

#include "test_main.h"

using namespace spreadline;

class TstTimestamp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void printsIso()
    {
        QCOMPARE(toIsoString(Timestamp::fromMillis(1767225600007)), std::string("2026-01-01T00:00:00.007Z"));
        QCOMPARE(toIsoString(Timestamp::fromMillis(-1)), std::string("1969-12-31T23:59:59.999Z"));
    }
    void millisFloor()
    {
        QCOMPARE(Timestamp::fromNanos(1'999'999).millis(), 1);
        QCOMPARE(Timestamp::fromNanos(-1).millis(), -1);
    }
};

SPREADLINE_TEST(TstTimestamp)
#include "tst_timestamp.moc"
