// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/line_reader.h"
#include "practice/recording.h"

#include <algorithm>
#include <map>

#include <simdjson.h>

namespace spreadline::practice {
namespace {

namespace dom = simdjson::dom;

/// Thrown inside this file only, to leave a nest of JSON accesses; becomes an Error with file:line.
struct BadLine {
    std::string why;
};

std::string_view text(const dom::element& from, const char* key)
{
    std::string_view value;
    if (from[key].get(value) != simdjson::SUCCESS)
        throw BadLine{std::string("no text field ") + key};
    return value;
}

std::int64_t integer(const dom::element& from, const char* key)
{
    std::int64_t value = 0;
    if (from[key].get(value) != simdjson::SUCCESS)
        throw BadLine{std::string("no integer field ") + key};
    return value;
}

Timestamp millis(const dom::element& from, const char* key)
{
    const std::int64_t value = integer(from, key);
    constexpr std::int64_t year2017 = 1'483'228'800'000, year2100 = 4'102'444'800'000;
    if (value < year2017 || value > year2100)
        throw BadLine{std::string("no plausible time in ") + key};
    return Timestamp::fromMillis(value);
}

dom::array array(const dom::element& from, const char* key)
{
    dom::array value;
    if (from[key].get(value) != simdjson::SUCCESS)
        throw BadLine{std::string("no array ") + key};
    return value;
}

/// What the first reading of a file learns of a symbol.
struct Known {
    GridGuess price, quantity;
    bool hasFilters = false;
    bool hasAggTrades = false;
    bool isPlayed = false; ///< something of it happens in this file
    Instrument instrument;
};

/// Both readings of a capture: the first learns the instruments, the second makes the events.
class CaptureReader {
public:
    Result<Recording> read(const std::string& path)
    {
        for (const bool learning : {true, false}) {
            m_learning = learning;
            if (const auto done = readOnce(path); !done)
                return done.error();
            if (learning)
                nameInstruments();
        }
        finish();
        if (m_recording.items.empty())
            return Error{Errc::BadFile, path, "no Binance USD-M market data in it"};
        return std::move(m_recording);
    }

private:
    Status readOnce(const std::string& path)
    {
        auto lines = LineReader::open(path);
        if (!lines)
            return lines.error();
        while (true) {
            const auto line = lines->next();
            if (!line)
                return line.error();
            if (!*line)
                return {};
            try {
                readLine(**line);
            } catch (const BadLine& bad) {
                return lines->refuse(bad.why);
            }
        }
    }

    void readLine(std::string_view line)
    {
        dom::element outer;
        if (m_outer.parse(line.data(), line.size()).get(outer) != simdjson::SUCCESS || !outer.is_object())
            throw BadLine{"not a JSON object"};
        const std::string_view kind = text(outer, "t");
        if (kind == "send" || kind == "connect")
            return;
        if (kind != "recv" && kind != "http")
            throw BadLine{"not a line of a capture: t is '" + std::string(kind.substr(0, 16)) + "'"};
        const std::string_view data = text(outer, "data");
        dom::element inner;
        if (m_inner.parse(data.data(), data.size()).get(inner) != simdjson::SUCCESS)
            throw BadLine{"its data is not JSON"};
        if (kind == "http")
            return readHttp(text(outer, "url"), inner);
        dom::element wrapped;
        readEvent(inner["data"].get(wrapped) == simdjson::SUCCESS ? wrapped : inner);
    }

    void readHttp(std::string_view url, const dom::element& body)
    {
        if (url.find("/exchangeInfo") != url.npos && m_learning)
            return readFilters(body);
        const auto at = url.find("/depth?");
        if (at == url.npos)
            return;
        auto name = url.substr(std::min(url.size(), url.find("symbol=", at)));
        name.remove_prefix(std::min<std::size_t>(name.size(), 7));
        Known& known = m_known[std::string(name.substr(0, name.find('&')))];
        if (m_learning) {
            learnLevels(known, body, "bids", "asks");
            return;
        }
        const Instrument& instrument = known.instrument;
        BookSnapshot book{.instrument = instrument.id,
                          .updateId = integer(body, "lastUpdateId"),
                          .time = millis(body, "E"),
                          .scale = instrument.bookScale(),
                          .bids = levels(instrument, body, "bids"),
                          .asks = levels(instrument, body, "asks")};
        m_recording.hasDepth = true;
        append(book.time, std::move(book));
        if (std::ranges::find(m_snapshotted, instrument.id) == m_snapshotted.end()) {
            m_snapshotted.push_back(instrument.id);
            m_firstSnapshots = m_time; // when it is played, which is later than its stamp if it came late
        }
    }

