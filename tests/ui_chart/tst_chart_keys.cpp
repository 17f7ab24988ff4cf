// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_accessible.h"
#include "chart/chart_canvas.h"
#include "chart_bars.h"
#include "pointer.h"
#include "test_main.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::minuteBars;

class TstChartKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_canvas.reset(); }
    void arrowsMoveByBars_data();
    void arrowsMoveByBars();
    void plusAndMinusZoom();
    void homeEndAndFit();
    void altRResets();
    void shiftArrowsStepTheCrosshair();
    void digitsAskForAnInterval();
    void lettersAskForASymbol();
    void readersHearTheBar();
    void altKeysChangeTheScale();
    void theseKeysAreNotTheWindows_data();
    void theseKeysAreNotTheWindows();
    void theFocusIsSeen();

private:
    bool isKept(Qt::Key key, Qt::KeyboardModifiers modifiers);

    std::unique_ptr<ChartCanvas> m_canvas;
};

void TstChartKeys::init()
{
    installChartAccessibility();
    m_canvas = std::make_unique<ChartCanvas>();
    m_canvas->resize(900, 500);
    m_canvas->setSubject({"BTCUSDT", 2, 0.01, "BTC"}, Interval::time(std::chrono::minutes(1)));
    m_canvas->setBars(minuteBars(0, 1'000), true);
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    test::leave(*m_canvas);
    static_cast<void>(m_canvas->grab());
}

void TstChartKeys::arrowsMoveByBars_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<bool>("isFar");
    QTest::addColumn<int>("sign");
    QTest::newRow("left") << int(Qt::Key_Left) << int(Qt::NoModifier) << false << -1;
    QTest::newRow("right") << int(Qt::Key_Right) << int(Qt::NoModifier) << false << 1;
    QTest::newRow("far left") << int(Qt::Key_Left) << int(Qt::ControlModifier) << true << -1;
    QTest::newRow("far right") << int(Qt::Key_Right) << int(Qt::ControlModifier) << true << 1;
}

void TstChartKeys::arrowsMoveByBars()
{
    QFETCH(const int, key);
    QFETCH(const int, modifiers);
    QFETCH(const bool, isFar);
    QFETCH(const int, sign);
    m_canvas->fitAll();
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    const double left = m_canvas->timeScale().left(), visible = m_canvas->timeScale().visible();
    QTest::keyClick(m_canvas.get(), static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifiers>(modifiers));
    const double moved = m_canvas->timeScale().left() - left;
    QVERIFY(std::abs(moved - sign * (isFar ? std::floor(visible / 2) : 1)) < 1e-6);
}

void TstChartKeys::plusAndMinusZoom()
{
    const double spacing = m_canvas->timeScale().spacing();
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    QVERIFY(m_canvas->timeScale().spacing() > spacing);
    QTest::keyClick(m_canvas.get(), Qt::Key_Minus);
    QVERIFY(std::abs(m_canvas->timeScale().spacing() - spacing) < 1e-9);
}

void TstChartKeys::homeEndAndFit()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    QCOMPARE(m_canvas->timeScale().left(), 0.0);
    QTest::keyClick(m_canvas.get(), Qt::Key_End);
    QVERIFY(m_canvas->isLastVisible());
    QTest::keyClick(m_canvas.get(), Qt::Key_F);
    QVERIFY(m_canvas->timeScale().x(0) >= 0 && m_canvas->isLastVisible());
}

void TstChartKeys::altRResets()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_F);
    QTest::keyClick(m_canvas.get(), Qt::Key_R, Qt::AltModifier);
    QCOMPARE(m_canvas->timeScale().spacing(), TimeScale::defaultSpacing);
    QVERIFY(m_canvas->isLastVisible() && m_canvas->priceScale().isAuto());
}

void TstChartKeys::shiftArrowsStepTheCrosshair()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_canvas->legendBar(), std::optional(std::size_t(999)));
    QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_canvas->legendBar(), std::optional(std::size_t(998)));
    for (int i = 0; i < 200; ++i)
        QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_canvas->legendBar(), std::optional(std::size_t(798)));
    const double x = m_canvas->timeScale().x(798);
    QVERIFY(x >= 0 && x <= m_canvas->timeScale().width()); // it took the view along
}

