// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/channel_model.h"

#include "session/market_view.h"
#include "style/format.h"
#include "style/trust_text.h"
#include "style/wall_time.h"

#include <algorithm>

namespace spreadline {
namespace {

QString streamName(const Channel& channel)
{
    switch (channel.kind) {
    case StreamKind::Trades: return ChannelModel::tr("Trades");
    case StreamKind::Book: return ChannelModel::tr("Order book");
    case StreamKind::BookTop: return ChannelModel::tr("Best bid and ask");
    case StreamKind::Klines: return ChannelModel::tr("Bars %1").arg(QString::fromStdString(toString(channel.interval)));
    case StreamKind::MarkPrice: return ChannelModel::tr("Mark price");
    case StreamKind::Ticker: return ChannelModel::tr("24 h ticker");
    case StreamKind::Liquidations: return ChannelModel::tr("Liquidations");
    }
    return {};
}

} // namespace

ChannelModel::ChannelModel(const MarketView& market, QObject* parent) : QAbstractTableModel(parent), m_market(market) {}

void ChannelModel::setChannels(const std::vector<ChannelTrust>& channels)
{
    const bool sameRows = std::ranges::equal(channels, m_channels, {}, &ChannelTrust::channel, &ChannelTrust::channel);
    if (sameRows) {
        m_channels = channels;
        tick();
        return;
    }
    beginResetModel();
    m_channels = channels;
    endResetModel();
}

void ChannelModel::tick()
{
    if (!m_channels.empty())
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, Reason));
}

int ChannelModel::count(TrustState state) const
{
    return static_cast<int>(
        std::ranges::count_if(m_channels, [state](const ChannelTrust& channel) { return channel.trust.state == state; }));
}

int ChannelModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_channels.size());
}

int ChannelModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChannelModel::text(const ChannelTrust& row, int column) const
{
    switch (column) {
    case Stream: return streamName(row.channel);
    case InstrumentName:
        if (row.channel.instrument == allInstruments)
            return tr("All");
        if (const Instrument* instrument = m_market.instrument(row.channel.instrument))
            return QString::fromStdString(instrument->symbol);
        return format::missing();
    case State: return trustWord(row.trust.state);
    case Age: return row.trust.lastData.isKnown() ? format::age(wallTime() - row.trust.lastData) : format::missing();
    case Reason: return row.trust.state == TrustState::Synced ? QString() : adviceText(row.trust.reason);
    default: return {};
    }
}

QVariant ChannelModel::sortValue(const ChannelTrust& row, int column) const
{
    if (column == State)
        return static_cast<int>(row.trust.state);
    if (column == Age)
        return static_cast<qint64>(row.trust.lastData.nanos());
    return text(row, column);
}

QVariant ChannelModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ChannelTrust& row = m_channels[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(index.column() == Age ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case TrustStateRole: return static_cast<int>(row.trust.state);
    case SortRole: return sortValue(row, index.column());
    default: return {};
    }
}

QVariant ChannelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(section == Age ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Stream: return tr("Stream");
    case InstrumentName: return tr("Symbol");
    case State: return tr("Trust");
    case Age: return tr("Age");
    case Reason: return tr("Reason");
    default: return {};
    }
}

} // namespace spreadline
