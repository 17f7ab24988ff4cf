// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_hand.h"
#include "drawings/drawing_tools.h"
#include "property.h"
#include "samples.h"
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
    void aLineByDragging();
    void thePreviewFollows();
    void aDoubleClickIsNoLine();
    void stayingKeepsTheTool();
    void shortcuts_data();
    void shortcuts();
    void clickSelectsAndDragIsOneStep();
    void draggingAHandleMovesOneAnchor();
    void shiftConstrains_data();
    void shiftConstrains();
    void shiftHoldsADragToAnAxis();
    void ctrlDragsACopy();
    void duplicatesStandBeside();
    void escapeGivesADragBack();
    void lockedOnesAreRefused();
    void magnet_data();
    void magnet();
    void deleteAndUndo();
    void arrowsNudge();
    void rulerLeavesNothing();
    void doubleClickAsksForProperties();
    void hoverAndCursor();
    void emptySpaceIsTheChartsOwn();
    void anotherBookEndsWhatWasGoingOn();
    void aDrawingTakenAwayWhileDragged();
    void previewOfADialog();
    void anyHandLeavesASoundBook();
};

namespace {

struct Desk {
    TestProjection view;
    DrawingBook book;
    DrawingHand hand;

    Desk()
    {
        hand.setBook(&book);
        hand.setProjection(&view);
    }
    Pointer at(double bar, double price, Qt::KeyboardModifiers modifiers = {}) const { return {view.at(bar, price), modifiers}; }
    void click(double bar, double price, Qt::KeyboardModifiers modifiers = {})
    {
        hand.move(at(bar, price, modifiers));
        hand.press(at(bar, price, modifiers));
        hand.release(at(bar, price, modifiers));
    }
    void drag(Pointer from, Pointer to)
    {
        hand.press(from);
        hand.move({(from.at + to.at) / 2, to.modifiers});
        hand.move(to);
        hand.release(to);
    }
    const Drawing& only() const { return *book.page().at(0); }
    const Drawing* live()
    {
        for (const auto& item : hand.scene().items()) {
            if (item.drawing->id == noDrawing)
                return item.drawing.get();
        }
        return nullptr;
    }
};

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

void TstDrawingHand::clickSelectsAndDragIsOneStep()
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

void TstDrawingHand::draggingAHandleMovesOneAnchor()
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

void TstDrawingHand::shiftHoldsADragToAnAxis()
{
    Desk desk;
    desk.book.add(sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}}));
    desk.drag(desk.at(40, 100), desk.at(50, 101, Qt::ShiftModifier));
    QCOMPARE(desk.only().anchors[0], (Anchor{TestProjection::bar(30), 96}));
    desk.drag(desk.at(50, 100), desk.at(51, 103, Qt::ShiftModifier));
    QCOMPARE(desk.only().anchors[0], (Anchor{TestProjection::bar(30), 99}));
}

void TstDrawingHand::ctrlDragsACopy()
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

void TstDrawingHand::duplicatesStandBeside()
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

void TstDrawingHand::escapeGivesADragBack()
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

void TstDrawingHand::lockedOnesAreRefused()
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

void TstDrawingHand::deleteAndUndo()
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

void TstDrawingHand::arrowsNudge()
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

void TstDrawingHand::doubleClickAsksForProperties()
{
    Desk desk;
    const DrawingId id = desk.book.add(sample(DrawingKind::HorizontalLine, {{20, 96}}));
    QSignalSpy wanted(&desk.hand, &DrawingHand::propertiesWanted);
    QVERIFY(!desk.hand.doubleClick(desk.at(30, 100))); // maximises the pane
    QVERIFY(desk.hand.doubleClick(desk.at(30, 96)));
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<DrawingId>() == id);
}

void TstDrawingHand::hoverAndCursor()
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

void TstDrawingHand::emptySpaceIsTheChartsOwn()
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

void TstDrawingHand::aDrawingTakenAwayWhileDragged()
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

void TstDrawingHand::previewOfADialog()
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
