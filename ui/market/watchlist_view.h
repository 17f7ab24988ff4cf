// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace spreadline {

/// The watchlist's table: what is typed becomes the filter, Space is the next row, and columns that do not fit are left out rather
/// than cut. Column widths are the user's; the symbol's takes what is left, so that the list fills its dock.
class WatchlistView : public QTableView {
    Q_OBJECT
public:
    explicit WatchlistView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Gives up volume, else funding, else both, until the rest fits.
    void fitColumns();
    void moveRow(int by);
    /// What stands there while there are no rows.
    void setEmptyText(const QString& text);
    const QString& emptyText() const noexcept { return m_emptyText; }

Q_SIGNALS:
    void typed(const QString& text);
    void starClicked(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_emptyText;
};

} // namespace spreadline
