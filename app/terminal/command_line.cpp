// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_line.h"

#include "domain/interval.h"
#include "settings/layout_store.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace spreadline {
namespace {

void declare(QCommandLineParser& parser)
{
    const auto value = [&parser](const char* name, const char* what, const char* help) {
        parser.addOption({QLatin1String(name), QLatin1String(help), QLatin1String(what)});
    };
    const auto flag = [&parser](const char* name, const char* help) {
        parser.addOption({QLatin1String(name), QLatin1String(help)});
    };
    value("profile", "DIR", "Folder of settings and data.");
    value("venue", "NAME", "practice, binance, binance-testnet, binance-demo; as in spreadline.toml, or practice.");
    flag("practice", "The built-in practice exchange; no network at all.");
    value("rest", "URL", "REST address of the venue, tried first; needs --ws.");
    value("ws", "URL", "WebSocket address of the venue, tried first; needs --rest.");
    value("replay", "FILE", "The practice exchange plays this recording.");
    value("speed", "X", "The practice exchange's clock runs X times as fast.");
    value("layout", "NAME", "Opens this layout and saves to it.");
    flag("reset-layout", "Starts with the default arrangement of panels.");
    value("lang", "CODE", "Language of the window: en, de, zh.");
    value("theme", "dark|light", "For this run.");
    value("size", "WxH", "Size of the window, for example 1600x900.");
    value("symbol", "S", "Instrument shown first.");
    value("interval", "I", "Interval of the chart: 1s to 1w.");
    value("screenshot", "FILE", "Writes a picture of the window at the end; needs --after.");
    value("summary", "FILE", "Writes a JSON summary of the run at the end; needs --after.");
    value("after", "SECONDS", "Ends after this time.");
    flag("version", "Shows the version.");
    flag("help", "Shows this help.");
}

Error bad(const char* option, const QString& why)
{
    return Error{Errc::BadUsage, std::string("--") + option, why.toStdString()};
}

Status readWindow(const QCommandLineParser& parser, StartOptions& options)
{
    const auto text = [&parser](const char* name) { return parser.value(QLatin1String(name)); };
    if (parser.isSet(QStringLiteral("size"))) {
        static const QRegularExpression pattern(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
        const auto match = pattern.match(text("size"));
        if (!match.hasMatch())
            return bad("size", QStringLiteral("is written like 1600x900"));
        options.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        if (text("theme") != QLatin1String("dark") && text("theme") != QLatin1String("light"))
            return bad("theme", QStringLiteral("is dark or light"));
        options.dark = text("theme") == QLatin1String("dark");
    }
    if (parser.isSet(QStringLiteral("layout"))) {
        options.layout = text("layout");
        if (!LayoutStore::isValidName(options.layout))
            return bad("layout", QStringLiteral("takes letters, digits, blanks, - and _, at most 40"));
    }
    options.interval = text("interval");
    if (!options.interval.isEmpty() && !parseInterval(options.interval.toStdString()))
        return bad("interval", QStringLiteral("is one of 1s 5s 15s 1m 3m 5m 15m 30m 1h 2h 4h 6h 8h 12h 1d 3d 1w 1M"));
    options.symbol = text("symbol").toUpper();
    options.language = text("lang");
    options.resetLayout = parser.isSet(QStringLiteral("reset-layout"));
    return {};
}

Status readVenue(const QCommandLineParser& parser, StartOptions& options)
{
    const auto text = [&parser](const char* name) { return parser.value(QLatin1String(name)); };
    if (parser.isSet(QStringLiteral("venue")))
        options.venue = text("venue");
    const bool practice = parser.isSet(QStringLiteral("practice"));
    options.rest = text("rest");
    options.ws = text("ws");
    options.replay = text("replay");
    if (practice && !options.venue.isEmpty() && options.venue != QLatin1String("practice"))
        return bad("practice", QStringLiteral("and --venue %1 exclude each other").arg(options.venue));
    if (options.rest.isEmpty() != options.ws.isEmpty())
        return bad("rest", QStringLiteral("and --ws need each other"));
    if (!options.replay.isEmpty() && !options.venue.isEmpty() && options.venue != QLatin1String("practice"))
        return bad("replay", QStringLiteral("is played by the practice exchange; leave --venue away"));
    if (practice || !options.replay.isEmpty())
        options.venue = QStringLiteral("practice");
    if (parser.isSet(QStringLiteral("speed"))) {
        bool good = false;
        options.speed = text("speed").toDouble(&good);
        if (!good || !(*options.speed > 0 && *options.speed <= 1'000))
            return bad("speed", QStringLiteral("is a number above 0, at most 1000"));
    }
    return {};
}

Status readEnd(const QCommandLineParser& parser, StartOptions& options)
{
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    options.summary = parser.value(QStringLiteral("summary"));
    if (parser.isSet(QStringLiteral("after"))) {
        bool good = false;
        options.after = parser.value(QStringLiteral("after")).toDouble(&good);
        if (!good || !(options.after > 0 && options.after <= 86'400))
            return bad("after", QStringLiteral("is a number of seconds above 0, at most 86400"));
    }
    if ((!options.screenshot.isEmpty() || !options.summary.isEmpty()) && options.after <= 0)
        return bad("after", QStringLiteral("is needed with --screenshot and --summary"));
    return {};
}

} // namespace

Result<ParsedStart> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Spreadline, a desktop trading terminal for crypto markets."));
    declare(parser);
    if (!parser.parse(arguments))
        return Error{Errc::BadUsage, "command line", parser.errorText().toStdString()};
    ParsedStart parsed;
    if (parser.isSet(QStringLiteral("help"))) {
        parsed.answer = parser.helpText();
        return parsed;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        parsed.answer = QStringLiteral("spreadline " SPREADLINE_VERSION "\n");
        return parsed;
    }
    if (!parser.positionalArguments().isEmpty())
        return Error{Errc::BadUsage, "command line",
                     "'" + parser.positionalArguments().constFirst().toStdString() + "' is not understood"};
    parsed.options.profile = parser.value(QStringLiteral("profile"));
    for (const auto read : {readWindow, readVenue, readEnd}) {
        if (const Status good = read(parser, parsed.options); !good)
            return good.error();
    }
    return parsed;
}

} // namespace spreadline
