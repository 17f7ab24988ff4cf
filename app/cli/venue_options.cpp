// SPDX-License-Identifier: GPL-3.0-or-later
#include "venue_options.h"

#include "practice/practice_exchange.h"

#include <QRegularExpression>

namespace spreadline::cli {

void declareVenueOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("venue"), QStringLiteral("practice, binance, binance-testnet, binance-demo."),
                      QStringLiteral("name"), QStringLiteral("practice")});
    parser.addOption({QStringLiteral("rest"), QStringLiteral("Address of the REST server, tried first."), QStringLiteral("URL")});
    parser.addOption(
        {QStringLiteral("ws"), QStringLiteral("Address of the WebSocket server, tried first."), QStringLiteral("URL")});
}

Result<VenueTarget> openVenue(const QCommandLineParser& parser)
{
    const QString rest = parser.value(QStringLiteral("rest")), ws = parser.value(QStringLiteral("ws"));
    if (rest.isEmpty() != ws.isEmpty())
        return Error{Errc::BadConfig, "--rest and --ws", "one needs the other"};
    VenueTarget target;
    std::vector<VenueHost> hosts;
    if (!rest.isEmpty())
        hosts.push_back({rest.toStdString(), ws.toStdString()});
    const QString name = parser.value(QStringLiteral("venue"));
    if (name == QLatin1String("practice") && hosts.empty()) {
        const auto exchange = std::make_shared<practice::PracticeExchange>(practice::PracticeConfig());
        const auto address = exchange->start();
        if (!address)
            return address.error();
        hosts.push_back({address->rest, address->webSocket});
        target.practice = exchange;
    }
    auto venue = findVenue(name.toStdString(), hosts);
    if (!venue)
        return venue.error();
    target.venue = std::move(*venue);
    return target;
}

std::optional<std::chrono::milliseconds> parseLength(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,9})(ms|s|m|h)?$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const int factor = unit == QLatin1String("ms") ? 1
        : unit == QLatin1String("m")               ? 60'000
        : unit == QLatin1String("h")               ? 3'600'000
                                                   : 1'000;
    const std::chrono::milliseconds length(match.captured(1).toLongLong() * factor);
    if (length <= std::chrono::milliseconds::zero() || length > std::chrono::hours(7 * 24))
        return std::nullopt;
    return length;
}

} // namespace spreadline::cli
