// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace spreadline {

class ChartGrid;
class ThemeSource;

/// How the charts stand, drawn small, at the end of the strip above them; its menu chooses another way.
class GridButton : public QAbstractButton {
    Q_OBJECT
public:
    GridButton(ChartGrid& grid, const ThemeSource& themes, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {40, 46}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChartGrid& m_grid;
    const ThemeSource& m_themes;
};

} // namespace spreadline
