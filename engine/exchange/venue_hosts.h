// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline {

/// Whose money it is: the window's frame has a colour for each.
enum class Environment : std::uint8_t { Practice, Demo, Live };

/// Where a venue is reached; both without a trailing slash. When one fails for long, the next of the venue's hosts is tried.
struct VenueHost {
    std::string rest; ///< "https://fapi.binance.com"; request targets are appended
    std::string ws;   ///< "wss://fstream.binance.com"; a route is appended
    bool operator==(const VenueHost&) const = default;
};

struct Venue {
    std::string name; ///< as in --venue
    Environment environment = Environment::Practice;
    std::vector<VenueHost> hosts; ///< never empty in a Venue from findVenue
    int weightLimit = 2'400;      ///< request weight a minute, shared by all users of the address
    bool operator==(const Venue&) const = default;
};

/// The one table. The practice exchange has no fixed address: its hosts are empty here.
std::span<const Venue> venues();

/// The venue of a name. Hosts given by the user (settings, --rest and --ws) come before the table's own; practice needs at least
/// one. Errors: BadConfig for an unknown name, a URL that is not http(s) and ws(s), no host at all, or plain http/ws to anything
/// but this machine on a venue that is not practice.
Result<Venue> findVenue(std::string_view name, std::span<const VenueHost> userHosts = {});

/// Where combined streams of a route ("/public", "/market") are had: payloads come wrapped with their stream's name.
std::string streamUrl(const VenueHost& host, std::string_view route);

} // namespace spreadline
