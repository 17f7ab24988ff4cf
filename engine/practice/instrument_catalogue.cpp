// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/instrument_catalogue.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace spreadline::practice {
namespace {

// clang-format off
constexpr std::array entries{
    //              symbol          base        tick         step     min   level     quote  /min grp load  own    res fund cap
    CatalogueEntry{"BTCUSDT",      "BTC",      "0.10",      "0.001", "50", 60'000.0, 2'600, 250, 0, 1.00, 0.22,  10, 8},
    CatalogueEntry{"ETHUSDT",      "ETH",      "0.01",      "0.001", "20",  3'000.0, 1'800, 220, 0, 1.15, 0.30,  10, 8},
    CatalogueEntry{"SOLUSDT",      "SOL",      "0.0100",    "0.01",  "5",     150.0, 1'100, 160, 1, 1.00, 0.010, 10, 8},
    CatalogueEntry{"BNBUSDT",      "BNB",      "0.010",     "0.01",  "5",     600.0,   900,  90, 0, 0.80, 0.30,  10, 8},
    CatalogueEntry{"XRPUSDT",      "XRP",      "0.0001",    "0.1",   "5",       0.6,   700, 110, 0, 0.90, 0.45,  10, 8},
    CatalogueEntry{"DOGEUSDT",     "DOGE",     "0.000010",  "1",     "5",      0.12,   500, 100, 0, 1.20, 0.50,  10, 8},
    CatalogueEntry{"AVAXUSDT",     "AVAX",     "0.0010",    "0.1",   "5",      28.0,   450,  60, 1, 1.12, 0.013, 10, 8},
    CatalogueEntry{"LTCUSDT",      "LTC",      "0.01",      "0.001", "20",     70.0,   420,  45, 2, 0.90, 0.010, 10, 8},
    CatalogueEntry{"LINKUSDT",     "LINK",     "0.001",     "0.01",  "20",     12.0,   420,  55, 3, 1.00, 0.012, 10, 8},
    CatalogueEntry{"ADAUSDT",      "ADA",      "0.00010",   "1",     "5",      0.40,   400,  70, 0, 1.05, 0.45,  10, 8},
    CatalogueEntry{"1000PEPEUSDT", "1000PEPE", "0.0000001", "1",     "5",     0.009,   380,  95, 0, 1.40, 0.60,  10, 8, 0.0003},
    CatalogueEntry{"NEARUSDT",     "NEAR",     "0.0010",    "1",     "5",       5.2,   350,  50, 1, 1.20, 0.015, 11, 8},
    CatalogueEntry{"BCHUSDT",      "BCH",      "0.01",      "0.001", "20",    350.0,   420,  35, 2, 1.00, 0.012, 11, 8},
    CatalogueEntry{"UNIUSDT",      "UNI",      "0.0010",    "1",     "5",       7.5,   320,  40, 3, 1.10, 0.014, 10, 8},
    CatalogueEntry{"DOTUSDT",      "DOT",      "0.001",     "0.1",   "5",       6.0,   330,  45, 0, 1.00, 0.40,  10, 8},
    CatalogueEntry{"TRXUSDT",      "TRX",      "0.00001",   "1",     "5",      0.13,   300,  40, 0, 0.60, 0.35,  10, 8},
    CatalogueEntry{"1000SHIBUSDT", "1000SHIB", "0.000001",  "1",     "5",     0.018,   300,  60, 0, 1.20, 0.50,  10, 8},
    CatalogueEntry{"APTUSDT",      "APT",      "0.00100",   "0.1",   "5",       8.0,   300,  40, 1, 1.08, 0.014, 11, 8},
    CatalogueEntry{"ETCUSDT",      "ETC",      "0.001",     "0.01",  "20",     22.0,   280,  30, 2, 1.10, 0.013, 10, 8},
    CatalogueEntry{"AAVEUSDT",     "AAVE",     "0.010",     "0.1",   "5",     120.0,   380,  30, 3, 1.05, 0.013, 11, 8},
    CatalogueEntry{"SUIUSDT",      "SUI",      "0.000100",  "0.1",   "5",       1.4,   360,  65, 0, 1.35, 0.55,  10, 4},
    CatalogueEntry{"ARBUSDT",      "ARB",      "0.000100",  "0.1",   "5",      0.80,   280,  40, 0, 1.25, 0.50,  10, 8},
    CatalogueEntry{"OPUSDT",       "OP",       "0.0001000", "0.1",   "5",       1.7,   280,  38, 0, 1.30, 0.50,  10, 8},
    CatalogueEntry{"ATOMUSDT",     "ATOM",     "0.001",     "0.01",  "5",       7.0,   260,  28, 0, 1.00, 0.40,  10, 8},
    CatalogueEntry{"FILUSDT",      "FIL",      "0.001",     "0.1",   "5",       4.5,   260,  30, 0, 1.10, 0.45,  10, 8},
    CatalogueEntry{"INJUSDT",      "INJ",      "0.001000",  "0.1",   "5",      22.0,   280,  35, 0, 1.30, 0.55,  10, 4, 0.0075},
    CatalogueEntry{"XLMUSDT",      "XLM",      "0.00001",   "1",     "5",      0.10,   220,  25, 0, 0.90, 0.45,  10, 8},
    CatalogueEntry{"TONUSDT",      "TON",      "0.0001000", "0.1",   "5",       5.5,   260,  30, 0, 0.90, 0.50,  10, 4},
    CatalogueEntry{"WIFUSDT",      "WIF",      "0.0001000", "0.1",   "5",       2.0,   260,  45, 0, 1.50, 0.65,  10, 1, 0.03},
    CatalogueEntry{"CRVUSDT",      "CRV",      "0.00010",   "0.1",   "5",      0.45,   200,  22, 3, 1.15, 0.016, 10, 4},
};
// clang-format on

template<typename Number>
Number number(std::string_view text)
{
    const auto parsed = Number::parse(text);
    assert(parsed); // the table above is ours
    return *parsed;
}

/// A round quantity of about `quote` worth, at the step's scale.
Quantity quantityWorth(const CatalogueEntry& entry, double quote, Quantity step)
{
    const double units = quote / entry.level;
    const double magnitude = std::pow(10.0, std::floor(std::log10(units)));
    const double round = std::max(1.0, std::floor(units / magnitude)) * magnitude;
    const std::int64_t steps = std::max<std::int64_t>(1, std::llround(round / step.toDouble()));
    return Quantity::fromMantissa(steps * step.mantissa(), step.scale());
}

} // namespace

std::span<const CatalogueEntry> catalogue() noexcept
{
    return entries;
}

Instrument instrumentOf(const CatalogueEntry& entry, InstrumentId id)
{
    Instrument instrument;
    instrument.id = id;
    instrument.symbol = entry.symbol;
    instrument.baseAsset = entry.base;
    instrument.quoteAsset = "USDT";
    instrument.onboarded = Timestamp::fromMillis(onboardMillis);
    instrument.tickSize = number<Price>(entry.tick);
    instrument.stepSize = number<Quantity>(entry.step);
    const int scale = instrument.tickSize.scale();
    const std::int64_t tick = instrument.tickSize.mantissa();
    const std::int64_t ticks = std::llround(entry.level / instrument.tickSize.toDouble());
    instrument.minPrice = Price::fromMantissa(std::max<std::int64_t>(1, ticks / 100) * tick, scale);
    instrument.maxPrice = Price::fromMantissa(ticks * 75 * tick, scale);
    instrument.minQuantity = instrument.stepSize;
    instrument.maxQuantity = quantityWorth(entry, 60e6, instrument.stepSize);
    instrument.maxMarketQuantity = quantityWorth(entry, 7e6, instrument.stepSize);
    instrument.minNotional = number<Money>(entry.minNotional);
    const bool major = entry.symbol == "BTCUSDT" || entry.symbol == "ETHUSDT";
    instrument.bandUp = number<Price>(major ? "1.0500" : "1.1000");
    instrument.bandDown = number<Price>(major ? "0.9500" : "0.9000");
    return instrument;
}

Result<std::vector<CatalogueEntry>> chooseSymbols(const std::vector<std::string>& symbols, int count)
{
    std::vector<CatalogueEntry> chosen;
    if (symbols.empty()) {
        if (count < 1 || count > static_cast<int>(entries.size()))
            return Error{Errc::BadUsage, "symbols", "there are 1 to " + std::to_string(entries.size()) + " symbols"};
        chosen.assign(entries.begin(), entries.begin() + count);
        return chosen;
    }
    for (const std::string& symbol : symbols) {
        const auto entry = std::ranges::find(entries, symbol, &CatalogueEntry::symbol);
        if (entry == entries.end())
            return Error{Errc::UnknownInstrument, "symbols", "the practice exchange has no '" + symbol.substr(0, 32) + "'"};
        if (std::ranges::find(chosen, entry->symbol, &CatalogueEntry::symbol) != chosen.end())
            return Error{Errc::BadUsage, "symbols", "'" + symbol + "' is named twice"};
        chosen.push_back(*entry);
    }
    return chosen;
}

} // namespace spreadline::practice
