// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/projection.h"
#include "drawings/shapes.h"

#include <QFont>
#include <QHash>

#include <string>

namespace spreadline::drawing {

/// The few words that stand in the shapes, in the user's language, as the glyph atlas wants them.
struct Words {
    Words();
    std::string target, stop, reward, bar, bars, ticks;
};

/// The room that notes need. Kept, because measuring a text costs more than drawing all lines.
class NoteRuler {
public:
    void setScale(double pixelRatio);
    QSizeF size(const QString& text);
    const QFont& font() const noexcept { return m_font; } ///< in device pixels

private:
    QFont m_font;
    double m_pixelRatio = 0;
    QHash<QString, QSizeF> m_sizes;
};

/// Makes the shapes of one drawing after another.
class ShapeBuilder {
public:
    ShapeBuilder(const Projection& projection, const Words& words, NoteRuler& notes, Shapes& out);

    void add(const Drawing& drawing);

private:
    void addLine(const Drawing& drawing);
    void addHorizontal(const Drawing& drawing, double from);
    void addVertical(const Drawing& drawing);
    void addChannel(const Drawing& drawing);
    void addRectangle(const Drawing& drawing);
    void addArrow(const Drawing& drawing);
    void addMarker(const Drawing& drawing);
    void addNote(const Drawing& drawing);
    void addText(const Drawing& drawing, QPointF middle, Height height);
    void addLevels(const Drawing& drawing, double zero, double one, double left, double right);
    void addRetracement(const Drawing& drawing);
    void addExtension(const Drawing& drawing);
    void addRuler(const Drawing& drawing);
    void addPosition(const Drawing& drawing);
    void addPositionPlates(const Drawing& drawing, double left, double right);

    void stroke(const Drawing& drawing, QPointF a, QPointF b, Reach reach = {});
    void stroke(Shade shade, QPointF a, QPointF b, int width, Dash dash, Reach reach = {});
    void box(Shade shade, int share, double left, double top, double right, double bottom);
    void head(Shade shade, QPointF tip, QPointF from, double size);
    Plate& plate(Shade shade, QPointF at, bool isAbove);
    void addMeasure(paint::TextLine& line, double from, double to, bool withTicks) const;
    void addSpan(paint::TextLine& line, const Anchor& from, const Anchor& to) const;

    QPointF place(const Drawing& drawing, std::size_t anchor) const;
    double px(double logical) const noexcept { return logical * m_ratio; }

    const Projection& m_projection;
    const Words& m_words;
    NoteRuler& m_notes;
    Shapes& m_out;
    QRectF m_pane;
    QRectF m_room; ///< the pane and a little more, so that what is cut does not show its ends
    double m_ratio = 1;
};

Shade shadeOf(const Drawing& drawing) noexcept;
/// Of the level at this place in the list; the first and a 1 are quiet.
Ink levelInk(double ratio, std::size_t index) noexcept;

} // namespace spreadline::drawing
