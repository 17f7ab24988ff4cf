// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/timestamp.h"
#include "exchange/control_budget.h"
#include "ports/clock.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <deque>
#include <string>
#include <string_view>

namespace spreadline {

/// One WebSocket from connect to close; never reconnects (StreamSession does). A peer that is gone without a word is found by own
/// pings, since QWebSocket itself stays "connected" to it for ever. One thread, with an event loop.
///
/// The listener is called until retire() or after onClosed(), which comes at most once. The owner deletes it with deleteLater().
class StreamSocket : public QObject {
public:
    struct Limits {
        Duration connectDeadline = std::chrono::seconds(10);
        Duration pingEvery = std::chrono::milliseconds(2'500);
        Duration silence = std::chrono::seconds(7); ///< without a frame or pong: the peer is gone
        quint64 messageBytes = 4U << 20U;
    };
    class Listener {
    public:
        virtual ~Listener() = default;
        virtual void onOpen(StreamSocket& socket) = 0;
        virtual void onText(StreamSocket& socket, std::string_view text, Timestamp received) = 0;
        /// `closeCode` is the peer's, 1006 when there was none. Errors: DnsFailed, TlsFailed, Timeout, Unreachable, GeoBlocked,
        /// RateLimited, Banned, VenueUnavailable (refused handshakes), ConnectionLost, FrameTooLarge, BadFrame (binary, not UTF-8).
        virtual void onClosed(StreamSocket& socket, const Error& error, int closeCode) = 0;
    };

    StreamSocket(const Clock& clock, Limits limits, Listener& listener);

    void open(const QUrl& url);
    /// Sent in order, as fast as the control budget allows.
    void send(std::string text);
    /// The listener hears nothing any more; the socket closes politely.
    void retire();

    bool isOpen() const noexcept { return m_open; }
    Duration roundTrip() const noexcept { return m_roundTrip; } ///< of the last pong; zero before
    /// Since the peer last gave a sign of life; meaningless before onOpen.
    Duration silentFor() const { return m_clock.monotonic() - m_lastSign; }

private:
    void wire();
    void opened();
    void closedByPeer();
    void failed(QAbstractSocket::SocketError error);
    void tick();
    void flush();
    void finish(const Error& error, int closeCode);

    const Clock& m_clock;
    Limits m_limits;
    Listener* m_listener;
    QWebSocket m_socket;
    QTimer m_timer;
    ControlBudget m_budget;
    std::deque<std::string> m_outgoing;
    Duration m_begun{}, m_lastSign{}, m_lastPing{}, m_roundTrip{};
    bool m_open = false;
};

} // namespace spreadline
