// SPDX-License-Identifier: GPL-3.0-or-later
#include "venue_checkup.h"

#include "exchange/clock_offset.h"
#include "exchange/stream_socket.h"

#include <QEventLoop>
#include <QHostInfo>
#include <QNetworkProxy>
#include <QSslCipher>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <cmath>
#include <optional>

namespace spreadline::cli {
namespace {

using namespace std::chrono_literals;

constexpr int connectMilliseconds = 5'000;
constexpr auto frameDeadline = 10s;
constexpr Duration clockAlarm = 1s; ///< orders would be refused

QUrl urlOf(const std::string& text)
{
    return QUrl(QString::fromStdString(text));
}

QString milliseconds(Duration span)
{
    return QStringLiteral("%1 ms").arg(static_cast<double>(span.count()) / 1e6, 0, 'f', 1);
}

/// One subscription on one socket: did it open, did a frame come that can be read?
class FrameProbe final : public StreamSocket::Listener {
public:
    FrameProbe(BinanceDialect& dialect, const InstrumentTable& instruments, std::string stream)
        : m_dialect(dialect), m_instruments(instruments), m_stream(std::move(stream))
    {}
    void onOpen(StreamSocket& socket) override
    {
        opened = true;
        socket.send(m_dialect.subscribe(std::vector{m_stream}, 1));
    }
    void onText(StreamSocket&, std::string_view text, Timestamp) override
    {
        std::vector<MarketEvent> events;
        const auto decoded = m_dialect.decode(text, m_instruments, events);
        if (!decoded)
            finish(decoded.error());
        else if (!events.empty())
            finish(std::nullopt);
    }
    void onClosed(StreamSocket&, const Error& why, int) override { finish(why); }
    void wait(StreamSocket& socket, const QUrl& url)
    {
        QTimer::singleShot(frameDeadline, &m_loop, [this] { finish(Error{Errc::Timeout, m_stream, "no frame in time"}); });
        socket.open(url);
        if (!m_done)
            m_loop.exec();
    }

    bool opened = false;
    std::optional<Error> error;

private:
    void finish(std::optional<Error> why)
    {
        if (std::exchange(m_done, true))
            return;
        error = std::move(why);
        m_loop.quit();
    }

