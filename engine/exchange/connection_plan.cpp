// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/connection_plan.h"

#include <algorithm>

namespace spreadline {

Result<ConnectionPlan::Connection> ConnectionPlan::place(const std::string& route, InstrumentId instrument,
                                                         const std::string& stream)
{
    if (const auto placed = m_placements.find(stream); placed != m_placements.end())
        return placed->second.connection;
    Connection connection = choose(route, instrument);
    if (connection < 0) {
        if (std::ranges::count(m_loads, route, [](const auto& load) { return load.second.route; }) >= m_config.connections)
            return Error{Errc::Full, stream, "every connection carries all the streams it may"};
        connection = freeNumber();
        m_loads[connection].route = route;
    }
    Load& load = m_loads[connection];
    ++load.streamsOf[instrument];
    ++load.streams;
    m_placements[stream] = {connection, instrument};
    return connection;
}

ConnectionPlan::Connection ConnectionPlan::choose(const std::string& route, InstrumentId instrument) const
{
    Connection withRoom = -1, lightest = -1;
    std::size_t fewest = 0;
    int ofRoute = 0;
    for (const auto& [connection, load] : m_loads) {
        if (load.route != route)
            continue;
        ++ofRoute;
        if (load.streams >= m_config.streams)
            continue;
        if (load.streamsOf.contains(instrument))
            return connection;
        const std::size_t symbols = load.streamsOf.size();
        if (withRoom < 0 && symbols < static_cast<std::size_t>(m_config.symbols))
            withRoom = connection;
        if (lightest < 0 || symbols < fewest) {
            lightest = connection;
            fewest = symbols;
        }
    }
    if (withRoom >= 0)
        return withRoom;
    return ofRoute < m_config.connections ? -1 : lightest;
}

ConnectionPlan::Connection ConnectionPlan::freeNumber() const
{
    Connection number = 0;
    while (m_loads.contains(number))
        ++number;
    return number;
}

ConnectionPlan::Removal ConnectionPlan::remove(const std::string& stream)
{
    const auto placed = m_placements.find(stream);
    if (placed == m_placements.end())
        return {};
    const auto [connection, instrument] = placed->second;
    m_placements.erase(placed);
    Load& load = m_loads[connection];
    --load.streams;
    if (--load.streamsOf[instrument] == 0)
        load.streamsOf.erase(instrument);
    const bool empty = load.streams == 0;
    if (empty)
        m_loads.erase(connection);
    return {connection, empty};
}

std::size_t ConnectionPlan::streamsOn(Connection connection) const
{
    const auto found = m_loads.find(connection);
    return found == m_loads.end() ? 0 : static_cast<std::size_t>(found->second.streams);
}

} // namespace spreadline
