// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/journal_reader.h"
#include "runtime/silent_ports.h"
#include "runtime/trading_core.h"
#include "subcommand.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace spreadline::cli {
namespace {

void declare(QCommandLineParser& parser)
{
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("A session's first journal file (session-*-0.sprj)."));
    parser.addOption({QStringLiteral("hash"), QStringLiteral("Steps every event and compares the final state hash.")});
}

QString hex(std::uint64_t hash)
{
    return QStringLiteral("%1").arg(static_cast<qulonglong>(hash), 16, 16, QLatin1Char('0'));
}

struct Verdict {
    JournalReader::Summary summary;
    std::uint64_t hash = 0;
    bool isHashMissing = false;

    /// Nothing when the journal has no final hash, or was not stepped.
    std::optional<bool> matches() const
    {
        if (!summary.finalHash)
            return std::nullopt;
        return *summary.finalHash == hash;
    }
};

void report(const QCommandLineParser& parser, const Verdict& verdict)
{
    const auto matches = verdict.matches();
    const QString damage = verdict.summary.damage ? QString::fromStdString(logText(*verdict.summary.damage)) : QString();
    if (parser.isSet(QStringLiteral("json"))) {
        QJsonObject json{{QStringLiteral("events"), static_cast<qint64>(verdict.summary.events)},
                         {QStringLiteral("parts"), verdict.summary.parts},
                         {QStringLiteral("hash"), hex(verdict.hash)}};
        if (verdict.summary.finalHash)
            json[QStringLiteral("recordedHash")] = hex(*verdict.summary.finalHash);
        if (matches)
            json[QStringLiteral("matches")] = *matches;
        if (!damage.isEmpty())
            json[QStringLiteral("damage")] = damage;
        std::puts(QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    } else {
        std::printf("%lld events in %d part(s), hash %s%s\n", static_cast<long long>(verdict.summary.events),
                    verdict.summary.parts, qPrintable(hex(verdict.hash)),
                    !matches       ? ""
                        : *matches ? ", as recorded"
                                   : "");
    }
    if (!damage.isEmpty())
        complain(parser, QStringLiteral("the journal is damaged, what came before was replayed: ") + damage);
    if (verdict.isHashMissing)
        complain(parser,
                 QStringLiteral("the recording has no final hash to compare with: it reached its size limit, or the program "
                                "was ended from outside"));
    if (matches && !*matches)
        complain(parser,
                 QStringLiteral("the session ended in another state: recorded hash %1").arg(hex(*verdict.summary.finalHash)));
}

int run(const QCommandLineParser& parser)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 1) {
        complain(parser, QStringLiteral("needs one journal file; see --help"));
        return BadUsage;
    }
    SilentFeed feed;
    SilentStore store;
    TradingCore core(feed, store, [](std::unique_ptr<ViewBatch>) {});
    const bool step = parser.isSet(QStringLiteral("hash"));
    const auto summary = JournalReader::read(files.front().toStdString(), [&](const CoreEvent& event) {
        if (step)
            core.step(event);
    });
    if (!summary) {
        complain(parser, QString::fromStdString(logText(summary.error())));
        return BadUsage;
    }
    Verdict verdict{*summary, core.stateHash(), step && !summary->finalHash && !summary->damage};
    if (!step)
        verdict.summary.finalHash.reset(); // nothing was stepped, so there is nothing to compare
    report(parser, verdict);
    if (summary->damage)
        return BadUsage;
    return verdict.matches().value_or(true) ? Done : No;
}

} // namespace
} // namespace spreadline::cli

SPREADLINE_SUBCOMMAND("replay", "Steps a recorded session again and tells where it ends.", spreadline::cli::declare,
                      spreadline::cli::run)
