// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand_desk.h"
#include "property.h"
#include "test_main.h"

#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::drawing;
using namespace spreadline::test;

class TstDrawingHandDrags : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clickSelectsAndDragIsOneStep();
    void draggingAHandleMovesOneAnchor();
    void shiftHoldsADragToAnAxis();
    void ctrlDragsACopy();
    void duplicatesStandBeside();
    void escapeGivesADragBack();
    void lockedOnesAreRefused();
    void deleteAndUndo();
    void arrowsNudge();
    void doubleClickAsksForProperties();
    void hoverAndCursor();
    void emptySpaceIsTheChartsOwn();
    void aDrawingTakenAwayWhileDragged();
    void previewOfADialog();
};

void TstDrawingHandDrags::clickSelectsAndDragIsOneStep()
{
    Desk desk;
    const DrawingId id = desk.book.add(sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}}));
    QVERIFY(desk.hand.press(desk.at(40, 100)));
    QVERIFY(desk.hand.selected() == id);
    desk.hand.move(desk.at(40.2, 100.02)); // a shaking hand
    desk.hand.release(desk.at(40.2, 100.02));
    QCOMPARE(desk.only().anchors[0].price, 96.0);
    desk.hand.press(desk.at(40, 100));
    for (int i = 1; i <= 20; ++i)
        desk.hand.move(desk.at(40 + i, 100 - i * 0.1));
    QCOMPARE(desk.only().anchors[0].price, 96.0); // not before it is let go
    desk.hand.release(desk.at(60, 98));
    QCOMPARE(desk.only().anchors[0], (Anchor{TestProjection::bar(40), 94}));
    QCOMPARE(desk.only().anchors[1], (Anchor{TestProjection::bar(80), 102}));
    QVERIFY(desk.book.undo());
    QCOMPARE(desk.only().anchors[0], (Anchor{TestProjection::bar(20), 96}));
    QVERIFY(desk.book.undo() && desk.book.isEmpty());
}

void TstDrawingHandDrags::draggingAHandleMovesOneAnchor()
{
    property("the anchor under the hand, and nothing else", [] {
        Desk desk;
        desk.view.scale = *rc::gen::element(Scale::Linear, Scale::Log, Scale::Percent, Scale::Inverted);
        const DrawingKind kind =
            *rc::gen::element(DrawingKind::TrendLine, DrawingKind::Ray, DrawingKind::Channel, DrawingKind::Rectangle,
                              DrawingKind::FibRetracement, DrawingKind::FibExtension, DrawingKind::Arrow);
        Drawing drawing = sample(kind, {{20, 96}, {60, 104}, {35, 98}});
        drawing.anchors.resize(anchorCount(kind));
        desk.book.add(drawing);
        const auto handle = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(drawing.anchors.size())));
        const Anchor before = drawing.anchors[handle];
        const Anchor to{TestProjection::bar(*rc::gen::inRange(70, 95)), *rc::gen::inRange(9'100, 10'900) * 0.01};
        desk.drag({placeOf(before, desk.view), {}}, {placeOf(to, desk.view), {}});
        drawing.anchors[handle] = {to.time, onTick(to.price, 0.01)};
        RC_ASSERT(desk.only().anchors == drawing.anchors);
    });
}

void TstDrawingHandDrags::shiftHoldsADragToAnAxis()
{
    Desk desk;
    desk.book.add(sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}}));
    desk.drag(desk.at(40, 100), desk.at(50, 101, Qt::ShiftModifier));
    QCOMPARE(desk.only().anchors[0], (Anchor{TestProjection::bar(30), 96}));
    desk.drag(desk.at(50, 100), desk.at(51, 103, Qt::ShiftModifier));
    QCOMPARE(desk.only().anchors[0], (Anchor{TestProjection::bar(30), 99}));
}

