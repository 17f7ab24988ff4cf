// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/instrument_table.h"

#include <string>
#include <vector>

namespace spreadline::bench {

/// BTCUSDT-like: tick 0.1, step 0.001.
InstrumentTable oneInstrument();

/// Frames as the venue sends them, wrapped, all different, the same every run.
std::vector<std::string> aggTradeFrames(int count);
/// Diffs of `levels` levels a side around a wandering mid of a book `depth` levels deep; each continues the one before
/// (pu).
std::vector<std::string> depthFrames(int count, int levels, int depth);

/// The book that depthFrames() continues.
BookSnapshot depthStart(int depth);

} // namespace spreadline::bench
