// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/redaction.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace spreadline {
namespace {

constexpr std::string_view mask = "[redacted]";
// Binance API keys, secrets, listen keys and hex signatures have 64 characters; state hashes and ids stay well below.
constexpr std::size_t suspiciousRun = 40;

constexpr std::array<std::string_view, 15> secretNames{
    "signature", "x-mbx-apikey", "apikey",     "api_key",  "api-key",    "apisecret",     "api_secret", "secretkey",
    "secret",    "listenkey",    "passphrase", "password", "privatekey", "authorization", "token",
};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}

bool startsWith(std::string_view text, std::string_view lowerCase)
{
    return text.size() >= lowerCase.size()
        && std::equal(lowerCase.begin(), lowerCase.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

/// Where the value of a name ends: at what separates parameters, members and words.
std::size_t valueEnd(std::string_view text, std::size_t at, char quote)
{
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0 ? c == quote
                       : c == '&' || c == ',' || c == ';' || c == '}' || c == ')' || c == '"' || c == '\'' || c <= ' ')
            break;
        if (quote != 0 && c == '\\')
            ++at;
    }
    return std::min(at, text.size());
}

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] == ' ')
        ++at;
    return at;
}

/// If a secret's name begins at `at` and a value follows it: where the value begins and ends.
std::pair<std::size_t, std::size_t> secretValue(std::string_view text, std::size_t at)
{
    for (const std::string_view name : secretNames) {
        if (!startsWith(text.substr(at), name))
            continue;
        std::size_t next = at + name.size();
        if (next < text.size() && (text[next] == '"' || text[next] == '\''))
            ++next;
        next = skipBlanks(text, next);
        if (next == text.size() || (text[next] != '=' && text[next] != ':'))
            continue;
        next = skipBlanks(text, next + 1);
        const bool isQuoted = next < text.size() && (text[next] == '"' || text[next] == '\'');
        const char quote = isQuoted ? text[next] : '\0';
        next += isQuoted ? 1 : 0;
        if (name == "authorization" && !isQuoted) // "Bearer xyz": the scheme is a word of its own
            return {next, text.size()};
        return {next, valueEnd(text, next, quote)};
    }
    return {0, 0};
}

std::size_t runEnd(std::string_view text, std::size_t at)
{
    while (at < text.size() && isAlphanumeric(text[at]))
        ++at;
    return at;
}

bool looksSecret(std::string_view run)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return run.size() >= suspiciousRun && std::ranges::any_of(run, isDigit) && !std::ranges::all_of(run, isDigit);
}

std::size_t pemEnd(std::string_view text, std::size_t at)
{
    constexpr std::string_view begin = "-----begin";
    constexpr std::string_view end = "-----END";
    if (!startsWith(text.substr(at), begin))
        return at;
    const std::size_t last = text.find(end, at);
    if (last == text.npos)
        return text.size();
    const std::size_t close = text.find("-----", last + end.size());
    return close == text.npos ? text.size() : close + 5;
}

} // namespace

std::string redacted(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '-') {
            if (const std::size_t end = pemEnd(text, i); end > i) {
                clean += mask;
                i = end;
                continue;
            }
        }
        if (const auto [first, last] = secretValue(text, i); last > first) {
            clean += text.substr(i, first - i);
            clean += mask;
            i = last;
            continue;
        }
        const bool runBegins = isAlphanumeric(text[i]) && (i == 0 || !isAlphanumeric(text[i - 1]));
        if (const std::size_t end = runBegins ? runEnd(text, i) : i; looksSecret(text.substr(i, end - i))) {
            clean += mask;
            i = end;
            continue;
        }
        clean += text[i++];
    }
    return clean;
}

std::string oneLine(std::string_view text, std::size_t limit)
{
    constexpr std::string_view hex = "0123456789abcdef";
    std::string line;
    line.reserve(std::min(text.size(), limit));
    for (const char c : text) {
        if (line.size() >= limit)
            return line + "...";
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte >= 0x20 && byte != 0x7f) {
            line += c;
        } else if (c == '\n') {
            line += "\\n";
        } else {
            line += {'\\', 'x', hex[byte >> 4], hex[byte & 0x0f]};
        }
    }
    return line;
}

} // namespace spreadline
