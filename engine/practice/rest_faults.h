// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/fault_plan.h"
#include "server/http_message.h"

namespace spreadline::practice {

/// Turns a proper answer into what the http.* faults make of it. `line` is "METHOD target".
void applyHttpFaults(FaultPlan& faults, std::string_view line, server::HttpResponse& response);

/// Nothing, and a TCP reset.
server::HttpResponse lostAnswer();

} // namespace spreadline::practice
