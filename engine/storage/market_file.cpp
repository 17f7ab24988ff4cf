// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/market_file.h"

#include <sqlite3.h>

#include <array>
#include <chrono>
#include <fstream>

namespace spreadline::storage {
namespace {

namespace fs = std::filesystem;

fs::path beside(fs::path path, std::string_view suffix)
{
    path += suffix;
    return path;
}

void makePrivate(const fs::path& path)
{
    std::error_code ignored; // file systems without permissions exist; the profile folder is private in any case
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

/// What the first bytes tell without opening the file as a database (https://www.sqlite.org/fileformat.html, section 1.3).
struct Header {
    bool exists = false;
    bool isDatabase = false;
    bool isShort = false; ///< less on disk than the header promises
    std::int64_t version = 0;
    std::int64_t owner = 0;
};

Header readHeader(const fs::path& path)
{
    Header header;
    std::error_code failed;
    const auto size = fs::file_size(path, failed);
    if (failed)
        return header;
    header.exists = true;
    std::array<char, 100> bytes{};
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), bytes.size());
    constexpr std::string_view magic("SQLite format 3\0", 16);
    header.isDatabase = file.gcount() == bytes.size() && std::string_view(bytes.data(), magic.size()) == magic;
    const auto bigEndian = [&bytes](std::size_t at, std::size_t length) {
        std::int64_t value = 0;
        for (std::size_t i = at; i < at + length; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes[i]);
        return value;
    };
    const std::int64_t pageSize = bigEndian(16, 2) == 1 ? 65'536 : bigEndian(16, 2);
    header.isShort = static_cast<std::int64_t>(size) < bigEndian(28, 4) * pageSize;
    header.version = bigEndian(60, 4);
    header.owner = bigEndian(68, 4);
    return header;
}

Result<Database> takeWriterLock(const fs::path& path)
{
    const auto file = beside(path, ".lock");
    auto lock = Database::open(file, Database::Mode::ReadWrite);
    if (!lock)
        return lock.error();
    if (const auto locked = lock->run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE"); !locked) {
        if (locked.error().code == Errc::StorageBusy)
            return Error{Errc::StorageBusy, path.string(), "another process writes this file"};
        return locked.error();
    }
    makePrivate(file);
    return lock;
}

/// Status of PRAGMA quick_check within `budget`; running out of time counts as sound, since what was seen was.
Status quickCheck(Database& database, Duration budget)
{
    using Steady = std::chrono::steady_clock;
    auto deadline = Steady::now() + budget;
    constexpr int instructions = 10'000;
    sqlite3_progress_handler(
        database.handle(), instructions,
        [](void* limit) { return Steady::now() > *static_cast<Steady::time_point*>(limit) ? 1 : 0; }, &deadline);
    auto statement = database.prepare("PRAGMA quick_check(1)");
    const auto row = statement ? statement->step() : Result<bool>(statement.error());
    const bool outOfTime = !row && sqlite3_errcode(database.handle()) == SQLITE_INTERRUPT;
    sqlite3_progress_handler(database.handle(), 0, nullptr, nullptr);
    if (outOfTime)
        return {};
    if (!row)
        return row.error();
    if (const auto verdict = statement->text(0); verdict != "ok")
        return Error{Errc::StorageCorrupt, database.path().string(), std::string(verdict.substr(0, 200))};
    return {};
}

Result<std::string> readMeta(Database& database, std::string_view name)
{
    auto statement = database.prepare("SELECT value FROM meta WHERE name = ?1");
    if (!statement)
        return statement.error();
    const auto row = statement->bind(1, name).step();
    if (!row)
        return row.error();
    return *row ? std::string(statement->text(0)) : std::string();
}

Status writeMeta(Database& database, std::string_view name, std::string_view value)
{
    auto statement = database.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)");
    if (!statement)
        return statement.error();
    return statement->bind(1, name).bind(2, value).execute();
}

Status prepareConnection(Database& database, const StoreConfig& config)
{
    const auto patience = std::chrono::duration_cast<std::chrono::milliseconds>(config.busyTimeout).count();
    sqlite3_busy_timeout(database.handle(), static_cast<int>(patience));
    // auto_vacuum takes effect only on a file that is still empty. The worker checkpoints, at moments it chooses.
    return database.run("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                        "PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 16777216; PRAGMA cache_size = -8192;"
                        "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF");
}

Status takeOver(Database& database, const StoreConfig& config, bool suspicious)
{
    const auto wasOpen = readMeta(database, "open");
    if (!wasOpen)
        return wasOpen.error();
    if (suspicious || *wasOpen == "1") {
        if (const auto sound = quickCheck(database, config.checkBudget); !sound)
            return sound;
    }
    const auto venue = readMeta(database, "venue");
    if (!venue)
        return venue.error();
    if (!venue->empty() && *venue != config.venue)
        return Error{Errc::BadFile, database.path().string(),
                     "holds the data of '" + *venue + "', not of '" + config.venue + "'"};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (const auto written = writeMeta(database, "venue", config.venue); !written)
        return written;
    if (const auto written = writeMeta(database, "open", "1"); !written)
        return written;
    return transaction->commit();
}

