// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/channel_model.h"
#include "session/terminal.h"
#include "style/theme.h"

#include <QSortFilterProxyModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QTableView;

namespace spreadline {

/// Every stream with its trust, the worst first, and the counters of the connection. Ui thread only.
class ConnectionsPanel : public QWidget {
    Q_OBJECT
public:
    ConnectionsPanel(Terminal& terminal, const ThemeSource& themes, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {500, 150}; }

private:
    void buildTable(const ThemeSource& themes);
    void show(const StatusView& status);

    Terminal& m_terminal;
    ChannelModel m_model;
    QSortFilterProxyModel m_sorted;
    QTableView* m_table;
    QLabel* m_counters;
    QTimer m_ageing;
};

} // namespace spreadline
