// SPDX-License-Identifier: GPL-3.0-or-later
#include "../runtime/core_rig.h"
#include "test_main.h"

#include "exchange/feed_output.h"
#include "runtime/core_thread.h"

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

namespace {

BookDelta delta(InstrumentId instrument, std::int64_t previous)
{
    return {instrument, previous + 1, previous + 1, previous, minuteAt(0), {2, 3}, {{9'999, previous}}, {}};
}

} // namespace

/// A market lane that is full: what the core refuses, the feed synchronises anew, and a book with a hole is never shown as whole.
class TstOverflow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatTheCoreRefusesIsSynchronisedAnew();
    void theCoreSeesTheHoleItself();
    void aCoreThatHangsIsWaitedFor();
};

void TstOverflow::whatTheCoreRefusesIsSynchronisedAnew()
{
    SystemClock clock;
    RecordingFeed feed;
    CoreThread::Config config;
    config.marketCapacity = 3;
    CoreThread core(clock, config); // not started: nothing is taken out
    FeedOutput output(core, clock);
    output.onBookLost([&feed](InstrumentId instrument) { feed.resyncBook(instrument); });
    for (int i = 0; i < 6; ++i)
        output.put(delta(InstrumentId{i < 3 ? 0U : 1U}, i));
    output.put(tradeAt(1, minuteAt(0)));
    output.flush();
    QCOMPARE(core.marketOverflows(), 3);
    QCOMPARE(output.dropped(), 3);
    QCOMPARE(feed.resyncs, std::vector{InstrumentId{1}}); // once, and not the book that came through whole
    output.put(delta(InstrumentId{0}, 3));
    output.flush();
    QCOMPARE(feed.resyncs, (std::vector{InstrumentId{1}, InstrumentId{0}}));
}

/// Should the feed's word come late: the first change behind the hole does not fit, and the core asks by itself.
void TstOverflow::theCoreSeesTheHoleItself()
{
    CoreRig rig;
    rig.begin();
    rig.watchBook();
    rig.trust(StreamKind::Book, TrustState::Synced);
    rig.market(BookSnapshot{first, 10, minuteAt(0), {2, 3}, {{9'999, 5}}, {{10'001, 7}}});
    rig.market(delta(first, 10));
    rig.step(Timer{Timer::Kind::Tick, 2}); // two changes refused
    rig.market(delta(first, 13));
    QCOMPARE(rig.feed.resyncs, std::vector{first});
    QCOMPARE(rig.frame().books.front()->trust.state, TrustState::Resyncing);
    QCOMPARE(rig.batches.back()->status->marketOverflows, 2);
}

/// Neither lane nor feed grows without end, and no trade is lost: the feed is told to stop listening, and to go on.
void TstOverflow::aCoreThatHangsIsWaitedFor()
{
    SystemClock clock;
    RecordingFeed feed;
    RecordingStore store;
    CoreThread::Config config;
    config.marketCapacity = 5;
    config.marketMost = 20;
    CoreThread core(clock, config); // not started yet: as good as hung
    FeedOutput output(core, clock, 10);
    std::vector<bool> jams;
    output.onJam([&jams](bool jammed) { jams.push_back(jammed); });
    for (int id = 1; jams.empty() && id <= 1'000; ++id) {
        output.put(tradeAt(id, minuteAt(0)));
        output.flush();
    }
    QCOMPARE(jams, std::vector<bool>{true});
    QVERIFY(core.start(feed, store).hasValue());
    QTRY_COMPARE(jams, (std::vector<bool>{true, false}));
    QCOMPARE(output.dropped(), 0);
    QCOMPARE(core.marketOverflows(), 0);
}

SPREADLINE_TEST(TstOverflow)
#include "tst_overflow.moc"
