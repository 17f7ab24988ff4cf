// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <sqlite3.h>

#include <cassert>

namespace spreadline::storage {
namespace {

std::string utf8(const std::filesystem::path& path)
{
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

Error errorOf(sqlite3_stmt* statement)
{
    sqlite3* const handle = sqlite3_db_handle(statement);
    const char* const file = sqlite3_db_filename(handle, "main");
    return storageError(sqlite3_errcode(handle), file ? file : "", sqlite3_errmsg(handle));
}

} // namespace

Error storageError(int code, std::string where, std::string detail)
{
    const auto meaning = [code] {
        switch (code & 0xff) {
        case SQLITE_FULL: return Errc::StorageFull;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Errc::StorageBusy;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return Errc::StorageCorrupt;
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_IOERR:
        case SQLITE_PERM: return Errc::CannotWrite;
        default: return Errc::Internal;
        }
    };
    return Error{meaning(), std::move(where), "SQLite " + std::to_string(code) + ": " + detail};
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Statement& Statement::bind(int index, std::int64_t value)
{
    [[maybe_unused]] const int code = sqlite3_bind_int64(m_statement.get(), index, value);
    assert(code == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, std::string_view text)
{
    // A null pointer would bind NULL, which an empty text is not.
    const char* const data = text.data() ? text.data() : "";
    [[maybe_unused]] const int code = sqlite3_bind_text64(m_statement.get(), index, data, text.size(), nullptr, SQLITE_UTF8);
    assert(code == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, ByteView bytes)
{
    [[maybe_unused]] const int code = sqlite3_bind_blob64(m_statement.get(), index, bytes.data(), bytes.size(), nullptr);
    assert(code == SQLITE_OK);
    return *this;
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: reset(); return false;
    default:
        Error error = errorOf(m_statement.get());
        reset();
        return error;
    }
}

Status Statement::execute()
{
    while (true) {
        const auto row = step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get()); // repeats the failure that step() has already reported
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::text(int column) const
{
    const auto* const data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return data ? std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)))
                : std::string_view();
}

ByteView Statement::bytes(int column) const
{
    const auto* const data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    return {data, data ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)) : 0};
}

void Database::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const std::filesystem::path& path, Mode mode)
{
    const int flags = (mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    sqlite3* handle = nullptr;
    const std::string name = utf8(path);
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    Database database(handle, path);
    if (code != SQLITE_OK)
        return storageError(code, name, handle ? sqlite3_errmsg(handle) : "out of memory");
    return database;
}

Status Database::run(const char* statements)
{
    if (sqlite3_exec(m_handle.get(), statements, nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return {};
}

Result<Statement> Database::prepare(std::string_view statement)
{
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(m_handle.get(), statement.data(), static_cast<int>(statement.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK)
        return lastError();
    return Statement(prepared);
}

Result<std::int64_t> Database::number(std::string_view statement)
{
    auto prepared = prepare(statement);
    if (!prepared)
        return prepared.error();
    const auto row = prepared->step();
    if (!row)
        return row.error();
    return *row ? prepared->integer(0) : 0;
}

Error Database::lastError() const
{
    return storageError(sqlite3_extended_errcode(m_handle.get()), utf8(m_path), sqlite3_errmsg(m_handle.get()));
}

Result<Transaction> Transaction::begin(Database& database)
{
    if (const auto begun = database.run("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(&database);
}

Transaction::~Transaction()
{
    // After some failures (a full disk) SQLite has rolled back by itself; asking again would only report that.
    if (m_database && sqlite3_get_autocommit(m_database->handle()) == 0)
        (void)m_database->run("ROLLBACK");
}

Status Transaction::commit()
{
    const auto done = m_database->run("COMMIT");
    if (done)
        m_database = nullptr;
    return done;
}

Status copyDatabase(Database& source, const std::filesystem::path& target)
{
    auto partial = target;
    partial += ".part";
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    {
        auto copy = Database::open(partial, Database::Mode::ReadWrite);
        if (!copy)
            return copy.error();
        sqlite3_backup* const backup = sqlite3_backup_init(copy->handle(), "main", source.handle(), "main");
        if (!backup)
            return copy->lastError();
        const int code = sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
        if (code != SQLITE_DONE) {
            std::filesystem::remove(partial, ignored);
            return storageError(code, utf8(target), sqlite3_errstr(code));
        }
    }
    std::filesystem::permissions(partial, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    std::error_code failed;
    std::filesystem::rename(partial, target, failed);
    if (failed)
        return Error{Errc::CannotWrite, utf8(target), failed.message()};
    return {};
}

} // namespace spreadline::storage
