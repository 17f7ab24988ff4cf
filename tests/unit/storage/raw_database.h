// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlite_store.h"

#include <sqlite3.h>

#include <QFile>
#include <QTemporaryDir>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace spreadline::test {

/// A second look at a database file, without our own code: throws what SQLite says.
class RawDatabase {
public:
    explicit RawDatabase(const std::filesystem::path& path)
    {
        if (sqlite3_open(path.c_str(), &m_handle) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(m_handle));
        sqlite3_exec(m_handle, "PRAGMA wal_autocheckpoint = 0", nullptr, nullptr, nullptr);
    }
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;
    ~RawDatabase() { sqlite3_close(m_handle); }

    void run(const std::string& statements)
    {
        char* message = nullptr;
        if (sqlite3_exec(m_handle, statements.c_str(), nullptr, nullptr, &message) == SQLITE_OK)
            return;
        const std::string text = message ? message : "error";
        sqlite3_free(message);
        throw std::runtime_error(text);
    }
    /// The first column of the first row, as text.
    std::string ask(const std::string& statement)
    {
        std::string answer;
        const auto take = [](void* out, int, char** values, char**) {
            *static_cast<std::string*>(out) = values[0] ? values[0] : "";
            return 0;
        };
        if (sqlite3_exec(m_handle, statement.c_str(), take, &answer, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(m_handle));
        return answer;
    }

private:
    sqlite3* m_handle = nullptr;
};

inline StoreConfig configIn(const QTemporaryDir& folder)
{
    StoreConfig config;
    config.path = std::filesystem::path(folder.path().toStdString()) / "market-practice.db";
    config.venue = "practice";
    return config;
}

inline QByteArray contentOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const std::filesystem::path& path, const QByteArray& content)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        throw std::runtime_error("cannot write " + path.string());
}

} // namespace spreadline::test
