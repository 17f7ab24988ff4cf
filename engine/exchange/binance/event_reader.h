// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/binance/field_set.h"
#include "exchange/dialect.h"
#include "exchange/instrument_table.h"

namespace spreadline::binance {

/// Spot frames are alike but for little: no pu in depth, neither type nor times in bookTicker.
enum class Product : std::uint8_t { UsdM, Spot };

/// The short keys of stream events: one letter each, and two of two letters.
struct EventKeys {
    static constexpr int slots = 60;
    static constexpr int previousLast = 58; ///< "pu"
    static constexpr int averagePrice = 59; ///< "ap"

    static int slot(const char* key) noexcept
    {
        if (key[1] == '"' && ((key[0] >= 'a' && key[0] <= 'z') || (key[0] >= 'A' && key[0] <= 'Z')))
            return key[0] - 'A';
        if (key[0] == 'p' && key[1] == 'u' && key[2] == '"')
            return previousLast;
        return key[0] == 'a' && key[1] == 'p' && key[2] == '"' ? averagePrice : -1;
    }
    static std::string_view name(int slot) noexcept;
};

/// One event object of a market stream to MarketEvents. One thread.
class EventReader {
public:
    /// Where an event goes, and what its surroundings say about it.
    struct Target {
        const InstrumentTable& instruments;
        std::vector<MarketEvent>& out;
        Decoded& decoded;
        bool skipUnknown = false; ///< a stream of all symbols: an instrument we do not know is passed over
        bool isPartial = false;   ///< depth5/10/20: looks like a diff, is none
    };

    EventReader(JsonReader& reader, Product product) : m_reader(reader), m_product(product), m_fields(reader), m_nested(reader) {}

    /// `type` is the event's "e". Appends what the event carries; an event of no interest is checked as JSON and Ignored.
    bool read(std::string_view type, json::object object, Target& target);
    /// Spot's bookTicker, which has no "e".
    bool readUntyped(json::object object, Target& target);

private:
    using Handler = bool (EventReader::*)(json::object, Target&);
    enum class Symbol : std::uint8_t { Known, Skipped, Failed };

    bool readAggTrade(json::object object, Target& target);
    bool readTrade(json::object object, Target& target);
    bool readDepth(json::object object, Target& target);
    bool readBookTicker(json::object object, Target& target);
    bool readKline(json::object object, Target& target);
    bool readMarkPrice(json::object object, Target& target);
    bool readTicker(json::object object, Target& target);
    bool readMiniTicker(json::object object, Target& target);
    bool readForceOrder(json::object object, Target& target);
    bool readShutdown(json::object object, Target& target);

    bool captureWith(json::object object, char nestedKey);
    bool appendTrade(Target& target, char idKey);
    bool appendTicker(Target& target, bool isMini);
    bool fillKline(const Instrument& instrument, Interval interval, Kline& kline);
    Symbol findSymbol(FieldSet<EventKeys>& fields, Target& target, const Instrument*& instrument);
    /// Reads E, which every event but spot's bookTicker has, into the target; counts the frame as one with events.
    bool stamp(Target& target);

    JsonReader& m_reader;
    Product m_product;
    FieldSet<EventKeys> m_fields;
    FieldSet<EventKeys> m_nested; ///< of "k" and "o"
};

} // namespace spreadline::binance
