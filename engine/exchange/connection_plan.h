// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ids.h"

#include <map>
#include <string>
#include <vector>

namespace spreadline {

/// Which connection carries which stream. All streams of an instrument on one route share a connection; a connection takes
/// `symbols` instruments, and once a route has `connections` of them they take more each. A placed stream never moves while it is wanted; a
/// connection without streams is given up and its number used again. Pure.
class ConnectionPlan {
public:
    struct Config {
        int symbols = 5;
        int connections = 20; ///< of each route
        int streams = 1'024;  ///< the venue's limit per connection
    };
    using Connection = int; ///< small numbers from 0

    explicit ConnectionPlan(Config config) : m_config(config) {}

    /// Where the stream goes; a repeat answers the same. Errors: Full when every connection has all the streams it may carry.
    Result<Connection> place(const std::string& route, InstrumentId instrument, const std::string& stream);
    /// Where the stream was; nothing happens for one that is not placed.
    struct Removal {
        Connection connection = -1; ///< -1: was not placed
        bool connectionEmpty = false;
    };
    Removal remove(const std::string& stream);

    std::size_t connections() const noexcept { return m_loads.size(); }
    std::size_t streamsOn(Connection connection) const;

private:
    struct Load {
        std::string route;
        std::map<InstrumentId, int> streamsOf; ///< instrument -> its streams here
        int streams = 0;
    };
    struct Placement {
        Connection connection = 0;
        InstrumentId instrument{};
    };

    Connection choose(const std::string& route, InstrumentId instrument) const;
    Connection freeNumber() const;

    Config m_config;
    std::map<Connection, Load> m_loads;
    std::map<std::string, Placement> m_placements;
};

} // namespace spreadline
