// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/binance/field_set.h"
#include "exchange/dialect.h"
#include "exchange/instrument_table.h"

namespace spreadline::binance {

/// Spot frames are alike but for little: no pu in depth, neither type nor times in bookTicker.
enum class Product : std::uint8_t { UsdM, Spot };

/// The short keys of stream events: one letter each, and some of two letters.
struct EventKeys {
    static constexpr std::array<std::string_view, 4> pairs{"pu", "ap", "nq", "st"};
    static constexpr int firstPair = 58;
    static constexpr int previousLast = firstPair, averagePrice = firstPair + 1, netQuantity = firstPair + 2,
                         symbolType = firstPair + 3;
    static constexpr int slots = firstPair + static_cast<int>(pairs.size());

    static int slot(const char* key) noexcept
    {
        if (key[1] == '"' && ((key[0] >= 'a' && key[0] <= 'z') || (key[0] >= 'A' && key[0] <= 'Z')))
            return key[0] - 'A';
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (key[0] == pairs[i][0] && key[1] == pairs[i][1] && key[2] == '"')
                return firstPair + static_cast<int>(i);
        }
        return -1;
    }
    static constexpr std::string_view name(int slot) noexcept
    {
        return slot < firstPair ? std::string_view(letters.data() + slot, 1) : pairs[static_cast<std::size_t>(slot - firstPair)];
    }

private:
    static constexpr std::array<char, firstPair> letters = [] {
        std::array<char, firstPair> all{};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<char>('A' + i);
        return all;
    }();
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
    /// The same in two steps for an event that is plain all through (FieldSet::capturePlain): trades, tickers, mark prices. `text`
    /// stands behind its first field, the type.
    bool capturePlain(std::string_view type, const char*& text);
    bool appendCaptured(Target& target);
    /// Spot's bookTicker, which has no "e".
    bool readUntyped(json::object object, Target& target);

private:
    /// An event: what it is made of beside plain fields, and what becomes of it once they are captured.
    struct Kind {
        std::string_view type;
        bool (EventReader::*append)(Target&);
        std::uint64_t arrays = 0; ///< slots of lists of levels
        int nested = -1;          ///< slot of the object that holds most of it
        /// How it is captured when it is plain; none where there are arrays or a nested object.
        bool (FieldSet<EventKeys>::*capturePlain)(int, const char*, const char*&) noexcept = nullptr;
    };
    enum class Symbol : std::uint8_t { Known, Skipped, Failed };

    static const Kind* kindOf(std::string_view type) noexcept;
    bool capture(json::object object);
    bool captureWith(json::object object, int nestedSlot);

    bool appendAggTrade(Target& target) { return appendTrade(target, 'a'); }
    bool appendMarketTrade(Target& target);
    bool appendTrade(Target& target, char idKey);
    bool appendDepth(Target& target);
    bool appendBookTicker(Target& target);
    bool appendKline(Target& target);
    bool appendMarkPrice(Target& target);
    bool appendFullTicker(Target& target) { return appendTicker(target, false); }
    bool appendMiniTicker(Target& target) { return appendTicker(target, true); }
    bool appendTicker(Target& target, bool isMini);
    bool appendForceOrder(Target& target);
    bool noteShutdown(Target& target);
    bool fillKline(const Instrument& instrument, Interval interval, Kline& kline);
    Symbol findSymbol(FieldSet<EventKeys>& fields, Target& target, const Instrument*& instrument);
    /// Reads E, which every event but spot's bookTicker has, into the target; counts the frame as one with events.
    bool stamp(Target& target);

    JsonReader& m_reader;
    Product m_product;
    const Kind* m_kind = nullptr; ///< of what was captured
    FieldSet<EventKeys> m_fields;
    FieldSet<EventKeys> m_nested; ///< of "k" and "o"
};

} // namespace spreadline::binance
