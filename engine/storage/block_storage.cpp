// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/block_storage.h"

#include <algorithm>
#include <array>

namespace spreadline::storage {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t barsPerBlock = 256;
constexpr std::int64_t tradesPerBlock = 512;
constexpr std::int64_t mostOfBlock = 1 << 20; // what a file says beyond this is damage
// A tail is folded when reading it begins to cost: many small chunks, or a block's worth of rows.
constexpr std::int64_t foldChunks = 64;
constexpr std::int64_t foldRows = 256;

std::int64_t spanOf(const SeriesKey& key)
{
    constexpr std::int64_t hour = Duration(1h).count();
    constexpr std::int64_t longestMonth = 31 * 24 * hour;
    switch (key.kind) {
    case DataClass::BookSamples: return Duration(1min).count();
    case DataClass::Trades: return tradesPerBlock;
    default: break;
    }
    const auto saturated = [](std::int64_t unit, std::int64_t times) {
        return unit > INT64_MAX / times ? INT64_MAX : std::max<std::int64_t>(unit, 1) * times;
    };
    switch (key.interval.kind) {
    case Interval::Kind::Time: return saturated(key.interval.amount, barsPerBlock);
    case Interval::Kind::Months: return saturated(longestMonth, barsPerBlock);
    default: return hour; // bars by count have no pace of their own
    }
}

} // namespace

DataClass barClass(Interval interval) noexcept
{
    if (interval.kind == Interval::Kind::Months)
        return DataClass::HourBars;
    if (interval.kind != Interval::Kind::Time)
        return DataClass::CountBars;
    if (interval.amount < Duration(1min).count())
        return DataClass::SecondBars;
    return interval.amount < Duration(1h).count() ? DataClass::MinuteBars : DataClass::HourBars;
}

struct BlockStorage::Statements {
    Statement addSeries, addChunk, tail, tailFloor, oldestTail, removeTail, block, putBlock, blocks, counts, older,
        removeOlderTail, oldest, remove, newestBlock, newestTail;
};

void BlockStorage::Drop::operator()(Statements* statements) const
{
    delete statements;
}

Result<BlockStorage> BlockStorage::attach(Database& database)
{
    constexpr std::array texts{
        "INSERT INTO series (class, symbol, interval_kind, interval_amount) VALUES (?1, ?2, ?3, ?4) RETURNING id",
        "INSERT INTO tail (series, class, count, first_key, last_key, last_time, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        "SELECT data FROM tail WHERE series = ?1 AND last_key >= ?2 AND first_key <= ?3 ORDER BY id",
        "SELECT coalesce(max(first_key), ?4) FROM tail WHERE series = ?1 AND last_key <= ?2 AND count >= ?3",
        "SELECT data, count, id FROM tail WHERE series = ?1 ORDER BY id",
        "DELETE FROM tail WHERE series = ?1 AND id <= ?2",
        "SELECT data FROM blocks WHERE series = ?1 AND block = ?2",
        "INSERT INTO blocks (series, block, class, count, last_time, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT (series, block) DO UPDATE SET count = excluded.count, last_time = excluded.last_time, data = excluded.data",
        "SELECT data FROM blocks WHERE series = ?1 AND block BETWEEN ?2 AND ?3 ORDER BY block",
        "SELECT block, count FROM blocks WHERE series = ?1 AND block BETWEEN ?2 AND ?3 ORDER BY block DESC",
        "SELECT series, block FROM blocks WHERE class = ?1 AND last_time < ?2 ORDER BY last_time LIMIT ?3",
        "DELETE FROM tail WHERE class = ?1 AND last_time < ?2",
        "SELECT series, block FROM blocks WHERE class = (SELECT min(class) FROM blocks) ORDER BY last_time LIMIT ?1",
        "DELETE FROM blocks WHERE series = ?1 AND block = ?2",
        "SELECT coalesce(max(last_time), 0) FROM blocks WHERE class = ?1",
        "SELECT coalesce(max(last_time), 0) FROM tail WHERE class = ?1",
    };
    std::vector<Statement> prepared;
    for (const std::string_view text : texts) {
        auto statement = database.prepare(text);
        if (!statement)
            return statement.error();
        prepared.push_back(*std::move(statement));
    }
    BlockStorage storage(database);
    auto next = [&prepared, i = std::size_t{0}]() mutable -> Statement { return std::move(prepared[i++]); };
    storage.m_statements.reset(new Statements{next(), next(), next(), next(), next(), next(), next(), next(), next(), next(),
                                              next(), next(), next(), next(), next(), next()}); // braces: left to right
    if (const auto loaded = storage.reload(); !loaded)
        return loaded.error();
    return storage;
}

