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
    option("rate", "MSG/S", "Trades and book changes a second, over all symbols: up to 100000, most of them trades.");
    option("speed", "X", "The venue's time runs X times as fast, of a replay too. Default 1.");
    option("replay", "FILE", "Plays a recorded capture or a CSV of klines or trades.");
    option("faults", "FILE", "A JSON list of faults to begin with.");
    parser.addOption({QStringLiteral("lenient"), QStringLiteral("The retired /ws and /stream deliver every stream.")});
}

/// Reads the options one after the other; remembers the first that is not usable.
class Options {
public:
    explicit Options(const QCommandLineParser& parser) : m_parser(parser) {}

    template<typename Number, typename Read>
    void number(
        const char* name, Number& into, Read read, bool (*inRange)(Number) = [](Number) { return true; })
    {
        if (!m_parser.isSet(QLatin1String(name)))
            return;
        bool good = false;
        into = static_cast<Number>(read(m_parser.value(QLatin1String(name)), &good));
        if ((!good || !inRange(into)) && bad.isEmpty())
            bad = QLatin1String(name);
    }

    QString bad;

private:
    const QCommandLineParser& m_parser;
};

void readSymbols(const QString& text, Options& options, practice::MarketConfig& market)
{
    bool isCount = false;
    const int count = text.toInt(&isCount);
    if (isCount) {
        market.symbolCount = count;
        if (count <= 0 && options.bad.isEmpty())
            options.bad = QStringLiteral("symbols");
        return;
    }
    for (const QString& symbol : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        market.symbols.push_back(symbol.trimmed().toUpper().toStdString());
}

/// The options into the configuration; the name of the first bad one, or "".
QString read(const QCommandLineParser& parser, practice::PracticeConfig& config)
{
    Options options(parser);
    const auto port = [](const QString& text, bool* good) { return text.toUShort(good); };
    const auto real = [](const QString& text, bool* good) { return text.toDouble(good); };
    options.number("port", config.port, port);
    options.number("control-port", config.controlPort, port);
    options.number("seed", config.market.seed, [](const QString& text, bool* good) { return text.toULongLong(good); });
    options.number<double>("rate", config.market.messagesPerSecond, real, [](double rate) { return rate > 0; });
    options.number<double>("speed", config.market.speed, real, [](double speed) { return speed > 0 && speed <= 100'000; });
    readSymbols(parser.value(QStringLiteral("symbols")), options, config.market);
    config.market.replayFile = parser.value(QStringLiteral("replay")).toStdString();
    config.faultsFile = parser.value(QStringLiteral("faults")).toStdString();
    config.streams.lenient = parser.isSet(QStringLiteral("lenient"));
    return options.bad;
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
    if (!address->description.empty())
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
