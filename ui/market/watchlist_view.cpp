// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/watchlist_view.h"

#include "market/watchlist_delegate.h"
#include "models/watchlist_model.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace spreadline {
namespace {

constexpr std::array<int, WatchlistModel::ColumnCount> defaultWidths{24, 98, 80, 66, 62, 72, 26};
constexpr std::array<int, 2> optionalColumns{WatchlistModel::Volume, WatchlistModel::Funding};

} // namespace

WatchlistView::WatchlistView(QWidget* parent) : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSortingEnabled(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(WatchlistDelegate::rowHeight);
    horizontalHeader()->setMinimumSectionSize(20);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setStretchLastSection(false);
}

void WatchlistView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    for (std::size_t column = 0; column < defaultWidths.size(); ++column)
        setColumnWidth(static_cast<int>(column), defaultWidths[column]);
}

void WatchlistView::fitColumns()
{
    if (!model() || model()->columnCount() != WatchlistModel::ColumnCount)
        return;
    int wanted = 0;
    for (int column = 0; column < WatchlistModel::ColumnCount; ++column) {
        setColumnHidden(column, false);
        wanted += columnWidth(column);
    }
    for (const int column : optionalColumns) {
        if (wanted <= viewport()->width())
            break;
        wanted -= columnWidth(column);
        setColumnHidden(column, true);
    }
}

void WatchlistView::moveRow(int by)
{
    const int rows = model()->rowCount();
    if (rows == 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() : (by > 0 ? -1 : rows);
    setCurrentIndex(model()->index(std::clamp(from + by, 0, rows - 1), WatchlistModel::Symbol));
}

void WatchlistView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        const bool atEnd = currentIndex().row() + 1 >= model()->rowCount();
        moveRow(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : atEnd ? -model()->rowCount() : 1);
        return;
    }
    const QString text = event->text();
    const bool commands = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (!commands && !text.isEmpty() && text.at(0).isLetterOrNumber()) {
        Q_EMIT typed(text);
        return;
    }
    QTableView::keyPressEvent(event);
}

void WatchlistView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && index.column() == WatchlistModel::Star) {
        Q_EMIT starClicked(index);
        return;
    }
    QTableView::mousePressEvent(event);
}

void WatchlistView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace spreadline
