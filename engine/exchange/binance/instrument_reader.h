// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"
#include "exchange/binance/json_reader.h"

namespace spreadline::binance {

/// exchangeInfo to Instruments. Ticks and steps come from the filters, never from the precision fields, and without superfluous
/// zeros, so that their scale is the instrument's. A status we do not know counts as a break in trading. One use.
class InstrumentReader {
public:
    explicit InstrumentReader(JsonReader& reader) : m_reader(reader) {}

    /// Reads the root object to its end. A symbol without PRICE_FILTER or LOT_SIZE refuses the whole list.
    bool read(json::object root, std::vector<Instrument>& out);

private:
    bool readSymbol(json::object object, Instrument& instrument);
    bool readDetail(int slot, json::value value, Instrument& instrument);
    bool readFilters(json::value value, Instrument& instrument, bool& anyPrice, bool& anyLot);
    bool readFilter(json::object object, Instrument& instrument, bool& anyPrice, bool& anyLot);

    JsonReader& m_reader;
};

} // namespace spreadline::binance
