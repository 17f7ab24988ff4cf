// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"

namespace spreadline {

/// When the venue says that it happened; a bar counts from its open. Zero for what has no such moment.
inline Timestamp stampOf(const MarketEvent& event)
{
    return std::visit(
        [](const auto& inner) -> Timestamp {
            if constexpr (requires { inner.time; })
                return inner.time;
            else if constexpr (requires { inner.kline; })
                return inner.kline.openTime;
            else
                return {};
        },
        event);
}

} // namespace spreadline
