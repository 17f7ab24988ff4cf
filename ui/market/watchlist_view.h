// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QTableView>

#include <optional>

namespace spreadline {

/// The watchlist's table: rows can be dragged where the list allows it; what is typed becomes the filter, Space is the next row, and columns that do not fit are left out rather
/// than cut. Column widths are the user's; the symbol's takes what is left, so that the list fills its dock.
class WatchlistView : public QTableView {
    Q_OBJECT
public:
    explicit WatchlistView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Gives up volume, else funding, else both, until the rest fits.
    void fitColumns();
    void moveRow(int by);
    /// The current row itself, as far as the list allows it.
    void moveCurrent(int by);
    /// What stands there while there are no rows.
    void setEmptyText(const QString& text);
    const QString& emptyText() const noexcept { return m_emptyText; }
    /// Off: who drags a row is told so by moveRefused.
    void setMovable(bool on) { m_movable = on; }

Q_SIGNALS:
    void typed(const QString& text);
    void starClicked(const QModelIndex& index);
    void rowMoved(int from, int to);
    void moveRefused(QPoint at); ///< global

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// A row on its way: from where, over which row, and whether it has left its place.
    struct Drag {
        QPoint pressed;
        int from = -1, to = -1;
        bool isMoving = false;
    };
    int rowAt(int y) const; ///< the nearest; -1 without rows
    void dragTo(int y);
    void endDrag(bool drop);
    void paintDrop(QPainter& painter) const;

    QString m_emptyText;
    std::optional<Drag> m_drag;
    QBasicTimer m_scroll; ///< while a row is held beyond the edge
    bool m_movable = false;
};

} // namespace spreadline
