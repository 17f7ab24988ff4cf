// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/stream_session.h"

#include <algorithm>
#include <utility>

namespace spreadline {
namespace {

constexpr auto tickEvery = std::chrono::milliseconds(100);

/// A closing or a refused handshake that says: not so soon again.
bool wantsPatience(int closeCode)
{
    return closeCode == 1008 || closeCode == 403 || closeCode == 418 || closeCode == 429;
}

int milliseconds(Duration span)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(span).count());
}

} // namespace

StreamSession::StreamSession(Config config, Context context, Listener& listener)
    : m_config(std::move(config)),
      m_context(std::move(context)),
      m_listener(listener),
      m_backoff(m_context.random, m_config.backoff),
      m_wanted(m_config.subscriptions)
{
    m_retry.setSingleShot(true);
    QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { connectNow(); });
    QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { tick(); });
    m_tick.start(tickEvery);
    m_retry.start(0);
}

StreamSession::~StreamSession() = default;

void StreamSession::add(const std::string& stream)
{
    m_wanted.want(stream);
    for (Link* link : {m_current.get(), m_next.get()}) {
        if (link)
            link->book.want(stream);
    }
}

void StreamSession::remove(const std::string& stream)
{
    m_wanted.drop(stream);
    m_wanted.restart(); // it only lists names: nothing there has to be unsubscribed
    for (Link* link : {m_current.get(), m_next.get()}) {
        if (link)
            link->book.drop(stream);
    }
}

void StreamSession::resubscribe(const std::string& stream)
{
    if (m_current)
        m_current->book.again(stream);
}

void StreamSession::verify()
{
    if (m_current)
        m_current->book.verify();
}

StreamSession::Link* StreamSession::linkOf(const StreamSocket& socket) const
{
    if (m_current && m_current->socket.get() == &socket)
        return m_current.get();
    return m_next && m_next->socket.get() == &socket ? m_next.get() : nullptr;
}

std::unique_ptr<StreamSession::Link> StreamSession::makeLink(const SubscriptionBook& book)
{
    auto link = std::make_unique<Link>(Link{nullptr, book, {}, {}, {}});
    link->book.restart();
    link->socket.reset(new StreamSocket(m_context.clock, m_config.socket, *this));
    return link;
}

void StreamSession::connectNow()
{
    if (const Duration barred = barredFor(); barred > Duration::zero()) {
        m_retry.start(milliseconds(barred));
        return;
    }
    m_current = makeLink(m_wanted);
    m_current->socket->open(QUrl(QString::fromStdString(m_config.urls[m_url])));
}

void StreamSession::connectLater(int closeCode)
{
    const Duration wait = waitAfter(closeCode);
    if (++m_failures % m_config.failOver == 0)
        m_url = (m_url + 1) % m_config.urls.size();
    m_retry.start(milliseconds(std::max(wait, m_context.holdBack())));
}

Duration StreamSession::waitAfter(int closeCode)
{
    if (!wantsPatience(closeCode))
        return m_backoff.next();
    const Duration wait = m_backoff.next(m_config.policyWait);
    m_barredUntil = m_context.clock.monotonic() + wait;
    return wait;
}

Duration StreamSession::barredFor() const
{
    return std::max(m_barredUntil - m_context.clock.monotonic(), m_context.holdBack());
}

void StreamSession::renew()
{
    if (m_next || !isUp() || barredFor() > Duration::zero())
        return;
    m_next = makeLink(m_wanted);
    m_next->socket->open(QUrl(QString::fromStdString(m_config.urls[m_url])));
}

void StreamSession::reconnect(const Error& reason)
{
    m_next.reset();
    const bool wasUp = std::exchange(m_current, nullptr) != nullptr;
    if (wasUp)
        m_listener.onLinkDown(*this, reason);
    m_retry.start(0); // which waits as long as it has to
}

void StreamSession::pause(const Error& reason)
{
    forgiveIfSettled();
    m_barredUntil = std::max(m_barredUntil, m_context.clock.monotonic() + m_backoff.next(m_config.pauseWait));
    reconnect(reason);
}

void StreamSession::onOpen(StreamSocket& socket)
{
    Link* link = linkOf(socket);
    if (!link)
        return;
    link->openedAt = m_context.clock.monotonic();
    if (link == m_current.get()) {
        m_renewAt = link->openedAt + lifetime();
        m_listener.onLinkUp(*this);
    }
    pump(*link);
}

void StreamSession::onClosed(StreamSocket& socket, const Error& error, int closeCode)
{
    if (m_next && m_next->socket.get() == &socket) {
        m_next.reset();
        m_renewAt = m_context.clock.monotonic() + waitAfter(closeCode); // the old one still works: try again a little later
        return;
    }
    if (m_current && m_current->socket.get() == &socket)
        lose(error, closeCode);
}

void StreamSession::lose(const Error& error, int closeCode)
{
    ++m_reconnects;
    forgiveIfSettled();
    if (m_next && m_next->socket->isOpen() && m_next->book.allConfirmed()) {
        promote();
        return;
    }
    m_next.reset();
    m_current.reset();
    m_listener.onLinkDown(*this, error);
    connectLater(closeCode);
}

