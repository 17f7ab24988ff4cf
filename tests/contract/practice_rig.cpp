// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_rig.h"

#include "exchange/binance/binance_dialect.h"
#include "test_main.h"

#include <QJsonArray>
#include <QTcpSocket>

#include <algorithm>

namespace spreadline::test {

using namespace std::chrono_literals;

practice::PracticeConfig PracticeRig::smallMarket()
{
    practice::PracticeConfig config;
    config.market.symbolCount = 4;
    config.market.messagesPerSecond = 200;
    return config;
}

PracticeRig::PracticeRig(std::function<void(LiveFeedConfig&)> adjust, practice::PracticeConfig exchange)
    : m_exchange(std::move(exchange))
{
    auto started = m_exchange.start();
    if (!started)
        qFatal("the practice exchange does not start: %s", logText(started.error()).c_str());
    m_address = *started;
    LiveFeedConfig config;
    config.venue = *findVenue("practice", std::vector<VenueHost>{{m_address.rest, m_address.webSocket}});
    config.seed = 1;
    config.streams.backoff = {100ms, 500ms, 0.2};
    config.rest.backoff = {100ms, 500ms, 0.2};
    config.streams.subscriptions = {1s, 2, 5s, 100};
    config.streams.socket.pingEvery = 500ms;
    config.streams.socket.silence = 2s;
    if (adjust)
        adjust(config);
    m_feed = std::make_unique<LiveFeed>(std::move(config), std::make_unique<BinanceDialect>(), clock, sink);
}

PracticeRig::~PracticeRig()
{
    m_feed->stop(); // before the exchange, whose end it would report
}

bool PracticeRig::begin()
{
    m_feed->start({});
    if (!QTest::qWaitFor([this] { return sink.idOf("BTCUSDT") != allInstruments; }, 10'000))
        return false;
    bitcoin = sink.idOf("BTCUSDT");
    trades = {StreamKind::Trades, bitcoin, {}};
    book = {StreamKind::Book, bitcoin, {}};
    top = {StreamKind::BookTop, bitcoin, {}};
    klines = {StreamKind::Klines, bitcoin, Interval::time(1min)};
    m_feed->subscribe(channels());
    return settle();
}

bool PracticeRig::settle()
{
    return QTest::qWaitFor(
        [this] {
            return std::ranges::all_of(channels(), [this](const Channel& channel) {
                return sink.stateOf(channel) == TrustState::Synced && sink.countOf(channel) > 0;
            });
        },
        20'000);
}

QByteArray PracticeRig::call(const QByteArray& method, const QByteArray& target, const QByteArray& body)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_address.controlPort);
    if (!socket.waitForConnected(3'000))
        return {};
    socket.write(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_address.controlPort)
                 + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.waitForReadyRead(5'000))
        answer += socket.readAll();
    answer += socket.readAll();
    return answer;
}

bool PracticeRig::fault(const QByteArray& json)
{
    const QByteArray answer = call("POST", "/fault", json);
    if (!answer.startsWith("HTTP/1.1 200"))
        qWarning("%s", answer.constData());
    return answer.startsWith("HTTP/1.1 200");
}

bool PracticeRig::heal()
{
    return call("POST", "/heal", "{}").startsWith("HTTP/1.1 200");
}

QJsonDocument PracticeRig::truth(const QByteArray& part)
{
    const QByteArray answer = call("GET", "/truth?part=" + part, {});
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4));
}

int PracticeRig::connections(bool openOnly)
{
    int count = 0;
    for (const QJsonValue& connection : truth("connections").object()[QStringLiteral("connections")].toArray())
        count += !openOnly || connection[QStringLiteral("open")].toBool();
    return count;
}

int PracticeRig::fired(const QString& verb)
{
    const QJsonObject faults = truth("faults").object()[QStringLiteral("fired")].toObject();
    return faults[verb].toInt();
}

} // namespace spreadline::test
