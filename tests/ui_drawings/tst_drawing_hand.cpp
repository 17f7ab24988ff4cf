// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_tools.h"
#include "hand_desk.h"
#include "property.h"
#include "test_main.h"

#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::drawing;
using namespace spreadline::test;

class TstDrawingHand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyToolByClicks_data();
    void everyToolByClicks();
    void everyToolCanBeCancelled_data() { everyToolByClicks_data(); }
    void everyToolCanBeCancelled();
    void whoIsToldMayLook_data() { everyToolByClicks_data(); }
    void whoIsToldMayLook();
    void aLineByDragging();
    void thePreviewFollows();
    void aDoubleClickIsNoLine();
    void stayingKeepsTheTool();
    void shortcuts_data();
    void shortcuts();
    void shiftConstrains_data();
    void shiftConstrains();
    void magnet_data();
    void magnet();
    void rulerLeavesNothing();
    void anotherBookEndsWhatWasGoingOn();
    void anyHandLeavesASoundBook();
};

namespace {

const std::vector<std::pair<double, double>> clicks{{20, 96}, {50, 104}, {40, 93}};

} // namespace

void TstDrawingHand::everyToolByClicks_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < drawingKinds; ++kind)
        QTest::newRow(std::string(keyOf(static_cast<DrawingKind>(kind))).c_str()) << kind;
}

void TstDrawingHand::everyToolByClicks()
{
    QFETCH(const int, kind);
    Desk desk;
    const Tool& tool = toolOf(static_cast<DrawingKind>(kind));
    QVERIFY(tool.kind == static_cast<DrawingKind>(kind)); // the table is in the order of the kinds
    QSignalSpy words(&desk.hand, &DrawingHand::textWanted);
    desk.hand.chooseTool(tool.kind);
    for (int i = 0; i < tool.clicks; ++i) {
        QVERIFY(desk.book.isEmpty());
        desk.click(clicks[static_cast<std::size_t>(i)].first, clicks[static_cast<std::size_t>(i)].second);
    }
    QCOMPARE(desk.book.page().size(), std::size_t(1));
    const Drawing& made = desk.only();
    QVERIFY(made.kind == tool.kind && isSound(made));
    for (std::size_t i = 0; i < static_cast<std::size_t>(tool.clicks); ++i)
        QCOMPARE(made.anchors[i], (Anchor{TestProjection::bar(clicks[i].first), clicks[i].second}));
    QVERIFY(!desk.hand.tool() && !desk.hand.isBusy() && !desk.live());
    QVERIFY(desk.hand.selected() == made.id);
    QCOMPARE(words.size(), tool.kind == DrawingKind::Text ? 1 : 0);
    QVERIFY(desk.hand.key(Qt::Key_Z, Qt::ControlModifier));
    QVERIFY(desk.book.isEmpty() && !desk.book.canUndo()); // one step
}

void TstDrawingHand::everyToolCanBeCancelled()
{
    QFETCH(const int, kind);
    Desk desk;
    const Tool& tool = toolOf(static_cast<DrawingKind>(kind));
    desk.hand.chooseTool(tool.kind);
    for (int i = 0; i + 1 < tool.clicks; ++i)
        desk.click(clicks[static_cast<std::size_t>(i)].first, clicks[static_cast<std::size_t>(i)].second);
    QVERIFY(desk.hand.key(Qt::Key_Escape, {}));
    QVERIFY(!desk.live() && !desk.hand.isBusy());
    QCOMPARE(desk.hand.tool().has_value(), tool.clicks > 1); // the drawing first, the tool with the next Esc
    desk.hand.key(Qt::Key_Escape, {});
    QVERIFY(!desk.hand.tool());
    QVERIFY(desk.book.isEmpty() && !desk.book.canUndo());
    QVERIFY(!desk.hand.key(Qt::Key_Escape, {})); // the chart's own
}

// A chart asks for the shapes as soon as it hears of a change: there is never a drawing without a place.
void TstDrawingHand::whoIsToldMayLook()
{
    QFETCH(const int, kind);
    Desk desk;
    int looks = 0;
    connect(&desk.hand, &DrawingHand::changed, this, [&] {
        for (const auto& item : desk.hand.scene().items())
            QVERIFY(!item.drawing->anchors.empty());
        ++looks;
    });
    desk.hand.chooseTool(static_cast<DrawingKind>(kind));
    for (const auto& [bar, price] : clicks)
        desk.click(bar, price);
    desk.click(60, 100, Qt::ShiftModifier); // the ruler
    QVERIFY(looks > 3);
}

