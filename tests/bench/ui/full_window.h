// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spreadline::bench {

/// What the memory bench measures: `spreadline-bench-ui --full-window FOLDER` is the terminal on its practice exchange with four
/// charts and twenty order books in sight. Says "filled" on stdout when each shows data, and runs until it is ended.
constexpr const char* fullWindowArgument = "--full-window";
int showFullWindow(int argc, char** argv);

} // namespace spreadline::bench
