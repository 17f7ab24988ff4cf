// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include "domain/interval.h"

#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace spreadline::storage {

/// What a series holds, which is also how long it is kept and what goes first when the file is at its size: the first goes first.
enum class DataClass : std::uint8_t { BookSamples, Trades, SecondBars, CountBars, MinuteBars, HourBars };
inline constexpr int dataClasses = 6;

DataClass barClass(Interval interval) noexcept;

/// One symbol's bars of one interval, its trades or its book samples. Books and trades have no interval.
struct SeriesKey {
    DataClass kind{};
    std::string symbol;
    Interval interval{};
    auto operator<=>(const SeriesKey&) const = default;
};

struct Series {
    std::int64_t id = 0;
    DataClass kind{};
    std::int64_t span = 1; ///< keys that one block covers
};

/// A batch of rows, packed, as it was appended.
struct Chunk {
    std::int64_t count = 0;
    std::int64_t firstKey = 0, lastKey = 0;
    std::int64_t lastTime = 0;
    Bytes data;
};

/// Blocks of a series, from `low` to the newest that was asked for.
struct BlockRun {
    std::int64_t low = 0;
    std::int64_t rows = 0; ///< as the blocks say
    bool isAll = true;     ///< there are no older ones
};

/// The oldest chunks of a series' tail.
struct TailPart {
    std::vector<Bytes> chunks;
    std::int64_t rows = 0;
    std::int64_t lastId = 0;
};

/// The tables series, tail and blocks, and how much is waiting in the tails. The store thread's; the Database outlives it. After
/// a transaction was rolled back, reload() makes the memory agree with the file again.
class BlockStorage {
public:
    static Result<BlockStorage> attach(Database& database);
    Status reload();

    std::optional<Series> find(const SeriesKey& key) const;
    Result<Series> findOrAdd(const SeriesKey& key);

    Status appendChunk(const Series& series, const Chunk& chunk);
    /// In the order they were appended; only those that overlap [from, to].
    Result<std::vector<Bytes>> tail(const Series& series, std::int64_t from, std::int64_t to);
    /// A key that the newest `rows` rows up to `to` do not lie below, because a single chunk has so many from there on.
    Result<std::int64_t> tailFloor(const Series& series, std::int64_t to, std::size_t rows);
    /// The oldest chunks, as many as make up `rows` rows, at least one.
    Result<TailPart> oldestTail(const Series& series, std::int64_t rows);
    Status removeTail(const Series& series, const TailPart& part);
    /// A series whose tail has grown enough to be folded.
    std::optional<Series> nextToFold() const;
    /// Rows waiting in all tails.
    std::int64_t tailRows() const noexcept { return m_tailRows; }

    Result<std::optional<Bytes>> block(const Series& series, std::int64_t block);
    Status putBlock(const Series& series, std::int64_t block, std::int64_t count, std::int64_t lastTime, ByteView data);
    /// As many of the newest blocks between `low` and `high` as hold `rows` rows. Those of `high` do not count: a read that ends
    /// within it takes only some of them.
    Result<BlockRun> newestBlocks(const Series& series, std::int64_t low, std::int64_t high, std::size_t rows);
    /// Oldest first, until `visit` returns false.
    template<typename Visit>
    Status visitBlocks(const Series& series, std::int64_t low, std::int64_t high, Visit&& visit);

    /// Removes up to `limit` blocks (oldest first), and with them tail chunks, that ended before `before`. Returns how many.
    Result<std::int64_t> removeOlder(DataClass kind, std::int64_t before, std::int64_t limit);
    /// Removes the `limit` oldest blocks of the first class that has any.
    Result<std::int64_t> removeOldest(std::int64_t limit);
    /// The moment of the newest row, or 0.
    Result<std::int64_t> newestTime(DataClass kind);

private:
    struct Tail {
        Series series;
        std::int64_t chunks = 0, rows = 0;
    };
    struct Statements;
    struct Drop {
        void operator()(Statements* statements) const;
    };
    explicit BlockStorage(Database& database) : m_database(&database) {}
    Status loadSeries();
    Status loadTails();
    Statement& blocksBetween(const Series& series, std::int64_t low, std::int64_t high);
    Result<std::int64_t> removeRun(Statement& statement);

    Database* m_database;
    std::unique_ptr<Statements, Drop> m_statements;
    std::map<SeriesKey, Series> m_series;
    std::unordered_map<std::int64_t, Tail> m_tails;
    std::int64_t m_tailRows = 0;
};

template<typename Visit>
Status BlockStorage::visitBlocks(const Series& series, std::int64_t low, std::int64_t high, Visit&& visit)
{
    return forEachRow(blocksBetween(series, low, high), [&visit](const Statement& row) { return visit(row.bytes(0)); });
}

} // namespace spreadline::storage
