// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store_config.h"

#include "base/scoped_thread.h"
#include "ports/clock.h"
#include "ports/store.h"

#include <memory>
#include <optional>

namespace spreadline {

/// Market data of one venue in one SQLite file. Owns the store thread and, on it, the one connection that writes the file; the
/// sink is called on that thread. Other readers open it read-only with wal_autocheckpoint=0.
///
/// Rows are committed in groups within StoreConfig::commitAfter: safe from then on against a crash of the program. Against a
/// power cut they are safe after the next checkpoint or flush(); the file itself stays sound in any case.
///
/// When writing fails (disk full, file locked, folder gone) health() says so, rows stay in the bounded queue and are tried again;
/// loads go on being answered, from file and queue together.
class SqliteStore final : public Store {
public:
    struct Opened {
        std::unique_ptr<SqliteStore> store;
        /// Something a person should be told: the file was damaged (StorageCorrupt), was set aside, and a new one begun; or there
        /// is none (NothingStored).
        std::optional<Error> warning;
        bool isRenewed = false; ///< the data of another source (StoreConfig::source) were removed
    };

    /// The folder of config.path must exist. `sink` (and `clock`) must outlive the store.
    /// Errors: StorageBusy, SchemaTooNew, BadFile, CannotWrite, StorageFull, each naming the file.
    static Result<Opened> open(StoreConfig config, MarketSink& sink);
    static Result<Opened> open(StoreConfig config, MarketSink& sink, const Clock& clock);
    /// In place of a file that cannot be opened, for the reason `why`: remembers in memory, within memoryBytes, until it goes.
    /// The warning, and health() for as long as it lives, say NothingStored: nobody shall take it for a store.
    static Result<Opened> openInMemory(StoreConfig config, const Error& why, MarketSink& sink);
    static constexpr std::int64_t memoryBytes = 64 << 20;

    /// close()
    ~SqliteStore() override;
    /// Writes what was appended, answers what was asked (each at most once more: a full sink then loses it) and closes the file.
    /// What is said of rows dropped is then the last word; nothing is taken any more.
    StoreHealth close();

    void loadInstruments() override;
    void saveInstruments(std::vector<Instrument> instruments) override;
    void loadKlines(InstrumentKey instrument, KlineRequest request) override;
    void loadTrades(InstrumentKey instrument, int limit) override;
    bool append(std::vector<StoreRow> rows) override;
    StoreHealth health() const override;
    /// Not from the sink's thread of delivery, which is the one that would have to do it.
    Status flush() override;

    /// Any thread; applies from the next upkeep on, which is made due.
    void setLimits(StoreLimits limits);
    /// A consistent copy of the file at `target`, made beside the running writes on the caller's thread; what was appended before is in it.
    Status backupTo(const std::filesystem::path& target);

private:
    struct Shared;
    SqliteStore(std::unique_ptr<Shared> shared, std::filesystem::path path, std::size_t queueRows);

    std::unique_ptr<Shared> m_shared;
    const std::filesystem::path m_path;
    const std::size_t m_queueRows;
    ScopedThread m_thread; // last: stopped before what it uses goes
};

} // namespace spreadline
