// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_rig.h"
#include "runtime/core_thread.h"
#include "runtime/journal_reader.h"
#include "test_main.h"

#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

namespace {

/// Frames as they arrive from the core thread.
class Frames {
public:
    void take(std::unique_ptr<ViewBatch> batch)
    {
        const std::lock_guard lock(m_mutex);
        m_last = batch->frame;
        m_trades += static_cast<std::int64_t>(batch->tapes.empty() ? 0 : batch->tapes.front().trades.size()) + skipped(*batch);
        if (batch->status)
            m_overflows = batch->status->marketOverflows;
        m_came.notify_all();
    }
    bool waitFor(std::int64_t frame)
    {
        std::unique_lock lock(m_mutex);
        return m_came.wait_for(lock, 20s, [&] { return m_last >= frame; });
    }
    std::int64_t trades()
    {
        const std::lock_guard lock(m_mutex);
        return m_trades;
    }

private:
    static std::int64_t skipped(const ViewBatch& batch) { return batch.tapes.empty() ? 0 : batch.tapes.front().skipped; }

    std::mutex m_mutex;
    std::condition_variable m_came;
    std::int64_t m_last = 0;
    std::int64_t m_trades = 0;
    std::int64_t m_overflows = 0;
};

std::vector<StampedEvent> batchOf(std::vector<MarketEvent> events)
{
    std::vector<StampedEvent> batch;
    for (MarketEvent& event : events)
        batch.push_back({minuteAt(0), std::move(event)});
    return batch;
}

ViewInterest tapeInterest()
{
    ViewInterest interest;
    interest.tapes = {first};
    return interest;
}

} // namespace

class TstCoreThread : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersFrames();
    void manyPostersNothingLost();
    void aFullLaneKeepsTrades();
    void refusesAfterStop();
    void aFullControlLaneIsBusy();
    void theEndOfRecordingIsToldOnce();
    void theJournalReplaysToTheSameHash();
    void timeGoesOn();
    void theLastRowsWaitForTheStore_data();
    void theLastRowsWaitForTheStore();
};

void TstCoreThread::answersFrames()
{
    SystemClock clock;
    RecordingFeed feed;
    RecordingStore store;
    Frames frames;
    CoreThread core(clock);
    core.onBatch([&](std::unique_ptr<ViewBatch> batch) { frames.take(std::move(batch)); });
    QVERIFY(core.start(feed, store).hasValue());
    QVERIFY(core.post(RequestFrame{1}));
    QVERIFY(frames.waitFor(1));
    core.stop();
    QCOMPARE(store.instrumentLoads, 1);
}

