// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/oracle.h"

#include "practice/fault_plan.h"
#include "practice/json_writer.h"

#include <algorithm>

namespace spreadline::practice {

namespace {

std::int64_t millis(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

template<typename T>
void keep(std::deque<T>& list, T value, std::size_t most)
{
    list.push_back(std::move(value));
    if (list.size() > most)
        list.pop_front();
}

void write(JsonWriter& json, const Oracle::Request& request)
{
    json.beginObject().field("time", request.time.millis()).field("sinceStartUs", request.monotonic.count() / 1'000);
    json.key("request").string(request.line).key("ip").string(request.address);
    json.field("weight", request.weight).field("status", request.status).endObject();
}

void write(JsonWriter& json, const Oracle::Connection& connection)
{
    json.beginObject().field("id", static_cast<std::int64_t>(connection.id)).key("ip").string(connection.address);
    json.key("target").string(connection.target).field("openedMs", millis(connection.opened));
    json.field("open", connection.closed.count() == 0).field("closedMs", millis(connection.closed));
    json.field("closeCode", connection.closeCode).field("closedByUs", connection.closedByUs).field("tooSlow", connection.tooSlow);
    json.field("framesSent", connection.framesSent).field("controlMessages", connection.controlMessages);
    json.field("mostControlInSecond", connection.mostControlInSecond);
    json.field("pings", connection.pings).field("pongs", connection.pongs).field("slowestPongMs", millis(connection.slowestPong));
    json.key("subscriptions").beginArray();
    for (const std::string& stream : connection.subscriptions)
        json.string(stream);
    json.endArray().endObject();
}

template<typename T>
void writeList(JsonWriter& json, std::string_view name, const std::deque<T>& list)
{
    json.key(name).beginArray();
    for (const T& item : list)
        write(json, item);
    json.endArray();
}

void writeFaults(JsonWriter& json, const FaultPlan& faults)
{
    json.field("healed", faults.healed()).key("fired").beginObject();
    for (std::size_t i = 0; i < static_cast<std::size_t>(Verb::Last); ++i)
        json.field(name(static_cast<Verb>(i)), faults.fired(static_cast<Verb>(i)));
    json.endObject();
}

} // namespace

void Oracle::addRequest(Request request)
{
    ++m_requestCount;
    keep(m_requests, std::move(request), requestsKept);
}

Oracle::Connection Oracle::open(std::string address, std::string target, Duration opened)
{
    Connection connection;
    connection.id = ++m_connectionCount;
    connection.address = std::move(address);
    connection.target = std::move(target);
    connection.opened = opened;
    keep(m_connections, connection, connectionsKept);
    return connection;
}

void Oracle::update(const Connection& connection)
{
    const auto found = std::ranges::lower_bound(m_connections, connection.id, {}, &Connection::id);
    if (found != m_connections.end() && found->id == connection.id) // else it is forgotten
        *found = connection;
}

void Oracle::addBook(InstrumentId instrument, BookMark mark)
{
    keep(m_books[instrument], mark, idsKept);
}

void Oracle::addTrade(InstrumentId instrument, std::int64_t id)
{
    keep(m_trades[instrument], id, idsKept);
}

void Oracle::writeBooks(JsonWriter& json, const std::vector<std::string>& symbols) const
{
    json.key("books").beginObject();
    for (const auto& [instrument, marks] : m_books) {
        json.key(symbols[index(instrument)]).beginArray();
        for (const BookMark& mark : marks)
            json.beginArray().integer(mark.updateId).plain(std::to_string(mark.hash)).endArray();
        json.endArray();
    }
    json.endObject();
}

void Oracle::writeTrades(JsonWriter& json, const std::vector<std::string>& symbols) const
{
    json.key("trades").beginObject();
    for (const auto& [instrument, ids] : m_trades) {
        json.key(symbols[index(instrument)]).beginArray();
        for (const std::int64_t id : ids)
            json.integer(id);
        json.endArray();
    }
    json.endObject();
}

std::string Oracle::toJson(std::string_view part, const std::vector<std::string>& symbols, const FaultPlan& faults) const
{
    std::string out;
    JsonWriter json(out);
    const auto wanted = [part](std::string_view name) { return part.empty() || part == name; };
    json.beginObject()
        .field("requestCount", m_requestCount)
        .field("connectionCount", static_cast<std::int64_t>(m_connectionCount));
    if (wanted("requests"))
        writeList(json, "requests", m_requests);
    if (wanted("connections"))
        writeList(json, "connections", m_connections);
    if (wanted("books"))
        writeBooks(json, symbols);
    if (wanted("trades"))
        writeTrades(json, symbols);
    if (wanted("faults"))
        writeFaults(json, faults);
    json.endObject();
    return out;
}

} // namespace spreadline::practice
