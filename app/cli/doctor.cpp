// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile_checkup.h"
#include "subcommand.h"
#include "venue_checkup.h"
#include "venue_options.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

namespace spreadline::cli {
namespace {

const char* wordOf(Finding::Verdict verdict)
{
    switch (verdict) {
    case Finding::Verdict::Good: return "ok";
    case Finding::Verdict::Failed: return "failed";
    case Finding::Verdict::Skipped: return "skipped";
    }
    return "";
}

void printJson(const QString& venue, const std::vector<Finding>& findings)
{
    QJsonArray checks;
    for (const Finding& finding : findings) {
        checks.append(QJsonObject{{QStringLiteral("code"), QLatin1String(codeOf(finding.fault))},
                                  {QStringLiteral("subject"), QLatin1String(subjectOf(finding.fault))},
                                  {QStringLiteral("result"), QLatin1String(wordOf(finding.verdict))},
                                  {QStringLiteral("detail"), finding.detail},
                                  {QStringLiteral("advice"), finding.advice}});
    }
    const QJsonObject report{{QStringLiteral("venue"), venue}, {QStringLiteral("checks"), checks}};
    std::puts(QJsonDocument(report).toJson(QJsonDocument::Compact).constData());
}

void printText(const std::vector<Finding>& findings)
{
    for (const Finding& finding : findings) {
        const QString detail = finding.detail.isEmpty() ? QString() : QStringLiteral(": ") + finding.detail;
        std::printf("%-8s %-13s %s%s\n", wordOf(finding.verdict), codeOf(finding.fault), subjectOf(finding.fault),
                    qUtf8Printable(detail));
        if (!finding.advice.isEmpty())
            std::printf("%22s %s\n", "", qUtf8Printable(finding.advice));
    }
}

int verdictOf(const std::vector<Finding>& findings)
{
    const auto hasFailed = [&findings](bool ofVenue) {
        return std::ranges::any_of(findings, [ofVenue](const Finding& finding) {
            return finding.verdict == Finding::Verdict::Failed && isOfVenue(finding.fault) == ofVenue;
        });
    };
    if (hasFailed(true))
        return VenueFailed;
    return hasFailed(false) ? No : Done;
}

/// Practice trades with keys made from its seed: without a keychain nothing is wrong there.
Finding keychainFor(const Venue& venue)
{
    Finding finding = checkKeychain();
    const bool optional = venue.environment == Environment::Practice && finding.verdict == Finding::Verdict::Failed;
    return optional ? skipped(Fault::Keychain, QStringLiteral("none answers; only real venues need one")) : finding;
}

void declare(QCommandLineParser& parser)
{
    declareVenueOptions(parser);
    parser.addOption({QStringLiteral("profile"), QStringLiteral("The profile folder."), QStringLiteral("DIR"),
                      QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)});
}

int run(const QCommandLineParser& parser)
{
    const auto target = openVenue(parser);
    if (!target) {
        complain(parser, QString::fromStdString(logText(target.error())));
        return BadUsage;
    }
    std::vector<Finding> findings = VenueCheckup(target->venue.hosts.front()).run();
    const std::filesystem::path profile = parser.value(QStringLiteral("profile")).toStdString();
    findings.push_back(checkProfile(profile));
    findings.push_back(checkDatabases(profile));
    findings.push_back(keychainFor(target->venue));
    if (parser.isSet(QStringLiteral("json")))
        printJson(QString::fromStdString(target->venue.name), findings);
    else
        printText(findings);
    return verdictOf(findings);
}

} // namespace

SPREADLINE_SUBCOMMAND("doctor", "Checks the venue, the network, the clock, the profile and the keychain.", declare, run)

} // namespace spreadline::cli
