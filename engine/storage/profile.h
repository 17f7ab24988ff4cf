// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string_view>

namespace spreadline {

/// The folder in which everything of one user setup lives. Only its owner may read or write it. A value; any thread.
class Profile {
public:
    /// Creates what is missing, for the owner alone. Errors: BadConfig when others may write it (with the mend), CannotWrite.
    static Result<Profile> open(std::filesystem::path root);

    const std::filesystem::path& root() const noexcept { return m_root; }
    std::filesystem::path settingsFile() const { return m_root / "spreadline.toml"; }
    /// One file for each venue environment, so that practice data and a live venue's are never in one place. Characters that have
    /// no place in a file name become '_'; the file knows its venue too and refuses another.
    std::filesystem::path marketFile(std::string_view venue) const;
    std::filesystem::path journalFolder() const { return m_root / "journal"; }
    std::filesystem::path logFolder() const { return m_root / "logs"; }
    std::filesystem::path layoutFolder() const { return m_root / "layouts"; }

private:
    explicit Profile(std::filesystem::path root) : m_root(std::move(root)) {}

    std::filesystem::path m_root;
};

/// Whether the group or everybody may write what is there. Always false where permissions are not kept this way.
bool isWritableByOthers(const std::filesystem::path& path);

} // namespace spreadline
