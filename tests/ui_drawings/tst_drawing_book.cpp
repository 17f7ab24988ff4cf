// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_book.h"
#include "property.h"
#include "samples.h"
#include "test_main.h"

#include <QSignalSpy>

#include <set>

using namespace spreadline;
using namespace spreadline::drawing;
using namespace spreadline::test;

class TstDrawingBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void undoReturnsToEveryBookBefore();
    void refusesWhatIsNotSound_data();
    void refusesWhatIsNotSound();
    void orders_data();
    void orders();
    void nothingChangedIsNoStep();
    void aNewStepForgetsRedo();
    void stepsAreBounded();
    void idsAreNeverUsedTwice();
    void everyChangeIsTold();
    void loadGivesMissingAndDoubleIdsAnew();
};

namespace {

/// Does any one act; true when it was a step.
bool actAtRandom(DrawingBook& book)
{
    const auto any = [&book] {
        return book.isEmpty()
            ? noDrawing
            : book.page()[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(book.page().size())))]->id;
    };
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
    case 1: return book.add(anyDrawing()) != noDrawing;
    case 2: {
        Drawing changed = anyDrawing();
        changed.id = any();
        return book.change(changed);
    }
    case 3: return book.remove(any());
    case 4: return book.reorder(any(), static_cast<Order>(*rc::gen::inRange(0, 4)));
    default: return *rc::gen::inRange(0, 5) == 0 && book.clear();
    }
}

} // namespace

void TstDrawingBook::undoReturnsToEveryBookBefore()
{
    property("undo and redo walk through identical books", [] {
        DrawingBook book;
        std::vector<std::vector<Drawing>> history{drawingsOf(book)};
        const int acts = *rc::gen::inRange(1, 40);
        for (int i = 0; i < acts; ++i) {
            const std::uint64_t revision = book.revision();
            const bool isStep = actAtRandom(book);
            RC_ASSERT(isStep == (book.revision() != revision));
            if (isStep)
                history.push_back(drawingsOf(book));
        }
        for (auto before = history.rbegin() + 1; before != history.rend(); ++before) {
            RC_ASSERT(book.undo());
            RC_ASSERT(drawingsOf(book) == *before);
        }
        RC_ASSERT(!book.undo());
        for (auto after = history.begin() + 1; after != history.end(); ++after) {
            RC_ASSERT(book.redo());
            RC_ASSERT(drawingsOf(book) == *after);
        }
        RC_ASSERT(!book.redo());
    });
}

void TstDrawingBook::refusesWhatIsNotSound_data()
{
    QTest::addColumn<int>("fault");
    const char* faults[] = {"no anchors", "one too many", "no number", "endless", "unknown time", "no width", "too wide"};
    for (int i = 0; i < 7; ++i)
        QTest::newRow(faults[i]) << i;
}

void TstDrawingBook::refusesWhatIsNotSound()
{
    QFETCH(const int, fault);
    DrawingBook book;
    const Drawing good = sample(DrawingKind::TrendLine, {{1, 100}, {2, 101}});
    Drawing bad = good;
    switch (fault) {
    case 0: bad.anchors.clear(); break;
    case 1: bad.anchors.push_back(bad.anchors[0]); break;
    case 2: bad.anchors[1].price = std::nan(""); break;
    case 3: bad.anchors[1].price = HUGE_VAL; break;
    case 4: bad.anchors[0].time = {}; break;
    case 5: bad.style.width = 0; break;
    default: bad.style.width = widestLine + 1; break;
    }
    QVERIFY(book.add(bad) == noDrawing);
    QVERIFY(book.isEmpty());
    bad.id = book.add(good);
    QVERIFY(!book.change(bad));
    QCOMPARE(book.find(bad.id)->anchors, good.anchors);
}

