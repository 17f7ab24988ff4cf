// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_context.h"

#include <functional>
#include <vector>

namespace spreadline {

/// REST calls that several parts of a feed make: asked, read, and refused when they tell of a time that has not come yet. Each is
/// answered exactly once, whatever becomes of the instrument meanwhile. Io thread only.
void fetchTrades(FeedContext& context, const TradeRequest& request, RestSession::Priority priority,
                 std::function<void(Result<std::vector<Trade>>)> done);
void fetchKlines(FeedContext& context, const KlineRequest& request, RestSession::Priority priority,
                 std::function<void(Result<std::vector<Kline>>)> done);

void fetchDerivatives(FeedContext& context, const DerivativeRequest& request, RestSession::Priority priority,
                      std::function<void(Result<std::vector<DerivativeValue>>)> done);

} // namespace spreadline
