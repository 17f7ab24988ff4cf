// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch_report.h"

#include "domain/interval.h"
#include "exchange/binance/binance_dialect.h"
#include "session/status_report.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace spreadline::cli {
namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

template<typename Number>
concept HasText = requires(const Number& number)
{
    number.toString();
};

template<HasText Number>
QString text(const Number& number)
{
    return QString::fromStdString(number.toString());
}

void print(const QJsonObject& line)
{
    std::fputs(QJsonDocument(line).toJson(QJsonDocument::Compact).constData(), stdout);
    std::fputc('\n', stdout);
}

QJsonObject start(const char* type, InstrumentId id, const InstrumentTable& instruments)
{
    const Instrument* instrument = instruments.find(id);
    return {{QStringLiteral("type"), QLatin1String(type)},
            {QStringLiteral("symbol"), instrument ? text(instrument->symbol) : QString()}};
}

void printTrade(const Trade& trade, const InstrumentTable& instruments)
{
    QJsonObject line = start("trade", trade.instrument, instruments);
    line[QStringLiteral("id")] = static_cast<qint64>(trade.id);
    line[QStringLiteral("price")] = text(trade.price);
    line[QStringLiteral("quantity")] = text(trade.quantity);
    line[QStringLiteral("side")] = trade.aggressor == Side::Buy ? QStringLiteral("buy") : QStringLiteral("sell");
    line[QStringLiteral("time_ms")] = static_cast<qint64>(trade.time.millis());
    print(line);
}

void printKline(const KlineUpdate& update, const InstrumentTable& instruments)
{
    const Kline& kline = update.kline;
    QJsonObject line = start("kline", update.instrument, instruments);
    line[QStringLiteral("interval")] = QString::fromStdString(toString(update.interval));
    line[QStringLiteral("open_time_ms")] = static_cast<qint64>(kline.openTime.millis());
    line[QStringLiteral("open")] = text(kline.open);
    line[QStringLiteral("high")] = text(kline.high);
    line[QStringLiteral("low")] = text(kline.low);
    line[QStringLiteral("close")] = text(kline.close);
    line[QStringLiteral("volume")] = text(kline.volume);
    line[QStringLiteral("trades")] = static_cast<qint64>(kline.trades);
    line[QStringLiteral("closed")] = kline.closed;
    print(line);
}

QJsonArray level(const BookLevel& level, BookScale scale)
{
    return {text(Price::fromMantissa(level.price, scale.price)), text(Quantity::fromMantissa(level.quantity, scale.quantity))};
}

void printTop(const BookTop& top, const InstrumentTable& instruments)
{
    QJsonObject line = start("top", top.instrument, instruments);
    line[QStringLiteral("update_id")] = static_cast<qint64>(top.updateId);
    line[QStringLiteral("bid")] = level(top.bid, top.scale);
    line[QStringLiteral("ask")] = level(top.ask, top.scale);
    print(line);
}

double milliseconds(Duration span)
{
    return static_cast<double>(span.count()) / 1e6;
}

} // namespace

void WatchReport::sawData(const Channel& channel, Timestamp received)
{
    if (const auto found = m_channels.find(channel); found != m_channels.end())
        found->second.lastData = received;
}

void WatchReport::add(const StampedEvent& stamped, const InstrumentTable& instruments)
{
    const auto at = stamped.received;
    if (const auto* trade = std::get_if<Trade>(&stamped.event)) {
        sawData({StreamKind::Trades, trade->instrument, {}}, at);
        printTrade(*trade, instruments);
    } else if (const auto* kline = std::get_if<KlineUpdate>(&stamped.event)) {
        sawData({StreamKind::Klines, kline->instrument, kline->interval}, at);
        printKline(*kline, instruments);
    } else if (const auto* top = std::get_if<BookTop>(&stamped.event)) {
        sawData({StreamKind::BookTop, top->instrument, {}}, at);
        printTop(*top, instruments);
    } else if (const auto* delta = std::get_if<BookDelta>(&stamped.event)) {
        sawData({StreamKind::Book, delta->instrument, {}}, at);
    } else if (const auto* mark = std::get_if<MarkPrice>(&stamped.event)) {
        sawData({StreamKind::MarkPrice, mark->instrument, {}}, at);
    } else if (const auto* trust = std::get_if<ChannelTrust>(&stamped.event)) {
        const Timestamp last = std::max(m_channels[trust->channel].lastData, trust->trust.lastData);
        m_channels[trust->channel] = trust->trust;
        m_channels[trust->channel].lastData = last;
    } else if (const auto* health = std::get_if<VenueHealth>(&stamped.event)) {
        m_health = *health;
    }
}

void WatchReport::finish(Timestamp now, const InstrumentTable& instruments)
{
    const BinanceDialect dialect;
    QJsonArray channels;
    for (const auto& [channel, trust] : m_channels) {
        QJsonObject entry{{QStringLiteral("stream"), text(dialect.streamName(channel, instruments))},
                          {QStringLiteral("trust"), trustName(trust.state)},
                          {QStringLiteral("reason"), trust.state == TrustState::Synced ? QString() : text(name(trust.reason))}};
        entry[QStringLiteral("age_ms")] =
            trust.lastData.isKnown() ? QJsonValue(milliseconds(now - trust.lastData)) : QJsonValue();
        channels.append(entry);
    }
    print({{QStringLiteral("type"), QStringLiteral("summary")},
           {QStringLiteral("venue"), text(m_health.venue)},
           {QStringLiteral("connected"), m_health.connected},
           {QStringLiteral("messages"), static_cast<qint64>(m_health.frames)},
           {QStringLiteral("rejected"), static_cast<qint64>(m_health.rejected)},
           {QStringLiteral("gaps"), static_cast<qint64>(m_health.gaps)},
           {QStringLiteral("resyncs"), static_cast<qint64>(m_health.resyncs)},
           {QStringLiteral("reconnects"), static_cast<qint64>(m_health.reconnects)},
           {QStringLiteral("clock_offset_ms"), milliseconds(m_health.clockOffset)},
           {QStringLiteral("latency_ms"),
            QJsonObject{{QStringLiteral("p50"), milliseconds(m_health.latencyP50)},
                        {QStringLiteral("p99"), milliseconds(m_health.latencyP99)}}},
           {QStringLiteral("channels"), channels}});
    std::fflush(stdout);
}

} // namespace spreadline::cli