void TstChartKeys::digitsAskForAnInterval()
{
    QSignalSpy typed(m_canvas.get(), &ChartCanvas::intervalTyped);
    QTest::keyClick(m_canvas.get(), Qt::Key_5);
    QCOMPARE(typed.count(), 1);
    QCOMPARE(typed[0][0].toString(), QStringLiteral("5"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Comma);
    QCOMPARE(typed[1][0].toString(), QString());
    QTest::keyClick(m_canvas.get(), Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(typed.count(), 2); // Ctrl+digit belongs to the window
}

void TstChartKeys::lettersAskForASymbol()
{
    QSignalSpy typed(m_canvas.get(), &ChartCanvas::symbolTyped);
    QTest::keyClick(m_canvas.get(), Qt::Key_E);
    QCOMPARE(typed.count(), 1);
    QCOMPARE(typed[0][0].toString(), QStringLiteral("E"));
    QTest::keyClick(m_canvas.get(), Qt::Key_E, Qt::ControlModifier);
    QTest::keyClick(m_canvas.get(), Qt::Key_R, Qt::AltModifier);
    QCOMPARE(typed.count(), 1);
}

void TstChartKeys::readersHearTheBar()
{
    QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(m_canvas.get());
    QVERIFY(reader);
    QCOMPARE(reader->role(), QAccessible::Chart);
    QCOMPARE(reader->text(QAccessible::Name), QStringLiteral("BTCUSDT 1m chart"));
    const QString last = reader->text(QAccessible::Value);
    QVERIFY2(last.contains(QStringLiteral("close ")), qPrintable(last));
    QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(reader->text(QAccessible::Value) != last);

    m_canvas->setZone(QTimeZone("Asia/Tokyo"));
    const int id = m_canvas->addStudy(chart::newStudy(*indicators::parseStudy("sma(20)")));
    static_cast<void>(m_canvas->grab());
    const QString value = reader->text(QAccessible::Value);
    const std::string row = m_canvas->legend().rowText(LegendEntry::Kind::Study, id);
    QVERIFY2(value.endsWith(QString::fromStdString("; " + row)) && row.size() > 10, qPrintable(value));
    QVERIFY2(!value.contains(QStringLiteral("UTC:")), qPrintable(value));
}

void TstChartKeys::altKeysChangeTheScale()
{
    QSignalSpy changed(m_canvas.get(), &ChartCanvas::scaleChanged);
    QSignalSpy typed(m_canvas.get(), &ChartCanvas::symbolTyped);
    const auto press = [this](Qt::Key key) { QTest::keyClick(m_canvas.get(), key, Qt::AltModifier); };
    press(Qt::Key_L);
    QCOMPARE(m_canvas->priceScale().mode(), ScaleMode::Log);
    press(Qt::Key_P);
    QCOMPARE(m_canvas->priceScale().mode(), ScaleMode::Percent);
    press(Qt::Key_P);
    QCOMPARE(m_canvas->priceScale().mode(), ScaleMode::Linear);
    press(Qt::Key_I);
    QVERIFY(m_canvas->priceScale().isInverted());
    press(Qt::Key_I);
    QVERIFY(!m_canvas->priceScale().isInverted());
    QCOMPARE(changed.count(), 5);
    QCOMPARE(typed.count(), 0);
}

bool TstChartKeys::isKept(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent asked(QEvent::ShortcutOverride, key, modifiers);
    asked.ignore();
    QCoreApplication::sendEvent(m_canvas.get(), &asked);
    return asked.isAccepted();
}

void TstChartKeys::theseKeysAreNotTheWindows_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<bool>("always");
    QTest::addColumn<bool>("withDrawings");
    QTest::newRow("Home") << int(Qt::Key_Home) << int(Qt::NoModifier) << true << true;
    QTest::newRow("Alt+L") << int(Qt::Key_L) << int(Qt::AltModifier) << true << true;
    QTest::newRow("Alt+R") << int(Qt::Key_R) << int(Qt::AltModifier) << true << true;
    QTest::newRow("Alt+F") << int(Qt::Key_F) << int(Qt::AltModifier) << false << true;
    QTest::newRow("Alt+T") << int(Qt::Key_T) << int(Qt::AltModifier) << false << true;
    QTest::newRow("Ctrl+Z") << int(Qt::Key_Z) << int(Qt::ControlModifier) << false << true;
    QTest::newRow("Del") << int(Qt::Key_Delete) << int(Qt::NoModifier) << false << false; // nothing is selected
    QTest::newRow("Ctrl+K") << int(Qt::Key_K) << int(Qt::ControlModifier) << false << false;
    QTest::newRow("Alt+G") << int(Qt::Key_G) << int(Qt::AltModifier) << false << false;
    QTest::newRow("F1") << int(Qt::Key_F1) << int(Qt::NoModifier) << false << false;
}

void TstChartKeys::theseKeysAreNotTheWindows()
{
    QFETCH(const int, key);
    QFETCH(const int, modifiers);
    QFETCH(const bool, always);
    QFETCH(const bool, withDrawings);
    QCOMPARE(isKept(static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifiers>(modifiers)), always);
    drawing::DrawingBook book;
    m_canvas->setDrawings(&book);
    QCOMPARE(isKept(static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifiers>(modifiers)), withDrawings);
    m_canvas->setDrawings(nullptr);
}

void TstChartKeys::theFocusIsSeen()
{
    QVERIFY(m_canvas->focusPolicy() & Qt::TabFocus);
    const auto isFramed = [this] { return m_canvas->grab().toImage().pixelColor(0, 250) == Theme::dark().accent; };
    m_canvas->setFocus(Qt::MouseFocusReason);
    QVERIFY(!isFramed());
    QFocusEvent in(QEvent::FocusIn, Qt::TabFocusReason), out(QEvent::FocusOut, Qt::TabFocusReason);
    QCoreApplication::sendEvent(m_canvas.get(), &in);
    QVERIFY(isFramed());
    QCoreApplication::sendEvent(m_canvas.get(), &out);
    QVERIFY(!isFramed());
}

SPREADLINE_TEST(TstChartKeys)
#include "tst_chart_keys.moc"
