// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/trade_sequence.h"
#include "test_main.h"

#include <rapidcheck.h>

using namespace spreadline;

namespace {

Trade trade(std::int64_t id, std::int64_t millis = 0)
{
    Trade made;
    made.id = id;
    made.time = Timestamp::fromMillis(millis != 0 ? millis : 1'000'000 + id);
    return made;
}

std::vector<std::int64_t> idsOf(const std::vector<Trade>& trades)
{
    std::vector<std::int64_t> ids;
    for (const Trade& one : trades)
        ids.push_back(one.id);
    return ids;
}

using Ids = std::vector<std::int64_t>;

} // namespace

class TstTradeSequence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsBackUntilTheHoleIsFilled()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        sequence.onTrade(trade(10), out);
        sequence.onTrade(trade(11), out);
        const auto step = sequence.onTrade(trade(15), out);
        QVERIFY((step.backfill == TradeSequence::Range{12, 14}));
        QVERIFY(!sequence.onTrade(trade(16), out).backfill); // asked already
        QVERIFY((idsOf(out) == Ids{10, 11}));
        const std::vector<Trade> answer{trade(11), trade(12), trade(13), trade(14), trade(15), trade(16), trade(17)};
        const auto filled = sequence.onBackfill(answer, out);
        QVERIFY(!filled.backfill && filled.lost == 0);
        QVERIFY((idsOf(out) == Ids{10, 11, 12, 13, 14, 15, 16}));
    }
    void dropsRepeats()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        for (const int id : {5, 5, 6, 5, 6, 7})
            sequence.onTrade(trade(id), out);
        QVERIFY((idsOf(out) == Ids{5, 6, 7}));
        QCOMPARE(sequence.duplicates(), 3);
    }
    void lateFramesFillToo()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        sequence.onTrade(trade(1), out);
        QVERIFY(sequence.onTrade(trade(3), out).backfill);
        sequence.onTrade(trade(2), out);
        QVERIFY((idsOf(out) == Ids{1, 2, 3}));
        QVERIFY(!sequence.onBackfill({}, out).backfill);
    }
    void asksAgainForTheRestAndGivesUpWhenFruitless()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        sequence.onTrade(trade(1), out);
        QVERIFY((sequence.onTrade(trade(5), out).backfill == TradeSequence::Range{2, 4}));
        const std::vector<Trade> part{trade(2)};
        QVERIFY((sequence.onBackfill(part, out).backfill == TradeSequence::Range{3, 4}));
        QVERIFY(sequence.onBackfill({}, out).backfill);
        QVERIFY(sequence.onBackfill({}, out).backfill);
        QCOMPARE(sequence.onBackfill({}, out).lost, 0); // alone behind a hole that nobody can fill: is it one?
        QVERIFY((idsOf(out) == Ids{1, 2}));
        QVERIFY(!sequence.isWaiting() && sequence.withholds());
        QCOMPARE(sequence.onTrade(trade(6), out).lost, 2);
        QVERIFY((idsOf(out) == Ids{1, 2, 5, 6}));
        QVERIFY(!sequence.isWaiting() && !sequence.withholds());
    }
    void isBounded()
    {
        TradeSequence::Limits limits;
        limits.held = 10;
        limits.hole = 100;
        TradeSequence sequence(limits);
        std::vector<Trade> out;
        for (const int id : {1, 2})
            sequence.onTrade(trade(id), out);
        QVERIFY(!sequence.onTrade(trade(1'000), out).backfill); // it could be a slip
        const auto step = sequence.onTrade(trade(1'001), out);
        QCOMPARE(step.lost, 897); // of a hole too long to ask for only the newest part is asked
        QVERIFY((step.backfill == TradeSequence::Range{900, 999}));
        std::int64_t lost = 0;
        for (int id = 1'002; id < 1'012; ++id)
            lost += sequence.onTrade(trade(id), out).lost;
        QCOMPARE(lost, 100);
        QVERIFY(!sequence.isWaiting());
    }
    void theFirstTradeNeedsASecond()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        sequence.onTrade(trade(std::int64_t{1} << 60, 1'000), out);
        QVERIFY(out.empty() && sequence.hasTrades());
        QCOMPARE(sequence.onTrade(trade(10, 2'000), out).odd, 1);
        sequence.onTrade(trade(11, 2'001), out);
        QVERIFY((idsOf(out) == Ids{10, 11}));
        QCOMPARE(sequence.firstId(), 10);
    }
    void theFirstTwoMayComeTheWrongWayRound()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        sequence.onTrade(trade(6), out);
        QCOMPARE(sequence.onTrade(trade(5), out).odd, 0);
        QVERIFY((idsOf(out) == Ids{5, 6}));
    }
    void aLoneOddIdMovesNothing_data()
    {
        QTest::addColumn<qint64>("id");
        QTest::addColumn<qint64>("later"); // ms
        QTest::newRow("absurdly far ahead") << (qint64(1) << 62) << qint64(1);
        QTest::newRow("further ahead than can be asked for") << qint64(1'000 + 50'000) << qint64(1);
        QTest::newRow("ahead, as if some were missing") << qint64(1'000 + 5'000) << qint64(1);
        QTest::newRow("from long ago, later") << qint64(3) << qint64(1'500);
    }
    void aLoneOddIdMovesNothing()
    {
        QFETCH(qint64, id);
        QFETCH(qint64, later);
        TradeSequence sequence;
        std::vector<Trade> out;
        Ids expected;
        std::int64_t odd = 0, millis = 10'000;
        for (std::int64_t i = 998; i < 1'040; ++i, millis += 200) {
            expected.push_back(i);
            odd += sequence.onTrade(trade(i, millis), out).odd;
            if (i != 1'000)
                continue;
            const auto step = sequence.onTrade(trade(id, millis + later), out);
            QVERIFY(!step.restarted && step.lost == 0);
        }
        QCOMPARE(idsOf(out), expected);
        QCOMPARE(odd, 1);
        QVERIFY(!sequence.isWaiting());
    }
    void aLoneOddIdIsNotBelievedBecauseNobodyCanFillTheHole()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        for (const int id : {1, 2})
            sequence.onTrade(trade(id), out);
        auto step = sequence.onTrade(trade(9'000, 1'000'003), out);
        while (step.backfill)
            step = sequence.onBackfill({}, out);
        sequence.onTrade(trade(3), out);
        QCOMPARE(sequence.onTrade(trade(4), out).odd, 1);
        QVERIFY((idsOf(out) == Ids{1, 2, 3, 4}));
    }
    void tradesFromBeforeSayNothingAboutAJump()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        for (const int id : {1, 2})
            sequence.onTrade(trade(id), out);
        sequence.onTrade(trade(90'000), out); // after an outage; what was missed comes by REST
        for (const int id : {3, 4, 5})
            QCOMPARE(sequence.onTrade(trade(id), out).odd, 0);
        QVERIFY(sequence.onTrade(trade(90'001), out).backfill);
    }
    void beginsAnewWhenTheIdsDo_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<qint64>("after");
        QTest::addColumn<qint64>("later"); // ms
        QTest::newRow("from one") << qint64(1'000) << qint64(1) << qint64(20'000);
        QTest::newRow("from one, at once") << qint64(1'000'000) << qint64(1) << qint64(3);
        QTest::newRow("from far ahead") << qint64(1'000) << (qint64(1) << 60) << qint64(3);
    }
    void beginsAnewWhenTheIdsDo()
    {
        QFETCH(qint64, before);
        QFETCH(qint64, after);
        QFETCH(qint64, later);
        TradeSequence sequence;
        std::vector<Trade> out;
        sequence.onTrade(trade(before - 1, 49'999), out);
        sequence.onTrade(trade(before, 50'000), out);
        QVERIFY(!sequence.onTrade(trade(after, 50'000 + later), out).restarted);
        const auto step = sequence.onTrade(trade(after + 1, 50'001 + later), out);
        QVERIFY(step.restarted && step.lost == 0 && step.odd == 0);
        sequence.onTrade(trade(after + 2, 50'002 + later), out);
        QCOMPARE(idsOf(out), (Ids{before - 1, before, after, after + 1, after + 2}));
        for (const std::int64_t old : {before - 1, before}) // the other connection was slower
            QVERIFY(!sequence.onTrade(trade(old, 50'000), out).restarted);
        QCOMPARE(out.size(), std::size_t{5});
    }
    void aSeedIsFollowedWithoutAHole()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        sequence.onTrade(trade(66), out);
        const auto step = sequence.startAfter(trade(10), out);
        QVERIFY((step.backfill == TradeSequence::Range{11, 65}));
        QVERIFY(out.empty());
        sequence.startAfter(trade(90), out); // late: the trades tell more
        QCOMPARE(sequence.lastId(), 10);
    }
    void aSeedVouchesForTheFirstTrade()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        sequence.onTrade(trade(66), out);
        sequence.startAfter(trade(65), out);
        QVERIFY((idsOf(out) == Ids{66}));
        TradeSequence other;
        out.clear();
        other.onTrade(trade(66), out);
        other.startAfter(trade(70), out);
        QVERIFY(out.empty()); // it is in the seed
        other.onTrade(trade(71), out);
        QVERIFY((idsOf(out) == Ids{71}));
    }
    void risesWithoutHolesWhateverTheNetworkDoes()
    {
        const bool holds = rc::check("every trade once and in order, once backfills are answered", [] {
            TradeSequence sequence;
            std::vector<Trade> out;
            std::optional<TradeSequence::Range> asked;
            const auto follow = [&](const TradeSequence::Step& step) {
                RC_ASSERT(step.lost == 0 && step.odd == 0 && !step.restarted);
                if (step.backfill) {
                    RC_ASSERT(!asked);
                    asked = step.backfill;
                }
            };
            const auto answer = [&] {
                std::vector<Trade> rows;
                const TradeSequence::Range range = asked.value_or(TradeSequence::Range{});
                asked.reset();
                const auto most = *rc::gen::inRange<std::int64_t>(1, 10);
                for (std::int64_t id = range.first; id <= range.last && id < range.first + most; ++id)
                    rows.push_back(trade(id));
                follow(sequence.onBackfill(rows, out));
            };
            std::vector<std::int64_t> late;
            follow(sequence.onTrade(trade(1), out));
            follow(sequence.onTrade(trade(2), out));
            std::int64_t newest = 2;
            for (std::int64_t id = 3; id <= 100; ++id) {
                const int fault = *rc::gen::inRange(0, 8);
                if (fault == 0)
                    late.push_back(id);
                else if (fault != 1) {
                    follow(sequence.onTrade(trade(id), out));
                    newest = id;
                }
                if (fault == 2)
                    follow(sequence.onTrade(trade(id), out));
                if (fault == 3 && !late.empty()) {
                    follow(sequence.onTrade(trade(late.back()), out));
                    newest = std::max(newest, late.back());
                    late.pop_back();
                }
                if (fault == 4 && asked)
                    answer();
            }
            while (asked)
                answer();
            RC_ASSERT(static_cast<std::int64_t>(out.size()) == newest);
            for (std::size_t i = 0; i < out.size(); ++i)
                RC_ASSERT(out[i].id == static_cast<std::int64_t>(i) + 1);
        });
        QVERIFY(holds);
    }
};

SPREADLINE_TEST(TstTradeSequence)
#include "tst_trade_sequence.moc"
