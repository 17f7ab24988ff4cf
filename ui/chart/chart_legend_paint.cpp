// SPDX-License-Identifier: GPL-3.0-or-later
// The legend on the screen and under the pointer.
#include "chart/chart_legend.h"
#include "style/glyphs.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace spreadline::chart {
namespace {

using Part = ChartLegend::Part;

constexpr int veil = 150; ///< how much of the candles behind the text is covered
constexpr std::array studyButtons{Part::Eye, Part::Settings, Part::Remove};
constexpr std::array comparedButtons{Part::Remove};

Glyph glyphOf(Part part, bool isShown)
{
    return part == Part::Eye ? (isShown ? Glyph::Eye : Glyph::EyeShut) : part == Part::Settings ? Glyph::Gear : Glyph::Close;
}

} // namespace

std::span<const Part> ChartLegend::buttonsOf(LegendEntry::Kind kind)
{
    return kind == LegendEntry::Kind::Study ? std::span<const Part>(studyButtons) : std::span<const Part>(comparedButtons);
}

QRect ChartLegend::button(const Row& row, std::size_t index) const
{
    if (row.buttons == 0)
        return {};
    const int size = row.rect.height();
    return {row.buttons + static_cast<int>(index) * size, row.rect.top(), size, size};
}

bool ChartLegend::isHovered(const Row& row) const
{
    if (!m_hover || m_hover->part == Part::More || row.entry < 0)
        return false;
    const LegendEntry& entry = m_entries[static_cast<std::size_t>(row.entry)];
    return m_hover->kind == entry.kind && m_hover->id == entry.id;
}

void ChartLegend::paintButtons(QPainter& painter, const ChartScene& scene, const Row& row) const
{
    const LegendEntry& entry = m_entries[static_cast<std::size_t>(row.entry)];
    const auto parts = buttonsOf(entry.kind);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QRect box = button(row, i);
        const bool isHot = m_hover->part == parts[i];
        painter.fillRect(box, isHot ? scene.theme.hover : scene.theme.panelRaised);
        const int room = scene.px(2);
        drawGlyph(painter, glyphOf(parts[i], entry.isShown), QRectF(box).adjusted(room, room, -room, -room),
                  isHot ? scene.theme.text : scene.theme.textMuted);
    }
}

void ChartLegend::paint(QPainter& painter, const ChartScene& scene) const
{
    QColor under = scene.theme.panel;
    under.setAlpha(veil);
    for (std::size_t i = 0; i < m_count; ++i) {
        const Row& row = m_rows[i];
        const bool isHot = row.buttons > 0;
        painter.fillRect(row.rect, isHot ? scene.theme.panelRaised : under);
        const int lines = std::max(1, row.rect.height() / scene.px(buttonSize));
        const int first = row.rect.top() + row.rect.height() / lines / 2;
        int middle = first, x = row.rect.left();
        for (const Cell& cell : row.cells) {
            if (cell.x < x) // it went back to the left: the second line
                middle = first + row.rect.height() / lines;
            x = cell.x;
            auto& glyphs = (cell.isBold ? scene.boldGlyphs : scene.glyphs)->in(cell.colour);
            glyphs.draw(painter, cell.x, glyphs.topFor(middle), cell.text.view());
        }
        if (isHot)
            paintButtons(painter, scene, row);
    }
}

std::optional<ChartLegend::Hit> ChartLegend::hitAt(QPoint at) const
{
    for (std::size_t i = 0; i < m_count; ++i) {
        const Row& row = m_rows[i];
        if (row.entry == headlineEntry || !row.rect.contains(at))
            continue;
        if (row.entry == moreEntry)
            return Hit{Part::More, LegendEntry::Kind::Study, 0, row.pane};
        const LegendEntry& entry = m_entries[static_cast<std::size_t>(row.entry)];
        Hit hit{Part::Row, entry.kind, entry.id, row.pane};
        const auto parts = buttonsOf(entry.kind);
        for (std::size_t part = 0; part < parts.size(); ++part) {
            if (button(row, part).contains(at))
                hit.part = parts[part];
        }
        return hit;
    }
    return std::nullopt;
}

bool ChartLegend::setHover(std::optional<Hit> hit)
{
    return std::exchange(m_hover, hit) != hit;
}

const ChartLegend::Row* ChartLegend::find(LegendEntry::Kind kind, int id) const
{
    for (std::size_t i = 0; i < m_count; ++i) {
        const int entry = m_rows[i].entry;
        if (entry >= 0 && m_entries[static_cast<std::size_t>(entry)].kind == kind
            && m_entries[static_cast<std::size_t>(entry)].id == id)
            return &m_rows[i];
    }
    return nullptr;
}

QRect ChartLegend::rowRect(LegendEntry::Kind kind, int id) const
{
    const Row* row = find(kind, id);
    return row ? row->rect : QRect();
}

QRect ChartLegend::buttonRect(LegendEntry::Kind kind, int id, Part part) const
{
    const Row* row = find(kind, id);
    const auto parts = buttonsOf(kind);
    const auto place = std::ranges::find(parts, part);
    return row && place != parts.end() ? button(*row, static_cast<std::size_t>(place - parts.begin())) : QRect();
}

QRect ChartLegend::moreRect(int pane) const
{
    for (std::size_t i = 0; i < m_count; ++i) {
        if (m_rows[i].entry == moreEntry && m_rows[i].pane == pane)
            return m_rows[i].rect;
    }
    return {};
}

std::string ChartLegend::textOf(const Row& row) const
{
    std::string text;
    for (const Cell& cell : row.cells)
        text.append(text.empty() ? "" : " ").append(cell.text.view());
    return text;
}

std::string ChartLegend::rowText(LegendEntry::Kind kind, int id) const
{
    const Row* row = find(kind, id);
    return row ? textOf(*row) : std::string();
}

std::string ChartLegend::headline() const
{
    for (std::size_t i = 0; i < m_count; ++i) {
        if (m_rows[i].entry == headlineEntry)
            return textOf(m_rows[i]);
    }
    return {};
}

} // namespace spreadline::chart
