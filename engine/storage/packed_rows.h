// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/block_storage.h"
#include "storage/codecs.h"

#include <algorithm>
#include <iterator>

namespace spreadline::storage {

/// How each kind of row is keyed, dated and packed. Rows of one key replace each other: the later one counts.
struct KlineRows {
    using Row = Kline;
    static std::int64_t key(const Kline& kline) { return kline.openTime.nanos(); }
    static std::int64_t time(const Kline& kline) { return kline.openTime.nanos(); }
    static Bytes pack(std::span<const Kline> rows) { return packKlines(rows); }
    static Result<std::vector<Kline>> unpack(ByteView block) { return unpackKlines(block); }
};
struct TradeRows {
    using Row = Trade;
    static std::int64_t key(const Trade& trade) { return trade.id; }
    static std::int64_t time(const Trade& trade) { return trade.time.nanos(); }
    static Bytes pack(std::span<const Trade> rows) { return packTrades(rows); }
    static Result<std::vector<Trade>> unpack(ByteView block) { return unpackTrades(block); }
};
struct BookRows {
    using Row = BookSnapshot;
    static std::int64_t key(const BookSnapshot& book) { return book.time.nanos(); }
    static std::int64_t time(const BookSnapshot& book) { return book.time.nanos(); }
    static Bytes pack(std::span<const BookSnapshot> rows) { return packBooks(rows); }
    static Result<std::vector<BookSnapshot>> unpack(ByteView block) { return unpackBooks(block); }
};

/// Rising keys, one row a key; of equal keys the last one stays.
template<typename Kind>
void sortUnique(std::vector<typename Kind::Row>& rows)
{
    const auto rising = [](const auto& a, const auto& b) { return Kind::key(a) < Kind::key(b); };
    const auto notRising = [](const auto& a, const auto& b) { return Kind::key(a) >= Kind::key(b); };
    if (std::ranges::adjacent_find(rows, notRising) == rows.end())
        return;
    std::ranges::stable_sort(rows, rising);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i + 1 < rows.size() && Kind::key(rows[i]) == Kind::key(rows[i + 1]))
            continue;
        if (kept != i)
            rows[kept] = std::move(rows[i]);
        ++kept;
    }
    rows.resize(kept);
}

/// Rows read, and what of the stored could not be: the rows are then those that could.
template<typename Kind>
struct ReadRows {
    std::vector<typename Kind::Row> rows;
    std::optional<Error> damage;
};

constexpr std::int64_t blockOf(std::int64_t key, std::int64_t span) noexcept
{
    return key / span - (key % span < 0 ? 1 : 0);
}

/// How much is folded in one step, so that upkeep holds up a write by a millisecond or two.
inline constexpr std::int64_t foldStepRows = 2'048;

template<typename Kind>
std::int64_t newestOf(std::span<const typename Kind::Row> rows)
{
    std::int64_t newest = Kind::time(rows.front());
    for (const auto& row : rows)
        newest = std::max(newest, Kind::time(row));
    return newest;
}

template<typename Kind>
Status appendRows(BlockStorage& storage, const Series& series, std::vector<typename Kind::Row> rows)
{
    sortUnique<Kind>(rows);
    for (std::size_t first = 0; first < rows.size(); first += foldStepRows) {
        const auto part = std::span(rows).subspan(first, std::min<std::size_t>(foldStepRows, rows.size() - first));
        const Chunk chunk{static_cast<std::int64_t>(part.size()), Kind::key(part.front()), Kind::key(part.back()),
                          newestOf<Kind>(part), Kind::pack(part)};
        if (const auto appended = storage.appendChunk(series, chunk); !appended)
            return appended;
    }
    return {};
}

/// Rows of chunks in the order they were appended: later rows win in sortUnique().
template<typename Kind>
ReadRows<Kind> unpackChunks(std::span<const Bytes> chunks)
{
    ReadRows<Kind> read;
    for (const Bytes& chunk : chunks) {
        auto rows = Kind::unpack(chunk);
        if (rows)
            std::ranges::move(*rows, std::back_inserter(read.rows));
        else
            read.damage = rows.error();
    }
    return read;
}

