// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include "exchange/connection_plan.h"

#include <rapidcheck.h>

#include <map>

using namespace spreadline;

class TstConnectionPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void streamsOfASymbolShareAConnection();
    void routesNeverShare();
    void fillsThenOpensThenPacks();
    void refusesBeyondTheVenuesLimit();
    void neverMovesAStream();
};

namespace {

InstrumentId id(int number)
{
    return static_cast<InstrumentId>(number);
}

std::string stream(int symbol, const char* kind = "trade")
{
    return "s" + std::to_string(symbol) + "@" + kind;
}

} // namespace

void TstConnectionPlan::streamsOfASymbolShareAConnection()
{
    ConnectionPlan plan({2, 20, 1'024});
    const int first = *plan.place("/market", id(1), stream(1, "aggTrade"));
    QCOMPARE(*plan.place("/market", id(2), stream(2, "aggTrade")), first);
    QVERIFY(*plan.place("/market", id(3), stream(3, "aggTrade")) != first);
    QCOMPARE(*plan.place("/market", id(1), stream(1, "kline_1m")), first);
}

void TstConnectionPlan::routesNeverShare()
{
    ConnectionPlan plan({5, 1, 1'024});
    QVERIFY(*plan.place("/market", id(1), "a") != *plan.place("/public", id(1), "b"));
}

void TstConnectionPlan::fillsThenOpensThenPacks()
{
    ConnectionPlan plan({5, 20, 1'024});
    std::map<int, int> symbolsOn;
    for (int i = 0; i < 200; ++i)
        ++symbolsOn[*plan.place("/public", id(i), stream(i))];
    QCOMPARE(plan.connections(), std::size_t{20});
    for (const auto& [connection, symbols] : symbolsOn)
        QCOMPARE(symbols, 10); // 5 each until twenty exist, then evenly more
}

void TstConnectionPlan::refusesBeyondTheVenuesLimit()
{
    ConnectionPlan plan({100, 2, 3});
    for (int i = 0; i < 6; ++i)
        QVERIFY(plan.place("/public", id(i), stream(i)));
    const auto refused = plan.place("/public", id(6), stream(6));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::Full);
    QVERIFY(plan.place("/market", id(6), stream(6)));
}

void TstConnectionPlan::neverMovesAStream()
{
    const bool holds = rc::check("a placed stream stays, and a connection never carries more than it may", [] {
        ConnectionPlan plan({3, 4, 8});
        std::map<std::string, int> placed;
        const auto steps = *rc::gen::container<std::vector<std::pair<int, bool>>>(
            rc::gen::pair(rc::gen::inRange(0, 60), rc::gen::arbitrary<bool>()));
        for (const auto& [number, add] : steps) {
            const std::string name = stream(number);
            if (add) {
                const auto where = plan.place("/public", id(number / 2), name);
                if (where && placed.contains(name))
                    RC_ASSERT(*where == placed[name]);
                if (where)
                    placed[name] = *where;
            } else {
                RC_ASSERT(plan.remove(name).connection == (placed.contains(name) ? placed[name] : -1));
                placed.erase(name);
            }
            for (int connection = 0; connection < 8; ++connection) {
                const auto expected = std::ranges::count(placed, connection, [](const auto& entry) { return entry.second; });
                RC_ASSERT(plan.streamsOn(connection) == static_cast<std::size_t>(expected));
                RC_ASSERT(expected <= 8);
            }
        }
    });
    QVERIFY(holds);
}

SPREADLINE_TEST(TstConnectionPlan)
#include "tst_connection_plan.moc"