void TstDrawingHandDrags::ctrlDragsACopy()
{
    Desk desk;
    Drawing line = sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}});
    line.locked = true; // a copy of a locked one is free
    const DrawingId id = desk.book.add(line);
    desk.drag(desk.at(40, 100, Qt::ControlModifier), desk.at(40, 98, Qt::ControlModifier));
    QCOMPARE(desk.book.page().size(), std::size_t(2));
    QCOMPARE(desk.book.find(id)->anchors[0].price, 96.0);
    QCOMPARE(desk.book.page()[1]->anchors[0].price, 94.0);
    QVERIFY(!desk.book.page()[1]->locked);
    QVERIFY(desk.hand.selected() == desk.book.page()[1]->id);
}

void TstDrawingHandDrags::duplicatesStandBeside()
{
    Desk desk;
    QVERIFY(!desk.hand.duplicateSelected());
    desk.hand.select(desk.book.add(sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}})));
    QVERIFY(desk.hand.duplicateSelected());
    QCOMPARE(desk.book.page().size(), std::size_t(2));
    const Drawing& copy = *desk.book.page()[1];
    QVERIFY(desk.hand.selected() == copy.id);
    QCOMPARE(copy.anchors[0], (Anchor{TestProjection::bar(23), 95.04})); // 24 pixels right and down
    QVERIFY(desk.book.undo());
    QCOMPARE(desk.book.page().size(), std::size_t(1));
}

void TstDrawingHandDrags::escapeGivesADragBack()
{
    Desk desk;
    desk.book.add(sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}}));
    desk.hand.press(desk.at(40, 100));
    desk.hand.move(desk.at(50, 104));
    QVERIFY(desk.hand.key(Qt::Key_Escape, {}));
    desk.hand.release(desk.at(50, 104));
    QCOMPARE(desk.only().anchors[0].price, 96.0);
    QVERIFY(desk.book.undo() && !desk.book.canUndo());
}

void TstDrawingHandDrags::lockedOnesAreRefused()
{
    Desk desk;
    QSignalSpy refused(&desk.hand, &DrawingHand::refused);
    desk.book.add(sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}}));
    desk.book.setAllLocked(true);
    const auto before = drawingsOf(desk.book);
    desk.drag(desk.at(40, 100), desk.at(50, 104));
    QCOMPARE(refused.size(), 1); // once a drag, not with every move
    desk.drag(desk.at(60, 104), desk.at(50, 104));
    desk.hand.key(Qt::Key_Delete, {});
    desk.hand.key(Qt::Key_Up, {});
    QCOMPARE(refused.size(), 4);
    QVERIFY(drawingsOf(desk.book) == before);
    desk.book.setAllLocked(false);
    desk.hand.key(Qt::Key_Delete, {});
    QVERIFY(desk.book.isEmpty());
}

void TstDrawingHandDrags::deleteAndUndo()
{
    Desk desk;
    QVERIFY(!desk.hand.key(Qt::Key_Delete, {}));
    desk.book.add(sample(DrawingKind::HorizontalLine, {{20, 96}}));
    desk.click(30, 96);
    QVERIFY(desk.hand.key(Qt::Key_Delete, {}));
    QVERIFY(desk.book.isEmpty() && desk.hand.selected() == noDrawing);
    QVERIFY(desk.hand.key(Qt::Key_Z, Qt::ControlModifier));
    QCOMPARE(desk.book.page().size(), std::size_t(1));
    QVERIFY(desk.hand.key(Qt::Key_Y, Qt::ControlModifier));
    QVERIFY(desk.book.isEmpty());
    desk.hand.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.hand.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier));
    QVERIFY(desk.book.isEmpty());
}

