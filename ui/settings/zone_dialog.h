// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"
#include "style/theme.h"

#include <QDialog>
#include <QSortFilterProxyModel>
#include <QTimeZone>

class QMenu;
class QStandardItemModel;
class QTreeView;

namespace spreadline {

class DisplayOptions;
class SearchField;

/// Rows of a list that hold every typed word: "new york", "utc+2", "berlin".
class ZoneFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

/// Every time zone this machine knows, with its offset and what the clock says there; the recent ones on top. The chosen one takes
/// effect at once. Ui thread only.
class ZoneDialog : public QDialog {
    Q_OBJECT
public:
    enum Column { City, Region, Offset, Clock, ColumnCount };

    /// `now` is what the clocks show.
    ZoneDialog(DisplayOptions& display, const ThemeSource& themes, Timestamp now, QWidget* parent = nullptr);

    int shownCount() const;
    SearchField& field() noexcept { return *m_field; }

private:
    void fill(Timestamp now);
    void addRow(const QString& choice, const QString& city, const QString& region, const QTimeZone& zone, Timestamp now);
    void buildList();
    void move(int key);
    void choose();
    void selectFirst();
    void selectCurrent();

    DisplayOptions& m_display;
    SearchField* m_field;
    QStandardItemModel* m_model;
    ZoneFilter* m_filter;
    QTreeView* m_list;
};

/// UTC, the machine's own zone, the recent ones and "Other…" into a menu, the current one marked; to be called when the menu is about
/// to show.
void fillZoneMenu(QMenu& menu, DisplayOptions& display, const ThemeSource& themes);

} // namespace spreadline
