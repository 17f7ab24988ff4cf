// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_tools.h"

#include <QCoreApplication>

#include <array>

namespace spreadline::drawing {
namespace {

#define TEXT(words) QT_TRANSLATE_NOOP("DrawingTools", words)

constexpr const char* twoEnds = TEXT("Click both ends. Shift keeps it level, upright or at 45°.");
constexpr const char* onePlace = TEXT("Click where it belongs.");
constexpr const char* twoCorners = TEXT("Click two corners.");
constexpr const char* entryPlace = TEXT("Click the entry, then drag target and stop.");

constexpr std::array<Tool, drawingKinds> tools{{
    {DrawingKind::TrendLine, ToolGroup::Lines, TEXT("Trend line"), twoEnds, "Alt+T", 2},
    {DrawingKind::Ray, ToolGroup::Lines, TEXT("Ray"), TEXT("Click the start and a point on its way."), "", 2},
    {DrawingKind::ExtendedLine, ToolGroup::Lines, TEXT("Extended line"), TEXT("Click two points on the line."), "", 2},
    {DrawingKind::HorizontalLine, ToolGroup::Lines, TEXT("Horizontal line"), TEXT("Click the price."), "Alt+H", 1},
    {DrawingKind::HorizontalRay, ToolGroup::Lines, TEXT("Horizontal ray"), TEXT("Click where it starts."), "", 1},
    {DrawingKind::VerticalLine, ToolGroup::Lines, TEXT("Vertical line"), TEXT("Click the moment."), "Alt+V", 1},
    {DrawingKind::CrossLine, ToolGroup::Lines, TEXT("Cross line"), onePlace, "Alt+C", 1},
    {DrawingKind::Channel, ToolGroup::Shapes, TEXT("Parallel channel"), TEXT("Click both ends of one side, then the other side."),
     "", 3},
    {DrawingKind::Rectangle, ToolGroup::Shapes, TEXT("Rectangle"), twoCorners, "", 2},
    {DrawingKind::FibRetracement, ToolGroup::Fibonacci, TEXT("Fibonacci retracement"),
     TEXT("Click where the move starts and ends."), "Alt+F", 2},
    {DrawingKind::FibExtension, ToolGroup::Fibonacci, TEXT("Fibonacci extension"),
     TEXT("Click the start and the end of the move, then where it goes on."), "", 3},
    {DrawingKind::Ruler, ToolGroup::Measure, TEXT("Ruler"),
     TEXT("Click both ends. Shift+click measures without leaving a drawing."), "", 2},
    {DrawingKind::Text, ToolGroup::Notes, TEXT("Text"), onePlace, "", 1},
    {DrawingKind::Arrow, ToolGroup::Notes, TEXT("Arrow"), TEXT("Click its start, then its tip."), "", 2},
    {DrawingKind::MarkerUp, ToolGroup::Notes, TEXT("Up marker"), onePlace, "", 1},
    {DrawingKind::MarkerDown, ToolGroup::Notes, TEXT("Down marker"), onePlace, "", 1},
    {DrawingKind::LongPosition, ToolGroup::Positions, TEXT("Long position"), entryPlace, "", 1},
    {DrawingKind::ShortPosition, ToolGroup::Positions, TEXT("Short position"), entryPlace, "", 1},
}};

constexpr std::array<const char*, toolGroups> groups{TEXT("Lines"),     TEXT("Channel and rectangle"), TEXT("Fibonacci"),
                                                     TEXT("Positions"), TEXT("Notes and markers"),     TEXT("Measure")};

#undef TEXT

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
