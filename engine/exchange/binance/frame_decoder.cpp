// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/frame_decoder.h"

#include <charconv>
#include <cstring>

namespace spreadline::binance {
namespace {

/// Of a constant the compiler makes two or three comparisons; string_view's would be a call.
inline bool beginsWith(const char* text, std::string_view constant)
{
    return std::memcmp(text, constant.data(), constant.size()) == 0;
}

bool keyIs(const char* key, std::string_view name)
{
    return std::string_view(key, name.size()) == name && key[name.size()] == '"';
}

/// The wrapper Binance sends: {"stream":…,"data":…}, in this order.
bool beginsWithStream(std::string_view frame)
{
    if (frame.starts_with("{\"stream\""))
        return true;
    const std::size_t brace = frame.find_first_not_of(" \t\r\n");
    if (brace == frame.npos || frame[brace] != '{')
        return false;
    const std::size_t key = frame.find_first_not_of(" \t\r\n", brace + 1);
    return key != frame.npos && frame.substr(key).starts_with("\"stream\"");
}

/// "btcusdt@depth20@100ms" and "btcusdt@depth5", but not "btcusdt@depth@100ms".
bool isPartialDepth(std::string_view stream)
{
    constexpr std::string_view mark = "@depth";
    const std::size_t place = stream.find(mark);
    return place != stream.npos && place + mark.size() < stream.size() && stream[place + mark.size()] != '@';
}

std::int64_t requestIdOf(std::string_view text)
{
    std::int64_t id = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), id);
    return failure == std::errc{} && end == text.data() + text.size() ? id : 0;
}

/// Where the type of an event stands that begins as Binance's do: {"e":"aggTrade",… Empty for every other beginning.
std::string_view leadingType(const char* object)
{
    constexpr std::string_view beginning = "{\"e\":\"";
    constexpr std::size_t longest = 32;
    if (!beginsWith(object, beginning)) // the buffer is padded
        return {};
    const char* type = object + beginning.size();
    std::size_t length = 0;
    while (length < longest && type[length] != '"' && type[length] != '\\' && type[length] != '\0')
        ++length;
    return type[length] == '"' ? std::string_view(type, length) : std::string_view();
}

} // namespace

Result<Decoded> FrameDecoder::decode(std::string_view frame, const InstrumentTable& instruments, std::vector<MarketEvent>& out)
{
    const std::size_t before = out.size();
    Result<Decoded> result{Decoded()};
    Target target{instruments, out, *result};
    if (!read(frame, target)) {
        out.erase(out.begin() + static_cast<std::ptrdiff_t>(before), out.end());
        return m_reader.error();
    }
    return result;
}

bool FrameDecoder::read(std::string_view frame, Target& target)
{
    if (!m_reader.load(frame))
        return false;
    const Plain plain = readPlain(target);
    return plain == Plain::Unusual ? m_reader.parse() && readFrame(target) && m_reader.finish() : plain == Plain::Taken;
}

/// {"stream":"…","data":{…}} or the bare event.
FrameDecoder::Plain FrameDecoder::readPlain(Target& target)
{
    constexpr std::string_view beforeStream = "{\"stream\":\"", beforeData = "\",\"data\":";
    const std::string_view frame = m_reader.text();
    const char* p = frame.data();
    const bool isWrapped = beginsWith(p, beforeStream);
    bool isOfAll = false;
    if (isWrapped) {
        p += beforeStream.size();
        isOfAll = *p == '!';
        p = plainTextEnd(p);
        if (!p || !beginsWith(p, beforeData))
            return Plain::Unusual;
        p += beforeData.size();
    }
    const std::string_view type = leadingType(p);
    if (type.empty())
        return Plain::Unusual;
    p = type.data() + type.size() + 1;
    if (!m_events.capturePlain(type, p) || (isWrapped && *p++ != '}') || p != frame.data() + frame.size())
        return Plain::Unusual;
    target.skipUnknown = isOfAll;
    return m_events.appendCaptured(target) ? Plain::Taken : Plain::Refused;
}

