// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/block_storage.h"
#include "storage/store_config.h"

#include "ports/clock.h"

namespace spreadline::storage {

/// Keeps a market database within its limits, in steps small enough to stand between two writes. Store thread.
class Retention {
public:
    Retention(Database& database, BlockStorage& blocks, const StoreLimits& limits, const Clock& clock)
        : m_database(database), m_blocks(blocks), m_limits(limits), m_clock(clock)
    {}

    /// Within a transaction of the caller: removes rows that are too old, or the oldest of a file that is too large. True when
    /// there may be more.
    Result<bool> removeOneStep();
    /// Outside of one: gives unused pages back to the disk. True when there are more worth it.
    Result<bool> shrinkOneStep();

private:
    Result<bool> removeOldStep();
    Result<bool> removeSurplusStep();

    Database& m_database;
    BlockStorage& m_blocks;
    const StoreLimits& m_limits;
    const Clock& m_clock;
};

/// The file cannot grow past StoreLimits::hardBytes from now on.
Status applyHardLimit(Database& database, const StoreLimits& limits);

} // namespace spreadline::storage