Result<Database> openSound(const StoreConfig& config, std::span<const Migration> migrations)
{
    const Header header = readHeader(config.path);
    const std::string file = config.path.string();
    if (header.exists && !header.isDatabase)
        return Error{Errc::StorageCorrupt, file, "not a database file"};
    std::error_code noLog;
    const auto logSize = fs::file_size(beside(config.path, "-wal"), noLog);
    if (header.isShort && (noLog || logSize == 0)) // with a log, a crash during a checkpoint may have left it short rightfully
        return Error{Errc::StorageCorrupt, file, "shorter than its header says"};
    // From the header alone, because opening would already let SQLite touch the file.
    if (header.exists && header.owner == marketApplicationId && header.version > migrations.back().version)
        return Error{Errc::SchemaTooNew, file, "schema " + std::to_string(header.version)};
    auto database = Database::open(config.path, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    if (!header.exists)
        makePrivate(config.path); // before the write-ahead log is made, which takes over the file's permissions
    if (const auto ready = prepareConnection(*database, config); !ready)
        return ready.error();
    if (const auto current = migrate(*database, migrations); !current)
        return current.error();
    if (const auto taken = takeOver(*database, config, header.isShort); !taken)
        return taken.error();
    return database;
}

/// The write-ahead log goes along: left behind, it would be taken for the new file's.
Result<fs::path> setAside(const fs::path& path, Timestamp now)
{
    std::string stamp = toIsoString(now);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':' || c == '.'; });
    const auto target = beside(path, ".corrupt-" + stamp);
    std::error_code failed;
    fs::rename(path, target, failed);
    if (failed)
        return Error{Errc::CannotWrite, path.string(), failed.message()};
    for (const char* suffix : {"-wal", "-shm"}) {
        if (fs::exists(beside(path, suffix), failed))
            fs::rename(beside(path, suffix), beside(target, suffix), failed);
        if (failed)
            return Error{Errc::CannotWrite, beside(path, suffix).string(), failed.message()};
    }
    return target;
}

Status removeFile(const fs::path& path)
{
    std::error_code failed;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        fs::remove(beside(path, suffix), failed);
        if (failed)
            return Error{Errc::CannotWrite, beside(path, suffix).string(), failed.message()};
    }
    return {};
}

/// Begins the file anew if it holds another source's data; true if so.
Result<bool> keepToSource(Database& database, const StoreConfig& config, bool isFresh, std::span<const Migration> migrations)
{
    if (config.source.empty())
        return false;
    const auto source = readMeta(database, "source");
    if (!source)
        return source.error();
    if (*source == config.source)
        return false;
    if (!isFresh) {
        {
            const Database closed = std::move(database);
        }
        if (const auto removed = removeFile(config.path); !removed)
            return removed.error();
        auto anew = openSound(config, migrations);
        if (!anew)
            return anew.error();
        database = *std::move(anew);
    }
    if (const auto written = writeMeta(database, "source", config.source); !written)
        return written.error();
    return !isFresh;
}

} // namespace

Result<MarketFile> openMarketFile(const StoreConfig& config, Timestamp now, std::span<const Migration> migrations)
{
    auto lock = takeWriterLock(config.path);
    if (!lock)
        return lock.error();
    std::error_code ignored; // opening will tell
    const bool isNew = !fs::exists(config.path, ignored);
    auto database = openSound(config, migrations);
    if (database) {
        const auto renewed = keepToSource(*database, config, isNew, migrations);
        if (!renewed)
            return renewed.error();
        return MarketFile{*std::move(lock), *std::move(database), std::nullopt, *renewed};
    }
    if (database.error().code != Errc::StorageCorrupt)
        return database.error();

    Error warning = database.error();
    const auto aside = setAside(config.path, now);
    if (!aside)
        return aside.error();
    warning.where = config.path.string();
    warning.detail += "; kept as " + aside->filename().string();
    auto fresh = openSound(config, migrations);
    if (!fresh)
        return fresh.error();
    if (const auto marked = keepToSource(*fresh, config, true, migrations); !marked)
        return marked.error();
    return MarketFile{*std::move(lock), *std::move(fresh), std::move(warning), false};
}

Result<Database> openInMemory(const StoreConfig& config)
{
    auto database = Database::open(":memory:", Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    if (const auto ready = prepareConnection(*database, config); !ready)
        return ready.error();
    if (const auto current = migrate(*database, marketMigrations()); !current)
        return current.error();
    if (const auto taken = takeOver(*database, config, false); !taken)
        return taken.error();
    return database;
}

Status markClosed(Database& database)
{
    return writeMeta(database, "open", "0");
}

} // namespace spreadline::storage
