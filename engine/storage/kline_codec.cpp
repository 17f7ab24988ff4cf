// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/codecs.h"
#include "storage/packing.h"

#include <algorithm>

namespace spreadline::storage {
namespace {

constexpr std::uint8_t version = 1;

/// What the reader already knows when it comes to a bar: the rows before.
struct Expected {
    std::int64_t open = 0, step = 0, length = 0;
    std::int64_t close = 0;
};

void packTimes(PackWriter& writer, std::span<const Kline> klines)
{
    Expected expected;
    for (const Kline& kline : klines) {
        const std::int64_t step = ringSubtract(kline.openTime.nanos(), expected.open);
        writer.signedNumber(ringSubtract(step, expected.step)); // bars come at a steady pace: mostly one zero byte
        expected.open = kline.openTime.nanos();
        expected.step = step;
    }
    for (const Kline& kline : klines) {
        const std::int64_t length = ringSubtract(kline.closeTime.nanos(), kline.openTime.nanos());
        writer.signedNumber(ringSubtract(length, expected.length));
        expected.length = length;
    }
}

void unpackTimes(PackReader& reader, std::span<Kline> klines)
{
    Expected expected;
    for (Kline& kline : klines) {
        expected.step = ringAdd(expected.step, reader.signedNumber());
        expected.open = ringAdd(expected.open, expected.step);
        kline.openTime = Timestamp::fromNanos(expected.open);
    }
    for (Kline& kline : klines) {
        expected.length = ringAdd(expected.length, reader.signedNumber());
        kline.closeTime = Timestamp::fromNanos(ringAdd(kline.openTime.nanos(), expected.length));
    }
}

template<typename Field>
void packScalesOf(PackWriter& writer, std::span<const Kline> klines, Field field)
{
    packScales(writer, klines.size(), [&](std::size_t i) { return (klines[i].*field).scale(); });
}

void packPrices(PackWriter& writer, std::span<const Kline> klines)
{
    for (const auto field : {&Kline::open, &Kline::high, &Kline::low, &Kline::close})
        packScalesOf(writer, klines, field);
    std::int64_t before = 0;
    for (const Kline& kline : klines) {
        writer.signedNumber(ringSubtract(kline.open.mantissa(), before));
        before = kline.close.mantissa();
    }
    for (const Kline& kline : klines)
        writer.signedNumber(ringSubtract(kline.close.mantissa(), kline.open.mantissa()));
    for (const Kline& kline : klines)
        writer.signedNumber(ringSubtract(kline.high.mantissa(), std::max(kline.open.mantissa(), kline.close.mantissa())));
    for (const Kline& kline : klines)
        writer.signedNumber(ringSubtract(std::min(kline.open.mantissa(), kline.close.mantissa()), kline.low.mantissa()));
}

void unpackPrices(PackReader& reader, std::span<Kline> klines)
{
    const ColumnScales openScales(reader, klines.size());
    const ColumnScales highScales(reader, klines.size());
    const ColumnScales lowScales(reader, klines.size());
    const ColumnScales closeScales(reader, klines.size());
    for (Kline& kline : klines)
        kline.open = Price::fromMantissa(reader.signedNumber(), 0); // the step from the close before, until that is known
    std::int64_t before = 0;
    for (std::size_t i = 0; i < klines.size(); ++i) {
        const std::int64_t open = ringAdd(before, klines[i].open.mantissa());
        before = ringAdd(open, reader.signedNumber());
        klines[i].open = Price::fromMantissa(open, openScales[i]);
        klines[i].close = Price::fromMantissa(before, closeScales[i]);
    }
    for (std::size_t i = 0; i < klines.size(); ++i) {
        const std::int64_t top = std::max(klines[i].open.mantissa(), klines[i].close.mantissa());
        klines[i].high = Price::fromMantissa(ringAdd(top, reader.signedNumber()), highScales[i]);
    }
    for (std::size_t i = 0; i < klines.size(); ++i) {
        const std::int64_t bottom = std::min(klines[i].open.mantissa(), klines[i].close.mantissa());
        klines[i].low = Price::fromMantissa(ringSubtract(bottom, reader.signedNumber()), lowScales[i]);
    }
}

template<typename Value>
void packColumn(PackWriter& writer, std::span<const Kline> klines, Value Kline::*field)
{
    packScalesOf(writer, klines, field);
    for (const Kline& kline : klines)
        writer.signedNumber((kline.*field).mantissa());
}

template<typename Value>
void unpackColumn(PackReader& reader, std::span<Kline> klines, Value Kline::*field)
{
    const ColumnScales scales(reader, klines.size());
    for (std::size_t i = 0; i < klines.size(); ++i)
        klines[i].*field = Value::fromMantissa(reader.signedNumber(), scales[i]);
}

} // namespace

Bytes packKlines(std::span<const Kline> klines)
{
    PackWriter writer;
    writer.reserve(klines.size() * 32 + 64);
    writer.byte(version);
    writer.number(klines.size());
    packTimes(writer, klines);
    packPrices(writer, klines);
    packColumn(writer, klines, &Kline::volume);
    packColumn(writer, klines, &Kline::takerBuyVolume);
    packColumn(writer, klines, &Kline::quoteVolume);
    for (const Kline& kline : klines)
        writer.signedNumber(kline.trades);
    return std::move(writer).seal();
}

Status unpackKlines(ByteView block, std::vector<Kline>& rows)
{
    PackReader reader(block);
    if (reader.byte() != version)
        return damagedBlock("klines");
    const std::size_t before = rows.size();
    rows.resize(before + reader.count());
    const auto klines = std::span(rows).subspan(before);
    unpackTimes(reader, klines);
    unpackPrices(reader, klines);
    unpackColumn(reader, klines, &Kline::volume);
    unpackColumn(reader, klines, &Kline::takerBuyVolume);
    unpackColumn(reader, klines, &Kline::quoteVolume);
    for (Kline& kline : klines) {
        kline.trades = reader.signedNumber();
        kline.closed = true;
    }
    if (reader.finished())
        return {};
    rows.resize(before);
    return damagedBlock("klines");
}

Result<std::vector<Kline>> unpackKlines(ByteView block)
{
    std::vector<Kline> klines;
    if (const auto read = unpackKlines(block, klines); !read)
        return read.error();
    return klines;
}

} // namespace spreadline::storage
