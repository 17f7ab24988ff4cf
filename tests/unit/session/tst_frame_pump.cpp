// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording_ports.h"
#include "runtime/core_thread.h"
#include "session/frame_pump.h"
#include "session/local_engine.h"
#include "session/market_view.h"
#include "session/terminal.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::test;

namespace {

/// An engine that answers when the test says so.
class ScriptedEngine final : public EngineLink {
public:
    bool post(Command command) override
    {
        if (busy)
            return false;
        if (const auto* frame = std::get_if<RequestFrame>(&command))
            frames.push_back(frame->frame);
        else
            commands.push_back(std::move(command));
        return true;
    }
    void onBatch(std::function<void(std::unique_ptr<ViewBatch>)> take) override { deliver = std::move(take); }
    void answer(ViewBatch batch = {})
    {
        batch.frame = frames.back();
        deliver(std::make_unique<ViewBatch>(std::move(batch)));
        QCoreApplication::sendPostedEvents();
    }

    bool busy = false;
    std::vector<std::int64_t> frames;
    std::vector<Command> commands;
    std::function<void(std::unique_ptr<ViewBatch>)> deliver;
};

std::shared_ptr<const std::vector<Instrument>> twoInstruments()
{
    std::vector<Instrument> list(2);
    list[0].symbol = "AAAUSDT";
    list[1].id = InstrumentId{1};
    list[1].symbol = "BBBUSDT";
    return std::make_shared<const std::vector<Instrument>>(list);
}

} // namespace

class TstFramePump : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneFrameAtATime();
    void busyEngineCounts();
    void hiddenWindowAsksForNothing();
    void lateBatchMeetsAClosedDoor();
    void interestIsSentOncePerTurn();
    void interestIsSentAgainWhenBusy();
    void panelsThatGoTakeTheirWishesAlong();
    void factsArrive();
    void barsOfAnotherIntervalAreDropped();
    void worksWithARealCore();
};

