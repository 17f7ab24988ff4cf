// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/codecs.h"
#include "storage/packing.h"

namespace spreadline::storage {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::int64_t millisecond = 1'000'000;

/// Venues stamp in milliseconds, and six zeros in every stamp would double the size of a trade.
std::int64_t timeUnit(std::span<const Trade> trades)
{
    for (const Trade& trade : trades) {
        if (trade.time.nanos() % millisecond != 0)
            return 1;
    }
    return millisecond;
}

void packSides(PackWriter& writer, std::span<const Trade> trades)
{
    for (std::size_t i = 0; i < trades.size(); i += 8) {
        unsigned bits = 0;
        for (std::size_t j = i; j < std::min(i + 8, trades.size()); ++j)
            bits |= (trades[j].aggressor == Side::Sell ? 1U : 0U) << (j - i);
        writer.byte(static_cast<std::uint8_t>(bits));
    }
}

void unpackSides(PackReader& reader, std::span<Trade> trades)
{
    for (std::size_t i = 0; i < trades.size(); i += 8) {
        const unsigned bits = reader.byte();
        for (std::size_t j = i; j < std::min(i + 8, trades.size()); ++j)
            trades[j].aggressor = (bits >> (j - i) & 1U) != 0 ? Side::Sell : Side::Buy;
    }
}

} // namespace

Bytes packTrades(std::span<const Trade> trades)
{
    PackWriter writer;
    writer.reserve(trades.size() * 12 + 64);
    writer.byte(version);
    writer.number(trades.size());
    std::int64_t before = 0;
    for (const Trade& trade : trades) {
        writer.signedNumber(ringSubtract(ringSubtract(trade.id, before), 1)); // ids rise by one: a zero byte
        before = trade.id;
    }
    const std::int64_t unit = timeUnit(trades);
    writer.number(static_cast<std::uint64_t>(unit));
    before = 0;
    for (const Trade& trade : trades) {
        const std::int64_t time = trade.time.nanos() / unit;
        writer.signedNumber(ringSubtract(time, before));
        before = time;
    }
    packScales(writer, trades.size(), [&](std::size_t i) { return trades[i].price.scale(); });
    before = 0;
    for (const Trade& trade : trades) {
        writer.signedNumber(ringSubtract(trade.price.mantissa(), before));
        before = trade.price.mantissa();
    }
    packScales(writer, trades.size(), [&](std::size_t i) { return trades[i].quantity.scale(); });
    for (const Trade& trade : trades)
        writer.signedNumber(trade.quantity.mantissa());
    packSides(writer, trades);
    return std::move(writer).seal();
}

Result<std::vector<Trade>> unpackTrades(ByteView block)
{
    PackReader reader(block);
    if (reader.byte() != version)
        return damagedBlock("trades");
    std::vector<Trade> trades(reader.count());
    std::int64_t before = 0;
    for (Trade& trade : trades)
        trade.id = before = ringAdd(ringAdd(before, reader.signedNumber()), 1);
    const std::uint64_t unit = reader.number();
    if (unit != 1 && unit != static_cast<std::uint64_t>(millisecond))
        return damagedBlock("trades");
    std::uint64_t time = 0;
    for (Trade& trade : trades) {
        time += static_cast<std::uint64_t>(reader.signedNumber());
        trade.time = Timestamp::fromNanos(static_cast<std::int64_t>(time * unit));
    }
    const ColumnScales priceScales(reader, trades.size());
    before = 0;
    for (std::size_t i = 0; i < trades.size(); ++i) {
        before = ringAdd(before, reader.signedNumber());
        trades[i].price = Price::fromMantissa(before, priceScales[i]);
    }
    const ColumnScales quantityScales(reader, trades.size());
    for (std::size_t i = 0; i < trades.size(); ++i)
        trades[i].quantity = Quantity::fromMantissa(reader.signedNumber(), quantityScales[i]);
    unpackSides(reader, trades);
    if (!reader.finished())
        return damagedBlock("trades");
    return trades;
}

} // namespace spreadline::storage
