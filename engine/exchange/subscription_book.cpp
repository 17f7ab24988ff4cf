// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/subscription_book.h"

#include <algorithm>
#include <utility>

namespace spreadline {

void SubscriptionBook::want(const std::string& stream)
{
    std::erase(m_leaving, stream);
    m_streams.try_emplace(stream);
}

void SubscriptionBook::drop(const std::string& stream)
{
    if (m_streams.erase(stream) > 0)
        m_leaving.push_back(stream);
}

void SubscriptionBook::again(const std::string& stream)
{
    const auto found = m_streams.find(stream);
    if (found == m_streams.end())
        return;
    found->second = {};
    if (std::ranges::find(m_leaving, stream) == m_leaving.end())
        m_leaving.push_back(stream);
}

void SubscriptionBook::restart()
{
    for (auto& [stream, entry] : m_streams)
        entry = {};
    m_leaving.clear();
    m_pending.clear();
    m_verify = false;
}

SubscriptionBook::Request SubscriptionBook::send(Verb verb, std::vector<std::string> streams, Duration now)
{
    Request request{verb, m_nextId++, std::move(streams)};
    m_pending.push_back({request, now + m_config.deadline});
    return request;
}

std::optional<SubscriptionBook::Request> SubscriptionBook::next(Duration now)
{
    if (!m_leaving.empty()) // first, so that `again` leaves before it comes
        return send(Verb::Unsubscribe, std::exchange(m_leaving, {}), now);
    std::vector<std::string> streams;
    for (auto& [stream, entry] : m_streams) {
        const bool due = entry.state == State::Unsent || (entry.state == State::Failed && now >= entry.retryAt);
        if (!due || (entry.alone && !streams.empty()))
            continue;
        if (entry.state == State::Failed)
            entry.tries = 0;
        entry.state = State::Sent;
        ++entry.tries;
        streams.push_back(stream);
        if (entry.alone || streams.size() == m_config.perMessage)
            break;
    }
    if (!streams.empty())
        return send(Verb::Subscribe, std::move(streams), now);
    if (std::exchange(m_verify, false))
        return send(Verb::List, {}, now);
    return std::nullopt;
}

std::optional<SubscriptionBook::Request> SubscriptionBook::acknowledged(std::int64_t id)
{
    const auto found = std::ranges::find(m_pending, id, [](const Pending& pending) { return pending.request.id; });
    if (found == m_pending.end())
        return std::nullopt;
    Request request = std::move(found->request);
    m_pending.erase(found);
    if (request.verb != Verb::Subscribe)
        return request;
    std::erase_if(request.streams, [this](const std::string& stream) {
        const auto entry = m_streams.find(stream);
        if (entry == m_streams.end() || entry->second.state != State::Sent)
            return true; // dropped or resent meanwhile
        entry->second = {State::Confirmed, 0, false, {}};
        return false;
    });
    return request;
}

void SubscriptionBook::fail(const std::string& stream, Duration now, std::vector<std::string>& out)
{
    const auto entry = m_streams.find(stream);
    if (entry == m_streams.end() || entry->second.state != State::Sent)
        return;
    entry->second.state = State::Failed;
    entry->second.retryAt = now + m_config.rest;
    out.push_back(stream);
}

std::vector<std::string> SubscriptionBook::refused(std::int64_t id, Duration now)
{
    std::vector<std::string> failed;
    const auto found = std::ranges::find(m_pending, id, [](const Pending& pending) { return pending.request.id; });
    if (found == m_pending.end())
        return failed;
    const Request request = std::move(found->request);
    m_pending.erase(found);
    if (request.verb != Verb::Subscribe)
        return failed;
    for (const std::string& stream : request.streams) {
        const auto entry = m_streams.find(stream);
        if (request.streams.size() == 1)
            fail(stream, now, failed);
        else if (entry != m_streams.end() && entry->second.state == State::Sent)
            entry->second = {State::Unsent, 0, true, {}};
    }
    return failed;
}

std::vector<std::string> SubscriptionBook::expire(Duration now)
{
    std::vector<std::string> failed;
    std::erase_if(m_pending, [&](const Pending& pending) {
        if (now < pending.deadline)
            return false;
        for (const std::string& stream : pending.request.streams) {
            const auto entry = m_streams.find(stream);
            if (pending.request.verb != Verb::Subscribe || entry == m_streams.end() || entry->second.state != State::Sent)
                continue;
            if (entry->second.tries >= m_config.attempts)
                fail(stream, now, failed);
            else
                entry->second.state = State::Unsent;
        }
        return true;
    });
    return failed;
}

bool SubscriptionBook::allConfirmed() const
{
    return std::ranges::all_of(m_streams, [](const auto& entry) { return entry.second.state == State::Confirmed; });
}

bool SubscriptionBook::isConfirmed(const std::string& stream) const
{
    const auto found = m_streams.find(stream);
    return found != m_streams.end() && found->second.state == State::Confirmed;
}

std::vector<std::string> SubscriptionBook::wanted() const
{
    std::vector<std::string> streams;
    streams.reserve(m_streams.size());
    for (const auto& [stream, entry] : m_streams)
        streams.push_back(stream);
    return streams;
}

} // namespace spreadline
