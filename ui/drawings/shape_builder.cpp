// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/shape_builder.h"

#include "drawings/anchor_moves.h"
#include "style/fonts.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace spreadline::drawing {
namespace {

constexpr int noteSize = 13; ///< logical pixels
constexpr qsizetype measuredTexts = 512;
constexpr double noteWidth = 4'000; ///< notes break where their writer broke them
constexpr double cutRoom = 8;       ///< beyond the pane

std::string translated(const char* word)
{
    return QCoreApplication::translate("DrawingShapes", word).toStdString();
}

} // namespace

Words::Words()
    : target(translated(QT_TRANSLATE_NOOP("DrawingShapes", "Target"))),
      stop(translated(QT_TRANSLATE_NOOP("DrawingShapes", "Stop"))),
      reward(translated(QT_TRANSLATE_NOOP("DrawingShapes", "Reward/risk"))),
      bar(translated(QT_TRANSLATE_NOOP("DrawingShapes", "bar"))),
      bars(translated(QT_TRANSLATE_NOOP("DrawingShapes", "bars"))),
      ticks(translated(QT_TRANSLATE_NOOP("DrawingShapes", "ticks")))
{}

void NoteRuler::setScale(double pixelRatio)
{
    if (pixelRatio == m_pixelRatio)
        return;
    m_pixelRatio = pixelRatio;
    m_font = labelFont(std::max(1, qRound(noteSize * pixelRatio)));
    m_sizes.clear();
}

QSizeF NoteRuler::size(const QString& text)
{
    const auto known = m_sizes.constFind(text);
    if (known != m_sizes.constEnd())
        return *known;
    if (m_sizes.size() >= measuredTexts)
        m_sizes.clear();
    const QRectF box = QFontMetricsF(m_font).boundingRect(QRectF(0, 0, noteWidth * m_pixelRatio, farAway), Qt::AlignLeft, text);
    return *m_sizes.insert(text, box.size() + QSizeF(1, 0));
}

Shade shadeOf(const Drawing& drawing) noexcept
{
    return {drawing.style.ink, drawing.style.custom};
}

ShapeBuilder::ShapeBuilder(const Projection& projection, const Words& words, NoteRuler& notes, Shapes& out)
    : m_projection(projection),
      m_words(words),
      m_notes(notes),
      m_out(out),
      m_pane(projection.pane()),
      m_room(m_pane.adjusted(-cutRoom, -cutRoom, cutRoom, cutRoom)),
      m_ratio(projection.pixelRatio())
{}

QPointF ShapeBuilder::place(const Drawing& drawing, std::size_t anchor) const
{
    return placeOf(drawing.anchors[anchor], m_projection);
}

void ShapeBuilder::add(const Drawing& drawing)
{
    switch (drawing.kind) {
    case DrawingKind::TrendLine:
    case DrawingKind::Ray:
    case DrawingKind::ExtendedLine: addLine(drawing); break;
    case DrawingKind::HorizontalLine: addHorizontal(drawing, m_room.left()); break;
    case DrawingKind::HorizontalRay: addHorizontal(drawing, place(drawing, 0).x()); break;
    case DrawingKind::VerticalLine: addVertical(drawing); break;
    case DrawingKind::CrossLine:
        addHorizontal(drawing, m_room.left());
        addVertical(drawing);
        break;
    case DrawingKind::Channel: addChannel(drawing); break;
    case DrawingKind::Rectangle: addRectangle(drawing); break;
    case DrawingKind::FibRetracement: addRetracement(drawing); break;
    case DrawingKind::FibExtension: addExtension(drawing); break;
    case DrawingKind::Ruler: addRuler(drawing); break;
    case DrawingKind::Text: addNote(drawing); break;
    case DrawingKind::Arrow: addArrow(drawing); break;
    case DrawingKind::MarkerUp:
    case DrawingKind::MarkerDown: addMarker(drawing); break;
    case DrawingKind::LongPosition:
    case DrawingKind::ShortPosition: addPosition(drawing); break;
    }
    const HandlePlaces places = handlePlaces(drawing, m_projection);
    for (std::size_t i = 0; i < places.count; ++i) {
        if (m_room.contains(places.at[i]))
            m_out.handles.push_back({places.at[i], static_cast<int>(i)});
    }
}

void ShapeBuilder::stroke(Shade shade, QPointF a, QPointF b, int width, Dash dash, Reach reach)
{
    if (const auto line = clipped(a, b, reach, m_room))
        m_out.strokes.push_back({*line, shade, width, dash});
}

void ShapeBuilder::stroke(const Drawing& drawing, QPointF a, QPointF b, Reach reach)
{
    stroke(shadeOf(drawing), a, b, drawing.style.width, drawing.style.dash, reach);
}

