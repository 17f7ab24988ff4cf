// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/environment_look.h"

#include <QCoreApplication>

namespace spreadline {

QString environmentName(Terminal::Environment environment)
{
    switch (environment) {
    case Terminal::Environment::Practice: return QCoreApplication::translate("Environment", "PRACTICE");
    case Terminal::Environment::Demo: return QCoreApplication::translate("Environment", "DEMO");
    case Terminal::Environment::Live: return QCoreApplication::translate("Environment", "LIVE");
    case Terminal::Environment::Replay: return QCoreApplication::translate("Environment", "REPLAY");
    }
    return {};
}

QString environmentSentence(Terminal::Environment environment)
{
    switch (environment) {
    case Terminal::Environment::Practice:
        return QCoreApplication::translate("Environment", "The built-in practice exchange: no account, no network, no money.");
    case Terminal::Environment::Demo:
        return QCoreApplication::translate("Environment", "The venue's test environment: no real money.");
    case Terminal::Environment::Live: return QCoreApplication::translate("Environment", "The live market.");
    case Terminal::Environment::Replay:
        return QCoreApplication::translate("Environment", "A recording is being played: nothing here is happening now.");
    }
    return {};
}

QString venueName(const QString& venue)
{
    if (venue == QLatin1String("practice"))
        return QCoreApplication::translate("Environment", "Practice exchange");
    if (venue == QLatin1String("replay"))
        return QCoreApplication::translate("Environment", "Recording");
    if (venue == QLatin1String("binance"))
        return QStringLiteral("Binance USD-M");
    if (venue == QLatin1String("binance-testnet"))
        return QStringLiteral("Binance testnet");
    return venue == QLatin1String("binance-demo") ? QStringLiteral("Binance demo") : venue;
}

QColor environmentColour(Terminal::Environment environment, const Theme& theme)
{
    switch (environment) {
    case Terminal::Environment::Practice: return theme.practice;
    case Terminal::Environment::Demo: return theme.demo;
    case Terminal::Environment::Live: return theme.live;
    case Terminal::Environment::Replay: return theme.replay;
    }
    return theme.live;
}

} // namespace spreadline
