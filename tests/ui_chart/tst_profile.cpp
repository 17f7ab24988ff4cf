// SPDX-License-Identifier: GPL-3.0-or-later
#include "depth_scene.h"
#include "plot/profile_painter.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::chart;
using namespace spreadline::test;

/// The volume profile stands where its prices are, on every scale, and nowhere else.
class TstProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pocStandsAtItsPrice_data();
    void pocStandsAtItsPrice();
    void boughtAndSoldAreParted();
    void valueAreaIsStronger();
    void staysInThePane();
    void ofAFixedRange();
    void emptyPaintsNothing();
};

namespace {

/// Rows of one from 95 to 105, the one at 100 to 101 the fullest, those from 98 to 103 the value area.
PriceProfile someProfile(bool split = true)
{
    PriceProfile profile{95, 1, 0, {1, 2, 3, 6, 7, 20, 8, 6, 2, 1}, {}, 5, 3, 7};
    for (const double volume : profile.volume) {
        profile.total += volume;
        if (split)
            profile.bought.push_back(volume / 4);
    }
    return profile;
}

QImage paintedAtEdge(const DepthScene& rig, const PriceProfile& profile)
{
    return rig.painted([&](QPainter& painter) { paintProfile(painter, rig.scene, profile, profileAtEdge(rig.scene)); });
}

int widthAt(const QImage& image, const DepthScene& rig, double price)
{
    const int y = rig.y(price), right = rig.scene.price().rect.right();
    int width = 0;
    while (width < right && image.pixel(right - width, y) != rig.panel())
        ++width;
    return width;
}

} // namespace

void TstProfile::pocStandsAtItsPrice_data()
{
    QTest::addColumn<ScaleMode>("mode");
    QTest::addColumn<bool>("inverted");
    QTest::addColumn<double>("dpr");
    QTest::newRow("linear") << ScaleMode::Linear << false << 1.0;
    QTest::newRow("inverted") << ScaleMode::Linear << true << 1.0;
    QTest::newRow("log") << ScaleMode::Log << false << 1.0;
    QTest::newRow("log, inverted, at 200 %") << ScaleMode::Log << true << 2.0;
}

void TstProfile::pocStandsAtItsPrice()
{
    QFETCH(const ScaleMode, mode);
    QFETCH(const bool, inverted);
    QFETCH(const double, dpr);
    DepthScene rig(60, 10, dpr);
    rig.scene.price().scale.setMode(mode);
    rig.scene.price().scale.setInverted(inverted);
    const QImage image = paintedAtEdge(rig, someProfile());
    const int widest = widthAt(image, rig, 100.3);
    QCOMPARE(widest, profileAtEdge(rig.scene).width);
    for (const double price : {95.3, 98.3, 99.3, 101.3, 104.3}) {
        const double volume = someProfile().volume[static_cast<std::size_t>(price - 95)];
        QVERIFY(std::abs(widthAt(image, rig, price) - widest * volume / 20) <= 1);
    }
    QCOMPARE(image.pixel(rig.scene.price().rect.right(), rig.y(100.5)), rig.scene.theme.warning.rgb()); // its line
    QVERIFY(widthAt(image, rig, 94.3) == 0 && widthAt(image, rig, 105.3) == 0);
}

void TstProfile::boughtAndSoldAreParted()
{
    DepthScene rig;
    const QImage image = paintedAtEdge(rig, someProfile());
    const int right = rig.scene.price().rect.right(), y = rig.y(100.3), width = profileAtEdge(rig.scene).width;
    const QColor bought = image.pixelColor(right - width / 8, y), sold = image.pixelColor(right - width / 2, y);
    QVERIFY(bought.green() > bought.red());
    QVERIFY(sold.red() > sold.green());
    const QColor whole = paintedAtEdge(rig, someProfile(false)).pixelColor(right - width / 8, y);
    QVERIFY(std::abs(whole.green() - whole.red()) < 12); // not known which: neither colour
}

void TstProfile::valueAreaIsStronger()
{
    DepthScene rig;
    const QImage image = paintedAtEdge(rig, someProfile());
    const int right = rig.scene.price().rect.right();
    const auto strength = [&](double price) { return qGray(image.pixel(right, rig.y(price))) - qGray(rig.panel()); };
    QVERIFY(strength(98.3) > strength(97.3));
    QVERIFY(strength(102.3) > strength(103.3));
}

void TstProfile::staysInThePane()
{
    DepthScene rig;
    rig.scene.price().scale.fit(99, 102, 0, 0, 0.1); // most rows are out of sight
    const auto [inside, outside] = rig.inked(paintedAtEdge(rig, someProfile()));
    QVERIFY(inside > 1'000);
    QCOMPARE(outside, 0);
    QVERIFY(profileRows(rig.scene, 99, 102) == 100);
}

void TstProfile::ofAFixedRange()
{
    DepthScene rig;
    const ProfilePlace place = profileOver(rig.scene, 10, 40);
    const QImage image = rig.painted([&](QPainter& painter) { paintProfile(painter, rig.scene, someProfile(), place); });
    QCOMPARE(place.base, rig.x(9.5));
    QVERIFY(image.pixel(rig.x(9.5) - 1, rig.y(100.3)) == rig.panel());
    QVERIFY(image.pixel(rig.x(9.5) + 1, rig.y(100.3)) != rig.panel());
    for (int x = rig.x(39.5) + 1; x < 600; ++x)
        QCOMPARE(image.pixel(x, rig.y(100.5)), rig.panel());
}

void TstProfile::emptyPaintsNothing()
{
    DepthScene rig;
    QCOMPARE(rig.inked(paintedAtEdge(rig, {})), std::pair(0, 0));
}

SPREADLINE_TEST(TstProfile)
#include "tst_profile.moc"
