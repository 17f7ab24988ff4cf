// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QPalette>
#include <QProxyStyle>

class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionTab;

namespace spreadline {

/// The flat, dense look of every standard widget, drawn on top of Fusion from the theme in use; no style sheets, so a theme change
/// is one palette and one repaint. `themes` must outlive the style, hence the application object.
class TerminalStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit TerminalStyle(const ThemeSource& themes);

    /// The palette that belongs to a theme; the application sets it when the theme changes.
    static QPalette paletteFor(const Theme& theme);

    void polish(QWidget* widget) override;
    void polish(QPalette& palette) override;
    using QProxyStyle::polish;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;

private:
    const Theme& theme() const { return m_themes.theme(); }
    void drawButton(const QStyleOption& option, QPainter& painter) const;
    void drawCheckBox(const QStyleOption& option, QPainter& painter) const;
    void drawChevron(const QPointF& middle, QPainter& painter) const;
    void drawField(const QStyleOption& option, QPainter& painter) const;
    void drawHeader(const QStyleOptionHeader& option, QPainter& painter) const;
    void drawTab(const QStyleOptionTab& option, QPainter& painter) const;
    void drawTabLabel(const QStyleOptionTab& option, QPainter& painter) const;
    void drawMenuBarItem(const QStyleOptionMenuItem& option, QPainter& painter) const;
    void drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter) const;
    void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter) const;

    const ThemeSource& m_themes;
};

} // namespace spreadline
