// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/screen_clamp.h"
#include "test_main.h"

using namespace spreadline;

class TstScreenClamp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clamps_data();
    void clamps();
};

void TstScreenClamp::clamps_data()
{
    QTest::addColumn<QRect>("window");
    QTest::addColumn<QRect>("expected");
    const QRect right(1'920, 0, 1'366, 768);
    QTest::newRow("inside") << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
    QTest::newRow("screen is gone") << QRect(5'000, 3'000, 800, 600) << QRect(1'120, 480, 800, 600);
    QTest::newRow("half out") << QRect(-300, 900, 800, 600) << QRect(0, 480, 800, 600);
    QTest::newRow("on the second") << QRect(2'000, 50, 800, 600) << QRect(2'000, 50, 800, 600);
    QTest::newRow("too large for the second") << QRect(1'930, 0, 1'600, 900) << right;
}

void TstScreenClamp::clamps()
{
    QFETCH(QRect, window);
    QFETCH(QRect, expected);
    const QList<QRect> screens{QRect(0, 0, 1'920, 1'080), QRect(1'920, 0, 1'366, 768)};
    QCOMPARE(clampedToScreens(window, screens), expected);
    QCOMPARE(clampedToScreens(window, {}), window);
}

SPREADLINE_TEST(TstScreenClamp)
#include "tst_screen_clamp.moc"
