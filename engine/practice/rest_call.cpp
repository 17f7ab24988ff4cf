// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rest_call.h"

#include <algorithm>
#include <charconv>

namespace spreadline::practice {

bool RestCall::refuse(int code, std::string_view text)
{
    errorCode = code;
    errorText = text;
    return false;
}

std::optional<InstrumentId> RestCall::symbol(std::string_view parameter)
{
    const auto text = query.get(parameter);
    if (!text || text->empty()) {
        refuse(-1102, "Mandatory parameter '" + std::string(parameter) + "' was not sent, was empty/null, or malformed.");
        return std::nullopt;
    }
    const auto id = state.find(*text);
    if (!id)
        refuse(-1121, "Invalid symbol.");
    return id;
}

std::optional<Interval> RestCall::interval(std::string_view parameter)
{
    const auto text = query.get(parameter);
    if (!text || text->empty()) {
        refuse(-1102, "Mandatory parameter '" + std::string(parameter) + "' was not sent, was empty/null, or malformed.");
        return std::nullopt;
    }
    const auto parsed = parseInterval(*text);
    if (parsed && isVenueInterval(*parsed))
        return *parsed;
    refuse(-1120, "Invalid interval.");
    return std::nullopt;
}

std::optional<std::int64_t> RestCall::integer(std::string_view parameter, std::int64_t otherwise)
{
    const auto text = query.get(parameter);
    if (!text)
        return otherwise;
    std::int64_t value = 0;
    const bool digits =
        !text->empty() && text->size() <= 18 && std::ranges::all_of(*text, [](char c) { return c >= '0' && c <= '9'; });
    if (digits && std::from_chars(text->data(), text->data() + text->size(), value).ec == std::errc())
        return value;
    refuse(-1100, "Illegal characters found in parameter '" + std::string(parameter) + "'; legal range is '^[0-9]{1,20}$'.");
    return std::nullopt;
}

std::optional<int> RestCall::limit(int otherwise, int most)
{
    const auto value = integer("limit", otherwise);
    if (value && *value == 0) {
        refuse(-1130, "Data sent for parameter 'limit' is not valid.");
        return std::nullopt;
    }
    return value ? std::optional(static_cast<int>(std::min<std::int64_t>(*value, most))) : std::nullopt;
}

std::optional<Timestamp> RestCall::time(std::string_view parameter)
{
    const auto value = integer(parameter, 0);
    constexpr std::int64_t latest = 9'000'000'000'000; // year 2255: what still fits in nanoseconds
    return value ? std::optional(Timestamp::fromMillis(std::min(*value, latest))) : std::nullopt;
}

std::optional<std::vector<InstrumentId>> RestCall::symbols()
{
    std::vector<InstrumentId> ids;
    if (hasSymbol()) {
        const auto one = symbol();
        if (!one)
            return std::nullopt;
        ids.push_back(*one);
    } else {
        for (const Instrument& instrument : state.instruments)
            ids.push_back(instrument.id);
    }
    return ids;
}

} // namespace spreadline::practice
