// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding.h"

#include <filesystem>

namespace spreadline::cli {

/// Checks of this machine: folder, databases, keychain. They change nothing but a file of their own, removed again.
Finding checkProfile(const std::filesystem::path& root);
/// Every *.db of the profile, read only. Skipped when there is none yet.
Finding checkDatabases(const std::filesystem::path& root);
/// Waits up to ten seconds for the keychain. Runs the event loop.
Finding checkKeychain();

} // namespace spreadline::cli
