// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/profile.h"

namespace spreadline {
namespace {

namespace fs = std::filesystem;

Status makeFolder(const fs::path& folder)
{
    std::error_code failed;
    const bool isThere = fs::exists(folder, failed);
    if (isThere && !fs::is_directory(folder, failed))
        return Error{Errc::CannotWrite, folder.string(), "there is a file of that name where a folder is needed"};
    if (isThere)
        return {};
    fs::create_directories(folder, failed);
    if (!failed)
        fs::permissions(folder, fs::perms::owner_all, failed);
    if (failed)
        return Error{Errc::CannotWrite, folder.string(), failed.message()};
    return {};
}

} // namespace

bool isWritableByOthers(const fs::path& path)
{
#ifdef _WIN32
    (void)path;
    return false; // access is by lists there, and a user's folders are the user's
#else
    std::error_code failed;
    const auto rights = fs::status(path, failed).permissions();
    return !failed && (rights & (fs::perms::group_write | fs::perms::others_write)) != fs::perms::none;
#endif
}

Result<Profile> Profile::open(fs::path root)
{
    std::error_code failed;
    root = fs::absolute(root, failed);
    if (failed || root.empty())
        return Error{Errc::CannotWrite, root.string(), "not a folder name"};
    Profile profile(std::move(root));
    for (const auto& folder : {profile.root(), profile.journalFolder(), profile.logFolder(), profile.layoutFolder()}) {
        if (const auto made = makeFolder(folder); !made)
            return made.error();
        if (isWritableByOthers(folder))
            return Error{Errc::BadConfig, folder.string(),
                         "other users may write this folder; mend: chmod 700 '" + folder.string() + "'"};
    }
    return profile;
}

fs::path Profile::marketFile(std::string_view venue) const
{
    std::string name = "market-";
    for (const char c : venue) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        name += isPlain ? c : '_';
    }
    return m_root / (name + ".db");
}

} // namespace spreadline
