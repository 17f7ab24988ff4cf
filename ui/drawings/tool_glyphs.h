// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing_tools.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace spreadline::drawing {

/// What the strip of tools shows beside the tools themselves.
enum class StripGlyph : std::uint8_t { Pointer, MagnetOff, MagnetWeak, MagnetStrong, Stay, LockOpen, Lock, Eye, EyeShut, Bin };

/// Line drawings in the manner of style/glyphs.h: one colour, sharp at every scale, fitted into `box`.
void drawToolGlyph(QPainter& painter, DrawingKind kind, const QRectF& box, const QColor& colour);
void drawStripGlyph(QPainter& painter, StripGlyph glyph, const QRectF& box, const QColor& colour);

} // namespace spreadline::drawing
