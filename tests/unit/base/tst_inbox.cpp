// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/inbox.h"

#include "test_main.h"

#include <atomic>
#include <thread>

using namespace spreadline;
using namespace std::chrono_literals;

class TstInbox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void drainsLanesInOrder();
    void looksAboveAfterEachMarketTurn();
    void refusesWhenFullButNeverOrders();
    void batchIsTakenFromTheFront();
    void closingWakesTheTaker();
    void losesNothingUnderManyPosters();
};

void TstInbox::drainsLanesInOrder()
{
    Inbox<int> inbox;
    QVERIFY(inbox.post(Lane::Market, 3));
    QVERIFY(inbox.post(Lane::Control, 2));
    QVERIFY(inbox.post(Lane::Orders, 1));
    std::vector<int> seen;
    QCOMPARE(inbox.drain(0ms, [&](int value) { seen.push_back(value); }), 3u);
    QCOMPARE(seen, (std::vector{1, 2, 3}));
}

void TstInbox::looksAboveAfterEachMarketTurn()
{
    Inbox<int> inbox({.marketTurn = 2});
    for (int value = 0; value < 6; ++value)
        QVERIFY(inbox.post(Lane::Market, value));
    std::vector<int> seen;
    inbox.drain(0ms, [&](int value) {
        seen.push_back(value);
        if (value == 1)
            QVERIFY(inbox.post(Lane::Orders, 100)); // a fill that comes in the middle of a burst
    });
    QCOMPARE(seen, (std::vector{0, 1, 100, 2, 3, 4, 5}));
}

void TstInbox::refusesWhenFullButNeverOrders()
{
    Inbox<int> inbox({.orders = 1, .control = 1, .market = 1});
    QVERIFY(inbox.post(Lane::Control, 1));
    QVERIFY(!inbox.post(Lane::Control, 2));
    QVERIFY(inbox.post(Lane::Market, 1));
    QVERIFY(!inbox.post(Lane::Market, 2));
    QVERIFY(inbox.post(Lane::Orders, 1));
    QVERIFY(!inbox.overfull());
    QVERIFY(inbox.post(Lane::Orders, 2));
    QVERIFY(inbox.overfull());
}

void TstInbox::batchIsTakenFromTheFront()
{
    Inbox<int> inbox({.market = 2});
    std::vector<int> batch{1, 2, 3};
    QCOMPARE(inbox.postMarket(batch), 2u);
    std::vector<int> seen;
    inbox.drain(0ms, [&](int value) { seen.push_back(value); });
    QCOMPARE(seen, (std::vector{1, 2}));
}

void TstInbox::closingWakesTheTaker()
{
    Inbox<int> inbox;
    std::thread taker([&] { inbox.drain(60s, [](int) {}); });
    inbox.close();
    taker.join(); // without the wake-up this would run into the test's time limit
    QVERIFY(!inbox.post(Lane::Orders, 1));
}

void TstInbox::losesNothingUnderManyPosters()
{
    constexpr int posters = 4;
    constexpr int each = 20'000;
    Inbox<int> inbox({.market = std::size_t{posters} * each});
    std::vector<std::thread> threads;
    for (int poster = 0; poster < posters; ++poster) {
        threads.emplace_back([&inbox, poster] {
            for (int i = 0; i < each; ++i)
                (void)inbox.post(i % 3 == 0 ? Lane::Orders : Lane::Market, poster * each + i);
        });
    }
    std::vector<int> lastOrder(posters, -1), lastMarket(posters, -1);
    std::size_t seen = 0;
    bool inOrder = true;
    while (seen < std::size_t{posters} * each) {
        seen += inbox.drain(50ms, [&](int value) {
            auto& last = (value % each) % 3 == 0 ? lastOrder : lastMarket;
            inOrder = inOrder && last[static_cast<std::size_t>(value / each)] < value;
            last[static_cast<std::size_t>(value / each)] = value;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(inOrder); // per poster and lane
    QCOMPARE(seen, std::size_t{posters} * each);
}

SPREADLINE_TEST(TstInbox)
#include "tst_inbox.moc"
