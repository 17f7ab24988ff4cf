// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile_checkup.h"

#include "storage/database.h"
#include "storage/profile.h"

#include <QTemporaryFile>
#include <QTimer>

#ifdef SPREADLINE_HAS_KEYCHAIN
#include <QEventLoop>
#include <qt6keychain/keychain.h>
#endif

namespace spreadline::cli {

namespace {

QString text(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

Status quickCheck(const std::filesystem::path& file)
{
    auto database = storage::Database::open(file, storage::Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    auto check = database->prepare("PRAGMA quick_check(1)");
    if (!check)
        return check.error();
    const auto row = check->step();
    if (!row)
        return row.error();
    const std::string verdict{*row ? check->text(0) : std::string_view("no answer")};
    return verdict == "ok" ? Status() : Error{Errc::StorageCorrupt, file.string(), verdict};
}

} // namespace

Finding checkProfile(const std::filesystem::path& root)
{
    const auto profile = Profile::open(root);
    if (!profile)
        return failed(Fault::Profile, profile.error());
    QTemporaryFile probe(text(root / "doctor-XXXXXX"));
    if (!probe.open() || probe.write("spreadline") != 10 || !probe.flush())
        return failed(Fault::Profile, Error{Errc::CannotWrite, root.string(), probe.errorString().toStdString()});
    return good(Fault::Profile, text(root));
}

Finding checkDatabases(const std::filesystem::path& root)
{
    std::error_code ignored; // a folder that cannot be read is the profile check's finding
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root, ignored)) {
        if (entry.path().extension() != ".db")
            continue;
        ++count;
        if (const Status sound = quickCheck(entry.path()); !sound)
            return failed(Fault::Database, sound.error());
    }
    return count == 0 ? skipped(Fault::Database, QStringLiteral("there is none yet"))
                      : good(Fault::Database, QStringLiteral("%1 checked").arg(count));
}

#ifdef SPREADLINE_HAS_KEYCHAIN

Finding checkKeychain()
{
    QEventLoop loop;
    QKeychain::ReadPasswordJob job(QStringLiteral("spreadline"));
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    job.setKey(QStringLiteral("doctor")); // never written: "no such entry" is a keychain that answers
    bool answered = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        answered = true;
        loop.quit();
    });
    QTimer::singleShot(std::chrono::seconds(10), &loop, &QEventLoop::quit);
    job.start();
    if (!answered)
        loop.exec();
    if (!answered)
        return failed(Fault::Keychain, Error{Errc::NoKeychain, "keychain", "no answer within ten seconds"});
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        return failed(Fault::Keychain, Error{Errc::NoKeychain, "keychain", job.errorString().toStdString()});
    return good(Fault::Keychain, {});
}

#else

Finding checkKeychain()
{
    return skipped(Fault::Keychain, QStringLiteral("built without keychain support"));
}

#endif

} // namespace spreadline::cli
