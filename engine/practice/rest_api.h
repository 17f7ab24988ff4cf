// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange_state.h"
#include "server/http_server.h"

namespace spreadline::practice {

/// The REST side of the practice exchange: routes, weights, refusals and the faults of answers. Loop thread only.
class RestApi {
public:
    explicit RestApi(ExchangeState& state) : m_state(state) {}

    server::HttpResponse answer(const server::HttpRequest& request);
    /// See HttpHandler::prepare.
    bool prepare(const server::HttpRequest& request);

private:
    server::HttpResponse answerProperly(const server::HttpRequest& request, int& weight);
    std::optional<server::HttpResponse> refuseByLimit(const server::HttpRequest& request, int weight, bool funding, int& used);

    ExchangeState& m_state;
};

/// {"code":..,"msg":..} with that status.
server::HttpResponse venueError(int status, int code, std::string_view text);

} // namespace spreadline::practice