void TstDrawingHandDrags::arrowsNudge()
{
    Desk desk;
    desk.book.add(sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}}));
    QVERIFY(!desk.hand.key(Qt::Key_Right, {})); // nothing selected: the chart pans
    desk.click(40, 100);
    QVERIFY(desk.hand.key(Qt::Key_Right, {}) && desk.hand.key(Qt::Key_Up, Qt::ShiftModifier));
    QVERIFY(!desk.hand.key(Qt::Key_Right, Qt::ControlModifier));
    QCOMPARE(desk.only().anchors[0], (Anchor{TestProjection::bar(21), 96.1}));
    QVERIFY(desk.book.undo());
    QCOMPARE(desk.only().anchors[0], (Anchor{TestProjection::bar(21), 96}));
    QSignalSpy wanted(&desk.hand, &DrawingHand::propertiesWanted);
    QVERIFY(desk.hand.key(Qt::Key_Return, {}));
    QCOMPARE(wanted.size(), 1);
}

void TstDrawingHandDrags::doubleClickAsksForProperties()
{
    Desk desk;
    const DrawingId id = desk.book.add(sample(DrawingKind::HorizontalLine, {{20, 96}}));
    QSignalSpy wanted(&desk.hand, &DrawingHand::propertiesWanted);
    QVERIFY(!desk.hand.doubleClick(desk.at(30, 100))); // maximises the pane
    QVERIFY(desk.hand.doubleClick(desk.at(30, 96)));
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<DrawingId>() == id);
}

void TstDrawingHandDrags::hoverAndCursor()
{
    Desk desk;
    const DrawingId id = desk.book.add(sample(DrawingKind::HorizontalLine, {{20, 96}}));
    QVERIFY(!desk.hand.move(desk.at(30, 96)));
    QVERIFY(desk.hand.hovered() == id);
    QVERIFY(desk.hand.cursor() == Qt::PointingHandCursor);
    desk.hand.move(desk.at(30, 100));
    QVERIFY(desk.hand.hovered() == noDrawing && !desk.hand.cursor());
    desk.hand.move(desk.at(30, 96));
    desk.hand.leave();
    QVERIFY(desk.hand.hovered() == noDrawing);
    desk.hand.chooseTool(DrawingKind::Text);
    QVERIFY(desk.hand.cursor() == Qt::CrossCursor);
}

void TstDrawingHandDrags::emptySpaceIsTheChartsOwn()
{
    Desk desk;
    desk.book.add(sample(DrawingKind::HorizontalLine, {{20, 96}}));
    desk.click(30, 96);
    QVERIFY(!desk.hand.press(desk.at(30, 100)));
    QVERIFY(desk.hand.selected() == noDrawing);
    QVERIFY(!desk.hand.move(desk.at(40, 101)));
    QVERIFY(!desk.hand.release(desk.at(40, 101)));
    QVERIFY(!desk.hand.press({QPointF(1'100, 250), {}})); // the price axis
    DrawingHand empty;
    QVERIFY(!empty.press(desk.at(30, 96)) && !empty.key(Qt::Key_Escape, {}) && empty.scene().items().empty());
}

void TstDrawingHandDrags::aDrawingTakenAwayWhileDragged()
{
    Desk desk;
    const DrawingId id = desk.book.add(sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}}));
    desk.hand.press(desk.at(40, 100));
    desk.hand.move(desk.at(50, 104));
    desk.book.remove(id); // by another chart
    QVERIFY(!desk.hand.isBusy() && desk.hand.selected() == noDrawing);
    desk.hand.move(desk.at(52, 104));
    desk.hand.release(desk.at(52, 104));
    QVERIFY(desk.book.isEmpty());
}

void TstDrawingHandDrags::previewOfADialog()
{
    Desk desk;
    const DrawingId id = desk.book.add(sample(DrawingKind::HorizontalLine, {{20, 96}}));
    Drawing edited = *desk.book.find(id);
    edited.anchors[0].price = 105;
    desk.hand.preview(&edited);
    QCOMPARE(desk.hand.scene().items()[0].drawing->anchors[0].price, 105.0);
    QCOMPARE(desk.only().anchors[0].price, 96.0);
    desk.hand.preview(nullptr);
    QCOMPARE(desk.hand.scene().items()[0].drawing->anchors[0].price, 96.0);
}

SPREADLINE_TEST(TstDrawingHandDrags)
#include "tst_drawing_hand_drags.moc"
