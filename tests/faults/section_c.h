// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fault_case.h"

namespace spreadline::faults {

// Section C of the catalogue and the clock rows of section G in four parts, each a list of rows.

std::vector<FaultCase> limits();        ///< C01 to C06
std::vector<FaultCase> badAnswers();    ///< C07, C15, C17, C19, C20
std::vector<FaultCase> badIdentities(); ///< C16
std::vector<FaultCase> clocks();        ///< C10, C11, G01 to G03

} // namespace spreadline::faults
