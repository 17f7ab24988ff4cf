// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/backoff.h"
#include "exchange/dialect.h"
#include "exchange/stream_socket.h"
#include "exchange/subscription_book.h"
#include "ports/clock.h"

#include <functional>
#include <memory>
#include <span>

namespace spreadline {

class InstrumentTable;

/// One market data connection that is meant to stay: a socket with its subscriptions, opened again when it closes, and replaced
/// before the venue's 24 hours are over or when the venue announces a shutdown. In a replacement the new socket is opened and
/// subscribed first and both deliver until the new one has proven itself; the listener sees the new one's events marked Next and
/// drops what it has already.
///
/// One thread, with an event loop. Subscriptions are kept across sockets. The listener must not destroy the session in a callback.
class StreamSession final : private StreamSocket::Listener {
public:
    struct Config {
        std::vector<std::string> urls; ///< in order of preference; the next is tried after `failOver` failures in a row
        int failOver = 3;
        StreamSocket::Limits socket;
        SubscriptionBook::Config subscriptions;
        Duration lifetime = std::chrono::hours(24) - std::chrono::minutes(10);
        Duration lifetimeSpread = std::chrono::minutes(10); ///< up to this much earlier, so that connections do not swap together
        Duration overlap = std::chrono::seconds(1);         ///< both deliver at least this long
        Duration patience = std::chrono::seconds(5);        ///< a confirmed new socket that is quiet this long is believed
        Duration policyWait =
            std::chrono::seconds(60); ///< at least, after close code 1008 and handshakes refused with 403, 418, 429
        Duration pauseWait = std::chrono::seconds(10); ///< at least, after pause()
        Backoff::Limits backoff;
        Duration settled = std::chrono::seconds(30); ///< a connection this old has earned a fresh back-off
    };
    enum class Source : std::uint8_t { Current, Next };
    struct Frame {
        Source source = Source::Current;
        Timestamp received;  ///< our wall clock
        Timestamp venueTime; ///< zero when the frame has none
    };

    class Listener {
    public:
        virtual ~Listener() = default;
        virtual void onLinkUp(StreamSession& session) = 0;
        /// Every stream is down. The session connects again by itself.
        virtual void onLinkDown(StreamSession& session, const Error& error) = 0;
        virtual void onSubscribed(StreamSession& session, const std::string& stream) = 0;
        /// Not delivered for now; tried again later.
        virtual void onRefused(StreamSession& session, const std::string& stream, const Error& error) = 0;
        /// What the venue says this connection delivers, after verify().
        virtual void onListed(StreamSession& session, const std::vector<std::string>& streams) = 0;
        /// `events` may be moved from; they are empty for a frame that carries nothing for us.
        virtual void onEvents(StreamSession& session, const Frame& frame, std::vector<MarketEvent>& events) = 0;
        virtual void onBadFrame(StreamSession& session, const Error& error, Timestamp received) = 0;
        /// The new socket is the current one now: what came marked Next continues.
        virtual void onPromoted(StreamSession& session) = 0;
    };
    /// The venue's connection-wide wishes: the instruments now, and how long no connection may be opened (a ban, or nobody
    /// takes what it would deliver).
    struct Context {
        const Clock& clock;
        Backoff::Random random;
        Dialect& dialect;
        std::function<const InstrumentTable&()> instruments;
        std::function<Duration()> holdBack;
    };

    StreamSession(Config config, Context context, Listener& listener);
    ~StreamSession() override;

    void add(const std::string& stream);
    void remove(const std::string& stream);
    void resubscribe(const std::string& stream);
    void verify();
    /// Replaces the socket without a gap; does nothing while one is being replaced.
    void renew();
    /// Drops the sockets and connects anew at once, or when the venue allows it: after a suspend nothing the old ones say can be
    /// trusted.
    void reconnect(const Error& reason);
    /// Drops the sockets and connects anew after a while, longer each time until a connection has settled: whatever makes us close
    /// them may well come back.
    void pause(const Error& reason);

    bool isUp() const noexcept { return m_current && m_current->socket->isOpen(); }
    Duration roundTrip() const noexcept { return isUp() ? m_current->socket->roundTrip() : Duration::zero(); }
    /// The link answers pings: quiet streams on it may be believed.
    bool answersWithin(Duration span) const { return isUp() && m_current->socket->silentFor() <= span; }
    std::int64_t frames() const noexcept { return m_frames; }
    std::int64_t reconnects() const noexcept { return m_reconnects; }

private:
    struct LaterDelete {
        void operator()(StreamSocket* socket) const
        {
            socket->retire();
            socket->deleteLater();
        }
    };
    struct Link {
        std::unique_ptr<StreamSocket, LaterDelete> socket;
        SubscriptionBook book;
        Duration openedAt{}, confirmedAt{}, firstDataAt{};
    };

    void onOpen(StreamSocket& socket) override;
    void onText(StreamSocket& socket, std::string_view text, Timestamp received) override;
    void onClosed(StreamSocket& socket, const Error& error, int closeCode) override;

    std::unique_ptr<Link> makeLink(const SubscriptionBook& book);
    void connectNow();
    void connectLater(int closeCode);
    void lose(const Error& error, int closeCode);
    void forgiveIfSettled();
    void promote();
    Duration lifetime() const;
    Duration waitAfter(int closeCode);
    Duration barredFor() const;
    void tick();
    void pump(Link& link);
    void answered(Link& link, const Decoded& decoded);
    void confirmed(Link& link, std::int64_t requestId, const std::vector<std::string>& listed);
    bool readyToPromote() const;
    Link* linkOf(const StreamSocket& socket) const;

    Config m_config;
    Context m_context;
    Listener& m_listener;
    Backoff m_backoff;
    std::unique_ptr<Link> m_current, m_next;
    SubscriptionBook m_wanted; ///< what a new link starts from
    std::vector<MarketEvent> m_events;
    QTimer m_tick, m_retry;
    Duration m_renewAt{};
    Duration m_barredUntil{}; ///< the venue has said: not so soon again
    std::size_t m_url = 0;
    int m_failures = 0;
    std::int64_t m_frames = 0, m_reconnects = 0;
};

} // namespace spreadline
