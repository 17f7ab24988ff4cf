// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"
#include "ports/feed.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline {

class InstrumentTable;

/// A REST call, without host: what the shared RestSession sends and budgets.
struct RestRequest {
    std::string target; ///< path and query: "/fapi/v1/depth?symbol=BTCUSDT&limit=1000"
    int weight = 1;     ///< of the venue's request-weight limit
    enum class Budget : std::uint8_t {
        Weight,
        Funding,               ///< calls of funding history, counted one by one
        Statistics             ///< likewise those of open interest and its kin
    } budget = Budget::Weight; ///< which of the venue's limits it counts against
};

/// What a frame was, beside the events it carried.
struct Decoded {
    enum class Kind : std::uint8_t {
        Events,   ///< appended to `out`
        Ack,      ///< the answer to request `requestId`
        Refusal,  ///< likewise, refused; `error` says why
        Shutdown, ///< the venue says this connection will close soon
        Ignored,  ///< a known or unknown event that carries nothing for us
    };
    Kind kind = Kind::Ignored;
    std::int64_t requestId = 0;
    Timestamp venueTime; ///< event time of the (last) event; zero when the frame has none
    Error error;
    std::vector<std::string> streams; ///< of a LIST_SUBSCRIPTIONS answer
};

/// A venue's language, and nothing else: bytes in, events out; wishes in, bytes out. Pure: no socket, no clock, no state that a
/// frame could leave behind. One object per connection thread (the parser's buffers are reused).
class Dialect {
public:
    virtual ~Dialect() = default;

    /// Connections differ by what they deliver (Binance: /public, /market). Streams of one route share sockets.
    virtual std::string route(const Channel& channel) const = 0;
    virtual std::string streamName(const Channel& channel, const InstrumentTable& instruments) const = 0;
    virtual std::string subscribe(std::span<const std::string> streams, std::int64_t requestId) const = 0;
    virtual std::string unsubscribe(std::span<const std::string> streams, std::int64_t requestId) const = 0;
    virtual std::string listSubscriptions(std::int64_t requestId) const = 0;

    /// Appends the frame's events. On an error nothing is appended: a frame is applied whole or not at all. Errors: BadFrame (not
    /// JSON, too deep), BadSchema (a field missing or of the wrong type), BadNumber (zero, negative, NaN, too many digits),
    /// UnknownInstrument. Error.where names the event and field ("depthUpdate.b[3]").
    virtual Result<Decoded> decode(std::string_view frame, const InstrumentTable& instruments, std::vector<MarketEvent>& out) = 0;

    virtual RestRequest serverTimeRequest() const = 0;
    virtual Result<Timestamp> readServerTime(std::string_view body) = 0;
    virtual RestRequest instrumentsRequest() const = 0;
    /// Ids are left zero: the InstrumentTable gives them out.
    virtual Result<std::vector<Instrument>> readInstruments(std::string_view body) = 0;
    virtual RestRequest bookRequest(const Instrument& instrument) const = 0;
    virtual Result<BookSnapshot> readBook(std::string_view body, const Instrument& instrument) = 0;
    virtual RestRequest klinesRequest(const Instrument& instrument, const KlineRequest& request) const = 0;
    /// `now` (the venue's clock) decides which bars are closed. Bars off the grid of `interval` refuse the body.
    virtual Result<std::vector<Kline>> readKlines(std::string_view body, const Instrument& instrument, Interval interval,
                                                  Timestamp now) = 0;
    virtual RestRequest tradesRequest(const Instrument& instrument, const TradeRequest& request) const = 0;
    virtual Result<std::vector<Trade>> readTrades(std::string_view body, const Instrument& instrument) = 0;
    /// Settled funding rates, or open interest at the ends of the request's periods.
    virtual RestRequest derivativesRequest(const Instrument& instrument, const DerivativeRequest& request) const = 0;
    /// Rising times. A row of another symbol refuses the body.
    virtual Result<std::vector<DerivativeValue>> readDerivatives(std::string_view body, const Instrument& instrument,
                                                                 DerivativeSeries series) = 0;
    /// The whole 24 h table and the whole mark-price table, for a watchlist at start.
    virtual RestRequest tickersRequest() const = 0;
    virtual RestRequest markPricesRequest() const = 0;
    virtual Status readTickers(std::string_view body, const InstrumentTable& instruments, std::vector<MarketEvent>& out) = 0;
    virtual Status readMarkPrices(std::string_view body, const InstrumentTable& instruments, std::vector<MarketEvent>& out) = 0;

    /// What an answer other than 2xx means; `retryAfter` is the header in seconds or 0. Banned carries the end in `bannedUntil`.
    struct Refusal {
        Error error;
        int venueCode = 0;
        Timestamp bannedUntil;
    };
    virtual Refusal readRefusal(int status, std::string_view body, int retryAfter, Timestamp now) const = 0;
};

} // namespace spreadline
