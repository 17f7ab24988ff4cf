// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/stream_name.h"

#include <array>

namespace spreadline::practice {

using namespace std::chrono_literals;

namespace {

struct Form {
    std::string_view suffix;
    StreamName name;
};

StreamName form(StreamFamily family, Duration period, int levels = 0)
{
    StreamName name;
    name.family = family;
    name.period = period;
    name.levels = levels;
    return name;
}

const std::array<Form, 21>& forms()
{
    using enum StreamFamily;
    static const std::array<Form, 21> list{{
        {"aggTrade", form(AggTrade, 100ms)},
        {"trade", form(Trade, 0ms)},
        {"bookTicker", form(BookTicker, 0ms)},
        {"depth", form(DiffDepth, 250ms)},
        {"depth@100ms", form(DiffDepth, 100ms)},
        {"depth@250ms", form(DiffDepth, 250ms)},
        {"depth@500ms", form(DiffDepth, 500ms)},
        {"depth@0ms", form(DiffDepth, 0ms)},
        {"depth5", form(PartialDepth, 250ms, 5)},
        {"depth5@100ms", form(PartialDepth, 100ms, 5)},
        {"depth5@500ms", form(PartialDepth, 500ms, 5)},
        {"depth10", form(PartialDepth, 250ms, 10)},
        {"depth10@100ms", form(PartialDepth, 100ms, 10)},
        {"depth10@500ms", form(PartialDepth, 500ms, 10)},
        {"depth20", form(PartialDepth, 250ms, 20)},
        {"depth20@100ms", form(PartialDepth, 100ms, 20)},
        {"depth20@500ms", form(PartialDepth, 500ms, 20)},
        {"markPrice", form(MarkPrice, 3s)},
        {"markPrice@1s", form(MarkPrice, 1s)},
        {"ticker", form(Ticker, 2s)},
        {"miniTicker", form(MiniTicker, 2s)},
    }};
    return list;
}

const std::array<Form, 7>& allForms()
{
    using enum StreamFamily;
    static const std::array<Form, 7> list{{
        {"!bookTicker", form(BookTicker, 5s)},
        {"!markPrice@arr", form(MarkPrice, 3s)},
        {"!markPrice@arr@1s", form(MarkPrice, 1s)},
        {"!ticker@arr", form(Ticker, 1s)},
        {"!miniTicker@arr", form(MiniTicker, 1s)},
        {"!forceOrder@arr", form(ForceOrder, 0ms)},
        {"!contractInfo", form(ContractInfo, 0ms)},
    }};
    return list;
}

std::optional<StreamName> parseKline(std::string_view interval, bool continuous)
{
    const auto parsed = parseInterval(interval);
    if (!parsed || !isVenueInterval(*parsed))
        return std::nullopt;
    StreamName name = form(StreamFamily::Kline, 250ms);
    name.interval = *parsed;
    name.continuous = continuous;
    return name;
}

std::optional<StreamName> parseSuffix(std::string_view suffix)
{
    if (suffix == "forceOrder")
        return form(StreamFamily::ForceOrder, 0ms);
    if (suffix.starts_with("kline_"))
        return parseKline(suffix.substr(6), false);
    for (const Form& known : forms())
        if (known.suffix == suffix)
            return known.name;
    return std::nullopt;
}

} // namespace

std::optional<StreamName> parseStreamName(std::string_view text, const SymbolLookup& lookup)
{
    for (const Form& known : allForms())
        if (known.suffix == text)
            return known.name;
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos)
        return std::nullopt;
    std::string symbol(text.substr(0, at));
    std::optional<StreamName> name;
    if (constexpr std::string_view perpetual = "_perpetual@continuousKline_"; text.find(perpetual) != std::string_view::npos) {
        symbol = text.substr(0, text.find(perpetual));
        name = parseKline(text.substr(symbol.size() + perpetual.size()), true);
    } else {
        name = parseSuffix(text.substr(at + 1));
    }
    for (char& c : symbol) {
        if (c >= 'A' && c <= 'Z')
            return std::nullopt; // names are lower case; the real one stays silent on upper case too
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - ('a' - 'A'));
    }
    const auto instrument = lookup(symbol);
    if (!name || !instrument)
        return std::nullopt;
    name->instrument = *instrument;
    return name;
}

bool delivers(Route route, StreamFamily family) noexcept
{
    using enum StreamFamily;
    if (family == Trade)
        return true; // not in the documentation; client libraries ask for it on either route
    const bool isPublic = family == BookTicker || family == PartialDepth || family == DiffDepth;
    return isPublic ? route != Route::Market : route == Route::Market;
}

} // namespace spreadline::practice
