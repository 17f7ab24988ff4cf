// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/binance_dialect.h"

#include "exchange/binance/frame_decoder.h"
#include "exchange/binance/refusal_reader.h"
#include "exchange/binance/rest_reader.h"

#include <algorithm>

namespace spreadline {
namespace {

constexpr int bookDepth = 1'000;
constexpr int mostKlines = 1'500;
constexpr int mostTrades = 1'000;
constexpr int mostFundingRates = 1'000;
constexpr int mostOpenInterests = 500;

// Weights of protocols/binance-usdm.md 4.
constexpr int bookWeight = 20;
constexpr int tradesWeight = 20;
constexpr int allTickersWeight = 40;
constexpr int allMarkPricesWeight = 10;

int klinesWeight(int limit)
{
    if (limit < 100)
        return 1;
    if (limit < 500)
        return 2;
    return limit <= 1'000 ? 5 : 10;
}

/// A value in a query: everything but unreserved characters as %XX (RFC 3986).
std::string encoded(std::string_view text)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || std::string_view("-._~").find(c) != std::string_view::npos;
        if (isPlain)
            out += c;
        else
            out.append({'%', hex[byte >> 4U], hex[byte & 15U]});
    }
    return out;
}

std::string jsonText(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) >= ' ') // control characters are in no symbol, and would break the frame
            out += c;
    }
    return out + '"';
}

std::string lowerCase(std::string_view symbol)
{
    std::string lower(symbol);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

std::string request(std::string_view method, std::span<const std::string> streams, std::int64_t id)
{
    std::string text = "{\"method\":\"" + std::string(method) + "\",\"params\":[";
    for (std::size_t i = 0; i < streams.size(); ++i)
        text += (i > 0 ? "," : "") + jsonText(streams[i]);
    return text + "],\"id\":" + std::to_string(id) + "}";
}

/// Of the kinds that have a stream of all symbols.
std::string allStream(StreamKind kind)
{
    switch (kind) {
    case StreamKind::BookTop: return "!bookTicker";
    case StreamKind::MarkPrice: return "!markPrice@arr@1s";
    case StreamKind::Ticker: return "!ticker@arr";
    case StreamKind::Liquidations: return "!forceOrder@arr";
    case StreamKind::Trades:
    case StreamKind::Book:
    case StreamKind::Klines: break;
    }
    return {};
}

} // namespace

struct BinanceDialect::Parsers {
    explicit Parsers(const Options& options)
        : frames(options.frameBytes, options.isSpot ? binance::Product::Spot : binance::Product::UsdM), bodies(options.bodyBytes)
    {}

    binance::FrameDecoder frames;
    binance::RestReader bodies;
};

BinanceDialect::BinanceDialect(Options options) : m_parsers(std::make_unique<Parsers>(options)) {}
BinanceDialect::~BinanceDialect() = default;

std::string BinanceDialect::route(const Channel& channel) const
{
    return channel.kind == StreamKind::Book || channel.kind == StreamKind::BookTop ? "/public" : "/market";
}

std::string BinanceDialect::streamName(const Channel& channel, const InstrumentTable& instruments) const
{
    if (channel.instrument == allInstruments)
        return allStream(channel.kind);
    const Instrument* instrument = instruments.find(channel.instrument);
    if (!instrument)
        return {};
    const std::string symbol = lowerCase(instrument->symbol);
    switch (channel.kind) {
    case StreamKind::Trades: return symbol + "@aggTrade";
    case StreamKind::Book: return symbol + "@depth@100ms";
    case StreamKind::BookTop: return symbol + "@bookTicker";
    case StreamKind::Klines:
        return isVenueInterval(channel.interval) ? symbol + "@kline_" + toString(channel.interval) : std::string();
    case StreamKind::MarkPrice: return symbol + "@markPrice@1s";
    case StreamKind::Ticker: return symbol + "@ticker";
    case StreamKind::Liquidations: return symbol + "@forceOrder";
    }
    return {};
}

std::string BinanceDialect::subscribe(std::span<const std::string> streams, std::int64_t requestId) const
{
    return request("SUBSCRIBE", streams, requestId);
}

std::string BinanceDialect::unsubscribe(std::span<const std::string> streams, std::int64_t requestId) const
{
    return request("UNSUBSCRIBE", streams, requestId);
}

std::string BinanceDialect::listSubscriptions(std::int64_t requestId) const
{
    return "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + std::to_string(requestId) + "}";
}

