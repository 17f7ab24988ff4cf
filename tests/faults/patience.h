// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace spreadline::faults {

/// A bound of a test's patience, for this machine: times SPREADLINE_TIME_SCALE (1 without it; 3 for a sanitizer's build). For what
/// we wait for and for the slack a loaded machine is given, never for what the program itself is told to wait.
std::chrono::milliseconds scaled(std::chrono::milliseconds span);

/// SPREADLINE_LONG=1: rows take the whole time that the catalogue states, not a part of it.
bool isLong();

} // namespace spreadline::faults