void TstFramePump::oneFrameAtATime()
{
    ScriptedEngine engine;
    FramePump pump(engine);
    int arrived = 0;
    connect(&pump, &FramePump::batchArrived, this, [&] { ++arrived; });
    for (int i = 0; i < 4; ++i)
        pump.pulse();
    QCOMPARE(engine.frames.size(), 1U);
    QVERIFY2(pump.skippedFrames() == 0, "an engine that has never answered is starting, not busy");
    engine.answer();
    QCOMPARE(arrived, 1);
    for (int i = 0; i < 4; ++i)
        pump.pulse();
    QCOMPARE(engine.frames.size(), 2U);
    QCOMPARE(pump.skippedFrames(), 3);
    engine.answer();
    pump.pulse();
    QCOMPARE(engine.frames.size(), 3U);
    QCOMPARE(pump.skippedFrames(), 3);
    for (int i = 0; i < 1'000; ++i) // an answer that never comes is asked for again after a while
        pump.pulse();
    QVERIFY(engine.frames.size() >= 5U && engine.frames.size() <= 7U);
}

void TstFramePump::busyEngineCounts()
{
    ScriptedEngine engine;
    FramePump pump(engine);
    pump.pulse();
    engine.answer();
    engine.busy = true;
    pump.pulse();
    pump.pulse();
    QCOMPARE(pump.skippedFrames(), 2);
    engine.busy = false;
    pump.pulse();
    QCOMPARE(engine.frames.size(), 2U);
}

void TstFramePump::hiddenWindowAsksForNothing()
{
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    QTRY_VERIFY(!engine.frames.empty());
    engine.answer();
    terminal.setActive(false);
    const auto asked = engine.frames.size();
    QTest::qWait(5 * FramePump::period);
    QCOMPARE(engine.frames.size(), asked);
    terminal.setActive(true);
    QTRY_VERIFY(engine.frames.size() > asked);
}

void TstFramePump::lateBatchMeetsAClosedDoor()
{
    ScriptedEngine engine;
    {
        FramePump pump(engine);
        pump.pulse();
    }
    engine.answer(); // must not touch the pump that is gone
    {
        FramePump pump(engine);
        pump.pulse();
        engine.deliver(std::make_unique<ViewBatch>());
    }
    QCoreApplication::sendPostedEvents();
    QCOMPARE(engine.frames.size(), 2U);
}

void TstFramePump::interestIsSentOncePerTurn()
{
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    MarketView& market = terminal.market();
    const ChartId one = market.openChart(InstrumentId{0}, Interval::time(std::chrono::minutes(1)));
    const ChartId two = market.openChart(InstrumentId{1}, Interval::time(std::chrono::minutes(1)));
    QVERIFY(one != two);
    market.watchTape(this, InstrumentId{1});
    market.closeChart(one);
    QTRY_COMPARE(engine.commands.size(), 1U);
    const ViewInterest interest = std::get<SetInterest>(engine.commands[0]).interest;
    QCOMPARE(interest.charts.size(), 1U);
    QCOMPARE(interest.charts[0].chart, two);
    QCOMPARE(interest.tapes, std::vector{InstrumentId{1}});
    market.loadOlder(two);
    market.loadOlder(one);
    market.resyncBook(InstrumentId{0});
    QCOMPARE(engine.commands.size(), 3U);
    QCOMPARE(std::get<LoadOlder>(engine.commands[1]).chart, two);
}

void TstFramePump::interestIsSentAgainWhenBusy()
{
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    engine.busy = true;
    terminal.market().watchTape(this, InstrumentId{0});
    QCoreApplication::sendPostedEvents();
    terminal.market().watchTape(this, InstrumentId{1});
    QCoreApplication::sendPostedEvents();
    engine.busy = false;
    QTRY_VERIFY(!engine.commands.empty());
    QCOMPARE(engine.commands.size(), 1U);
    QCOMPARE(std::get<SetInterest>(engine.commands[0]).interest.tapes, std::vector{InstrumentId{1}});
}

void TstFramePump::panelsThatGoTakeTheirWishesAlong()
{
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    auto panel = std::make_unique<QObject>();
    terminal.market().watchBook(panel.get(), {InstrumentId{0}, 20, 1});
    terminal.market().watchBook(panel.get(), {InstrumentId{0}, 20, 5});
    terminal.market().watchBook(this, {InstrumentId{0}, 20, 5});
    QTRY_COMPARE(engine.commands.size(), 1U);
    QCOMPARE(std::get<SetInterest>(engine.commands[0]).interest.books.size(), 1U);
    terminal.market().unwatchBook(this);
    panel.reset();
    QTRY_COMPARE(engine.commands.size(), 2U);
    QVERIFY(std::get<SetInterest>(engine.commands[1]).interest.books.empty());
}

void TstFramePump::factsArrive()
{
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    MarketView& market = terminal.market();
    std::vector<InstrumentId> changed;
    int lists = 0;
    QString notice;
    connect(&market, &MarketView::tickersChanged, this, [&](const std::vector<InstrumentId>& ids) { changed = ids; });
    connect(&market, &MarketView::instrumentsChanged, this, [&] { ++lists; });
    connect(&terminal, &Terminal::noticed, this, [&](const Notice& n) { notice = QString::fromStdString(logText(n.error)); });
    QTRY_VERIFY(!engine.frames.empty());
    QVERIFY(market.find(QStringLiteral("BBBUSDT")) == nullptr);
    ViewBatch batch;
    batch.instruments = twoInstruments();
    TickerRow row;
    row.instrument = InstrumentId{1};
    row.last = Price::fromMantissa(7, 0);
    TickerRow nonsense;
    nonsense.instrument = InstrumentId{9};
    batch.tickers = {row, nonsense};
    batch.status.emplace().marketOverflows = 3;
    batch.notices.push_back({Severity::Alarm, {Errc::Full, "lane", {}}, {}});
    engine.answer(std::move(batch));
    QCOMPARE(lists, 1);
    QCOMPARE(changed, std::vector{InstrumentId{1}});
    QCOMPARE(market.find(QStringLiteral("BBBUSDT"))->id, InstrumentId{1});
    QVERIFY(market.ticker(InstrumentId{0}) == nullptr);
    QCOMPARE(*market.ticker(InstrumentId{1})->last, Price::fromMantissa(7, 0));
    QVERIFY(market.ticker(InstrumentId{9}) == nullptr);
    QCOMPARE(terminal.status().marketOverflows, 3);
    QCOMPARE(notice, QStringLiteral("Full at lane"));
}

void TstFramePump::barsOfAnotherIntervalAreDropped()
{
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    MarketView& market = terminal.market();
    const Interval minute = Interval::time(std::chrono::minutes(1));
    const Interval hour = Interval::time(std::chrono::hours(1));
    int updates = 0;
    connect(&market, &MarketView::chartChanged, this, [&] { ++updates; });
    const ChartId chart = market.openChart(InstrumentId{0}, minute);
    QTRY_VERIFY(!engine.frames.empty());
    const auto answer = [&](Interval interval) {
        ViewBatch batch;
        ChartUpdate& update = batch.charts.emplace_back();
        update.chart = chart;
        update.interval = interval;
        engine.answer(std::move(batch));
    };
    answer(minute);
    QCOMPARE(updates, 1);
    market.changeChart(chart, InstrumentId{0}, hour);
    answer(minute);
    QCOMPARE(updates, 1);
    answer(hour);
    QCOMPARE(updates, 2);
}

void TstFramePump::worksWithARealCore()
{
    SystemClock clock;
    RecordingFeed feed;
    RecordingStore store;
    CoreThread core(clock);
    LocalEngine engine(core);
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    QVERIFY(core.start(feed, store).hasValue());
    std::vector<StampedEvent> batch{{clock.now(), InstrumentsLoaded{{}, Source::Store}},
                                    {clock.now(), InstrumentsLoaded{*twoInstruments(), Source::Venue}}};
    (void)core.deliver(batch);
    QTRY_COMPARE(terminal.market().instruments().size(), 2U);
    int resets = 0;
    connect(&terminal.market(), &MarketView::chartChanged, this,
            [&](const ChartUpdate& update) { resets += update.reset ? 1 : 0; });
    terminal.market().openChart(InstrumentId{1}, Interval::time(std::chrono::minutes(1)));
    QTRY_COMPARE(resets, 1);
    core.stop();
}

SPREADLINE_TEST(TstFramePump)
#include "tst_frame_pump.moc"