Status BlockStorage::reload()
{
    if (const auto loaded = loadSeries(); !loaded)
        return loaded;
    return loadTails();
}

Status BlockStorage::loadSeries()
{
    m_series.clear();
    auto statement = m_database->prepare("SELECT id, class, symbol, interval_kind, interval_amount FROM series");
    if (!statement)
        return statement.error();
    return forEachRow(*statement, [this](const Statement& row) {
        const SeriesKey key{static_cast<DataClass>(row.integer(1)), std::string(row.text(2)),
                            Interval{static_cast<Interval::Kind>(row.integer(3)), row.integer(4)}};
        m_series.insert_or_assign(key, Series{row.integer(0), key.kind, spanOf(key)});
        return true;
    });
}

Status BlockStorage::loadTails()
{
    m_tails.clear();
    m_tailRows = 0;
    std::unordered_map<std::int64_t, Series> byId;
    for (const auto& [key, series] : m_series)
        byId.emplace(series.id, series);
    auto statement = m_database->prepare("SELECT series, count(*), sum(count) FROM tail GROUP BY series");
    if (!statement)
        return statement.error();
    return forEachRow(*statement, [&](const Statement& row) {
        const std::int64_t id = row.integer(0);
        if (const auto known = byId.find(id); known != byId.end())
            m_tails[id] = {known->second, row.integer(1), row.integer(2)};
        m_tailRows += row.integer(2);
        return true;
    });
}

std::optional<Series> BlockStorage::find(const SeriesKey& key) const
{
    const auto known = m_series.find(key);
    return known != m_series.end() ? std::optional(known->second) : std::nullopt;
}

Result<Series> BlockStorage::findOrAdd(const SeriesKey& key)
{
    if (const auto known = find(key))
        return *known;
    Statement& add = m_statements->addSeries;
    add.bind(1, static_cast<std::int64_t>(key.kind)).bind(2, std::string_view(key.symbol));
    add.bind(3, static_cast<std::int64_t>(key.interval.kind)).bind(4, key.interval.amount);
    const auto row = add.step();
    if (!row)
        return row.error();
    const Series series{add.integer(0), key.kind, spanOf(key)};
    add.reset();
    m_series.emplace(key, series);
    return series;
}

Status BlockStorage::appendChunk(const Series& series, const Chunk& chunk)
{
    Tail& tail = m_tails[series.id];
    tail.series = series;
    Statement& add = m_statements->addChunk;
    add.bind(1, series.id).bind(2, static_cast<std::int64_t>(series.kind)).bind(3, chunk.count).bind(4, chunk.firstKey);
    add.bind(5, chunk.lastKey).bind(6, chunk.lastTime).bind(7, ByteView(chunk.data));
    if (const auto added = add.execute(); !added)
        return added;
    ++tail.chunks;
    tail.rows += chunk.count;
    m_tailRows += chunk.count;
    return {};
}

Result<std::vector<Bytes>> BlockStorage::tail(const Series& series, std::int64_t from, std::int64_t to)
{
    std::vector<Bytes> chunks;
    if (!m_tails.contains(series.id))
        return chunks;
    const auto read = forEachRow(m_statements->tail.bind(1, series.id).bind(2, from).bind(3, to), [&](const Statement& row) {
        const ByteView data = row.bytes(0);
        chunks.emplace_back(data.begin(), data.end());
        return true;
    });
    if (!read)
        return read.error();
    return chunks;
}

Result<std::int64_t> BlockStorage::tailFloor(const Series& series, std::int64_t to, std::size_t rows)
{
    if (!m_tails.contains(series.id))
        return INT64_MIN;
    std::int64_t floor = INT64_MIN;
    Statement& statement = m_statements->tailFloor.bind(1, series.id).bind(2, to).bind(3, static_cast<std::int64_t>(rows));
    const auto read = forEachRow(statement.bind(4, INT64_MIN), [&floor](const Statement& row) {
        floor = row.integer(0);
        return true;
    });
    if (!read)
        return read.error();
    return floor;
}

