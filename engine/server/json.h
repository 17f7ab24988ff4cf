// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace spreadline::server {

/// A JSON document a client sent, as a small tree of values: for control messages and configuration, not for a hot path.
/// Absent members and wrong types read as null or nothing, so a reader asks for what it needs and reports what is missing.
class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;

    Json() = default;
    /// Errors: BadFrame (not JSON, nested deeper than 32, trailing text).
    static Result<Json> parse(std::string_view text);

    bool isNull() const noexcept { return std::holds_alternative<std::monostate>(m_value); }
    bool isObject() const noexcept { return std::holds_alternative<Object>(m_value); }
    bool isArray() const noexcept { return std::holds_alternative<Array>(m_value); }

    /// Member of an object, null when absent or not an object.
    const Json& operator[](std::string_view name) const noexcept;
    std::optional<bool> boolean() const noexcept;
    std::optional<std::int64_t> integer() const noexcept;
    std::optional<double> number() const noexcept; ///< integers too
    std::optional<std::string_view> text() const noexcept;
    const Array& items() const noexcept;    ///< empty when not an array
    const Object& members() const noexcept; ///< empty when not an object

private:
    friend struct JsonBuilder;
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_value;
};

} // namespace spreadline::server
