// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_exchange.h"
#include "subcommand.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <cstdio>

#include <pthread.h>

namespace spreadline::cli {

namespace {

void declare(QCommandLineParser& parser)
{
    const auto option = [&parser](const char* name, const char* value, const char* help) {
        parser.addOption({QLatin1String(name), QLatin1String(help), QLatin1String(value)});
    };
    option("port", "N", "Port for REST and streams; any free one without it.");
    option("control-port", "N", "Port for faults and the truth; any free one without it.");
    option("seed", "N", "Another seed is another market. Default 1.");
    option("symbols", "N|A,B", "How many symbols, or which. Default 30.");
    option("rate", "MSG/S", "Trades and book changes a second, over all symbols.");
    option("speed", "X", "The exchange's clock runs X times as fast. Default 1.");
    option("replay", "FILE", "Plays a recorded capture or a CSV of klines or trades.");
    option("faults", "FILE", "A JSON list of faults to begin with.");
    parser.addOption({QStringLiteral("lenient"), QStringLiteral("The retired /ws and /stream deliver every stream.")});
}

/// The options into the configuration; the name of the first bad one, or "".
QString read(const QCommandLineParser& parser, practice::PracticeConfig& config)
{
    bool good = true;
    QString bad;
    const auto check = [&](const char* name, bool inRange) {
        if ((!good || !inRange) && bad.isEmpty())
            bad = QLatin1String(name);
        good = true;
    };
    if (parser.isSet(QStringLiteral("port"))) {
        config.port = parser.value(QStringLiteral("port")).toUShort(&good);
        check("port", true);
    }
    if (parser.isSet(QStringLiteral("control-port"))) {
        config.controlPort = parser.value(QStringLiteral("control-port")).toUShort(&good);
        check("control-port", true);
    }
    if (parser.isSet(QStringLiteral("seed"))) {
        config.market.seed = parser.value(QStringLiteral("seed")).toULongLong(&good);
        check("seed", true);
    }
    if (parser.isSet(QStringLiteral("rate"))) {
        config.market.messagesPerSecond = parser.value(QStringLiteral("rate")).toDouble(&good);
        check("rate", config.market.messagesPerSecond > 0);
    }
    if (parser.isSet(QStringLiteral("speed"))) {
        config.market.speed = parser.value(QStringLiteral("speed")).toDouble(&good);
        check("speed", config.market.speed > 0 && config.market.speed <= 100'000);
    }
    const QString symbols = parser.value(QStringLiteral("symbols"));
    const int count = symbols.toInt(&good);
    if (good && !symbols.isEmpty()) {
        config.market.symbolCount = count;
        check("symbols", count > 0);
    } else {
        for (const QString& symbol : symbols.split(QLatin1Char(','), Qt::SkipEmptyParts))
            config.market.symbols.push_back(symbol.trimmed().toUpper().toStdString());
    }
    config.market.replayFile = parser.value(QStringLiteral("replay")).toStdString();
    config.faultsFile = parser.value(QStringLiteral("faults")).toStdString();
    config.streams.lenient = parser.isSet(QStringLiteral("lenient"));
    return bad;
}

void printAddress(const practice::PracticeExchange::Address& address)
{
    const QJsonObject json{
        {QStringLiteral("rest"), QString::fromStdString(address.rest)},
        {QStringLiteral("ws"), QString::fromStdString(address.webSocket)},
        {QStringLiteral("control"), QString::fromStdString(address.control)},
        {QStringLiteral("apiKey"), QString::fromStdString(address.apiKey)},
        {QStringLiteral("apiSecret"), QString::fromStdString(address.apiSecret)},
    };
    std::puts(QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

int run(const QCommandLineParser& parser)
{
    practice::PracticeConfig config;
    if (const QString bad = read(parser, config); !bad.isEmpty()) {
        complain(parser, QStringLiteral("--%1 %2 is not a usable value; see --help").arg(bad, parser.value(bad)));
        return BadUsage;
    }
    // Blocked before the exchange's thread starts, so that only sigwait sees them.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    practice::PracticeExchange exchange(std::move(config));
    const auto address = exchange.start();
    if (!address) {
        complain(parser, QString::fromStdString(logText(address.error())));
        return address.error().code == Errc::Busy ? VenueFailed : exitCode(address.error().code);
    }
    std::fprintf(stderr, "%s\n", address->description.c_str());
    printAddress(*address);
    int signal = 0;
    sigwait(&ends, &signal);
    exchange.stop();
    return Done;
}

SPREADLINE_SUBCOMMAND("practice", "Serves the practice exchange until it is interrupted.", declare, run)

} // namespace
} // namespace spreadline::cli