bool FrameDecoder::readFrame(Target& target)
{
    auto& document = m_reader.document();
    json::json_type type{};
    if (const auto code = document.type().get(type))
        return m_reader.failJson(code, {});
    if (type == json::json_type::array) {
        json::array array;
        const auto code = document.get_array().get(array);
        return code ? m_reader.failJson(code, {}) : readArray(array, target);
    }
    json::object root;
    if (const auto code = document.get_object().get(root))
        return m_reader.failJson(code, {});
    if (beginsWithStream(m_reader.text()))
        return readWrapped(root, target);
    json::value found;
    bool isEvent = false;
    bool isWrapper = false;
    if (!find(root, "e", found, isEvent) || (!isEvent && !find(root, "data", found, isWrapper)))
        return false;
    if (isWrapper)
        return readUnordered(target);
    const auto code = root.reset().error();
    return code ? m_reader.failJson(code, {}) : readObject(root, target);
}

bool FrameDecoder::find(json::object& object, std::string_view key, json::value& value, bool& isThere)
{
    // Any failure but "no such field" leaves the parser unusable: nothing may be asked of it after that.
    const auto code = object.find_field_unordered(key).get(value);
    isThere = code == simdjson::SUCCESS;
    return isThere || code == simdjson::NO_SUCH_FIELD || m_reader.failJson(code, {});
}

bool FrameDecoder::readWrapped(json::object root, Target& target)
{
    std::string_view stream;
    bool anyData = false;
    for (auto result : root) {
        if (const auto code = result.error())
            return m_reader.failJson(code, {});
        json::field& entry = result.value_unsafe();
        const char* key = entry.key().raw();
        if (keyIs(key, "stream")) {
            if (!readText(entry.value(), "stream", stream))
                return false;
        } else if (keyIs(key, "data") && !anyData) {
            anyData = true;
            if (!readData(entry.value(), stream, target))
                return false;
            m_reader.setScope("frame");
        } else if (!m_reader.skip(entry.value())) {
            return false;
        }
    }
    return anyData || m_reader.fail(Errc::BadSchema, "data", "missing");
}

bool FrameDecoder::readUnordered(Target& target)
{
    // Data came before its stream's name: find the name first, then begin again.
    auto& document = m_reader.document();
    json::object root;
    json::value value;
    document.rewind();
    if (const auto code = document.get_object().get(root))
        return m_reader.failJson(code, {});
    std::string_view name;
    bool isNamed = false;
    if (!find(root, "stream", value, isNamed) || (isNamed && !readText(value, "stream", name)))
        return false;
    m_stream = name;
    document.rewind();
    if (const auto code = document.get_object().get(root))
        return m_reader.failJson(code, {});
    bool anyData = false;
    for (auto result : root) {
        json::field entry;
        if (const auto code = std::move(result).get(entry))
            return m_reader.failJson(code, {});
        const bool isData = keyIs(entry.key().raw(), "data") && !anyData;
        anyData = anyData || isData;
        if (isData ? !readData(entry.value(), m_stream, target) : !m_reader.skip(entry.value()))
            return false;
        m_reader.setScope("frame");
    }
    return true;
}

bool FrameDecoder::readData(json::value& value, std::string_view stream, Target& target)
{
    json::json_type type{};
    if (const auto code = value.type().get(type))
        return m_reader.failJson(code, "data");
    target.skipUnknown = stream.starts_with('!');
    target.isPartial = isPartialDepth(stream);
    if (type == json::json_type::array) {
        json::array array;
        const auto code = value.get_array().get(array);
        return code ? m_reader.failJson(code, "data") : readArray(array, target);
    }
    const std::string_view leading =
        type == json::json_type::object ? leadingType(value.raw_json_token().data()) : std::string_view();
    json::object object;
    if (const auto code = value.get_object().get(object))
        return m_reader.failJson(code, "data");
    return leading.empty() ? readObject(object, target) : m_events.read(leading, object, target);
}

bool FrameDecoder::readArray(json::array array, Target& target)
{
    target.skipUnknown = true;
    Decoded::Kind best = Decoded::Kind::Ignored;
    for (auto result : array) {
        json::object object;
        if (const auto code = std::move(result).get_object().get(object))
            return m_reader.failJson(code, {});
        target.decoded.kind = Decoded::Kind::Ignored;
        if (!readObject(object, target))
            return false;
        if (target.decoded.kind == Decoded::Kind::Events)
            best = Decoded::Kind::Events;
        m_reader.setScope("frame");
    }
    target.decoded.kind = best;
    return true;
}

