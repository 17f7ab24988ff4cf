// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_links_button.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QIcon>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

namespace spreadline::chart {
namespace {

// A dark number on the bright colours of the dark theme, a white one on the deep colours of the light one.
QColor numberColour(const Theme& theme)
{
    return theme.isDark ? theme.window : QColor(Qt::white);
}

void drawDot(QPainter& painter, const QRectF& box, int group, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (group == ChartLinks::none) {
        painter.setPen(QPen(theme.textMuted, 1.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ChartLinks::colour(group, theme));
    painter.drawEllipse(box);
    QFont font = numberFont(10, QFont::Bold);
    font.setPixelSize(static_cast<int>(box.height() * 0.74));
    painter.setFont(font);
    painter.setPen(numberColour(theme));
    painter.drawText(box.translated(0, 0.3), Qt::AlignCenter, QString::number(group));
}

QIcon dotIcon(int group, const Theme& theme, qreal dpr)
{
    constexpr int size = 16;
    QPixmap pixmap(QSize(size, size) * dpr);
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawDot(painter, QRectF(1, 1, size - 2, size - 2), group, theme);
    return QIcon(pixmap);
}

} // namespace

LinkButton::LinkButton(ChartLinks& links, const ThemeSource& themes, QWidget* parent)
    : QAbstractButton(parent), m_links(links), m_themes(themes)
{
    setObjectName(QStringLiteral("link"));
    setFocusPolicy(Qt::NoFocus); // the keyboard stays with the chart; the menu bar and the palette lead here as well
    setCursor(Qt::ArrowCursor);
    setFixedSize(sizeHint());
    describe();
    connect(this, &QAbstractButton::clicked, this, &LinkButton::openMenu);
}

void LinkButton::setGroup(int group)
{
    if (group == m_group)
        return;
    m_group = group;
    describe();
    update();
}

void LinkButton::describe()
{
    const QString text = m_group == ChartLinks::none
        ? tr("In no link group: click to link this chart with others")
        : tr("Link group %1, %2").arg(m_group).arg(ChartLinks::name(m_group).toLower());
    setToolTip(text);
    setAccessibleName(text);
}

void LinkButton::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void LinkButton::openMenu()
{
    QMenu menu(this);
    fillMenu(menu);
    menu.exec(mapToGlobal(QPoint(0, height() + 2)));
}

void LinkButton::fillMenu(QMenu& menu)
{
    auto* groups = new QActionGroup(&menu);
    for (int group = ChartLinks::none; group <= ChartLinks::groupCount; ++group) {
        const QString name = group == ChartLinks::none ? ChartLinks::name(group)
                                                       : QStringLiteral("&%1  %2").arg(group).arg(ChartLinks::name(group));
        QAction* action = menu.addAction(dotIcon(group, m_themes.theme(), devicePixelRatioF()), name);
        action->setActionGroup(groups);
        action->setCheckable(true);
        action->setChecked(group == m_group);
        action->setData(group);
        connect(action, &QAction::triggered, this, [this, group] { Q_EMIT chosen(group); });
    }
    menu.addSeparator();
    addParts(menu);
    menu.addSeparator();
    connect(menu.addAction(tr("C&lose this chart")), &QAction::triggered, this, &LinkButton::closeWanted);
}

void LinkButton::addParts(QMenu& menu)
{
    const std::pair<QString, bool LinkParts::*> choices[] = {{tr("Linked: &symbol"), &LinkParts::symbol},
                                                             {tr("Linked: &interval"), &LinkParts::interval},
                                                             {tr("Linked: &crosshair"), &LinkParts::crosshair},
                                                             {tr("Linked: &dates in sight"), &LinkParts::range}};
    const int group = m_group;
    for (const auto& [text, part] : choices) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setEnabled(group != ChartLinks::none);
        action->setChecked(group != ChartLinks::none && m_links.parts(group).*part);
        connect(action, &QAction::triggered, this, [this, group, member = part](bool on) {
            LinkParts parts = m_links.parts(group);
            parts.*member = on;
            m_links.setParts(group, parts);
        });
    }
}

void LinkButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_themes.theme();
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hover);
        painter.drawRoundedRect(rect(), 3, 3);
    }
    drawDot(painter, QRectF(rect()).adjusted(3, 3, -3, -3), m_group, theme);
}

} // namespace spreadline::chart
