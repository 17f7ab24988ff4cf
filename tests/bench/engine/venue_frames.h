// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace spreadline::bench {

constexpr int venueSymbols = 100;

/// "S042USDT".
std::string symbolName(int symbol);

/// What a venue of a hundred symbols sends, cheaply: every frame continues the one before (trade ids without a hole,
/// depth by pu). The quantity of a trade is the moment it was encoded, in microseconds of the monotonic clock modulo
/// 10^9, so that whoever reads it knows how long it was on its way.
class VenueFrames {
public:
    static constexpr int idsPerDepth = 10;
    static constexpr int levels = 10; ///< a side and frame, of a book of `bookLevels`
    static constexpr int bookLevels = 200;

    /// Append one WebSocket frame.
    void appendTrade(int symbol, std::string& out);
    void appendDepth(int symbol, std::string& out);

    /// REST bodies.
    static std::string instruments();
    std::string book(int symbol) const;

    std::int64_t lastTrade(int symbol) const { return m_trades[static_cast<std::size_t>(symbol)]; }
    std::int64_t lastDepth(int symbol) const { return m_depths[static_cast<std::size_t>(symbol)]; }

private:
    void appendSide(std::int64_t id, int direction);

    std::vector<std::int64_t> m_trades = std::vector<std::int64_t>(venueSymbols, 100'000'000);
    std::vector<std::int64_t> m_depths = std::vector<std::int64_t>(venueSymbols, 500'000'000);
    std::string m_payload;
};

/// Microseconds of the monotonic clock modulo 10^9, never zero.
std::int64_t moment();
/// Microseconds since a moment().
std::int64_t since(std::int64_t sent);

} // namespace spreadline::bench
