// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/market_data.h"

#include <simdjson.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline::binance {

namespace json = simdjson::ondemand;

inline constexpr std::int64_t largestTradeId = std::int64_t{1} << 62; ///< so that they can be counted on and subtracted

/// A field of an object as it was captured: a checked JSON value, its text not yet read as a number.
struct Field {
    enum class Kind : std::uint8_t { Text, Integer, Boolean, Null, Fraction, Object, Array };
    Kind kind = Kind::Null;
    std::int64_t integer = 0;   ///< Integer, and Boolean as 0 or 1
    const char* text = nullptr; ///< Text: behind the opening quote. Array: the bracket
};

/// One JSON document at a time: simdjson on-demand over a padded buffer that is kept, and the reason of the first failure. Every
/// method that can fail returns false and remembers why; callers just return false upward, so that success costs nothing.
class JsonReader {
public:
    static constexpr int deepest = 64; ///< levels of nesting

    explicit JsonReader(std::size_t maxBytes) : m_maxBytes(maxBytes), m_parser(maxBytes) {}

    /// Copies `text`, and begins to read it.
    bool open(std::string_view text) { return load(text) && parse(); }
    /// The two halves of it.
    bool load(std::string_view text);
    bool parse();
    /// What was loaded, a zero byte behind it.
    std::string_view text() const { return {m_buffer.data(), m_size}; }
    json::document& document() { return m_document; }
    /// Nothing but blanks follows what was read.
    bool finish();

    /// What is being read, for Error.where: "depthUpdate". Must outlive the reading.
    void setScope(std::string_view scope) { m_scope = scope; }
    std::string_view scope() const { return m_scope; }

    bool fail(Errc code, std::string_view field, std::string_view text = {});
    bool failAt(Errc code, std::string_view field, std::size_t index);
    bool failJson(simdjson::error_code code, std::string_view field);
    const Error& error() const { return m_error; }

    /// Walks over a value and everything in it; refuses what is no JSON or nested too deep.
    bool skip(json::value value, int depth = 2);
    bool skipObject(json::object object, int depth = 2);
    bool skipArray(json::array array, int depth = 2);
    /// A value of a scalar `type`. Here for the sake of inlining: it runs for every field of every frame.
    simdjson_inline bool readScalar(json::value& value, json::json_type type, Field& field, std::string_view name)
    {
        if (type == json::json_type::string) {
            field.kind = Field::Kind::Text;
            json::raw_json_string raw;
            const auto code = value.get_raw_json_string().get(raw);
            field.text = raw.raw();
            return code == simdjson::SUCCESS || failJson(code, name);
        }
        if (type == json::json_type::number) {
            field.kind = Field::Kind::Integer;
            if (value.get_int64().get(field.integer) == simdjson::SUCCESS)
                return true;
        }
        return readUnusual(value, type, field, name);
    }

    /// Text of a Text field, escapes undone; the view lives until the next open().
    bool textOf(const Field& field, std::string_view name, std::string_view& out);
    /// Decimal text as a positive (or not negative) number of `scale` decimals.
    bool mantissaOf(const Field& field, std::string_view name, int scale, bool mayBeZero, std::int64_t& out);
    bool tryMantissa(const Field& field, int scale, std::int64_t& out) const;
    /// Milliseconds since 1970, positive.
    bool timeOf(const Field& field, std::string_view name, Timestamp& out);
    bool integerOf(const Field& field, std::string_view name, std::int64_t least, std::int64_t& out,
                   std::int64_t most = std::numeric_limits<std::int64_t>::max());
    bool booleanOf(const Field& field, std::string_view name, bool& out);
    /// The levels of an Array field.
    bool levelsOf(const Field& field, std::string_view name, BookScale scale, std::vector<BookLevel>& out);

private:
    bool readUnusual(json::value& value, json::json_type type, Field& field, std::string_view name);
    bool unescape(const Field& field, std::string_view name, std::string_view& out);

    std::size_t m_maxBytes;
    json::parser m_parser;
    json::document m_document;
    std::vector<char> m_buffer;
    std::size_t m_size = 0;
    std::vector<std::uint8_t> m_unescaped; ///< room for one document's texts, so that views stay
    std::uint8_t* m_nextText = nullptr;
    std::vector<BookLevel> m_levels;
    std::string_view m_scope;
    Error m_error;
};

} // namespace spreadline::binance
