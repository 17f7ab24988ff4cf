// SPDX-License-Identifier: GPL-3.0-or-later
#include "book_views.h"
#include "ladder/ladder_canvas.h"
#include "ladder/ladder_panel.h"
#include "models/active_instrument.h"
#include "scripted_engine.h"
#include "style/display_options.h"
#include "test_main.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace spreadline;
using spreadline::test::denseBook;
using spreadline::test::ScriptedEngine;

class TstLadderPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void watchesWhatIsActive();
    void hiddenPanelsWatchNothing();
    void groupingIsAskedForAndShown();
    void firstGroupingFitsTheBook();
    void groupedBookShowsTheTrueSpread();
    void staleBookIsGreyWithReason();
    void menuResyncsTheBook();
    void lockButtonRecentres();
    void stateIsRemembered();

private:
    QLabel& banner() const { return *m_panel->findChild<QLabel*>(QStringLiteral("banner")); }
    QLabel& empty() const { return *m_panel->findChild<QLabel*>(QStringLiteral("empty")); }
    std::vector<std::int64_t> groupsWatched() const;
    void put(BookPtr book) { m_engine->put(*book); }

    std::unique_ptr<ScriptedEngine> m_engine;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<ThemeSource> m_themes;
    std::unique_ptr<DisplayOptions> m_display;
    std::unique_ptr<ActiveInstrument> m_active;
    std::unique_ptr<LadderPanel> m_panel;
};

