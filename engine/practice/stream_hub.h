// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange_state.h"
#include "practice/stream_desk.h"
#include "practice/stream_messages.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace spreadline::practice {

struct HubConfig {
    bool lenient = false; ///< the retired endpoints deliver every family, not the public ones only
    Duration aggTradePeriod = std::chrono::milliseconds(100); ///< zero: each at once
    std::size_t streamsPerConnection = 1'024;
    int messagesPerSecond = 10; ///< incoming, of one connection
    Duration pingEvery = std::chrono::minutes(3);
    Duration pongWithin = std::chrono::minutes(10);
    Duration sessionLife = std::chrono::hours(24); ///< by the exchange's clock
};

/// Moves the market on and sends what happened to whoever subscribed. Each message is encoded once, whatever the number of
/// subscribers. Loop thread only.
class StreamHub {
public:
    StreamHub(ExchangeState& state, HubConfig config);
    ~StreamHub();

    /// Everything up to now: call it every few milliseconds.
    void tick();

    // Of the sessions.
    void attach(StreamSession& session);
    void detach(StreamSession& session);
    void subscribe(StreamSession& session, const std::string& stream);
    void unsubscribe(StreamSession& session, const std::string& stream);
    const HubConfig& config() const noexcept { return m_config; }
    ExchangeState& state() noexcept { return m_state; }
    const std::set<StreamSession*>& sessions() const noexcept { return m_sessions; }
    std::int64_t messagesSent() const noexcept { return m_messagesSent; }

private:
    StreamDesk& desk(InstrumentId id) { return m_desks[index(id)]; }
    void file(StreamChannel& channel, bool add);
    void updateActive();
    void startBook(StreamDesk& desk, InstrumentId id, Timestamp now);
    void updateHalts();
    void fallSilent(StreamDesk& desk);

    void onEvent(const Trade& trade);
    void onEvent(const BookDelta& delta);
    void onEvent(const Liquidation& liquidation);
    template<typename Other>
    void onEvent(const Other&)
    {}
    void flushDue();
    void flushDesk(InstrumentId id, StreamDesk& desk);
    bool isDue(StreamChannel& channel) const;

    void publishTrade(StreamChannel& channel, const Trade& trade);
    void publishTop(StreamChannel& channel, const StreamDesk& desk, InstrumentId id);
    void flushAggTrades(StreamChannel& channel);
    void flushDepth(StreamChannel& channel, InstrumentId id, StreamDesk& desk);
    void flushPartial(StreamChannel& channel, InstrumentId id, StreamDesk& desk);
    void flushKline(StreamChannel& channel, InstrumentId id, StreamDesk& desk);
    void sendKline(StreamChannel& channel, InstrumentId id, const Kline& kline, bool closed, std::int64_t lastTradeId);
    void flushTimed(StreamChannel& channel);
    void writeTimed(StreamFamily family, InstrumentId id);
    void floodTops();
    void send(StreamChannel& channel);

    MessageHead head(InstrumentId id) const;

    ExchangeState& m_state;
    HubConfig m_config;
    std::map<std::string, std::unique_ptr<StreamChannel>> m_channels;
    std::vector<StreamDesk> m_desks;
    std::vector<StreamChannel*> m_allTimed, m_allForceOrders; ///< the "!" streams
    std::set<StreamSession*> m_sessions;
    std::vector<MarketEvent> m_events;
    std::string m_payload, m_raw, m_combined;
    Timestamp m_now;
    std::int64_t m_eventTime = 0;
    bool m_anyHalts = false; ///< at the last look
    std::int64_t m_messagesSent = 0;
    double m_floodOwed = 0;
    Duration m_floodAt{};
};

} // namespace spreadline::practice
