// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/binance/plain_scan.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace spreadline::binance {

/// A field that the venue sends at a certain place among the others, and what it is then.
struct Expected {
    int slot = 0;
    Field::Kind kind = Field::Kind::Text;
};

/// The fields of an object that `Keys` knows, each at most once, in whatever order they came; captured first and converted when
/// asked for. Reusable without clearing. All readers below fail (see JsonReader) when the field is missing or not as asked for.
///
/// Keys: `static int slot(const char* key)` finds the slot of the key that begins at `key` and ends in a quote (-1: not wanted),
/// `static std::string_view name(int slot)`, `static constexpr int slots` (at most 64).
template<typename Keys>
class FieldSet {
public:
    explicit FieldSet(JsonReader& reader) : m_reader(reader) {}

    /// Reads every field of `object`. Unwanted ones are checked and passed over. A nested object in a wanted slot is handed to
    /// `onObject(slot, object)`, which reads it to its end; arrays in the slots of the mask `arrays` are kept for levels().
    template<typename OnObject>
    bool capture(json::object object, std::uint64_t arrays, OnObject onObject);
    bool capture(json::object object, std::uint64_t arrays = 0)
    {
        return capture(object, arrays, [this](int, json::object nested) { return m_reader.skipObject(nested); });
    }

    /// The same from text that is plain all through (plain_scan.h), when the first field has been read: `text` stands behind it and is
    /// moved behind the object. False says nothing but that the object has to be read by capture(). Fields that come as `expected`
    /// cost half as much as others.
    template<Expected... expected>
    bool capturePlain(int first, const char* firstText, const char*& text) noexcept;

    /// Slots by position: the row form of klines. Superfluous elements are checked and passed over.
    bool captureRow(json::array row);

    bool has(int slot) const { return ((m_present >> slot) & 1U) != 0; }
    bool isText(int slot) const { return has(slot) && at(slot).kind == Field::Kind::Text; }
    const Field& at(int slot) const { return m_fields[static_cast<std::size_t>(slot)]; }

    bool text(int slot, std::string_view& out) { return need(slot) && m_reader.textOf(at(slot), Keys::name(slot), out); }
    bool time(int slot, Timestamp& out) { return need(slot) && m_reader.timeOf(at(slot), Keys::name(slot), out); }
    bool integer(int slot, std::int64_t least, std::int64_t& out, std::int64_t most = std::numeric_limits<std::int64_t>::max())
    {
        return need(slot) && m_reader.integerOf(at(slot), Keys::name(slot), least, out, most);
    }
    bool boolean(int slot, bool& out) { return need(slot) && m_reader.booleanOf(at(slot), Keys::name(slot), out); }
    bool levels(int slot, BookScale scale, std::vector<BookLevel>& out)
    {
        return need(slot) && m_reader.levelsOf(at(slot), Keys::name(slot), scale, out);
    }
    bool mantissa(int slot, int scale, std::int64_t& out)
    {
        return need(slot) && m_reader.mantissaOf(at(slot), Keys::name(slot), scale, false, out);
    }

    /// Positive, on the grid of `scale` decimals: what happens on the venue now.
    template<typename Number>
    bool onGrid(int slot, int scale, Number& out)
    {
        std::int64_t value = 0;
        if (!mantissa(slot, scale, value))
            return false;
        out = Number::fromMantissa(value, scale);
        return true;
    }
    /// At `scale` where it fits, else with its own decimals: history may be finer than today's tick, averages always are.
    template<typename Number>
    bool nearGrid(int slot, int scale, bool mayBeZero, Number& out);
    /// With its own decimals, any sign.
    template<typename Number>
    bool any(int slot, Number& out);

private:
    template<Expected expected>
    void takeExpected(const char*& p, std::uint64_t& present) noexcept;
    bool need(int slot) { return has(slot) || m_reader.fail(Errc::BadSchema, Keys::name(slot), "missing"); }
    template<typename OnObject>
    bool captureNested(int slot, json::value& value, json::json_type type, std::uint64_t arrays, OnObject& onObject);

    JsonReader& m_reader;
    std::uint64_t m_present = 0;
    std::array<Field, static_cast<std::size_t>(Keys::slots)> m_fields;
};

template<typename Keys>
template<typename OnObject>
bool FieldSet<Keys>::capture(json::object object, std::uint64_t arrays, OnObject onObject)
{
    m_present = 0;
    for (auto result : object) {
        if (const auto code = result.error())
            return m_reader.failJson(code, {});
        json::field& entry = result.value_unsafe(); // in place: a copy of it costs more than all the rest of a field
        const int slot = Keys::slot(entry.key().raw());
        if (slot < 0) {
            if (!m_reader.skip(entry.value()))
                return false;
            continue;
        }
        if (has(slot))
            return m_reader.fail(Errc::BadSchema, Keys::name(slot), "given twice");
        m_present |= std::uint64_t{1} << slot;
        json::json_type type{};
        if (const auto code = entry.value().type().get(type))
            return m_reader.failJson(code, Keys::name(slot));
        const bool isScalar = type != json::json_type::object && type != json::json_type::array;
        if (isScalar ? !m_reader.readScalar(entry.value(), type, m_fields[static_cast<std::size_t>(slot)], Keys::name(slot))
                     : !captureNested(slot, entry.value(), type, arrays, onObject))
            return false;
    }
    return true;
}

