// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"
#include "chart/chart_choices.h"
#include "chart/chart_notice.h"
#include "chart/chart_panel.h"
#include "chart/chart_toast.h"
#include "chart/interval_bar.h"
#include "chart_bars.h"
#include "drawings/drawing_store.h"
#include "scripted_engine.h"
#include "style/display_options.h"
#include "style/trust_text.h"
#include "style/wall_time.h"
#include "test_main.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace spreadline;
using spreadline::test::minuteKlines;
using spreadline::test::ScriptedEngine;

class TstChartPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void opensWhatIsActive();
    void closesWhenHidden();
    void intervalChangeAsksAnew();
    void barsOfTheFormerSubjectAreNotShown();
    void olderBarsAreAskedForOnce();
    void goesToADate();
    void theWayToADateEnds_data();
    void theWayToADateEnds();
    void aPageThatFailsEndsTheWay();
    void historyOnItsWayIsToldQuietly();
    void theVenuesReasonIsNamed();
    void latestButtonComesAndGoes();
    void failureOffersToTryAgain();
    void notConnectedOutranksOlderBars();
    void staleIsGreyWithItsAge();
    void stateIsRemembered();

private:
    ChartUpdate update(std::vector<Kline> bars, bool reset) const;
    void showBars();
    void goBack(int bars); ///< to a date before the first one
    chart::ChartNotice& notice() const { return *m_panel->findChild<chart::ChartNotice*>(); }
    chart::ChartBadge& badge() const { return *m_panel->findChild<chart::ChartBadge*>(QStringLiteral("badge")); }
    std::size_t bars() const { return m_panel->canvas().series().columns().size(); }

    std::unique_ptr<ScriptedEngine> m_engine;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<ThemeSource> m_themes;
    std::unique_ptr<DisplayOptions> m_display;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<drawing::DrawingStore> m_drawings;
    std::unique_ptr<chart::ChartChoices> m_choices;
    std::unique_ptr<ChartPanel> m_panel;
};

