// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spreadline::bench {

/// The baseline of the startup and memory benches of spreadline-bench: `spreadline-bench-ui --empty-window
/// MILLISECONDS` shows a QMainWindow with nothing in it, says "painted" on stdout when it has been, and ends after that
/// time.
constexpr const char* emptyWindowArgument = "--empty-window";
int showEmptyWindow(int argc, char** argv);

} // namespace spreadline::bench
