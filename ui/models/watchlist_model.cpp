// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/watchlist_model.h"

#include "models/favourites.h"
#include "session/market_view.h"
#include "style/format.h"
#include "style/trust_text.h"
#include "style/wall_time.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace spreadline {
namespace {

qint64 monotonicMillis()
{
    return QDeadlineTimer::current(Qt::CoarseTimer).deadline();
}

int sign(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

} // namespace

WatchlistModel::WatchlistModel(const MarketView& market, Favourites& favourites, QObject* parent)
    : QAbstractTableModel(parent), m_market(market), m_favourites(favourites)
{
    connect(&market, &MarketView::instrumentsChanged, this, &WatchlistModel::reset);
    connect(&market, &MarketView::tickersChanged, this, &WatchlistModel::update);
    connect(&favourites, &Favourites::changed, this, [this] {
        if (m_rows > 0)
            Q_EMIT dataChanged(index(0, Star), index(m_rows - 1, Star));
    });
    reset();
}

void WatchlistModel::reset()
{
    beginResetModel();
    m_rows = static_cast<int>(m_market.instruments().size());
    m_moves.assign(static_cast<std::size_t>(m_rows), {});
    endResetModel();
}

void WatchlistModel::update(const std::vector<InstrumentId>& changed)
{
    int first = m_rows;
    int last = -1;
    const qint64 now = monotonicMillis();
    for (const InstrumentId id : changed) {
        const int row = rowOf(id);
        const TickerRow* ticker = m_market.ticker(id);
        if (row < 0 || !ticker)
            continue;
        first = std::min(first, row);
        last = std::max(last, row);
        Move& move = m_moves[static_cast<std::size_t>(row)];
        if (move.last && ticker->last && *move.last != *ticker->last)
            move.at = now;
        move.last = ticker->last;
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

int WatchlistModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int WatchlistModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Instrument* WatchlistModel::instrumentAt(int row) const
{
    return row >= 0 && row < m_rows ? &m_market.instruments()[static_cast<std::size_t>(row)] : nullptr;
}

const TickerRow* WatchlistModel::tickerAt(int row) const
{
    const Instrument* instrument = instrumentAt(row);
    return instrument ? m_market.ticker(instrument->id) : nullptr;
}

int WatchlistModel::rowOf(InstrumentId id) const
{
    // Ids are positions in the venue's list; the check keeps a list that breaks this from showing the wrong row.
    const Instrument* guess = instrumentAt(static_cast<int>(spreadline::index(id)));
    return guess && guess->id == id ? static_cast<int>(spreadline::index(id)) : -1;
}

QString WatchlistModel::symbolAt(int row) const
{
    const Instrument* instrument = instrumentAt(row);
    return instrument ? QString::fromStdString(instrument->symbol) : QString();
}

bool WatchlistModel::isFavourite(int row) const
{
    return m_favourites.contains(symbolAt(row));
}

void WatchlistModel::toggleFavourite(int row)
{
    if (instrumentAt(row))
        m_favourites.toggle(symbolAt(row));
}

bool WatchlistModel::isStale(int row) const
{
    const TickerRow* ticker = tickerAt(row);
    return !ticker || !isUsable(ticker->trust);
}

bool WatchlistModel::isFlashing(int row) const
{
    const qint64 at = m_moves[static_cast<std::size_t>(row)].at;
    return m_flashing && at != 0 && monotonicMillis() - at < flashSpan;
}

int WatchlistModel::direction(int row, int column) const
{
    const TickerRow* ticker = tickerAt(row);
    if (!ticker)
        return 0;
    if (column == Change && ticker->last && ticker->open24h)
        return sign((*ticker->last - *ticker->open24h).toDouble());
    if (column == Funding && ticker->fundingRate)
        return sign(ticker->fundingRate->toDouble());
    return column == Last ? ticker->direction : 0;
}

QVariant WatchlistModel::text(int row, int column) const
{
    const Instrument& instrument = *instrumentAt(row);
    const TickerRow* ticker = tickerAt(row);
    switch (column) {
    case Symbol: return QString::fromStdString(instrument.baseAsset.empty() ? instrument.symbol : instrument.baseAsset);
    case Last: return ticker ? format::price(ticker->last, instrument) : format::missing();
    case Change:
        return ticker && ticker->last && ticker->open24h ? format::change(*ticker->last, *ticker->open24h) : format::missing();
    case Volume: return ticker && ticker->quoteVolume24h ? format::compact(*ticker->quoteVolume24h) : format::missing();
    case Funding: return ticker && ticker->fundingRate ? format::ratio(*ticker->fundingRate) : format::missing();
    default: return {};
    }
}

QVariant WatchlistModel::toolTip(int row, int column) const
{
    const TickerRow* ticker = tickerAt(row);
    const Instrument& instrument = *instrumentAt(row);
    if (column == TrustLight)
        return ticker ? trustSentence(ticker->trust, wallTime()) : trustSentence(Trust{}, {});
    if (column == Symbol) {
        const QString halt = haltName(instrument.status);
        return QString::fromStdString(instrument.symbol) + (halt.isEmpty() ? QString() : QStringLiteral(": ") + halt);
    }
    if (!ticker)
        return {};
    if (column == Funding && ticker->nextFunding.isKnown())
        return tr("Next funding in %1").arg(format::countdown(ticker->nextFunding - (wallTime() + m_clockOffset)));
    if (column == Last)
        return tr("Mark %1, index %2").arg(format::price(ticker->mark, instrument), format::price(ticker->index, instrument));
    if (column == Change)
        return tr("24 h high %1, low %2")
            .arg(format::price(ticker->high24h, instrument), format::price(ticker->low24h, instrument));
    if (column == Volume && ticker->volume24h)
        return tr("%1 %2 in 24 h").arg(format::number(*ticker->volume24h, 0), QString::fromStdString(instrument.baseAsset));
    return {};
}

QVariant WatchlistModel::data(const QModelIndex& index, int role) const
{
    const int row = index.row();
    if (!index.isValid() || !instrumentAt(row))
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(index.column() <= Symbol ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: return index.column() == TrustLight ? toolTip(row, TrustLight) : text(row, index.column());
    case InstrumentRole: return spreadline::index(instrumentAt(row)->id);
    case QuoteAssetRole: return QString::fromStdString(instrumentAt(row)->quoteAsset);
    case HaltRole: return haltName(instrumentAt(row)->status);
    case DirectionRole: return direction(row, index.column());
    case StaleRole: return isStale(row);
    case FavouriteRole: return isFavourite(row);
    case TrustStateRole: return static_cast<int>(tickerAt(row) ? tickerAt(row)->trust.state : TrustState::Down);
    case FlashRole: return isFlashing(row);
    default: return {};
    }
}

QVariant WatchlistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(section <= Symbol ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Symbol: return tr("Symbol");
    case Last: return tr("Last");
    case Change: return tr("24h %");
    case Volume: return tr("Volume");
    case Funding: return tr("Funding");
    default: return {};
    }
}

} // namespace spreadline
