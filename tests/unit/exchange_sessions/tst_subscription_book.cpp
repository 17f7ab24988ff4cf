// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include "exchange/subscription_book.h"

using namespace spreadline;
using namespace std::chrono_literals;

class TstSubscriptionBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksTogetherAndConfirms();
    void repeatsABoundedNumberOfTimes();
    void oneBadNameHarmsItselfAlone();
    void againLeavesBeforeItComes();
    void aLateAnswerToTheOldConnectionMatchesNothing();
    void splitsLongLists();
};

using Verb = SubscriptionBook::Verb;

void TstSubscriptionBook::asksTogetherAndConfirms()
{
    SubscriptionBook book({});
    book.want("a");
    book.want("b");
    const auto request = book.next(1s);
    QVERIFY(request);
    QCOMPARE(request->streams, (std::vector<std::string>{"a", "b"}));
    QVERIFY(!book.next(1s));
    QVERIFY(!book.allConfirmed());
    QCOMPARE(book.acknowledged(request->id)->streams.size(), std::size_t{2});
    QVERIFY(book.allConfirmed());
    QVERIFY(!book.acknowledged(request->id));
}

void TstSubscriptionBook::repeatsABoundedNumberOfTimes()
{
    SubscriptionBook book({5s, 3, 30s, 100});
    book.want("a");
    Duration now = 1s;
    int asked = 0;
    std::vector<std::string> failed;
    while (failed.empty() && asked < 100) {
        if (book.next(now))
            ++asked;
        now += 1s;
        failed = book.expire(now);
    }
    QCOMPARE(asked, 3);
    QCOMPARE(failed, std::vector<std::string>{"a"});
    QVERIFY(!book.next(now + 29s));
    QVERIFY(book.next(now + 30s));
}

void TstSubscriptionBook::oneBadNameHarmsItselfAlone()
{
    SubscriptionBook book({});
    for (const char* name : {"a", "bad", "c"})
        book.want(name);
    QVERIFY(book.refused(book.next(1s)->id, 1s).empty());
    std::vector<std::string> failed;
    while (const auto request = book.next(2s)) {
        QCOMPARE(request->streams.size(), std::size_t{1});
        if (request->streams.front() == "bad")
            failed = book.refused(request->id, 2s);
        else
            QVERIFY(book.acknowledged(request->id));
    }
    QCOMPARE(failed, std::vector<std::string>{"bad"});
    QVERIFY(book.isConfirmed("a") && book.isConfirmed("c") && !book.isConfirmed("bad"));
}

void TstSubscriptionBook::againLeavesBeforeItComes()
{
    SubscriptionBook book({});
    book.want("a");
    QVERIFY(book.acknowledged(book.next(1s)->id));
    book.again("a");
    QVERIFY(book.next(2s)->verb == Verb::Unsubscribe);
    QVERIFY(book.next(2s)->verb == Verb::Subscribe);
}

void TstSubscriptionBook::aLateAnswerToTheOldConnectionMatchesNothing()
{
    SubscriptionBook book({});
    book.want("a");
    const auto old = book.next(1s);
    book.restart();
    QVERIFY(!book.acknowledged(old->id));
    const auto fresh = book.next(2s);
    QVERIFY(fresh->id != old->id);
    QVERIFY(book.acknowledged(fresh->id));
}

void TstSubscriptionBook::splitsLongLists()
{
    SubscriptionBook book({5s, 3, 30s, 100});
    for (int i = 0; i < 250; ++i)
        book.want("s" + std::to_string(i));
    std::vector<std::size_t> sizes;
    while (const auto request = book.next(1s))
        sizes.push_back(request->streams.size());
    QCOMPARE(sizes, (std::vector<std::size_t>{100, 100, 50}));
}

SPREADLINE_TEST(TstSubscriptionBook)
#include "tst_subscription_book.moc"
