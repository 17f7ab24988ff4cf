// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/kline_series.h"

#include "base/hash.h"

#include <algorithm>
#include <iterator>

namespace spreadline {
namespace {

constexpr std::size_t evictionChunk = 1'024;
constexpr std::size_t mostInferred = 64; // the venue is asked for each at once

bool isNewerState(const Kline& known, const Kline& fresh)
{
    if (fresh.trades != known.trades)
        return fresh.trades > known.trades;
    return fresh.volume >= known.volume;
}

void touch(OpenRange& range, Timestamp open)
{
    range.from = range.to.isKnown() ? std::min(range.from, open) : open;
    range.to = std::max(range.to, open);
}

} // namespace

std::size_t countBars(Interval interval, OpenRange range, std::size_t limit)
{
    if (range.to < range.from)
        return 0;
    if (interval.kind == Interval::Kind::Time) {
        const auto count = (range.to - range.from).count() / interval.amount + 1;
        return std::min(limit, static_cast<std::size_t>(count));
    }
    std::size_t count = 0;
    for (Timestamp open = range.from; open <= range.to && count < limit; open = nextOpenTime(interval, open))
        ++count;
    return count;
}

KlineSeries::KlineSeries(Interval interval, std::size_t cap) : m_interval(interval), m_cap(cap) {}

KlineSeries::Applied KlineSeries::apply(const Kline& kline)
{
    if (empty() || kline.openTime > m_bars.back().openTime)
        return append(kline);
    const auto found = std::lower_bound(m_bars.begin() + static_cast<std::ptrdiff_t>(m_first), m_bars.end(), kline.openTime,
                                        [](const Kline& bar, Timestamp open) { return bar.openTime < open; });
    if (found->openTime == kline.openTime)
        return change(*found, kline);
    const bool isForgotten = m_hasForgotten && kline.openTime < bars().front().openTime;
    if (!kline.closed || isForgotten)
        return {};
    m_bars.insert(found, kline); // the close of a bar that was missed while the stream was down
    evict();
    return {Change::Closed, true, false};
}

KlineSeries::Applied KlineSeries::append(const Kline& kline)
{
    Applied applied{kline.closed ? Change::Closed : Change::Opened, true, false};
    if (!empty() && !m_bars.back().closed) {
        inferClose();
        applied.closedPrevious = true;
    }
    m_bars.push_back(kline);
    evict();
    return applied;
}

KlineSeries::Applied KlineSeries::change(Kline& known, const Kline& kline)
{
    if (known == kline)
        return {};
    if (known.closed && !kline.closed)
        return {Change::None, false, false, kline.trades > known.trades};
    if (known.closed) {
        known = kline;
        ++m_revisions;
        return {Change::Revised, false, false};
    }
    if (!kline.closed && !isNewerState(known, kline))
        return {};
    known = kline;
    return {kline.closed ? Change::Closed : Change::Updated, false, false};
}

KlineSeries::Merged KlineSeries::merge(std::span<const Kline> klines, Source source)
{
    Merged merged;
    std::vector<Kline> fresh(klines.begin(), klines.end());
    if (!std::ranges::is_sorted(fresh, {}, &Kline::openTime))
        std::ranges::stable_sort(fresh, {}, &Kline::openTime);
    std::vector<Kline> added;
    auto known = m_bars.begin() + static_cast<std::ptrdiff_t>(m_first);
    for (const Kline& bar : fresh) {
        known =
            std::lower_bound(known, m_bars.end(), bar.openTime, [](const Kline& b, Timestamp open) { return b.openTime < open; });
        const bool isKnown = known != m_bars.end() && known->openTime == bar.openTime;
        const bool isConfirmed = isKnown && bar.closed && source == Source::Venue && confirm(bar.openTime);
        if (isKnown && mayReplace(*known, bar, source))
            put(*known, bar, merged);
        else if (isConfirmed)
            merged.settled.push_back(bar);
        const bool isRepeat = !added.empty() && added.back().openTime == bar.openTime;
        const bool isAmongNewer = known != m_bars.end();
        const bool isUsable = bar.closed || (source == Source::Venue && !isAmongNewer);
        if (isKnown || isRepeat || !isUsable)
            continue;
        if (!added.empty())
            added.back().closed = true; // only the newest bar of an answer can be forming
        added.push_back(bar);
    }
    if (!added.empty())
        insert(added, merged);
    return merged;
}

/// Puts bars of unknown open times in their places.
void KlineSeries::insert(const std::vector<Kline>& added, Merged& merged)
{
    if (!empty() && !m_bars.back().closed && added.back().openTime > m_bars.back().openTime) {
        inferClose();
        touch(merged.touched, m_bars.back().openTime);
    }
    for (const Kline& bar : added) {
        touch(merged.touched, bar.openTime);
        if (bar.closed)
            merged.settled.push_back(bar);
    }
    std::vector<Kline> all;
    all.reserve(size() + added.size());
    std::ranges::merge(bars(), added, std::back_inserter(all), {}, &Kline::openTime, &Kline::openTime);
    m_bars = std::move(all);
    m_first = 0;
    evict();
}

bool KlineSeries::mayReplace(const Kline& known, const Kline& fresh, Source source) const
{
    if (source == Source::Store || known == fresh)
        return false;
    if (fresh.closed)
        return true;
    return !known.closed && isNewerState(known, fresh);
}

void KlineSeries::put(Kline& known, const Kline& fresh, Merged& merged)
{
    if (known.closed) {
        ++m_revisions;
        ++merged.revised;
    }
    known = fresh;
    touch(merged.touched, fresh.openTime);
    if (fresh.closed)
        merged.settled.push_back(fresh);
}

/// A newer bar is there: the one under way is over, however its last update may have read.
void KlineSeries::inferClose()
{
    m_bars.back().closed = true;
    if (m_inferred.size() == mostInferred)
        m_inferred.erase(m_inferred.begin());
    m_inferred.push_back(m_bars.back().openTime);
}

/// The close of the bar was inferred, and from now on is known.
bool KlineSeries::confirm(Timestamp open)
{
    return std::erase(m_inferred, open) > 0;
}

void KlineSeries::clear() noexcept
{
    m_bars.clear();
    m_inferred.clear();
    m_first = 0;
    m_hasForgotten = false;
}

std::size_t KlineSeries::dropClosedAfter(Timestamp limit)
{
    const std::size_t before = size();
    while (!empty() && m_bars.back().closed && m_bars.back().closeTime > limit) {
        std::erase(m_inferred, m_bars.back().openTime);
        m_bars.pop_back();
    }
    return before - size();
}

bool KlineSeries::dropForming(Timestamp open)
{
    if (empty() || m_bars.back().closed || m_bars.back().openTime >= open)
        return false;
    m_bars.pop_back();
    return true;
}

std::vector<OpenRange> KlineSeries::missing(std::size_t window) const
{
    std::vector<OpenRange> holes;
    if (!m_interval.isCalendar())
        return holes;
    const auto all = bars();
    const std::size_t start = all.size() > window ? all.size() - window : 0;
    for (std::size_t i = start + 1; i < all.size(); ++i) {
        const Timestamp before = all[i - 1].openTime;
        const Timestamp expected = nextOpenTime(m_interval, before);
        if (expected >= all[i].openTime)
            continue;
        const bool isInferred = std::ranges::find(m_inferred, before) != m_inferred.end();
        holes.push_back({isInferred ? before : expected, openTime(m_interval, all[i].openTime - Duration(1))});
    }
    return holes;
}

std::span<const Kline> KlineSeries::from(Timestamp open) const noexcept
{
    const auto all = bars();
    const auto first = std::ranges::lower_bound(all, open, {}, &Kline::openTime);
    return all.subspan(static_cast<std::size_t>(first - all.begin()));
}

void KlineSeries::evict()
{
    if (size() <= m_cap)
        return;
    m_hasForgotten = true;
    m_first = m_bars.size() - m_cap;
    if (m_first >= std::min(evictionChunk, m_cap)) {
        m_bars.erase(m_bars.begin(), m_bars.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
    }
}

std::uint64_t KlineSeries::hash() const noexcept
{
    StateHash hash;
    hash.add(size());
    for (const Kline& bar : bars()) {
        hash.add(bar.openTime.nanos());
        for (const Price price : {bar.open, bar.high, bar.low, bar.close}) {
            hash.add(price.mantissa());
            hash.add(price.scale());
        }
        hash.add(bar.volume.mantissa());
        hash.add(bar.takerBuyVolume.mantissa());
        hash.add(bar.quoteVolume.mantissa());
        hash.add(bar.trades);
        hash.add(bar.closed);
    }
    return hash.value();
}

} // namespace spreadline