bool FrameDecoder::readObject(json::object object, Target& target)
{
    json::value value;
    bool isTyped = false;
    std::string_view type;
    if (!find(object, "e", value, isTyped) || (isTyped && !readText(value, "e", type)))
        return false;
    if (const auto code = object.reset().error())
        return m_reader.failJson(code, {});
    return isTyped ? m_events.read(type, object, target) : readUntyped(object, target);
}

bool FrameDecoder::readUntyped(json::object object, Target& target)
{
    json::value found;
    bool isSpotTicker = false;
    if (m_product == Product::Spot && !find(object, "B", found, isSpotTicker))
        return false;
    if (const auto code = object.reset().error())
        return m_reader.failJson(code, {});
    if (isSpotTicker)
        return m_events.readUntyped(object, target);
    bool isKnown = false;
    for (auto result : object) {
        json::field entry;
        if (const auto code = std::move(result).get(entry))
            return m_reader.failJson(code, {});
        if (!readAnswerField(entry.key().raw(), entry.value(), target.decoded, isKnown))
            return false;
    }
    return isKnown || m_reader.fail(Errc::BadSchema, "e", "missing");
}

bool FrameDecoder::readAnswerField(const char* key, json::value value, Decoded& decoded, bool& isKnown)
{
    if (keyIs(key, "result")) {
        isKnown = true;
        if (decoded.kind != Decoded::Kind::Refusal)
            decoded.kind = Decoded::Kind::Ack;
        return readResult(value, decoded);
    }
    if (keyIs(key, "error")) {
        isKnown = true;
        decoded.kind = Decoded::Kind::Refusal;
        json::object refusal;
        const auto code = value.get_object().get(refusal);
        return code ? m_reader.failJson(code, "error") : readRefusal(refusal, decoded.error);
    }
    if (keyIs(key, "id"))
        return readRequestId(value, decoded.requestId);
    if (m_product == Product::Spot && keyIs(key, "lastUpdateId"))
        isKnown = true; // spot's partial book has no type
    return m_reader.skip(value);
}

bool FrameDecoder::readRequestId(json::value value, std::int64_t& id)
{
    Field field;
    json::json_type type{};
    if (const auto code = value.type().get(type))
        return m_reader.failJson(code, "id");
    if (!m_reader.readScalar(value, type, field, "id"))
        return false;
    std::string_view text;
    if (field.kind == Field::Kind::Text && !m_reader.textOf(field, "id", text))
        return false;
    id = field.kind == Field::Kind::Integer ? field.integer : requestIdOf(text);
    return true;
}

bool FrameDecoder::readResult(json::value value, Decoded& decoded)
{
    json::json_type type{};
    if (const auto code = value.type().get(type))
        return m_reader.failJson(code, "result");
    if (type != json::json_type::array)
        return m_reader.skip(value);
    json::array array;
    if (const auto code = value.get_array().get(array))
        return m_reader.failJson(code, "result");
    for (auto result : array) {
        json::value item;
        std::string_view stream;
        if (const auto code = std::move(result).get(item))
            return m_reader.failJson(code, "result");
        if (!readText(item, "result", stream))
            return false;
        decoded.streams.emplace_back(stream);
    }
    return true;
}

bool FrameDecoder::readRefusal(json::object object, Error& error)
{
    std::int64_t venueCode = 0;
    std::string_view message;
    for (auto result : object) {
        json::field entry;
        if (const auto code = std::move(result).get(entry))
            return m_reader.failJson(code, "error");
        const char* key = entry.key().raw();
        json::value value = entry.value();
        if (keyIs(key, "code")) {
            if (const auto code = value.get_int64().get(venueCode))
                return m_reader.failJson(code, "error.code");
        } else if (keyIs(key, "msg")) {
            if (!readText(value, "error.msg", message))
                return false;
        } else if (!m_reader.skip(value)) {
            return false;
        }
    }
    error = {Errc::VenueRefused, "stream request", std::to_string(venueCode) + ": " + std::string(message)};
    return true;
}

bool FrameDecoder::readText(json::value& value, std::string_view name, std::string_view& out)
{
    Field field;
    json::json_type type{};
    if (const auto code = value.type().get(type))
        return m_reader.failJson(code, name);
    if (type != json::json_type::string)
        return m_reader.fail(Errc::BadSchema, name, "no text");
    return m_reader.readScalar(value, type, field, name) && m_reader.textOf(field, name, out);
}

} // namespace spreadline::binance
