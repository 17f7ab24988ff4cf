// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

namespace spreadline {

Result<Money> notional(Price price, Quantity quantity)
{
    const auto product = detail::multiply({price.mantissa(), static_cast<std::int8_t>(price.scale())},
                                          {quantity.mantissa(), static_cast<std::int8_t>(quantity.scale())});
    if (!product)
        return Error{Errc::Overflow, "notional", price.toString() + " x " + quantity.toString()};
    return Money::fromMantissa(product->value, product->scale);
}

Money operator*(Price price, Quantity quantity)
{
    auto product = notional(price, quantity);
    if (!product)
        throw OverflowError(logText(product.error()));
    return *product;
}

} // namespace spreadline
