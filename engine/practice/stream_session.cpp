// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/stream_session.h"

#include "server/query.h"

#include <algorithm>

namespace spreadline::practice {

using namespace std::chrono_literals;

void appendMessage(std::string& out, std::string_view stream, std::string_view payload, bool combined)
{
    if (!combined) {
        server::appendFrame(out, server::Opcode::Text, payload);
        return;
    }
    std::string text;
    text.reserve(stream.size() + payload.size() + 24);
    text.append("{\"stream\":\"").append(stream).append("\",\"data\":").append(payload).append("}");
    server::appendFrame(out, server::Opcode::Text, text);
}

std::optional<StreamSession::Request> readStreamTarget(std::string_view path, std::string_view query)
{
    StreamSession::Request request;
    request.route = path.starts_with("/public/") ? Route::Public : path.starts_with("/market/") ? Route::Market : Route::Unrouted;
    if (request.route != Route::Unrouted)
        path.remove_prefix(path.find('/', 1));
    const server::Query parameters(query);
    std::string list;
    if (path == "/stream" || path == "/stream/") {
        request.combined = true;
        list = parameters.get("streams").value_or("");
    } else if (path == "/ws" || path.starts_with("/ws/")) {
        list = server::percentDecoded(path.substr(std::min<std::size_t>(path.size(), 4)));
    } else {
        return std::nullopt;
    }
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find('/', at), list.size());
        if (end > at)
            request.streams.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return request;
}

StreamSession::StreamSession(StreamHub& hub, server::IoLoop& loop, Request request)
    : m_hub(hub), m_loop(loop), m_request(std::move(request)), m_combined(m_request.combined)
{}

StreamSession::~StreamSession() = default;

void StreamSession::onOpen(server::WebSocket& socket)
{
    m_socket = &socket;
    ExchangeState& state = m_hub.state();
    m_opened = state.clock.now();
    m_pingSent = m_pongSeen = state.clock.monotonic();
    m_record = state.oracle.open(m_request.address, m_request.target, m_pingSent - state.started);
    m_hub.attach(*this);
    if (state.faults.isOn(Verb::WsNoPong) && state.faults.fire(Verb::WsNoPong, m_request.target))
        socket.setAnswersPings(false);
    for (const std::string& stream : m_request.streams)
        add(stream);
    if (!m_request.streams.empty())
        closeAfterSubscription(m_request.streams.front());
    report();
}

void StreamSession::deliverFaulty(const std::string& stream, const std::string& payload)
{
    if (!m_faulty)
        m_faulty = std::make_unique<FaultyDelivery>(m_hub.state().faults, m_loop);
    std::string text = payload;
    if (m_combined)
        text = "{\"stream\":\"" + stream + "\",\"data\":" + payload + "}";
    m_framesSent += m_faulty->deliver(*m_socket, stream, std::move(text));
    if (m_faulty->isIdle() && !m_hub.state().faults.isAnyOn(Verb::WsDrop, Verb::WsReset))
        m_faulty.reset();
}

bool StreamSession::add(const std::string& stream)
{
    if (std::ranges::find(m_streams, stream) == m_streams.end()) {
        if (m_streams.size() >= m_hub.config().streamsPerConnection)
            return false;
        m_streams.push_back(stream);
    }
    if (m_faulty)
        m_faulty->onSubscribed(stream);
    m_hub.subscribe(*this, stream);
    return true;
}

void StreamSession::housekeep()
{
    const HubConfig& config = m_hub.config();
    ExchangeState& state = m_hub.state();
    const Duration now = state.clock.monotonic();
    if (state.clock.now() - m_opened >= config.sessionLife) {
        closeAfter24Hours();
        return;
    }
    if (m_pongOwed && now - m_pongSeen > config.pongWithin) {
        m_socket->close(1008, "pong timeout");
        return;
    }
    if (now - m_pingSent >= config.pingEvery)
        ping(std::to_string(state.clock.told(state.clock.now())));
}

void StreamSession::ping(std::string_view payload)
{
    m_pingSent = m_hub.state().clock.monotonic();
    m_pongOwed = true;
    ++m_record.pings;
    m_socket->ping(payload);
}

void StreamSession::closeAfter24Hours()
{
    m_socket->close(1001, "24 hours");
}

void StreamSession::shutDown(std::chrono::milliseconds notice)
{
    m_socket->sendText("{\"e\":\"serverShutdown\",\"E\":" + std::to_string(m_hub.state().clock.told(m_hub.state().clock.now()))
                       + "}");
    m_goodbye = std::make_unique<server::LoopTimer>(m_loop);
    m_goodbye->callAfter(notice, [this] { m_socket->close(1001, "going away"); });
}

void StreamSession::report()
{
    m_record.framesSent = m_framesSent;
    m_record.subscriptions = m_streams;
    m_hub.state().oracle.update(m_record);
}

void StreamSession::onPing(std::string_view)
{
    countIncoming();
}

void StreamSession::onPong(std::string_view)
{
    countIncoming();
    m_pongSeen = m_hub.state().clock.monotonic();
    ++m_record.pongs;
    if (std::exchange(m_pongOwed, false))
        m_record.slowestPong = std::max(m_record.slowestPong, m_pongSeen - m_pingSent);
}

void StreamSession::onClosed(const server::WebSocketEnd& end)
{
    m_goodbye.reset();
    m_faulty.reset();
    m_record.closed = m_hub.state().clock.monotonic() - m_hub.state().started;
    m_record.closeCode = end.code;
    m_record.closedByUs = end.byUs;
    m_record.tooSlow = end.tooSlow;
    report();
    m_hub.detach(*this);
}

} // namespace spreadline::practice