    void readEvent(const dom::element& event)
    {
        std::string_view kind;
        if (event["e"].get(kind) != simdjson::SUCCESS)
            return; // an acknowledgement, or an array of tickers: nothing to play
        if (kind == "depthUpdate")
            readDepth(event);
        else if (kind == "trade" || kind == "aggTrade")
            readTrade(event, kind == "aggTrade");
        else if (kind == "markPriceUpdate")
            readMark(event);
    }

    void readDepth(const dom::element& event)
    {
        Known& known = m_known[std::string(text(event, "s"))];
        if (m_learning) {
            learnLevels(known, event, "b", "a");
            return;
        }
        if (event["pu"].error() != simdjson::SUCCESS)
            throw BadLine{"a depth update without pu: not a capture of Binance USD-M"};
        BookDelta delta{.instrument = known.instrument.id,
                        .firstId = integer(event, "U"),
                        .lastId = integer(event, "u"),
                        .previousLast = integer(event, "pu"),
                        .time = millis(event, "E"),
                        .scale = known.instrument.bookScale(),
                        .bids = levels(known.instrument, event, "b"),
                        .asks = levels(known.instrument, event, "a")};
        m_recording.hasDepth = true;
        append(delta.time, std::move(delta));
    }

    void readTrade(const dom::element& event, bool aggregate)
    {
        Known& known = m_known[std::string(text(event, "s"))];
        const std::string_view price = text(event, "p"), quantity = text(event, "q");
        if (m_learning) {
            learn(known, price, quantity);
            known.hasAggTrades = known.hasAggTrades || aggregate;
            return;
        }
        if (known.hasAggTrades != aggregate)
            return; // the same trades told twice: the aggregates count
        bool buyerIsMaker = false;
        if (event["m"].get(buyerIsMaker) != simdjson::SUCCESS)
            throw BadLine{"no flag m"};
        const Instrument& instrument = known.instrument;
        const Trade trade{.instrument = instrument.id,
                          .id = integer(event, aggregate ? "a" : "t"),
                          .price = Price::fromMantissa(mantissa(price, instrument.priceScale()), instrument.priceScale()),
                          .quantity =
                              Quantity::fromMantissa(mantissa(quantity, instrument.quantityScale()), instrument.quantityScale()),
                          .aggressor = buyerIsMaker ? Side::Sell : Side::Buy,
                          .time = millis(event, "T")};
        if (trade.price.isPositive() && trade.quantity.isPositive()) // settlements are told as trades of nothing
            append(millis(event, "E"), trade);
    }

    void readMark(const dom::element& event)
    {
        Known& known = m_known[std::string(text(event, "s"))];
        known.isPlayed = true;
        if (m_learning)
            return;
        const auto decimal = [&](const char* key) {
            const auto value = Price::parse(text(event, key));
            if (!value)
                throw BadLine{std::string("no number in ") + key};
            return *value;
        };
        const MarkPrice mark{.instrument = known.instrument.id,
                             .mark = decimal("p"),
                             .index = decimal("i"),
                             .fundingRate = decimal("r"),
                             .nextFunding = millis(event, "T"),
                             .time = millis(event, "E")};
        append(mark.time, mark);
    }

    void readFilters(const dom::element& body)
    {
        for (const dom::element entry : array(body, "symbols")) {
            Known& known = m_known[std::string(text(entry, "symbol"))];
            Instrument& instrument = known.instrument;
            instrument.symbol = text(entry, "symbol");
            instrument.baseAsset = text(entry, "baseAsset");
            instrument.quoteAsset = text(entry, "quoteAsset");
            for (const dom::element filter : array(entry, "filters"))
                readFilter(instrument, filter);
            known.hasFilters = true;
        }
    }

    template<typename Number>
    static Number filterNumber(const dom::element& filter, const char* key)
    {
        const auto value = Number::parse(text(filter, key));
        if (!value || value->isNegative())
            throw BadLine{std::string("no number in filter field ") + key};
        return *value;
    }

