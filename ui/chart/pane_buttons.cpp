// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/pane_buttons.h"

#include "style/glyphs.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace spreadline::chart {
namespace {

constexpr int buttonSize = 20; ///< logical pixels
constexpr int edge = 4;

Glyph glyphOf(PaneButtons::Part part, bool isMaximised)
{
    switch (part) {
    case PaneButtons::Part::Up: return Glyph::ArrowUp;
    case PaneButtons::Part::Down: return Glyph::ArrowDown;
    case PaneButtons::Part::Maximise: return isMaximised ? Glyph::Restore : Glyph::Maximise;
    case PaneButtons::Part::Close: break;
    }
    return Glyph::Close;
}

} // namespace

bool PaneButtons::show(const ChartScene& scene, std::optional<int> pane, bool isMaximised)
{
    const QRect before = m_rect;
    const auto wasParts = std::pair(m_parts, std::exchange(m_count, 0));
    const bool wasMaximised = std::exchange(m_isMaximised, isMaximised);
    m_rect = {};
    m_pane.reset();
    const auto place = pane ? std::ranges::find(scene.panes, *pane, &Pane::key) : scene.panes.end();
    if (place != scene.panes.end() && scene.panes.size() > 1) {
        m_pane = place->key;
        const auto add = [this](Part part, bool on) {
            if (on)
                m_parts[static_cast<std::size_t>(m_count++)] = part;
        };
        add(Part::Up, !isMaximised && place != scene.panes.begin());
        add(Part::Down, !isMaximised && place + 1 != scene.panes.end());
        add(Part::Maximise, true);
        add(Part::Close, !place->isPrice());
        const int size = scene.px(buttonSize);
        m_rect = QRect(place->rect.right() - scene.px(edge) - m_count * size, place->rect.top() + scene.px(edge), m_count * size,
                       size);
    }
    return before != m_rect || wasMaximised != isMaximised || wasParts != std::pair(m_parts, m_count);
}

bool PaneButtons::setHover(std::optional<Hit> hit)
{
    return std::exchange(m_hover, hit) != hit;
}

std::optional<PaneButtons::Hit> PaneButtons::hitAt(QPoint at) const
{
    if (!m_pane || !m_rect.contains(at))
        return std::nullopt;
    const int index = std::clamp((at.x() - m_rect.left()) / std::max(1, m_rect.height()), 0, m_count - 1);
    return Hit{m_parts[static_cast<std::size_t>(index)], *m_pane};
}

QRect PaneButtons::buttonRect(Part part) const
{
    const auto end = m_parts.begin() + m_count;
    const auto place = std::find(m_parts.begin(), end, part);
    const int size = m_rect.height();
    return place == end ? QRect()
                        : QRect(m_rect.left() + static_cast<int>(place - m_parts.begin()) * size, m_rect.top(), size, size);
}

void PaneButtons::paint(QPainter& painter, const ChartScene& scene) const
{
    if (!m_pane)
        return;
    painter.fillRect(m_rect, scene.theme.panelRaised);
    for (int i = 0; i < m_count; ++i) {
        const Part part = m_parts[static_cast<std::size_t>(i)];
        const QRect box = buttonRect(part);
        const bool isHot = m_hover == Hit{part, *m_pane};
        if (isHot)
            painter.fillRect(box, scene.theme.hover);
        const int room = scene.px(part == Part::Up || part == Part::Down ? 5 : 3);
        drawGlyph(painter, glyphOf(part, m_isMaximised), QRectF(box).adjusted(room, room, -room, -room),
                  isHot ? scene.theme.text : scene.theme.textMuted);
    }
}

} // namespace spreadline::chart
