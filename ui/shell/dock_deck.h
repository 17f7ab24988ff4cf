// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QMainWindow>
#include <QObject>

#include <functional>
#include <vector>

class QDockWidget;

namespace spreadline {

class DockTitle;

/// The panels around the chart: made with one look, named for the layout file, walked through with F6. Ui thread only.
class DockDeck : public QObject {
    Q_OBJECT
public:
    DockDeck(QMainWindow& window, const ThemeSource& themes);

    /// `id` names the dock in layout files and never changes. `focus` takes the keyboard when the dock is chosen.
    QDockWidget& add(const QString& id, const QString& title, QWidget* panel, Qt::DockWidgetArea area);
    /// The same with several panels behind one row of tabs, which stands in the dock's title.
    QDockWidget& addTabs(const QString& id, const QString& title, const QStringList& tabs, const std::vector<QWidget*>& panels,
                         Qt::DockWidgetArea area);
    /// Panels that are no docks (the centre) in the walk: those that are there when it comes to them.
    void addStops(std::function<std::vector<QWidget*>()> panels);

    /// F6 and Shift+F6.
    void focusNext(int step);
    /// Shows the dock, chooses the panel's tab, gives it the keyboard.
    void reveal(QWidget* panel);
    /// Floating docks back onto a screen that exists.
    void clampFloating();
    const std::vector<QDockWidget*>& docks() const noexcept { return m_docks; }

private:
    QDockWidget& make(const QString& id, const QString& title, Qt::DockWidgetArea area);
    void markCurrent(QWidget* focused);
    void addStop(QWidget* panel);

    QMainWindow& m_window;
    const ThemeSource& m_themes;
    std::vector<QDockWidget*> m_docks;
    std::vector<DockTitle*> m_titles;                            ///< of the dock at the same place
    std::vector<std::function<std::vector<QWidget*>()>> m_stops; ///< panels in the order of the walk
};

} // namespace spreadline