Result<TailPart> BlockStorage::oldestTail(const Series& series, std::int64_t rows)
{
    TailPart part;
    const auto read = forEachRow(m_statements->oldestTail.bind(1, series.id), [&](const Statement& row) {
        const ByteView data = row.bytes(0);
        part.chunks.emplace_back(data.begin(), data.end());
        part.rows += row.integer(1);
        part.lastId = row.integer(2);
        return part.rows < rows;
    });
    if (!read)
        return read.error();
    return part;
}

Status BlockStorage::removeTail(const Series& series, const TailPart& part)
{
    if (const auto removed = m_statements->removeTail.bind(1, series.id).bind(2, part.lastId).execute(); !removed)
        return removed;
    const auto tail = m_tails.find(series.id);
    if (tail == m_tails.end())
        return {};
    m_tailRows -= part.rows;
    tail->second.rows -= part.rows;
    tail->second.chunks -= static_cast<std::int64_t>(part.chunks.size());
    if (tail->second.chunks <= 0)
        m_tails.erase(tail);
    return {};
}

std::optional<Series> BlockStorage::nextToFold() const
{
    for (const auto& [id, tail] : m_tails) {
        if (tail.chunks >= foldChunks || tail.rows >= foldRows)
            return tail.series;
    }
    return std::nullopt;
}

Result<std::optional<Bytes>> BlockStorage::block(const Series& series, std::int64_t block)
{
    Statement& statement = m_statements->block.bind(1, series.id).bind(2, block);
    const auto row = statement.step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Bytes>();
    const ByteView data = statement.bytes(0);
    std::optional<Bytes> bytes(std::in_place, data.begin(), data.end());
    statement.reset();
    return bytes;
}

Status BlockStorage::putBlock(const Series& series, std::int64_t block, std::int64_t count, std::int64_t lastTime, ByteView data)
{
    Statement& put = m_statements->putBlock.bind(1, series.id).bind(2, block).bind(3, static_cast<std::int64_t>(series.kind));
    return put.bind(4, count).bind(5, lastTime).bind(6, data).execute();
}

Result<BlockRun> BlockStorage::newestBlocks(const Series& series, std::int64_t low, std::int64_t high, std::size_t rows)
{
    BlockRun run{low, 0, true};
    std::int64_t counted = 0;
    Statement& statement = m_statements->counts.bind(1, series.id).bind(2, low).bind(3, high);
    const auto read = forEachRow(statement, [&](const Statement& row) {
        const std::int64_t count = std::clamp<std::int64_t>(row.integer(1), 0, mostOfBlock);
        run.low = row.integer(0);
        run.rows += count;
        counted += run.low == high ? 0 : count;
        run.isAll = counted < static_cast<std::int64_t>(rows);
        return run.isAll;
    });
    if (!read)
        return read.error();
    return run;
}

Statement& BlockStorage::blocksBetween(const Series& series, std::int64_t low, std::int64_t high)
{
    return m_statements->blocks.bind(1, series.id).bind(2, low).bind(3, high);
}

Result<std::int64_t> BlockStorage::removeRun(Statement& statement)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> found;
    const auto read = forEachRow(statement, [&](const Statement& row) {
        found.emplace_back(row.integer(0), row.integer(1));
        return true;
    });
    if (!read)
        return read.error();
    for (const auto& [series, block] : found) {
        if (const auto removed = m_statements->remove.bind(1, series).bind(2, block).execute(); !removed)
            return removed.error();
    }
    return static_cast<std::int64_t>(found.size());
}

Result<std::int64_t> BlockStorage::removeOlder(DataClass kind, std::int64_t before, std::int64_t limit)
{
    const auto type = static_cast<std::int64_t>(kind);
    if (const auto removed = m_statements->removeOlderTail.bind(1, type).bind(2, before).execute(); !removed)
        return removed.error();
    if (const auto loaded = loadTails(); !loaded)
        return loaded.error();
    return removeRun(m_statements->older.bind(1, type).bind(2, before).bind(3, limit));
}

Result<std::int64_t> BlockStorage::removeOldest(std::int64_t limit)
{
    return removeRun(m_statements->oldest.bind(1, limit));
}

Result<std::int64_t> BlockStorage::newestTime(DataClass kind)
{
    std::int64_t newest = 0;
    for (Statement* statement : {&m_statements->newestBlock, &m_statements->newestTail}) {
        const auto row = statement->bind(1, static_cast<std::int64_t>(kind)).step();
        if (!row)
            return row.error();
        newest = std::max(newest, statement->integer(0));
        statement->reset();
    }
    return newest;
}

} // namespace spreadline::storage
