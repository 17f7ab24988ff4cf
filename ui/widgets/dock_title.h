// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QWidget>

class QDockWidget;
class QHBoxLayout;

namespace spreadline {

class GlyphButton;

/// The compact title of a dock: its name, room for a panel's own controls, float and close. Dragging it moves the dock.
class DockTitle : public QWidget {
    Q_OBJECT
public:
    DockTitle(QDockWidget& dock, const ThemeSource& themes);

    /// Stands in place of the name (a row of tabs); the title takes it over.
    void setLead(QWidget* lead);
    /// Stands between the name and the buttons; the title takes it over.
    void addControl(QWidget* control);
    /// Drawn as the panel that has the keyboard.
    void setCurrent(bool current);

    QSize sizeHint() const override { return {120, 27}; }
    QSize minimumSizeHint() const override { return {60, 27}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void toggleFloating();

    QDockWidget& m_dock;
    const ThemeSource& m_themes;
    QHBoxLayout* m_row;
    GlyphButton* m_float;
    bool m_hasLead = false;
    bool m_current = false;
};

} // namespace spreadline
