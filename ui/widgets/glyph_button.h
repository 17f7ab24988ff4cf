// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/glyphs.h"
#include "style/theme.h"

#include <QAbstractButton>

namespace spreadline {

/// A small flat button with a drawing on it. `name` is what a screen reader says and the tool tip shows.
class GlyphButton : public QAbstractButton {
    Q_OBJECT
public:
    GlyphButton(Glyph glyph, const QString& name, const ThemeSource& themes, QWidget* parent = nullptr);

    void setGlyph(Glyph glyph);
    QSize sizeHint() const override { return {20, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    Glyph m_glyph;
};

} // namespace spreadline
