// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/clip.h"
#include "drawings/drawing.h"
#include "paint/text_line.h"

#include <array>
#include <vector>

namespace spreadline::drawing {

/// A colour still by its purpose: which one it is, the theme says when it is painted.
struct Shade {
    Ink ink = Ink::Accent;
    QRgb custom = 0;
};

struct Stroke {
    QLineF line;
    Shade shade;
    int width = 1; ///< logical pixels
    Dash dash = Dash::Solid;
};

struct Area {
    Convex polygon;
    Shade shade;
    int share = 100; ///< percent
};

enum class Beside : std::uint8_t { Left, Centre, Right }; ///< where the text lies, seen from its point
enum class Height : std::uint8_t { Above, Middle, Below };

struct Label {
    QPointF at;
    Beside beside = Beside::Right;
    Height height = Height::Above;
    Shade shade;
    paint::TextLine text;
};

/// Figures on a filled plate.
struct Plate {
    QPointF at; ///< the middle of its upper edge, or of its lower edge when it stands above
    bool isAbove = false;
    Shade shade;
    std::array<paint::TextLine, 2> lines;
    int count = 0;
};

/// A text the user wrote; any language, any number of lines.
struct Note {
    QRectF box;
    Shade shade;
    QString text;
};

struct Handle {
    QPointF at;
    int index = 0;
};

/// The shapes of the visible drawings, all in device pixels and finite. Kept from frame to frame, so that nothing is
/// allocated when as much is shown as before.
struct Shapes {
    std::vector<Area> areas;
    std::vector<Stroke> strokes;
    std::vector<Label> labels;
    std::vector<Plate> plates;
    std::vector<Note> notes;
    std::vector<Handle> handles;

    void clear()
    {
        areas.clear();
        strokes.clear();
        labels.clear();
        plates.clear();
        notes.clear();
        handles.clear();
    }
};

} // namespace spreadline::drawing
