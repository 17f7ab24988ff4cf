// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/refusal_reader.h"

#include "exchange/binance/field_set.h"
#include "exchange/binance/rest_keys.h"

#include <algorithm>
#include <charconv>

namespace spreadline::binance {
namespace {

constexpr std::size_t longestBody = 64U << 10U; ///< a refusal is short; a page of a firewall may not be
constexpr std::size_t longestDetail = 300;

struct RefusalNames {
    enum Slot { Code, Message };
    static constexpr std::array<std::string_view, 2> table{"code", "msg"};
};

struct Body {
    int code = 0;
    std::string message;
};

Body readBody(std::string_view text)
{
    JsonReader reader(longestBody);
    FieldSet<TableKeys<RefusalNames>> fields(reader);
    json::object object;
    std::int64_t code = 0;
    std::string_view message;
    if (reader.open(text) && reader.document().get_object().get(object) == simdjson::SUCCESS && fields.capture(object)
        && fields.integer(RefusalNames::Code, -1'000'000, code) && code < 1'000'000
        && fields.text(RefusalNames::Message, message))
        return {static_cast<int>(code), std::string(message)};
    return {0, std::string(text)};
}

/// "IP banned until 1767225660000." in the text of -1003.
Timestamp bannedUntil(std::string_view message)
{
    constexpr std::string_view mark = "banned until ";
    const std::size_t place = message.find(mark);
    if (place == message.npos)
        return {};
    std::int64_t millis = 0;
    const char* begin = message.data() + place + mark.size();
    const auto [end, failure] = std::from_chars(begin, message.data() + message.size(), millis);
    constexpr std::int64_t latestMillis = 9'000'000'000'000;
    return failure == std::errc{} && millis > 0 && millis < latestMillis ? Timestamp::fromMillis(millis) : Timestamp();
}

Errc meaningOf(int status, const Body& body)
{
    switch (body.code) {
    case -1003: return bannedUntil(body.message).isKnown() || status == 418 ? Errc::Banned : Errc::RateLimited;
    case -1021: return Errc::ClockUntrusted;
    case -1121: return Errc::UnknownInstrument;
    default: break;
    }
    switch (status) {
    case 403:
    case 451: return Errc::GeoBlocked;
    case 408: return Errc::Timeout;
    case 418: return Errc::Banned;
    case 429: return Errc::RateLimited;
    default:
        if (status >= 500)
            return Errc::VenueUnavailable;
        return body.code != 0 ? Errc::VenueRefused : Errc::BadStatus;
    }
}

Duration quietFor(Errc meaning, int retryAfter)
{
    constexpr int longestRetry = 7 * 24 * 3'600;
    const auto asked = std::chrono::seconds(std::clamp(retryAfter, 0, longestRetry));
    switch (meaning) {
    case Errc::Banned: return retryAfter > 0 ? asked : std::chrono::minutes(2);
    case Errc::RateLimited: return retryAfter > 0 ? asked : std::chrono::minutes(1);
    case Errc::GeoBlocked: return std::max<Duration>(asked, std::chrono::minutes(5));
    default: return asked;
    }
}

/// One line of printable text: a body may be anything.
std::string printable(std::string_view text)
{
    std::string out(text.substr(0, longestDetail));
    std::ranges::replace_if(
        out, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return out;
}

} // namespace

Dialect::Refusal readRefusal(int status, std::string_view body, int retryAfter, Timestamp now)
{
    const Body read = readBody(body);
    Dialect::Refusal refusal;
    refusal.venueCode = read.code;
    const Errc meaning = meaningOf(status, read);
    std::string detail = "HTTP " + std::to_string(status);
    if (read.code != 0)
        detail += ", " + std::to_string(read.code);
    if (!read.message.empty())
        detail += ": " + printable(read.message);
    refusal.error = {meaning, "REST", std::move(detail)};
    if (const Duration quiet = quietFor(meaning, retryAfter); quiet > Duration::zero())
        refusal.bannedUntil = now + quiet;
    if (const Timestamp told = bannedUntil(read.message); told.isKnown() && (retryAfter <= 0 || told > refusal.bannedUntil))
        refusal.bannedUntil = told;
    return refusal;
}

} // namespace spreadline::binance