void StreamSession::forgiveIfSettled()
{
    const bool earned = m_current && m_current->openedAt > Duration::zero()
        && m_context.clock.monotonic() - m_current->openedAt > m_config.settled;
    if (!earned)
        return;
    m_backoff.reset();
    m_failures = 0;
}

bool StreamSession::readyToPromote() const
{
    if (!m_next || !m_next->socket->isOpen() || m_next->confirmedAt == Duration::zero())
        return false;
    const Duration sinceConfirmed = m_context.clock.monotonic() - m_next->confirmedAt;
    const bool proven = m_next->firstDataAt > Duration::zero() && sinceConfirmed >= m_config.overlap;
    return proven || sinceConfirmed >= m_config.patience;
}

Duration StreamSession::lifetime() const
{
    const double share = static_cast<double>(m_context.random()) / 4'294'967'296.0;
    return m_config.lifetime - Duration(static_cast<std::int64_t>(static_cast<double>(m_config.lifetimeSpread.count()) * share));
}

void StreamSession::promote()
{
    const auto old = std::move(m_current);
    m_current = std::move(m_next);
    m_renewAt = m_current->openedAt + lifetime();
    m_listener.onPromoted(*this);
    for (const std::string& stream : m_current->book.wanted()) {
        const bool was = old && old->book.isConfirmed(stream), is = m_current->book.isConfirmed(stream);
        if (is && !was)
            m_listener.onSubscribed(*this, stream);
        else if (was && !is) // it joined during the replacement: down until the new connection delivers it, too
            m_listener.onRefused(*this, stream, Error{Errc::ConnectionLost, stream, "not confirmed on the new connection yet"});
    }
}

void StreamSession::tick()
{
    const Duration now = m_context.clock.monotonic();
    for (Link* link : {m_current.get(), m_next.get()}) {
        if (!link || !link->socket->isOpen())
            continue;
        for (const std::string& stream : link->book.expire(now)) {
            if (link == m_current.get())
                m_listener.onRefused(*this, stream, Error{Errc::Timeout, stream, "the subscription was never confirmed"});
        }
        pump(*link);
    }
    if (isUp() && now >= m_renewAt)
        renew();
    if (readyToPromote())
        promote();
}

void StreamSession::pump(Link& link)
{
    while (const auto request = link.book.next(m_context.clock.monotonic())) {
        switch (request->verb) {
        case SubscriptionBook::Verb::Subscribe:
            link.socket->send(m_context.dialect.subscribe(request->streams, request->id));
            break;
        case SubscriptionBook::Verb::Unsubscribe:
            link.socket->send(m_context.dialect.unsubscribe(request->streams, request->id));
            break;
        case SubscriptionBook::Verb::List: link.socket->send(m_context.dialect.listSubscriptions(request->id)); break;
        }
    }
}

void StreamSession::onText(StreamSocket& socket, std::string_view text, Timestamp received)
{
    Link* link = linkOf(socket);
    if (!link)
        return; // a late frame of a connection that is no more
    ++m_frames;
    m_events.clear();
    auto decoded = m_context.dialect.decode(text, m_context.instruments(), m_events);
    if (!decoded) {
        m_listener.onBadFrame(*this, decoded.error(), received);
        return;
    }
    const bool isData = decoded->kind == Decoded::Kind::Events;
    if (!isData && decoded->kind != Decoded::Kind::Ignored) {
        answered(*link, *decoded);
        return;
    }
    if (isData && link->firstDataAt == Duration::zero())
        link->firstDataAt = m_context.clock.monotonic();
    m_listener.onEvents(*this, {link == m_current.get() ? Source::Current : Source::Next, received, decoded->venueTime},
                        m_events);
}

void StreamSession::answered(Link& link, const Decoded& decoded)
{
    const bool current = &link == m_current.get();
    if (decoded.kind == Decoded::Kind::Ack) {
        confirmed(link, decoded.requestId, decoded.streams);
    } else if (decoded.kind == Decoded::Kind::Shutdown && current) {
        renew();
    } else if (decoded.kind == Decoded::Kind::Refusal) {
        for (const std::string& stream : link.book.refused(decoded.requestId, m_context.clock.monotonic())) {
            if (current)
                m_listener.onRefused(*this, stream, decoded.error);
        }
    }
}

void StreamSession::confirmed(Link& link, std::int64_t requestId, const std::vector<std::string>& listed)
{
    const auto request = link.book.acknowledged(requestId);
    if (!request)
        return;
    const bool current = &link == m_current.get();
    if (link.book.allConfirmed() && link.confirmedAt == Duration::zero())
        link.confirmedAt = m_context.clock.monotonic();
    if (request->verb == SubscriptionBook::Verb::List && current)
        m_listener.onListed(*this, listed);
    if (request->verb != SubscriptionBook::Verb::Subscribe || !current)
        return;
    for (const std::string& stream : request->streams)
        m_listener.onSubscribed(*this, stream);
}

} // namespace spreadline
