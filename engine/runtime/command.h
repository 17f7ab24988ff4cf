// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <variant>

namespace spreadline {

// What a person, the gateway or the command line asks of the core: values, so that they can cross a process boundary.

/// Replaces what is shown; the core subscribes and loads what that needs and lets the rest go.
struct SetInterest {
    ViewInterest interest;
};
/// More history for a chart, older than its first bar.
struct LoadOlder {
    ChartId chart{};
};
/// Throws a book away and synchronises it anew.
struct ResyncBook {
    InstrumentId instrument{};
};
/// Answered with one ViewBatch of this number.
struct RequestFrame {
    std::int64_t frame = 0;
};

using Command = std::variant<SetInterest, LoadOlder, ResyncBook, RequestFrame>;

} // namespace spreadline
