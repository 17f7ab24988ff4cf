// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/market_data.h"
#include "domain/money.h"

#include <optional>
#include <string>

namespace spreadline {

enum class InstrumentStatus : std::uint8_t { Trading, Pending, Break, Settling, Closed };

/// Which way a price is moved onto the tick: Passive never crosses (a buy goes down, a sell up), Aggressive the other way round.
enum class Rounding : std::uint8_t { Passive, Aggressive };

/// A contract of a venue with its filters (Binance exchangeInfo; protocols: tickSize and stepSize count, never the *precision*
/// fields). Immutable once loaded; a changed filter arrives as a new Instrument with the same id.
struct Instrument {
    InstrumentId id{};
    std::string symbol; ///< the venue's, upper case: "BTCUSDT"
    std::string baseAsset;
    std::string quoteAsset;
    InstrumentStatus status = InstrumentStatus::Trading;
    Timestamp onboarded;

    Price tickSize = Price::fromMantissa(1, 2);
    Price minPrice, maxPrice;
    Quantity stepSize = Quantity::fromMantissa(1, 3);
    Quantity minQuantity, maxQuantity;
    Quantity maxMarketQuantity;
    Money minNotional;
    Price bandUp, bandDown; ///< PERCENT_PRICE multipliers of the mark price; zero means no band

    bool operator==(const Instrument&) const = default;

    /// Decimals that prices and quantities are shown with and stored at.
    int priceScale() const noexcept { return tickSize.scale(); }
    int quantityScale() const noexcept { return stepSize.scale(); }
    BookScale bookScale() const noexcept
    {
        return {static_cast<std::int8_t>(priceScale()), static_cast<std::int8_t>(quantityScale())};
    }
};

/// PRICE_FILTER: min <= price <= max and (price - min) on the tick. Errors: OffTick, BelowMinimum, AboveMaximum.
Status checkPrice(const Instrument& instrument, Price price);
/// LOT_SIZE: min <= quantity <= max and (quantity - min) on the step. Errors: OffStep, BelowMinimum, AboveMaximum.
Status checkQuantity(const Instrument& instrument, Quantity quantity);
/// MIN_NOTIONAL; waived for reduce-only orders by the caller. Errors: NotionalTooSmall, Overflow.
Status checkNotional(const Instrument& instrument, Price price, Quantity quantity);
/// PERCENT_PRICE: a buy at most mark x up, a sell at least mark x down. Errors: PriceOutOfBand.
Status checkBand(const Instrument& instrument, Side side, Price price, Price mark);

/// Onto the tick, at the instrument's scale. Errors: Overflow, BelowMinimum, AboveMaximum.
Result<Price> roundPrice(const Instrument& instrument, Side side, Price price, Rounding rounding);
/// Toward zero onto the step, at the instrument's scale: rounding never increases exposure. The result may be zero.
Result<Quantity> roundQuantity(const Instrument& instrument, Quantity quantity);

} // namespace spreadline
