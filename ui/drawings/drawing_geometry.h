// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing_book.h"
#include "drawings/shape_builder.h"

#include <optional>
#include <span>

namespace spreadline::drawing {

/// What lies under the pointer.
struct Hit {
    DrawingId id = noDrawing;
    int handle = -1; ///< the body when negative
    bool operator==(const Hit&) const = default;
};

/// The visible drawings as shapes, for the painter and for the pointer alike. Built anew when the view or the book changes;
/// what is out of sight costs a comparison or two. Ui thread only.
class DrawingGeometry {
public:
    struct Range {
        std::size_t from = 0, to = 0;
    };
    struct Item {
        DrawingBook::Entry drawing;
        QRectF bounds; ///< of all that can be hit
        Range areas, strokes, labels, plates, notes, handles;
    };

    /// `live` takes the place of the drawing with its id, or stands above all; it is shown even when all are hidden.
    void build(const Projection& projection, const DrawingBook& book, const DrawingBook::Entry& live);
    void clear();

    std::span<const Item> items() const noexcept { return m_items; } ///< bottom first
    const Shapes& shapes() const noexcept { return m_shapes; }
    const QFont& noteFont() const noexcept { return m_notes.font(); }

    /// The topmost one within `tolerance` device pixels: handles of `selected` before all, then handles and lines, then areas.
    std::optional<Hit> hit(QPointF at, double tolerance, DrawingId selected = noDrawing) const;

private:
    void add(const Projection& projection, const DrawingBook::Entry& drawing, ShapeBuilder& builder);
    std::optional<int> handleAt(const Item& item, QPointF at, double tolerance) const;
    bool isOnLine(const Item& item, QPointF at, double tolerance) const;
    bool isInArea(const Item& item, QPointF at) const;

    Words m_words;
    NoteRuler m_notes;
    Shapes m_shapes;
    std::vector<Item> m_items;
};

} // namespace spreadline::drawing
