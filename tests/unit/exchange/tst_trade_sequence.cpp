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
        sequence.onTrade(trade(5), out);
        const std::vector<Trade> part{trade(2)};
        QVERIFY((sequence.onBackfill(part, out).backfill == TradeSequence::Range{3, 4}));
        QVERIFY(sequence.onBackfill({}, out).backfill);
        QVERIFY(sequence.onBackfill({}, out).backfill);
        QCOMPARE(sequence.onBackfill({}, out).lost, 2);
        QVERIFY((idsOf(out) == Ids{1, 2, 5}));
        QVERIFY(!sequence.isWaiting());
    }
    void isBounded()
    {
        TradeSequence::Limits limits;
        limits.held = 10;
        limits.hole = 100;
        TradeSequence sequence(limits);
        std::vector<Trade> out;
        sequence.onTrade(trade(1), out);
        const auto step = sequence.onTrade(trade(1'000), out);
        QCOMPARE(step.lost, 898); // of a hole too long to ask for only the newest part is asked
        QVERIFY((step.backfill == TradeSequence::Range{900, 999}));
        std::int64_t lost = 0;
        for (int id = 1'001; id < 1'012; ++id)
            lost += sequence.onTrade(trade(id), out).lost;
        QCOMPARE(lost, 100);
        QVERIFY(!sequence.isWaiting());
    }
    void beginsAnewWhenTheIdsDo()
    {
        TradeSequence sequence;
        std::vector<Trade> out;
        sequence.onTrade(trade(1'000, 50'000), out);
        sequence.onTrade(trade(1, 70'000), out);
        sequence.onTrade(trade(2, 70'001), out);
        QVERIFY((idsOf(out) == Ids{1'000, 1, 2}));
    }
    void risesWithoutHolesWhateverTheNetworkDoes()
    {
        const bool holds = rc::check("every trade once and in order, once backfills are answered", [] {
            TradeSequence sequence;
            std::vector<Trade> out;
            std::optional<TradeSequence::Range> asked;
            const auto follow = [&](const TradeSequence::Step& step) {
                RC_ASSERT(step.lost == 0);
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
            std::int64_t newest = 1;
            for (std::int64_t id = 2; id <= 100; ++id) {
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
