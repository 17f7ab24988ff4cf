// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace spreadline {

/// How long market data is kept, and how much of it. Zero means without limit.
///
/// Age counts back from the newest row of the kind, or from now when that is earlier: a replayed capture of last year stays, and
/// neither a wrong clock nor an absurd stamp empties the file.
struct StoreLimits {
    int secondBarDays = 2;   ///< bars below one minute
    int minuteBarDays = 400; ///< below one hour
    int hourBarDays = 0;     ///< one hour and longer
    int countBarDays = 7;    ///< tick and volume bars
    int tradeHours = 48;
    int bookSampleHours = 24;
    /// Above this the oldest rows go: book samples first, then trades, then bars from short to long.
    std::int64_t maxBytes = std::int64_t{4} << 30;
    /// The file never grows past this: writing then fails with StorageFull. Zero: as far as the disk goes.
    std::int64_t hardBytes = 0;

    bool operator==(const StoreLimits&) const = default;
};

/// One file holds the data of one venue environment, so that practice data can never be taken for a live venue's: the venue is
/// part of the file's name (Profile::marketFile) and is written into it, and opening it for another one is refused.
struct StoreConfig {
    std::filesystem::path path;
    std::string venue; ///< "practice", "binance", "binance-testnet", ...
    /// Which market it is, where a venue's name stands for many that can be had again (the seed, symbols and speed of a practice
    /// exchange). A file of another source, or written before sources were, is begun anew. Empty: the venue says it all.
    std::string source;
    StoreLimits limits;
    std::size_t queueRows = 65'536;                        ///< rows appended and not written yet
    Duration commitAfter = std::chrono::milliseconds(200); ///< the longest a row waits for company
    Duration busyTimeout = std::chrono::seconds(5);        ///< patience with another process that has the file locked
    Duration retryAfter = std::chrono::seconds(1);         ///< after a write failed
    Duration checkBudget = std::chrono::seconds(5);        ///< for looking over a file that was not closed cleanly
    Duration retentionEvery = std::chrono::minutes(1);
};

} // namespace spreadline
