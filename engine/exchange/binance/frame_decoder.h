// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/binance/event_reader.h"

#include <string>

namespace spreadline::binance {

/// A text frame of a stream connection to what it carries: wrapper, arrays, answers to requests, and the events themselves (by
/// EventReader). Keys may come in any order; Binance's own order is the quick way, and a frame of one plain event in it (plain_scan.h)
/// the quickest. One thread.
class FrameDecoder {
public:
    FrameDecoder(std::size_t maxBytes, Product product) : m_reader(maxBytes), m_events(m_reader, product), m_product(product) {}

    /// As Dialect::decode: on an error nothing is appended.
    Result<Decoded> decode(std::string_view frame, const InstrumentTable& instruments, std::vector<MarketEvent>& out);

private:
    using Target = EventReader::Target;

    enum class Plain : std::uint8_t { Taken, Refused, Unusual };

    bool read(std::string_view frame, Target& target);
    Plain readPlain(Target& target);
    bool readFrame(Target& target);
    bool find(json::object& object, std::string_view key, json::value& value, bool& isThere);
    bool readWrapped(json::object root, Target& target);
    bool readUnordered(Target& target);
    bool readData(json::value& value, std::string_view stream, Target& target);
    bool readArray(json::array array, Target& target);
    bool readObject(json::object object, Target& target);
    bool readUntyped(json::object object, Target& target);
    bool readAnswerField(const char* key, json::value value, Decoded& decoded, bool& isKnown);
    bool readRequestId(json::value value, std::int64_t& id);
    bool readResult(json::value value, Decoded& decoded);
    bool readRefusal(json::object object, Error& error);
    bool readText(json::value& value, std::string_view name, std::string_view& out);

    JsonReader m_reader;
    EventReader m_events;
    Product m_product;
    std::string m_stream; ///< of a frame whose keys are in an unusual order
};

} // namespace spreadline::binance
