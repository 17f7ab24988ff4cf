// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/fault_plan.h"
#include "practice/shadow_book.h"
#include "practice/stream_channel.h"

#include <string>
#include <vector>

namespace spreadline::practice {

// What the content faults make of a message before it is encoded. The frames themselves are FaultyDelivery's business.

/// The trades to send in place of one: none, itself, twice, after the next.
std::vector<Trade> spoilTrade(FaultPlan& faults, StreamChannel& channel, const Trade& trade);

/// Changes channel.merge; takes back what an earlier fault left in the clients' books. False: the message is not sent.
bool spoilDepth(FaultPlan& faults, StreamChannel& channel, const ShadowBook& book);

/// How often a kline message is sent, and whether it says closed.
int spoilKline(FaultPlan& faults, StreamChannel& channel, Timestamp now, bool closed, bool& told);

/// Puts other text in place of the first price of an encoded message.
void spoilPrice(FaultPlan& faults, const std::string& stream, std::string& payload);
/// Sets the stamps of an encoded message ahead: E, T, and a bar's t.
void spoilStamps(FaultPlan& faults, const StreamChannel& channel, std::string& payload);

} // namespace spreadline::practice
