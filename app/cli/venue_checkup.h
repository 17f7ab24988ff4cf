// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding.h"

#include "exchange/binance/binance_dialect.h"
#include "exchange/instrument_table.h"
#include "exchange/rest_transport.h"
#include "exchange/venue_hosts.h"
#include "ports/clock.h"

namespace spreadline::cli {

/// Asks one venue host everything a feed needs, step by step, each with a deadline. Runs the event loop while it waits.
class VenueCheckup {
public:
    explicit VenueCheckup(VenueHost host);

    std::vector<Finding> run();

private:
    bool resolve();
    bool connectTo();
    bool askRest();
    void measureClock();
    void openStream();
    void skipFrom(Fault first);
    void add(Finding finding) { m_findings.push_back(std::move(finding)); }
    Result<RestAnswer> get(const RestRequest& request);
    Result<RestAnswer> getGood(const RestRequest& request);

    VenueHost m_host;
    SystemClock m_clock;
    BinanceDialect m_dialect;
    RestTransport m_transport;
    InstrumentTable m_instruments;
    std::vector<Finding> m_findings;
};

} // namespace spreadline::cli
