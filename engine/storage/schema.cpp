// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

#include <array>

namespace spreadline::storage {
namespace {

Status copyAside(Database& database, std::int64_t version)
{
    auto copy = database.path();
    copy += ".v" + std::to_string(version) + ".bak";
    return copyDatabase(database, copy);
}

Status apply(Database& database, std::span<const Migration> migrations, std::int64_t version)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    for (const Migration& migration : migrations) {
        if (migration.version <= version)
            continue;
        if (const auto done = database.run(migration.statements); !done)
            return done;
        const std::string stamp = "PRAGMA user_version = " + std::to_string(migration.version);
        if (const auto done = database.run(stamp.c_str()); !done)
            return done;
    }
    const std::string owner = "PRAGMA application_id = " + std::to_string(marketApplicationId);
    if (const auto done = database.run(owner.c_str()); !done)
        return done;
    return transaction->commit();
}

} // namespace

std::span<const Migration> marketMigrations()
{
    static const std::array list{Migration{1, marketSchemaV1}};
    return list;
}

Status migrate(Database& database, std::span<const Migration> migrations)
{
    const auto version = database.number("PRAGMA user_version");
    const auto owner = database.number("PRAGMA application_id");
    const auto objects = database.number("SELECT count(*) FROM sqlite_master");
    for (const auto* part : {&version, &owner, &objects}) {
        if (!*part)
            return part->error();
    }
    const std::string file = database.path().string();
    const bool isEmpty = *objects == 0;
    if (!isEmpty && *owner != marketApplicationId)
        return Error{Errc::BadFile, file, "a database of another program"};
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (*version > newest)
        return Error{Errc::SchemaTooNew, file, "schema " + std::to_string(*version) + ", known up to " + std::to_string(newest)};
    if (*version == newest)
        return {};
    if (!isEmpty) {
        if (const auto copied = copyAside(database, *version); !copied)
            return copied;
    }
    return apply(database, migrations, *version);
}

} // namespace spreadline::storage
