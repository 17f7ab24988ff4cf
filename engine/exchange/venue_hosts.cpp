// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/venue_hosts.h"

#include <algorithm>

namespace spreadline {
namespace {

// Demo and testnet are one backend under two names (protocols/binance-usdm.md 1), so each is the other's second host. For
// production Binance documents a single address; a second one may come from the settings.
const std::vector<Venue>& table()
{
    static const VenueHost demo{"https://demo-fapi.binance.com", "wss://demo-fstream.binance.com"};
    static const VenueHost testnet{"https://testnet.binancefuture.com", "wss://fstream.binancefuture.com"};
    static const std::vector<Venue> all{
        {"practice", Environment::Practice, {}, 2'400},
        {"binance", Environment::Live, {{"https://fapi.binance.com", "wss://fstream.binance.com"}}, 2'400},
        {"binance-testnet", Environment::Demo, {testnet, demo}, 6'000},
        {"binance-demo", Environment::Demo, {demo, testnet}, 6'000},
    };
    return all;
}

bool isThisMachine(std::string_view url)
{
    const auto start = url.find("://");
    std::string_view host = url.substr(start + 3);
    for (const std::string_view local : {"127.0.0.1", "localhost", "[::1]"}) {
        if (host.starts_with(local) && (host.size() == local.size() || host[local.size()] == ':' || host[local.size()] == '/'))
            return true;
    }
    return false;
}

Status checkUrl(std::string_view url, std::string_view plain, std::string_view safe, bool mayBePlain)
{
    const bool isPlain = url.starts_with(plain);
    const bool isOdd = url.find_first_of("@?# \t\r\n") != url.npos; // a user part would make another host look like this one
    if ((!isPlain && !url.starts_with(safe)) || url.size() <= url.find("://") + 3 || isOdd)
        return Error{Errc::BadConfig, "venue host", "'" + std::string(url) + "' is no " + std::string(safe) + " address"};
    if (isPlain && !mayBePlain && !isThisMachine(url))
        return Error{Errc::BadConfig, "venue host", "'" + std::string(url) + "' is not encrypted"};
    return {};
}

std::string withoutSlash(std::string url)
{
    while (url.ends_with('/'))
        url.pop_back();
    return url;
}

} // namespace

std::span<const Venue> venues()
{
    return table();
}

Result<Venue> findVenue(std::string_view name, std::span<const VenueHost> userHosts)
{
    const auto found = std::ranges::find(table(), name, &Venue::name);
    if (found == table().end()) {
        std::string known;
        for (const Venue& venue : table())
            known += (known.empty() ? "" : ", ") + venue.name;
        return Error{Errc::BadConfig, "venue", "'" + std::string(name) + "' is unknown; known are " + known};
    }
    Venue venue = *found;
    const bool mayBePlain = venue.environment == Environment::Practice;
    std::vector<VenueHost> hosts;
    for (const VenueHost& host : userHosts) {
        if (const auto rest = checkUrl(host.rest, "http://", "https://", mayBePlain); !rest)
            return rest.error();
        if (const auto ws = checkUrl(host.ws, "ws://", "wss://", mayBePlain); !ws)
            return ws.error();
        hosts.push_back({withoutSlash(host.rest), withoutSlash(host.ws)});
    }
    venue.hosts.insert(venue.hosts.begin(), hosts.begin(), hosts.end());
    if (venue.hosts.empty())
        return Error{Errc::BadConfig, "venue " + venue.name, "needs the address of its REST and WebSocket server"};
    return venue;
}

std::string streamUrl(const VenueHost& host, std::string_view route)
{
    return host.ws + std::string(route) + "/stream";
}

} // namespace spreadline
