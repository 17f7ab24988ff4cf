// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_venue.h"

#include "test_main.h"

#include <QUrl>
#include <QUrlQuery>

namespace spreadline::test {

using namespace std::chrono_literals;

namespace {

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

LiveFeedConfig configFor(const ScriptedVenue& venue)
{
    LiveFeedConfig config;
    const std::string ws = venue.streams.url();
    config.venue = *findVenue("practice", std::vector<VenueHost>{{venue.http.url(), ws.substr(0, ws.find("/market"))}});
    config.seed = 1;
    config.streams.backoff = config.rest.backoff = {50ms, 200ms, 0.2};
    return config;
}

} // namespace

ScriptedVenue::ScriptedVenue(std::function<void(LiveFeedConfig&)> adjust)
    : http([this](const QByteArray& target) {
          const QByteArray other = rest ? rest(target) : QByteArray();
          return HttpServer::answer(200, other.isEmpty() ? answer(target) : other);
      })
{
    LiveFeedConfig config = configFor(*this);
    if (adjust)
        adjust(config);
    feed.emplace(config, dialect, clock, sink);
}

bool ScriptedVenue::begin()
{
    Instrument instrument;
    instrument.symbol = "BTCUSDT";
    instrument.tickSize = Price::fromMantissa(1, 1);
    instrument.stepSize = Quantity::fromMantissa(1, 3);
    feed->start({instrument});
    return QTest::qWaitFor([this] { return sink.health().clockTrusted; });
}

bool ScriptedVenue::listen(const Channel& channel)
{
    const auto before = streams.subscribed.size();
    feed->subscribe({channel});
    return QTest::qWaitFor([&] { return streams.subscribed.size() > before; });
}

QByteArray ScriptedVenue::frame(const QByteArray& stream, const QByteArray& data)
{
    return R"({"stream":")" + stream + R"(","data":)" + data + "}";
}

void ScriptedVenue::trade(std::int64_t id, qint64 millis)
{
    const QByteArray time = number(now() + millis);
    say("btcusdt@aggTrade",
        R"({"e":"aggTrade","E":)" + time + R"(,"s":"BTCUSDT","a":)" + number(id)
            + R"(,"p":"60000.1","q":"0.002","nq":"0.002","f":1,"l":1,"T":)" + time + R"(,"m":true})");
}

void ScriptedVenue::kline(qint64 openMillis, bool closed)
{
    say("btcusdt@kline_1m",
        R"({"e":"kline","E":)" + number(now()) + R"(,"s":"BTCUSDT","k":{"t":)" + number(openMillis) + R"(,"T":)"
            + number(openMillis + 59'999)
            + R"(,"s":"BTCUSDT","i":"1m","f":1,"L":2,"o":"6","c":"6","h":"6","l":"6","v":"1","n":2,"x":)"
            + (closed ? "true" : "false") + R"(,"q":"6","V":"1","Q":"6","B":"0"}})");
}

int ScriptedVenue::asked(const QByteArray& text) const
{
    return static_cast<int>(
        std::ranges::count_if(http.targets(), [&](const QByteArray& target) { return target.contains(text); }));
}

QByteArray ScriptedVenue::answer(const QByteArray& target) const
{
    const QUrlQuery query(QUrl(QString::fromLatin1(target)));
    const auto parameter = [&](const char* name) { return query.queryItemValue(QLatin1String(name)).toLongLong(); };
    if (target.startsWith("/fapi/v1/time"))
        return R"({"serverTime":)" + number(now()) + "}";
    if (target.startsWith("/fapi/v1/exchangeInfo"))
        return QByteArray::fromStdString(R"({"timezone":"UTC","serverTime":1,"rateLimits":[],"symbols":[{"symbol":"BTCUSDT",
            "contractType":"PERPETUAL","status":"TRADING","onboardDate":1,"baseAsset":"BTC","quoteAsset":"USDT","filters":[
            {"filterType":"PRICE_FILTER","minPrice":"0.1","maxPrice":"4529764","tickSize":"0.10"},
            {"filterType":"LOT_SIZE","minQty":"0.001","maxQty":"1000","stepSize":"0.001"}]}]})");
    if (target.startsWith("/fapi/v1/aggTrades"))
        return tradesFrom(parameter("fromId"), static_cast<int>(parameter("limit")));
    if (target.startsWith("/fapi/v1/klines"))
        return barsFrom(parameter("startTime"), static_cast<int>(parameter("limit")));
    return "[]";
}

QByteArray ScriptedVenue::tradesFrom(std::int64_t id, int limit) const
{
    auto first = id > 0 ? tape.lower_bound(id) : tape.end();
    for (int i = 0; id == 0 && i < limit && first != tape.begin(); ++i)
        --first;
    QByteArrayList rows;
    for (; first != tape.end() && rows.size() < limit; ++first)
        rows += R"({"a":)" + number(first->first) + R"(,"p":"60000.1","q":"0.002","f":1,"l":1,"T":)" + number(first->second)
            + R"(,"m":true})";
    return "[" + rows.join(',') + "]";
}

QByteArray ScriptedVenue::barsFrom(qint64 from, int limit) const
{
    QByteArrayList rows;
    for (const qint64 open : bars) {
        if (open >= from && rows.size() < limit)
            rows += "[" + number(open) + R"(,"6","6","6","6","1",)" + number(open + 59'999) + R"(,"6",2,"1","6","0"])";
    }
    return "[" + rows.join(',') + "]";
}

} // namespace spreadline::test
