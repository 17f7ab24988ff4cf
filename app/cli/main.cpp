// SPDX-License-Identifier: GPL-3.0-or-later
#include "subcommand.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace spreadline::cli {

std::vector<Subcommand>& subcommands()
{
    static std::vector<Subcommand> list;
    return list;
}

void complain(const QCommandLineParser& parser, const QString& text)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(parser.applicationDescription().section(QLatin1Char('\n'), 0, 0)),
                 qPrintable(text));
}

ExitCode exitCode(Errc code)
{
    switch (code) {
    case Errc::Unreachable:
    case Errc::DnsFailed:
    case Errc::TlsFailed:
    case Errc::Timeout:
    case Errc::ConnectionLost:
    case Errc::GeoBlocked:
    case Errc::RateLimited:
    case Errc::Banned:
    case Errc::BadStatus:
    case Errc::VenueRefused:
    case Errc::VenueUnavailable:
    case Errc::ClockUntrusted: return VenueFailed;
    case Errc::CannotWrite:
    case Errc::StorageCorrupt:
    case Errc::StorageBusy:
    case Errc::StorageFull:
    case Errc::SchemaTooNew: return StorageFailed;
    default: return BadUsage;
    }
}

namespace {

int usage(std::FILE* out)
{
    std::fputs("Usage: spreadline-cli SUBCOMMAND [OPTIONS]\n\nSubcommands:\n", out);
    for (const Subcommand& subcommand : subcommands())
        std::fprintf(out, "  %-12s %s\n", subcommand.name, subcommand.summary);
    std::fputs("\nEach has --help. Exit codes: 0 done, 1 the answer is no or a check failed, 2 bad usage or input,\n"
               "3 venue or network, 4 storage.\n",
               out);
    return out == stdout ? Done : BadUsage;
}

int runSubcommand(const Subcommand& subcommand, QStringList arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("spreadline-cli %1\n%2").arg(QLatin1String(subcommand.name), QLatin1String(subcommand.summary)));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this help."));
    parser.addOption(help);
    parser.addOption({QStringLiteral("json"), QStringLiteral("Reports as JSON.")});
    subcommand.declare(parser);
    arguments.removeAt(1);
    if (!parser.parse(arguments)) {
        complain(parser, parser.errorText() + QStringLiteral("; see --help"));
        return BadUsage;
    }
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return Done;
    }
    return subcommand.run(parser);
}

int run(const QStringList& arguments)
{
    std::ranges::sort(subcommands(), {}, [](const Subcommand& subcommand) { return std::string_view(subcommand.name); });
    if (arguments.size() < 2)
        return usage(stderr);
    const QString& name = arguments[1];
    if (name == QLatin1String("--help") || name == QLatin1String("-h") || name == QLatin1String("help"))
        return usage(stdout);
    if (name == QLatin1String("--version")) {
        std::puts("spreadline-cli " SPREADLINE_VERSION);
        return Done;
    }
    const auto found =
        std::ranges::find(subcommands(), name, [](const Subcommand& subcommand) { return QLatin1String(subcommand.name); });
    if (found == subcommands().end()) {
        std::fprintf(stderr, "spreadline-cli: there is no subcommand '%s'; see --help\n", qPrintable(name));
        return BadUsage;
    }
    return runSubcommand(*found, arguments);
}

} // namespace
} // namespace spreadline::cli

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Spreadline"));
    QCoreApplication::setApplicationName(QStringLiteral("spreadline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SPREADLINE_VERSION));
    return spreadline::cli::run(QCoreApplication::arguments());
}
