// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../contract/recording_sink.h"
#include "http_server.h"
#include "stream_server.h"

#include "exchange/binance/binance_dialect.h"
#include "exchange/feed_engine.h"

#include <map>
#include <optional>

namespace spreadline::test {

/// A venue that says exactly what a test scripts, right or wrong, and a feed on it in the test's own thread. Its one instrument is
/// BTCUSDT; times are milliseconds before (negative) or after now.
class ScriptedVenue {
public:
    explicit ScriptedVenue(std::function<void(LiveFeedConfig&)> adjust = {});

    static constexpr InstrumentId bitcoin{0};
    static constexpr Channel trades{StreamKind::Trades, bitcoin, {}};

    /// Starts the feed and waits until the venue's clock is trusted.
    bool begin();
    /// Subscribes and waits for the venue to have heard it.
    bool listen(const Channel& channel);

    void trade(std::int64_t id, qint64 millis = 0);
    void kline(qint64 openMillis, bool closed = false); ///< of one minute; the time is the epoch's
    void say(const QByteArray& stream, const QByteArray& data) { streams.say(frame(stream, data)); }
    qint64 now() const { return clock.now().millis(); }
    /// Requests whose target contains the text.
    int asked(const QByteArray& text) const;

    SystemClock clock;
    RecordingSink sink;
    BinanceDialect dialect;
    std::map<std::int64_t, qint64> tape;        ///< what REST knows: trade ids and their times
    QList<qint64> bars;                         ///< likewise, open times of closed minutes
    std::function<QByteArray(QByteArray)> rest; ///< overrides an answer, unless it is empty
    StreamServer streams;
    HttpServer http;
    std::optional<FeedEngine> feed;

private:
    static QByteArray frame(const QByteArray& stream, const QByteArray& data);
    QByteArray answer(const QByteArray& target) const;
    QByteArray tradesFrom(std::int64_t id, int limit) const;
    QByteArray barsFrom(qint64 from, int limit) const;
};

} // namespace spreadline::test