/// The newest `limit` rows with from <= key <= to; `waiting` rows are not stored yet and override what is.
template<typename Kind>
Result<ReadRows<Kind>> readNewest(BlockStorage& storage, const Series& series, std::int64_t from, std::int64_t to,
                                  std::size_t limit, std::vector<typename Kind::Row> waiting)
{
    const auto chunks = storage.tail(series, from, to);
    if (!chunks)
        return chunks.error();
    auto overlay = unpackChunks<Kind>(*chunks);
    std::ranges::move(waiting, std::back_inserter(overlay.rows));
    const auto outside = [from, to](const auto& row) { return Kind::key(row) < from || Kind::key(row) > to; };
    std::erase_if(overlay.rows, outside);

    ReadRows<Kind> read;
    read.damage = overlay.damage;
    std::vector<std::vector<typename Kind::Row>> parts; // newest first
    std::size_t count = 0;
    const auto visited = storage.visitBlocks(series, blockOf(from, series.span), blockOf(to, series.span), [&](ByteView data) {
        auto rows = Kind::unpack(data);
        if (!rows) {
            read.damage = rows.error();
            return true;
        }
        std::erase_if(*rows, outside);
        count += rows->size();
        parts.push_back(*std::move(rows));
        return count < limit;
    });
    if (!visited)
        return visited.error();
    read.rows.reserve(count + overlay.rows.size());
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        std::ranges::move(*part, std::back_inserter(read.rows));
    std::ranges::move(overlay.rows, std::back_inserter(read.rows));
    sortUnique<Kind>(read.rows);
    if (read.rows.size() > limit)
        read.rows.erase(read.rows.begin(), read.rows.end() - static_cast<std::ptrdiff_t>(limit));
    return read;
}

/// Lays `rows` (one block's) over what the block holds. A damaged block is replaced by the rows that are known, which the venue
/// can complete; `damage` tells.
template<typename Kind>
Status mergeIntoBlock(BlockStorage& storage, const Series& series, std::span<typename Kind::Row> rows,
                      std::optional<Error>& damage)
{
    const std::int64_t block = blockOf(Kind::key(rows.front()), series.span);
    const auto stored = storage.block(series, block);
    if (!stored)
        return stored.error();
    std::vector<typename Kind::Row> merged;
    if (stored->has_value()) {
        auto known = Kind::unpack(**stored);
        if (known)
            merged = *std::move(known);
        else
            damage = known.error();
    }
    std::ranges::move(rows, std::back_inserter(merged));
    sortUnique<Kind>(merged);
    return storage.putBlock(series, block, static_cast<std::int64_t>(merged.size()), newestOf<Kind>(merged), Kind::pack(merged));
}

/// Moves the oldest part of a series' tail into its blocks. Within a transaction of the caller. Returns what could not be read.
template<typename Kind>
Result<std::optional<Error>> foldTail(BlockStorage& storage, const Series& series)
{
    const auto part = storage.oldestTail(series, foldStepRows);
    if (!part)
        return part.error();
    auto tail = unpackChunks<Kind>(part->chunks);
    sortUnique<Kind>(tail.rows);
    for (auto first = tail.rows.begin(); first != tail.rows.end();) {
        const std::int64_t block = blockOf(Kind::key(*first), series.span);
        const auto last =
            std::find_if(first, tail.rows.end(), [&](const auto& row) { return blockOf(Kind::key(row), series.span) != block; });
        if (const auto merged = mergeIntoBlock<Kind>(storage, series, {first, last}, tail.damage); !merged)
            return merged.error();
        first = last;
    }
    if (const auto removed = storage.removeTail(series, *part); !removed)
        return removed.error();
    return tail.damage;
}

} // namespace spreadline::storage
