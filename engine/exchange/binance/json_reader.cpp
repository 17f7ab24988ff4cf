// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/json_reader.h"

#include "exchange/binance/decimal_text.h"

#include <algorithm>
#include <cstring>

namespace spreadline::binance {
namespace {

constexpr std::size_t detailLength = 64;
constexpr std::int64_t latestMillis = 9'000'000'000'000; ///< the year 2255: beyond it nanoseconds do not fit

Errc errcOf(simdjson::error_code code)
{
    switch (code) {
    case simdjson::INCORRECT_TYPE:
    case simdjson::NO_SUCH_FIELD: return Errc::BadSchema;
    case simdjson::NUMBER_ERROR:
    case simdjson::NUMBER_OUT_OF_RANGE: return Errc::BadNumber;
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC: return Errc::FrameTooLarge;
    default: return Errc::BadFrame;
    }
}

/// The beginning of a text, for the reason of a refusal.
std::string_view excerpt(const char* text)
{
    std::size_t length = 0;
    while (length < detailLength && text[length] != '"' && text[length] != '\0')
        ++length;
    return {text, length};
}

} // namespace

bool JsonReader::load(std::string_view text)
{
    m_scope = "frame";
    m_nextText = nullptr;
    if (text.size() > m_maxBytes)
        return fail(Errc::FrameTooLarge, {}, std::to_string(text.size()) + " bytes");
    const std::size_t needed = text.size() + simdjson::SIMDJSON_PADDING;
    if (m_buffer.size() < needed)
        m_buffer.resize(needed + needed / 2);
    if (!text.empty()) // an empty one may have no place at all
        std::memcpy(m_buffer.data(), text.data(), text.size());
    std::memset(m_buffer.data() + text.size(), 0, simdjson::SIMDJSON_PADDING);
    m_size = text.size();
    return true;
}

bool JsonReader::parse()
{
    const auto code = m_parser.iterate(m_buffer.data(), m_size, m_buffer.size()).get(m_document);
    return code == simdjson::SUCCESS || failJson(code, {});
}

bool JsonReader::finish()
{
    // At the end of the document there is no location left to tell.
    if (m_document.current_location().error() == simdjson::OUT_OF_BOUNDS)
        return true;
    return fail(Errc::BadFrame, {}, "something follows the document");
}

bool JsonReader::fail(Errc code, std::string_view field, std::string_view text)
{
    std::string where(m_scope);
    if (!field.empty())
        where.append(where.empty() ? "" : ".").append(field);
    m_error = {code, std::move(where), text.empty() ? std::string() : "'" + std::string(text.substr(0, detailLength)) + "'"};
    return false;
}

bool JsonReader::failAt(Errc code, std::string_view field, std::size_t index)
{
    return fail(code, std::string(field) + "[" + std::to_string(index) + "]");
}

bool JsonReader::failJson(simdjson::error_code code, std::string_view field)
{
    fail(errcOf(code), field);
    m_error.detail = simdjson::error_message(code);
    return false;
}

bool JsonReader::skip(json::value value, int depth)
{
    if (depth > deepest)
        return fail(Errc::BadFrame, {}, "nested too deep");
    json::json_type type{};
    if (const auto code = value.type().get(type))
        return failJson(code, {});
    if (type == json::json_type::object) {
        json::object object;
        const auto code = value.get_object().get(object);
        return code ? failJson(code, {}) : skipObject(object, depth);
    }
    if (type == json::json_type::array) {
        json::array array;
        const auto code = value.get_array().get(array);
        return code ? failJson(code, {}) : skipArray(array, depth);
    }
    Field scalar;
    return readScalar(value, type, scalar, {});
}

bool JsonReader::skipObject(json::object object, int depth)
{
    for (auto result : object) {
        json::field entry;
        if (const auto code = std::move(result).get(entry))
            return failJson(code, {});
        if (!skip(entry.value(), depth + 1))
            return false;
    }
    return true;
}

bool JsonReader::skipArray(json::array array, int depth)
{
    for (auto result : array) {
        json::value value;
        if (const auto code = std::move(result).get(value))
            return failJson(code, {});
        if (!skip(value, depth + 1))
            return false;
    }
    return true;
}

bool JsonReader::readUnusual(json::value& value, json::json_type type, Field& field, std::string_view name)
{
    simdjson::error_code code = simdjson::SUCCESS;
    if (type == json::json_type::boolean) {
        field.kind = Field::Kind::Boolean;
        bool flag = false;
        if (value.get_bool().get(flag))
            code = simdjson::T_ATOM_ERROR; // it began like one
        field.integer = flag ? 1 : 0;
    } else if (type == json::json_type::number) {
        field.kind = Field::Kind::Fraction; // only to know that it is a number: nobody reads its value
        double checked = 0;
        code = value.get_double().get(checked);
    } else if (type == json::json_type::null) {
        field.kind = Field::Kind::Null;
        bool isNull = false;
        if (value.is_null().get(isNull) || !isNull)
            code = simdjson::N_ATOM_ERROR;
    } else {
        code = simdjson::INCORRECT_TYPE;
    }
    return code == simdjson::SUCCESS || failJson(code, name);
}

bool JsonReader::textOf(const Field& field, std::string_view name, std::string_view& out)
{
    if (field.kind != Field::Kind::Text)
        return fail(Errc::BadSchema, name, "no text");
    const char* end = field.text;
    while (*end != '"' && *end != '\\' && *end != '\0')
        ++end;
    out = {field.text, static_cast<std::size_t>(end - field.text)};
    return *end == '"' || unescape(field, name, out);
}

bool JsonReader::unescape(const Field& field, std::string_view name, std::string_view& out)
{
    if (!m_nextText) {
        m_unescaped.resize(std::max(m_unescaped.size(), m_buffer.size() * 2)); // a text never grows by being unescaped
        m_nextText = m_unescaped.data();
    }
    const char* end = field.text;
    while (*end != '"' && *end != '\0')
        end += *end == '\\' && end[1] != '\0' ? 2 : 1;
    const auto room = static_cast<std::size_t>(m_unescaped.data() + m_unescaped.size() - m_nextText);
    if (room < static_cast<std::size_t>(end - field.text) + simdjson::SIMDJSON_PADDING)
        return fail(Errc::FrameTooLarge, name);
    const auto* raw = reinterpret_cast<const std::uint8_t*>(field.text);
    const auto code = m_parser.unescape(json::raw_json_string(raw), m_nextText).get(out);
    return code == simdjson::SUCCESS || failJson(code, name);
}

bool JsonReader::mantissaOf(const Field& field, std::string_view name, int scale, bool mayBeZero, std::int64_t& out)
{
    if (field.kind != Field::Kind::Text)
        return fail(Errc::BadSchema, name, "no text");
    if (scanMantissa(field.text, scale, out) && out >= (mayBeZero ? 0 : 1))
        return true;
    return fail(Errc::BadNumber, name, excerpt(field.text));
}

bool JsonReader::tryMantissa(const Field& field, int scale, std::int64_t& out) const
{
    return scanMantissa(field.text, scale, out) != nullptr;
}

bool JsonReader::timeOf(const Field& field, std::string_view name, Timestamp& out)
{
    std::int64_t millis = 0;
    if (!integerOf(field, name, 1, millis))
        return false;
    if (millis > latestMillis)
        return fail(Errc::BadNumber, name, std::to_string(millis));
    out = Timestamp::fromMillis(millis);
    return true;
}

bool JsonReader::integerOf(const Field& field, std::string_view name, std::int64_t least, std::int64_t& out, std::int64_t most)
{
    if (field.kind != Field::Kind::Integer)
        return fail(Errc::BadSchema, name, "no integer");
    if (field.integer < least || field.integer > most)
        return fail(Errc::BadNumber, name, std::to_string(field.integer));
    out = field.integer;
    return true;
}

bool JsonReader::booleanOf(const Field& field, std::string_view name, bool& out)
{
    if (field.kind != Field::Kind::Boolean)
        return fail(Errc::BadSchema, name, "neither true nor false");
    out = field.integer != 0;
    return true;
}

bool JsonReader::levelsOf(const Field& field, std::string_view name, BookScale scale, std::vector<BookLevel>& out)
{
    if (field.kind != Field::Kind::Array)
        return fail(Errc::BadSchema, name, "no array");
    m_levels.clear();
    const LevelScan scan = scanLevels(field.text, scale, m_levels);
    if (scan.fault != LevelFault::None)
        return failAt(scan.fault == LevelFault::Shape ? Errc::BadSchema : Errc::BadNumber, name, scan.index);
    out.assign(m_levels.begin(), m_levels.end()); // exactly as large as needed, in one allocation
    return true;
}

} // namespace spreadline::binance
