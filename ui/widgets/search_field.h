// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QLineEdit>

namespace spreadline {

/// A line to type a filter into: a lens at the left, Escape empties it, Up and Down are left to the list it filters.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    SearchField(const QString& placeholder, const ThemeSource& themes, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Up, Down, Page Up, Page Down: for the list.
    void navigated(int key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const ThemeSource& m_themes;
};

} // namespace spreadline
