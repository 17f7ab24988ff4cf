// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/instrument_table.h"

#include <QByteArray>
#include <QFile>

#include <string>

namespace spreadline::test {

inline Instrument sampleInstrument(const char* symbol, int priceScale, int quantityScale)
{
    Instrument instrument;
    instrument.symbol = symbol;
    instrument.tickSize = Price::fromMantissa(1, priceScale);
    instrument.stepSize = Quantity::fromMantissa(1, quantityScale);
    return instrument;
}

/// BTCUSDT (0.1, 0.001) is id 0, ETHUSDT (0.01, 0.001) is id 1.
inline InstrumentTable sampleTable()
{
    return InstrumentTable({sampleInstrument("BTCUSDT", 1, 3), sampleInstrument("ETHUSDT", 2, 3)});
}

inline std::string readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace spreadline::test
