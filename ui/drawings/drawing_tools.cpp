// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_tools.h"

#include <QCoreApplication>

#include <array>

namespace spreadline::drawing {
namespace {

constexpr const char* twoEnds = QT_TRANSLATE_NOOP("DrawingTools", "Click both ends. Shift keeps it level, upright or at 45°.");
constexpr const char* onePlace = QT_TRANSLATE_NOOP("DrawingTools", "Click where it belongs.");
constexpr const char* twoCorners = QT_TRANSLATE_NOOP("DrawingTools", "Click two corners.");
constexpr const char* entryPlace = QT_TRANSLATE_NOOP("DrawingTools", "Click the entry, then drag target and stop.");

constexpr std::array<Tool, drawingKinds> tools{{
    {DrawingKind::TrendLine, ToolGroup::Lines, QT_TRANSLATE_NOOP("DrawingTools", "Trend line"), twoEnds, "Alt+T", 2},
    {DrawingKind::Ray, ToolGroup::Lines, QT_TRANSLATE_NOOP("DrawingTools", "Ray"),
     QT_TRANSLATE_NOOP("DrawingTools", "Click the start and a point on its way."), "", 2},
    {DrawingKind::ExtendedLine, ToolGroup::Lines, QT_TRANSLATE_NOOP("DrawingTools", "Extended line"),
     QT_TRANSLATE_NOOP("DrawingTools", "Click two points on the line."), "", 2},
    {DrawingKind::HorizontalLine, ToolGroup::Lines, QT_TRANSLATE_NOOP("DrawingTools", "Horizontal line"),
     QT_TRANSLATE_NOOP("DrawingTools", "Click the price."), "Alt+H", 1},
    {DrawingKind::HorizontalRay, ToolGroup::Lines, QT_TRANSLATE_NOOP("DrawingTools", "Horizontal ray"),
     QT_TRANSLATE_NOOP("DrawingTools", "Click where it starts."), "", 1},
    {DrawingKind::VerticalLine, ToolGroup::Lines, QT_TRANSLATE_NOOP("DrawingTools", "Vertical line"),
     QT_TRANSLATE_NOOP("DrawingTools", "Click the moment."), "Alt+V", 1},
    {DrawingKind::CrossLine, ToolGroup::Lines, QT_TRANSLATE_NOOP("DrawingTools", "Cross line"), onePlace, "Alt+C", 1},
    {DrawingKind::Channel, ToolGroup::Shapes, QT_TRANSLATE_NOOP("DrawingTools", "Parallel channel"),
     QT_TRANSLATE_NOOP("DrawingTools", "Click both ends of one side, then the other side."), "", 3},
    {DrawingKind::Rectangle, ToolGroup::Shapes, QT_TRANSLATE_NOOP("DrawingTools", "Rectangle"), twoCorners, "", 2},
    {DrawingKind::FibRetracement, ToolGroup::Fibonacci, QT_TRANSLATE_NOOP("DrawingTools", "Fibonacci retracement"),
     QT_TRANSLATE_NOOP("DrawingTools", "Click where the move starts and ends."), "Alt+F", 2},
    {DrawingKind::FibExtension, ToolGroup::Fibonacci, QT_TRANSLATE_NOOP("DrawingTools", "Fibonacci extension"),
     QT_TRANSLATE_NOOP("DrawingTools", "Click the start and the end of the move, then where it goes on."), "", 3},
    {DrawingKind::Ruler, ToolGroup::Measure, QT_TRANSLATE_NOOP("DrawingTools", "Ruler"),
     QT_TRANSLATE_NOOP("DrawingTools", "Click both ends. Shift+click measures without leaving a drawing."), "", 2},
    {DrawingKind::Text, ToolGroup::Notes, QT_TRANSLATE_NOOP("DrawingTools", "Text"), onePlace, "", 1},
    {DrawingKind::Arrow, ToolGroup::Notes, QT_TRANSLATE_NOOP("DrawingTools", "Arrow"),
     QT_TRANSLATE_NOOP("DrawingTools", "Click its start, then its tip."), "", 2},
    {DrawingKind::MarkerUp, ToolGroup::Notes, QT_TRANSLATE_NOOP("DrawingTools", "Up marker"), onePlace, "", 1},
    {DrawingKind::MarkerDown, ToolGroup::Notes, QT_TRANSLATE_NOOP("DrawingTools", "Down marker"), onePlace, "", 1},
    {DrawingKind::LongPosition, ToolGroup::Positions, QT_TRANSLATE_NOOP("DrawingTools", "Long position"), entryPlace, "", 1},
    {DrawingKind::ShortPosition, ToolGroup::Positions, QT_TRANSLATE_NOOP("DrawingTools", "Short position"), entryPlace, "", 1},
}};

constexpr std::array<const char*, toolGroups> groups{QT_TRANSLATE_NOOP("DrawingTools", "Lines"),
                                                     QT_TRANSLATE_NOOP("DrawingTools", "Channel and rectangle"),
                                                     QT_TRANSLATE_NOOP("DrawingTools", "Fibonacci"),
                                                     QT_TRANSLATE_NOOP("DrawingTools", "Positions"),
                                                     QT_TRANSLATE_NOOP("DrawingTools", "Notes and markers"),
                                                     QT_TRANSLATE_NOOP("DrawingTools", "Measure")};

QString translated(const char* words)
{
    return QCoreApplication::translate("DrawingTools", words);
}

} // namespace

std::span<const Tool> drawingTools()
{
    return tools;
}

const Tool& toolOf(DrawingKind kind)
{
    return tools[static_cast<std::size_t>(kind)];
}

QString toolName(DrawingKind kind)
{
    return translated(toolOf(kind).name);
}

QString toolHelp(DrawingKind kind)
{
    return translated(toolOf(kind).help);
}

QKeySequence toolShortcut(DrawingKind kind)
{
    return QKeySequence(QLatin1String(toolOf(kind).shortcut), QKeySequence::PortableText);
}

QString groupName(ToolGroup group)
{
    return translated(groups[static_cast<std::size_t>(group)]);
}

std::optional<DrawingKind> toolFor(int key, Qt::KeyboardModifiers modifiers)
{
    if (!(modifiers & (Qt::AltModifier | Qt::ControlModifier | Qt::MetaModifier)))
        return std::nullopt;
    const QKeySequence typed(QKeyCombination(modifiers & ~Qt::KeypadModifier, static_cast<Qt::Key>(key)));
    for (const Tool& tool : tools) {
        if (*tool.shortcut && toolShortcut(tool.kind) == typed)
            return tool.kind;
    }
    return std::nullopt;
}

} // namespace spreadline::drawing