void TstChartPanel::init()
{
    m_engine = std::make_unique<ScriptedEngine>();
    m_terminal = std::make_unique<Terminal>(*m_engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    m_themes = std::make_unique<ThemeSource>();
    m_display = std::make_unique<DisplayOptions>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_drawings = std::make_unique<drawing::DrawingStore>(m_folder->path());
    m_choices = std::make_unique<chart::ChartChoices>();
    m_panel = std::make_unique<ChartPanel>(
        ChartPanel::Context{m_terminal->market(), *m_themes, *m_display, *m_drawings, *m_choices, QStringLiteral("practice")});
    m_panel->resize(900, 500);
    m_panel->show();
    QCOMPARE(notice().title(), QStringLiteral("Waiting for the venue"));
    m_engine->put(std::vector{test::instrumentOf(0, "BTCUSDT", Price::fromMantissa(1, 2)),
                              test::instrumentOf(1, "ETHUSDT", Price::fromMantissa(1, 2))});
    QTRY_COMPARE(m_terminal->market().instruments().size(), std::size_t(2));
    QCOMPARE(notice().title(), QStringLiteral("No instrument"));
    QVERIFY(m_panel->setSymbol(QStringLiteral("BTCUSDT")));
    QTRY_COMPARE(m_engine->interest.charts.size(), std::size_t(1));
}

void TstChartPanel::cleanup()
{
    m_panel.reset();
    m_choices.reset();
    m_drawings.reset();
    m_folder.reset();
    m_display.reset();
    m_themes.reset();
    m_terminal.reset();
    m_engine.reset();
}

ChartUpdate TstChartPanel::update(std::vector<Kline> klines, bool reset) const
{
    ChartUpdate update;
    update.chart = m_engine->interest.charts.at(0).chart;
    update.instrument = m_engine->interest.charts.at(0).instrument;
    update.interval = m_engine->interest.charts.at(0).interval;
    update.reset = reset;
    update.bars = std::move(klines);
    update.trust = test::synced();
    return update;
}

void TstChartPanel::showBars()
{
    m_engine->put(update(minuteKlines(0, 1'000), true));
    QTRY_COMPARE(bars(), std::size_t(1'000));
    static_cast<void>(m_panel->grab());
}

void TstChartPanel::opensWhatIsActive()
{
    const ChartInterest wanted = m_engine->interest.charts.at(0);
    QCOMPARE(wanted.instrument, InstrumentId{0});
    QCOMPARE(chart::intervalText(wanted.interval), QStringLiteral("1m"));
    QCOMPARE(notice().title(), QStringLiteral("Loading BTCUSDT 1m"));
    showBars();
    QVERIFY(!notice().isVisible());
    QVERIFY(!badge().isVisible());
    QVERIFY(m_panel->setSymbol(QStringLiteral("ETHUSDT")));
    QTRY_COMPARE(m_engine->interest.charts.at(0).instrument, InstrumentId{1});
    QCOMPARE(notice().title(), QStringLiteral("Loading ETHUSDT 1m"));
    m_engine->put(update({}, true));
    QTRY_COMPARE(notice().title(), QStringLiteral("No ETHUSDT 1m bars yet"));
}

void TstChartPanel::closesWhenHidden()
{
    m_panel->hide();
    QTRY_VERIFY(m_engine->interest.charts.empty());
    m_panel->show();
    QTRY_COMPARE(m_engine->interest.charts.size(), std::size_t(1));
}

void TstChartPanel::intervalChangeAsksAnew()
{
    showBars();
    QTest::keyClick(&m_panel->canvas(), Qt::Key_5);
    auto* edit = m_panel->findChild<QWidget*>(QStringLiteral("intervalPrompt"));
    QVERIFY(edit->isVisible());
    QTest::keyClick(edit->findChild<QWidget*>(QStringLiteral("intervalEdit")), Qt::Key_Return);
    QTRY_COMPARE(chart::intervalText(m_engine->interest.charts.at(0).interval), QStringLiteral("5m"));
    QCOMPARE(bars(), std::size_t(0));
}

void TstChartPanel::barsOfTheFormerSubjectAreNotShown()
{
    const ChartUpdate late = update(minuteKlines(0, 50), true);
    m_panel->setInterval(Interval::time(std::chrono::hours(1)));
    m_engine->put(late);
    QTRY_VERIFY(m_engine->isDealtWith());
    QCOMPARE(bars(), std::size_t(0));
}

void TstChartPanel::olderBarsAreAskedForOnce()
{
    showBars();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&m_panel->canvas(), Qt::Key_Home);
    QTRY_COMPARE(m_engine->olderAsked.size(), std::size_t(1));
    m_engine->put(update(minuteKlines(-500, 500), false));
    QTRY_COMPARE(bars(), std::size_t(1'500));
    QTest::keyClick(&m_panel->canvas(), Qt::Key_Home);
    QTRY_COMPARE(m_engine->olderAsked.size(), std::size_t(2));
    ChartUpdate complete = update(minuteKlines(-600, 100), false);
    complete.complete = true;
    m_engine->put(complete);
    QTRY_COMPARE(bars(), std::size_t(1'600));
    QTest::keyClick(&m_panel->canvas(), Qt::Key_Home);
    QCOMPARE(m_engine->olderAsked.size(), std::size_t(2)); // nothing older exists
}

// A moment before the first bar: pages are asked for, one after the other, until it is there.
void TstChartPanel::goesToADate()
{
    showBars();
    const auto& series = m_panel->canvas().series();
    const auto goTo = [this](std::int64_t nanos) {
        m_panel->askForDate();
        auto* edit = m_panel->findChild<QLineEdit*>(QStringLiteral("dateEdit"));
        QVERIFY(edit->isVisible());
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(nanos / 1'000'000, QTimeZone::utc());
        edit->setText(moment.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!edit->isVisible());
    };
    const auto middle = [this] {
        const auto& time = m_panel->canvas().timeScale();
        return m_panel->canvas().series().timeAt(static_cast<std::int64_t>(time.left() + time.visible() / 2));
    };
    const std::int64_t wanted = series.columns().timeAt(500);
    goTo(wanted);
    QCOMPARE(middle(), wanted);
    QVERIFY(m_engine->olderAsked.empty());

    const std::int64_t older = series.columns().timeAt(0) - 900 * 60'000'000'000LL;
    goTo(older);
    QCOMPARE(m_engine->olderAsked.size(), std::size_t(1));
    const std::int64_t before = middle();
    m_engine->put(update(minuteKlines(-600, 600), false));
    QTRY_COMPARE(m_engine->olderAsked.size(), std::size_t(2));
    QCOMPARE(middle(), before); // not moved half way
    QVERIFY2(badge().message().startsWith(QStringLiteral("Going to ")), qPrintable(badge().message()));
    m_engine->put(update(minuteKlines(-1'200, 600), false));
    QTRY_COMPARE(bars(), std::size_t(2'200));
    QTRY_COMPARE(middle(), older);

    m_panel->askForDate(); // a minute chart does not walk back ten years
    auto* edit = m_panel->findChild<QLineEdit*>(QStringLiteral("dateEdit"));
    edit->setText(QStringLiteral("2001-01-01"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(edit->isVisible());
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
}

void TstChartPanel::goBack(int bars)
{
    const std::int64_t wanted = m_panel->canvas().series().columns().timeAt(0) - bars * test::minuteNanos;
    m_panel->askForDate();
    auto* edit = m_panel->findChild<QLineEdit*>(QStringLiteral("dateEdit"));
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(wanted / 1'000'000, QTimeZone::utc());
    edit->setText(moment.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    QTest::keyClick(edit, Qt::Key_Return);
}

void TstChartPanel::theWayToADateEnds_data()
{
    QTest::addColumn<bool>("escape"); // else: nothing older exists
    QTest::newRow("cancelled") << true;
    QTest::newRow("nothing older") << false;
}

void TstChartPanel::theWayToADateEnds()
{
    QFETCH(const bool, escape);
    showBars();
    const double left = m_panel->canvas().timeScale().left();
    goBack(900);
    QTRY_VERIFY(badge().message().startsWith(QStringLiteral("Going to ")));
    if (escape)
        QTest::keyClick(&m_panel->canvas(), Qt::Key_Escape);
    ChartUpdate page = update(minuteKlines(-100, 100), false);
    page.complete = !escape;
    m_engine->put(page);
    QTRY_COMPARE(bars(), std::size_t(1'100));
    QVERIFY(!badge().isVisible());
    QCOMPARE(m_engine->olderAsked.size(), std::size_t(1)); // no further page
    auto* toast = m_panel->findChild<chart::ChartToast*>();
    QCOMPARE(toast->isVisible(), !escape); // "There is nothing older than ..."
    if (escape)
        QCOMPARE(m_panel->canvas().timeScale().left(), left + 100); // the same bars in the same places
    else
        QVERIFY(m_panel->canvas().timeScale().left() <= 0);
}

void TstChartPanel::aPageThatFailsEndsTheWay()
{
    showBars();
    const double left = m_panel->canvas().timeScale().left();
    goBack(900);
    ChartUpdate failed = update({}, false);
    failed.failure = Error{Errc::RateLimited, "/fapi/v1/klines", {}};
    m_engine->put(failed);
    QTRY_VERIFY(badge().message().startsWith(QStringLiteral("Older bars could not be loaded")));
    QCOMPARE(m_panel->canvas().timeScale().left(), left);
    QCOMPARE(m_engine->olderAsked.size(), std::size_t(1));
}

void TstChartPanel::historyOnItsWayIsToldQuietly()
{
    ChartUpdate live = update(minuteKlines(990, 10), true);
    live.loading = true;
    m_engine->put(live);
    QTRY_COMPARE(bars(), std::size_t(10));
    QVERIFY(badge().message().startsWith(QStringLiteral("Loading history")));
    QVERIFY(badge().isVisible());
    QVERIFY(!m_panel->canvas().isStale()); // what is there may be believed
    m_engine->put(update(minuteKlines(0, 990), false));
    QTRY_COMPARE(bars(), std::size_t(1'000));
    QVERIFY(!badge().isVisible());
}

void TstChartPanel::theVenuesReasonIsNamed()
{
    ChartPanel panel(ChartPanel::Context{m_terminal->market(), *m_themes, *m_display, *m_drawings, *m_choices, {}});
    Terminal unreached(*m_engine, QStringLiteral("binance"), Terminal::Environment::Live);
    ChartPanel other(ChartPanel::Context{unreached.market(), *m_themes, *m_display, *m_drawings, *m_choices, {}});
    const auto& words = *other.findChild<chart::ChartNotice*>();
    QCOMPARE(words.title(), QStringLiteral("Waiting for the venue"));
    const Error trouble{Errc::GeoBlocked, "fapi.binance.com", {}};
    other.setVenueTrouble(trouble);
    QCOMPARE(words.text(), errorText(trouble));
    panel.setVenueTrouble(trouble); // its list is there: no such trouble
    QCOMPARE(panel.findChild<chart::ChartNotice*>()->title(), QStringLiteral("No instrument"));
}

void TstChartPanel::latestButtonComesAndGoes()
{
    auto* latest = m_panel->findChild<QToolButton*>(QStringLiteral("latest"));
    showBars();
    QVERIFY(!latest->isVisible());
    QTest::keyClick(&m_panel->canvas(), Qt::Key_Home);
    QVERIFY(latest->isVisible());
    QTest::mouseClick(latest, Qt::LeftButton);
    QVERIFY(m_panel->canvas().isLastVisible());
    QVERIFY(!latest->isVisible());
}

void TstChartPanel::failureOffersToTryAgain()
{
    ChartUpdate failed = update({}, true);
    failed.failure = Error{Errc::Unreachable, "klines BTCUSDT 1m", {}};
    m_engine->put(failed);
    QTRY_COMPARE(notice().title(), QStringLiteral("BTCUSDT 1m could not be loaded"));
    QVERIFY(!notice().text().isEmpty());
    const ChartId before = m_engine->interest.charts.at(0).chart;
    QTest::mouseClick(notice().findChild<QPushButton*>(), Qt::LeftButton);
    QTRY_VERIFY(m_engine->interest.charts.at(0).chart != before);
    QCOMPARE(notice().title(), QStringLiteral("Loading BTCUSDT 1m"));
    showBars();
    QVERIFY(!notice().isVisible());
}

void TstChartPanel::notConnectedOutranksOlderBars()
{
    showBars();
    ChartUpdate failed = update({}, false);
    failed.failure = Error{Errc::Unreachable, "/fapi/v1/klines", {}};
    m_engine->put(failed);
    QTRY_VERIFY(badge().message().startsWith(QStringLiteral("Older bars")));
    QVERIFY(!badge().message().contains(QStringLiteral("/fapi")));
    failed.trust = {TrustState::Down, Errc::Unreachable, {}, wallTime() - std::chrono::milliseconds(12'200)};
    m_engine->put(failed);
    QTRY_COMPARE(badge().message(), QStringLiteral("Not connected: the last data is 12 s old"));
}

void TstChartPanel::staleIsGreyWithItsAge()
{
    showBars();
    QVERIFY(!m_panel->canvas().isStale());
    ChartUpdate stale = update({}, false);
    stale.venueTime = Timestamp::fromMillis(1'723'161'256'000); // a recording's clock: ages are told by ours
    stale.trust = {TrustState::Stale, Errc::Timeout, {}, wallTime() - std::chrono::milliseconds(12'200)};
    m_engine->put(stale);
    QTRY_VERIFY(m_panel->canvas().isStale());
    QVERIFY2(badge().message().startsWith(QStringLiteral("Stale 12 s")), qPrintable(badge().message()));
    QVERIFY(badge().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(badge().message().startsWith(QStringLiteral("Stale 13 s")), 3'000); // it ages by itself
    m_engine->put(update(minuteKlines(999, 2), false));
    QTRY_VERIFY(!m_panel->canvas().isStale());
    QVERIFY(!badge().isVisible());
}

void TstChartPanel::stateIsRemembered()
{
    chart::ChartSettings settings = m_panel->settings();
    QCOMPARE(settings.symbol, QStringLiteral("BTCUSDT"));
    settings.interval = Interval::time(std::chrono::hours(4));
    QVERIFY(m_panel->restore(settings).empty());
    QCOMPARE(m_panel->settings(), settings);
    QTRY_COMPARE(chart::intervalText(m_engine->interest.charts.at(0).interval), QStringLiteral("4h"));
    settings.symbol = QStringLiteral("NOSUCH");
    QCOMPARE(m_panel->restore(settings).size(), std::size_t(1));
    QCOMPARE(m_panel->symbol(), QStringLiteral("BTCUSDT"));
}

SPREADLINE_TEST(TstChartPanel)
#include "tst_chart_panel.moc"