Result<Decoded> BinanceDialect::decode(std::string_view frame, const InstrumentTable& instruments, std::vector<MarketEvent>& out)
{
    return m_parsers->frames.decode(frame, instruments, out);
}

RestRequest BinanceDialect::serverTimeRequest() const
{
    return {"/fapi/v1/time", 1};
}

Result<Timestamp> BinanceDialect::readServerTime(std::string_view body)
{
    return m_parsers->bodies.serverTime(body);
}

RestRequest BinanceDialect::instrumentsRequest() const
{
    return {"/fapi/v1/exchangeInfo", 1};
}

Result<std::vector<Instrument>> BinanceDialect::readInstruments(std::string_view body)
{
    return m_parsers->bodies.instruments(body);
}

RestRequest BinanceDialect::bookRequest(const Instrument& instrument) const
{
    return {"/fapi/v1/depth?symbol=" + encoded(instrument.symbol) + "&limit=" + std::to_string(bookDepth), bookWeight};
}

Result<BookSnapshot> BinanceDialect::readBook(std::string_view body, const Instrument& instrument)
{
    return m_parsers->bodies.book(body, instrument);
}

RestRequest BinanceDialect::klinesRequest(const Instrument& instrument, const KlineRequest& request) const
{
    const int limit = std::clamp(request.limit, 1, mostKlines);
    std::string target = "/fapi/v1/klines?symbol=" + encoded(instrument.symbol) + "&interval=" + toString(request.interval);
    if (request.from.isKnown())
        target += "&startTime=" + std::to_string(request.from.millis());
    if (request.to.isKnown())
        target += "&endTime=" + std::to_string(request.to.millis());
    return {target + "&limit=" + std::to_string(limit), klinesWeight(limit)};
}

Result<std::vector<Kline>> BinanceDialect::readKlines(std::string_view body, const Instrument& instrument, Interval interval,
                                                      Timestamp now)
{
    return m_parsers->bodies.klines(body, instrument, interval, now);
}

RestRequest BinanceDialect::tradesRequest(const Instrument& instrument, const TradeRequest& request) const
{
    std::string target = "/fapi/v1/aggTrades?symbol=" + encoded(instrument.symbol);
    if (request.fromId > 0)
        target += "&fromId=" + std::to_string(request.fromId);
    return {target + "&limit=" + std::to_string(std::clamp(request.limit, 1, mostTrades)), tradesWeight};
}

Result<std::vector<Trade>> BinanceDialect::readTrades(std::string_view body, const Instrument& instrument)
{
    return m_parsers->bodies.trades(body, instrument);
}

RestRequest BinanceDialect::derivativesRequest(const Instrument& instrument, const DerivativeRequest& request) const
{
    const std::string range =
        "&startTime=" + std::to_string(request.from.millis()) + "&endTime=" + std::to_string(request.to.millis());
    if (request.series == DerivativeSeries::FundingRate)
        return {"/fapi/v1/fundingRate?symbol=" + encoded(instrument.symbol) + range
                    + "&limit=" + std::to_string(mostFundingRates),
                0, RestRequest::Budget::Funding};
    return {"/futures/data/openInterestHist?symbol=" + encoded(instrument.symbol)
                + "&period=" + toString(Interval::time(request.period)) + range + "&limit=" + std::to_string(mostOpenInterests),
            0, RestRequest::Budget::Statistics};
}

Result<std::vector<DerivativeValue>> BinanceDialect::readDerivatives(std::string_view body, const Instrument& instrument,
                                                                     DerivativeSeries series)
{
    return series == DerivativeSeries::FundingRate ? m_parsers->bodies.fundingRates(body, instrument)
                                                   : m_parsers->bodies.openInterests(body, instrument);
}

RestRequest BinanceDialect::tickersRequest() const
{
    return {"/fapi/v1/ticker/24hr", allTickersWeight};
}

RestRequest BinanceDialect::markPricesRequest() const
{
    return {"/fapi/v1/premiumIndex", allMarkPricesWeight};
}

Status BinanceDialect::readTickers(std::string_view body, const InstrumentTable& instruments, std::vector<MarketEvent>& out)
{
    return m_parsers->bodies.tickers(body, instruments, out);
}

Status BinanceDialect::readMarkPrices(std::string_view body, const InstrumentTable& instruments, std::vector<MarketEvent>& out)
{
    return m_parsers->bodies.markPrices(body, instruments, out);
}

Dialect::Refusal BinanceDialect::readRefusal(int status, std::string_view body, int retryAfter, Timestamp now) const
{
    return binance::readRefusal(status, body, retryAfter, now);
}

} // namespace spreadline
