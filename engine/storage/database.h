// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace spreadline::storage {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// What an SQLite result code means to us. `where` names the file or the work; SQLite's own text goes into the detail.
Error storageError(int code, std::string where, std::string detail);

/// A prepared statement. Values are only ever bound, never pasted into the text. Same thread as its Database, which outlives it.
class Statement {
public:
    /// Parameters count from 1. Bound text and bytes must stay until the statement has run.
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, ByteView bytes);

    /// True: a row is there to be read. False: done, and reset for the next run.
    Result<bool> step();
    /// Runs to the end, ignoring rows.
    Status execute();
    void reset();

    /// Columns count from 0; views are valid until the next step.
    std::int64_t integer(int column) const;
    std::string_view text(int column) const;
    ByteView bytes(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// One SQLite connection. Used by one thread at a time; movable, closed when it goes.
class Database {
public:
    enum class Mode : std::uint8_t { ReadWrite, ReadOnly };

    /// ReadWrite creates a missing file. Errors: CannotWrite, StorageBusy, StorageCorrupt.
    static Result<Database> open(const std::filesystem::path& path, Mode mode);

    /// Runs fixed statements without parameters.
    Status run(const char* statements);
    /// Precondition: the text is our own and correct. Errors: as for running it (a broken schema shows here).
    Result<Statement> prepare(std::string_view statement);
    /// The first column of the first row.
    Result<std::int64_t> number(std::string_view statement);

    Error lastError() const;
    const std::filesystem::path& path() const { return m_path; }
    sqlite3* handle() const { return m_handle.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    Database(sqlite3* handle, std::filesystem::path path) : m_handle(handle), m_path(std::move(path)) {}

    std::unique_ptr<sqlite3, Close> m_handle;
    std::filesystem::path m_path;
};

/// Hands the statement to `visit` at every row, until it returns false.
template<typename Visit>
Status forEachRow(Statement& statement, Visit&& visit)
{
    while (true) {
        const auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        if (!visit(statement)) {
            statement.reset();
            return {};
        }
    }
}

/// Rolls back unless committed.
class Transaction {
public:
    /// Takes the write lock at once, so that no later statement finds the file busy.
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Status commit();

private:
    explicit Transaction(Database* database) : m_database(database) {}

    Database* m_database = nullptr;
};

/// A consistent copy of the whole database at `target`, which is replaced only when the copy is complete.
/// Errors: StorageFull, CannotWrite, StorageBusy, StorageCorrupt.
Status copyDatabase(Database& source, const std::filesystem::path& target);

} // namespace spreadline::storage