    BinanceDialect& m_dialect;
    const InstrumentTable& m_instruments;
    std::string m_stream;
    QEventLoop m_loop;
    bool m_done = false;
};

} // namespace

VenueCheckup::VenueCheckup(VenueHost host) : m_host(std::move(host)), m_transport(RestTransport::Limits{}) {}

std::vector<Finding> VenueCheckup::run()
{
    if (!resolve())
        skipFrom(Fault::Connect);
    else if (!connectTo())
        skipFrom(m_findings.back().fault == Fault::Connect ? Fault::Tls : Fault::Geo);
    else if (askRest()) {
        measureClock();
        openStream();
    } else {
        skipFrom(m_findings.back().fault == Fault::Geo ? Fault::Rest : Fault::Clock);
    }
    return std::move(m_findings);
}

void VenueCheckup::skipFrom(Fault first)
{
    for (auto fault = static_cast<int>(first); fault <= static_cast<int>(Fault::Frame); ++fault)
        add(skipped(static_cast<Fault>(fault), QStringLiteral("an earlier check failed")));
}

bool VenueCheckup::resolve()
{
    const QString name = urlOf(m_host.rest).host();
    QEventLoop loop;
    std::optional<QHostInfo> info;
    QHostInfo::lookupHost(name, &loop, [&](const QHostInfo& result) {
        info = result;
        loop.quit();
    });
    QTimer::singleShot(connectMilliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    if (!info || info->addresses().isEmpty()) {
        add(failed(Fault::Dns,
                   Error{Errc::DnsFailed, name.toStdString(), info ? info->errorString().toStdString() : "no answer in time"}));
        return false;
    }
    add(good(Fault::Dns, QStringLiteral("%1 is %2").arg(name, info->addresses().first().toString())));
    return true;
}

bool VenueCheckup::connectTo()
{
    const QUrl url = urlOf(m_host.rest);
    const bool safe = url.scheme() == QLatin1String("https");
    QSslSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setPeerVerifyName(url.host());
    socket.connectToHost(url.host(), static_cast<quint16>(url.port(safe ? 443 : 80)));
    if (!socket.waitForConnected(connectMilliseconds)) {
        add(failed(Fault::Connect, Error{Errc::Unreachable, m_host.rest, socket.errorString().toStdString()}));
        return false;
    }
    add(good(Fault::Connect, socket.peerAddress().toString()));
    if (!safe) {
        add(skipped(Fault::Tls, QStringLiteral("the connection is not encrypted")));
        return true;
    }
    socket.startClientEncryption();
    if (!socket.waitForEncrypted(connectMilliseconds)) {
        add(failed(Fault::Tls, Error{Errc::TlsFailed, m_host.rest, socket.errorString().toStdString()}));
        return false;
    }
    add(good(Fault::Tls, socket.sessionCipher().protocolString()));
    return true;
}

Result<RestAnswer> VenueCheckup::get(const RestRequest& request)
{
    std::optional<Result<RestAnswer>> answer;
    QEventLoop loop;
    m_transport.get(urlOf(m_host.rest + request.target), [&](Result<RestAnswer> result) {
        answer.emplace(std::move(result));
        loop.quit();
    });
    loop.exec(); // the transport always answers
    return std::move(*answer);
}

Result<RestAnswer> VenueCheckup::getGood(const RestRequest& request)
{
    auto answer = get(request);
    if (!answer || (answer->status >= 200 && answer->status < 300))
        return answer;
    return m_dialect.readRefusal(answer->status, answer->body, answer->retryAfter, m_clock.now()).error;
}

bool VenueCheckup::askRest()
{
    const auto answer = getGood(m_dialect.instrumentsRequest());
    if (!answer && answer.error().code == Errc::GeoBlocked) {
        add(failed(Fault::Geo, answer.error()));
        return false;
    }
    add(good(Fault::Geo, {}));
    auto instruments = answer ? m_dialect.readInstruments(answer->body) : Result<std::vector<Instrument>>(answer.error());
    if (!instruments) {
        add(failed(Fault::Rest, instruments.error()));
        return false;
    }
    m_instruments = InstrumentTable(std::move(*instruments));
    const auto warm = getGood(m_dialect.serverTimeRequest()); // the second request finds the connection open
    const Duration time = warm ? warm->roundTrip : answer->roundTrip;
    add(good(Fault::Rest, QStringLiteral("%1 instruments, round trip %2").arg(m_instruments.size()).arg(milliseconds(time))));
    return true;
}

void VenueCheckup::measureClock()
{
    ClockOffset offset;
    for (std::size_t i = 0; i < ClockOffset::sampleCount; ++i) {
        const auto answer = getGood(m_dialect.serverTimeRequest());
        const Duration now = m_clock.monotonic();
        const auto time = answer ? m_dialect.readServerTime(answer->body) : Result<Timestamp>(answer.error());
        if (time)
            offset.add(now - answer->roundTrip, now, *time, m_clock.now());
    }
    const Duration now = m_clock.monotonic();
    if (!offset.isTrusted(now, m_clock.now())) {
        add(failed(Fault::Clock, Error{Errc::ClockUntrusted, "clock", "too few quick answers to measure it"}));
        return;
    }
    const Duration distance = offset.offset(now, m_clock.now());
    const QString text = QStringLiteral("venue clock minus ours: %1").arg(milliseconds(distance));
    if (distance > clockAlarm || distance < -clockAlarm)
        add(failed(Fault::Clock, Error{Errc::ClockUntrusted, "clock", text.toStdString()}));
    else
        add(good(Fault::Clock, text));
}

void VenueCheckup::openStream()
{
    const Instrument* instrument = m_instruments.find("BTCUSDT");
    if (!instrument && !m_instruments.empty())
        instrument = &m_instruments.all().front();
    if (!instrument) {
        skipFrom(Fault::Stream);
        return;
    }
    const Channel channel{StreamKind::MarkPrice, instrument->id, {}}; // comes every few seconds, traded or not
    FrameProbe probe(m_dialect, m_instruments, m_dialect.streamName(channel, m_instruments));
    StreamSocket socket(m_clock, {}, probe);
    probe.wait(socket, urlOf(streamUrl(m_host, m_dialect.route(channel))));
    const Duration roundTrip = socket.roundTrip();
    socket.retire();
    if (!probe.opened) {
        add(failed(Fault::Stream, probe.error.value_or(Error{Errc::Timeout, "websocket", {}})));
        skipFrom(Fault::Frame);
        return;
    }
    add(good(Fault::Stream,
             roundTrip > Duration::zero() ? QStringLiteral("ping answered in %1").arg(milliseconds(roundTrip)) : QString()));
    add(probe.error ? failed(Fault::Frame, *probe.error) : good(Fault::Frame, QString::fromStdString(instrument->symbol)));
}

} // namespace spreadline::cli
