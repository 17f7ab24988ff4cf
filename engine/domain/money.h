// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decimal.h"

namespace spreadline {

struct PriceTag {
    static constexpr std::string_view name = "price";
};
struct QuantityTag {
    static constexpr std::string_view name = "quantity";
};
struct MoneyTag {
    static constexpr std::string_view name = "money";
};

/// Quote currency for one unit of base.
using Price = Decimal<PriceTag>;
/// Units of base; negative only where a sign means direction (a position, a change).
using Quantity = Decimal<QuantityTag>;
/// An amount of one currency, which the context names.
using Money = Decimal<MoneyTag>;

// What may be combined, beside + - and comparison within one type:
//
//   Price x Quantity -> Money
//
// Everything else has no meaning and does not compile (tests/compile).

/// Price x Quantity for values from outside. Errors: Overflow when the product does not fit exactly.
Result<Money> notional(Price price, Quantity quantity);

/// The same for values known to be sane; throws OverflowError.
Money operator*(Price price, Quantity quantity);
inline Money operator*(Quantity quantity, Price price)
{
    return price * quantity;
}

} // namespace spreadline
