// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench.h"

#include <QMap>
#include <QString>

namespace spreadline::bench {

/// Runs a bench of this program in a process of its own, with `environment` added, and adds its figures to the report.
/// Ends the program when that fails: a figure that is missing must not look like one that holds.
void addFrom(Report& report, const QString& bench, const QMap<QString, QString>& environment);

} // namespace spreadline::bench