void ShapeBuilder::box(Shade shade, int share, double left, double top, double right, double bottom)
{
    const QRectF visible = QRectF(tamed({left, top}), tamed({right, bottom})).normalized().intersected(m_room);
    if (visible.isEmpty())
        return;
    Area area{{}, shade, share};
    for (const QPointF corner : {visible.topLeft(), visible.topRight(), visible.bottomRight(), visible.bottomLeft()})
        area.polygon.add(corner);
    m_out.areas.push_back(area);
}

/// An arrow's head at the tip, coming from `from`.
void ShapeBuilder::head(Shade shade, QPointF tip, QPointF from, double size)
{
    const QPointF way = tip - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1 || !m_room.contains(tip))
        return;
    const QPointF ahead = way / length, aside(-ahead.y(), ahead.x());
    Area area{{}, shade, 100};
    area.polygon.add(tip);
    area.polygon.add(tip - ahead * size + aside * (size * 0.5));
    area.polygon.add(tip - ahead * size - aside * (size * 0.5));
    m_out.areas.push_back(area);
}

/// What the user wrote to a line or an area, on one line; in the glyphs of the labels where they can, else as a note.
void ShapeBuilder::addText(const Drawing& drawing, QPointF middle, Height height)
{
    if (drawing.text.isEmpty())
        return;
    const QSizeF size = m_notes.size(drawing.text);
    const double gap = px(4);
    const double top = height == Height::Above ? middle.y() - size.height() - gap
        : height == Height::Below              ? middle.y() + gap
                                               : middle.y() - size.height() / 2;
    const QRectF box(QPointF(middle.x() - size.width() / 2, top), size);
    if (box.intersects(m_pane))
        m_out.notes.push_back({box, shadeOf(drawing), drawing.text});
}

void ShapeBuilder::addLine(const Drawing& drawing)
{
    const QPointF a = place(drawing, 0), b = place(drawing, 1);
    Reach reach;
    const bool isRightward = b.x() >= a.x();
    if (drawing.kind == DrawingKind::ExtendedLine || (drawing.kind == DrawingKind::TrendLine && drawing.style.extendLeft))
        (isRightward ? reach.from : reach.to) = isRightward ? -Reach::endless : Reach::endless;
    if (drawing.kind != DrawingKind::TrendLine)
        reach.to = Reach::endless;
    else if (drawing.style.extendRight)
        (isRightward ? reach.to : reach.from) = isRightward ? Reach::endless : -Reach::endless;
    if (drawing.kind == DrawingKind::ExtendedLine)
        reach = {-Reach::endless, Reach::endless};
    stroke(drawing, a, b, reach);
    addText(drawing, (a + b) / 2, Height::Above);
    if (drawing.kind != DrawingKind::TrendLine || !drawing.style.labelled || !m_pane.contains(b))
        return;
    Label label{b + QPointF(px(isRightward ? 8 : -8), 0),
                isRightward ? Beside::Right : Beside::Left,
                Height::Middle,
                shadeOf(drawing),
                {}};
    addMeasure(label.text, drawing.anchors[0].price, drawing.anchors[1].price, false);
    label.text.add("  ");
    addSpan(label.text, drawing.anchors[0], drawing.anchors[1]);
    m_out.labels.push_back(label);
}

void ShapeBuilder::addHorizontal(const Drawing& drawing, double from)
{
    const double y = place(drawing, 0).y();
    if (y < m_pane.top() || y > m_pane.bottom() || from > m_pane.right())
        return;
    stroke(drawing, {from, y}, {std::max(from, m_room.left()) + m_room.width(), y});
    addText(drawing, {std::max(m_pane.left(), from) + px(8) + m_notes.size(drawing.text).width() / 2, y}, Height::Above);
    if (!drawing.style.labelled)
        return;
    Label label{{m_pane.right() - px(6), y - px(3)}, Beside::Left, Height::Above, shadeOf(drawing), {}};
    m_projection.addPrice(label.text, drawing.anchors[0].price);
    m_out.labels.push_back(label);
}

void ShapeBuilder::addVertical(const Drawing& drawing)
{
    const double x = place(drawing, 0).x();
    if (x < m_pane.left() || x > m_pane.right())
        return;
    stroke(drawing, {x, m_room.top()}, {x, m_room.bottom()});
    if (drawing.kind == DrawingKind::VerticalLine)
        addText(drawing, {x + px(6) + m_notes.size(drawing.text).width() / 2, m_pane.top() + px(44)}, Height::Below);
    if (!drawing.style.labelled)
        return;
    const bool isRight = x < m_pane.center().x();
    Label label{{x + px(isRight ? 5 : -5), m_pane.bottom() - px(5)},
                isRight ? Beside::Right : Beside::Left,
                Height::Above,
                shadeOf(drawing),
                {}};
    m_projection.addTime(label.text, drawing.anchors[0].time);
    m_out.labels.push_back(label);
}

