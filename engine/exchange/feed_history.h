// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_context.h"

#include <functional>
#include <vector>

namespace spreadline {

/// Answers requests for past bars, trades, funding and open interest, each exactly once. What is asked before the instruments are known waits for them.
/// Io thread only.
class FeedHistory {
public:
    explicit FeedHistory(FeedContext& context) : m_context(context) {}

    void requestKlines(const KlineRequest& request);
    void requestTrades(const TradeRequest& request);
    void requestDerivatives(const DerivativeRequest& request);
    /// The instruments are known: what waited goes out.
    void begin();
    /// Answers what still waits with Cancelled; what is under way is RestSession::close's.
    void close();

private:
    void answer(const KlineRequest& request, Result<std::vector<Kline>> klines);
    void answer(const TradeRequest& request, Result<std::vector<Trade>> trades);
    void answer(const DerivativeRequest& request, Result<std::vector<DerivativeValue>> values);

    FeedContext& m_context;
    std::vector<KlineRequest> m_klines;
    std::vector<TradeRequest> m_trades;
    std::vector<DerivativeRequest> m_derivatives;
    bool m_begun = false;
};

} // namespace spreadline
