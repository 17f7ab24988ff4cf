// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/dialect.h"

#include <memory>

namespace spreadline {

/// Binance USD-M futures (protocols/binance-usdm.md), and everything that speaks it: production, testnet, the practice exchange.
///
/// Frames: wrapped ({"stream","data"}) and raw; aggTrade, trade, depthUpdate (diff only: frames of depth5/10/20 streams are
/// Ignored), bookTicker, kline, markPriceUpdate, 24hrTicker, 24hrMiniTicker and forceOrder, single or as an array; acks, refusals,
/// serverShutdown. In frames of the `!…` streams an unknown symbol is skipped, everywhere else it is UnknownInstrument.
///
/// One object per thread: the parser's buffers are reused and decoding a trade allocates nothing.
class BinanceDialect final : public Dialect {
public:
    struct Options {
        std::size_t frameBytes = 4U << 20U; ///< larger frames and bodies are FrameTooLarge before they are looked at
        std::size_t bodyBytes = 64U << 20U;
        bool isSpot = false; ///< reads recorded spot frames (no pu; bookTicker without type); requests stay those of futures
    };

    BinanceDialect() : BinanceDialect(Options()) {}
    explicit BinanceDialect(Options options);
    ~BinanceDialect() override;

    /// "/public" (Book, BookTop) or "/market" (the rest).
    std::string route(const Channel& channel) const override;
    /// "btcusdt@depth@100ms"; the `!…@arr` form for allInstruments. Empty for what the venue has no stream for: an interval built
    /// here from trades, an unknown instrument, all instruments of a kind that has no such form.
    std::string streamName(const Channel& channel, const InstrumentTable& instruments) const override;
    std::string subscribe(std::span<const std::string> streams, std::int64_t requestId) const override;
    std::string unsubscribe(std::span<const std::string> streams, std::int64_t requestId) const override;
    std::string listSubscriptions(std::int64_t requestId) const override;

    Result<Decoded> decode(std::string_view frame, const InstrumentTable& instruments, std::vector<MarketEvent>& out) override;

    RestRequest serverTimeRequest() const override;
    Result<Timestamp> readServerTime(std::string_view body) override;
    RestRequest instrumentsRequest() const override;
    Result<std::vector<Instrument>> readInstruments(std::string_view body) override;
    RestRequest bookRequest(const Instrument& instrument) const override;
    Result<BookSnapshot> readBook(std::string_view body, const Instrument& instrument) override;
    RestRequest klinesRequest(const Instrument& instrument, const KlineRequest& request) const override;
    Result<std::vector<Kline>> readKlines(std::string_view body, const Instrument& instrument, Interval interval,
                                          Timestamp now) override;
    /// aggTrades: their ids are those of the aggTrade stream.
    RestRequest tradesRequest(const Instrument& instrument, const TradeRequest& request) const override;
    Result<std::vector<Trade>> readTrades(std::string_view body, const Instrument& instrument) override;
    /// fundingRate, or openInterestHist (the last 30 days only; periods of 5m, 15m, 30m, 1h, 2h, 4h, 6h, 12h, 1d).
    RestRequest derivativesRequest(const Instrument& instrument, const DerivativeRequest& request) const override;
    Result<std::vector<DerivativeValue>> readDerivatives(std::string_view body, const Instrument& instrument,
                                                         DerivativeSeries series) override;
    RestRequest tickersRequest() const override;
    RestRequest markPricesRequest() const override;
    Status readTickers(std::string_view body, const InstrumentTable& instruments, std::vector<MarketEvent>& out) override;
    Status readMarkPrices(std::string_view body, const InstrumentTable& instruments, std::vector<MarketEvent>& out) override;

    Refusal readRefusal(int status, std::string_view body, int retryAfter, Timestamp now) const override;

private:
    struct Parsers;
    std::unique_ptr<Parsers> m_parsers;
};

} // namespace spreadline
