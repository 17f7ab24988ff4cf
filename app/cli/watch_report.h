// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"
#include "exchange/instrument_table.h"
#include "ports/feed.h"

#include <QJsonObject>

#include <map>

namespace spreadline::cli {

/// What `watch` prints: one JSON line per trade, bar and best price as it comes, and a summary at the end. Numbers are text with the
/// venue's exact digits.
class WatchReport {
public:
    explicit WatchReport(std::string venue) { m_health.venue = std::move(venue); }

    void add(const StampedEvent& stamped, const InstrumentTable& instruments);
    /// {"type":"summary", messages, gaps, resyncs, latency_ms:{p50,p99}, channels:[{stream, trust, reason, age_ms}], …}
    void finish(Timestamp now, const InstrumentTable& instruments);

private:
    void sawData(const Channel& channel, Timestamp received);

    VenueHealth m_health;
    std::map<Channel, Trust> m_channels;
};

} // namespace spreadline::cli
