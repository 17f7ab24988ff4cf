// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/live_feed.h"
#include "practice/practice_exchange.h"
#include "recording_sink.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <memory>

namespace spreadline::test {

/// The machine's clocks, with a wall clock that a test may set: what a suspend looks like from inside.
class JumpyClock final : public Clock {
public:
    Timestamp now() const override { return m_system.now() + Duration(m_ahead.load()); }
    Duration monotonic() const override { return m_system.monotonic(); }
    void jump(Duration span) { m_ahead += span.count(); }

private:
    SystemClock m_system;
    std::atomic<std::int64_t> m_ahead = 0;
};

/// A practice exchange in this process, a LiveFeed on it with waits short enough for a test, and a sink that remembers everything.
class PracticeRig {
public:
    explicit PracticeRig(std::function<void(LiveFeedConfig&)> adjust = {}, practice::PracticeConfig exchange = smallMarket());
    ~PracticeRig();

    static practice::PracticeConfig smallMarket(); ///< a few busy symbols

    /// Starts the feed, waits for the instruments and subscribes the main channels of BTCUSDT. False when that did not work out.
    bool begin();
    /// Waits until all of them are Synced and have delivered.
    bool settle();

    LiveFeed& feed() { return *m_feed; }
    RecordingSink sink;
    JumpyClock clock;
    InstrumentId bitcoin{};
    Channel trades, book, top, klines;
    std::vector<Channel> channels() const { return {trades, book, top, klines}; }

    /// {"verb":…}: a fault on the control port. False when it was refused.
    bool fault(const QByteArray& json);
    bool heal();
    QJsonDocument truth(const QByteArray& part);
    int fired(const QString& verb);
    int connections(bool openOnly); ///< that the exchange knows of

private:
    QByteArray call(const QByteArray& method, const QByteArray& target, const QByteArray& body);

    practice::PracticeExchange m_exchange;
    practice::PracticeExchange::Address m_address;
    std::unique_ptr<LiveFeed> m_feed;
};

} // namespace spreadline::test
