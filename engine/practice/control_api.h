// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/stream_hub.h"
#include "server/http_server.h"

namespace spreadline::practice {

/// The control port: POST /fault, POST /heal, GET /truth[?part=requests|connections|books|trades|faults]. Not part of the
/// imitated protocol. Loop thread only.
class ControlApi final : public server::HttpHandler {
public:
    ControlApi(ExchangeState& state, StreamHub& hub) : m_state(state), m_hub(hub) {}

    server::HttpResponse onRequest(const server::HttpRequest& request) override;
    /// One order of a fault, or a list of them. Errors: BadConfig.
    Status order(const server::Json& json);

private:
    Status orderOne(const server::Json& json);
    void actAtOnce(Verb verb);
    void heal();

    ExchangeState& m_state;
    StreamHub& m_hub;
};

} // namespace spreadline::practice
