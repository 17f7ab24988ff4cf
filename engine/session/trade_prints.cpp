// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/trade_prints.h"

#include <algorithm>
#include <cassert>

namespace spreadline {
namespace {

constexpr std::int64_t anotherCount = 10'000'000; // ids that no loss explains
constexpr std::int64_t imbalanceRatio = 3;

std::int64_t floorDivided(std::int64_t value, std::int64_t by) noexcept
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// A sum that would not fit stays at the largest value.
void addTo(std::int64_t& sum, std::int64_t value) noexcept
{
    if (__builtin_add_overflow(sum, value, &sum))
        sum = INT64_MAX;
}

bool outweighs(std::int64_t side, std::int64_t other) noexcept
{
    return side > 0 && side / imbalanceRatio >= other;
}

} // namespace

void foldRows(std::span<const PrintRow> rows, std::int64_t perRow, std::vector<PrintRow>& out)
{
    out.clear();
    for (const PrintRow& row : rows) {
        const std::int64_t at = floorDivided(row.row, perRow);
        if (out.empty() || out.back().row != at)
            out.push_back({at, 0, 0});
        addTo(out.back().bought, row.bought);
        addTo(out.back().sold, row.sold);
    }
}

int imbalanceAt(std::span<const PrintRow> rows, std::size_t i) noexcept
{
    const PrintRow& row = rows[i];
    const bool hasBelow = i > 0, hasAbove = i + 1 < rows.size();
    const std::int64_t soldBelow = hasBelow && rows[i - 1].row == row.row - 1 ? rows[i - 1].sold : 0;
    const std::int64_t boughtAbove = hasAbove && rows[i + 1].row == row.row + 1 ? rows[i + 1].bought : 0;
    const bool isBought = hasBelow && outweighs(row.bought, soldBelow);
    const bool isSold = hasAbove && outweighs(row.sold, boughtAbove);
    if (isBought && isSold)
        return row.bought >= row.sold ? 1 : -1;
    return isBought ? 1 : isSold ? -1 : 0;
}

std::size_t pointOfControl(std::span<const PrintRow> rows) noexcept
{
    const auto most = std::ranges::max_element(rows, {}, &PrintRow::volume);
    return static_cast<std::size_t>(most - rows.begin());
}

void TradePrints::start(InstrumentId instrument, BookScale scale, std::int64_t step, Interval interval)
{
    assert(step >= 1 && interval.isCalendar());
    m_instrument = instrument;
    m_scale = scale;
    m_step = step;
    m_interval = interval;
    m_trust = {};
    forget();
}

void TradePrints::forget()
{
    m_prints.clear();
    m_bars.clear();
    m_holes.clear();
    m_rows = 0;
    m_first = m_last = {};
    m_since = {};
    m_cut = INT64_MIN;
}

void TradePrints::setInterval(Interval interval)
{
    assert(interval.isCalendar());
    if (interval == m_interval)
        return;
    m_interval = interval;
    m_bars.clear();
    m_rows = 0;
    if (m_prints.empty())
        return;
    // What was let go of the trades is in none of the new bars.
    m_since = Timestamp::fromNanos(std::max(m_since.nanos(), m_cut));
    for (const Print& print : m_prints)
        count(print);
    trim();
}

bool TradePrints::isOfAnotherCount(const TapeUpdate& update) const
{
    if (!m_since.isKnown() || update.trades.empty())
        return false;
    const auto same = std::ranges::find(update.trades, m_last.id, &Trade::id);
    if (same != update.trades.end())
        return same->time.nanos() != m_last.time;
    const Trade& newest = update.trades.back();
    if (newest.id < m_last.id) // a tape that starts over ends with the newest trade there is
        return update.reset || newest.time.nanos() > m_last.time;
    return newest.id - m_last.id > anotherCount;
}

TradePrints::Change TradePrints::add(const TapeUpdate& update)
{
    Change change;
    if (update.instrument != m_instrument)
        return change;
    m_trust = update.trust;
    if (isOfAnotherCount(update)) {
        forget();
        change = {true, Timestamp::fromNanos(INT64_MIN)};
    }
    for (const Trade& trade : update.trades) {
        const auto price = trade.price.rescaled(m_scale.price);
        const auto quantity = trade.quantity.rescaled(m_scale.quantity);
        if (!price || !quantity || quantity->isNegative()) // of another grid than we were told: its id stays a hole
            continue;
        const std::int64_t sign = trade.aggressor == Side::Buy ? 1 : -1;
        take({trade.id, trade.time.nanos(), price->mantissa(), sign * quantity->mantissa()}, change);
    }
    trim();
    return change;
}

void TradePrints::take(const Print& print, Change& change)
{
    if (!fitsIn(print))
        return;
    m_prints.push_back(print);
    count(print);
    const Timestamp open = openTime(m_interval, Timestamp::fromNanos(print.time));
    change.from = change.any ? std::min(change.from, open) : open;
    change.any = true;
}

/// False when the trade is no news. Otherwise it is noted what lies between it and those that are here.
bool TradePrints::fitsIn(const Print& print)
{
    if (!m_since.isKnown()) {
        m_first = m_last = print;
        m_since = Timestamp::fromNanos(print.time);
        return true;
    }
    if (print.id > m_last.id) {
        if (print.id > m_last.id + 1)
            addHole({m_last.id, print.id, m_last.time, print.time});
        m_last = print;
        return true;
    }
    if (print.id < m_first.id) {
        if (print.time < m_cut)
            return false;
        if (print.id < m_first.id - 1)
            addHole({print.id, m_first.id, print.time, m_first.time});
        m_first = print;
        m_since = std::min(m_since, Timestamp::fromNanos(print.time));
        return true;
    }
    return fillHole(print);
}

bool TradePrints::fillHole(const Print& print)
{
    const auto hole = std::ranges::find_if(
        m_holes, [&](const Hole& candidate) { return candidate.before < print.id && print.id < candidate.after; });
    if (hole == m_holes.end())
        return false;
    const Hole left{hole->before, print.id, hole->from, print.time};
    const Hole right{print.id, hole->after, print.time, hole->to};
    m_holes.erase(hole);
    for (const Hole& rest : {left, right}) {
        if (rest.after - rest.before > 1)
            addHole(rest);
    }
    return true;
}

void TradePrints::addHole(const Hole& hole)
{
    m_holes.insert(std::ranges::upper_bound(m_holes, hole.before, {}, &Hole::before), hole);
    if (m_holes.size() <= maxHoles)
        return;
    // The two oldest as one. It must not be filled again: ids inside it are known to be here.
    Hole& second = m_holes[1];
    second = {second.before, second.after, m_holes[0].from, second.to};
    m_holes.erase(m_holes.begin());
}

PrintBar& TradePrints::barAt(Timestamp open)
{
    if (m_bars.empty() || m_bars.back().open < open)
        return m_bars.emplace_back(PrintBar{open, {}, 0, 0});
    const auto place = std::ranges::lower_bound(m_bars, open, {}, &PrintBar::open);
    return place->open == open ? *place : *m_bars.insert(place, PrintBar{open, {}, 0, 0});
}

void TradePrints::count(const Print& print)
{
    PrintBar& bar = barAt(openTime(m_interval, Timestamp::fromNanos(print.time)));
    const std::int64_t at = floorDivided(print.price, m_step);
    auto row = std::ranges::lower_bound(bar.rows, at, {}, &PrintRow::row);
    if (row == bar.rows.end() || row->row != at) {
        row = bar.rows.insert(row, PrintRow{at, 0, 0});
        ++m_rows;
    }
    addTo(print.quantity < 0 ? row->sold : row->bought, std::abs(print.quantity));
    addTo(print.quantity < 0 ? bar.sold : bar.bought, std::abs(print.quantity));
}

void TradePrints::trim()
{
    while (m_prints.size() > maxTrades) {
        m_cut = std::max(m_cut, m_prints.front().time);
        m_prints.pop_front();
    }
    while (m_rows > maxRows && m_bars.size() > 1) {
        m_rows -= m_bars.front().rows.size();
        m_bars.pop_front();
        m_since = std::max(m_since, m_bars.front().open - Duration(1)); // the oldest that is left is whole if it was
    }
    std::erase_if(m_holes, [this](const Hole& hole) { return hole.to < m_since.nanos() && hole.to < m_cut; });
}

const PrintBar* TradePrints::find(Timestamp open) const
{
    const auto found = std::ranges::lower_bound(m_bars, open, {}, &PrintBar::open);
    return found != m_bars.end() && found->open == open ? &*found : nullptr;
}

PrintCoverage TradePrints::coverage(Timestamp open) const
{
    const Timestamp next = nextOpenTime(m_interval, open);
    if (!m_since.isKnown() || next <= m_since + Duration(1)) // where old bars went, that is the last moment before those left
        return PrintCoverage::None;
    const bool hasHole =
        std::ranges::any_of(m_holes, [&](const Hole& hole) { return hole.to >= open.nanos() && hole.from < next.nanos(); });
    return open <= m_since || hasHole ? PrintCoverage::Partial : PrintCoverage::Whole;
}

std::int64_t TradePrints::missing() const noexcept
{
    std::int64_t sum = 0;
    for (const Hole& hole : m_holes)
        sum += hole.after - hole.before - 1;
    return sum;
}

std::size_t TradePrints::memory() const noexcept
{
    return m_prints.size() * sizeof(Print) + m_rows * sizeof(PrintRow) + m_bars.size() * sizeof(PrintBar)
        + m_holes.size() * sizeof(Hole);
}

} // namespace spreadline