void TstLadderPanel::init()
{
    m_engine = std::make_unique<ScriptedEngine>();
    m_terminal = std::make_unique<Terminal>(*m_engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    m_themes = std::make_unique<ThemeSource>();
    m_display = std::make_unique<DisplayOptions>();
    m_active = std::make_unique<ActiveInstrument>();
    m_panel = std::make_unique<LadderPanel>(m_terminal->market(), *m_themes, *m_display, *m_active);
    m_panel->resize(280, 500);
    m_panel->show();
    m_engine->put(std::vector{test::instrumentOf(0, "BTCUSDT", Price::fromMantissa(1, 1)),
                              test::instrumentOf(1, "ETHUSDT", Price::fromMantissa(1, 2))});
    QTRY_COMPARE(m_terminal->market().instruments().size(), std::size_t(2));
    QVERIFY(empty().isVisible());
    m_active->set(InstrumentId{0});
    QTRY_COMPARE(m_engine->interest.books.size(), std::size_t(1));
}

void TstLadderPanel::cleanup()
{
    m_panel.reset();
    m_active.reset();
    m_display.reset();
    m_themes.reset();
    m_terminal.reset();
    m_engine.reset();
}

std::vector<std::int64_t> TstLadderPanel::groupsWatched() const
{
    std::vector<std::int64_t> groups;
    for (const BookInterest& book : m_engine->interest.books)
        groups.push_back(book.group);
    std::ranges::sort(groups);
    return groups;
}

void TstLadderPanel::watchesWhatIsActive()
{
    QCOMPARE(m_engine->interest.books[0].instrument, InstrumentId{0});
    QVERIFY(empty().text().contains(QStringLiteral("BTCUSDT")));
    put(denseBook(10'000, 60));
    QTRY_VERIFY(!empty().isVisible());
    QVERIFY(!banner().isVisible());
    m_active->set(InstrumentId{1});
    QTRY_COMPARE(m_engine->interest.books[0].instrument, InstrumentId{1});
    QVERIFY(m_panel->canvas().rows().isEmpty());
    put(denseBook(10'000, 60)); // of the former instrument, late
    QTRY_VERIFY(m_engine->isDealtWith());
    QVERIFY(m_panel->canvas().rows().isEmpty());
}

void TstLadderPanel::hiddenPanelsWatchNothing()
{
    m_panel->setGroup(10);
    QTRY_COMPARE(m_engine->interest.books.size(), std::size_t(2));
    m_panel->hide();
    QTRY_VERIFY(m_engine->interest.books.empty());
    m_panel->show();
    QTRY_COMPARE(m_engine->interest.books.size(), std::size_t(2));
}

void TstLadderPanel::groupingIsAskedForAndShown()
{
    put(denseBook(10'000, 60));
    QTRY_COMPARE(m_panel->canvas().rows().row(2).price, 10'002);
    auto* box = m_panel->findChild<QComboBox*>(QStringLiteral("group"));
    QCOMPARE(box->itemText(0), QStringLiteral("0.1"));
    QCOMPARE(box->itemText(3), QStringLiteral("1"));
    box->setCurrentIndex(3);
    Q_EMIT box->activated(3);
    QTRY_COMPARE(groupsWatched(), (std::vector<std::int64_t>{1, 10}));
    put(denseBook(10'000, 60, 10));
    QTRY_COMPARE(m_panel->canvas().rows().row(2).price, 10'020);
    QCOMPARE(m_panel->canvas().rows().row(-2).price, 9'990);
    put(denseBook(10'000, 60)); // the ungrouped book is not what is shown now
    QTRY_VERIFY(m_engine->isDealtWith());
    QCOMPARE(m_panel->canvas().rows().row(2).price, 10'020);
}

void TstLadderPanel::firstGroupingFitsTheBook()
{
    auto sparse = *denseBook(10'000, 60);
    for (std::size_t i = 0; i < 60; ++i) {
        sparse.bids[i].price = 10'000 - 4 * static_cast<std::int64_t>(i);
        sparse.asks[i].price = 10'001 + 4 * static_cast<std::int64_t>(i);
    }
    m_engine->put(sparse);
    QTRY_COMPARE(m_panel->group(), 5);
    m_panel->setGroup(20); // and then the user's choice stays
    m_engine->put(sparse);
    QTRY_VERIFY(m_engine->isDealtWith());
    QCOMPARE(m_panel->group(), 20);
    m_active->set(InstrumentId{1});
    m_active->set(InstrumentId{0});
    QCOMPARE(m_panel->group(), 20);
}

void TstLadderPanel::groupedBookShowsTheTrueSpread()
{
    m_panel->setGroup(10);
    put(denseBook(10'000, 60, 10));
    QTRY_VERIFY(!m_panel->canvas().rows().isEmpty());
    const QRect spread = m_panel->canvas().rowRect(0);
    const QImage unknown = m_panel->canvas().grab(spread).toImage();
    put(test::bookOf({{10'003, 1}}, {{10'004, 1}}));
    QTRY_VERIFY(m_panel->canvas().grab(spread).toImage() != unknown);
    QCOMPARE(m_panel->canvas().rows().row(1).price, 10'010); // the rows stay grouped
}

void TstLadderPanel::staleBookIsGreyWithReason()
{
    put(denseBook(10'000, 60));
    QTRY_VERIFY(!m_panel->canvas().rows().isEmpty());
    auto stale = *denseBook(10'000, 60);
    stale.trust = {TrustState::Stale, Errc::Timeout, {}, Timestamp::fromMillis(QDateTime::currentMSecsSinceEpoch() - 12'500)};
    m_engine->put(stale);
    QTRY_VERIFY(m_panel->canvas().isStale());
    QVERIFY(banner().isVisible());
    QVERIFY2(banner().text().startsWith(QStringLiteral("Stale 12 s")), qPrintable(banner().text()));
    put(denseBook(10'001, 60));
    QTRY_VERIFY(!m_panel->canvas().isStale());
    QVERIFY(!banner().isVisible());
}

void TstLadderPanel::menuResyncsTheBook()
{
    Q_EMIT m_panel->canvas().customContextMenuRequested(QPoint(40, 40));
    auto* resync = m_panel->findChild<QAction*>(QStringLiteral("resync"));
    QVERIFY(resync && resync->isEnabled());
    resync->trigger();
    QCOMPARE(m_engine->resyncAsked, std::vector{InstrumentId{0}});
    m_panel->findChild<QMenu*>()->close();
}

void TstLadderPanel::lockButtonRecentres()
{
    put(denseBook(10'000, 60));
    QTRY_VERIFY(!m_panel->canvas().rows().isEmpty());
    auto* lock = m_panel->findChild<QToolButton*>(QStringLiteral("lock"));
    QVERIFY(lock->isChecked());
    QTest::keyClick(&m_panel->canvas(), Qt::Key_Up);
    QVERIFY(!lock->isChecked());
    QCOMPARE(lock->text(), QStringLiteral("Re-centre"));
    QTest::mouseClick(lock, Qt::LeftButton);
    QVERIFY(m_panel->canvas().isLocked());
}

void TstLadderPanel::stateIsRemembered()
{
    m_panel->setGroup(50);
    QTest::mouseClick(m_panel->findChild<QToolButton*>(QStringLiteral("unit")), Qt::LeftButton);
    QVERIFY(m_panel->canvas().isInQuote());
    const QString state = m_panel->saveState();
    LadderPanel other(m_terminal->market(), *m_themes, *m_display, *m_active);
    other.restoreState(state);
    QCOMPARE(other.group(), 50);
    QVERIFY(other.canvas().isInQuote());
    other.restoreState(QStringLiteral(";;=5;BTCUSDT=x;BTCUSDT=-3"));
    QCOMPARE(other.group(), 50);
}

SPREADLINE_TEST(TstLadderPanel)
#include "tst_ladder_panel.moc"
