// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/terminal.h"
#include "style/theme.h"

#include <QWidget>

namespace spreadline {

/// The name of the environment in its colour, at the end of the menu bar.
class EnvironmentBadge : public QWidget {
    Q_OBJECT
public:
    EnvironmentBadge(Terminal::Environment environment, const ThemeSource& themes, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Terminal::Environment m_environment;
    const ThemeSource& m_themes;
};

} // namespace spreadline
