// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/subscriptions.h"

#include <algorithm>
#include <iterator>

namespace spreadline {

void Subscriptions::addTo(StateHash& hash) const
{
    for (const Channel& channel : m_channels) {
        hash.add(channel.kind);
        hash.add(channel.instrument);
        hash.add(channel.interval.kind);
        hash.add(channel.interval.amount);
    }
}

Channel sourceOf(InstrumentId instrument, Interval interval)
{
    if (isVenueInterval(interval))
        return {StreamKind::Klines, instrument, interval};
    return {StreamKind::Trades, instrument, {}};
}

Subscriptions::Difference Subscriptions::follow(const ViewInterest& interest, const MarketState& market)
{
    std::set<Channel> wanted{{StreamKind::Ticker, allInstruments, {}}, {StreamKind::MarkPrice, allInstruments, {}}};
    const auto want = [&](const Channel& channel) {
        if (market.find(channel.instrument))
            wanted.insert(channel);
    };
    for (const ChartInterest& chart : interest.charts)
        want(sourceOf(chart.instrument, chart.interval));
    for (const BookInterest& book : interest.books)
        want({StreamKind::Book, book.instrument, {}});
    for (const InstrumentId tape : interest.tapes)
        want({StreamKind::Trades, tape, {}});

    Difference difference;
    std::ranges::set_difference(wanted, m_channels, std::back_inserter(difference.added));
    std::ranges::set_difference(m_channels, wanted, std::back_inserter(difference.removed));
    m_channels = std::move(wanted);
    if (!difference.removed.empty())
        m_feed.unsubscribe(difference.removed);
    if (!difference.added.empty())
        m_feed.subscribe(difference.added);
    return difference;
}

} // namespace spreadline