void TstDrawingHand::aLineByDragging()
{
    Desk desk;
    desk.hand.chooseTool(DrawingKind::TrendLine);
    desk.drag(desk.at(20, 96), desk.at(50, 104));
    QCOMPARE(desk.book.page().size(), std::size_t(1));
    QCOMPARE(desk.only().anchors[1], (Anchor{TestProjection::bar(50), 104}));
}

void TstDrawingHand::thePreviewFollows()
{
    Desk desk;
    desk.hand.chooseTool(DrawingKind::Channel);
    desk.click(20, 96);
    desk.hand.move(desk.at(30, 99));
    QVERIFY(desk.live());
    QCOMPARE(desk.live()->anchors[1], (Anchor{TestProjection::bar(30), 99}));
    desk.click(50, 104);
    desk.hand.move(desk.at(40, 93));
    QCOMPARE(desk.live()->anchors[1], (Anchor{TestProjection::bar(50), 104}));
    QCOMPARE(desk.live()->anchors[2], (Anchor{TestProjection::bar(40), 93}));
    QVERIFY(desk.book.isEmpty());
}

void TstDrawingHand::aDoubleClickIsNoLine()
{
    Desk desk;
    desk.hand.chooseTool(DrawingKind::TrendLine);
    desk.click(20, 96);
    QVERIFY(desk.hand.doubleClick(desk.at(20, 96)));
    desk.hand.release(desk.at(20, 96));
    QVERIFY(desk.book.isEmpty() && desk.hand.isBusy());
    QVERIFY(desk.hand.doubleClick(desk.at(50, 104))); // two quick clicks in two places are two anchors
    QCOMPARE(desk.book.page().size(), std::size_t(1));
}

void TstDrawingHand::stayingKeepsTheTool()
{
    Desk desk;
    desk.hand.setStaying(true);
    desk.hand.chooseTool(DrawingKind::HorizontalLine);
    desk.click(20, 96);
    desk.click(20, 97);
    QCOMPARE(desk.book.page().size(), std::size_t(2));
    QVERIFY(desk.hand.tool() == DrawingKind::HorizontalLine);
    QVERIFY(desk.hand.selected() == noDrawing);
}

void TstDrawingHand::shortcuts_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("kind");
    QTest::newRow("Alt+T") << int(Qt::Key_T) << int(DrawingKind::TrendLine);
    QTest::newRow("Alt+H") << int(Qt::Key_H) << int(DrawingKind::HorizontalLine);
    QTest::newRow("Alt+V") << int(Qt::Key_V) << int(DrawingKind::VerticalLine);
    QTest::newRow("Alt+C") << int(Qt::Key_C) << int(DrawingKind::CrossLine);
    QTest::newRow("Alt+F") << int(Qt::Key_F) << int(DrawingKind::FibRetracement);
}

void TstDrawingHand::shortcuts()
{
    QFETCH(const int, key);
    QFETCH(const int, kind);
    Desk desk;
    QVERIFY(!desk.hand.key(key, {})); // letters search a symbol
    QVERIFY(desk.hand.key(key, Qt::AltModifier));
    QVERIFY(desk.hand.tool() == static_cast<DrawingKind>(kind));
    QVERIFY(!desk.hand.key(Qt::Key_R, Qt::AltModifier)); // the chart's reset
}

void TstDrawingHand::shiftConstrains_data()
{
    QTest::addColumn<QPointF>("to"); // bar, price
    QTest::addColumn<QPointF>("kept");
    QTest::newRow("level") << QPointF(70, 100.4) << QPointF(70, 100);
    QTest::newRow("upright") << QPointF(51, 108) << QPointF(50, 108);
    QTest::newRow("diagonal") << QPointF(60, 103.9) << QPointF(60, 104); // 100 px across, 100 px up
}

void TstDrawingHand::shiftConstrains()
{
    QFETCH(const QPointF, to);
    QFETCH(const QPointF, kept);
    Desk desk;
    desk.hand.chooseTool(DrawingKind::TrendLine);
    desk.click(50, 100);
    desk.click(to.x(), to.y(), Qt::ShiftModifier);
    const Anchor end = desk.only().anchors[1];
    QCOMPARE(end.time, TestProjection::bar(kept.x()));
    QVERIFY(std::abs(end.price - kept.y()) < 1e-9);
    desk.drag({desk.view.at(kept.x(), kept.y()), {}}, desk.at(to.x(), to.y(), Qt::ShiftModifier)); // likewise afterwards
    QVERIFY(std::abs(desk.only().anchors[1].price - kept.y()) < 1e-9);
}

