// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/rest_reader.h"

#include "exchange/binance/bar_check.h"
#include "exchange/binance/field_set.h"
#include "exchange/binance/instrument_reader.h"
#include "exchange/binance/rest_keys.h"

namespace spreadline::binance {
namespace {

/// The venue may still correct a bar right after its end (protocols/clocks-and-conventions.md 2).
constexpr Duration closingGrace = std::chrono::seconds(2);

struct BookNames {
    enum Slot { LastUpdateId, Time, Bids, Asks };
    static constexpr std::array<std::string_view, 4> table{"lastUpdateId", "T", "bids", "asks"};
};
struct TradeNames {
    enum Slot { Id, PriceText, QuantityText, Time, BuyerIsMaker };
    static constexpr std::array<std::string_view, 5> table{"a", "p", "q", "T", "m"};
};
struct TickerNames {
    enum Slot { Symbol, Last, Open, High, Low, Volume, QuoteVolume, CloseTime, Count };
    static constexpr std::array<std::string_view, 9> table{"symbol", "lastPrice",   "openPrice", "highPrice", "lowPrice",
                                                           "volume", "quoteVolume", "closeTime", "count"};
};
struct MarkNames {
    enum Slot { Symbol, Mark, Index, Rate, NextFunding, Time };
    static constexpr std::array<std::string_view, 6> table{"symbol",          "markPrice",       "indexPrice",
                                                           "lastFundingRate", "nextFundingTime", "time"};
};
struct FundingNames {
    enum Slot { Symbol, Value, Time };
    static constexpr std::array<std::string_view, 3> table{"symbol", "fundingRate", "fundingTime"};
};
struct InterestNames {
    enum Slot { Symbol, Value, Time };
    static constexpr std::array<std::string_view, 3> table{"symbol", "sumOpenInterest", "timestamp"};
};
struct KlineSlots {
    enum Slot { OpenTime, Open, High, Low, Close, Volume, CloseTime, QuoteVolume, Trades, TakerBuyVolume };
    static constexpr std::array<std::string_view, 10> table{"openTime", "open",      "high",        "low",    "close",
                                                            "volume",   "closeTime", "quoteVolume", "trades", "takerBuyBase"};
};
struct TimeNames {
    enum Slot { ServerTime };
    static constexpr std::array<std::string_view, 1> table{"serverTime"};
};

bool readTradeRow(FieldSet<TableKeys<TradeNames>>& fields, json::object row, const Instrument& instrument, Trade& trade)
{
    bool buyerIsMaker = false;
    trade.instrument = instrument.id;
    if (!fields.capture(row) || !fields.integer(TradeNames::Id, 0, trade.id, largestTradeId)
        || !fields.onGrid(TradeNames::PriceText, instrument.priceScale(), trade.price)
        || !fields.onGrid(TradeNames::QuantityText, instrument.quantityScale(), trade.quantity)
        || !fields.time(TradeNames::Time, trade.time) || !fields.boolean(TradeNames::BuyerIsMaker, buyerIsMaker))
        return false;
    trade.aggressor = buyerIsMaker ? Side::Sell : Side::Buy;
    return true;
}

bool readTickerRow(JsonReader& reader, FieldSet<TableKeys<TickerNames>>& fields, const Instrument& instrument, Ticker24h& ticker)
{
    using Names = TickerNames;
    const int scale = instrument.priceScale();
    ticker.instrument = instrument.id;
    if (!fields.nearGrid(Names::Volume, instrument.quantityScale(), true, ticker.volume)
        || !fields.any(Names::QuoteVolume, ticker.quoteVolume) || !fields.integer(Names::Count, 0, ticker.trades)
        || !fields.time(Names::CloseTime, ticker.time))
        return false;
    if (ticker.quoteVolume.isNegative())
        return reader.fail(Errc::BadNumber, "quoteVolume", ticker.quoteVolume.toString());
    const bool nothingTraded = ticker.volume.isZero();
    return fields.nearGrid(Names::Last, scale, nothingTraded, ticker.last)
        && fields.nearGrid(Names::Open, scale, nothingTraded, ticker.open)
        && fields.nearGrid(Names::High, scale, nothingTraded, ticker.high)
        && fields.nearGrid(Names::Low, scale, nothingTraded, ticker.low);
}

bool readKlineRow(FieldSet<TableKeys<KlineSlots>>& fields, const Instrument& instrument, Kline& kline)
{
    using Slots = KlineSlots;
    const int price = instrument.priceScale();
    const int quantity = instrument.quantityScale();
    return fields.time(Slots::OpenTime, kline.openTime) && fields.time(Slots::CloseTime, kline.closeTime)
        && fields.nearGrid(Slots::Open, price, false, kline.open) && fields.nearGrid(Slots::High, price, false, kline.high)
        && fields.nearGrid(Slots::Low, price, false, kline.low) && fields.nearGrid(Slots::Close, price, false, kline.close)
        && fields.nearGrid(Slots::Volume, quantity, true, kline.volume)
        && fields.nearGrid(Slots::TakerBuyVolume, quantity, true, kline.takerBuyVolume)
        && fields.any(Slots::QuoteVolume, kline.quoteVolume) && fields.integer(Slots::Trades, 0, kline.trades);
}

bool readMarkRow(FieldSet<TableKeys<MarkNames>>& fields, const Instrument& instrument, MarkPrice& mark)
{
    using Names = MarkNames;
    std::string_view rate;
    std::int64_t next = 0;
    mark.instrument = instrument.id;
    if (!fields.nearGrid(Names::Mark, instrument.priceScale(), true, mark.mark)
        || !fields.nearGrid(Names::Index, instrument.priceScale(), true, mark.index) || !fields.text(Names::Rate, rate)
        || !fields.integer(Names::NextFunding, 0, next) || !fields.time(Names::Time, mark.time))
        return false;
    // Dated contracts are not funded: their rate is empty and their time zero.
    return (rate.empty() || fields.any(Names::Rate, mark.fundingRate))
        && (next == 0 || fields.time(Names::NextFunding, mark.nextFunding));
}

} // namespace

bool RestReader::openObject(std::string_view body, std::string_view name, json::object& object)
{
    if (!m_reader.open(body))
        return false;
    m_reader.setScope(name);
    const auto code = m_reader.document().get_object().get(object);
    return code == simdjson::SUCCESS || m_reader.failJson(code, {});
}

template<typename Read>
bool RestReader::eachRow(std::string_view body, std::string_view name, Read read)
{
    if (!m_reader.open(body))
        return false;
    m_reader.setScope(name);
    json::json_type type{};
    if (const auto code = m_reader.document().type().get(type))
        return m_reader.failJson(code, {});
    if (type == json::json_type::object) {
        json::object object;
        const auto code = m_reader.document().get_object().get(object);
        return (code == simdjson::SUCCESS || m_reader.failJson(code, {})) && read(object) && m_reader.finish();
    }
    json::array array;
    if (const auto code = m_reader.document().get_array().get(array))
        return m_reader.failJson(code, {});
    for (auto result : array) {
        json::object object;
        if (const auto code = std::move(result).get_object().get(object))
            return m_reader.failJson(code, {});
        if (!read(object))
            return false;
    }
    return m_reader.finish();
}

Result<Timestamp> RestReader::serverTime(std::string_view body)
{
    FieldSet<TableKeys<TimeNames>> fields(m_reader);
    json::object object;
    Timestamp time;
    if (!openObject(body, "time", object) || !fields.capture(object) || !fields.time(TimeNames::ServerTime, time)
        || !m_reader.finish())
        return m_reader.error();
    return time;
}

Result<std::vector<Instrument>> RestReader::instruments(std::string_view body)
{
    json::object root;
    std::vector<Instrument> instruments;
    if (!openObject(body, "exchangeInfo", root) || !InstrumentReader(m_reader).read(root, instruments) || !m_reader.finish())
        return m_reader.error();
    return instruments;
}

Result<BookSnapshot> RestReader::book(std::string_view body, const Instrument& instrument)
{
    FieldSet<TableKeys<BookNames>> fields(m_reader);
    json::object object;
    BookSnapshot book;
    book.instrument = instrument.id;
    book.scale = instrument.bookScale();
    constexpr std::uint64_t arrays = (1U << BookNames::Bids) | (1U << BookNames::Asks);
    if (!openObject(body, "depth", object) || !fields.capture(object, arrays)
        || !fields.integer(BookNames::LastUpdateId, 0, book.updateId) || !fields.levels(BookNames::Bids, book.scale, book.bids)
        || !fields.levels(BookNames::Asks, book.scale, book.asks) || !m_reader.finish())
        return m_reader.error();
    if (fields.has(BookNames::Time) && !fields.time(BookNames::Time, book.time)) // spot's has none
        return m_reader.error();
    return book;
}

Result<std::vector<Trade>> RestReader::trades(std::string_view body, const Instrument& instrument)
{
    FieldSet<TableKeys<TradeNames>> fields(m_reader);
    std::vector<Trade> trades;
    const bool read = eachRow(body, "aggTrades",
                              [&](json::object row) { return readTradeRow(fields, row, instrument, trades.emplace_back()); });
    if (!read)
        return m_reader.error();
    return trades;
}

template<typename Names>
Result<std::vector<DerivativeValue>> RestReader::values(std::string_view body, std::string_view name,
                                                        const Instrument& instrument, bool mayBeNegative)
{
    FieldSet<TableKeys<Names>> fields(m_reader);
    std::vector<DerivativeValue> values;
    const bool read = eachRow(body, name, [&](json::object row) {
        std::string_view symbol;
        if (!fields.capture(row) || !fields.text(Names::Symbol, symbol))
            return false;
        if (symbol != instrument.symbol)
            return m_reader.fail(Errc::BadSchema, "symbol",
                                 std::string(symbol) + " where " + instrument.symbol + " was asked for");
        DerivativeValue& value = values.emplace_back();
        std::int64_t millis = 0; // openInterestHist has had its stamps in quotes and without
        const bool hasTime =
            fields.isText(Names::Time) ? fields.mantissa(Names::Time, 0, millis) : fields.time(Names::Time, value.time);
        if (!hasTime || !fields.any(Names::Value, value.value))
            return false;
        if (fields.isText(Names::Time))
            value.time = Timestamp::fromMillis(millis);
        return mayBeNegative || !value.value.isNegative()
            || m_reader.fail(Errc::BadNumber, Names::table[Names::Value], value.value.toString());
    });
    if (!read)
        return m_reader.error();
    std::ranges::sort(values, {}, &DerivativeValue::time);
    return values;
}

Result<std::vector<DerivativeValue>> RestReader::fundingRates(std::string_view body, const Instrument& instrument)
{
    return values<FundingNames>(body, "fundingRate", instrument, true);
}

Result<std::vector<DerivativeValue>> RestReader::openInterests(std::string_view body, const Instrument& instrument)
{
    return values<InterestNames>(body, "openInterestHist", instrument, false);
}

Status RestReader::tickers(std::string_view body, const InstrumentTable& instruments, std::vector<MarketEvent>& out)
{
    FieldSet<TableKeys<TickerNames>> fields(m_reader);
    std::vector<MarketEvent> rows;
    const bool read = eachRow(body, "ticker/24hr", [&](json::object row) {
        std::string_view symbol;
        if (!fields.capture(row) || !fields.text(TickerNames::Symbol, symbol))
            return false;
        Ticker24h ticker;
        const Instrument* instrument = instruments.find(symbol);
        if (!instrument)
            return true;
        if (!readTickerRow(m_reader, fields, *instrument, ticker))
            return false;
        if (ticker.last.isPositive()) // a contract before its first trade has no prices
            rows.emplace_back(ticker);
        return true;
    });
    if (!read)
        return m_reader.error();
    out.insert(out.end(), rows.begin(), rows.end());
    return {};
}

Status RestReader::markPrices(std::string_view body, const InstrumentTable& instruments, std::vector<MarketEvent>& out)
{
    FieldSet<TableKeys<MarkNames>> fields(m_reader);
    std::vector<MarketEvent> rows;
    const bool read = eachRow(body, "premiumIndex", [&](json::object row) {
        std::string_view symbol;
        if (!fields.capture(row) || !fields.text(MarkNames::Symbol, symbol))
            return false;
        MarkPrice mark;
        const Instrument* instrument = instruments.find(symbol);
        if (!instrument)
            return true;
        if (!readMarkRow(fields, *instrument, mark))
            return false;
        if (mark.mark.isPositive())
            rows.emplace_back(mark);
        return true;
    });
    if (!read)
        return m_reader.error();
    out.insert(out.end(), rows.begin(), rows.end());
    return {};
}

Result<std::vector<Kline>> RestReader::klines(std::string_view body, const Instrument& instrument, Interval interval,
                                              Timestamp now)
{
    std::vector<Kline> klines;
    if (!m_reader.open(body) || !readKlineRows(instrument, interval, klines) || !m_reader.finish())
        return m_reader.error();
    for (Kline& kline : klines)
        kline.closed = kline.closeTime + closingGrace <= now;
    return klines;
}

bool RestReader::readKlineRows(const Instrument& instrument, Interval interval, std::vector<Kline>& klines)
{
    FieldSet<TableKeys<KlineSlots>> fields(m_reader);
    json::array rows;
    m_reader.setScope("klines");
    if (const auto code = m_reader.document().get_array().get(rows))
        return m_reader.failJson(code, {});
    for (auto result : rows) {
        json::array row;
        if (const auto code = std::move(result).get_array().get(row))
            return m_reader.failJson(code, {});
        Kline kline;
        if (!fields.captureRow(row) || !readKlineRow(fields, instrument, kline)
            || !checkBar(m_reader, kline, interval, "openTime", "closeTime"))
            return false;
        if (!klines.empty() && kline.openTime <= klines.back().openTime)
            return m_reader.fail(Errc::BadSchema, "openTime", "not rising");
        klines.push_back(kline);
    }
    return true;
}

} // namespace spreadline::binance