void TstCoreThread::manyPostersNothingLost()
{
    constexpr int perPoster = 5'000;
    SystemClock clock;
    RecordingFeed feed;
    RecordingStore store;
    Frames frames;
    CoreThread core(clock);
    core.onBatch([&](std::unique_ptr<ViewBatch> batch) { frames.take(std::move(batch)); });
    QVERIFY(core.start(feed, store).hasValue());
    auto lists = batchOf({InstrumentsLoaded{{}, Source::Store}, InstrumentsLoaded{twoInstruments(), Source::Venue}});
    QCOMPARE(core.deliver(lists), 2U);
    QVERIFY(core.post(RequestFrame{1}));
    QVERIFY(frames.waitFor(1));
    QVERIFY(core.post(SetInterest{tapeInterest()}));
    QVERIFY(core.post(RequestFrame{2}));
    QVERIFY(frames.waitFor(2));
    std::thread trades([&] {
        for (int i = 1; i <= perPoster; ++i) {
            auto batch = batchOf({tradeAt(i, minuteAt(0))});
            (void)core.deliver(batch);
        }
    });
    std::thread noise([&] {
        for (int i = 1; i <= perPoster; ++i) {
            auto batch = batchOf({FrameRejected{}, Liquidation{}});
            (void)core.deliver(batch);
        }
    });
    std::thread asking([&] {
        for (int i = 3; i < 200; ++i)
            (void)core.post(RequestFrame{i});
    });
    trades.join();
    noise.join();
    asking.join();
    QVERIFY(core.post(RequestFrame{1'000}));
    core.stop(); // takes in all that waits
    QVERIFY(frames.waitFor(1'000));
    QCOMPARE(core.marketOverflows(), 0);
    QCOMPARE(store.rowsOf<TradeRow>().size(), static_cast<std::size_t>(perPoster));
}

void TstCoreThread::aFullLaneKeepsTrades()
{
    SystemClock clock;
    CoreThread::Config config;
    config.marketCapacity = 4;
    CoreThread core(clock, config); // not started: nothing is taken out
    BookDelta delta;
    auto batch = batchOf({delta, tradeAt(1, {}), delta, delta, delta, tradeAt(2, {}), delta, ChannelTrust{},
                          KlineUpdate{first, minute, bar(1)}, KlineUpdate{first, minute, bar(2, 1, false)}, KlineHistory{},
                          MarkPrice{}, Ticker24h{}});
    // Room for four, then only what cannot be had again: trade 2, trust, the close, the answer.
    QCOMPARE(core.deliver(batch), 8U);
    QCOMPARE(core.marketOverflows(), 5);
    int deltas = 0;
    for (std::size_t i = 8; i < batch.size(); ++i)
        deltas += std::holds_alternative<BookDelta>(batch[i].event) ? 1 : 0;
    QCOMPARE(deltas, 2);
    auto more = batchOf({delta});
    QCOMPARE(core.deliver(more), 0U);
}

void TstCoreThread::refusesAfterStop()
{
    SystemClock clock;
    RecordingFeed feed;
    RecordingStore store;
    CoreThread core(clock);
    QVERIFY(core.start(feed, store).hasValue());
    core.stop();
    QVERIFY(!core.post(RequestFrame{1}));
    core.stop();
}

void TstCoreThread::aFullControlLaneIsBusy()
{
    SystemClock clock;
    CoreThread::Config config;
    config.controlCapacity = 3;
    CoreThread core(clock, config);
    for (int i = 0; i < 3; ++i)
        QVERIFY(core.post(RequestFrame{i}));
    QVERIFY(!core.post(RequestFrame{4}));
}

void TstCoreThread::theEndOfRecordingIsToldOnce()
{
    QTemporaryDir folder;
    SystemClock clock;
    RecordingFeed feed;
    RecordingStore store;
    CoreThread::Config config;
    config.journal.emplace();
    config.journal->folder = folder.path().toStdString() + "/journal";
    config.journal->partSize = 1; // each block begins a part
    CoreThread core(clock, config);
    std::atomic<int> told = 0;
    core.onBatch([&told](std::unique_ptr<ViewBatch> batch) {
        told +=
            static_cast<int>(std::ranges::count(batch->notices, Errc::CannotWrite, [](const Notice& n) { return n.error.code; }));
    });
    QVERIFY(core.start(feed, store).hasValue());
    std::filesystem::remove_all(config.journal->folder);
    std::int64_t frame = 0;
    QTRY_VERIFY_WITH_TIMEOUT((core.post(RequestFrame{++frame}), told > 0), 20'000);
    QVERIFY(!core.journalHealth());
    core.stop();
    QCOMPARE(told.load(), 1);
}

void TstCoreThread::theJournalReplaysToTheSameHash()
{
    QTemporaryDir folder;
    SystemClock clock;
    RecordingFeed feed;
    RecordingStore store;
    CoreThread::Config config;
    config.journal.emplace();
    config.journal->folder = folder.path().toStdString();
    config.journal->start = minuteAt(0);
    CoreThread core(clock, config);
    QVERIFY(core.start(feed, store).hasValue());
    auto batch = batchOf({InstrumentsLoaded{{}, Source::Store}, InstrumentsLoaded{twoInstruments(), Source::Venue}});
    (void)core.deliver(batch);
    QVERIFY(core.post(SetInterest{tapeInterest()}));
    for (int i = 1; i <= 500; ++i) {
        auto trades = batchOf({tradeAt(i, minuteAt(0))});
        (void)core.deliver(trades);
    }
    core.stop();
    QVERIFY(core.journalHealth().hasValue());
    CoreRig again;
    const auto file = std::filesystem::path(config.journal->folder) / "session-1767225600000-0.sprj";
    std::optional<JournalReader::Summary> summary;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            CoreRig fresh;
            summary = *JournalReader::read(file, [&](const CoreEvent& event) { fresh.core.step(event); });
            return summary->finalHash == fresh.core.stateHash();
        }(),
        5'000);
    QCOMPARE(*summary->finalHash, core.finalHash());
}

void TstCoreThread::timeGoesOn()
{
    SystemClock clock;
    RecordingFeed feed;
    RecordingStore store;
    Frames frames;
    CoreThread::Config config;
    config.tick = 5ms;
    CoreThread core(clock, config);
    core.onBatch([&](std::unique_ptr<ViewBatch> batch) { frames.take(std::move(batch)); });
    QVERIFY(core.start(feed, store).hasValue());
    auto batch = batchOf({InstrumentsLoaded{{}, Source::Store}, InstrumentsLoaded{twoInstruments(), Source::Venue}});
    (void)core.deliver(batch);
    QVERIFY(core.post(SetInterest{tapeInterest()}));
    std::int64_t frame = 0;
    QTRY_VERIFY_WITH_TIMEOUT(core.post(RequestFrame{++frame}) && frames.waitFor(frame) && frame > 20, 10'000);
    core.stop();
    QVERIFY(core.finalHash() != 0);
}

void TstCoreThread::theLastRowsWaitForTheStore_data()
{
    QTest::addColumn<bool>("makesRoom");
    QTest::newRow("a full queue is waited for") << true;
    QTest::newRow("what is lost for good is counted") << false;
}

void TstCoreThread::theLastRowsWaitForTheStore()
{
    constexpr std::size_t rows = 5'000;
    QFETCH(bool, makesRoom);
    SystemClock clock;
    RecordingFeed feed;
    RecordingStore store;
    store.accepts = false;
    store.flushMakesRoom = makesRoom;
    Frames frames;
    CoreThread core(clock);
    core.onBatch([&](std::unique_ptr<ViewBatch> batch) { frames.take(std::move(batch)); });
    QVERIFY(core.start(feed, store).hasValue());
    auto begin = batchOf({InstrumentsLoaded{{}, Source::Store}, InstrumentsLoaded{twoInstruments(), Source::Venue}});
    (void)core.deliver(begin);
    QVERIFY(core.post(SetInterest{tapeInterest()}));
    QVERIFY(core.post(RequestFrame{1}));
    QVERIFY(frames.waitFor(1));
    std::vector<MarketEvent> trades;
    for (std::size_t i = 1; i <= rows; ++i)
        trades.emplace_back(tradeAt(static_cast<std::int64_t>(i), minuteAt(0)));
    auto batch = batchOf(std::move(trades));
    QCOMPARE(core.deliver(batch), rows);
    core.stop();
    QCOMPARE(store.rowsOf<TradeRow>().size(), makesRoom ? rows : 0U);
    QCOMPARE(core.rowsLost(), makesRoom ? 0U : rows);
}

SPREADLINE_TEST(TstCoreThread)
#include "tst_core_thread.moc"
