// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/codecs.h"
#include "storage/packing.h"

namespace spreadline::storage {
namespace {

constexpr std::uint8_t version = 1;

void packSide(PackWriter& writer, std::span<const BookLevel> levels)
{
    writer.number(levels.size());
    std::int64_t before = 0;
    for (const BookLevel& level : levels) {
        writer.signedNumber(ringSubtract(level.price, before));
        writer.signedNumber(level.quantity);
        before = level.price;
    }
}

std::vector<BookLevel> unpackSide(PackReader& reader)
{
    std::vector<BookLevel> levels(reader.count());
    std::int64_t before = 0;
    for (BookLevel& level : levels) {
        before = ringAdd(before, reader.signedNumber());
        level = {before, reader.signedNumber()};
    }
    return levels;
}

} // namespace

Bytes packBooks(std::span<const BookSnapshot> books)
{
    PackWriter writer;
    writer.byte(version);
    writer.number(books.size());
    for (const BookSnapshot& book : books) {
        writer.signedNumber(book.updateId);
        writer.signedNumber(book.time.nanos());
        writer.byte(static_cast<std::uint8_t>(book.scale.price));
        writer.byte(static_cast<std::uint8_t>(book.scale.quantity));
        packSide(writer, book.bids);
        packSide(writer, book.asks);
    }
    return std::move(writer).seal();
}

Result<std::vector<BookSnapshot>> unpackBooks(ByteView block)
{
    PackReader reader(block);
    if (reader.byte() != version)
        return damagedBlock("book samples");
    std::vector<BookSnapshot> books(reader.count());
    for (BookSnapshot& book : books) {
        book.updateId = reader.signedNumber();
        book.time = Timestamp::fromNanos(reader.signedNumber());
        book.scale.price = static_cast<std::int8_t>(reader.byte());
        book.scale.quantity = static_cast<std::int8_t>(reader.byte());
        book.bids = unpackSide(reader);
        book.asks = unpackSide(reader);
    }
    if (!reader.finished())
        return damagedBlock("book samples");
    return books;
}

} // namespace spreadline::storage
