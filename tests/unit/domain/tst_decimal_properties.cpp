// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/instrument.h"
#include "domain/wide.h"

#include "property.h"
#include "test_main.h"

using namespace spreadline;

namespace {

__extension__ using Wide128 = __int128;

rc::Gen<Price> anyPrice()
{
    return rc::gen::apply([](std::int64_t mantissa, int scale) { return Price::fromMantissa(mantissa, scale); },
                          rc::gen::inRange<std::int64_t>(-1'000'000'000'000'000, 1'000'000'000'000'000), rc::gen::inRange(0, 13));
}

Wide128 scaled(Price price, int scale)
{
    Wide128 value = price.mantissa();
    for (int i = price.scale(); i < scale; ++i)
        value *= 10;
    return value;
}

Instrument anyInstrument()
{
    Instrument instrument;
    const int priceScale = *rc::gen::inRange(0, 9);
    const int quantityScale = *rc::gen::inRange(0, 5);
    instrument.tickSize = Price::fromMantissa(*rc::gen::element(1, 2, 5, 25), priceScale);
    instrument.minPrice = Price::fromMantissa(instrument.tickSize.mantissa() * *rc::gen::inRange(1, 1'000), priceScale);
    instrument.maxPrice = Price::fromMantissa(instrument.tickSize.mantissa() * 1'000'000'000, priceScale);
    instrument.stepSize = Quantity::fromMantissa(*rc::gen::element(1, 10, 5), quantityScale);
    instrument.minQuantity = instrument.stepSize;
    instrument.maxQuantity = Quantity::fromMantissa(instrument.stepSize.mantissa() * 1'000'000, quantityScale);
    return instrument;
}

} // namespace

class TstDecimalProperties : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textRoundTrips()
    {
        property("parse(format(x)) is x, with its scale", [] {
            const Price price = *anyPrice();
            const auto read = Price::parse(price.toString());
            RC_ASSERT(read.hasValue());
            RC_ASSERT(read->mantissa() == price.mantissa());
            RC_ASSERT(read->scale() == price.scale());
        });
    }
    void ordersAsIntegersAtACommonScale()
    {
        property("comparison equals comparison of 128-bit integers", [] {
            const Price a = *anyPrice();
            const Price b = *anyPrice();
            const auto left = scaled(a, 13);
            const auto right = scaled(b, 13);
            RC_ASSERT((a < b) == (left < right));
            RC_ASSERT((a == b) == (left == right));
        });
    }
    void addsAsIntegersAtACommonScale()
    {
        property("a + b - b is a, and the sum is exact", [] {
            const Price a =
                Price::fromMantissa(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000), *rc::gen::inRange(0, 9));
            const Price b =
                Price::fromMantissa(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000), *rc::gen::inRange(0, 9));
            RC_ASSERT(scaled(a + b, 13) == scaled(a, 13) + scaled(b, 13));
            RC_ASSERT(a + b - b == a);
        });
    }
    void dividesWide()
    {
        property("128-bit division by ten equals the native one", [] {
            const auto a = *rc::gen::arbitrary<std::uint64_t>();
            const auto b = *rc::gen::arbitrary<std::uint64_t>();
            detail::Wide product = detail::multiply(a, b);
            __extension__ using Native = unsigned __int128;
            const Native native = static_cast<Native>(a) * b;
            const auto remainder = detail::divide(product, 10);
            RC_ASSERT(remainder == static_cast<std::uint32_t>(native % 10));
            RC_ASSERT(product.low == static_cast<std::uint64_t>(native / 10));
            RC_ASSERT(product.high == static_cast<std::uint64_t>((native / 10) >> 64));
        });
    }
    void roundingLandsOnTheGrid()
    {
        property("a rounded price passes the filter, within a tick, on the side asked for", [] {
            const Instrument instrument = anyInstrument();
            const std::int64_t span = instrument.maxPrice.mantissa() * 100;
            const Price price = Price::fromMantissa(*rc::gen::inRange<std::int64_t>(instrument.minPrice.mantissa() * 100, span),
                                                    instrument.priceScale() + 2);
            const Side side = *rc::gen::element(Side::Buy, Side::Sell);
            const auto rounded = roundPrice(instrument, side, price, Rounding::Passive);
            if (!rounded)
                return; // rounded out of the range: refused, never clamped
            RC_ASSERT(checkPrice(instrument, *rounded).hasValue());
            const bool notWorse = side == Side::Buy ? *rounded <= price : *rounded >= price;
            RC_ASSERT(notWorse);
            const Price distance = side == Side::Buy ? price - *rounded : *rounded - price;
            RC_ASSERT(distance < instrument.tickSize);
        });
    }
    void roundingNeverAddsExposure()
    {
        property("a rounded quantity is on the step and not larger", [] {
            const Instrument instrument = anyInstrument();
            const Quantity quantity =
                Quantity::fromMantissa(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000), instrument.quantityScale() + 3);
            const auto rounded = roundQuantity(instrument, quantity);
            RC_ASSERT(rounded.hasValue());
            RC_ASSERT(*rounded <= quantity);
            RC_ASSERT(quantity - *rounded < instrument.stepSize);
            RC_ASSERT(rounded->isZero() || checkQuantity(instrument, *rounded).hasValue() || *rounded > instrument.maxQuantity);
        });
    }
};

SPREADLINE_TEST(TstDecimalProperties)
#include "tst_decimal_properties.moc"
