// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/market_sources.h"

#include "practice/replay_market.h"
#include "practice/synthetic_market.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace spreadline::practice {
namespace {

constexpr double easyTradesFactor = 40; // beyond it books first get faster: a minute of trades is held in memory
constexpr double fastestRate = 100'000;

/// Trades and book slices in the proportion of the natural market as far as trades go, then faster books, and the rest trades again:
/// each of them is a message to who listens, while book changes are merged into one every 100 ms.
Result<SyntheticSymbol::Rates> ratesFor(const std::vector<CatalogueEntry>& symbols, double wanted)
{
    if (wanted == 0)
        return SyntheticSymbol::Rates{};
    if (!(wanted > 0 && wanted <= fastestRate))
        return Error{Errc::BadUsage, "rate", "messages per second must lie between 1 and 100000"};
    double trades = 0;
    for (const CatalogueEntry& entry : symbols)
        trades += entry.tradesPerMinute / 60.0;
    const double books = 10.0 * static_cast<double>(symbols.size());
    const double factor = wanted / (trades + books);
    SyntheticSymbol::Rates rates;
    rates.trades = std::clamp(factor, 0.1, easyTradesFactor);
    const double slicesWanted = (wanted - trades * rates.trades) / static_cast<double>(symbols.size());
    constexpr std::array lengths{100, 50, 25, 20, 10};
    for (const int millis : lengths) {
        rates.sliceMillis = millis;
        if (1'000.0 / millis >= slicesWanted * 0.9)
            break;
    }
    const double missing = wanted - trades * rates.trades - books * 100.0 / rates.sliceMillis;
    if (missing > 0)
        rates.trades += missing / trades;
    // A whole book that often would cost more than the load is worth.
    rates.bookLevels = rates.sliceMillis >= 50 ? SyntheticBook::mostLevels : 100;
    return rates;
}

Result<std::unique_ptr<MarketSource>> openReplay(const MarketConfig& config)
{
    auto recording = readRecording(config.replayFile, config.symbols.size() == 1 ? config.symbols.front() : std::string());
    if (!recording)
        return recording.error();
    const auto slash = config.replayFile.find_last_of("/\\");
    const std::string name = slash == std::string::npos ? config.replayFile : config.replayFile.substr(slash + 1);
    return std::unique_ptr<MarketSource>(std::make_unique<ReplayMarket>(std::move(*recording), name));
}

} // namespace

Result<std::unique_ptr<MarketSource>> openMarket(const MarketConfig& config)
{
    if (!config.replayFile.empty())
        return openReplay(config);
    auto symbols = chooseSymbols(config.symbols, config.symbolCount);
    if (!symbols)
        return symbols.error();
    const auto rates = ratesFor(*symbols, config.messagesPerSecond);
    if (!rates)
        return rates.error();
    return std::unique_ptr<MarketSource>(std::make_unique<SyntheticMarket>(config.seed, *symbols, *rates));
}

} // namespace spreadline::practice
