// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <memory>
#include <vector>

namespace spreadline {

/// All that changed since the last frame, in one value: made by the core when a frame asks, moved to whoever asked.
struct ViewBatch {
    std::int64_t frame = 0;
    Timestamp time;
    std::shared_ptr<const std::vector<Instrument>> instruments; ///< only when the list changed
    std::vector<TickerRow> tickers;                             ///< changed rows
    std::vector<BookPtr> books;
    std::vector<TapeUpdate> tapes;
    std::vector<ChartUpdate> charts;
    std::optional<StatusView> status;
    std::vector<Notice> notices;
};

} // namespace spreadline
