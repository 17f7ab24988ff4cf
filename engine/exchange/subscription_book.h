// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace spreadline {

/// What one connection should deliver and how far the venue has confirmed it. Pure: no socket, no clock; times are monotonic.
///
/// A request without an answer is repeated `attempts` times, then its streams count as failed and are tried again only after
/// `rest`. A refused request of several streams is repeated stream by stream, so that one bad name harms itself alone.
class SubscriptionBook {
public:
    struct Config {
        Duration deadline = std::chrono::seconds(5);
        int attempts = 3;
        Duration rest = std::chrono::seconds(30);
        std::size_t perMessage = 100; ///< streams; keeps a message below the 4 kB that venues accept
    };
    enum class Verb : std::uint8_t { Subscribe, Unsubscribe, List };
    struct Request {
        Verb verb = Verb::Subscribe;
        std::int64_t id = 0;
        std::vector<std::string> streams;
    };

    explicit SubscriptionBook(Config config) : m_config(config) {}

    void want(const std::string& stream);
    void drop(const std::string& stream);
    /// Unsubscribes and subscribes anew.
    void again(const std::string& stream);
    /// Asks the venue what it believes; the answer is matched by acknowledged().
    void verify() { m_verify = true; }
    /// A new connection: nothing is confirmed. Ids go on, so that a late answer to the old one matches nothing.
    void restart();

    /// The next message due, one at a time.
    std::optional<Request> next(Duration now);
    /// The venue said yes: the request, or nothing when it is not known (late, or not ours).
    std::optional<Request> acknowledged(std::int64_t id);
    /// The venue said no. Returned are the streams that are refused for good (until `rest` has passed).
    std::vector<std::string> refused(std::int64_t id, Duration now);
    /// Streams whose last attempt has just gone without an answer.
    std::vector<std::string> expire(Duration now);

    bool allConfirmed() const;
    bool isConfirmed(const std::string& stream) const;
    std::vector<std::string> wanted() const;

private:
    enum class State : std::uint8_t { Unsent, Sent, Confirmed, Failed };
    struct Entry {
        State state = State::Unsent;
        int tries = 0;
        bool alone = false; ///< not together with others: one of them was refused
        Duration retryAt{};
    };
    struct Pending {
        Request request;
        Duration deadline{};
    };

    Request send(Verb verb, std::vector<std::string> streams, Duration now);
    void fail(const std::string& stream, Duration now, std::vector<std::string>& out);

    Config m_config;
    std::map<std::string, Entry> m_streams;
    std::vector<std::string> m_leaving;
    std::vector<Pending> m_pending;
    std::int64_t m_nextId = 1;
    bool m_verify = false;
};

} // namespace spreadline
