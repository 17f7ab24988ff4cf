// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/synthetic_market.h"

#include <algorithm>

namespace spreadline::practice {
namespace {

constexpr std::int64_t minutesOfSlice = 8'000; // some milliseconds of a machine of today

} // namespace

/// A symbol and what was last told about its book.
struct SyntheticMarket::Live {
    Live(std::uint64_t seed, const CatalogueEntry& entry, InstrumentId id, const SyntheticSymbol::Rates& rates,
         SharedNoise& shared)
        : symbol(seed, entry, id, rates, shared)
    {}
    SyntheticSymbol symbol;
    bool active = false;
    std::int64_t slice = -1; ///< of `sides`; -1 when nothing was told yet
    BookSides sides, next;
};

SyntheticMarket::SyntheticMarket(std::uint64_t seed, const std::vector<CatalogueEntry>& symbols,
                                 const SyntheticSymbol::Rates& rates)
    : m_shared(seed)
{
    for (const CatalogueEntry& entry : symbols) {
        const InstrumentId id{static_cast<std::uint32_t>(m_live.size())};
        m_live.push_back(std::make_unique<Live>(seed, entry, id, rates, m_shared));
        m_instruments.push_back(m_live.back()->symbol.instrument());
    }
}

SyntheticMarket::~SyntheticMarket() = default;

SyntheticSymbol& SyntheticMarket::symbol(InstrumentId instrument)
{
    return m_live.at(index(instrument))->symbol;
}

void SyntheticMarket::setActive(InstrumentId instrument, bool active)
{
    Live& live = *m_live.at(index(instrument));
    live.active = active;
    live.slice = -1;
}

void SyntheticMarket::advance(Timestamp now, std::vector<MarketEvent>& out)
{
    const std::int64_t to = std::max(now.millis(), onboardMillis);
    const std::int64_t after = m_now;
    if (after < 0 || to <= after) {
        m_now = std::max(m_now, to);
        return;
    }
    const bool merge = std::chrono::milliseconds(to - after) > mergeAfter;
    m_pending.clear();
    for (const auto& live : m_live) {
        if (!live->active)
            continue;
        if (live->slice < 0) {
            live->slice = live->symbol.sliceOf(after);
            live->symbol.book(live->slice, SyntheticBook::mostLevels, live->sides);
        }
        collectTrades(live->symbol, after, to);
        collectBook(*live, to, merge);
        collectMarks(live->symbol, after, to, merge);
    }
    m_now = to;
    lookAhead();
    std::ranges::stable_sort(m_pending, {}, &Pending::millis);
    for (Pending& pending : m_pending)
        out.push_back(std::move(pending.event));
}

/// Makes the next minute's trades of one symbol at a time, in the second half of the minute: all of them at its turn would be a pause.
void SyntheticMarket::lookAhead()
{
    if (m_now % minuteMillis < minuteMillis / 2)
        return;
    m_lookedAhead = (m_lookedAhead + 1) % m_live.size();
    Live& live = *m_live[m_lookedAhead];
    if (live.active)
        live.symbol.minuteTrades(m_now / minuteMillis + 1);
}

void SyntheticMarket::collectTrades(SyntheticSymbol& symbol, std::int64_t after, std::int64_t now)
{
    for (std::int64_t minute = after / minuteMillis; minute <= now / minuteMillis; ++minute) {
        const std::size_t count = symbol.minuteTrades(minute).size();
        const bool whole = minute < now / minuteMillis;
        const std::size_t begin = minute == after / minuteMillis ? symbol.tradesBy(after) : 0;
        const std::size_t end = whole ? count : symbol.tradesBy(now);
        if (begin >= end)
            continue;
        const auto forced = symbol.liquidations(minute);
        for (std::size_t i = begin; i < end; ++i) {
            const Trade trade = symbol.trade(minute, i);
            m_pending.push_back({trade.time.millis(), trade});
            if (std::ranges::find(forced, i) != forced.end())
                m_pending.push_back({trade.time.millis(),
                                     Liquidation{trade.instrument, trade.aggressor, trade.price, trade.quantity, trade.time}});
        }
    }
}

void SyntheticMarket::collectBook(Live& live, std::int64_t now, bool merge)
{
    const std::int64_t last = live.symbol.sliceOf(now);
    while (live.slice < last) {
        const std::int64_t next = merge ? last : live.slice + 1;
        live.symbol.book(next, SyntheticBook::mostLevels, live.next);
        BookDelta delta = live.symbol.delta(live.slice, live.sides, next, live.next);
        m_pending.push_back({delta.time.millis(), std::move(delta)});
        std::swap(live.sides, live.next);
        live.slice = next;
    }
}

void SyntheticMarket::collectMarks(SyntheticSymbol& symbol, std::int64_t after, std::int64_t now, bool merge)
{
    const std::int64_t last = now / 1'000;
    for (std::int64_t second = merge ? last : after / 1'000 + 1; second <= last; ++second)
        m_pending.push_back({second * 1'000, symbol.reference().mark(second * 1'000)});
}

BookSnapshot SyntheticMarket::book(InstrumentId instrument, int depth, Timestamp now)
{
    SyntheticSymbol& found = symbol(instrument);
    const std::int64_t slice = found.sliceOf(now.millis());
    BookSides sides;
    found.book(slice, depth, sides);
    return {.instrument = instrument,
            .updateId = found.lastUpdateId(slice),
            .time = Timestamp::fromMillis(found.sliceMillis(slice)),
            .scale = found.instrument().bookScale(),
            .bids = std::move(sides.bids),
            .asks = std::move(sides.asks)};
}

std::vector<Kline> SyntheticMarket::klines(InstrumentId instrument, Interval interval, Timestamp from, Timestamp to, int limit,
                                           Timestamp now)
{
    SyntheticSymbol& found = symbol(instrument);
    const Timestamp end = now + std::chrono::milliseconds(1); // a trade at `now` has happened
    std::vector<Kline> bars;
    for (const Timestamp open : barOpens(interval, from, to, limit, Timestamp::fromMillis(onboardMillis), now)) {
        const Timestamp next = nextOpenTime(interval, open);
        const RawBar raw = found.bar(open.millis(), std::min(next, end).millis());
        bars.push_back(found.kline(raw, open, next, next <= now));
    }
    return bars;
}

std::vector<Kline> SyntheticMarket::referenceKlines(Reference reference, InstrumentId instrument, Interval interval,
                                                    Timestamp from, Timestamp to, int limit, Timestamp now)
{
    ReferencePrices& prices = symbol(instrument).reference();
    std::vector<Kline> bars;
    for (const Timestamp open : barOpens(interval, from, to, limit, Timestamp::fromMillis(onboardMillis), now)) {
        const Timestamp next = nextOpenTime(interval, open);
        const std::int64_t end = std::min(next.millis(), now.millis() + 1);
        const auto range = prices.range(reference, std::max(open.millis(), onboardMillis), end);
        const auto price = [](std::int64_t mantissa) { return Price::fromMantissa(mantissa, ReferencePrices::scale); };
        bars.push_back({.openTime = open,
                        .closeTime = next - std::chrono::milliseconds(1),
                        .open = price(range.open),
                        .high = price(range.high),
                        .low = price(range.low),
                        .close = price(range.close),
                        .volume = {},
                        .takerBuyVolume = {},
                        .quoteVolume = {},
                        .closed = next <= now});
    }
    return bars;
}

bool SyntheticMarket::prepareKlines(std::optional<Reference> reference, InstrumentId instrument, Interval interval,
                                    Timestamp from, Timestamp to, int limit, Timestamp now)
{
    SyntheticSymbol& found = symbol(instrument);
    std::int64_t minutesLeft = minutesOfSlice;
    for (const Timestamp open : barOpens(interval, from, to, limit, Timestamp::fromMillis(onboardMillis), now)) {
        const std::int64_t first = open.millis() / minuteMillis;
        const std::int64_t end = std::min(nextOpenTime(interval, open), now).millis() / minuteMillis;
        const bool isReady = reference ? found.reference().prepare(*reference, first, end, minutesLeft)
                                       : found.prepareBar(first, end, minutesLeft);
        if (!isReady)
            return false;
    }
    return true;
}

std::vector<Trade> SyntheticMarket::trades(InstrumentId instrument, std::int64_t fromId, int limit, Timestamp now)
{
    SyntheticSymbol& found = symbol(instrument);
    std::vector<Trade> result;
    const std::int64_t firstEver = found.firstId(SyntheticSymbol::firstMinute());
    const std::int64_t end = found.firstId(now.millis() / minuteMillis) + static_cast<std::int64_t>(found.tradesBy(now.millis()));
    const std::int64_t first = std::max(firstEver, fromId > 0 ? fromId : end - limit);
    for (std::int64_t id = first; id < end && static_cast<int>(result.size()) < limit;) {
        const std::int64_t minute = found.minuteOfId(id);
        const std::int64_t stop = std::min(end, found.firstId(minute + 1));
        for (; id < stop && static_cast<int>(result.size()) < limit; ++id)
            result.push_back(found.trade(minute, static_cast<std::size_t>(id - found.firstId(minute))));
    }
    return result;
}

std::vector<Trade> SyntheticMarket::tradesBetween(InstrumentId instrument, Timestamp from, Timestamp to, int limit, Timestamp now)
{
    const std::int64_t start = std::max(from.millis(), onboardMillis);
    const std::int64_t last = std::min(to, now).millis();
    if (start > last)
        return {};
    SyntheticSymbol& found = symbol(instrument);
    const std::int64_t minute = start / minuteMillis;
    const std::int64_t before = start % minuteMillis == 0 ? 0 : static_cast<std::int64_t>(found.tradesBy(start - 1));
    return trades(instrument, found.firstId(minute) + before, limit, std::min(to, now));
}

MarkPrice SyntheticMarket::mark(InstrumentId instrument, Timestamp now)
{
    return symbol(instrument).reference().mark(now.millis());
}

Ticker24h SyntheticMarket::ticker(InstrumentId instrument, Timestamp now)
{
    SyntheticSymbol& found = symbol(instrument);
    const std::int64_t firstWhole = now.millis() / minuteMillis - 24 * 60 + 1;
    const RawBar raw = found.bar(firstWhole * minuteMillis, now.millis() + 1);
    return {.instrument = instrument,
            .last = found.price(raw.close),
            .open = found.price(raw.open),
            .high = found.price(raw.high),
            .low = found.price(raw.low),
            .volume = found.quantity(raw.volume),
            .quoteVolume = found.money(raw.quote),
            .trades = raw.trades,
            .time = now};
}

Quantity SyntheticMarket::openInterest(InstrumentId instrument, Timestamp now)
{
    return symbol(instrument).reference().openInterest(now.millis());
}

std::vector<MarketSource::Funding> SyntheticMarket::funding(InstrumentId instrument, Timestamp from, Timestamp to, int limit,
                                                            Timestamp now)
{
    ReferencePrices& prices = symbol(instrument).reference();
    const Interval interval = Interval::time(prices.fundingInterval());
    std::vector<Funding> settled;
    const Timestamp first = Timestamp::fromMillis(onboardMillis) + prices.fundingInterval();
    for (const Timestamp stamp : barOpens(interval, from, to, limit, first, now))
        settled.push_back({stamp, prices.fundingRate(stamp.millis()), prices.markPrice(stamp.millis())});
    return settled;
}

MarketSource::FundingTerms SyntheticMarket::fundingTerms(InstrumentId instrument) const
{
    return m_live.at(index(instrument))->symbol.reference().fundingTerms();
}

std::vector<Timestamp> barOpens(Interval interval, Timestamp from, Timestamp to, int limit, Timestamp first, Timestamp now)
{
    std::vector<Timestamp> opens;
    if (!interval.isCalendar() || limit <= 0 || now < first)
        return opens;
    const Timestamp last = openTime(interval, to.isKnown() ? std::min(to, now) : now);
    const Timestamp earliest = openTime(interval, first);
    const auto count = static_cast<std::size_t>(limit);
    if (from.isKnown()) {
        Timestamp open = openTime(interval, std::max(from, earliest));
        if (open < std::max(from, earliest))
            open = nextOpenTime(interval, open);
        for (; open <= last && opens.size() < count; open = nextOpenTime(interval, open))
            opens.push_back(open);
        return opens;
    }
    for (Timestamp open = last; open >= earliest && opens.size() < count;
         open = openTime(interval, open - std::chrono::milliseconds(1)))
        opens.push_back(open);
    std::ranges::reverse(opens);
    return opens;
}

} // namespace spreadline::practice
