// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/connection_plan.h"
#include "exchange/feed_context.h"
#include "exchange/stream_session.h"
#include "exchange/venue_hosts.h"

#include <map>
#include <set>
#include <unordered_map>

namespace spreadline {

/// The market data connections of a feed: puts every channel on its connection, and turns what happens to sockets and stream names
/// into what happens to channels. Io thread only.
class FeedStreams final : private StreamSession::Listener {
public:
    class Listener {
    public:
        virtual ~Listener() = default;
        /// The venue delivers it from now on: after subscribing, after each reconnect, after a resubscription.
        virtual void onChannelUp(const Channel& channel) = 0;
        virtual void onChannelDown(const Channel& channel, const Error& error) = 0;
        /// Its connection was replaced without a gap.
        virtual void onChannelMoved(const Channel& channel) = 0;
        virtual void onEvents(const StreamSession::Frame& frame, std::vector<MarketEvent>& events) = 0;
        virtual void onBadFrame(const Error& error, Timestamp received) = 0;
    };

    FeedStreams(FeedContext& context, Venue venue, StreamSession::Config sessions, ConnectionPlan::Config plan,
                Listener& listener);

    /// Errors: Unsupported (the venue has no such stream), UnknownInstrument, Full.
    Status subscribe(const Channel& channel);
    void unsubscribe(const Channel& channel);
    /// Asks the venue whether it delivers the channel and, whatever it says, subscribes that channel anew.
    void refresh(const Channel& channel);
    /// Drops every socket and connects anew.
    void reconnectAll(const Error& reason);
    /// Replaces every connection without a gap.
    void renewAll();
    /// Closes every socket and opens none until resume(), nor before some seconds have passed: longer when it happens again.
    void pause(const Error& reason);
    void resume() { m_paused = false; }

    bool answersWithin(const Channel& channel, Duration span) const;
    bool allUp() const;
    std::size_t connections() const noexcept { return m_sessions.size(); }
    Duration roundTrip() const;

private:
    void onLinkUp(StreamSession&) override {}
    void onLinkDown(StreamSession& session, const Error& error) override;
    void onSubscribed(StreamSession& session, const std::string& stream) override;
    void onRefused(StreamSession& session, const std::string& stream, const Error& error) override;
    void onListed(StreamSession& session, const std::vector<std::string>& streams) override;
    void onEvents(StreamSession& session, const StreamSession::Frame& frame, std::vector<MarketEvent>& events) override;
    void onBadFrame(StreamSession& session, const Error& error, Timestamp received) override;
    void onPromoted(StreamSession& session) override;

    StreamSession& sessionFor(ConnectionPlan::Connection connection, const std::string& route);
    std::vector<Channel> channelsOf(const StreamSession& session) const;

    struct Placed {
        std::string stream;
        StreamSession* session = nullptr;
    };

    FeedContext& m_context;
    Venue m_venue;
    StreamSession::Config m_config;
    ConnectionPlan m_plan;
    Listener& m_listener;
    std::unordered_map<Channel, Placed, ChannelHash> m_placed;
    std::map<std::string, Channel> m_channels;
    bool m_paused = false;
    std::set<std::string> m_suspects; ///< waiting for the venue's list
    std::map<ConnectionPlan::Connection, std::unique_ptr<StreamSession>> m_sessions;
};

} // namespace spreadline
