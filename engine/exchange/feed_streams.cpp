// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_streams.h"

#include <algorithm>

namespace spreadline {
namespace {

constexpr Duration pauseStep = std::chrono::milliseconds(250); ///< how often a paused session looks whether it may go on

} // namespace

FeedStreams::FeedStreams(FeedContext& context, Venue venue, StreamSession::Config sessions, ConnectionPlan::Config plan,
                         Listener& listener)
    : m_context(context), m_venue(std::move(venue)), m_config(std::move(sessions)), m_plan(plan), m_listener(listener)
{}

Status FeedStreams::subscribe(const Channel& channel)
{
    if (m_placed.contains(channel))
        return {};
    if (channel.instrument != allInstruments && !m_context.find(channel.instrument))
        return Error{Errc::UnknownInstrument, "subscribe", std::to_string(index(channel.instrument))};
    const std::string stream = m_context.dialect.streamName(channel, m_context.instruments);
    if (stream.empty())
        return Error{Errc::Unsupported, "subscribe", "the venue has no such stream"};
    const std::string route = m_context.dialect.route(channel);
    const auto connection = m_plan.place(route, channel.instrument, stream);
    if (!connection)
        return connection.error();
    StreamSession& session = sessionFor(*connection, route);
    m_placed[channel] = {stream, &session};
    m_channels[stream] = channel;
    session.add(stream);
    return {};
}

StreamSession& FeedStreams::sessionFor(ConnectionPlan::Connection connection, const std::string& route)
{
    auto& session = m_sessions[connection];
    if (session)
        return *session;
    StreamSession::Config config = m_config;
    for (const VenueHost& host : m_venue.hosts)
        config.urls.push_back(streamUrl(host, route));
    const StreamSession::Context context{m_context.clock, m_context.random, m_context.dialect,
                                         [this]() -> const InstrumentTable& { return m_context.instruments; },
                                         [this] {
                                             const Duration held = m_context.limiter.heldFor(m_context.clock.monotonic());
                                             return m_paused ? std::max(held, pauseStep) : held;
                                         }};
    StreamSession::Listener& self = *this;
    session = std::make_unique<StreamSession>(std::move(config), context, self);
    return *session;
}

void FeedStreams::unsubscribe(const Channel& channel)
{
    const auto placed = m_placed.find(channel);
    if (placed == m_placed.end())
        return;
    const Placed was = placed->second;
    m_placed.erase(placed);
    m_channels.erase(was.stream);
    m_suspects.erase(was.stream);
    was.session->remove(was.stream);
    const auto removal = m_plan.remove(was.stream);
    if (removal.connectionEmpty)
        m_sessions.erase(removal.connection);
}

void FeedStreams::refresh(const Channel& channel)
{
    const auto placed = m_placed.find(channel);
    if (placed == m_placed.end() || !placed->second.session->isUp())
        return; // a connection that comes up subscribes everything anyway
    m_suspects.insert(placed->second.stream);
    placed->second.session->verify();
}

void FeedStreams::onListed(StreamSession& session, const std::vector<std::string>& streams)
{
    for (const Channel& channel : channelsOf(session)) {
        const std::string& stream = m_placed.at(channel).stream;
        if (m_suspects.erase(stream) == 0)
            continue;
        if (std::ranges::find(streams, stream) == streams.end())
            m_listener.onChannelDown(channel, Error{Errc::ConnectionLost, stream, "the venue does not list it any more"});
        session.resubscribe(stream);
    }
}

void FeedStreams::reconnectAll(const Error& reason)
{
    for (auto& [connection, session] : m_sessions)
        session->reconnect(reason);
}

void FeedStreams::pause(const Error& reason)
{
    m_paused = true;
    for (auto& [connection, session] : m_sessions)
        session->pause(reason);
}

void FeedStreams::renewAll()
{
    for (auto& [connection, session] : m_sessions)
        session->renew();
}

bool FeedStreams::answersWithin(const Channel& channel, Duration span) const
{
    const auto placed = m_placed.find(channel);
    return placed != m_placed.end() && placed->second.session->answersWithin(span);
}

bool FeedStreams::allUp() const
{
    return std::ranges::all_of(m_sessions, [](const auto& entry) { return entry.second->isUp(); });
}

Duration FeedStreams::roundTrip() const
{
    Duration longest{};
    for (const auto& [connection, session] : m_sessions)
        longest = std::max(longest, session->roundTrip());
    return longest;
}

std::vector<Channel> FeedStreams::channelsOf(const StreamSession& session) const
{
    std::vector<Channel> channels;
    for (const auto& [channel, placed] : m_placed) {
        if (placed.session == &session)
            channels.push_back(channel);
    }
    return channels;
}

void FeedStreams::onLinkDown(StreamSession& session, const Error& error)
{
    ++m_context.counters.reconnects;
    for (const Channel& channel : channelsOf(session)) {
        m_suspects.erase(m_placed.at(channel).stream);
        m_listener.onChannelDown(channel, error);
    }
}

void FeedStreams::onSubscribed(StreamSession&, const std::string& stream)
{
    if (const auto found = m_channels.find(stream); found != m_channels.end())
        m_listener.onChannelUp(found->second);
}

void FeedStreams::onRefused(StreamSession&, const std::string& stream, const Error& error)
{
    if (const auto found = m_channels.find(stream); found != m_channels.end())
        m_listener.onChannelDown(found->second, error);
}

void FeedStreams::onEvents(StreamSession&, const StreamSession::Frame& frame, std::vector<MarketEvent>& events)
{
    ++m_context.counters.frames;
    if (events.empty())
        ++m_context.counters.unknown;
    else
        m_listener.onEvents(frame, events);
}

void FeedStreams::onBadFrame(StreamSession&, const Error& error, Timestamp received)
{
    ++m_context.counters.frames;
    m_listener.onBadFrame(error, received);
}

void FeedStreams::onPromoted(StreamSession& session)
{
    for (const Channel& channel : channelsOf(session))
        m_listener.onChannelMoved(channel);
}

} // namespace spreadline
