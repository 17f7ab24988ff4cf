// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/retention.h"

#include <algorithm>
#include <array>

namespace spreadline::storage {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t step = 64; // blocks removed at once

} // namespace

Result<bool> Retention::removeOneStep()
{
    const auto removed = removeOldStep();
    if (!removed || *removed || m_limits.maxBytes == 0)
        return removed;
    return removeSurplusStep();
}

Result<bool> Retention::removeOldStep()
{
    constexpr std::int64_t hour = Duration(1h).count();
    const std::array<std::int64_t, dataClasses> hours{m_limits.bookSampleHours,    m_limits.tradeHours,
                                                      m_limits.secondBarDays * 24, m_limits.countBarDays * 24,
                                                      m_limits.minuteBarDays * 24, m_limits.hourBarDays * 24};
    for (int i = 0; i < dataClasses; ++i) {
        const auto kind = static_cast<DataClass>(i);
        const std::int64_t age = hours[static_cast<std::size_t>(i)] * hour;
        if (age == 0)
            continue;
        const auto newest = m_blocks.newestTime(kind);
        if (!newest)
            return newest.error();
        const auto removed = m_blocks.removeOlder(kind, std::min(*newest, m_clock.now().nanos()) - age, step);
        if (!removed)
            return removed.error();
        if (*removed == step)
            return true;
    }
    return false;
}

Result<bool> Retention::removeSurplusStep()
{
    const auto used = m_database.number("SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, "
                                        "pragma_freelist_count, pragma_page_size");
    if (!used)
        return used.error();
    if (*used <= m_limits.maxBytes)
        return false;
    const auto removed = m_blocks.removeOldest(step);
    if (!removed)
        return removed.error();
    return *removed > 0;
}

Result<bool> Retention::shrinkOneStep()
{
    const auto pages = m_database.number("PRAGMA page_count");
    const auto unused = m_database.number("PRAGMA freelist_count");
    if (!pages || !unused)
        return pages ? unused.error() : pages.error();
    constexpr std::int64_t worthIt = 1'024; // below, and below a quarter of the file, free pages are soon used again
    if (*unused < worthIt || *unused * 4 < *pages)
        return false;
    if (const auto shrunk = m_database.run("PRAGMA incremental_vacuum(256)"); !shrunk)
        return shrunk.error();
    return true;
}

Status applyHardLimit(Database& database, const StoreLimits& limits)
{
    const auto pageSize = database.number("PRAGMA page_size");
    if (!pageSize)
        return pageSize.error();
    constexpr std::int64_t unlimited = 4'294'967'294; // SQLite's own bound
    const std::int64_t pages = limits.hardBytes > 0 ? std::max<std::int64_t>(limits.hardBytes / *pageSize, 1) : unlimited;
    return database.run(("PRAGMA max_page_count = " + std::to_string(pages)).c_str());
}

} // namespace spreadline::storage
