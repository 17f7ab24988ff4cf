// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fault_case.h"

namespace spreadline::faults {

// Section B of the catalogue in six parts, each a list of rows.

std::vector<FaultCase> falseBooks();     ///< B01 to B05, B08
std::vector<FaultCase> falseNumbers();   ///< B06, B07, B12
std::vector<FaultCase> falseBars();      ///< B13, B14, B17
std::vector<FaultCase> changedSymbols(); ///< B18 to B20
std::vector<FaultCase> falseStamps();    ///< B06, B12, B17: ids and times that cannot be
std::vector<FaultCase> heavyLoads();     ///< B22, B23

/// What run() says, without the complaints that a venue sending a false book (crossed, locked, padded) brings with it: the feed
/// passes on what it is sent, and the tap judges by the true book. What the screen shows and what comes after the healing stay.
QStringList runWithFalseBook(const FaultCase& faultCase);
bool sendsFalseBook(const FaultCase& faultCase);

} // namespace spreadline::faults
