// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <QAbstractTableModel>

namespace spreadline {

class MarketView;

/// Every subscribed stream with its trust, the age of its data and the reason. Ui thread only.
class ChannelModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Stream, InstrumentName, State, Age, Reason, ColumnCount };
    enum Role { TrustStateRole = Qt::UserRole + 1, SortRole };

    explicit ChannelModel(const MarketView& market, QObject* parent = nullptr);

    void setChannels(const std::vector<ChannelTrust>& channels);
    /// The ages have moved on.
    void tick();
    int count(TrustState state) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant text(const ChannelTrust& channel, int column) const;
    QVariant sortValue(const ChannelTrust& channel, int column) const;

    const MarketView& m_market;
    std::vector<ChannelTrust> m_channels;
};

} // namespace spreadline
