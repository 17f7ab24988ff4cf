// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QCommandLineParser>
#include <QStringList>

#include <functional>
#include <string_view>
#include <vector>

namespace spreadline::cli {

/// The exit codes of every subcommand.
enum ExitCode { Done = 0, No = 1, BadUsage = 2, VenueFailed = 3, StorageFailed = 4 };

struct Subcommand {
    const char* name;
    const char* summary; ///< one line for `spreadline-cli --help`
    /// Declares options and positional arguments; --help and --json are there already.
    void (*declare)(QCommandLineParser& parser);
    int (*run)(const QCommandLineParser& parser);
};

/// The list main() chooses from; each file adds its own with SPREADLINE_SUBCOMMAND.
std::vector<Subcommand>& subcommands();

/// Words for the person, to stderr: "spreadline-cli NAME: text".
void complain(const QCommandLineParser& parser, const QString& text);
/// The exit code that stands for an error.
ExitCode exitCode(Errc code);

} // namespace spreadline::cli

#define SPREADLINE_SUBCOMMAND(name, summary, declare, run) \
    static const bool registered = (spreadline::cli::subcommands().push_back({name, summary, declare, run}), true);
