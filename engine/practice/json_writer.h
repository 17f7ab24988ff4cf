// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decimal.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace spreadline::practice {

/// Appends JSON to a buffer the caller reuses. Text is escaped by string() only; keys and plain() are known to be harmless.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : m_out(out) {}

    JsonWriter& beginObject() { return open('{'); }
    JsonWriter& endObject() { return close('}'); }
    JsonWriter& beginArray() { return open('['); }
    JsonWriter& endArray() { return close(']'); }

    JsonWriter& key(std::string_view name)
    {
        separate();
        m_out.push_back('"');
        m_out.append(name);
        m_out.append("\":");
        m_comma = false;
        return *this;
    }
    JsonWriter& integer(std::int64_t value)
    {
        separate();
        char digits[24];
        m_out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
        return *this;
    }
    JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
    JsonWriter& null() { return raw("null"); }
    /// Text that needs no escape: symbols, enums, decimals.
    JsonWriter& plain(std::string_view text)
    {
        separate();
        m_out.push_back('"');
        m_out.append(text);
        m_out.push_back('"');
        return *this;
    }
    JsonWriter& string(std::string_view text);
    /// A quoted decimal of fixed scale: (615, 1) is "61.5".
    JsonWriter& decimal(std::int64_t mantissa, int scale);
    template<typename Tag>
    JsonWriter& decimal(Decimal<Tag> value)
    {
        return decimal(value.mantissa(), value.scale());
    }
    /// JSON that is ready.
    JsonWriter& raw(std::string_view json)
    {
        separate();
        m_out.append(json);
        return *this;
    }

    JsonWriter& field(std::string_view name, std::int64_t value) { return key(name).integer(value); }
    JsonWriter& field(std::string_view name, int value) { return key(name).integer(value); }
    JsonWriter& field(std::string_view name, bool value) { return key(name).boolean(value); }
    JsonWriter& field(std::string_view name, std::string_view value) { return key(name).plain(value); }
    JsonWriter& field(std::string_view name, const char* value) { return key(name).plain(value); }
    template<typename Tag>
    JsonWriter& field(std::string_view name, Decimal<Tag> value)
    {
        return key(name).decimal(value);
    }

private:
    JsonWriter& open(char bracket)
    {
        separate();
        m_out.push_back(bracket);
        m_comma = false;
        return *this;
    }
    JsonWriter& close(char bracket)
    {
        m_out.push_back(bracket);
        m_comma = true;
        return *this;
    }
    void separate()
    {
        if (m_comma)
            m_out.push_back(',');
        m_comma = true;
    }

    std::string& m_out;
    bool m_comma = false;
};

/// Appends mantissa x 10^-scale with exactly `scale` decimals.
void appendDecimal(std::string& out, std::int64_t mantissa, int scale);

} // namespace spreadline::practice
