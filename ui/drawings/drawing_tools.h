// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing.h"

#include <QKeySequence>
#include <QString>

#include <span>

namespace spreadline::drawing {

enum class ToolGroup : std::uint8_t { Lines, Shapes, Fibonacci, Positions, Notes, Measure };
constexpr int toolGroups = 6;

/// One tool: toolbar, menus and shortcuts are made from these.
struct Tool {
    DrawingKind kind;
    ToolGroup group;
    const char* name;     ///< English; toolName() translates
    const char* help;     ///< what to do with the mouse
    const char* shortcut; ///< as QKeySequence reads it; "" for none
    int clicks;           ///< anchors the user places
};

/// In the order of DrawingKind, which is also that of a group's menu.
std::span<const Tool> drawingTools();
const Tool& toolOf(DrawingKind kind);
QString toolName(DrawingKind kind);
QString toolHelp(DrawingKind kind);
QKeySequence toolShortcut(DrawingKind kind);
QString groupName(ToolGroup group);
/// The tool of this key, if it is one's.
std::optional<DrawingKind> toolFor(int key, Qt::KeyboardModifiers modifiers);

} // namespace spreadline::drawing
