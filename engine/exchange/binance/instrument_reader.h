// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"
#include "exchange/binance/json_reader.h"

namespace spreadline::binance {

/// exchangeInfo to Instruments. Ticks and steps come from the filters, never from the precision fields. Their scale, though, is the
/// precision's where the filter's text has it (tick "0.00100" at precision 5: scale 5), because orders from before a change of the
/// tick rest off today's grid in real books ("0.50579" in CTKUSDT, July 2021), and those have to fit. A status we do not know counts
/// as a break in trading. One use.
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
    int m_priceDigits = 0;
    int m_quantityDigits = 0;
};

} // namespace spreadline::binance
