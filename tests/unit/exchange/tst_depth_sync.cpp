// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/depth_sync.h"
#include "test_main.h"

#include <rapidcheck.h>

#include <map>

using namespace spreadline;

namespace {

using Levels = std::map<std::int64_t, std::int64_t>;

BookDelta delta(std::int64_t first, std::int64_t last, std::int64_t previous, std::vector<BookLevel> bids = {})
{
    BookDelta made;
    made.firstId = first;
    made.lastId = last;
    made.previousLast = previous;
    made.bids = std::move(bids);
    return made;
}

BookSnapshot snapshot(std::int64_t id)
{
    BookSnapshot made;
    made.updateId = id;
    return made;
}

/// A venue's one-sided book and the stream of its changes.
struct World {
    std::vector<Levels> after; ///< the true book after each event
    std::vector<BookDelta> events;
};

World makeWorld(int count)
{
    World world;
    Levels book;
    std::int64_t last = 100;
    for (int i = 0; i < count; ++i) {
        const auto span = *rc::gen::inRange<std::int64_t>(1, 4);
        std::vector<BookLevel> changes;
        for (int change = *rc::gen::inRange(0, 4); change > 0; --change) {
            const BookLevel level{*rc::gen::inRange<std::int64_t>(1, 9), *rc::gen::inRange<std::int64_t>(0, 4)};
            changes.push_back(level);
            level.quantity == 0 ? static_cast<void>(book.erase(level.price))
                                : static_cast<void>(book[level.price] = level.quantity);
        }
        world.events.push_back(delta(last + 1, last + span, last, changes));
        last += span;
        world.after.push_back(book);
    }
    return world;
}

/// The naive model: takes what is put out on trust, and knows where it stands.
struct Model {
    Levels levels;
    std::int64_t id = 0;

    void take(const std::vector<MarketEvent>& events)
    {
        for (const MarketEvent& event : events) {
            if (const auto* book = std::get_if<BookSnapshot>(&event)) {
                levels.clear();
                for (const BookLevel& level : book->bids)
                    levels[level.price] = level.quantity;
                id = book->updateId;
                continue;
            }
            const auto& change = std::get<BookDelta>(event);
            RC_ASSERT(change.previousLast == id);
            for (const BookLevel& level : change.bids)
                level.quantity == 0 ? static_cast<void>(levels.erase(level.price))
                                    : static_cast<void>(levels[level.price] = level.quantity);
            id = change.lastId;
        }
    }
};

BookSnapshot snapshotOf(const World& world, std::size_t event)
{
    BookSnapshot made = snapshot(world.events[event].lastId);
    for (const auto& [price, quantity] : world.after[event])
        made.bids.push_back({price, quantity});
    return made;
}

} // namespace

