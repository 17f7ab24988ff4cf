// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/timestamp.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline::practice {

class FaultPlan;
class JsonWriter;

/// The truth about what happened on the wire, for tests: every request, every connection, the books' hashes by update id and the
/// trades sent. Bounded: the oldest are forgotten, the totals stay. Loop thread only.
class Oracle {
public:
    static constexpr std::size_t requestsKept = 20'000, connectionsKept = 2'000, idsKept = 4'096;

    struct Request {
        Timestamp time;       ///< exchange clock
        Duration monotonic{}; ///< since the exchange started
        std::string line;     ///< "GET /fapi/v1/time?..."
        std::string address;
        int weight = 0;
        int status = 0;
    };
    struct Connection {
        std::uint64_t id = 0;
        std::string address, target;
        Duration opened{}, closed{}; ///< since the exchange started; closed zero: open
        int closeCode = 0;
        bool closedByUs = false, tooSlow = false;
        std::int64_t framesSent = 0, controlMessages = 0, pings = 0, pongs = 0;
        int mostControlInSecond = 0; ///< incoming messages in one rolling second
        Duration slowestPong{};
        std::vector<std::string> subscriptions;
    };
    struct BookMark {
        std::int64_t updateId = 0;
        std::uint64_t hash = 0;
    };

    void addRequest(Request request);
    /// A new connection's record, numbered; update() puts in what became of it.
    Connection open(std::string address, std::string target, Duration opened);
    void update(const Connection& connection);
    void addBook(InstrumentId instrument, BookMark mark);
    void addTrade(InstrumentId instrument, std::int64_t id);

    std::int64_t requests() const noexcept { return m_requestCount; }
    const std::deque<Request>& requestLog() const noexcept { return m_requests; }

    /// Everything as JSON. `symbols` names the instruments by id. `part` is one of requests, connections, books, trades, faults,
    /// or "" for all.
    std::string toJson(std::string_view part, const std::vector<std::string>& symbols, const FaultPlan& faults) const;

private:
    void writeBooks(JsonWriter& json, const std::vector<std::string>& symbols) const;
    void writeTrades(JsonWriter& json, const std::vector<std::string>& symbols) const;

    std::deque<Request> m_requests;
    std::deque<Connection> m_connections;
    std::map<InstrumentId, std::deque<BookMark>> m_books;
    std::map<InstrumentId, std::deque<std::int64_t>> m_trades;
    std::int64_t m_requestCount = 0;
    std::uint64_t m_connectionCount = 0;
};

} // namespace spreadline::practice
