// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/query.h"

#include <algorithm>
#include <charconv>

namespace spreadline::server {

std::string percentDecoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = 0;
        const char* const digits = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            out.push_back(static_cast<char>(byte));
            i += 2;
        } else {
            out.push_back(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return out;
}

Query::Query(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty())
            continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        m_pairs.emplace_back(percentDecoded(pair.substr(0, equals)),
                             percentDecoded(pair.substr(std::min(equals + 1, pair.size()))));
    }
}

std::optional<std::string_view> Query::get(std::string_view name) const noexcept
{
    const auto found = std::ranges::find(m_pairs, name, [](const auto& pair) { return std::string_view(pair.first); });
    if (found == m_pairs.end())
        return std::nullopt;
    return std::string_view(found->second);
}

} // namespace spreadline::server
