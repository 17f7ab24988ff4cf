// SPDX-License-Identifier: GPL-3.0-or-later
#include "book_views.h"
#include "ladder/ladder_canvas.h"
#include "pointer.h"
#include "test_main.h"

#include <QSignalSpy>
#include <QWheelEvent>

using namespace spreadline;
using namespace spreadline::ladder;
using spreadline::test::denseBook;

class TstLadderCanvas : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_canvas.reset(); }
    void lockedKeepsTheSpreadInTheMiddle();
    void noRowIsCut();
    void unlockedKeepsThePrices();
    void scrollEndsWithTheBook();
    void clickAnnouncesThePrice();
    void clickOnTheSpreadAnnouncesNothing();
    void changedLevelsFlashAndStop();
    void motionOffFlashesNothing();
    void hoverShowsTheSweep();
    void hoverStaysUnderThePointer();
    void staleIsGrey();
    void onlyChangedRowsArePainted();
    void partialPaintsAddUpToTheWhole();
    void unitsSwitch();

private:
    int spreadTop() const { return m_canvas->rowRect(0).top(); }
    void wheel(int notches);

    std::unique_ptr<LadderCanvas> m_canvas;
};

void TstLadderCanvas::init()
{
    m_canvas = std::make_unique<LadderCanvas>();
    m_canvas->resize(280, 500);
    m_canvas->setSubject({"BTC", "USDT", 1, 3});
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    m_canvas->setBook(denseBook(10'000, 60));
    test::leave(*m_canvas);
}

void TstLadderCanvas::wheel(int notches)
{
    const QPoint at = m_canvas->rect().center();
    QWheelEvent event(at, m_canvas->mapToGlobal(at), {}, QPoint(0, notches * 120), Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_canvas.get(), &event);
}

void TstLadderCanvas::lockedKeepsTheSpreadInTheMiddle()
{
    QVERIFY(m_canvas->isLocked());
    const QRect spread = m_canvas->rowRect(0);
    QVERIFY(std::abs(spread.center().y() - m_canvas->height() / 2) <= m_canvas->rowHeight());
    for (const std::int64_t bid : {10'007, 9'950, 12'000}) {
        m_canvas->setBook(denseBook(bid, 60));
        QCOMPARE(m_canvas->rowRect(0), spread);
        QCOMPARE(m_canvas->rows().row(-1).price, bid);
    }
    QVERIFY(m_canvas->visibleRows() >= 20);
}

void TstLadderCanvas::noRowIsCut()
{
    for (int height = 300; height < 345; height += 4) {
        m_canvas->resize(280, height);
        for (const int notches : {0, 5, 30, -100}) { // the spread in the middle, beside it, out of sight on either side
            wheel(notches);
            int rows = 0, covered = 0;
            for (int index = -100; index <= 100; ++index) {
                const QRect rect = m_canvas->rowRect(index);
                rows += rect.isEmpty() ? 0 : 1;
                covered += rect.height();
                QVERIFY2(rect.isEmpty() || (rect.top() >= 24 && rect.bottom() <= height - 26),
                         qPrintable(QString::number(index)));
                QVERIFY(rect.isEmpty() || rect.height() >= 19);
                QVERIFY(rect.isEmpty() || m_canvas->indexAt(rect.center().y()) == index);
            }
            QCOMPARE(rows, m_canvas->visibleRows() + 1);
            QVERIFY2(height - 50 - covered < 19, "an empty strip where a row would fit");
        }
        m_canvas->setLocked(true);
    }
}

void TstLadderCanvas::unlockedKeepsThePrices()
{
    QSignalSpy lock(m_canvas.get(), &LadderCanvas::lockChanged);
    wheel(2);
    QVERIFY(!m_canvas->isLocked());
    QCOMPARE(lock.count(), 1);
    const auto rowOf = [this](std::int64_t price) { return m_canvas->rowRect(m_canvas->rows().indexOf(price)); };
    const std::int64_t held = m_canvas->rows().row(6).price; // three rows a notch: the sixth ask stands in the middle
    const QRect before = rowOf(held);
    m_canvas->setBook(denseBook(10'003, 60));
    QCOMPARE(rowOf(held), before);
    m_canvas->setBook(denseBook(9'990, 60));
    QCOMPARE(rowOf(held), before);
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    QVERIFY(m_canvas->isLocked());
    QVERIFY(std::abs(m_canvas->rowRect(0).center().y() - m_canvas->height() / 2) <= m_canvas->rowHeight());
}

void TstLadderCanvas::scrollEndsWithTheBook()
{
    for (int i = 0; i < 100; ++i)
        wheel(1);
    QVERIFY(!m_canvas->rowRect(m_canvas->rows().top()).isEmpty());
    for (int i = 0; i < 200; ++i)
        wheel(-1);
    QVERIFY(!m_canvas->rowRect(m_canvas->rows().bottom()).isEmpty());
}

void TstLadderCanvas::clickAnnouncesThePrice()
{
    QSignalSpy clicked(m_canvas.get(), &LadderCanvas::priceClicked);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, m_canvas->rowRect(3).center());
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, m_canvas->rowRect(-2).center());
    QCOMPARE(clicked.count(), 2);
    QCOMPARE(clicked[0][0].value<Price>().toString(), std::string("1000.3"));
    QCOMPARE(clicked[1][0].value<Price>().toString(), std::string("999.9"));
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, m_canvas->rowRect(3).center());
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, m_canvas->rowRect(5).center()); // taken back
    QCOMPARE(clicked.count(), 2);
}

void TstLadderCanvas::clickOnTheSpreadAnnouncesNothing()
{
    QSignalSpy clicked(m_canvas.get(), &LadderCanvas::priceClicked);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, m_canvas->rowRect(0).center());
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, QPoint(50, 5));
    m_canvas->setBook(nullptr);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, m_canvas->rect().center() + QPoint(0, 60));
    QCOMPARE(clicked.count(), 0);
}

