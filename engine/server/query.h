// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spreadline::server {

/// The parameters of a query string or form body, percent-decoded, in their order.
class Query {
public:
    explicit Query(std::string_view text);

    /// Value of the first parameter of that name; nothing when it is absent.
    std::optional<std::string_view> get(std::string_view name) const noexcept;
    bool has(std::string_view name) const noexcept { return get(name).has_value(); }
    const std::vector<std::pair<std::string, std::string>>& all() const noexcept { return m_pairs; }

private:
    std::vector<std::pair<std::string, std::string>> m_pairs;
};

/// %xx and '+' undone; a broken escape stays as it is.
std::string percentDecoded(std::string_view text);

} // namespace spreadline::server
