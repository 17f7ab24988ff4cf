// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "frames.h"

#include "exchange/binance/binance_dialect.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <simdjson.h>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

/// Every field we use, visited on demand and left as text: the least any decoder built on simdjson does.
class BareSimdjson {
public:
    void trade(const std::string& frame)
    {
        auto data = open(frame);
        std::string_view text;
        std::int64_t number = 0;
        bool flag = false;
        need(data["s"].get(text));
        need(data["a"].get(number));
        need(data["p"].get(text));
        need(data["q"].get(text));
        need(data["T"].get(number));
        need(data["m"].get(flag));
    }
    void depth(const std::string& frame)
    {
        auto data = open(frame);
        std::string_view text;
        std::int64_t number = 0;
        need(data["T"].get(number));
        need(data["s"].get(text));
        for (const char* key : {"U", "u", "pu"})
            need(data[key].get(number));
        for (const char* key : {"b", "a"}) {
            for (auto level : data[key].get_array()) {
                for (auto cell : level.get_array())
                    need(cell.get(text));
            }
        }
    }

private:
    static void need(simdjson::error_code error)
    {
        if (error)
            std::abort(); // a baseline that fails early would be a fast one
    }
    simdjson::ondemand::object open(const std::string& frame)
    {
        m_buffer.assign(frame);
        m_buffer.reserve(frame.size() + simdjson::SIMDJSON_PADDING);
        need(m_parser.iterate(m_buffer.data(), frame.size(), m_buffer.capacity()).get(m_document));
        simdjson::ondemand::object root, data;
        need(m_document.get_object().get(root));
        need(root["data"].get(data));
        return data;
    }

    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
    std::string m_buffer;
};

void decodeAll(BinanceDialect& dialect, const InstrumentTable& instruments, const std::vector<std::string>& frames, std::vector<MarketEvent>& events)
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
    for (const std::string& frame : frames) {
        const QJsonObject data = QJsonDocument::fromJson(QByteArray::fromRawData(frame.data(), static_cast<qsizetype>(frame.size())))[QLatin1String("data")].toObject();
        for (const char* key : {"p", "q"})
            keep(data[QLatin1String(key)].toString());
        for (const char* key : {"b", "a"}) {
            for (const QJsonValue level : data[QLatin1String(key)].toArray())
                keep(level[0].toString().size() + level[1].toString().size());
        }
    }
}

void measure(Report& report, const char* name, const std::vector<std::string>& frames, void (BareSimdjson::*bare)(const std::string&), double qjsonAtLeast)
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
    report.add({std::string(name) + " to exact integers", "us", simd.work, "bare simdjson", simd.baseline, simd.ratio, 1.25, Figure::Bound::RatioAtMost});
    const Paired qjson = paired(5, scale, [&] { withQJson(frames); }, ours);
    report.add({std::string(name) + " by QJsonDocument", "us", qjson.work, "ours", qjson.baseline, qjson.ratio, qjsonAtLeast, Figure::Bound::RatioAtLeast});
}

void run(Report& report)
{
    measure(report, "aggTrade", aggTradeFrames(5'000), &BareSimdjson::trade, 4.5);
    measure(report, "depth of 100 levels", depthFrames(500, 50, 1'000), &BareSimdjson::depth, 12);
}

} // namespace

SPREADLINE_BENCH("decode", "Binance frames, text to exact integers", run)
