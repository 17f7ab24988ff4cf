// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fault_case.h"

namespace spreadline::faults {

// Section A of the catalogue in three parts, each a list of rows.

std::vector<FaultCase> spoiltFrames();    ///< A01 to A11
std::vector<FaultCase> lostConnections(); ///< A12 to A19, without those of the start
std::vector<FaultCase> hardStarts();      ///< A16 to A25: what goes wrong while connecting

} // namespace spreadline::faults
