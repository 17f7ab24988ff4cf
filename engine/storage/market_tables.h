// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/packed_rows.h"

#include "ports/store.h"

namespace spreadline::storage {

/// Market data as tables: what SqliteStore's thread does, without the thread. Nothing here begins or commits a transaction.
/// Any error may have left the memory ahead of the file: call reload() after the rollback.
class MarketTables {
public:
    static Result<MarketTables> attach(Database& database);
    Status reload() { return m_blocks.reload(); }

    /// Stores the rows; returns how many were refused because they are not closed bars of a known time.
    Result<std::int64_t> write(std::span<const StoreRow> rows);
    /// The list as it is: what was stored before and is not in it goes.
    Status writeInstruments(std::span<const Instrument> instruments, Timestamp now);

    /// By rising id. Errors: StorageCorrupt when a row does not read back.
    Result<std::vector<Instrument>> instruments();
    /// `waiting` rows are not written yet and override what is.
    Result<ReadRows<KlineRows>> klines(const std::string& symbol, const KlineRequest& request, std::span<const StoreRow> waiting);
    Result<ReadRows<TradeRows>> trades(const std::string& symbol, int limit, std::span<const StoreRow> waiting);

    /// Folds one grown tail. False when none has grown. `damage` is set to what could not be read.
    Result<bool> foldOne(std::optional<Error>& damage);
    bool hasWork() const { return m_blocks.nextToFold().has_value(); }
    BlockStorage& blocks() noexcept { return m_blocks; }

private:
    MarketTables(Database& database, BlockStorage blocks, Statement insert, Statement clear, Statement select)
        : m_database(&database),
          m_blocks(std::move(blocks)),
          m_insertInstrument(std::move(insert)),
          m_clearInstruments(std::move(clear)),
          m_selectInstruments(std::move(select))
    {}

    Database* m_database;
    BlockStorage m_blocks;
    Statement m_insertInstrument, m_clearInstruments, m_selectInstruments;
};

} // namespace spreadline::storage
