// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ring.h"

#include "test_main.h"

using namespace spreadline;

class TstRing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsTheNewest()
    {
        Ring<int> ring(3);
        for (int value = 1; value <= 5; ++value)
            ring.push(value);
        QCOMPARE(ring.size(), 3u);
        QCOMPARE(ring[0], 3);
        QCOMPARE(ring.back(), 5);
        ring.clear();
        QVERIFY(ring.empty());
        ring.push(9);
        QCOMPARE(ring[0], 9);
    }
};

SPREADLINE_TEST(TstRing)
#include "tst_ring.moc"
