// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_book.h"

#include <algorithm>
#include <set>
#include <utility>

namespace spreadline::drawing {

std::size_t DrawingBook::indexOf(DrawingId id) const noexcept
{
    const auto found = std::ranges::find_if(m_page, [id](const Entry& entry) { return entry->id == id; });
    return static_cast<std::size_t>(found - m_page.begin());
}

const Drawing* DrawingBook::find(DrawingId id) const noexcept
{
    const std::size_t at = indexOf(id);
    return at < m_page.size() ? m_page[at].get() : nullptr;
}

void DrawingBook::touched()
{
    ++m_revision;
    Q_EMIT changed();
}

void DrawingBook::turn(Page page)
{
    m_undo.push_back(std::move(m_page));
    if (m_undo.size() > mostSteps)
        m_undo.pop_front();
    m_redo.clear();
    m_page = std::move(page);
    touched();
}

DrawingId DrawingBook::add(Drawing drawing)
{
    if (!isSound(drawing) || m_page.size() >= mostDrawings)
        return noDrawing;
    drawing.id = static_cast<DrawingId>(++m_lastId);
    const DrawingId id = drawing.id;
    Page page = m_page;
    page.push_back(std::make_shared<const Drawing>(std::move(drawing)));
    turn(std::move(page));
    return id;
}

bool DrawingBook::change(const Drawing& drawing)
{
    const std::size_t at = indexOf(drawing.id);
    if (at == m_page.size() || !isSound(drawing) || *m_page[at] == drawing)
        return false;
    Page page = m_page;
    page[at] = std::make_shared<const Drawing>(drawing);
    turn(std::move(page));
    return true;
}

bool DrawingBook::remove(DrawingId id)
{
    const std::size_t at = indexOf(id);
    if (at == m_page.size())
        return false;
    Page page = m_page;
    page.erase(page.begin() + static_cast<std::ptrdiff_t>(at));
    turn(std::move(page));
    return true;
}

bool DrawingBook::reorder(DrawingId id, Order order)
{
    const std::size_t at = indexOf(id);
    if (at == m_page.size())
        return false;
    const std::size_t last = m_page.size() - 1;
    const std::size_t to = order == Order::ToFront ? last
        : order == Order::Forward                  ? std::min(at + 1, last)
        : order == Order::Backward                 ? at - std::min<std::size_t>(at, 1)
                                                   : 0;
    if (to == at)
        return false;
    Page page = m_page;
    const Entry moved = page[at];
    page.erase(page.begin() + static_cast<std::ptrdiff_t>(at));
    page.insert(page.begin() + static_cast<std::ptrdiff_t>(to), moved);
    turn(std::move(page));
    return true;
}

bool DrawingBook::clear()
{
    if (m_page.empty())
        return false;
    turn({});
    return true;
}

bool DrawingBook::undo()
{
    if (m_undo.empty())
        return false;
    m_redo.push_back(std::move(m_page));
    m_page = std::move(m_undo.back());
    m_undo.pop_back();
    touched();
    return true;
}

bool DrawingBook::redo()
{
    if (m_redo.empty())
        return false;
    m_undo.push_back(std::move(m_page));
    m_page = std::move(m_redo.back());
    m_redo.pop_back();
    touched();
    return true;
}

void DrawingBook::setAllHidden(bool hidden)
{
    if (std::exchange(m_allHidden, hidden) != hidden)
        touched();
}

void DrawingBook::setAllLocked(bool locked)
{
    if (std::exchange(m_allLocked, locked) != locked)
        touched();
}

void DrawingBook::load(std::vector<Drawing> drawings, bool allHidden, bool allLocked)
{
    m_page.clear();
    m_undo.clear();
    m_redo.clear();
    m_lastId = 0;
    for (const Drawing& drawing : drawings)
        m_lastId = std::max(m_lastId, static_cast<std::uint64_t>(drawing.id));
    std::set<DrawingId> taken;
    for (Drawing& drawing : drawings) {
        if (drawing.id == noDrawing || !taken.insert(drawing.id).second)
            drawing.id = static_cast<DrawingId>(++m_lastId);
        m_page.push_back(std::make_shared<const Drawing>(std::move(drawing)));
    }
    m_allHidden = allHidden;
    m_allLocked = allLocked;
    touched();
}

} // namespace spreadline::drawing
