// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"
#include "style/fonts.h"

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr int fontSize = 12;
constexpr int timeAxisHeight = 26;
constexpr int leastPane = 48;
constexpr int leastAxis = 56;
constexpr int reach = 4;          ///< how near to a line between panes the pointer takes it
constexpr double newShare = 0.32; ///< of the height of the candles, for the first pane of studies
constexpr double volumeShare = 0.18;

} // namespace

// The rectangles of everything, in device pixels.
void ChartCanvas::layout()
{
    m_scene.dpr = devicePixelRatioF();
    m_glyphs.setFont(numberFont(fontSize), m_scene.dpr);
    m_boldGlyphs.setFont(numberFont(fontSize, QFont::Medium), m_scene.dpr);
    const int width = static_cast<int>(std::ceil(this->width() * m_scene.dpr)),
              height = static_cast<int>(std::ceil(this->height() * m_scene.dpr));
    const int axisWidth = std::max(m_axisWidth, m_scene.px(leastAxis)), axisHeight = m_scene.px(timeAxisHeight);
    const int right = std::max(1, width - axisWidth), bottom = std::max(1, height - axisHeight);
    layOut(m_scene.panes, {QRect(0, 0, right, bottom), axisWidth, m_scene.line(), m_scene.px(leastPane)}, m_maximised);
    m_scene.timeAxis = QRect(0, bottom, right, axisHeight);
    m_scene.corner = QRect(right, bottom, axisWidth, axisHeight);
    const QRect& prices = m_scene.price().rect;
    const int volumeHeight = m_volumeShown ? static_cast<int>(prices.height() * volumeShare) : 0;
    m_scene.volume = QRect(prices.left(), prices.bottom() + 1 - volumeHeight, prices.width(), volumeHeight);
    m_scene.time.setWidth(right / m_scene.dpr);
    m_layoutDirty = false;
}

Pane* ChartCanvas::findPane(int key)
{
    const auto found = std::ranges::find(m_scene.panes, key, &Pane::key);
    return found == m_scene.panes.end() ? nullptr : &*found;
}

Pane* ChartCanvas::paneUnder(QPoint position)
{
    const QPoint device(m_scene.px(position.x()), m_scene.px(position.y()));
    const auto found = std::ranges::find_if(
        m_scene.panes, [&](const Pane& pane) { return pane.rect.contains(device) || pane.axis.contains(device); });
    return found == m_scene.panes.end() ? nullptr : &*found;
}

const Pane& ChartCanvas::paneOf(const DeckStudy& study) const
{
    if (study.ownPane)
        return *study.ownPane;
    const auto found = std::ranges::find(m_scene.panes, study.study.pane, &Pane::key);
    return found == m_scene.panes.end() ? m_scene.price() : *found;
}

const Pane& ChartCanvas::paneOfStudy(int id) const
{
    const DeckStudy* entry = m_deck.find(id);
    return entry ? paneOf(*entry) : m_scene.price();
}

int ChartCanvas::separatorAt(int y) const
{
    if (m_maximised)
        return -1;
    for (std::size_t i = 0; i + 1 < m_scene.panes.size(); ++i) {
        const double line = (m_scene.panes[i].rect.bottom() + 1) / m_scene.dpr;
        if (std::abs(y - line) <= reach)
            return static_cast<int>(i);
    }
    return -1;
}

void ChartCanvas::dragSeparator(int separator, int dy)
{
    if (separator < 0 || m_maximised)
        return;
    const int by = static_cast<int>(std::lround(dy * m_scene.dpr));
    moveSeparator(m_scene.panes, static_cast<std::size_t>(separator), by, m_scene.px(leastPane));
    panesMoved();
}

void ChartCanvas::panesMoved()
{
    m_scene.findPricePane();
    layout();
    invalidate();
    Q_EMIT panesChanged();
}

