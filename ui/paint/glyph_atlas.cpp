// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/glyph_atlas.h"

#include <QFontInfo>
#include <QFontMetrics>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>

namespace spreadline::paint {
namespace {

constexpr std::size_t asciiGlyphs = 128;

/// Reads one code point and moves on; a broken byte becomes U+FFFD.
char32_t next(std::string_view text, std::size_t& at) noexcept
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    if (more == 0 || at + static_cast<std::size_t>(more) > text.size())
        return U'\uFFFD';
    char32_t point = lead & (0x3fU >> more);
    for (int i = 0; i < more; ++i)
        point = (point << 6) | (static_cast<unsigned char>(text[at++]) & 0x3fU);
    return point;
}

/// A file of shapes, which stays sharp at every size: an image of a letter has no place in it.
bool keepsShapes(const QPainter& painter)
{
    const QPaintEngine* engine = painter.paintEngine();
    return engine
        && (engine->type() == QPaintEngine::SVG || engine->type() == QPaintEngine::Pdf
            || engine->type() == QPaintEngine::Picture);
}

/// What is drawn of an image: every transparent pixel left out is one that need not be blended a million times.
QRect inkOf(const QImage& image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(line[x]) != 0)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink.isEmpty() ? QRect(0, 0, 1, 1) : ink;
}

} // namespace

GlyphAtlas::GlyphAtlas(const QFont& font, int pixelSize, const QColor& colour)
    : m_font(font), m_colour(colour), m_ascii(asciiGlyphs)
{
    m_font.setPixelSize(std::max(1, pixelSize));
    m_font.setKerning(false);
    const QFontMetrics metrics(m_font);
    m_height = metrics.height();
    m_ascent = metrics.ascent();
    m_capHeight = metrics.capHeight();
    for (char digit = '0'; digit <= '9'; ++digit)
        m_digitWidth = std::max(m_digitWidth, metrics.horizontalAdvance(QLatin1Char(digit)));
}

GlyphAtlas::Glyph GlyphAtlas::render(char32_t character) const
{
    const QString text = QString::fromUcs4(&character, 1);
    const QFontMetrics metrics(m_font);
    const int natural = metrics.horizontalAdvance(text);
    const bool isDigit = character >= U'0' && character <= U'9';
    Glyph glyph;
    glyph.ready = true;
    glyph.advance = isDigit ? m_digitWidth : natural;
    if (character == U' ' || character == U'\u00a0' || character == U'\u2009')
        return glyph;
    const QRect box = metrics.boundingRect(text);
    const int left = std::min(0, box.left()) - 1;
    QImage image(std::max(natural, box.right() + 1) - left + 2, m_height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setFont(m_font);
    painter.setPen(m_colour);
    painter.drawText(-left, m_ascent, text);
    painter.end();
    const QRect ink = inkOf(image);
    glyph.left = left + (glyph.advance - natural) / 2 + ink.left();
    glyph.top = ink.top();
    glyph.image = image.copy(ink);
    return glyph;
}

const GlyphAtlas::Glyph& GlyphAtlas::glyph(char32_t character)
{
    Glyph& found = character < asciiGlyphs ? m_ascii[character] : m_others[character];
    if (!found.ready)
        found = render(character);
    return found;
}

int GlyphAtlas::width(std::string_view utf8)
{
    int total = 0;
    for (std::size_t at = 0; at < utf8.size();)
        total += glyph(next(utf8, at)).advance;
    return total;
}

int GlyphAtlas::drawText(QPainter& painter, int x, int y, std::string_view utf8)
{
    painter.save();
    painter.setFont(m_font);
    painter.setPen(m_colour);
    painter.drawText(x, y + m_ascent, QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
    painter.restore();
    return x + width(utf8);
}

int GlyphAtlas::draw(QPainter& painter, int x, int y, std::string_view utf8)
{
    if (keepsShapes(painter))
        return drawText(painter, x, y, utf8);
    for (std::size_t at = 0; at < utf8.size();) {
        const Glyph& shape = glyph(next(utf8, at));
        if (!shape.image.isNull())
            painter.drawImage(QPoint(x + shape.left, y + shape.top), shape.image);
        x += shape.advance;
    }
    return x;
}

int GlyphAtlas::drawRight(QPainter& painter, int right, int y, std::string_view utf8)
{
    draw(painter, right - width(utf8), y, utf8);
    return right;
}

int GlyphAtlas::drawCentred(QPainter& painter, int centre, int y, std::string_view utf8)
{
    return draw(painter, centre - width(utf8) / 2, y, utf8);
}

void GlyphCache::setFont(const QFont& font, qreal dpr)
{
    const int pixelSize = qRound(QFontInfo(font).pixelSize() * dpr);
    if (font == m_font && pixelSize == m_pixelSize && !m_atlases.empty())
        return;
    m_font = font;
    m_pixelSize = pixelSize;
    clear();
}

GlyphAtlas& GlyphCache::in(const QColor& colour)
{
    for (const auto& atlas : m_atlases) {
        if (atlas->colour() == colour)
            return *atlas;
    }
    return *m_atlases.emplace_back(std::make_unique<GlyphAtlas>(m_font, m_pixelSize, colour));
}

} // namespace spreadline::paint
