// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "frames.h"

#include "exchange/binance/binance_dialect.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

/// "61800.20" at two decimals -> 6180020, as one writes it with the standard library.
std::int64_t mantissa(std::string_view text, int scale)
{
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::string_view fraction = text.substr(std::min(dot + 1, text.size()));
    std::int64_t whole = 0, part = 0;
    const auto read = [](std::string_view digits, std::int64_t& value) {
        const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return failure == std::errc{} && end == digits.data() + digits.size();
    };
    if (!read(text.substr(0, dot), whole) || (!fraction.empty() && !read(fraction, part)))
        std::abort();
    auto decimals = static_cast<int>(fraction.size());
    for (; decimals > scale; --decimals)
        part /= 10;
    for (int i = 0; i < scale; ++i)
        whole *= 10;
    for (; decimals < scale; ++decimals)
        part *= 10;
    return whole + part;
}

constexpr int priceScale = 1, quantityScale = 3; // of oneInstrument()

/// The baseline: simdjson on demand, field by field in the order in which they come, numbers to exact integers by
/// std::from_chars. It trusts the frame: no check of what it skips, no instrument but one, no word about what was
/// wrong.
class BareSimdjson {
public:
    void trade(const std::string& frame)
    {
        auto data = open(frame, "aggTrade");
        Trade trade;
        std::string_view text;
        bool isMaker = false;
        need(data["a"].get(trade.id));
        need(data["p"].get(text));
        trade.price = Price::fromMantissa(mantissa(text, priceScale), priceScale);
        need(data["q"].get(text));
        trade.quantity = Quantity::fromMantissa(mantissa(text, quantityScale), quantityScale);
        trade.time = time(data["T"]);
        need(data["m"].get(isMaker));
        trade.aggressor = isMaker ? Side::Sell : Side::Buy;
        keep(trade);
    }
    void depth(const std::string& frame)
    {
        auto data = open(frame, "depthUpdate");
        BookDelta delta;
        delta.time = time(data["T"]);
        symbol(data);
        need(data["U"].get(delta.firstId));
        need(data["u"].get(delta.lastId));
        need(data["pu"].get(delta.previousLast));
        levels(data, "b", delta.bids);
        levels(data, "a", delta.asks);
        keep(delta);
    }

private:
    static void need(simdjson::error_code error)
    {
        if (error)
            std::abort(); // a baseline that fails early would be a fast one
    }
    template<typename Value>
    static Timestamp time(Value value)
    {
        std::int64_t millis = 0;
        need(value.get(millis));
        return Timestamp::fromMillis(millis);
    }
    static void symbol(simdjson::ondemand::object& data)
    {
        std::string_view text;
        need(data["s"].get(text));
        if (text != "BTCUSDT")
            std::abort();
    }
    static void levels(simdjson::ondemand::object& data, const char* key, std::vector<BookLevel>& out)
    {
        for (auto level : data[key].get_array()) {
            std::array<std::string_view, 2> cells;
            std::size_t at = 0;
            for (auto cell : level.get_array())
                need(cell.get(cells[at++]));
            out.push_back({mantissa(cells[0], priceScale), mantissa(cells[1], quantityScale)});
        }
    }
    simdjson::ondemand::object open(const std::string& frame, std::string_view type)
    {
        m_buffer.assign(frame);
        m_buffer.reserve(frame.size() + simdjson::SIMDJSON_PADDING);
        need(m_parser.iterate(m_buffer.data(), frame.size(), m_buffer.capacity()).get(m_document));
        simdjson::ondemand::object root, data;
        std::string_view text;
        need(m_document.get_object().get(root));
        need(root["stream"].get(text));
        need(root["data"].get(data));
        need(data["e"].get(text));
        if (text != type)
            std::abort();
        keep(time(data["E"]));
        if (type == "aggTrade")
            symbol(data);
        return data;
    }

    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
    std::string m_buffer;
};

void decodeAll(BinanceDialect& dialect, const InstrumentTable& instruments, const std::vector<std::string>& frames,
               std::vector<MarketEvent>& events)
{
    for (const std::string& frame : frames) {
        events.clear();
        if (!dialect.decode(frame, instruments, events))
            std::abort();
    }
    keep(events);
}

void withQJson(const std::vector<std::string>& frames)
{
    const auto number = [](const QJsonValue& value, int scale) {
        const QByteArray text = value.toString().toUtf8();
        return mantissa({text.constData(), static_cast<std::size_t>(text.size())}, scale);
    };
    for (const std::string& frame : frames) {
        const QJsonObject data = QJsonDocument::fromJson(QByteArray::fromRawData(
            frame.data(), static_cast<qsizetype>(frame.size())))[QLatin1String("data")]
                                     .toObject();
        if (data[QLatin1String("e")].toString() == QLatin1String("aggTrade")) {
            Trade trade;
            trade.id = data[QLatin1String("a")].toInteger();
            trade.price = Price::fromMantissa(number(data[QLatin1String("p")], priceScale), priceScale);
            trade.quantity = Quantity::fromMantissa(number(data[QLatin1String("q")], quantityScale), quantityScale);
            trade.time = Timestamp::fromMillis(data[QLatin1String("T")].toInteger());
            keep(trade);
            continue;
        }
        BookDelta delta;
        delta.lastId = data[QLatin1String("u")].toInteger();
        for (auto [key, side] : {std::pair{"b", &delta.bids}, std::pair{"a", &delta.asks}}) {
            for (const QJsonValue level : data[QLatin1String(key)].toArray())
                side->push_back({number(level[0], priceScale), number(level[1], quantityScale)});
        }
        keep(delta);
    }
}

void measure(Report& report, const char* name, const std::vector<std::string>& frames,
             void (BareSimdjson::*bare)(const std::string&), double qjsonAtLeast)
{
    const InstrumentTable instruments = oneInstrument();
    BinanceDialect dialect;
    BareSimdjson parser;
    std::vector<MarketEvent> events;
    const double scale = 1e6 / static_cast<double>(frames.size());
    const auto ours = [&] { decodeAll(dialect, instruments, frames, events); };
    const Paired simd = paired(15, scale, ours, [&] {
        for (const std::string& frame : frames)
            (parser.*bare)(frame);
    });
    report.add({std::string(name) + " to exact integers", "us", simd.work, "bare simdjson, the same integers", simd.baseline,
                simd.ratio, 1.25, Figure::Bound::RatioAtMost});
    const Paired qjson = paired(
        5, scale, [&] { withQJson(frames); }, ours);
    report.add({std::string(name) + " by QJsonDocument", "us", qjson.work, "ours", qjson.baseline, qjson.ratio, qjsonAtLeast,
                Figure::Bound::RatioAtLeast});
}

void run(Report& report)
{
    measure(report, "aggTrade", aggTradeFrames(5'000), &BareSimdjson::trade, 4.5);
    measure(report, "depth of 100 levels", depthFrames(500, 50, 1'000), &BareSimdjson::depth, 12);
}

} // namespace

SPREADLINE_BENCH("decode", "Binance frames, text to exact integers", run)
