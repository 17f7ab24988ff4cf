// SPDX-License-Identifier: GPL-3.0-or-later
#include "venue_frames.h"

#include "server/ws_frame.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace spreadline::bench {
namespace {

constexpr std::int64_t middle = 618'000; ///< of every book, in ticks of 0.1
constexpr std::int64_t wrap = 1'000'000'000;
constexpr const char* time13 = "1767225600000";

/// With leading zeros where there is room, a dot before the last `decimals`.
void number(std::string& out, std::int64_t value, int width, int decimals = 0)
{
    std::array<char, 24> text;
    int at = 24;
    for (int digit = 0; digit < width; ++digit, value /= 10) {
        if (decimals > 0 && digit == decimals)
            text[static_cast<std::size_t>(--at)] = '.';
        text[static_cast<std::size_t>(--at)] = static_cast<char>('0' + value % 10);
    }
    out.append(&text[static_cast<std::size_t>(at)], &text[0] + text.size());
}

void stream(std::string& out, int symbol, const char* kind)
{
    out += R"({"stream":"s)";
    number(out, symbol, 3);
    out += "usdt@";
    out += kind;
    out += R"(","data":{"e":")";
}

void symbolField(std::string& out, int symbol)
{
    out += R"(,"s":"S)";
    number(out, symbol, 3);
    out += R"(USDT")";
}

void level(std::string& out, std::int64_t price, std::int64_t quantity)
{
    out += R"([")";
    number(out, price, 6, 1);
    out += R"(",")";
    number(out, quantity, 4, 3);
    out += R"("])";
}

} // namespace

std::int64_t moment()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::max<std::int64_t>(1, std::chrono::duration_cast<std::chrono::microseconds>(now).count() % wrap);
}

std::int64_t since(std::int64_t sent)
{
    return (moment() - sent + wrap) % wrap;
}

std::string symbolName(int symbol)
{
    std::string name = "S";
    number(name, symbol, 3);
    return name + "USDT";
}

void VenueFrames::appendTrade(int symbol, std::string& out)
{
    const std::int64_t id = ++m_trades[static_cast<std::size_t>(symbol)];
    const std::int64_t now = moment();
    m_payload.clear();
    stream(m_payload, symbol, R"(aggTrade)");
    m_payload += R"(aggTrade","E":)";
    m_payload += time13;
    symbolField(m_payload, symbol);
    m_payload += R"(,"a":)";
    number(m_payload, id, 9);
    m_payload += R"(,"p":")";
    number(m_payload, middle + id % 100, 6, 1);
    m_payload += R"(","q":")";
    number(m_payload, now, 9, 3);
    m_payload += R"(","nq":")";
    number(m_payload, now, 9, 3);
    m_payload += R"(","f":)";
    number(m_payload, id, 9);
    m_payload += R"(,"l":)";
    number(m_payload, id, 9);
    m_payload += R"(,"T":)";
    m_payload += time13;
    m_payload += id % 2 == 0 ? R"(,"m":true,"st":1}})" : R"(,"m":false,"st":1}})";
    server::appendFrame(out, server::Opcode::Text, m_payload);
}

void VenueFrames::appendSide(std::int64_t id, int direction)
{
    const std::int64_t offset = id / idsPerDepth * 7 % (bookLevels - levels) + 1;
    for (int i = 0; i < levels; ++i) {
        if (i > 0)
            m_payload += ',';
        level(m_payload, middle + direction * (offset + i), id % 899 + 100 + i);
    }
}

void VenueFrames::appendDepth(int symbol, std::string& out)
{
    std::int64_t& last = m_depths[static_cast<std::size_t>(symbol)];
    const std::int64_t previous = std::exchange(last, last + idsPerDepth);
    m_payload.clear();
    stream(m_payload, symbol, "depth@100ms");
    m_payload += R"(depthUpdate","E":)";
    m_payload += time13;
    m_payload += R"(,"T":)";
    m_payload += time13;
    symbolField(m_payload, symbol);
    m_payload += R"(,"U":)";
    number(m_payload, previous + 1, 9);
    m_payload += R"(,"u":)";
    number(m_payload, last, 9);
    m_payload += R"(,"pu":)";
    number(m_payload, previous, 9);
    m_payload += R"(,"b":[)";
    appendSide(last, -1);
    m_payload += R"(],"a":[)";
    appendSide(last, 1);
    m_payload += "]}}";
    server::appendFrame(out, server::Opcode::Text, m_payload);
}

std::string VenueFrames::instruments()
{
    std::string body = R"({"timezone":"UTC","symbols":[)";
    for (int symbol = 0; symbol < venueSymbols; ++symbol) {
        const std::string name = symbolName(symbol);
        body += (symbol > 0 ? R"(,{"symbol":")" : R"({"symbol":")") + name
            + R"(","status":"TRADING","contractType":"PERPETUAL","baseAsset":")" + name.substr(0, 4)
            + R"(","quoteAsset":"USDT","filters":[)"
            + R"({"filterType":"PRICE_FILTER","minPrice":"0.1","maxPrice":"1000000","tickSize":"0.1"},)"
            + R"({"filterType":"LOT_SIZE","minQty":"0.001","maxQty":"1000000","stepSize":"0.001"}]})";
    }
    return body + "]}";
}

std::string VenueFrames::book(int symbol) const
{
    std::string body = R"({"lastUpdateId":)" + std::to_string(lastDepth(symbol)) + R"(,"E":)" + time13 + R"(,"T":)" + time13;
    for (const int direction : {-1, 1}) {
        body += direction < 0 ? R"(,"bids":[)" : R"(],"asks":[)";
        for (int i = 1; i <= bookLevels; ++i) {
            if (i > 1)
                body += ',';
            level(body, middle + direction * i, 1'000 + i);
        }
    }
    return body + "]}";
}

} // namespace spreadline::bench
