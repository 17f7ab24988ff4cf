// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dock_deck.h"

#include "settings/screen_clamp.h"
#include "widgets/dock_title.h"

#include <QApplication>
#include <QDockWidget>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>
#include <iterator>

namespace spreadline {
namespace {

/// Floating, it has an edge of its own; docked, panels meet at the separators.
class Dock final : public QDockWidget {
public:
    Dock(const QString& title, QWidget* parent, const ThemeSource& themes) : QDockWidget(title, parent), m_themes(themes) {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (!isFloating())
            return QDockWidget::paintEvent(event);
        QPainter(this).fillRect(rect(), m_themes.theme().textFaint);
    }

private:
    const ThemeSource& m_themes;
};

QWidget* focusTarget(QWidget* panel)
{
    while (panel->focusProxy())
        panel = panel->focusProxy();
    return panel;
}

} // namespace

DockDeck::DockDeck(QMainWindow& window, const ThemeSource& themes) : QObject(&window), m_window(window), m_themes(themes)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { markCurrent(now); });
}

QDockWidget& DockDeck::make(const QString& id, const QString& title, Qt::DockWidgetArea area)
{
    auto* dock = new Dock(title, &m_window, m_themes);
    dock->setObjectName(id);
    auto* bar = new DockTitle(*dock, m_themes);
    dock->setTitleBarWidget(bar);
    m_window.addDockWidget(area, dock);
    m_docks.push_back(dock);
    m_titles.push_back(bar);
    return *dock;
}

QDockWidget& DockDeck::add(const QString& id, const QString& title, QWidget* panel, Qt::DockWidgetArea area)
{
    QDockWidget& dock = make(id, title, area);
    panel->setAutoFillBackground(true);
    dock.setWidget(panel);
    addStop(panel);
    return dock;
}

QDockWidget& DockDeck::addTabs(const QString& id, const QString& title, const QStringList& tabs,
                               const std::vector<QWidget*>& panels, Qt::DockWidgetArea area)
{
    QDockWidget& dock = make(id, title, area);
    auto* stack = new QStackedWidget(&dock);
    auto* bar = new QTabBar(&dock);
    bar->setObjectName(id + QStringLiteral("Tabs"));
    bar->setDrawBase(false);
    bar->setExpanding(false);
    for (std::size_t i = 0; i < panels.size(); ++i) {
        bar->addTab(tabs[static_cast<qsizetype>(i)]);
        panels[i]->setAutoFillBackground(true);
        stack->addWidget(panels[i]);
        addStop(panels[i]);
    }
    connect(bar, &QTabBar::currentChanged, stack, &QStackedWidget::setCurrentIndex);
    connect(stack, &QStackedWidget::currentChanged, bar, &QTabBar::setCurrentIndex);
    m_titles.back()->setLead(bar);
    dock.setWidget(stack);
    return dock;
}

void DockDeck::addStop(QWidget* panel)
{
    addStops([panel] { return std::vector{panel}; });
}

void DockDeck::addStops(std::function<std::vector<QWidget*>()> panels)
{
    m_stops.push_back(std::move(panels));
}

void DockDeck::focusNext(int step)
{
    const QWidget* focused = QApplication::focusWidget();
    const auto holds = [focused](QWidget* panel) { return focused && (panel == focused || panel->isAncestorOf(focused)); };
    std::vector<QWidget*> stops;
    for (const auto& panels : m_stops)
        std::ranges::copy(panels(), std::back_inserter(stops));
    const auto now = std::ranges::find_if(stops, holds);
    const int count = static_cast<int>(stops.size());
    const int start = now == stops.end() ? (step > 0 ? -1 : count) : static_cast<int>(now - stops.begin());
    for (int i = 1; i <= count; ++i) {
        QWidget* next = stops[static_cast<std::size_t>(((start + step * i) % count + count) % count)];
        if (next->isVisible()) {
            focusTarget(next)->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void DockDeck::reveal(QWidget* panel)
{
    for (QDockWidget* dock : m_docks) {
        if (dock->widget() != panel && !dock->widget()->isAncestorOf(panel))
            continue;
        dock->show();
        dock->raise();
        if (auto* stack = qobject_cast<QStackedWidget*>(dock->widget()))
            stack->setCurrentWidget(panel);
    }
    focusTarget(panel)->setFocus(Qt::ShortcutFocusReason);
}

void DockDeck::clampFloating()
{
    QList<QRect> screens;
    for (const QScreen* screen : QGuiApplication::screens())
        screens.append(screen->availableGeometry());
    for (QDockWidget* dock : m_docks) {
        if (dock->isFloating())
            dock->setGeometry(clampedToScreens(dock->geometry(), screens));
    }
}

void DockDeck::markCurrent(QWidget* focused)
{
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        m_titles[i]->setCurrent(focused && m_docks[i]->isAncestorOf(focused));
}

} // namespace spreadline
