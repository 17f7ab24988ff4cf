// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace spreadline {

/// Small line drawings for buttons and cells: drawn in the colour the theme gives, sharp at every scale.
enum class Glyph : std::uint8_t {
    Close,
    Float,
    Dock,
    Search,
    Star,
    StarFilled,
    Pause,
    Play,
    Gear,
    ArrowUp,
    ArrowDown,
    Info,
    Warning,
    Bell,
    Check,
    Eye,
    EyeShut,
    Maximise,
    Restore
};

/// Fits the glyph into `box`.
void drawGlyph(QPainter& painter, Glyph glyph, const QRectF& box, const QColor& colour);

} // namespace spreadline
