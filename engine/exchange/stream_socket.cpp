// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/stream_socket.h"

#include <QNetworkProxy>
#include <QRegularExpression>

#include <utility>

namespace spreadline {
namespace {

constexpr auto tickEvery = std::chrono::milliseconds(250);

/// QWebSocket tells a refused handshake only in words: "Unhandled http status code: 403 (Forbidden)."
int handshakeStatus(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("status code: (\\d{3})"));
    return pattern.match(text).captured(1).toInt();
}

Errc codeOf(int status)
{
    switch (status) {
    case 403:
    case 451: return Errc::GeoBlocked;
    case 418: return Errc::Banned;
    case 429: return Errc::RateLimited;
    default: return status >= 500 ? Errc::VenueUnavailable : Errc::BadStatus;
    }
}

Errc codeOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError: return Errc::DnsFailed;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError: return Errc::TlsFailed;
    case QAbstractSocket::SocketTimeoutError: return Errc::Timeout;
    default: return Errc::Unreachable;
    }
}

/// What we closed for ourselves shows in our own close code.
Errc codeOf(QWebSocketProtocol::CloseCode code)
{
    switch (code) {
    case QWebSocketProtocol::CloseCodeTooMuchData: return Errc::FrameTooLarge;
    case QWebSocketProtocol::CloseCodeWrongDatatype:
    case QWebSocketProtocol::CloseCodeProtocolError: return Errc::BadFrame;
    default: return Errc::ConnectionLost;
    }
}

} // namespace

StreamSocket::StreamSocket(const Clock& clock, Limits limits, Listener& listener)
    : m_clock(clock),
      m_limits(limits),
      m_listener(&listener),
      m_socket(QString(), QWebSocketProtocol::VersionLatest, this),
      m_timer(this)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setMaxAllowedIncomingFrameSize(limits.messageBytes);
    m_socket.setMaxAllowedIncomingMessageSize(limits.messageBytes);
    wire();
}

void StreamSocket::wire()
{
    connect(&m_socket, &QWebSocket::connected, this, [this] { opened(); });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] { closedByPeer(); });
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this](QAbstractSocket::SocketError error) { failed(error); });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString& text) {
        m_lastSign = m_clock.monotonic();
        if (!m_listener)
            return;
        const Timestamp received = m_clock.now();
        const QByteArray utf8 = text.toUtf8(); // QWebSocket decodes text for us; undoing it costs less than the parse
        m_listener->onText(*this, std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())), received);
    });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this] {
        m_socket.disconnect(this); // what close() has to report is said here
        m_socket.close(QWebSocketProtocol::CloseCodeDatatypeNotSupported, QStringLiteral("text frames only"));
        finish(Error{Errc::BadFrame, "websocket", "a binary frame"}, QWebSocketProtocol::CloseCodeDatatypeNotSupported);
    });
    connect(&m_socket, &QWebSocket::pong, this, [this] {
        m_lastSign = m_clock.monotonic();
        m_roundTrip = m_lastSign - m_lastPing;
    });
    connect(&m_timer, &QTimer::timeout, this, [this] { tick(); });
}

void StreamSocket::open(const QUrl& url)
{
    m_begun = m_lastSign = m_clock.monotonic();
    m_timer.start(tickEvery);
    m_socket.open(url);
}

void StreamSocket::opened()
{
    m_open = true;
    m_lastSign = m_clock.monotonic();
    if (m_listener)
        m_listener->onOpen(*this);
    flush();
}

void StreamSocket::send(std::string text)
{
    m_outgoing.push_back(std::move(text));
    flush();
}

void StreamSocket::flush()
{
    while (m_open && !m_outgoing.empty() && m_budget.take(m_clock.monotonic())) {
        m_socket.sendTextMessage(QString::fromStdString(m_outgoing.front()));
        m_outgoing.pop_front();
    }
}

void StreamSocket::tick()
{
    const Duration now = m_clock.monotonic();
    if (!m_open) {
        if (now - m_begun > m_limits.connectDeadline)
            finish(Error{Errc::Timeout, "websocket", "no handshake in time"}, QWebSocketProtocol::CloseCodeAbnormalDisconnection);
        return;
    }
    if (now - m_lastSign > m_limits.silence) {
        finish(Error{Errc::ConnectionLost, "websocket", "no pong"}, QWebSocketProtocol::CloseCodeAbnormalDisconnection);
        return;
    }
    flush();
    if (now - m_lastPing >= m_limits.pingEvery && m_budget.take(now)) {
        m_lastPing = now;
        m_socket.ping();
    }
}

void StreamSocket::closedByPeer()
{
    if (!m_open) { // it never came to a connection; Qt says so before it says why
        failed(m_socket.error());
        return;
    }
    const int code = m_socket.closeCode();
    const std::string words = m_socket.closeReason().toStdString();
    finish(Error{codeOf(m_socket.closeCode()), "websocket",
                 "closed with " + std::to_string(code) + (words.empty() ? "" : " " + words)},
           code);
}

void StreamSocket::failed(QAbstractSocket::SocketError error)
{
    if (m_open)
        return; // disconnected() follows and knows more
    const QString words = m_socket.errorString();
    const int status = handshakeStatus(words);
    finish(Error{status > 0 ? codeOf(status) : codeOf(error), "websocket", words.toStdString()},
           status > 0 ? status : QWebSocketProtocol::CloseCodeAbnormalDisconnection);
}

void StreamSocket::finish(const Error& error, int closeCode)
{
    m_timer.stop();
    m_socket.disconnect(this);
    if (!std::exchange(m_open, false))
        m_socket.abort(); // an open one says good-bye when it is destroyed
    if (Listener* listener = std::exchange(m_listener, nullptr))
        listener->onClosed(*this, error, closeCode);
}

void StreamSocket::retire()
{
    m_listener = nullptr;
    m_timer.stop();
    m_socket.disconnect(this);
    if (m_open)
        m_socket.close(QWebSocketProtocol::CloseCodeNormal);
    else
        m_socket.abort();
    m_open = false;
}

} // namespace spreadline
