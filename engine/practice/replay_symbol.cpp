// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/replay_symbol.h"

#include "practice/synthetic_market.h"

#include <algorithm>
#include <cmath>

namespace spreadline::practice {
namespace {

constexpr Interval oneMinute = Interval::time(std::chrono::minutes(1));
constexpr std::int64_t sliceNanos = 100'000'000;
constexpr std::uint64_t inventedKey = 0x5b00c;
constexpr std::size_t earlyKept = 10'000;

Kline barOfTrade(const Trade& trade, Timestamp open, Timestamp next)
{
    return {.openTime = open,
            .closeTime = next - std::chrono::milliseconds(1),
            .open = trade.price,
            .high = trade.price,
            .low = trade.price,
            .close = trade.price,
            .volume = trade.quantity,
            .takerBuyVolume = trade.aggressor == Side::Buy ? trade.quantity : Quantity::fromMantissa(0, trade.quantity.scale()),
            .quoteVolume = notional(trade.price, trade.quantity).valueOr(Money()),
            .trades = 1};
}

void addTrade(std::vector<Kline>& bars, Interval interval, const Trade& trade)
{
    const Timestamp open = openTime(interval, trade.time);
    const Kline one = barOfTrade(trade, open, nextOpenTime(interval, open));
    if (bars.empty() || bars.back().openTime < open)
        bars.push_back(one);
    else
        addBar(bars.back(), one);
}

} // namespace

void addBar(Kline& bar, const Kline& next)
{
    bar.high = std::max(bar.high, next.high);
    bar.low = std::min(bar.low, next.low);
    bar.close = next.close;
    bar.volume += next.volume;
    bar.takerBuyVolume += next.takerBuyVolume;
    bar.quoteVolume += next.quoteVolume;
    bar.trades += next.trades;
}

ReplaySymbol::ReplaySymbol(Instrument instrument, bool hasDepth) : m_instrument(std::move(instrument)), m_hasDepth(hasDepth) {}

void ReplaySymbol::apply(const Trade& trade)
{
    m_last = trade;
    m_trades.push_back(trade);
    if (m_trades.size() > tradesKept)
        m_trades.pop_front();
    addTrade(m_minutes, oneMinute, trade);
    if (m_invented || m_hasDepth)
        return;
    const double tick = m_instrument.tickSize.toDouble(), step = m_instrument.stepSize.toDouble();
    m_invented.emplace(inventedKey,
                       SyntheticBook::Shape{.meanSteps = std::clamp(trade.quantity.toDouble() / step, 2.0, 1e7),
                                            .typicalPrice = std::llround(trade.price.toDouble() / tick),
                                            .units = {m_instrument.tickSize.mantissa(), m_instrument.stepSize.mantissa()}});
}

void ReplaySymbol::applyLevels(const BookDelta& delta)
{
    const auto put = [](auto& side, const BookLevel& level) {
        if (level.quantity == 0)
            side.erase(level.price);
        else
            side[level.price] = level.quantity;
    };
    for (const BookLevel& level : delta.bids)
        put(m_bids, level);
    for (const BookLevel& level : delta.asks)
        put(m_asks, level);
    m_bookId = delta.lastId;
    m_bookTime = delta.time;
}

bool ReplaySymbol::apply(const BookDelta& delta)
{
    if (m_hasSnapshot && delta.lastId < m_bookId)
        return false;
    if (!m_hasSnapshot && m_early.size() < earlyKept)
        m_early.push_back(delta);
    applyLevels(delta);
    return true;
}

void ReplaySymbol::apply(const BookSnapshot& snapshot)
{
    if (m_hasSnapshot)
        return; // the deltas carry the book on; a later snapshot says nothing new
    m_bids.clear();
    m_asks.clear();
    for (const BookLevel& level : snapshot.bids)
        m_bids[level.price] = level.quantity;
    for (const BookLevel& level : snapshot.asks)
        m_asks[level.price] = level.quantity;
    m_bookId = snapshot.updateId;
    m_bookTime = snapshot.time;
    m_hasSnapshot = true;
    for (const BookDelta& delta : m_early) {
        if (delta.lastId >= snapshot.updateId)
            applyLevels(delta);
    }
    m_early.clear();
    m_early.shrink_to_fit();
}

std::int64_t ReplaySymbol::inventedId(std::int64_t slice) const noexcept
{
    return slice * 64 + static_cast<std::int64_t>(keyed(inventedKey, slice) % 32);
}

void ReplaySymbol::buildInvented(std::int64_t slice, int depth, BookSides& sides) const
{
    const std::int64_t last = m_last.price.mantissa() / m_instrument.tickSize.mantissa();
    const std::int64_t open = m_minutes.back().open.mantissa() / m_instrument.tickSize.mantissa();
    const Touch touch = touchAfter(inventedKey, last, m_last.aggressor == Side::Buy, slice / 10);
    m_invented->build(slice * 100, touch, {open, open, open}, depth, sides);
}

std::optional<BookDelta> ReplaySymbol::moveInventedBook(Timestamp now)
{
    const std::int64_t slice = now.nanos() / sliceNanos;
    if (!m_invented || slice <= m_slice)
        return std::nullopt;
    buildInvented(slice, SyntheticBook::mostLevels, m_nextSides);
    const std::int64_t before = m_slice < 0 ? inventedId(slice - 1) : inventedId(m_slice);
    BookDelta delta{.instrument = m_instrument.id,
                    .firstId = before + 1,
                    .lastId = inventedId(slice),
                    .previousLast = before,
                    .time = Timestamp::fromNanos(slice * sliceNanos),
                    .scale = m_instrument.bookScale(),
                    .bids = changedLevels(m_sides.bids, m_nextSides.bids, true),
                    .asks = changedLevels(m_sides.asks, m_nextSides.asks, false)};
    if (delta.bids.empty() && delta.asks.empty() && !m_nextSides.bids.empty())
        delta.bids.push_back(m_nextSides.bids.front());
    std::swap(m_sides, m_nextSides);
    m_slice = slice;
    return delta;
}

BookSnapshot ReplaySymbol::book(int depth, Timestamp now)
{
    BookSnapshot book{.instrument = m_instrument.id,
                      .updateId = m_bookId,
                      .time = m_bookTime,
                      .scale = m_instrument.bookScale(),
                      .bids = {},
                      .asks = {}};
    const auto count = static_cast<std::size_t>(std::max(depth, 0));
    if (m_hasDepth) {
        for (auto level = m_bids.begin(); level != m_bids.end() && book.bids.size() < count; ++level)
            book.bids.push_back({level->first, level->second});
        for (auto level = m_asks.begin(); level != m_asks.end() && book.asks.size() < count; ++level)
            book.asks.push_back({level->first, level->second});
        return book;
    }
    if (!m_invented)
        return book;
    if (m_slice < 0)
        moveInventedBook(now);
    book.updateId = inventedId(m_slice);
    book.time = Timestamp::fromNanos(m_slice * sliceNanos);
    book.bids.assign(m_sides.bids.begin(),
                     m_sides.bids.begin() + static_cast<std::ptrdiff_t>(std::min(count, m_sides.bids.size())));
    book.asks.assign(m_sides.asks.begin(),
                     m_sides.asks.begin() + static_cast<std::ptrdiff_t>(std::min(count, m_sides.asks.size())));
    return book;
}

std::vector<Kline> ReplaySymbol::finestBars(Interval interval, Timestamp from, Timestamp now) const
{
    const auto since = [from](const std::vector<Kline>& bars) {
        const auto first = std::ranges::lower_bound(bars, from, {}, &Kline::openTime);
        return std::vector<Kline>(first, bars.end());
    };
    const bool fits = m_rowInterval && (interval.kind == Interval::Kind::Months || interval.amount % m_rowInterval->amount == 0);
    if (!fits)
        return since(m_minutes);
    // The rows as they were, and what has been played of the row that is forming.
    std::vector<Kline> bars = since(m_rows);
    const Timestamp forming = openTime(*m_rowInterval, now);
    for (const Kline& minute : since(m_minutes)) {
        if (minute.openTime >= forming)
            bars.push_back(minute);
    }
    return bars;
}

std::vector<Kline> ReplaySymbol::klines(Interval interval, Timestamp from, Timestamp to, int limit, Timestamp now) const
{
    const auto opens = barOpens(interval, from, to, limit, m_instrument.onboarded, now);
    std::vector<Kline> bars;
    if (opens.empty())
        return bars;
    const Timestamp end = nextOpenTime(interval, opens.back());
    for (const Kline& finest : finestBars(interval, opens.front(), now)) {
        if (finest.openTime >= end)
            break;
        const Timestamp open = openTime(interval, finest.openTime);
        if (!bars.empty() && bars.back().openTime == open) {
            addBar(bars.back(), finest);
            continue;
        }
        bars.push_back(finest);
        bars.back().openTime = open;
        bars.back().closeTime = nextOpenTime(interval, open) - std::chrono::milliseconds(1);
    }
    for (Kline& bar : bars)
        bar.closed = bar.closeTime < now;
    return bars;
}

Ticker24h ReplaySymbol::ticker(Timestamp now) const
{
    Ticker24h ticker{.instrument = m_instrument.id,
                     .last = m_last.price,
                     .open = {},
                     .high = {},
                     .low = {},
                     .volume = {},
                     .quoteVolume = {},
                     .time = now};
    const Interval finest = m_rowInterval.value_or(oneMinute);
    bool any = false;
    Kline day;
    for (const Kline& bar : finestBars(finest, now - std::chrono::hours(24), now)) {
        if (any)
            addBar(day, bar);
        else
            day = bar;
        any = true;
    }
    if (!any)
        return ticker;
    ticker.last = day.close;
    ticker.open = day.open;
    ticker.high = day.high;
    ticker.low = day.low;
    ticker.volume = day.volume;
    ticker.quoteVolume = day.quoteVolume;
    ticker.trades = day.trades;
    return ticker;
}

MarkPrice ReplaySymbol::mark(Timestamp now) const
{
    if (hasMarks())
        return m_mark;
    const Interval eightHours = Interval::time(std::chrono::hours(8));
    const Price last = m_last.price.isPositive() || m_rows.empty() ? m_last.price : m_rows.back().close;
    return {.instrument = m_instrument.id,
            .mark = last,
            .index = last,
            .fundingRate = Price::fromMantissa(10'000, 8),
            .nextFunding = nextOpenTime(eightHours, openTime(eightHours, now)),
            .time = now};
}

std::vector<Trade> tradesOfRow(const Kline& row, const Instrument& instrument, std::int64_t firstId)
{
    constexpr std::int64_t most = 30;
    const std::int64_t step = instrument.stepSize.mantissa(), tick = instrument.tickSize.mantissa();
    const std::int64_t steps = row.volume.mantissa() / step;
    const std::int64_t count = std::min(most, steps);
    const bool lowFirst = row.close >= row.open;
    const std::int64_t corners[]{row.open.mantissa(), (lowFirst ? row.low : row.high).mantissa(),
                                 (lowFirst ? row.high : row.low).mantissa(), row.close.mantissa()};
    std::vector<Trade> trades;
    const std::int64_t length = (row.closeTime - row.openTime).count();
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t last = std::max<std::int64_t>(1, count - 1);
        const std::int64_t leg = std::min<std::int64_t>(2, 3 * i / last);
        const std::int64_t from = corners[leg], to = corners[leg + 1];
        const std::int64_t ticks = (to - from) / tick * (3 * i - leg * last) / last; // of the way along the leg
        trades.push_back(
            {.instrument = instrument.id,
             .id = firstId + i,
             .price = Price::fromMantissa(i == last ? corners[3] : from + ticks * tick, instrument.priceScale()),
             .quantity = Quantity::fromMantissa((steps / count + (i < steps % count ? 1 : 0)) * step, instrument.quantityScale()),
             .aggressor = to >= from ? Side::Buy : Side::Sell,
             .time = row.openTime + Duration(length / std::max<std::int64_t>(1, count) * i)});
    }
    return trades;
}

} // namespace spreadline::practice
