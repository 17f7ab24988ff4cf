// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_seeds.h"

#include "exchange/feed_requests.h"

#include <utility>

namespace spreadline {
namespace {

constexpr int seamAttempts = 2;                          ///< REST may lag a little behind the stream,
constexpr Duration lag = std::chrono::milliseconds(500); ///< about this much
constexpr std::int64_t longestSeam = 1'000; ///< of one request; behind a longer one the tape begins with its live trades

} // namespace

void FeedSeeds::request(const TradeRequest& request)
{
    if (request.fromId > 0 || !m_trades.isBeginning(request.instrument))
        return m_history.requestTrades(request);
    m_waiting[request.instrument].push_back(request);
    m_context.later(patience, [this, instrument = request.instrument] { release(instrument); });
}

void FeedSeeds::up(InstrumentId instrument)
{
    if (m_waiting.contains(instrument))
        m_context.later(quiet, [this, instrument] { release(instrument); });
}

void FeedSeeds::release(InstrumentId instrument)
{
    if (m_waiting.empty())
        return;
    if (const auto waiting = m_waiting.extract(instrument)) {
        for (const TradeRequest& request : waiting.mapped())
            ask(request);
    }
}

void FeedSeeds::releaseAll()
{
    while (!m_waiting.empty())
        release(m_waiting.begin()->first);
}

void FeedSeeds::ask(const TradeRequest& request)
{
    if (!m_context.find(request.instrument))
        return m_history.requestTrades(request); // which waits until the instruments are known
    fetchTrades(m_context, request, RestSession::Priority::Backfill,
                [this, instrument = request.instrument](Result<std::vector<Trade>> trades) {
                    TradeHistory history{instrument, {}, Source::Venue, {}};
                    if (trades)
                        history.trades = std::move(*trades);
                    else
                        history.failure = trades.error();
                    mend(std::move(history), seamAttempts);
                });
}

/// Makes the history reach up to the first live trade.
void FeedSeeds::mend(TradeHistory history, int attempts)
{
    if (history.trades.empty())
        return deliver(std::move(history));
    const auto hole = m_trades.holeAfter(history.trades.back());
    const std::int64_t missing = hole.first > 0 ? hole.last - hole.first + 1 : 0;
    if (missing == 0 || missing > longestSeam || attempts == 0)
        return deliver(std::move(history));
    fetchTrades(m_context, {history.instrument, hole.first, static_cast<int>(missing)}, RestSession::Priority::Trades,
                [this, history = std::move(history), attempts](const Result<std::vector<Trade>>& trades) mutable {
                    const std::size_t before = history.trades.size();
                    for (const Trade& trade : trades ? *trades : std::vector<Trade>()) {
                        if (trade.id == history.trades.back().id + 1)
                            history.trades.push_back(trade);
                    }
                    const bool isStuck = history.trades.size() == before;
                    m_context.later(isStuck ? lag : Duration::zero(), [this, history = std::move(history), attempts]() mutable {
                        mend(std::move(history), attempts - 1);
                    });
                });
}

void FeedSeeds::deliver(TradeHistory history)
{
    const std::optional<Trade> last = history.trades.empty() ? std::nullopt : std::optional(history.trades.back());
    m_context.output.put(std::move(history));
    if (last)
        m_trades.onSeed(*last);
}

} // namespace spreadline
