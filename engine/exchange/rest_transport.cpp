// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/rest_transport.h"

#include <QElapsedTimer>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace spreadline {
namespace {

Errc codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError: return Errc::DnsFailed;
    case QNetworkReply::SslHandshakeFailedError: return Errc::TlsFailed;
    case QNetworkReply::TimeoutError: return Errc::Timeout;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError: return Errc::ConnectionLost;
    default: return Errc::Unreachable;
    }
}

bool isWebPage(const QNetworkReply& reply, const QByteArray& body)
{
    const QByteArray type = reply.header(QNetworkRequest::ContentTypeHeader).toByteArray().toLower();
    return type.startsWith("text/html") || body.trimmed().startsWith('<');
}

std::optional<int> numberHeader(const QNetworkReply& reply, const char* name)
{
    bool good = false;
    const int value = reply.rawHeader(name).trimmed().toInt(&good);
    return good && value >= 0 ? std::optional(value) : std::nullopt;
}

int milliseconds(Duration span)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(span).count());
}

} // namespace

/// One exchange under way; a child of its reply, so both go together.
struct RestTransport::Call : QObject {
    Call(QNetworkReply* parent, Limits bounds, QElapsedTimer begun, Done callback)
        : QObject(parent), limits(bounds), done(std::move(callback)), clock(begun)
    {}

    Limits limits;
    Done done;
    QByteArray body;
    QElapsedTimer clock; ///< since the request
    QTimer silence, total;
    std::optional<Errc> verdict; ///< why we ended it ourselves

    void end(QNetworkReply& reply, Errc why)
    {
        if (!verdict)
            verdict = why;
        reply.abort();
    }
    void take(QNetworkReply& reply)
    {
        silence.start();
        body += reply.readAll();
        const qint64 announced = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (body.size() > limits.bodyLimit || announced > limits.bodyLimit)
            end(reply, Errc::FrameTooLarge);
    }
    Result<RestAnswer> result(const QNetworkReply& reply) const;
};

Result<RestAnswer> RestTransport::Call::result(const QNetworkReply& reply) const
{
    const std::string where = reply.url().path().toStdString();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (verdict)
        return Error{*verdict, where, reply.errorString().toStdString()};
    const bool transportFailed = reply.error() != QNetworkReply::NoError
        && (status == 0 || reply.error() < QNetworkReply::ContentAccessDenied || reply.error() == QNetworkReply::ProtocolFailure
            || reply.error() == QNetworkReply::UnknownContentError);
    if (transportFailed && status < 400)
        return Error{codeOf(reply.error()), where, reply.errorString().toStdString()};
    if (status >= 300 && status < 400)
        return Error{Errc::BadStatus, where,
                     "redirect to " + reply.header(QNetworkRequest::LocationHeader).toUrl().host().toStdString()};
    if (status < 300 && isWebPage(reply, body))
        return Error{Errc::BadStatus, where, "a web page came instead of data (captive portal?)"};
    RestAnswer answer;
    answer.status = status;
    answer.body = body.toStdString();
    answer.retryAfter = numberHeader(reply, "Retry-After").value_or(0);
    answer.usedWeight = numberHeader(reply, "X-MBX-USED-WEIGHT-1M");
    answer.roundTrip = Duration(clock.nsecsElapsed());
    return answer;
}

RestTransport::RestTransport(Limits limits) : m_limits(limits)
{
    m_manager.setProxy(QNetworkProxy::NoProxy);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

RestTransport::~RestTransport()
{
    // abort() would call back into a half-destroyed owner: cut the wires first.
    for (auto* reply : m_manager.findChildren<QNetworkReply*>())
        reply->disconnect();
}

void RestTransport::get(const QUrl& url, Done done)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setDecompressedSafetyCheckThreshold(m_limits.bodyLimit);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("spreadline/" SPREADLINE_VERSION));
    QElapsedTimer begun;
    begun.start(); // before the request: Qt sends it on a thread of its own, which may be faster than we are
    auto* reply = m_manager.get(request);
    watch(reply, new Call(reply, m_limits, begun, std::move(done)));
}

void RestTransport::watch(QNetworkReply* reply, Call* call)
{
    call->silence.setSingleShot(true);
    call->total.setSingleShot(true);
    QObject::connect(&call->silence, &QTimer::timeout, call, [reply, call] { call->end(*reply, Errc::Timeout); });
    QObject::connect(&call->total, &QTimer::timeout, call, [reply, call] { call->end(*reply, Errc::Timeout); });
    QObject::connect(reply, &QNetworkReply::readyRead, call, [reply, call] { call->take(*reply); });
    QObject::connect(reply, &QNetworkReply::finished, call, [reply, call] {
        if (!call->verdict)
            call->take(*reply);
        call->silence.stop();
        call->total.stop();
        reply->deleteLater();
        const Done done = std::move(call->done);
        if (done) // take() may have aborted, which finishes a second time
            done(call->result(*reply));
    });
    call->silence.start(milliseconds(m_limits.silence));
    call->total.start(milliseconds(m_limits.total));
}

} // namespace spreadline
