// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing.h"

#include <QObject>

#include <deque>
#include <memory>

namespace spreadline::drawing {

enum class Order : std::uint8_t { ToFront, Forward, Backward, ToBack };

/// The drawings of one symbol, for all its intervals and all charts that show it, with undo. What the user does is one step:
/// a drag is previewed by the hand and comes here when it is done. Steps share what they did not touch, so that a step of a
/// thousand drawings costs a thousand pointers. Ui thread only.
class DrawingBook : public QObject {
    Q_OBJECT
public:
    using Entry = std::shared_ptr<const Drawing>;
    using Page = std::vector<Entry>; ///< bottom first

    static constexpr std::size_t mostSteps = 200;
    static constexpr std::size_t mostDrawings = 5'000;

    explicit DrawingBook(QObject* parent = nullptr) : QObject(parent) {}

    const Page& page() const noexcept { return m_page; }
    const Drawing* find(DrawingId id) const noexcept;
    bool isEmpty() const noexcept { return m_page.empty(); }
    /// Rises with every change of what is to be seen or kept.
    std::uint64_t revision() const noexcept { return m_revision; }

    /// Each is one step and says whether anything changed. `add` gives the drawing its id; noDrawing when the drawing is
    /// not sound or the book is full.
    DrawingId add(Drawing drawing);
    bool change(const Drawing& drawing); ///< takes the place of the one with its id
    bool remove(DrawingId id);
    bool reorder(DrawingId id, Order order);
    bool clear();

    bool canUndo() const noexcept { return !m_undo.empty(); }
    bool canRedo() const noexcept { return !m_redo.empty(); }
    bool undo();
    bool redo();

    /// Over all of them at once, whatever each says of itself; no steps.
    bool isAllHidden() const noexcept { return m_allHidden; }
    bool isAllLocked() const noexcept { return m_allLocked; }
    void setAllHidden(bool hidden);
    void setAllLocked(bool locked);
    bool isLocked(const Drawing& drawing) const noexcept { return m_allLocked || drawing.locked; }

    /// As it was kept: not a step, and forgets the steps. Ids that are missing or double are given anew.
    void load(std::vector<Drawing> drawings, bool allHidden, bool allLocked);

Q_SIGNALS:
    void changed();

private:
    std::size_t indexOf(DrawingId id) const noexcept;
    void turn(Page page); ///< a step
    void touched();

    Page m_page;
    std::deque<Page> m_undo, m_redo; ///< latest last
    std::uint64_t m_revision = 0;
    std::uint64_t m_lastId = 0;
    bool m_allHidden = false, m_allLocked = false;
};

} // namespace spreadline::drawing