class TstDepthSync : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheRecipe()
    {
        DepthSync sync{InstrumentId{0}};
        std::vector<MarketEvent> out;
        QVERIFY(sync.start().fetchSnapshot);
        QVERIFY(!sync.onDelta(delta(5, 9, 4), out).fetchSnapshot); // one is on its way
        sync.onDelta(delta(10, 15, 9), out);
        sync.onDelta(delta(16, 20, 15), out);
        QVERIFY(out.empty());
        const auto step = sync.onSnapshot(snapshot(12), out);
        QVERIFY(step.synced && !step.resync && sync.isSynced());
        QCOMPARE(out.size(), std::size_t{3}); // the snapshot, the event over it, the one after; 5-9 is in the snapshot
        QCOMPARE(std::get<BookDelta>(out[1]).previousLast, 12);
        QCOMPARE(std::get<BookDelta>(out[2]).previousLast, 15);
        QCOMPARE(sync.lastId(), 20);
    }
    void vouchesOnlyWithAnEventOverTheSnapshot()
    {
        DepthSync sync{InstrumentId{0}};
        std::vector<MarketEvent> out;
        sync.start();
        QVERIFY(!sync.onSnapshot(snapshot(12), out).synced);
        QVERIFY(!sync.onDelta(delta(8, 11, 7), out).synced);
        QVERIFY(sync.onDelta(delta(13, 14, 12), out).synced); // begins exactly after it
        QCOMPARE(out.size(), std::size_t{2});
    }
    void leavesOutTheEventThatEndsAtTheSnapshot()
    {
        DepthSync sync{InstrumentId{0}};
        std::vector<MarketEvent> out;
        sync.start();
        sync.onDelta(delta(8, 12, 7), out);
        QVERIFY(sync.onSnapshot(snapshot(12), out).synced);
        QCOMPARE(out.size(), std::size_t{1});
        QVERIFY(!sync.onDelta(delta(13, 14, 12), out).resync);
        QCOMPARE(out.size(), std::size_t{2});
    }
    void fetchesAgainWhenTheSnapshotIsTooOld()
    {
        DepthSync sync{InstrumentId{0}};
        std::vector<MarketEvent> out;
        sync.start();
        sync.onDelta(delta(20, 25, 19), out);
        const auto step = sync.onSnapshot(snapshot(10), out);
        QVERIFY(step.fetchSnapshot && step.resync && step.resync->code == Errc::StaleSnapshot);
        QVERIFY(sync.onSnapshot(snapshot(22), out).synced);
    }
    void resyncsOnAGap()
    {
        DepthSync sync{InstrumentId{0}};
        std::vector<MarketEvent> out;
        sync.start();
        sync.onDelta(delta(1, 5, 0), out);
        QVERIFY(sync.onSnapshot(snapshot(3), out).synced);
        const auto step = sync.onDelta(delta(9, 12, 8), out);
        QVERIFY(step.resync && step.resync->code == Errc::SequenceGap && step.fetchSnapshot && !sync.isSynced());
        QVERIFY(sync.onSnapshot(snapshot(10), out).synced); // the event that showed the gap was kept
        QCOMPARE(sync.lastId(), 12);
    }
    void repeatsAreNothing()
    {
        DepthSync sync{InstrumentId{0}};
        std::vector<MarketEvent> out;
        sync.start();
        sync.onDelta(delta(1, 5, 0), out);
        sync.onDelta(delta(1, 5, 0), out);
        sync.onSnapshot(snapshot(3), out);
        QVERIFY(!sync.onDelta(delta(1, 5, 0), out).resync);
        sync.onDelta(delta(6, 7, 5), out);
        QVERIFY(!sync.onDelta(delta(6, 7, 5), out).resync);
        QCOMPARE(out.size(), std::size_t{3});
    }
    void startsAnewWhenTheSequenceGoesBack()
    {
        DepthSync sync{InstrumentId{0}};
        std::vector<MarketEvent> out;
        sync.start();
        sync.onDelta(delta(1'000, 1'005, 999), out);
        sync.onSnapshot(snapshot(1'003), out);
        QVERIFY(sync.onDelta(delta(1, 2, 0), out).fetchSnapshot);
        QVERIFY(sync.onSnapshot(snapshot(2), out).synced);
        QCOMPARE(sync.lastId(), 2);
    }
    void givesUpASnapshotThatStaysAhead()
    {
        // Taken before the venue's count began anew: no event will ever reach it.
        DepthSync::Limits limits;
        limits.patience = 5;
        DepthSync sync(InstrumentId{0}, limits);
        std::vector<MarketEvent> out;
        sync.start();
        sync.onSnapshot(snapshot(1'000'000), out);
        bool fetched = false;
        for (int i = 0; i < 10 && !fetched; ++i)
            fetched = sync.onDelta(delta(i + 1, i + 1, i), out).fetchSnapshot;
        QVERIFY(fetched);
    }
    void memoryIsBounded()
    {
        DepthSync::Limits limits;
        limits.deltas = 10;
        DepthSync sync(InstrumentId{0}, limits);
        std::vector<MarketEvent> out;
        sync.start();
        for (int i = 0; i < 1'000; ++i)
            sync.onDelta(delta(i + 1, i + 1, i), out);
        QCOMPARE(sync.buffered(), std::size_t{10});
        QVERIFY(sync.onSnapshot(snapshot(995), out).synced);
    }
    void neverWrongWhateverTheNetworkDoes()
    {
        const bool holds = rc::check("synced means equal to the venue's book", [] {
            const int count = 60;
            const World world = makeWorld(count);
            DepthSync sync{InstrumentId{0}};
            Model model;
            constexpr std::size_t none = SIZE_MAX;
            std::size_t answer = none; // the event the awaited snapshot was taken at
            std::size_t delay = 0;
            const auto follow = [&](const DepthSync::Step& step, std::size_t now) {
                if (step.fetchSnapshot) {
                    answer = now > 3 ? now - *rc::gen::inRange<std::size_t>(0, 3) : now;
                    delay = *rc::gen::inRange<std::size_t>(0, 6);
                }
            };
            follow(sync.start(), 0);
            std::vector<BookDelta> late;
            for (std::size_t i = 0; i < world.events.size(); ++i) {
                const bool isCalm = i + 15 > world.events.size(); // and in the end everything must come right
                const int fault = isCalm ? 99 : *rc::gen::inRange(0, 20);
                std::vector<BookDelta> sent;
                if (fault == 0)
                    late.push_back(world.events[i]); // held back: reordered
                else if (fault != 1)                 // 1: lost
                    sent.push_back(world.events[i]);
                if (fault == 2)
                    sent.push_back(world.events[i]);
                if (fault == 3) {
                    sent.insert(sent.end(), late.begin(), late.end());
                    late.clear();
                }
                if (fault == 4)
                    follow(sync.start(), i); // reconnected
                for (const BookDelta& event : sent) {
                    std::vector<MarketEvent> out;
                    follow(sync.onDelta(event, out), i);
                    model.take(out);
                }
                if (answer != none && (isCalm || delay-- == 0)) {
                    const std::size_t at = std::exchange(answer, none);
                    std::vector<MarketEvent> out;
                    follow(sync.onSnapshot(snapshotOf(world, at), out), i);
                    model.take(out);
                }
                if (sync.isSynced()) {
                    RC_ASSERT(model.id == sync.lastId());
                    const auto found = std::ranges::find(world.events, model.id, &BookDelta::lastId);
                    RC_ASSERT(found != world.events.end());
                    RC_ASSERT(model.levels == world.after[static_cast<std::size_t>(found - world.events.begin())]);
                }
            }
            RC_ASSERT(sync.isSynced());
        });
        QVERIFY(holds);
    }
};

SPREADLINE_TEST(TstDepthSync)
#include "tst_depth_sync.moc"