void TstDrawingBook::orders_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<Order>("order");
    QTest::addColumn<QString>("after");
    QTest::newRow("to front") << 0 << Order::ToFront << "bcda";
    QTest::newRow("forward") << 1 << Order::Forward << "acbd";
    QTest::newRow("backward") << 2 << Order::Backward << "acbd";
    QTest::newRow("to back") << 3 << Order::ToBack << "dabc";
    QTest::newRow("at the front already") << 3 << Order::Forward << "abcd";
    QTest::newRow("at the back already") << 0 << Order::Backward << "abcd";
}

void TstDrawingBook::orders()
{
    QFETCH(const int, which);
    QFETCH(const Order, order);
    QFETCH(const QString, after);
    DrawingBook book;
    for (const char name : {'a', 'b', 'c', 'd'}) {
        Drawing drawing = sample(DrawingKind::HorizontalLine, {{1, 100}});
        drawing.text = QLatin1Char(name);
        book.add(drawing);
    }
    const bool isStep = book.reorder(book.page()[static_cast<std::size_t>(which)]->id, order);
    QString now;
    for (const auto& entry : book.page())
        now += entry->text;
    QCOMPARE(now, after);
    QCOMPARE(isStep, after != QLatin1String("abcd"));
}

void TstDrawingBook::nothingChangedIsNoStep()
{
    DrawingBook book;
    const DrawingId id = book.add(sample(DrawingKind::HorizontalLine, {{1, 100}}));
    QVERIFY(!book.change(*book.find(id)));
    QVERIFY(!book.remove(static_cast<DrawingId>(77)));
    QVERIFY(book.undo());
    QVERIFY(!book.canUndo());
    QVERIFY(!book.clear());
}

void TstDrawingBook::aNewStepForgetsRedo()
{
    DrawingBook book;
    book.add(sample(DrawingKind::HorizontalLine, {{1, 100}}));
    book.undo();
    QVERIFY(book.canRedo());
    book.add(sample(DrawingKind::VerticalLine, {{1, 100}}));
    QVERIFY(!book.canRedo());
}

void TstDrawingBook::stepsAreBounded()
{
    DrawingBook book;
    const DrawingId id = book.add(sample(DrawingKind::HorizontalLine, {{1, 100}}));
    Drawing line = *book.find(id);
    for (std::size_t i = 0; i < DrawingBook::mostSteps + 50; ++i) {
        line.anchors[0].price += 1;
        book.change(line);
    }
    std::size_t steps = 0;
    while (book.undo())
        ++steps;
    QCOMPARE(steps, DrawingBook::mostSteps);
    QVERIFY(book.find(id)); // the oldest steps are forgotten, not what they made
}

void TstDrawingBook::idsAreNeverUsedTwice()
{
    DrawingBook book;
    std::set<DrawingId> seen;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(seen.insert(book.add(sample(DrawingKind::HorizontalLine, {{1, 100}}))).second);
        if (i % 3 == 0)
            book.undo();
    }
}

void TstDrawingBook::everyChangeIsTold()
{
    DrawingBook book;
    QSignalSpy told(&book, &DrawingBook::changed);
    book.add(sample(DrawingKind::HorizontalLine, {{1, 100}}));
    book.undo();
    book.redo();
    book.setAllHidden(true);
    book.setAllHidden(true);
    book.setAllLocked(true);
    QCOMPARE(told.size(), 5);
    QVERIFY(book.isLocked(*book.page()[0]));
}

void TstDrawingBook::loadGivesMissingAndDoubleIdsAnew()
{
    std::vector<Drawing> kept(3, sample(DrawingKind::HorizontalLine, {{1, 100}}));
    kept[0].id = kept[1].id = static_cast<DrawingId>(7);
    DrawingBook book;
    book.load(kept, true, false);
    QVERIFY(book.page()[0]->id == static_cast<DrawingId>(7));
    const std::set<DrawingId> ids{book.page()[0]->id, book.page()[1]->id, book.page()[2]->id};
    QCOMPARE(ids.size(), std::size_t(3));
    QVERIFY(!ids.contains(noDrawing) && !ids.contains(book.add(kept[0])));
    QVERIFY(book.isAllHidden());
}

SPREADLINE_TEST(TstDrawingBook)
#include "tst_drawing_book.moc"