template<typename Keys>
template<Expected... expected>
bool FieldSet<Keys>::capturePlain(int first, const char* firstText, const char*& text) noexcept
{
    m_fields[static_cast<std::size_t>(first)] = {Field::Kind::Text, 0, firstText};
    std::uint64_t present = std::uint64_t{1} << first;
    const char* p = text;
    (takeExpected<expected>(p, present), ...);
    while (*p == ',') {
        const char* const key = p + 2;
        p = p[1] == '"' ? plainTextEnd(key) : nullptr;
        if (!p || *++p != ':')
            return false;
        const int slot = Keys::slot(key);
        const std::uint64_t bit = slot >= 0 ? std::uint64_t{1} << slot : 0;
        Field unwanted;
        p = scanPlain(p + 1, slot >= 0 ? m_fields[static_cast<std::size_t>(slot)] : unwanted);
        if (!p || (present & bit) != 0)
            return false;
        present |= bit;
    }
    m_present = present;
    text = p + 1;
    return *p == '}';
}

/// `p` stands behind a value. Where it is another field that follows, or not as expected, nothing happens.
template<typename Keys>
template<Expected expected>
simdjson_inline void FieldSet<Keys>::takeExpected(const char*& p, std::uint64_t& present) noexcept
{
    static constexpr std::string_view key = Keys::name(expected.slot);
    static constexpr auto literal = [] { // ,"key":
        std::array<char, key.size() + 4> made{',', '"'};
        std::ranges::copy(key, made.begin() + 2);
        made[key.size() + 2] = '"';
        made[key.size() + 3] = ':';
        return made;
    }();
    if (std::memcmp(p, literal.data(), literal.size()) != 0)
        return;
    const char* const end = scanPlain(expected.kind, p + literal.size(), m_fields[expected.slot]);
    present |= end ? std::uint64_t{1} << expected.slot : 0;
    p = end ? end : p;
}

template<typename Keys>
bool FieldSet<Keys>::captureRow(json::array row)
{
    m_present = 0;
    int slot = 0;
    auto skipNested = [this](int, json::object nested) { return m_reader.skipObject(nested); };
    for (auto result : row) {
        json::value value;
        if (const auto code = std::move(result).get(value))
            return m_reader.failJson(code, {});
        if (slot >= Keys::slots) {
            if (!m_reader.skip(value))
                return false;
            continue;
        }
        m_present |= std::uint64_t{1} << slot;
        json::json_type type{};
        if (const auto code = value.type().get(type))
            return m_reader.failJson(code, Keys::name(slot));
        const bool isScalar = type != json::json_type::object && type != json::json_type::array;
        if (isScalar ? !m_reader.readScalar(value, type, m_fields[static_cast<std::size_t>(slot)], Keys::name(slot))
                     : !captureNested(slot, value, type, 0, skipNested))
            return false;
        ++slot;
    }
    return true;
}

template<typename Keys>
template<typename OnObject>
bool FieldSet<Keys>::captureNested(int slot, json::value& value, json::json_type type, std::uint64_t arrays, OnObject& onObject)
{
    Field& field = m_fields[static_cast<std::size_t>(slot)];
    if (type == json::json_type::object) {
        field.kind = Field::Kind::Object;
        json::object nested;
        const auto code = value.get_object().get(nested);
        return code ? m_reader.failJson(code, Keys::name(slot)) : onObject(slot, nested);
    }
    field.kind = Field::Kind::Array;
    field.text = nullptr;
    if (((arrays >> slot) & 1U) == 0)
        return m_reader.skip(value);
    json::array array;
    std::string_view raw;
    if (const auto code = value.get_array().get(array))
        return m_reader.failJson(code, Keys::name(slot));
    if (const auto code = array.raw_json().get(raw))
        return m_reader.failJson(code, Keys::name(slot));
    field.text = raw.data();
    return true;
}

template<typename Keys>
template<typename Number>
bool FieldSet<Keys>::nearGrid(int slot, int scale, bool mayBeZero, Number& out)
{
    std::int64_t value = 0;
    if (isText(slot) && m_reader.tryMantissa(at(slot), scale, value) && value >= (mayBeZero ? 0 : 1)) {
        out = Number::fromMantissa(value, scale);
        return true;
    }
    if (!any(slot, out))
        return false;
    if (out.isNegative() || (!mayBeZero && out.isZero()))
        return m_reader.fail(Errc::BadNumber, Keys::name(slot), out.toString());
    return true;
}

template<typename Keys>
template<typename Number>
bool FieldSet<Keys>::any(int slot, Number& out)
{
    std::string_view digits;
    if (!text(slot, digits))
        return false;
    const auto number = Number::parse(digits);
    if (!number)
        return m_reader.fail(Errc::BadNumber, Keys::name(slot), digits);
    out = *number;
    return true;
}

} // namespace spreadline::binance
