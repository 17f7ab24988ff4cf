// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/chart_desk.h"

#include "runtime/subscriptions.h"

#include <algorithm>
#include <array>

namespace spreadline {
namespace {

void join(OpenRange& range, OpenRange more)
{
    const bool isFirst = !range.to.isKnown();
    range.from = isFirst ? more.from : std::min(range.from, more.from);
    range.to = isFirst ? more.to : std::max(range.to, more.to);
}

constexpr std::array allDerivatives{DerivativeSeries::FundingRate, DerivativeSeries::OpenInterest};

bool wants(const ChartInterest& interest, DerivativeSeries series)
{
    return series == DerivativeSeries::FundingRate ? interest.wantsFunding : interest.wantsOpenInterest;
}

DerivativeDesk::Key derivativeKey(const ChartInterest& interest, DerivativeSeries series)
{
    return DerivativeDesk::keyOf(interest.instrument, series, interest.interval);
}

} // namespace

ChartDesk::ChartDesk(const CoreTime& time, MarketState& market, HistoryDesk& history, LocalBars& local,
                     DerivativeDesk& derivatives)
    : m_time(time), m_market(market), m_history(history), m_local(local), m_derivatives(derivatives)
{}

void ChartDesk::follow(const std::vector<ChartInterest>& charts)
{
    std::map<ChartId, Chart> before = std::move(m_charts);
    m_charts.clear();
    for (const ChartInterest& interest : charts) {
        if (!m_market.find(interest.instrument))
            continue;
        const auto old = before.find(interest.chart);
        const bool isSame = old != before.end() && keyOf(old->second.interest) == keyOf(interest);
        Chart chart = isSame ? old->second : Chart{};
        chart.tellFunding |= interest.wantsFunding && !chart.interest.wantsFunding;
        chart.tellOpenInterest |= interest.wantsOpenInterest && !chart.interest.wantsOpenInterest;
        chart.told &= !chart.tellFunding && !chart.tellOpenInterest;
        chart.interest = interest;
        m_charts[interest.chart] = chart;
    }
    for (const auto& [id, chart] : before) {
        if (!isHeld(keyOf(chart.interest)))
            drop(keyOf(chart.interest));
        releaseDerivatives(chart.interest);
    }
    for (const auto& [id, chart] : m_charts)
        hold(chart.interest);
}

void ChartDesk::hold(const ChartInterest& interest)
{
    const SeriesKey key = keyOf(interest);
    m_history.want(key, static_cast<std::size_t>(std::max(interest.bars, 1)));
    if (!isVenueInterval(interest.interval))
        m_local.want(key);
    wantDerivatives(interest);
}

void ChartDesk::wantDerivatives(const ChartInterest& interest)
{
    if (!interest.wantsFunding && !interest.wantsOpenInterest)
        return;
    const KlineSeries& series = m_market.find(interest.instrument)->series.at(interest.interval);
    if (series.empty())
        return;
    for (const DerivativeSeries kind : allDerivatives) {
        if (wants(interest, kind))
            m_derivatives.want(derivativeKey(interest, kind), series.bars().front().openTime);
    }
}

/// Of a chart that was open before.
void ChartDesk::releaseDerivatives(const ChartInterest& before)
{
    for (const DerivativeSeries kind : allDerivatives) {
        const DerivativeDesk::Key key = derivativeKey(before, kind);
        const bool isWanted = std::ranges::any_of(m_charts, [&](const auto& chart) {
            return wants(chart.second.interest, kind) && derivativeKey(chart.second.interest, kind) == key;
        });
        if (wants(before, kind) && !isWanted)
            m_derivatives.release(key);
    }
}

void ChartDesk::markDerivatives(const DerivativeDesk::Key& key)
{
    for (auto& [id, chart] : m_charts) {
        if (!wants(chart.interest, key.series) || derivativeKey(chart.interest, key.series) != key)
            continue;
        (key.series == DerivativeSeries::FundingRate ? chart.tellFunding : chart.tellOpenInterest) = true;
        chart.told = false;
    }
}

void ChartDesk::describeDerivatives(const Chart& chart, ChartUpdate& update) const
{
    for (const DerivativeSeries kind : allDerivatives) {
        if (!wants(chart.interest, kind))
            continue;
        const DerivativeDesk::Key key = derivativeKey(chart.interest, kind);
        const bool isFunding = kind == DerivativeSeries::FundingRate;
        if (!update.derivativesFailure)
            update.derivativesFailure = m_derivatives.failure(key);
        if (!chart.reset && !(isFunding ? chart.tellFunding : chart.tellOpenInterest))
            continue;
        const auto values = m_derivatives.values(key);
        (isFunding ? update.fundingRates : update.openInterests).assign(values.begin(), values.end());
    }
}

bool ChartDesk::isHeld(const SeriesKey& key) const
{
    return std::ranges::any_of(m_charts, [&](const auto& chart) { return keyOf(chart.second.interest) == key; });
}

void ChartDesk::drop(const SeriesKey& key)
{
    m_local.release(key);
    m_history.release(key);
}

void ChartDesk::loadOlder(ChartId chart)
{
    const auto found = m_charts.find(chart);
    if (found == m_charts.end())
        return;
    m_history.wantOlder(keyOf(found->second.interest));
    found->second.told = false;
}

void ChartDesk::mark(const SeriesKey& key, OpenRange range)
{
    for (auto& [id, chart] : m_charts) {
        if (keyOf(chart.interest) != key)
            continue;
        chart.told = false;
        if (!range.to.isKnown())
            continue;
        wantDerivatives(chart.interest);
        const KlineSeries& series = m_market.find(key.instrument)->series.at(key.interval);
        const bool isTail = series.size() < 3 || range.from >= series.bars()[series.size() - 3].openTime;
        join(isTail ? chart.tail : chart.changed, range);
    }
}

void ChartDesk::reload(const SeriesKey& key)
{
    for (auto& [id, chart] : m_charts) {
        if (keyOf(chart.interest) != key)
            continue;
        chart.reset = true;
        chart.told = false;
        chart.changed = chart.tail = {};
        chart.touch = {};
    }
}

void ChartDesk::onTrade(const Trade& trade)
{
    for (auto& [id, chart] : m_charts) {
        if (chart.interest.instrument != trade.instrument || !isVenueInterval(chart.interest.interval))
            continue;
        const KlineSeries& series = m_market.find(trade.instrument)->series.at(chart.interest.interval);
        if (series.empty() || series.bars().back().closed)
            continue;
        const Kline& bar = series.bars().back();
        if (trade.time < bar.openTime || trade.time > bar.closeTime)
            continue;
        Touch& touch = chart.touch;
        if (touch.open != bar.openTime)
            touch = {bar.openTime, trade.time, trade.price, trade.price, trade.price};
        touch.high = std::max(touch.high, trade.price);
        touch.low = std::min(touch.low, trade.price);
        if (trade.time >= touch.time) {
            touch.time = trade.time;
            touch.close = trade.price;
        }
        join(chart.tail, {bar.openTime, bar.openTime});
        chart.told = false;
    }
}

void ChartDesk::markTrust(const Channel& channel)
{
    for (auto& [id, chart] : m_charts) {
        if (sourceOf(chart.interest.instrument, chart.interest.interval) == channel)
            chart.told = false;
    }
}

void ChartDesk::collect(std::vector<ChartUpdate>& updates)
{
    for (auto& [id, chart] : m_charts) {
        if (std::exchange(chart.told, true))
            continue;
        const auto trades = m_market.find(chart.interest.instrument)->trust.trust(StreamKind::Trades);
        if (!isUsable(trades))
            chart.touch = {}; // trades that no longer come say nothing about the close
        updates.push_back(describe(chart));
        chart.reset = false;
        chart.changed = chart.tail = {};
        chart.tellFunding = chart.tellOpenInterest = false;
    }
}

ChartUpdate ChartDesk::describe(const Chart& chart) const
{
    const InstrumentMarket& market = *m_market.find(chart.interest.instrument);
    const KlineSeries& series = market.series.at(chart.interest.interval);
    const auto progress = m_history.progress(keyOf(chart.interest));
    const Channel source = sourceOf(chart.interest.instrument, chart.interest.interval);
    ChartUpdate update;
    update.chart = chart.interest.chart;
    update.instrument = chart.interest.instrument;
    update.interval = chart.interest.interval;
    update.reset = chart.reset;
    update.loading = progress.loading;
    update.complete = progress.complete;
    update.failure = progress.failure;
    if (m_time.isVenueKnown())
        update.venueTime = m_time.venueNow();
    update.trust = market.trust.trust(source.kind, source.interval);
    describeDerivatives(chart, update);
    appendBars(chart, series, update.bars);
    if (!update.bars.empty())
        applyTouch(chart.touch, update.bars.back());
    return update;
}

/// Only prices: what was traded, and how often, the venue counts. A closed bar is the venue's alone.
void ChartDesk::applyTouch(const Touch& touch, Kline& bar)
{
    if (!touch.open.isKnown() || bar.closed || bar.openTime != touch.open)
        return;
    bar.high = std::max(bar.high, touch.high);
    bar.low = std::min(bar.low, touch.low);
    bar.close = touch.close;
}

void ChartDesk::appendBars(const Chart& chart, const KlineSeries& series, std::vector<Kline>& bars) const
{
    const auto append = [&](Timestamp from, Timestamp to) {
        for (const Kline& bar : series.from(from)) {
            if (bar.openTime > to)
                return;
            bars.push_back(bar);
        }
    };
    if (chart.reset) {
        const auto all = series.bars();
        bars.assign(all.begin(), all.end());
        return;
    }
    const bool overlap = chart.changed.to.isKnown() && chart.tail.to.isKnown() && chart.tail.from <= chart.changed.to;
    if (chart.changed.to.isKnown())
        append(chart.changed.from, overlap ? std::max(chart.changed.to, chart.tail.to) : chart.changed.to);
    if (chart.tail.to.isKnown() && !overlap)
        append(chart.tail.from, chart.tail.to);
}

} // namespace spreadline
