// SPDX-License-Identifier: GPL-3.0-or-later
// The control messages of a stream connection: SUBSCRIBE and its kin, with the errors the documentation names.
#include "practice/stream_session.h"

#include <algorithm>

namespace spreadline::practice {

using namespace std::chrono_literals;
using server::Json;

namespace {

/// The request's id as it is echoed: a number, a text or null.
std::string echoedId(const Json& id)
{
    std::string out;
    JsonWriter json(out);
    if (const auto number = id.integer())
        json.integer(*number);
    else if (const auto text = id.text())
        json.string(*text);
    else
        json.null();
    return out;
}

bool isSound(const Json& id)
{
    return id.isNull() || id.text() || id.integer().value_or(-1) >= 0;
}

/// The names in params; nothing when it is not a list of texts.
std::optional<std::vector<std::string>> names(const Json& params)
{
    std::vector<std::string> list;
    for (const Json& item : params.items()) {
        const auto text = item.text();
        if (!text)
            return std::nullopt;
        list.emplace_back(*text);
    }
    return params.isArray() ? std::optional(std::move(list)) : std::nullopt;
}

} // namespace

void StreamSession::countIncoming()
{
    const Duration now = m_hub.state().clock.monotonic();
    ++m_record.controlMessages;
    m_incoming.push_back(now);
    while (now - m_incoming.front() >= 1s)
        m_incoming.pop_front();
    m_record.mostControlInSecond = std::max(m_record.mostControlInSecond, static_cast<int>(m_incoming.size()));
    if (static_cast<int>(m_incoming.size()) > m_hub.config().messagesPerSecond)
        m_socket->close(1008, "Too many requests");
}

void StreamSession::onBinary(std::string_view)
{
    countIncoming();
    m_socket->close(1003, "text only");
}

void StreamSession::onText(std::string_view text)
{
    countIncoming();
    const auto message = Json::parse(text);
    if (!message) {
        complain(3, "Invalid JSON: " + message.error().detail, "");
        return;
    }
    if (!message->isObject()) {
        complain(3, "Invalid JSON: expected an object", "");
        return;
    }
    const Json& id = (*message)["id"];
    if (!isSound(id)) {
        complain(2, "Invalid request: request ID must be an unsigned integer", "");
        return;
    }
    handle(*message, echoedId(id));
}

void StreamSession::handle(const Json& message, std::string_view id)
{
    const auto method = message["method"].text();
    const Json& params = message["params"];
    if (!method)
        complain(2, "Invalid request: missing field `method`", id);
    else if (*method == "SUBSCRIBE")
        subscribe(params, id);
    else if (*method == "UNSUBSCRIBE")
        unsubscribe(params, id);
    else if (*method == "LIST_SUBSCRIPTIONS") {
        std::string list;
        JsonWriter json(list);
        json.beginArray();
        for (const std::string& stream : m_streams)
            json.string(stream);
        json.endArray();
        reply(list, id);
    } else if (*method == "SET_PROPERTY")
        setProperty(params, id);
    else if (*method == "GET_PROPERTY")
        getProperty(params, id);
    else
        complain(2,
                 "Invalid request: unknown variant `" + std::string(method->substr(0, 64))
                     + "`, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY`",
                 id);
    report();
}

bool StreamSession::spoilSubscription(const std::string& first, std::string_view id)
{
    const Fault* const fault =
        m_hub.state().faults.isOn(Verb::WsSuback) ? m_hub.state().faults.fire(Verb::WsSuback, first) : nullptr;
    if (fault && fault->text("how", "drop") == "error")
        complain(1, "Invalid value type: fault", id);
    return fault != nullptr;
}

void StreamSession::closeAfterSubscription(const std::string& first)
{
    FaultPlan& faults = m_hub.state().faults;
    if (!faults.isOn(Verb::WsCloseAfterSubscribe))
        return;
    if (const Fault* const fault = faults.fire(Verb::WsCloseAfterSubscribe, first)) {
        const auto code = static_cast<std::uint16_t>(fault->argument("code", 1001));
        if (code == 1006)
            m_socket->reset();
        else
            m_socket->close(code, "fault");
    }
}

void StreamSession::subscribe(const Json& params, std::string_view id)
{
    const auto list = names(params);
    if (!list) {
        complain(2, "Invalid request: params must be a list of stream names", id);
        return;
    }
    const std::string first = list->empty() ? std::string() : list->front();
    if (spoilSubscription(first, id))
        return;
    for (const std::string& stream : *list) {
        if (!add(stream)) {
            m_socket->close(1008, "Too many streams");
            return;
        }
    }
    reply("null", id);
    closeAfterSubscription(first);
}

void StreamSession::unsubscribe(const Json& params, std::string_view id)
{
    const auto list = names(params);
    if (!list) {
        complain(2, "Invalid request: params must be a list of stream names", id);
        return;
    }
    for (const std::string& stream : *list) {
        std::erase(m_streams, stream);
        m_hub.unsubscribe(*this, stream);
    }
    reply("null", id);
}

void StreamSession::setProperty(const Json& params, std::string_view id)
{
    const auto& items = params.items();
    if (items.size() != 2 || !items[0].text())
        complain(2, "Invalid request: property name must be a string", id);
    else if (*items[0].text() != "combined")
        complain(0, "Unknown property", id);
    else if (const auto value = items[1].boolean()) {
        m_combined = *value;
        reply("null", id);
    } else
        complain(1, "Invalid value type: expected Boolean", id);
}

void StreamSession::getProperty(const Json& params, std::string_view id)
{
    const auto& items = params.items();
    if (items.size() != 1 || !items[0].text())
        complain(2, "Invalid request: property name must be a string", id);
    else if (*items[0].text() != "combined")
        complain(0, "Unknown property", id);
    else
        reply(m_combined ? "true" : "false", id);
}

void StreamSession::reply(std::string_view result, std::string_view id)
{
    m_socket->sendText("{\"result\":" + std::string(result) + ",\"id\":" + std::string(id) + "}");
}

void StreamSession::complain(int code, std::string_view text, std::string_view id)
{
    std::string out;
    JsonWriter json(out);
    json.beginObject().key("error").beginObject().field("code", code).key("msg").string(text).endObject();
    if (!id.empty())
        json.key("id").raw(id);
    json.endObject();
    m_socket->sendText(out);
}

} // namespace spreadline::practice