std::vector<PaneShare> ChartCanvas::paneLayout() const
{
    std::vector<PaneShare> result;
    for (const Pane& pane : m_scene.panes)
        result.push_back({pane.key, pane.share});
    return result;
}

void ChartCanvas::setPaneLayout(const std::vector<PaneShare>& layout)
{
    std::vector<Pane> panes;
    for (const PaneShare& wanted : layout) {
        Pane* pane = findPane(wanted.key);
        if (!pane || std::ranges::find(panes, wanted.key, &Pane::key) != panes.end())
            continue;
        panes.push_back(*pane);
        if (std::isfinite(wanted.share) && wanted.share > 0)
            panes.back().share = wanted.share;
    }
    for (const Pane& pane : m_scene.panes) {
        if (std::ranges::find(panes, pane.key, &Pane::key) == panes.end())
            panes.push_back(pane);
    }
    m_scene.panes = std::move(panes);
    panesMoved();
}

void ChartCanvas::movePane(int key, int by)
{
    const auto count = static_cast<int>(m_scene.panes.size());
    const Pane* pane = findPane(key);
    if (!pane)
        return;
    const int from = static_cast<int>(pane - m_scene.panes.data());
    const int to = std::clamp(from + by, 0, count - 1);
    if (from == to)
        return;
    const auto begin = m_scene.panes.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    panesMoved();
}

void ChartCanvas::removePane(int key)
{
    if (key == Pane::priceKey || !findPane(key))
        return;
    std::vector<int> ids;
    for (const auto& entry : m_deck.all()) {
        if (entry->study.pane == key)
            ids.push_back(entry->id);
    }
    const auto before = paneLayout();
    for (const int id : ids)
        m_deck.remove(id);
    arrangePanes(before);
    Q_EMIT studiesChanged();
}

void ChartCanvas::maximisePane(std::optional<int> key)
{
    if (key && !findPane(*key))
        return;
    if (m_maximised == key)
        return;
    m_maximised = key;
    panesMoved();
}

int ChartCanvas::placeStudy(const ChartStudy& study)
{
    if (study.pane >= 0 && findPane(study.pane))
        return study.pane;
    if (study.pane < 0 && study.spec.study->pane.isOverlay)
        return Pane::priceKey;
    Pane pane;
    pane.key = study.pane > 0 ? study.pane : m_nextPane; // of a stored layout, its panes come back by their names
    m_nextPane = std::max(m_nextPane, pane.key + 1);
    pane.share = m_scene.price().share * newShare;
    for (const Pane& other : m_scene.panes) {
        if (!other.isPrice())
            pane.share = other.share;
    }
    m_scene.panes.push_back(pane);
    m_maximised.reset(); // what was added is to be seen
    return pane.key;
}

void ChartCanvas::arrangePanes(const std::vector<PaneShare>& before)
{
    const auto isUsed = [this](int key) {
        return std::ranges::any_of(m_deck.all(), [key](const auto& entry) { return entry->study.pane == key; });
    };
    std::erase_if(m_scene.panes, [&](const Pane& pane) { return !pane.isPrice() && !isUsed(pane.key); });
    m_scene.findPricePane();
    for (Pane& pane : m_scene.panes)
        pane.guides.clear();
    for (const auto& entry : m_deck.all()) {
        Pane* pane = findPane(entry->study.pane);
        const bool isOwn = entry->study.pane == Pane::priceKey && !entry->info().pane.isOverlay;
        if (isOwn && !entry->ownPane)
            entry->ownPane = m_scene.price();
        if (!isOwn)
            entry->ownPane.reset();
        if (!pane || pane->isPrice())
            continue;
        for (const double level : entry->info().pane.levels) {
            if (std::ranges::find(pane->guides, level) == pane->guides.end())
                pane->guides.push_back(level);
        }
    }
    if (m_maximised && !findPane(*m_maximised))
        m_maximised.reset();
    layout();
    invalidate();
    if (paneLayout() != before)
        Q_EMIT panesChanged();
}

} // namespace spreadline::chart
