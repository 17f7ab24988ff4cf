// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <QJsonObject>

#include <vector>

namespace spreadline {

/// As other programs read it; never translated.
QString trustName(TrustState state);

/// The status as other programs read it: venue, connection, latency, weight, counts, and every stream with its trust, reason and
/// ages in milliseconds at `now`. Symbols are looked up in `instruments`.
QJsonObject statusReport(const StatusView& status, const std::vector<Instrument>& instruments, Timestamp now);

} // namespace spreadline
