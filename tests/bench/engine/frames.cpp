// SPDX-License-Identifier: GPL-3.0-or-later
#include "frames.h"

#include "base/hash.h"

#include <algorithm>
#include <map>

namespace spreadline::bench {
namespace {

constexpr std::int64_t middle = 618'000; // ticks of 0.1

std::string decimal(std::int64_t mantissa, int scale)
{
    return Price::fromMantissa(mantissa, scale).toString();
}

/// Rising prices on both sides, each once, as the venue sends them; near the spread more often than far from it.
std::string side(std::uint64_t seed, int levels, int depth, int direction)
{
    std::map<std::int64_t, std::int64_t> chosen; // price -> quantity
    for (int i = 0; static_cast<int>(chosen.size()) < std::min(levels, depth); ++i) {
        const std::uint64_t draw = mix64(seed * 1'000 + static_cast<std::uint64_t>(i));
        const double share = static_cast<double>(draw % 65'536) / 65'536;
        const auto distance = static_cast<std::int64_t>(share * share * depth) + 1;
        chosen[middle + direction * distance] = static_cast<std::int64_t>((draw >> 32) % 8 == 0 ? 0 : (draw >> 40) % 5'000 + 1);
    }
    std::string text = "[";
    for (const auto& [price, quantity] : chosen)
        text += (text.size() == 1 ? "[\"" : ",[\"") + decimal(price * 10, 2) + "\",\"" + decimal(quantity, 3) + "\"]";
    return text + "]";
}

} // namespace

InstrumentTable oneInstrument()
{
    Instrument instrument;
    instrument.symbol = "BTCUSDT";
    instrument.tickSize = *Price::parse("0.1");
    instrument.stepSize = *Quantity::parse("0.001");
    instrument.maxPrice = *Price::parse("4529764");
    instrument.maxQuantity = *Quantity::parse("1000");
    return InstrumentTable({instrument});
}

std::vector<std::string> aggTradeFrames(int count)
{
    std::vector<std::string> frames;
    for (int i = 0; i < count; ++i) {
        const std::string time = std::to_string(1'767'225'600'000 + i);
        const std::string id = std::to_string(5'933'014 + i);
        frames.push_back(R"({"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":)" + time + R"(,"s":"BTCUSDT","a":)" + id
                         + R"(,"p":")" + decimal((middle + i % 500) * 10, 2) + R"(","q":")" + decimal(1 + i % 900, 3)
                         + R"(","nq":")" + decimal(1 + i % 900, 3) + R"(","f":)" + id + R"(,"l":)" + id + R"(,"T":)" + time
                         + R"(,"m":)" + (i % 2 ? "true" : "false") + R"(,"st":1}})");
    }
    return frames;
}

std::vector<std::string> depthFrames(int count, int levels, int depth)
{
    std::vector<std::string> frames;
    for (int i = 0; i < count; ++i) {
        const std::string time = std::to_string(1'767'225'600'000 + i * 100);
        const auto seed = static_cast<std::uint64_t>(i) * 2;
        frames.push_back(R"({"stream":"btcusdt@depth@100ms","data":{"e":"depthUpdate","E":)" + time + R"(,"T":)" + time
                         + R"(,"s":"BTCUSDT","ps":"BTCUSDT","U":)" + std::to_string(1'000 + i * 10 + 1) + R"(,"u":)"
                         + std::to_string(1'000 + i * 10 + 10) + R"(,"pu":)" + std::to_string(1'000 + i * 10) + R"(,"b":)"
                         + side(seed, levels, depth, -1) + R"(,"a":)" + side(seed + 1, levels, depth, 1) + R"(,"st":1}})");
    }
    return frames;
}

BookSnapshot depthStart(int depth)
{
    BookSnapshot book;
    book.updateId = 1'000;
    book.scale = {1, 3};
    for (int i = 1; i <= depth; ++i) {
        book.bids.push_back({middle - i, 1 + i % 700});
        book.asks.push_back({middle + i, 1 + i % 600});
    }
    return book;
}

} // namespace spreadline::bench
