// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/venue_hosts.h"

#include <QCommandLineParser>

#include <chrono>
#include <memory>
#include <optional>

namespace spreadline::cli {

/// The venue a subcommand talks to. For practice without an address it holds the exchange that was started for it in this process.
struct VenueTarget {
    Venue venue;
    std::shared_ptr<void> practice; ///< empty for a venue elsewhere; ends with the last copy
};

/// --venue, --rest and --ws.
void declareVenueOptions(QCommandLineParser& parser);
/// Errors: BadConfig (unknown venue, bad address), those of starting the practice exchange.
Result<VenueTarget> openVenue(const QCommandLineParser& parser);

/// "500ms", "10s", "2m", "1h"; a plain number is seconds. Nothing for anything else, zero and more than a week.
std::optional<std::chrono::milliseconds> parseLength(const QString& text);

} // namespace spreadline::cli
