// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>

/// The verbs of `spreadline-cli indicators`; each returns the exit code.
namespace spreadline::cli {

int listIndicators(const QCommandLineParser& parser);
int runIndicators(const QCommandLineParser& parser);
int profileVolume(const QCommandLineParser& parser);

} // namespace spreadline::cli
