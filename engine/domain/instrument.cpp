// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/instrument.h"

#include <algorithm>

namespace spreadline {
namespace {

/// Mantissas of value, origin and step at one scale that holds all three exactly.
struct Grid {
    std::int64_t value = 0;
    std::int64_t origin = 0;
    std::int64_t step = 1;
    int scale = 0;
};

template<typename Number>
Result<Grid> gridOf(Number value, Number origin, Number step)
{
    const Number plain = value.normalized();
    const int scale = std::max({plain.scale(), origin.normalized().scale(), step.scale()});
    const auto v = plain.rescaled(scale);
    const auto o = origin.normalized().rescaled(scale);
    const auto s = step.rescaled(scale);
    if (!v || !o || !s || step.mantissa() <= 0)
        return Error{Errc::Overflow, "filter grid", value.toString()};
    return Grid{v->mantissa(), o->mantissa(), s->mantissa(), scale};
}

template<typename Number>
Status checkRange(Number value, Number low, Number high)
{
    if (value < low)
        return Error{Errc::BelowMinimum, "minimum " + low.toString(), value.toString()};
    if (high.isPositive() && value > high)
        return Error{Errc::AboveMaximum, "maximum " + high.toString(), value.toString()};
    return {};
}

template<typename Number>
Status checkGrid(Number value, Number origin, Number step, Errc off)
{
    const auto grid = gridOf(value, origin, step);
    if (!grid)
        return grid.error();
    if ((grid->value - grid->origin) % grid->step != 0)
        return Error{off, "step " + step.toString(), value.toString()};
    return {};
}

/// The grid points around a value that lies at or above the origin.
struct Neighbours {
    std::int64_t below = 0;
    std::int64_t above = 0;
};

Neighbours neighbours(const Grid& grid)
{
    const std::int64_t into = (grid.value - grid.origin) % grid.step;
    const std::int64_t below = grid.value - into - (into < 0 ? grid.step : 0);
    return {below, into == 0 ? grid.value : below + grid.step};
}

} // namespace

Status checkPrice(const Instrument& instrument, Price price)
{
    if (const auto range = checkRange(price, instrument.minPrice, instrument.maxPrice); !range)
        return range;
    return checkGrid(price, instrument.minPrice, instrument.tickSize, Errc::OffTick);
}

Status checkQuantity(const Instrument& instrument, Quantity quantity)
{
    if (const auto range = checkRange(quantity, instrument.minQuantity, instrument.maxQuantity); !range)
        return range;
    return checkGrid(quantity, instrument.minQuantity, instrument.stepSize, Errc::OffStep);
}

Status checkNotional(const Instrument& instrument, Price price, Quantity quantity)
{
    const auto value = notional(price, quantity);
    if (!value)
        return value.error();
    if (*value < instrument.minNotional)
        return Error{Errc::NotionalTooSmall, "minimum " + instrument.minNotional.toString(), value->toString()};
    return {};
}

Status checkBand(const Instrument& instrument, Side side, Price price, Price mark)
{
    const Price multiplier = side == Side::Buy ? instrument.bandUp : instrument.bandDown;
    if (multiplier.isZero())
        return {};
    // A ratio of prices: compare price x 1 with mark x multiplier, both exact products.
    const auto limit = notional(mark, Quantity::fromMantissa(multiplier.mantissa(), multiplier.scale()));
    const auto value = notional(price, Quantity::fromMantissa(1, 0));
    if (!limit || !value)
        return Error{Errc::Overflow, "price band", price.toString()};
    const bool outside = side == Side::Buy ? *value > *limit : *value < *limit;
    if (outside)
        return Error{Errc::PriceOutOfBand, "limit " + limit->normalized().toString(), price.toString()};
    return {};
}

Result<Price> roundPrice(const Instrument& instrument, Side side, Price price, Rounding rounding)
{
    const auto grid = gridOf(price, instrument.minPrice, instrument.tickSize);
    if (!grid)
        return grid.error();
    const bool down = (side == Side::Buy) == (rounding == Rounding::Passive);
    const Neighbours near = neighbours(*grid);
    const auto rounded =
        Price::fromMantissa(down ? near.below : near.above, grid->scale).normalized().rescaled(instrument.priceScale());
    if (!rounded)
        return rounded.error();
    if (const auto range = checkRange(*rounded, instrument.minPrice, instrument.maxPrice); !range)
        return range.error();
    return *rounded;
}

Result<Quantity> roundQuantity(const Instrument& instrument, Quantity quantity)
{
    // minQuantity is itself on the step for every instrument seen; counting from zero keeps zero reachable.
    const auto grid = gridOf(quantity, Quantity(), instrument.stepSize);
    if (!grid)
        return grid.error();
    const std::int64_t towardZero = grid->value - grid->value % grid->step;
    return Quantity::fromMantissa(towardZero, grid->scale).normalized().rescaled(instrument.quantityScale());
}

} // namespace spreadline
