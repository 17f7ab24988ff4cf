// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/watchlist_view.h"

#include "market/watchlist_delegate.h"
#include "models/watchlist_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace spreadline {
namespace {

constexpr std::array<int, WatchlistModel::ColumnCount> defaultWidths{24, 98, 80, 66, 62, 72, 26};
constexpr int narrowestSymbol = defaultWidths[WatchlistModel::Symbol];

struct Choice {
    bool volume, funding;
};
constexpr std::array<Choice, 4> choices{{{true, true}, {false, true}, {true, false}, {false, false}}}; ///< the first that fits

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
    horizontalHeader()->setSectionResizeMode(WatchlistModel::Symbol, QHeaderView::Stretch); // a restored state undoes it
    int fixed = narrowestSymbol;
    for (const int column : {WatchlistModel::Volume, WatchlistModel::Funding})
        setColumnHidden(column, false);
    for (int column = 0; column < WatchlistModel::ColumnCount; ++column) {
        const bool mayGo = column == WatchlistModel::Volume || column == WatchlistModel::Funding;
        fixed += mayGo || column == WatchlistModel::Symbol ? 0 : columnWidth(column);
    }
    const auto fits = [&](Choice choice) {
        const int more = (choice.volume ? columnWidth(WatchlistModel::Volume) : 0)
            + (choice.funding ? columnWidth(WatchlistModel::Funding) : 0);
        return fixed + more <= viewport()->width();
    };
    const auto best = std::ranges::find_if(choices, fits);
    const Choice chosen = best == choices.end() ? choices.back() : *best;
    setColumnHidden(WatchlistModel::Volume, !chosen.volume);
    setColumnHidden(WatchlistModel::Funding, !chosen.funding);
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

void WatchlistView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void WatchlistView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!model() || model()->rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(20, 40, -20, -20), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     m_emptyText);
}

void WatchlistView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace spreadline
