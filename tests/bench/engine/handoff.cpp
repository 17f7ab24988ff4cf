// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "base/inbox.h"
#include "ports/feed.h"

#include <QCoreApplication>
#include <QObject>
#include <QThread>

#include <atomic>
#include <thread>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

constexpr int events = 200'000;
constexpr int burst = 64; // frames that one turn of the io loop reads

StampedEvent event(int id)
{
    Trade trade;
    trade.id = id;
    trade.price = Price::fromMantissa(6'180'020 + id % 100, 2);
    trade.quantity = Quantity::fromMantissa(1 + id % 7, 3);
    return {Timestamp::fromMillis(id), trade};
}

/// Posts in bursts as the io thread does; the core thread drains.
void throughInbox()
{
    Inbox<StampedEvent> inbox({.market = events});
    std::int64_t sum = 0;
    std::thread core([&] {
        std::size_t seen = 0;
        while (seen < events) {
            seen += inbox.drain(std::chrono::milliseconds(100),
                                [&](const StampedEvent& stamped) { sum += std::get<Trade>(stamped.event).id; });
        }
    });
    std::vector<StampedEvent> batch;
    for (int id = 0; id < events; ++id) {
        batch.push_back(event(id));
        if (batch.size() == burst || id + 1 == events) {
            inbox.postMarket(batch);
            batch.clear();
        }
    }
    core.join();
    keep(sum);
}

class Receiver : public QObject {
    Q_OBJECT
public:
    void take(const StampedEvent& stamped)
    {
        m_sum += std::get<Trade>(stamped.event).id;
        if (++m_seen == events)
            thread()->quit();
    }

private:
    std::int64_t m_sum = 0;
    int m_seen = 0;
};

class Sender : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void sent(const StampedEvent& stamped);
};

/// One queued signal an event: what a Qt program does without thinking about it.
void throughQueuedSignals()
{
    QThread thread;
    Receiver receiver;
    Sender sender;
    receiver.moveToThread(&thread);
    QObject::connect(&sender, &Sender::sent, &receiver, &Receiver::take, Qt::QueuedConnection);
    thread.start();
    for (int id = 0; id < events; ++id)
        Q_EMIT sender.sent(event(id));
    thread.wait();
}

void run(Report& report)
{
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    const Paired cost = paired(7, 1e6 / events, throughInbox, throughQueuedSignals, cpuSeconds);
    report.add({"io to core, CPU an event", "us", cost.work, "queued signal", cost.baseline, cost.ratio, 0.125,
                Figure::Bound::RatioAtMost});
}

} // namespace

SPREADLINE_BENCH("handoff", "io to core: the inbox against one queued signal an event", run)
#include "handoff.moc"
