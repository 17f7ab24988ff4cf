// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/watchlist_view.h"

#include "market/watchlist_delegate.h"
#include "models/watchlist_model.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

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
    horizontalHeader()->setSortIndicatorClearable(true); // the third click: the user's own order
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

void WatchlistView::moveCurrent(int by)
{
    const int from = currentIndex().row(), to = from + by;
    if (!m_movable)
        Q_EMIT moveRefused(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
    else if (from >= 0 && to >= 0 && to < model()->rowCount())
        Q_EMIT rowMoved(from, to);
}

void WatchlistView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_drag)
        return endDrag(false);
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
    m_drag.reset();
    if (event->button() == Qt::LeftButton && index.isValid())
        m_drag = Drag{event->pos(), index.row(), index.row(), false};
}

// Held and moved, a row goes along; without that a table would choose every row the mouse passes.
void WatchlistView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drag || !event->buttons().testFlag(Qt::LeftButton)) {
        QTableView::mouseMoveEvent(event);
        return;
    }
    const QPoint at = event->pos();
    if (!m_drag->isMoving && std::abs(at.y() - m_drag->pressed.y()) < QApplication::startDragDistance())
        return;
    if (!m_movable) {
        m_drag.reset();
        Q_EMIT moveRefused(event->globalPosition().toPoint());
        return;
    }
    m_drag->isMoving = true;
    setCursor(Qt::ClosedHandCursor);
    dragTo(at.y());
}

void WatchlistView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_drag && event->button() == Qt::LeftButton)
        endDrag(m_drag->isMoving);
    QTableView::mouseReleaseEvent(event);
}

int WatchlistView::rowAt(int y) const
{
    const int row = QTableView::rowAt(std::clamp(y, 0, std::max(0, viewport()->height() - 1)));
    return row >= 0 ? row : model()->rowCount() - 1;
}

void WatchlistView::dragTo(int y)
{
    const bool beyond = y < 0 || y >= viewport()->height();
    if (beyond && !m_scroll.isActive())
        m_scroll.start(60, this);
    else if (!beyond)
        m_scroll.stop();
    m_drag->to = rowAt(y);
    viewport()->update();
}

void WatchlistView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_scroll.timerId())
        return QTableView::timerEvent(event);
    if (!m_drag)
        return m_scroll.stop();
    const int y = viewport()->mapFromGlobal(QCursor::pos()).y();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (y < 0 ? -1 : 1) * WatchlistDelegate::rowHeight);
    dragTo(y);
}

void WatchlistView::endDrag(bool drop)
{
    const Drag drag = *m_drag;
    m_drag.reset();
    m_scroll.stop();
    unsetCursor();
    viewport()->update();
    if (drop && drag.from != drag.to)
        Q_EMIT rowMoved(drag.from, drag.to);
}

void WatchlistView::paintDrop(QPainter& painter) const
{
    const QRect row = visualRect(model()->index(m_drag->to, WatchlistModel::Symbol));
    const int y = m_drag->to > m_drag->from ? row.bottom() : row.top() - 1;
    painter.fillRect(QRect(0, y, viewport()->width(), 2), palette().color(QPalette::Highlight));
}

void WatchlistView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void WatchlistView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_drag && m_drag->isMoving && m_drag->to != m_drag->from) {
        QPainter painter(viewport());
        paintDrop(painter);
    }
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
