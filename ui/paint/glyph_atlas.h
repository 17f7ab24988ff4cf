// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QImage>

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

class QPainter;

namespace spreadline::paint {

/// The glyphs of one font, size and colour as images in device pixels, rendered when first used. Digits get equal
/// widths whatever the font, so that numbers stay in their columns. Copying a glyph costs a fraction of a microsecond
/// where shaping costs ten. On a painter that keeps shapes and not pixels (SVG, PDF) it writes the text as text. Ui thread only.
/// The painter must paint in device pixels (scaled by 1/DPR).
class GlyphAtlas {
public:
    /// `pixelSize` is in device pixels.
    GlyphAtlas(const QFont& font, int pixelSize, const QColor& colour);

    int width(std::string_view utf8);
    int height() const noexcept { return m_height; }
    /// Height of a capital letter: what texts are centred by.
    int capHeight() const noexcept { return m_capHeight; }
    QColor colour() const noexcept { return m_colour; }

    /// With the top left of the line's box at x, y. Returns the x after it.
    int draw(QPainter& painter, int x, int y, std::string_view utf8);
    int drawRight(QPainter& painter, int right, int y, std::string_view utf8);
    int drawCentred(QPainter& painter, int centre, int y, std::string_view utf8);
    /// The top of a line whose capitals stand centred on `middle`.
    int topFor(int middle) const noexcept { return middle - m_ascent + (m_capHeight + 1) / 2; }

private:
    struct Glyph {
        QImage image; ///< null for blanks
        int left = 0; ///< from the pen to the image
        int top = 0;  ///< from the top of the line to the image
        int advance = 0;
        bool ready = false;
    };
    const Glyph& glyph(char32_t character);
    Glyph render(char32_t character) const;
    int drawText(QPainter& painter, int x, int y, std::string_view utf8);

    QFont m_font;
    QColor m_colour;
    int m_height = 0;
    int m_ascent = 0;
    int m_capHeight = 0;
    int m_digitWidth = 0;
    std::vector<Glyph> m_ascii;
    std::unordered_map<char32_t, Glyph> m_others;
};

/// Atlases of one font in the few colours a widget writes in, found by colour. Forgets everything when font, size or
/// DPR change; a widget clears it when its theme does. References stay good until then.
class GlyphCache {
public:
    void setFont(const QFont& font, qreal dpr);
    GlyphAtlas& in(const QColor& colour);
    void clear() { m_atlases.clear(); }

private:
    QFont m_font;
    int m_pixelSize = 12;
    std::vector<std::unique_ptr<GlyphAtlas>> m_atlases;
};

} // namespace spreadline::paint
