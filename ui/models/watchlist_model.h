// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <QAbstractTableModel>

#include <unordered_map>

namespace spreadline {

class Favourites;
class MarketView;

/// Every instrument of the venue with its last batch's figures, one row each, in the venue's order. Texts are formatted with the
/// instrument's decimals; sorting goes by value through WatchlistProxy. Ui thread only.
class WatchlistModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Star, Symbol, Last, Change, Volume, Funding, TrustLight, ColumnCount };
    enum Role {
        InstrumentRole = Qt::UserRole + 1, ///< the InstrumentId as quint32
        QuoteAssetRole,                    ///< of the Symbol column, whose text is the base asset
        HaltRole,                          ///< why it cannot be traded, empty while it can
        DirectionRole,                     ///< -1, 0, +1: of the change, the funding rate, or of the last price move
        StaleRole,                         ///< the row's numbers are not to be believed
        FavouriteRole,
        TrustStateRole,
        FlashRole, ///< the last price moved within the last flashSpan
    };
    static constexpr int flashSpan = 280; ///< milliseconds

    /// Both must outlive the model.
    WatchlistModel(const MarketView& market, Favourites& favourites, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const Instrument* instrumentAt(int row) const;
    const TickerRow* tickerAt(int row) const; ///< null when nothing has come yet
    int rowOf(InstrumentId id) const;         ///< -1 when unknown
    QString symbolAt(int row) const;
    bool isFavourite(int row) const;
    void toggleFavourite(int row);
    /// The venue's clock minus ours, for the time left until funding.
    void setClockOffset(Duration offset) { m_clockOffset = offset; }
    /// Off: nothing flashes.
    void setFlashing(bool on) { m_flashing = on; }

private:
    void reset();
    void update(const std::vector<InstrumentId>& changed);
    QVariant text(int row, int column) const;
    QVariant toolTip(int row, int column) const;
    int direction(int row, int column) const;
    bool isStale(int row) const;
    bool isFlashing(int row) const;

    const MarketView& m_market;
    Favourites& m_favourites;
    struct Move {
        std::optional<Price> last;
        qint64 at = 0;
    };
    std::vector<Move> m_moves; ///< by row: when the last price moved
    Duration m_clockOffset{};
    int m_rows = 0;
    bool m_flashing = true;
};

} // namespace spreadline
