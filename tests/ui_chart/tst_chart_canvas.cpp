// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"
#include "chart_bars.h"
#include "pointer.h"
#include "test_main.h"

#include <QSignalSpy>
#include <QWheelEvent>

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::firstOpen;
using spreadline::test::minuteBars;
using spreadline::test::minuteNanos;

class TstChartCanvas : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_canvas.reset(); }
    void zoomUnchangedWhenABarArrives();
    void followsOnlyWhileTheLastBarIsSeen();
    void wheelHoldsTheBarUnderTheCursor_data();
    void wheelHoldsTheBarUnderTheCursor();
    void focusedZoomHoldsThePriceToo();
    void dragPans();
    void dragOfTheAxesScales();
    void doubleClickFitsAgain();
    void prependKeepsThePicture();
    void olderBarsAreAskedForNearTheFirst();
    void aTickLeavesTheCachedLayerAlone();
    void aTickBeyondTheRangeFitsAgain();
    void partialPaintsAddUpToTheWhole();
    void sameSeriesAnewKeepsTheMoment();
    void crosshairReadsTheBar();
    void aFewTickBarsHaveFewLines();
    void staleIsGrey();
    void nothingToDrawIsNoCrash();

private:
    QPoint paneCentre() const { return m_canvas->paneRect().center(); }
    void wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers = {});
    void show(std::vector<Bar> bars);

    std::unique_ptr<ChartCanvas> m_canvas;
};

