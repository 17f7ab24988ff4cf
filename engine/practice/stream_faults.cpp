// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/stream_faults.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace spreadline::practice {

namespace {

/// A false bid, which a later message takes back.
void addGhost(StreamChannel& channel, BookLevel level)
{
    channel.merge.bids.push_back(level);
    channel.ghosts.push_back(level);
}

void takeBackGhosts(StreamChannel& channel, const ShadowBook& book)
{
    for (const BookLevel& ghost : std::exchange(channel.ghosts, {}))
        if (!book.hasBid(ghost.price))
            channel.merge.bids.push_back({ghost.price, 0});
}

/// Adds to every integer that stands behind `key`.
void addAfter(std::string& payload, std::string_view key, std::int64_t amount)
{
    for (std::size_t at = payload.find(key); at != std::string::npos; at = payload.find(key, at)) {
        at += key.size();
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(payload.data() + at, payload.data() + payload.size(), value);
        if (error == std::errc())
            payload.replace(at, static_cast<std::size_t>(end - payload.data()) - at, std::to_string(value + amount));
    }
}

} // namespace

std::vector<Trade> spoilTrade(FaultPlan& faults, StreamChannel& channel, const Trade& trade)
{
    std::vector<Trade> out{trade};
    if (const Fault* const fault = faults.fire(Verb::MdSpike, channel.text)) {
        const std::int64_t factor = std::max<std::int64_t>(1, fault->argument("factor", 1'000));
        out.front().price = Price::fromMantissa(trade.price.mantissa() * factor, trade.price.scale());
    }
    if (faults.fire(Verb::TradeGap, channel.text))
        return {};
    if (faults.fire(Verb::TradeDup, channel.text))
        out.push_back(out.front());
    if (!channel.held.empty()) {
        out.insert(out.end(), channel.held.begin(), channel.held.end());
        channel.held.clear();
    } else if (faults.fire(Verb::TradeReorder, channel.text)) {
        channel.held = std::exchange(out, {});
    }
    return out;
}

bool spoilDepth(FaultPlan& faults, StreamChannel& channel, const ShadowBook& book)
{
    takeBackGhosts(channel, book);
    if (faults.fire(Verb::BookGap, channel.text))
        return false;
    const BookLevel bid = book.bestBid(), ask = book.bestAsk();
    if (const Fault* const fault = faults.fire(Verb::BookCross, channel.text))
        addGhost(channel, {ask.price + fault->argument("ticks", 1), std::max<std::int64_t>(1, bid.quantity)});
    if (faults.fire(Verb::BookLock, channel.text))
        addGhost(channel, {ask.price, std::max<std::int64_t>(1, bid.quantity)});
    if (faults.fire(Verb::BookGhost, channel.text))
        channel.merge.bids.push_back({std::max<std::int64_t>(1, bid.price / 2), 0});
    if (const Fault* const fault = faults.fire(Verb::BookWide, channel.text)) {
        const std::int64_t levels = std::min(fault->argument("levels", 100'000), bid.price - 1);
        for (std::int64_t i = 1; i <= levels; ++i)
            if (!book.hasBid(bid.price - i))
                addGhost(channel, {bid.price - i, 1});
    }
    channel.merge.fold();
    return true;
}

int spoilKline(FaultPlan& faults, StreamChannel& channel, Timestamp now, bool closed, bool& told)
{
    if (closed && std::exchange(channel.closedEarly, false))
        return 0;
    if (!closed && !channel.closedEarly) {
        const Fault* const fault = faults.find(Verb::KlineEarly, channel.text);
        const Timestamp end = nextOpenTime(channel.name.interval, channel.kline.openTime);
        if (fault && now + std::chrono::milliseconds(fault->argument("ms", 2'000)) >= end
            && faults.fire(Verb::KlineEarly, channel.text))
            told = channel.closedEarly = true;
    }
    if (closed && faults.fire(Verb::KlineNever, channel.text))
        return 0;
    return closed && faults.fire(Verb::KlineTwice, channel.text) ? 2 : 1;
}

void spoilPrice(FaultPlan& faults, const std::string& stream, std::string& payload)
{
    const Fault* const fault = faults.fire(Verb::MdPrice, stream);
    if (!fault)
        return;
    static constexpr std::array<std::string_view, 5> openings{"\"p\":\"", "\"b\":[[\"", "\"a\":[[\"", "\"b\":\"", "\"c\":\""};
    for (const std::string_view opening : openings) {
        const std::size_t at = payload.find(opening);
        if (at == std::string::npos)
            continue;
        const std::size_t from = at + opening.size();
        payload.replace(from, payload.find('"', from) - from, fault->text("v", "NaN"));
        return;
    }
}

void spoilStamps(FaultPlan& faults, const StreamChannel& channel, std::string& payload)
{
    const Fault* const fault = faults.fire(Verb::MdFuture, channel.text);
    if (!fault)
        return;
    const std::int64_t ahead = fault->argument("ms", 86'400'000);
    addAfter(payload, "\"E\":", ahead);
    addAfter(payload, "\"T\":", ahead);
    if (channel.name.family == StreamFamily::Kline) // elsewhere t is an id
        addAfter(payload, "\"t\":", ahead);
}

} // namespace spreadline::practice
