// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/dialect.h"

namespace spreadline::binance {

/// As Dialect::readRefusal. `bannedUntil` is set whenever the venue wants quiet: 418 (the time in its text, else Retry-After, else
/// two minutes), 429 (Retry-After, else one minute), 403 and 451 (five minutes: a firewall or a country block).
Dialect::Refusal readRefusal(int status, std::string_view body, int retryAfter, Timestamp now);

} // namespace spreadline::binance
