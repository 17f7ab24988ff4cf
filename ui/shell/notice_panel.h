// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notice_log.h"
#include "style/theme.h"

#include <QWidget>

class QTableView;

namespace spreadline {

/// The notices of this run with their times, newest first.
class NoticePanel : public QWidget {
    Q_OBJECT
public:
    NoticePanel(NoticeLog& log, const ThemeSource& themes, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {500, 150}; }

private:
    QTableView* m_table;
};

} // namespace spreadline
