// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"

#include <cstdint>
#include <vector>

namespace spreadline::binance {

/// Reads the decimal text behind an opening quote as an integer of `scale` decimals, up to the closing quote; never through a
/// double. Returns the place behind the closing quote, or nullptr when it is no plain decimal, has a non-zero digit beyond the
/// scale or does not fit 64 bits (as domain readMantissa, which it falls back to for what is unusual). The text must end somewhere
/// in a quote or a zero byte. Precondition: 0 <= scale <= 18.
const char* scanMantissa(const char* text, int scale, std::int64_t& value) noexcept;

/// Where a scan of levels stopped, and why.
enum class LevelFault : std::uint8_t { None, Shape, Price, Quantity };
struct LevelScan {
    LevelFault fault = LevelFault::None;
    const char* end = nullptr; ///< behind the closing bracket
    std::size_t index = 0;     ///< of the level at fault
};

/// Reads `[["61800.20","0.006"],…]` into `levels` (appending). Prices must be positive, quantities not negative. `text` points at
/// the outer bracket and must end in a zero byte somewhere.
LevelScan scanLevels(const char* text, BookScale scale, std::vector<BookLevel>& levels);

} // namespace spreadline::binance
