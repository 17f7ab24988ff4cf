// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/grid_button.h"

#include "chart/chart_grid.h"
#include "style/theme.h"

#include <QMenu>
#include <QPainter>

namespace spreadline {

GridButton::GridButton(ChartGrid& grid, const ThemeSource& themes, QWidget* parent)
    : QAbstractButton(parent), m_grid(grid), m_themes(themes)
{
    setObjectName(QStringLiteral("gridButton"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFixedSize(sizeHint());
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    const auto describe = [this] {
        setToolTip(tr("Charts in the window: %1").arg(chart::gridShapeName(m_grid.shape())));
        setAccessibleName(toolTip());
        update();
    };
    connect(&grid, &ChartGrid::shapeChanged, this, describe);
    connect(&themes, &ThemeSource::themeChanged, this, [this] { update(); });
    connect(this, &QAbstractButton::clicked, this, [this] {
        QMenu menu(this);
        m_grid.fillShapeMenu(menu);
        menu.exec(mapToGlobal(QPoint(width() - menu.sizeHint().width(), height())));
    });
    describe();
}

void GridButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_themes.theme();
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
    if (underMouse())
        painter.fillRect(rect().adjusted(4, 9, -4, -10), theme.hover);
    const QRectF box((width() - 17) / 2.0, (height() - 14) / 2.0, 16, 13);
    chart::drawGridShape(painter, m_grid.shape(), box.translated(0.5, 0.5), underMouse() ? theme.text : theme.textMuted);
}

} // namespace spreadline