// The bars of the test have 99, 100, 101 and 102; 16 pixels are 0.64.
void TstDrawingHand::magnet_data()
{
    QTest::addColumn<Magnet>("magnet");
    QTest::addColumn<bool>("ctrl");
    QTest::addColumn<double>("price");
    QTest::addColumn<double>("kept");
    QTest::newRow("off") << Magnet::Off << false << 101.3 << 101.3;
    QTest::newRow("weak, near") << Magnet::Weak << false << 102.5 << 102.0;
    QTest::newRow("weak, far") << Magnet::Weak << false << 103.0 << 103.0;
    QTest::newRow("strong, far") << Magnet::Strong << false << 107.0 << 102.0;
    QTest::newRow("off, Ctrl") << Magnet::Off << true << 107.0 << 102.0;
    QTest::newRow("strong, Ctrl") << Magnet::Strong << true << 107.0 << 107.0;
    QTest::newRow("weak, Ctrl") << Magnet::Weak << true << 102.5 << 102.5;
}

void TstDrawingHand::magnet()
{
    QFETCH(const Magnet, magnet);
    QFETCH(const bool, ctrl);
    QFETCH(const double, price);
    QFETCH(const double, kept);
    Desk desk;
    desk.hand.setMagnet(magnet);
    desk.hand.chooseTool(DrawingKind::HorizontalRay);
    desk.click(30.3, price, ctrl ? Qt::ControlModifier : Qt::NoModifier);
    QCOMPARE(desk.only().anchors[0], (Anchor{TestProjection::bar(30), kept}));
}

void TstDrawingHand::rulerLeavesNothing()
{
    Desk desk;
    QVERIFY(desk.hand.press(desk.at(20, 96, Qt::ShiftModifier)));
    desk.hand.release(desk.at(20, 96, Qt::ShiftModifier));
    desk.hand.move(desk.at(60, 104));
    QVERIFY(desk.live() && desk.live()->kind == DrawingKind::Ruler);
    QCOMPARE(desk.live()->anchors[1], (Anchor{TestProjection::bar(60), 104}));
    QVERIFY(desk.hand.press(desk.at(60, 104)));
    desk.hand.release(desk.at(60, 104));
    desk.hand.move(desk.at(80, 92));
    QCOMPARE(desk.live()->anchors[1], (Anchor{TestProjection::bar(60), 104})); // it stands
    QVERIFY(desk.hand.press(desk.at(80, 92)));
    QVERIFY(!desk.live() && desk.book.isEmpty() && !desk.book.canUndo());
}

void TstDrawingHand::anotherBookEndsWhatWasGoingOn()
{
    Desk desk;
    desk.hand.chooseTool(DrawingKind::TrendLine);
    desk.click(20, 96);
    DrawingBook other;
    desk.hand.setBook(&other);
    QVERIFY(!desk.hand.isBusy() && !desk.live());
    QVERIFY(desk.hand.tool() == DrawingKind::TrendLine); // to draw the same on another symbol
    desk.click(20, 96);
    desk.click(50, 104);
    QVERIFY(desk.book.isEmpty());
    QCOMPARE(other.page().size(), std::size_t(1));
    desk.hand.setBook(nullptr);
}

// Whatever mouse and keyboard do: the book holds sound drawings, and undo empties it.
void TstDrawingHand::anyHandLeavesASoundBook()
{
    property("sound drawings, steps that can be undone", [] {
        Desk desk;
        const auto somewhere = [&desk] {
            const auto modifiers = *rc::gen::element(Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier);
            return desk.at(*rc::gen::inRange(-5, 105), *rc::gen::inRange(180, 220) * 0.5, modifiers);
        };
        for (int i = *rc::gen::inRange(1, 60); i > 0; --i) {
            switch (*rc::gen::inRange(0, 7)) {
            case 0: desk.hand.chooseTool(*anyKind()); break;
            case 1: desk.hand.press(somewhere()); break;
            case 2: desk.hand.release(somewhere()); break;
            case 3: desk.hand.doubleClick(somewhere()); break;
            case 4:
                desk.hand.key(*rc::gen::element<int>(Qt::Key_Escape, Qt::Key_Delete, Qt::Key_Up, Qt::Key_Left, Qt::Key_Z),
                              *rc::gen::element(Qt::NoModifier, Qt::ControlModifier));
                break;
            default: desk.hand.move(somewhere());
            }
            desk.hand.scene();
        }
        for (const auto& entry : desk.book.page())
            RC_ASSERT(isSound(*entry));
        while (desk.book.undo()) {}
        RC_ASSERT(desk.book.isEmpty());
    });
}

SPREADLINE_TEST(TstDrawingHand)
#include "tst_drawing_hand.moc"