void TstChartCanvas::init()
{
    m_canvas = std::make_unique<ChartCanvas>();
    m_canvas->resize(900, 500);
    m_canvas->setSubject({"BTCUSDT", 2, 0.01, "BTC"}, Interval::time(std::chrono::minutes(1)));
    show(minuteBars(0, 1'000));
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    test::leave(*m_canvas);
    static_cast<void>(m_canvas->grab());
}

void TstChartCanvas::show(std::vector<Bar> bars)
{
    m_canvas->setBars(std::move(bars), true);
    m_canvas->setVenueTime(Timestamp::fromNanos(firstOpen + 1'000 * minuteNanos));
}

void TstChartCanvas::wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, m_canvas->mapToGlobal(at), {}, QPoint(0, notches * 120), Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(m_canvas.get(), &event);
}

void TstChartCanvas::zoomUnchangedWhenABarArrives()
{
    wheel(paneCentre(), 4);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, paneCentre());
    QTest::mouseMove(m_canvas.get(), paneCentre() + QPoint(400, 0));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, paneCentre() + QPoint(400, 0));
    QVERIFY(!m_canvas->isLastVisible());
    static_cast<void>(m_canvas->grab());
    const double left = m_canvas->timeScale().left(), spacing = m_canvas->timeScale().spacing();
    const double low = m_canvas->priceScale().low(), high = m_canvas->priceScale().high();
    for (int i = 0; i < 5; ++i) {
        m_canvas->setBars(minuteBars(1'000 + i, 1), false);
        static_cast<void>(m_canvas->grab());
        QCOMPARE(m_canvas->timeScale().left(), left);
        QCOMPARE(m_canvas->timeScale().spacing(), spacing);
        QCOMPARE(m_canvas->priceScale().low(), low);
        QCOMPARE(m_canvas->priceScale().high(), high);
    }
}

void TstChartCanvas::followsOnlyWhileTheLastBarIsSeen()
{
    const TimeScale& time = m_canvas->timeScale();
    const double x = time.x(999), spacing = time.spacing();
    m_canvas->setBars(minuteBars(1'000, 1), false);
    QCOMPARE(time.x(1'000), x);
    QCOMPARE(time.spacing(), spacing);
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    QVERIFY(!m_canvas->isLastVisible());
    const double left = time.left();
    m_canvas->setBars(minuteBars(1'001, 3), false);
    QCOMPARE(time.left(), left);
    m_canvas->jumpToLatest();
    QVERIFY(m_canvas->isLastVisible());
    m_canvas->setBars(minuteBars(1'004, 1), false);
    QVERIFY(time.left() > left);
    QVERIFY(m_canvas->isLastVisible());
}

void TstChartCanvas::wheelHoldsTheBarUnderTheCursor_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("notches");
    for (const int notches : {1, -1, 5, -3}) {
        for (const double share : {0.1, 0.5, 0.9})
            QTest::addRow("%d notches at %.1f", notches, share) << share << notches;
    }
}

void TstChartCanvas::wheelHoldsTheBarUnderTheCursor()
{
    QFETCH(const double, share);
    QFETCH(const int, notches);
    const QPoint at(static_cast<int>(m_canvas->paneRect().width() * share), 200);
    const double before = m_canvas->timeScale().position(at.x()), spacing = m_canvas->timeScale().spacing();
    wheel(at, notches);
    QVERIFY(std::abs(m_canvas->timeScale().position(at.x()) - before) < 1e-6);
    QCOMPARE(m_canvas->timeScale().spacing() > spacing, notches > 0);
    QVERIFY(m_canvas->priceScale().isAuto());
}

void TstChartCanvas::focusedZoomHoldsThePriceToo()
{
    const QPoint at(300, 150);
    const auto priceAt = [&] { return m_canvas->priceScale().price(double(at.y()) / m_canvas->paneRect().height()); };
    const double price = priceAt(), position = m_canvas->timeScale().position(at.x());
    const double range = m_canvas->priceScale().high() - m_canvas->priceScale().low();
    wheel(at, 2, Qt::ControlModifier);
    QVERIFY(std::abs(priceAt() - price) < range * 1e-6);
    QVERIFY(std::abs(m_canvas->timeScale().position(at.x()) - position) < 1e-6);
    QVERIFY(m_canvas->priceScale().high() - m_canvas->priceScale().low() < range);
}

void TstChartCanvas::dragPans()
{
    const QPoint from(400, 200);
    const double held = m_canvas->timeScale().position(from.x());
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_canvas.get(), from + QPoint(150, 40));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, from + QPoint(150, 40));
    QVERIFY(std::abs(m_canvas->timeScale().position(from.x() + 150) - held) < 1e-6);
    QVERIFY(m_canvas->priceScale().isAuto()); // up and down only once the scale is manual
}

void TstChartCanvas::dragOfTheAxesScales()
{
    const QPoint axis = m_canvas->priceAxisRect().center();
    const double range = m_canvas->priceScale().high() - m_canvas->priceScale().low();
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, axis);
    QTest::mouseMove(m_canvas.get(), axis + QPoint(0, 80));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, axis + QPoint(0, 80));
    QVERIFY(!m_canvas->priceScale().isAuto());
    QVERIFY(m_canvas->priceScale().high() - m_canvas->priceScale().low() > range);

    const QPoint time = m_canvas->timeAxisRect().center();
    const double spacing = m_canvas->timeScale().spacing(), right = m_canvas->timeScale().right();
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, time);
    QTest::mouseMove(m_canvas.get(), time + QPoint(100, 0));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, time + QPoint(100, 0));
    QVERIFY(m_canvas->timeScale().spacing() < spacing);
    QVERIFY(std::abs(m_canvas->timeScale().right() - right) < 1e-6);
}

void TstChartCanvas::doubleClickFitsAgain()
{
    const QPoint axis = m_canvas->priceAxisRect().center();
    wheel(axis, -5);
    QVERIFY(!m_canvas->priceScale().isAuto());
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, axis);
    QVERIFY(m_canvas->priceScale().isAuto());
    QSignalSpy maximise(m_canvas.get(), &ChartCanvas::maximiseRequested);
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, paneCentre());
    QCOMPARE(maximise.count(), 1);
}

void TstChartCanvas::prependKeepsThePicture()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    const QImage before = m_canvas->grab().toImage();
    const std::int64_t time = m_canvas->series().timeAt(std::int64_t(m_canvas->timeScale().position(300)));
    m_canvas->setBars(minuteBars(-700, 700), false);
    QCOMPARE(m_canvas->series().columns().size(), std::size_t(1'700));
    QCOMPARE(m_canvas->series().timeAt(std::int64_t(m_canvas->timeScale().position(300))), time);
    const QImage after = m_canvas->grab().toImage();
    const QRect same(60, 0, 600, 480); // the bars that were there stand where they stood
    QCOMPARE(after.copy(same), before.copy(same));
}

void TstChartCanvas::olderBarsAreAskedForNearTheFirst()
{
    QSignalSpy older(m_canvas.get(), &ChartCanvas::olderWanted);
    wheel(paneCentre(), 1);
    QCOMPARE(older.count(), 0); // far from the first bar
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    QCOMPARE(older.count(), 1);
    m_canvas->setOlderWanted(false);
    QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QCOMPARE(older.count(), 1);
}

void TstChartCanvas::aTickLeavesTheCachedLayerAlone()
{
    const int builds = m_canvas->staticBuilds();
    auto last = minuteBars(999, 1);
    for (int i = 0; i < 20; ++i) {
        last[0].close = (last[0].high + last[0].low) / 2 + 0.001 * i;
        m_canvas->setBars(last, false);
        QVERIFY(!m_canvas->grab().isNull());
    }
    QCOMPARE(m_canvas->staticBuilds(), builds);
}

void TstChartCanvas::aTickBeyondTheRangeFitsAgain()
{
    auto last = minuteBars(999, 1);
    last[0].high = last[0].close = 500;
    m_canvas->setBars(last, false);
    static_cast<void>(m_canvas->grab());
    QVERIFY(m_canvas->priceScale().high() > 500);

    wheel(m_canvas->priceAxisRect().center(), 1); // the user's own scale stays, but the highest price is another one now
    static_cast<void>(m_canvas->grab());
    const int builds = m_canvas->staticBuilds();
    const double top = m_canvas->priceScale().high();
    last[0].high = 520;
    m_canvas->setBars(last, false);
    static_cast<void>(m_canvas->grab());
    QCOMPARE(m_canvas->staticBuilds(), builds + 1);
    QCOMPARE(m_canvas->priceScale().high(), top);
}

void TstChartCanvas::partialPaintsAddUpToTheWhole()
{
    m_canvas->setVenueTime({}); // no countdown: the clock must not tick between the two pictures
    m_canvas->update();
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    auto last = minuteBars(999, 1);
    const double low = m_canvas->priceScale().low(), range = m_canvas->priceScale().high() - low;
    for (int i = 0; i < 40; ++i) {
        last[0].close = low + range * (0.3 + 0.01 * i);
        last[0].high = std::max(last[0].high, last[0].close);
        last[0].low = std::min(last[0].low, last[0].close);
        last[0].volume += 0.1;
        m_canvas->setBars(last, false);
        if (i % 3 == 0)
            test::hoverAt(*m_canvas, QPoint(40 + 17 * i, 30 + 9 * i));
        QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    }
    test::leave(*m_canvas);
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
}

void TstChartCanvas::sameSeriesAnewKeepsTheMoment()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    const double spacing = m_canvas->timeScale().spacing();
    const std::int64_t time = m_canvas->series().timeAt(std::int64_t(m_canvas->timeScale().position(100)));
    m_canvas->setBars(minuteBars(-100, 1'150), true);
    QCOMPARE(m_canvas->timeScale().spacing(), spacing);
    QCOMPARE(m_canvas->series().timeAt(std::int64_t(m_canvas->timeScale().position(100))), time);
}

void TstChartCanvas::crosshairReadsTheBar()
{
    QCOMPARE(m_canvas->legendBar(), std::optional(std::size_t(999)));
    const int x = static_cast<int>(m_canvas->timeScale().x(970));
    test::hoverAt(*m_canvas, QPoint(x, 120));
    QCOMPARE(m_canvas->legendBar(), std::optional(std::size_t(970)));
    const QImage with = m_canvas->grab().toImage();
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QCOMPARE(m_canvas->legendBar(), std::optional(std::size_t(999)));
    QVERIFY(m_canvas->grab().toImage() != with);
}

// Bars of a count of trades: the lines keep their distance although a handful of bars fills a corner of the pane.
void TstChartCanvas::aFewTickBarsHaveFewLines()
{
    m_canvas->setSubject({"BTCUSDT", 2, 0.01, "BTC"}, Interval::ticks(100));
    std::vector<Bar> bars = minuteBars(0, 8);
    for (std::size_t i = 0; i < bars.size(); ++i)
        bars[i].time = firstOpen + static_cast<std::int64_t>(i * i) * 1'700'000'000;
    show(bars);
    const QImage picture = m_canvas->grab().toImage();
    const QRect pane = m_canvas->paneRect();
    const QRgb grid = Theme::dark().grid.rgb();
    int fewest = pane.width(), most = 0;
    for (int y = pane.top() + 2; y < pane.bottom(); ++y) { // most rows are between the lines of the prices
        int lines = 0;
        for (int x = pane.left(); x < pane.right(); ++x)
            lines += picture.pixel(x, y) == grid ? 1 : 0;
        fewest = std::min(fewest, lines);
        most = std::max(most, lines);
    }
    QVERIFY(most > pane.width() / 2); // the lines of the prices, in this very colour
    QVERIFY2(fewest <= 2, qPrintable(QString::number(fewest)));
}

void TstChartCanvas::staleIsGrey()
{
    const auto colourful = [this] {
        const QImage image = m_canvas->grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                const int least = std::min({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
                const int most = std::max({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
                count += most > 120 && most - least > most / 2 ? 1 : 0;
            }
        }
        return count;
    };
    QVERIFY(colourful() > 1'000);
    m_canvas->setStale(true);
    QCOMPARE(colourful(), 0);
    m_canvas->setStale(false);
    QVERIFY(colourful() > 1'000);
}

void TstChartCanvas::nothingToDrawIsNoCrash()
{
    m_canvas->setSubject({"X", 8, 1e-8, "X"}, Interval::time(std::chrono::seconds(1)));
    QVERIFY(!m_canvas->grab().isNull());
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Home, Qt::Key_F, Qt::Key_Plus, Qt::Key_End})
        QTest::keyClick(m_canvas.get(), key);
    wheel(paneCentre(), 3);
    m_canvas->setBars({{firstOpen, 1e-6, 1e-6, 1e-6, 1e-6, 0}}, true);
    QVERIFY(!m_canvas->grab().isNull());
    m_canvas->setBars({{firstOpen, 1e9, 1e9, 1e9, 1e9, 1e18}}, true);
    QVERIFY(!m_canvas->grab().isNull());
    m_canvas->resize(1, 1);
    QVERIFY(!m_canvas->grab().isNull());
}

SPREADLINE_TEST(TstChartCanvas)
#include "tst_chart_canvas.moc"
