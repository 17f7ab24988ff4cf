// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"
#include "style/fonts.h"

#include <QColor>
#include <QObject>

namespace spreadline {

/// What a rise looks like. Colour never stands alone: a sign, an arrow or a hollow body says the same.
enum class ColourPreset : std::uint8_t { GreenRed, RedGreen, BlueOrange };

/// Every colour of the window, by what it is for. Contrast of text on panel: text >= 9:1, textMuted >= 4.5:1 in both themes;
/// textFaint is for what may be missed (grid labels, separators).
struct Theme {
    bool isDark = true;

    QColor window;      ///< behind and between panels
    QColor panel;       ///< where data stands
    QColor panelRaised; ///< headers, toolbars, inputs, menus
    QColor hover;       ///< a row or button under the mouse
    QColor selection;   ///< the active row
    QColor border;      ///< lines between panels
    QColor grid;        ///< lines inside a panel, quieter than border

    QColor text;
    QColor textMuted;
    QColor textFaint;
    QColor accent;     ///< the one colour that means "active"
    QColor accentText; ///< on accent

    QColor up, down;         ///< numbers, candles, last price
    QColor upFill, downFill; ///< depth bars and volume: opaque, a tint of up or down on panel
    QColor neutral;          ///< unchanged

    QColor warning;
    QColor alarm;
    QColor good;

    QColor crosshair;
    QColor crosshairLabel; ///< behind the axis labels of the crosshair; `text` is readable on it
    QColor stale;          ///< a number that must not be believed

    QColor practice, demo, live, replay; ///< the frame that says which environment this is

    const QColor& side(Side side) const noexcept { return side == Side::Buy ? up : down; }
    const QColor& sideFill(Side side) const noexcept { return side == Side::Buy ? upFill : downFill; }
    /// Of a change: +1, 0, -1.
    const QColor& direction(int direction) const noexcept { return direction > 0 ? up : direction < 0 ? down : neutral; }

    static Theme dark(ColourPreset preset = ColourPreset::GreenRed);
    static Theme light(ColourPreset preset = ColourPreset::GreenRed);
};

/// The theme in use. Panels keep a reference, read theme() when they paint, and drop cached pixmaps on themeChanged().
/// Ui thread only.
class ThemeSource : public QObject {
    Q_OBJECT
public:
    explicit ThemeSource(QObject* parent = nullptr);

    const Theme& theme() const noexcept { return m_theme; }
    bool isDark() const noexcept { return m_theme.isDark; }
    ColourPreset preset() const noexcept { return m_preset; }
    void setTheme(bool dark, ColourPreset preset);

Q_SIGNALS:
    void themeChanged();

private:
    ColourPreset m_preset = ColourPreset::GreenRed;
    Theme m_theme;
};

/// `share` of `over` on `under`, opaque: 0 is all under, 1 is all over.
QColor blended(const QColor& under, const QColor& over, double share);

} // namespace spreadline
