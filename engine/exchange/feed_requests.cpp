// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_requests.h"

#include <algorithm>
#include <string>
#include <utility>

namespace spreadline {
namespace {

Error vanished(const char* what, InstrumentId instrument)
{
    return {Errc::UnknownInstrument, what, std::to_string(index(instrument))};
}

template<typename Row>
Result<std::vector<Row>> believed(FeedContext& context, Result<std::vector<Row>> rows, Timestamp Row::*stamp, const char* where)
{
    if (!rows || rows->empty())
        return rows;
    const Row& latest = *std::ranges::max_element(*rows, {}, stamp);
    if (auto error = context.stampError(latest.*stamp, where)) {
        context.rejections.add(*error, context.clock.now());
        return *error;
    }
    return rows;
}

} // namespace

void fetchTrades(FeedContext& context, const TradeRequest& request, RestSession::Priority priority,
                 std::function<void(Result<std::vector<Trade>>)> done)
{
    const Instrument* listed = context.find(request.instrument);
    if (!listed)
        return done(vanished("trades", request.instrument));
    context.rest.get(
        context.dialect.tradesRequest(*listed, request), priority,
        [&context, id = request.instrument, done = std::move(done)](const Result<RestAnswer>& answer) {
            const Instrument* still = context.find(id);
            if (!answer)
                done(answer.error());
            else if (!still)
                done(vanished("trades", id));
            else
                done(believed(context, context.dialect.readTrades(answer->body, *still), &Trade::time, "aggTrades.T"));
        });
}

void fetchKlines(FeedContext& context, const KlineRequest& request, RestSession::Priority priority,
                 std::function<void(Result<std::vector<Kline>>)> done)
{
    const Instrument* listed = context.find(request.instrument);
    if (!listed)
        return done(vanished("klines", request.instrument));
    context.rest.get(context.dialect.klinesRequest(*listed, request), priority,
                     [&context, request, done = std::move(done)](const Result<RestAnswer>& answer) {
                         const Instrument* still = context.find(request.instrument);
                         if (!answer)
                             return done(answer.error());
                         if (!still)
                             return done(vanished("klines", request.instrument));
                         const Timestamp asked = context.venueWhenAsked(*answer);
                         done(believed(context, context.dialect.readKlines(answer->body, *still, request.interval, asked),
                                       &Kline::openTime, "klines.openTime"));
                     });
}

void fetchDerivatives(FeedContext& context, const DerivativeRequest& request, RestSession::Priority priority,
                      std::function<void(Result<std::vector<DerivativeValue>>)> done)
{
    const Instrument* listed = context.find(request.instrument);
    if (!listed)
        return done(vanished("derivatives", request.instrument));
    context.rest.get(context.dialect.derivativesRequest(*listed, request), priority,
                     [&context, request, done = std::move(done)](const Result<RestAnswer>& answer) {
                         const Instrument* still = context.find(request.instrument);
                         if (!answer)
                             return done(answer.error());
                         if (!still)
                             return done(vanished("derivatives", request.instrument));
                         done(believed(context, context.dialect.readDerivatives(answer->body, *still, request.series),
                                       &DerivativeValue::time, "derivatives.time"));
                     });
}

} // namespace spreadline