// The third anchor says where the parallel runs; on the screen, so that it is one on every scale.
void ShapeBuilder::addChannel(const Drawing& drawing)
{
    const QPointF a = place(drawing, 0), b = place(drawing, 1), c = place(drawing, 2);
    const double width = b.x() - a.x();
    const bool isSteep = std::abs(width) < 1e-6;
    const QPointF offset =
        isSteep ? QPointF(c.x() - a.x(), 0) : QPointF(0, c.y() - (a.y() + (b.y() - a.y()) * (c.x() - a.x()) / width));
    const bool isRightward = width >= 0;
    const bool back = isRightward ? drawing.style.extendLeft : drawing.style.extendRight;
    const bool on = isRightward ? drawing.style.extendRight : drawing.style.extendLeft;
    const Reach reach{back ? -Reach::endless : 0, on ? Reach::endless : 1};
    if (drawing.style.filled) {
        const double sizes = std::max(1.0, std::hypot(width, b.y() - a.y()));
        const double far = 8 * (m_room.width() + m_room.height() + std::hypot(a.x(), a.y())) / sizes;
        const QPointF from = back ? a - (b - a) * far : a, to = on ? b + (b - a) * far : b;
        Convex band;
        for (const QPointF corner : {from, to, to + offset, from + offset})
            band.add(corner);
        if (const Convex visible = clipped(band, m_room); visible.count >= 3)
            m_out.areas.push_back({visible, shadeOf(drawing), drawing.style.fillShare});
    }
    stroke(drawing, a, b, reach);
    stroke(drawing, a + offset, b + offset, reach);
    stroke(shadeOf(drawing), a + offset / 2, b + offset / 2, 1, Dash::Dashed, reach);
    addText(drawing, (a + b) / 2 + (offset.y() < 0 ? offset : QPointF()), Height::Above);
}

void ShapeBuilder::addRectangle(const Drawing& drawing)
{
    const QPointF a = place(drawing, 0), b = place(drawing, 1);
    const double left = drawing.style.extendLeft ? m_room.left() - 1 : std::min(a.x(), b.x());
    const double right = drawing.style.extendRight ? m_room.right() + 1 : std::max(a.x(), b.x());
    const double top = std::min(a.y(), b.y()), bottom = std::max(a.y(), b.y());
    if (drawing.style.filled)
        box(shadeOf(drawing), drawing.style.fillShare, left, top, right, bottom);
    stroke(drawing, {left, top}, {right, top});
    stroke(drawing, {right, top}, {right, bottom});
    stroke(drawing, {right, bottom}, {left, bottom});
    stroke(drawing, {left, bottom}, {left, top});
    const double from = std::max(left, m_pane.left()), to = std::min(right, m_pane.right());
    addText(drawing, {(from + to) / 2, (top + bottom) / 2}, Height::Middle);
}

void ShapeBuilder::addArrow(const Drawing& drawing)
{
    const QPointF a = place(drawing, 0), b = place(drawing, 1);
    const double size = px(7 + 2.5 * drawing.style.width);
    const double length = std::hypot(b.x() - a.x(), b.y() - a.y());
    const double share = length > size ? 1 - size * 0.8 / length : 1; // the line ends inside the head, not at its tip
    stroke(drawing, a, a + (b - a) * share);
    head(shadeOf(drawing), b, a, size);
    addText(drawing, a, a.y() > b.y() ? Height::Below : Height::Above);
}

void ShapeBuilder::addMarker(const Drawing& drawing)
{
    const QPointF at = place(drawing, 0);
    const bool isUp = drawing.kind == DrawingKind::MarkerUp;
    const double way = isUp ? 1 : -1; // it stands below the price and points up to it
    const double half = px(6), stem = px(2.5), neck = px(8), foot = px(15), gap = px(3);
    if (!m_room.contains(at))
        return;
    Area tip{{}, shadeOf(drawing), 100}, shaft{{}, shadeOf(drawing), 100};
    for (const QPointF point : {QPointF(0, gap), QPointF(half, gap + neck), QPointF(-half, gap + neck)})
        tip.polygon.add(at + QPointF(point.x(), point.y() * way));
    for (const QPointF point :
         {QPointF(-stem, gap + neck), QPointF(stem, gap + neck), QPointF(stem, gap + foot), QPointF(-stem, gap + foot)})
        shaft.polygon.add(at + QPointF(point.x(), point.y() * way));
    m_out.areas.push_back(tip);
    m_out.areas.push_back(shaft);
    addText(drawing, at + QPointF(0, (gap + foot) * way), isUp ? Height::Below : Height::Above);
}

void ShapeBuilder::addNote(const Drawing& drawing)
{
    if (drawing.text.isEmpty())
        return;
    const QRectF box(place(drawing, 0), m_notes.size(drawing.text));
    if (box.intersects(m_pane))
        m_out.notes.push_back({box, shadeOf(drawing), drawing.text});
}

} // namespace spreadline::drawing