void TstLadderCanvas::changedLevelsFlashAndStop()
{
    auto next = std::make_shared<BookView>(*denseBook(10'000, 60));
    next->asks[2].quantity += 5;
    m_canvas->setBook(next);
    QVERIFY(m_canvas->isFlashing(3));
    QVERIFY(!m_canvas->isFlashing(2));
    QVERIFY(!m_canvas->isFlashing(-3));
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(!m_canvas->isFlashing(3));
    QVERIFY2(clock.elapsed() < 1'000, "a flash lasts 300 ms at most; the rest is a slow machine's");
}

void TstLadderCanvas::motionOffFlashesNothing()
{
    m_canvas->setFlashing(false);
    auto next = std::make_shared<BookView>(*denseBook(10'000, 60));
    next->asks[2].quantity += 5;
    m_canvas->setBook(next);
    QVERIFY(!m_canvas->isFlashing(3));
}

void TstLadderCanvas::hoverShowsTheSweep()
{
    const QImage before = m_canvas->grab().toImage();
    test::hoverAt(*m_canvas, m_canvas->rowRect(4).center());
    const QImage during = m_canvas->grab().toImage();
    QVERIFY(during != before);
    const QRect above(m_canvas->rowRect(4).topLeft() + QPoint(12, -48), QSize(60, 40));
    QVERIFY(during.copy(above) != before.copy(above)); // the box beyond the row; what it sums up stays in sight
    test::leave(*m_canvas);
    QCOMPARE(m_canvas->grab().toImage(), before);
}

void TstLadderCanvas::hoverStaysUnderThePointer()
{
    wheel(-4); // twelve rows down: prices stand still from now on
    const QRect row = m_canvas->rowRect(-14);
    test::hoverAt(*m_canvas, row.center());
    m_canvas->setBook(denseBook(10'004, 60)); // the market moves up by four rows, the mouse does not
    const std::int64_t price = m_canvas->rows().row(*m_canvas->indexAt(row.center().y())).price;
    QCOMPARE(price, 9'987); // of the fourteenth bid before
    QCOMPARE(m_canvas->hovered(), m_canvas->indexAt(row.center().y()));
    QCOMPARE(*m_canvas->hovered(), -18);
    test::leave(*m_canvas);
    QVERIFY(!m_canvas->hovered());
}

void TstLadderCanvas::staleIsGrey()
{
    const auto colourful = [this] {
        const QImage image = m_canvas->grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                const int least = std::min({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
                const int most = std::max({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
                count += most > 80 && most - least > most / 2 ? 1 : 0;
            }
        }
        return count;
    };
    QVERIFY(colourful() > 500);
    m_canvas->setStale(true);
    QCOMPARE(colourful(), 0);
}

void TstLadderCanvas::onlyChangedRowsArePainted()
{
    struct Watcher final : QObject {
        bool eventFilter(QObject*, QEvent* event) override
        {
            if (event->type() == QEvent::Paint)
                region += static_cast<QPaintEvent*>(event)->region();
            return false;
        }
        QRegion region;
    } watcher;
    m_canvas->setFlashing(false);
    m_canvas->installEventFilter(&watcher);
    m_canvas->update(); // everything, with what was due before
    QTRY_VERIFY(watcher.region.contains(m_canvas->rowRect(3).center()));
    watcher.region = {};
    auto next = std::make_shared<BookView>(*denseBook(10'000, 60));
    next->bids[4].quantity += 1;
    m_canvas->setBook(next);
    QTRY_VERIFY(watcher.region.contains(m_canvas->rowRect(-5).center()));
    QVERIFY(!watcher.region.contains(m_canvas->rowRect(3).center()));
    QVERIFY(!watcher.region.contains(m_canvas->rowRect(-2).center()));
}

void TstLadderCanvas::partialPaintsAddUpToTheWhole()
{
    m_canvas->setFlashing(false);
    for (int i = 0; i < 30; ++i) {
        auto next = std::make_shared<BookView>(*denseBook(10'000 + i / 10, 60));
        next->bids[static_cast<std::size_t>(i % 12)].quantity += 100 * i;
        next->asks[static_cast<std::size_t>(i % 7)].quantity = 0;
        m_canvas->setBook(next);
        m_canvas->setLast({Price::fromMantissa(10'000 + i % 3, 1), i % 3 - 1});
        m_canvas->setTop(TopOfBook{10'000, 10'001 + i % 2});
        if (i % 4 == 0)
            test::hoverAt(*m_canvas, QPoint(60, 40 + 12 * i));
        if (i % 9 == 0)
            test::leave(*m_canvas);
        QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    }
}

void TstLadderCanvas::unitsSwitch()
{
    const QImage base = m_canvas->grab().toImage();
    m_canvas->setInQuote(true);
    QVERIFY(m_canvas->grab().toImage() != base);
    m_canvas->setInQuote(false);
    QCOMPARE(m_canvas->grab().toImage(), base);
}

SPREADLINE_TEST(TstLadderCanvas)
#include "tst_ladder_canvas.moc"
