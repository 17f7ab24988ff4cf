// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/json.h"

#include <simdjson.h>

#include <algorithm>

namespace spreadline::server {

namespace dom = simdjson::dom;

struct JsonBuilder {
    static Json build(const dom::element& element)
    {
        Json json;
        switch (element.type()) {
        case dom::element_type::BOOL: json.m_value = element.get_bool().value_unsafe(); break;
        case dom::element_type::INT64: json.m_value = element.get_int64().value_unsafe(); break;
        case dom::element_type::UINT64: json.m_value = static_cast<double>(element.get_uint64().value_unsafe()); break;
        case dom::element_type::DOUBLE: json.m_value = element.get_double().value_unsafe(); break;
        case dom::element_type::STRING: json.m_value = std::string(element.get_string().value_unsafe()); break;
        case dom::element_type::ARRAY: {
            Json::Array items;
            const dom::array array = element.get_array().value_unsafe(); // named: a temporary would not live through the loop
            for (const dom::element item : array)
                items.push_back(build(item));
            json.m_value = std::move(items);
            break;
        }
        case dom::element_type::OBJECT: {
            Json::Object members;
            const dom::object object = element.get_object().value_unsafe();
            for (const dom::key_value_pair member : object)
                members.emplace_back(std::string(member.key), build(member.value));
            json.m_value = std::move(members);
            break;
        }
        case dom::element_type::NULL_VALUE: break;
        }
        return json;
    }
};

Result<Json> Json::parse(std::string_view text)
{
    constexpr std::size_t deepest = 32;
    dom::parser parser;
    if (const auto error = parser.allocate(std::max<std::size_t>(text.size(), 32), deepest); error)
        return Error{Errc::BadFrame, "json", simdjson::error_message(error)};
    dom::element root;
    if (const auto error = parser.parse(text.data(), text.size(), true).get(root); error)
        return Error{Errc::BadFrame, "json", simdjson::error_message(error)};
    return JsonBuilder::build(root);
}

const Json& Json::operator[](std::string_view name) const noexcept
{
    static const Json nothing;
    const auto found = std::ranges::find(members(), name, [](const auto& member) { return std::string_view(member.first); });
    return found == members().end() ? nothing : found->second;
}

std::optional<bool> Json::boolean() const noexcept
{
    const auto* const value = std::get_if<bool>(&m_value);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<std::int64_t> Json::integer() const noexcept
{
    const auto* const value = std::get_if<std::int64_t>(&m_value);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<double> Json::number() const noexcept
{
    if (const auto whole = integer())
        return static_cast<double>(*whole);
    const auto* const value = std::get_if<double>(&m_value);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<std::string_view> Json::text() const noexcept
{
    const auto* const value = std::get_if<std::string>(&m_value);
    return value ? std::optional(std::string_view(*value)) : std::nullopt;
}

const Json::Array& Json::items() const noexcept
{
    static const Array nothing;
    const auto* const value = std::get_if<Array>(&m_value);
    return value ? *value : nothing;
}

const Json::Object& Json::members() const noexcept
{
    static const Object nothing;
    const auto* const value = std::get_if<Object>(&m_value);
    return value ? *value : nothing;
}

} // namespace spreadline::server
