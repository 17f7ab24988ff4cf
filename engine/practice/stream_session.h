// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/faulty_delivery.h"
#include "practice/stream_hub.h"
#include "server/json.h"
#include "server/web_socket.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline::practice {

/// One client's stream connection: its subscriptions, the control messages it sends, pings and the length of its life.
/// Loop thread only.
class StreamSession final : public server::WebSocketHandler {
public:
    /// What the URL asked for.
    struct Request {
        Route route = Route::Public;
        bool combined = false;
        std::vector<std::string> streams;
        std::string target, address;
    };

    StreamSession(StreamHub& hub, server::IoLoop& loop, Request request);
    ~StreamSession() override;

    Route route() const noexcept { return m_request.route; }
    bool isCombined() const noexcept { return m_combined; }
    bool isFaulty() const noexcept { return m_faulty != nullptr; }
    const std::vector<std::string>& subscriptions() const noexcept { return m_streams; }
    server::WebSocket& socket() noexcept { return *m_socket; }

    void sendFrame(std::string_view frame)
    {
        ++m_framesSent;
        m_socket->sendFrames(frame);
    }
    /// The message by way of the frame faults.
    void deliverFaulty(const std::string& stream, const std::string& payload);
    /// Pings when it is time, ends what lived too long or does not answer. About once a second.
    void housekeep();
    void ping(std::string_view payload);
    void closeAfter24Hours();
    void shutDown(std::chrono::milliseconds notice);
    /// Brings the oracle's record up to date.
    void report();

    void onOpen(server::WebSocket& socket) override;
    void onText(std::string_view text) override;
    void onBinary(std::string_view bytes) override;
    void onPing(std::string_view payload) override;
    void onPong(std::string_view payload) override;
    void onClosed(const server::WebSocketEnd& end) override;

private:
    void countIncoming();
    void handle(const server::Json& message, std::string_view id);
    void subscribe(const server::Json& params, std::string_view id);
    void unsubscribe(const server::Json& params, std::string_view id);
    void setProperty(const server::Json& params, std::string_view id);
    void getProperty(const server::Json& params, std::string_view id);
    void reply(std::string_view result, std::string_view id);
    void complain(int code, std::string_view text, std::string_view id);
    bool add(const std::string& stream);
    bool spoilSubscription(const std::string& first, std::string_view id);
    void closeAfterSubscription(const std::string& first);

    StreamHub& m_hub;
    server::IoLoop& m_loop;
    Request m_request;
    server::WebSocket* m_socket = nullptr;
    bool m_combined = false;
    std::vector<std::string> m_streams;
    std::unique_ptr<FaultyDelivery> m_faulty;
    std::unique_ptr<server::LoopTimer> m_goodbye;

    Oracle::Connection m_record; ///< the oracle's, brought up to date by report()
    std::int64_t m_framesSent = 0;
    std::deque<Duration> m_incoming; ///< times of the messages of the last second
    Duration m_pingSent{}, m_pongSeen{};
    bool m_pongOwed = false;
    Timestamp m_opened;
};

/// A text frame of the message, wrapped for the combined form.
void appendMessage(std::string& out, std::string_view stream, std::string_view payload, bool combined);

/// Reads "/public/ws/a/b", "/market/stream?streams=a/b", "/ws", "/stream". Nothing for other paths.
std::optional<StreamSession::Request> readStreamTarget(std::string_view path, std::string_view query);

} // namespace spreadline::practice
