// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/market_event.h"
#include "exchange/binance/json_reader.h"
#include "exchange/instrument_table.h"

namespace spreadline::binance {

/// Bodies of REST answers to domain values, each refused whole or taken whole. One thread. Errors: BadFrame, BadSchema, BadNumber,
/// FrameTooLarge; Error.where names the call and field ("klines.high").
class RestReader {
public:
    explicit RestReader(std::size_t maxBytes) : m_reader(maxBytes) {}

    Result<Timestamp> serverTime(std::string_view body);
    Result<std::vector<Instrument>> instruments(std::string_view body);
    Result<BookSnapshot> book(std::string_view body, const Instrument& instrument);
    Result<std::vector<Kline>> klines(std::string_view body, const Instrument& instrument, Interval interval, Timestamp now);
    /// aggTrades.
    Result<std::vector<Trade>> trades(std::string_view body, const Instrument& instrument);
    /// fundingRate and openInterestHist, in order of time.
    Result<std::vector<DerivativeValue>> fundingRates(std::string_view body, const Instrument& instrument);
    Result<std::vector<DerivativeValue>> openInterests(std::string_view body, const Instrument& instrument);
    /// ticker/24hr and premiumIndex, the whole table or one row. Symbols the table does not know are passed over.
    Status tickers(std::string_view body, const InstrumentTable& instruments, std::vector<MarketEvent>& out);
    Status markPrices(std::string_view body, const InstrumentTable& instruments, std::vector<MarketEvent>& out);

private:
    /// Opens the body and hands every object of its array (or the one object it is) to `read`.
    template<typename Read>
    bool eachRow(std::string_view body, std::string_view name, Read read);
    bool openObject(std::string_view body, std::string_view name, json::object& object);
    bool readKlineRows(const Instrument& instrument, Interval interval, std::vector<Kline>& klines);

    template<typename Names>
    Result<std::vector<DerivativeValue>> values(std::string_view body, std::string_view name, const Instrument& instrument,
                                                bool mayBeNegative);

    JsonReader m_reader;
};

} // namespace spreadline::binance
