// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/tape_canvas.h"
#include "market/tape_panel.h"
#include "models/active_instrument.h"
#include "scripted_engine.h"
#include "style/display_options.h"
#include "test_main.h"

#include <QScrollBar>

using namespace spreadline;
using namespace spreadline::test;

namespace {

Trade tradeOf(std::int64_t id, const char* price, const char* quantity, Side side = Side::Buy)
{
    return {InstrumentId{0},
            id,
            Price::parse(price).value(),
            Quantity::parse(quantity).value(),
            side,
            Timestamp::fromMillis(1'763'640'000'000 + id)};
}

TapeUpdate updateOf(std::vector<Trade> trades, bool reset = false)
{
    TapeUpdate update;
    update.reset = reset;
    update.trades = std::move(trades);
    update.trust = synced();
    return update;
}

std::vector<Trade> trades(std::int64_t first, int count)
{
    std::vector<Trade> list;
    for (std::int64_t id = first; id < first + count; ++id)
        list.push_back(tradeOf(id, "100", "1"));
    return list;
}

} // namespace

class TstTape : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newestComesFirst();
    void staysBounded();
    void filtersBySizeExactly();
    void marksWhatStandsOut();
    void countsSkipped();
    void ignoresOtherInstruments();
    void watchesTheActiveInstrumentWhileShown();
    void standsStillWhenScrolled();
};

void TstTape::newestComesFirst()
{
    TapeHistory history;
    history.start(InstrumentId{0});
    QCOMPARE(history.add(updateOf({tradeOf(1, "100", "1"), tradeOf(2, "101", "1")})), 2);
    QCOMPARE(history.at(0).trade.id, 2);
    QCOMPARE(history.at(1).trade.id, 1);
    history.add(updateOf({tradeOf(9, "102", "1")}, true));
    QCOMPARE(history.size(), std::size_t{1});
}

void TstTape::staysBounded()
{
    TapeHistory history;
    history.start(InstrumentId{0});
    for (int i = 0; i < 5; ++i)
        history.add(updateOf(trades(i * 1'000, 1'000)));
    QCOMPARE(history.size(), TapeHistory::capacity);
    QCOMPARE(history.at(0).trade.id, 4'999);
    history.setMinimum(Money::fromMantissa(0, 0));
    QCOMPARE(history.size(), TapeHistory::capacity);
}

void TstTape::filtersBySizeExactly()
{
    TapeHistory history;
    history.start(InstrumentId{0});
    history.setMinimum(Money::parse("1000").value());
    QCOMPARE(history.add(updateOf({tradeOf(1, "100.1", "9.99"), tradeOf(2, "100", "10"), tradeOf(3, "0.1", "9999.9999")})), 1);
    QCOMPARE(history.at(0).trade.id, 2);
    history.setMinimum(std::nullopt);
    QCOMPARE(history.size(), std::size_t{3});
}

void TstTape::marksWhatStandsOut()
{
    TapeHistory history;
    history.start(InstrumentId{0});
    history.add(updateOf(trades(1, 60)));
    history.add(updateOf({tradeOf(61, "100", "5"), tradeOf(62, "100", "50")}));
    QCOMPARE(history.at(0).large, true);
    QCOMPARE(history.at(1).large, false);
}

void TstTape::countsSkipped()
{
    TapeHistory history;
    history.start(InstrumentId{0});
    TapeUpdate update = updateOf(trades(1, 1));
    update.skipped = 40;
    history.add(update);
    history.add(update);
    QCOMPARE(history.skipped(), 80);
    history.start(InstrumentId{0});
    QCOMPARE(history.skipped(), 0);
}

void TstTape::ignoresOtherInstruments()
{
    TapeHistory history;
    history.start(InstrumentId{7});
    QCOMPARE(history.add(updateOf(trades(1, 3))), 0);
    QCOMPARE(history.size(), std::size_t{0});
}

void TstTape::watchesTheActiveInstrumentWhileShown()
{
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    ThemeSource themes;
    DisplayOptions display;
    ActiveInstrument active;
    TapePanel panel({terminal.market(), themes, display, active});
    active.set(InstrumentId{0});
    engine.put(threeInstruments());
    panel.show();
    QTRY_COMPARE(engine.interest.tapes, std::vector{InstrumentId{0}});
    active.set(InstrumentId{2});
    QTRY_COMPARE(engine.interest.tapes, std::vector{InstrumentId{2}});
    panel.hide();
    QTRY_VERIFY(engine.interest.tapes.empty());
}

void TstTape::standsStillWhenScrolled()
{
    TapeHistory history;
    ThemeSource themes;
    TapeCanvas canvas(history, themes);
    canvas.resize(260, 300);
    canvas.show();
    history.start(InstrumentId{0});
    canvas.historyChanged(history.add(updateOf(trades(1, 100))));
    canvas.verticalScrollBar()->setValue(10);
    QVERIFY(canvas.isPaused());
    canvas.historyChanged(history.add(updateOf(trades(101, 5))));
    QCOMPARE(canvas.verticalScrollBar()->value(), 15);
    QCOMPARE(canvas.waiting(), 5);
    QTest::keyClick(&canvas, Qt::Key_Home);
    QVERIFY(!canvas.isPaused());
    QCOMPARE(canvas.waiting(), 0);
}

SPREADLINE_TEST(TstTape)
#include "tst_tape.moc"
