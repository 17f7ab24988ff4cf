// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <span>

namespace spreadline::storage {

/// One step forward: makes schema `version` out of the one before.
struct Migration {
    int version = 0;
    const char* statements = nullptr;
};

extern const char* const marketSchemaV1;

/// Marks a file as ours (PRAGMA application_id): "SPRm".
inline constexpr std::int64_t marketApplicationId = 0x5350526d;

/// Every schema of market databases that was ever released, oldest first.
std::span<const Migration> marketMigrations();

/// Brings the database to the last of `migrations`, all in one transaction. Before a file that holds data is changed, a copy is
/// put beside it: <file>.v<version>.bak. Errors: SchemaTooNew (untouched), BadFile (another program's), and those of writing.
Status migrate(Database& database, std::span<const Migration> migrations);

} // namespace spreadline::storage
