// SPDX-License-Identifier: GPL-3.0-or-later
#include "input_maker.h"

#include <algorithm>
#include <string_view>

namespace spreadline::fuzz {
namespace {

/// Values that have hurt somebody's parser.
constexpr std::string_view nasties[] = {"null",
                                        "true",
                                        "false",
                                        "0",
                                        "-0",
                                        "-1",
                                        "1e400",
                                        "-1e400",
                                        "1e-400",
                                        "0.1",
                                        "9223372036854775807",
                                        "9223372036854775808",
                                        "-9223372036854775808",
                                        "18446744073709551616",
                                        "NaN",
                                        "Infinity",
                                        "nan",
                                        "nul",
                                        "tru",
                                        "\"\"",
                                        "\"0\"",
                                        "\"-0\"",
                                        "\"-1\"",
                                        "\"1e5\"",
                                        "\"NaN\"",
                                        "\"Infinity\"",
                                        "\"+1\"",
                                        "\"1.\"",
                                        "\".1\"",
                                        "\".\"",
                                        "\"1.2.3\"",
                                        "\"0x10\"",
                                        "\" 1\"",
                                        "\"1 \"",
                                        "\"0.00000000\"",
                                        "\"61800.25\"",
                                        "\"99999999999999999999999999999999999999999\"",
                                        "\"0.0000000000000000000000000000000000001\"",
                                        "\"922337203685477580.7\"",
                                        "\"922337203685477580.8\"",
                                        "\"\\u0000\"",
                                        "\"\\ud800\"",
                                        "\"\\x\"",
                                        "\"\\\\\"",
                                        "\"\\\"\"",
                                        "\"BTC\\u0055SDT\"",
                                        "\"\xc3\xa9\"",
                                        "\"\xff\"",
                                        "[]",
                                        "{}",
                                        "[[]]",
                                        "[{}]",
                                        "[[\"1\"]]",
                                        "[[\"1\",\"1\"]]",
                                        "[[\"1\",\"0\"]]",
                                        "{\"e\":\"aggTrade\"}",
                                        "[",
                                        "]",
                                        "{",
                                        "}",
                                        ",",
                                        ":",
                                        "\"",
                                        "\\",
                                        "",
                                        " ",
                                        "\n",
                                        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                                        "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"};

std::vector<std::string_view> tokensOf(std::string_view text)
{
    constexpr std::string_view marks = "{}[],: \n\r\t";
    std::vector<std::string_view> tokens;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        if (text[i] == '"') {
            while (end < text.size() && text[end] != '"')
                end += text[end] == '\\' ? 2 : 1;
            end = std::min(end + 1, text.size());
        } else if (marks.find(text[i]) == marks.npos) {
            while (end < text.size() && marks.find(text[end]) == marks.npos && text[end] != '"')
                ++end;
        }
        tokens.push_back(text.substr(i, end - i));
        i = end;
    }
    return tokens;
}

} // namespace

InputMaker::InputMaker(std::vector<std::string> samples, std::uint64_t seed) : m_samples(std::move(samples)), m_random(seed)
{
    for (const std::string& sample : m_samples) {
        m_tokens.push_back(tokensOf(sample));
        for (const std::string_view token : m_tokens.back()) {
            if (token.front() == '"')
                m_words.push_back(token);
        }
    }
    std::ranges::sort(m_words);
    m_words.erase(std::unique(m_words.begin(), m_words.end()), m_words.end());
    if (m_words.empty())
        m_words.emplace_back("\"e\"");
}

const std::string& InputMaker::next()
{
    m_input.clear();
    const std::size_t way = below(16);
    if (way < 7) {
        mutateTokens();
    } else if (way < 13) {
        m_input = anyOf(m_samples);
        mutateBytes();
    } else if (way < 15) {
        grow(0);
    } else {
        mutateTokens();
        mutateBytes();
    }
    return m_input;
}

void InputMaker::mutateBytes()
{
    for (std::size_t times = 1 + below(4); times > 0 && !m_input.empty(); --times) {
        const std::size_t at = below(m_input.size());
        const std::size_t length = 1 + below(std::min<std::size_t>(m_input.size() - at, 32));
        switch (below(7)) {
        case 0: m_input[at] = static_cast<char>(m_input[at] ^ (1 << below(8))); break;
        case 1: m_input[at] = static_cast<char>(below(256)); break;
        case 2: m_input.insert(at, 1, static_cast<char>(below(256))); break;
        case 3: m_input.erase(at, length); break;
        case 4: m_input.insert(below(m_input.size()), m_input.substr(at, length)); break;
        case 5: m_input.resize(at); break;
        default: m_input.insert(at, anyOf(nasties)); break;
        }
    }
}

void InputMaker::mutateTokens()
{
    std::vector<std::string_view>& tokens = m_changed;
    tokens = m_tokens[below(m_tokens.size())];
    for (std::size_t times = 1 + below(3); times > 0 && !tokens.empty(); --times) {
        const std::size_t at = below(tokens.size());
        const auto place = tokens.begin() + static_cast<std::ptrdiff_t>(at);
        switch (below(6)) {
        case 0: tokens[at] = anyOf(nasties); break;
        case 1: tokens[at] = anyOf(m_words); break;
        case 2: tokens.erase(place); break;
        case 3: tokens.insert(place, anyOf(nasties)); break;
        case 4: std::swap(tokens[at], tokens[below(tokens.size())]); break;
        default: {
            const auto& other = m_tokens[below(m_tokens.size())];
            tokens[at] = other[below(other.size())];
            break;
        }
        }
    }
    for (const std::string_view token : tokens)
        m_input += token;
}

void InputMaker::grow(int depth)
{
    constexpr int deepest = 7;
    constexpr std::size_t longest = 1'500;
    const std::size_t way = depth == 0 ? below(8) : below(12);
    const bool mayNest = depth < deepest && m_input.size() < longest;
    if (mayNest && way < 5)
        growObject(depth);
    else if (mayNest && way < 8)
        growArray(depth);
    else
        m_input += below(2) == 0 ? anyOf(m_words) : anyOf(nasties);
}

void InputMaker::growObject(int depth)
{
    m_input += '{';
    for (std::size_t count = below(depth == 0 ? 4 : 12); count > 0; --count) {
        m_input += anyOf(m_words);
        m_input += ':';
        grow(depth + 1);
        m_input += count > 1 ? "," : "";
    }
    m_input += '}';
}

void InputMaker::growArray(int depth)
{
    m_input += '[';
    for (std::size_t count = below(6); count > 0; --count) {
        grow(depth + 1);
        m_input += count > 1 ? "," : "";
    }
    m_input += ']';
}

} // namespace spreadline::fuzz