    static void readFilter(Instrument& instrument, const dom::element& filter)
    {
        const std::string_view kind = text(filter, "filterType");
        if (kind == "PRICE_FILTER") {
            instrument.tickSize = filterNumber<Price>(filter, "tickSize");
            instrument.minPrice = filterNumber<Price>(filter, "minPrice");
            instrument.maxPrice = filterNumber<Price>(filter, "maxPrice");
        } else if (kind == "LOT_SIZE") {
            instrument.stepSize = filterNumber<Quantity>(filter, "stepSize");
            instrument.minQuantity = filterNumber<Quantity>(filter, "minQty");
            instrument.maxQuantity = filterNumber<Quantity>(filter, "maxQty");
        } else if (kind == "MARKET_LOT_SIZE") {
            instrument.maxMarketQuantity = filterNumber<Quantity>(filter, "maxQty");
        } else if (kind == "MIN_NOTIONAL") {
            instrument.minNotional = filterNumber<Money>(filter, "notional");
        } else if (kind == "PERCENT_PRICE") {
            instrument.bandUp = filterNumber<Price>(filter, "multiplierUp");
            instrument.bandDown = filterNumber<Price>(filter, "multiplierDown");
        }
    }

    void learn(Known& known, std::string_view price, std::string_view quantity)
    {
        known.isPlayed = true;
        if (const auto seen = known.price.see(price); !seen)
            throw BadLine{seen.error().detail};
        if (const auto seen = known.quantity.see(quantity); !seen)
            throw BadLine{seen.error().detail};
    }

    void learnLevels(Known& known, const dom::element& from, const char* bids, const char* asks)
    {
        for (const char* side : {bids, asks}) {
            for (const dom::element level : array(from, side))
                learn(known, levelText(level, 0), levelText(level, 1));
        }
    }

    static std::string_view levelText(const dom::element& level, std::size_t at)
    {
        dom::array pair;
        std::string_view value;
        if (level.get(pair) != simdjson::SUCCESS || pair.at(at).get(value) != simdjson::SUCCESS)
            throw BadLine{"a level that is not [\"price\",\"quantity\"]"};
        return value;
    }

    static std::int64_t mantissa(std::string_view number, int scale)
    {
        const auto value = readMantissa(number, scale);
        if (!value || *value < 0)
            throw BadLine{"'" + std::string(number.substr(0, 32)) + "' is not a number with " + std::to_string(scale)
                          + " decimals"};
        return *value;
    }

    static std::vector<BookLevel> levels(const Instrument& instrument, const dom::element& from, const char* side)
    {
        std::vector<BookLevel> result;
        for (const dom::element level : array(from, side))
            result.push_back({mantissa(levelText(level, 0), instrument.priceScale()),
                              mantissa(levelText(level, 1), instrument.quantityScale())});
        return result;
    }

    void nameInstruments()
    {
        for (auto& [symbol, known] : m_known) {
            if (!known.isPlayed)
                continue;
            if (!known.hasFilters) {
                known.instrument = guessedInstrument(symbol, known.price, known.quantity);
                m_recording.notes += " " + symbol + ": no exchangeInfo in the file, tick " + known.instrument.tickSize.toString()
                    + " and step " + known.instrument.stepSize.toString() + " inferred.";
            }
            known.instrument.id = InstrumentId{static_cast<std::uint32_t>(m_recording.instruments.size())};
            m_recording.instruments.push_back(known.instrument);
        }
    }

    void append(Timestamp time, MarketEvent event)
    {
        m_time = std::max(m_time, time);
        m_recording.items.push_back({m_time, std::move(event)});
    }

    void finish()
    {
        if (m_recording.items.empty())
            return;
        // With the first snapshots in the history, the book is whole from the first moment.
        const Timestamp first = m_recording.items.front().time;
        m_recording.start = m_firstSnapshots - first < std::chrono::seconds(10) ? std::max(first, m_firstSnapshots) : first;
        for (Instrument& instrument : m_recording.instruments)
            instrument.onboarded = first;
    }

    bool m_learning = true;
    dom::parser m_outer, m_inner;
    std::map<std::string, Known> m_known;
    std::vector<InstrumentId> m_snapshotted;
    Timestamp m_firstSnapshots;
    Timestamp m_time;
    Recording m_recording;
};

} // namespace

Result<Recording> readCapture(const std::string& path)
{
    return CaptureReader().read(path);
}

} // namespace spreadline::practice
