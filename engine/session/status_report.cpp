// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/status_report.h"

#include <QJsonArray>

namespace spreadline {

QString trustName(TrustState state)
{
    switch (state) {
    case TrustState::Down: return QStringLiteral("Down");
    case TrustState::Resyncing: return QStringLiteral("Resyncing");
    case TrustState::Stale: return QStringLiteral("Stale");
    case TrustState::Partial: return QStringLiteral("Partial");
    case TrustState::Synced: return QStringLiteral("Synced");
    }
    return QStringLiteral("Down");
}

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString kindName(StreamKind kind)
{
    switch (kind) {
    case StreamKind::Trades: return QStringLiteral("trades");
    case StreamKind::Book: return QStringLiteral("book");
    case StreamKind::BookTop: return QStringLiteral("bookTop");
    case StreamKind::Klines: return QStringLiteral("klines");
    case StreamKind::MarkPrice: return QStringLiteral("markPrice");
    case StreamKind::Ticker: return QStringLiteral("ticker");
    case StreamKind::Liquidations: return QStringLiteral("liquidations");
    }
    return QStringLiteral("trades");
}

double millis(Duration span)
{
    return static_cast<double>(span.count()) / 1e6;
}

QJsonObject streamReport(const ChannelTrust& stream, const std::vector<Instrument>& instruments, Timestamp now)
{
    const auto& [channel, trust] = stream;
    QJsonObject json{{QStringLiteral("stream"), kindName(channel.kind)}, {QStringLiteral("trust"), trustName(trust.state)}};
    if (index(channel.instrument) < instruments.size())
        json[QStringLiteral("symbol")] = text(instruments[index(channel.instrument)].symbol);
    if (channel.kind == StreamKind::Klines)
        json[QStringLiteral("interval")] = text(toString(channel.interval));
    if (trust.state != TrustState::Synced)
        json[QStringLiteral("reason")] = text(name(trust.reason));
    if (trust.lastData.isKnown())
        json[QStringLiteral("ageMs")] = millis(now - trust.lastData);
    return json;
}

QJsonObject healthReport(const VenueHealth& health)
{
    return {{QStringLiteral("venue"), text(health.venue)},
            {QStringLiteral("connected"), health.connected},
            {QStringLiteral("latencyP50Ms"), millis(health.latencyP50)},
            {QStringLiteral("latencyP99Ms"), millis(health.latencyP99)},
            {QStringLiteral("roundTripMs"), millis(health.roundTrip)},
            {QStringLiteral("clockOffsetMs"), millis(health.clockOffset)},
            {QStringLiteral("clockTrusted"), health.clockTrusted},
            {QStringLiteral("weightUsed"), health.weightUsed},
            {QStringLiteral("weightLimit"), health.weightLimit},
            {QStringLiteral("frames"), static_cast<qint64>(health.frames)},
            {QStringLiteral("rejected"), static_cast<qint64>(health.rejected)},
            {QStringLiteral("unknown"), static_cast<qint64>(health.unknown)},
            {QStringLiteral("gaps"), static_cast<qint64>(health.gaps)},
            {QStringLiteral("resyncs"), static_cast<qint64>(health.resyncs)},
            {QStringLiteral("reconnects"), static_cast<qint64>(health.reconnects)}};
}

} // namespace

QJsonObject statusReport(const StatusView& status, const std::vector<Instrument>& instruments, Timestamp now)
{
    QJsonObject json = healthReport(status.health);
    QJsonArray streams;
    for (const ChannelTrust& stream : status.channels)
        streams.append(streamReport(stream, instruments, now));
    json[QStringLiteral("streams")] = streams;
    json[QStringLiteral("instruments")] = static_cast<qint64>(instruments.size());
    json[QStringLiteral("skippedFrames")] = static_cast<qint64>(status.skippedFrames);
    json[QStringLiteral("marketOverflows")] = static_cast<qint64>(status.marketOverflows);
    json[QStringLiteral("storeRows")] = static_cast<qint64>(status.storeRows);
    json[QStringLiteral("storeDropped")] = static_cast<qint64>(status.storeDropped);
    json[QStringLiteral("tradesMissed")] = static_cast<qint64>(status.tradesMissed);
    json[QStringLiteral("tradesNotInBars")] = static_cast<qint64>(status.tradesNotInBars);
    if (status.storeFailure)
        json[QStringLiteral("storeFailure")] = text(name(status.storeFailure->code));
    return json;
}

} // namespace spreadline
