// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/control_api.h"

#include "practice/rest_api.h"
#include "practice/stream_session.h"
#include "server/query.h"

#include <algorithm>

namespace spreadline::practice {

using server::HttpRequest;
using server::HttpResponse;
using server::Json;

HttpResponse ControlApi::onRequest(const HttpRequest& request)
{
    if (!request.header("origin").empty())
        return venueError(403, -1, "the control port is not for web pages");
    HttpResponse response;
    if (request.method == "GET" && request.path == "/truth") {
        for (StreamSession* const session : m_hub.sessions())
            session->report();
        response.body =
            m_state.oracle.toJson(server::Query(request.query).get("part").value_or(""), m_state.symbols, m_state.faults);
        return response;
    }
    if (request.method != "POST" || (request.path != "/fault" && request.path != "/heal"))
        return venueError(404, -1, "there are POST /fault, POST /heal and GET /truth");
    if (request.path == "/heal") {
        heal();
        response.body = "{\"ok\":true}";
        return response;
    }
    const auto json = Json::parse(request.body);
    if (!json)
        return venueError(400, -1, logText(json.error()));
    if (const Status done = order(*json); !done)
        return venueError(400, -1, logText(done.error()));
    response.body = "{\"ok\":true}";
    return response;
}

Status ControlApi::order(const Json& json)
{
    if (!json.isArray())
        return orderOne(json);
    for (const Json& item : json.items())
        if (const Status done = orderOne(item); !done)
            return done;
    return {};
}

Status ControlApi::orderOne(const Json& json)
{
    const auto id = m_state.faults.add(json);
    if (!id)
        return id.error();
    for (auto verb = static_cast<int>(Verb::LimitExternal); verb < static_cast<int>(Verb::Last); ++verb)
        if (m_state.faults.isOn(static_cast<Verb>(verb)))
            actAtOnce(static_cast<Verb>(verb));
    return {};
}

void ControlApi::actAtOnce(Verb verb)
{
    const Fault* const fault = m_state.faults.fireOnce(verb);
    if (!fault)
        return;
    if (verb == Verb::LimitExternal)
        m_state.limits.addExternal(fault->text("ip", "127.0.0.1"), static_cast<int>(fault->argument("weight", 2'000)),
                                   m_state.clock.monotonic());
    else if (verb == Verb::ClockSkew)
        m_state.clock.setSkew(std::chrono::milliseconds(fault->argument("ms", 2'000)));
    else if (verb == Verb::TimeScale)
        m_state.clock.setSpeed(std::clamp(fault->arguments["speed"].number().value_or(288), 0.001, 100'000.0));
    for (StreamSession* const session : m_hub.sessions()) {
        if (verb == Verb::Session24h)
            session->closeAfter24Hours();
        else if (verb == Verb::WsPing)
            session->ping(fault->text("payload", "probe"));
        else if (verb == Verb::WsShutdown)
            session->shutDown(std::chrono::milliseconds(fault->argument("ms", 10'000)));
    }
}

void ControlApi::heal()
{
    m_state.faults.heal();
    m_state.clock.setSkew({});
    m_state.limits.clear();
}

} // namespace spreadline::practice
