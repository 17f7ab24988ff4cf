// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine_socket.h"
#include "session/status_client.h"
#include "subcommand.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace spreadline::cli {
namespace {

void declare(QCommandLineParser& parser)
{
    parser.addOption(
        {QStringLiteral("profile"), QStringLiteral("The profile folder of the running program."), QStringLiteral("dir")});
}

QString streamLine(const QJsonObject& stream)
{
    const auto text = [&](const char* key) { return stream.value(QLatin1String(key)).toString(); };
    QString name = text("stream");
    if (stream.contains(QLatin1String("interval")))
        name += QLatin1Char(' ') + text("interval");
    const QString symbol = stream.contains(QLatin1String("symbol")) ? text("symbol") : QStringLiteral("(all)");
    QString line = QStringLiteral("  %1 %2 %3").arg(symbol, -16).arg(name, -14).arg(text("trust"), -10);
    if (stream.contains(QLatin1String("ageMs")))
        line += QStringLiteral(" %1 s").arg(stream.value(QLatin1String("ageMs")).toDouble() / 1'000.0, 0, 'f', 1);
    if (stream.contains(QLatin1String("reason")))
        line += QStringLiteral("  ") + text("reason");
    return line;
}

void printForPeople(const QJsonObject& status)
{
    const auto number = [&](const char* key) { return status.value(QLatin1String(key)).toDouble(); };
    const bool connected = status.value(QLatin1String("connected")).toBool();
    std::printf("%s: %s\n", qPrintable(status.value(QLatin1String("venue")).toString()),
                connected ? "connected" : "not connected");
    std::printf("  latency p50 %.1f ms, p99 %.1f ms; clock offset %.1f ms; request weight %.0f of %.0f\n", number("latencyP50Ms"),
                number("latencyP99Ms"), number("clockOffsetMs"), number("weightUsed"), number("weightLimit"));
    std::printf("  %.0f frames, %.0f rejected, %.0f gaps, %.0f resyncs, %.0f reconnects, %.0f overflows, %.0f skipped frames\n",
                number("frames"), number("rejected"), number("gaps"), number("resyncs"), number("reconnects"),
                number("marketOverflows"), number("skippedFrames"));
    std::printf("  %.0f rows stored, %.0f dropped\n", number("storeRows"), number("storeDropped"));
    const QJsonArray streams = status.value(QLatin1String("streams")).toArray();
    for (const auto& stream : streams)
        std::puts(qPrintable(streamLine(stream.toObject())));
}

int run(const QCommandLineParser& parser)
{
    const EngineSocket profile(parser.value(QStringLiteral("profile")));
    const auto answer = StatusClient::ask(profile, QStringLiteral("status"));
    if (!answer && answer.error().code == Errc::NotFound) {
        complain(parser, QStringLiteral("nothing runs on the profile %1").arg(profile.folder()));
        return No;
    }
    if (!answer) {
        complain(parser, QString::fromStdString(traderText(answer.error())));
        return No;
    }
    const QJsonObject status = answer->value(QLatin1String("status")).toObject();
    if (parser.isSet(QStringLiteral("json")))
        std::puts(QJsonDocument(status).toJson(QJsonDocument::Compact).constData());
    else
        printForPeople(status);
    return Done;
}

} // namespace
} // namespace spreadline::cli

SPREADLINE_SUBCOMMAND("status", "Asks the program that runs on a profile how it does.", spreadline::cli::declare,
                      spreadline::cli::run)
