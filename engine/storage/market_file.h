// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/schema.h"
#include "storage/store_config.h"

#include <optional>

namespace spreadline::storage {

/// The market database, opened for writing.
struct MarketFile {
    std::optional<Database> lock; ///< held while we write: SQLite 3.40 wants one process to write and checkpoint (WAL-reset bug)
    Database database;
    std::optional<Error> warning; ///< StorageCorrupt: the file before was set aside, this one started empty
    bool isRenewed = false;       ///< the file before was another source's (StoreConfig::source) and is gone
};

/// Opens or creates the file and brings its schema up to date. A file that is damaged is renamed to <file>.corrupt-<stamp> and
/// replaced by an empty one (market data can be had again from the venue), which the warning says. A file of another source is
/// removed: kept copies would pile up with every change of a practice market.
///
/// Errors: StorageBusy (another process writes it), SchemaTooNew and BadFile (another program's or venue's file; both untouched),
/// CannotWrite, StorageFull.
Result<MarketFile> openMarketFile(const StoreConfig& config, Timestamp now,
                                  std::span<const Migration> migrations = marketMigrations());

/// A database in memory, for when the file cannot be had. It has no lock to hold.
Result<Database> openInMemory(const StoreConfig& config);

/// To be called last: the next opening then needs no check.
Status markClosed(Database& database);

} // namespace spreadline::storage
