// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/block_storage.h"
#include "storage/codecs.h"

#include <algorithm>
#include <iterator>

namespace spreadline::storage {

template<typename Row>
Status appendUnpacked(Result<std::vector<Row>> unpacked, std::vector<Row>& rows)
{
    if (!unpacked)
        return unpacked.error();
    std::ranges::move(*unpacked, std::back_inserter(rows));
    return {};
}

/// How each kind of row is keyed, dated and packed. Rows of one key replace each other: the later one counts.
struct KlineRows {
    using Row = Kline;
    static std::int64_t key(const Kline& kline) { return kline.openTime.nanos(); }
    static std::int64_t time(const Kline& kline) { return kline.openTime.nanos(); }
    static Bytes pack(std::span<const Kline> rows) { return packKlines(rows); }
    static Status unpack(ByteView block, std::vector<Kline>& rows) { return unpackKlines(block, rows); }
};
struct TradeRows {
    using Row = Trade;
    static std::int64_t key(const Trade& trade) { return trade.id; }
    static std::int64_t time(const Trade& trade) { return trade.time.nanos(); }
    static Bytes pack(std::span<const Trade> rows) { return packTrades(rows); }
    static Status unpack(ByteView block, std::vector<Trade>& rows) { return appendUnpacked(unpackTrades(block), rows); }
};
struct BookRows {
    using Row = BookSnapshot;
    static std::int64_t key(const BookSnapshot& book) { return book.time.nanos(); }
    static std::int64_t time(const BookSnapshot& book) { return book.time.nanos(); }
    static Bytes pack(std::span<const BookSnapshot> rows) { return packBooks(rows); }
    static Status unpack(ByteView block, std::vector<BookSnapshot>& rows) { return appendUnpacked(unpackBooks(block), rows); }
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
        if (const auto unpacked = Kind::unpack(chunk, read.rows); !unpacked)
            read.damage = unpacked.error();
    }
    return read;
}

/// Keys of the rows a read is after, ends included.
struct KeyRange {
    std::int64_t from = INT64_MIN, to = INT64_MAX;
    bool contains(std::int64_t key) const noexcept { return from <= key && key <= to; }
};

/// Room is made for no more rows than these at once: how many there are is only what the file says.
inline constexpr std::int64_t mostReserved = 1 << 20;

/// The rows in range of a run of blocks, rising keys, with room for `more`.
template<typename Kind>
Result<ReadRows<Kind>> readBlocks(BlockStorage& storage, const Series& series, const BlockRun& run, KeyRange range,
                                  std::size_t more)
{
    ReadRows<Kind> read;
    read.rows.reserve(static_cast<std::size_t>(std::min(run.rows, mostReserved)) + more);
    const auto visited = storage.visitBlocks(series, run.low, blockOf(range.to, series.span), [&](ByteView data) {
        const std::size_t before = read.rows.size();
        if (const auto unpacked = Kind::unpack(data, read.rows); !unpacked)
            read.damage = unpacked.error();
        const auto fresh = read.rows.begin() + static_cast<std::ptrdiff_t>(before);
        const auto isOutside = [range](const auto& row) { return !range.contains(Kind::key(row)); };
        if (fresh != read.rows.end() && (isOutside(*fresh) || isOutside(read.rows.back())))
            read.rows.erase(std::remove_if(fresh, read.rows.end(), isOutside), read.rows.end());
        return true;
    });
    if (!visited)
        return visited.error();
    return read;
}

/// Lays `over` (in the order it came) over rows of rising keys. Mostly it is newer than all of them.
template<typename Kind>
void layOver(std::vector<typename Kind::Row>& rows, std::vector<typename Kind::Row> over)
{
    if (over.empty())
        return;
    sortUnique<Kind>(over);
    const auto below = [](const auto& row, std::int64_t key) { return Kind::key(row) < key; };
    const auto touched = std::lower_bound(rows.begin(), rows.end(), Kind::key(over.front()), below);
    if (touched != rows.end()) {
        over.insert(over.begin(), std::move_iterator(touched), std::move_iterator(rows.end()));
        rows.erase(touched, rows.end());
        sortUnique<Kind>(over);
    }
    std::ranges::move(over, std::back_inserter(rows));
}

/// The newest `limit` rows of the range; `waiting` rows are not stored yet and override what is.
template<typename Kind>
Result<ReadRows<Kind>> readNewest(BlockStorage& storage, const Series& series, KeyRange range, std::size_t limit,
                                  std::vector<typename Kind::Row> waiting)
{
    const auto floor = storage.tailFloor(series, range.to, limit);
    if (!floor)
        return floor.error();
    const std::int64_t wholeFrom = std::exchange(range.from, std::max(range.from, *floor));
    auto chunks = storage.tail(series, range.from, range.to);
    if (!chunks)
        return chunks.error();
    auto overlay = unpackChunks<Kind>(*chunks);
    if (overlay.damage && range.from != wholeFrom) { // what was counted on is not there
        range.from = wholeFrom;
        if (chunks = storage.tail(series, range.from, range.to); !chunks)
            return chunks.error();
        overlay = unpackChunks<Kind>(*chunks);
    }
    std::ranges::move(waiting, std::back_inserter(overlay.rows));
    std::erase_if(overlay.rows, [range](const auto& row) { return !range.contains(Kind::key(row)); });

    ReadRows<Kind> read;
    for (std::size_t wanted = limit;; wanted *= 2) { // a damaged block has fewer rows than it says: then more is read
        const auto run = storage.newestBlocks(series, blockOf(range.from, series.span), blockOf(range.to, series.span), wanted);
        if (!run)
            return run.error();
        auto blocks = readBlocks<Kind>(storage, series, *run, range, overlay.rows.size());
        if (!blocks)
            return blocks.error();
        read = *std::move(blocks);
        if (run->isAll || read.rows.size() >= limit)
            break;
    }
    if (overlay.damage)
        read.damage = std::move(overlay.damage);
    layOver<Kind>(read.rows, std::move(overlay.rows));
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
        if (const auto known = Kind::unpack(**stored, merged); !known)
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
