// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_history.h"

#include "exchange/feed_requests.h"

#include <utility>

namespace spreadline {

void FeedHistory::requestKlines(const KlineRequest& request)
{
    if (!m_begun) {
        m_klines.push_back(request);
        return;
    }
    if (!isVenueInterval(request.interval))
        return answer(request, Error{Errc::Unsupported, "klines", "the venue has no bars of " + toString(request.interval)});
    fetchKlines(m_context, request, RestSession::Priority::Klines,
                [this, request](Result<std::vector<Kline>> klines) { answer(request, std::move(klines)); });
}

void FeedHistory::requestTrades(const TradeRequest& request)
{
    if (!m_begun) {
        m_trades.push_back(request);
        return;
    }
    fetchTrades(m_context, request, RestSession::Priority::Backfill,
                [this, request](Result<std::vector<Trade>> trades) { answer(request, std::move(trades)); });
}

void FeedHistory::requestDerivatives(const DerivativeRequest& request)
{
    if (!m_begun) {
        m_derivatives.push_back(request);
        return;
    }
    fetchDerivatives(m_context, request, RestSession::Priority::Backfill,
                     [this, request](Result<std::vector<DerivativeValue>> values) { answer(request, std::move(values)); });
}

void FeedHistory::begin()
{
    m_begun = true;
    for (const KlineRequest& request : std::exchange(m_klines, {}))
        requestKlines(request);
    for (const TradeRequest& request : std::exchange(m_trades, {}))
        requestTrades(request);
    for (const DerivativeRequest& request : std::exchange(m_derivatives, {}))
        requestDerivatives(request);
}

void FeedHistory::close()
{
    for (const KlineRequest& request : std::exchange(m_klines, {}))
        answer(request, Error{Errc::Cancelled, "klines", {}});
    for (const TradeRequest& request : std::exchange(m_trades, {}))
        answer(request, Error{Errc::Cancelled, "trades", {}});
    for (const DerivativeRequest& request : std::exchange(m_derivatives, {}))
        answer(request, Error{Errc::Cancelled, "derivatives", {}});
}

void FeedHistory::answer(const KlineRequest& request, Result<std::vector<Kline>> klines)
{
    KlineHistory history{request.instrument, request.interval, request.from, request.to, {}, Source::Venue, {}};
    if (klines)
        history.klines = std::move(*klines);
    else
        history.failure = klines.error();
    m_context.output.put(std::move(history));
}

void FeedHistory::answer(const DerivativeRequest& request, Result<std::vector<DerivativeValue>> values)
{
    DerivativeHistory history{request.instrument, request.series, request.period, request.from, request.to, {}, {}};
    if (values)
        history.values = std::move(*values);
    else
        history.failure = values.error();
    m_context.output.put(std::move(history));
}

void FeedHistory::answer(const TradeRequest& request, Result<std::vector<Trade>> trades)
{
    TradeHistory history{request.instrument, {}, Source::Venue, {}};
    if (trades)
        history.trades = std::move(*trades);
    else
        history.failure = trades.error();
    m_context.output.put(std::move(history));
}

} // namespace spreadline
