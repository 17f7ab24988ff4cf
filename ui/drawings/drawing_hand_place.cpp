// SPDX-License-Identifier: GPL-3.0-or-later
// The hand with a tool, and its keys.
#include "drawings/anchor_moves.h"
#include "drawings/drawing_hand.h"
#include "drawings/drawing_tools.h"

#include <QCoreApplication>

#include <utility>

namespace spreadline::drawing {
namespace {

constexpr int farNudge = 10; ///< ticks or bars with Shift

} // namespace

void DrawingHand::chooseTool(std::optional<DrawingKind> kind)
{
    drop();
    m_hover.reset();
    if (kind) {
        select(noDrawing);
        if (m_book)
            m_book->setAllHidden(false); // who draws wants to see it
    }
    if (std::exchange(m_tool, kind) != kind)
        Q_EMIT toolChanged();
    Q_EMIT changed();
}

bool DrawingHand::place(const Pointer& pointer)
{
    if (m_phase != Phase::Placing) {
        m_phase = Phase::Placing;
        m_live = std::make_shared<const Drawing>(freshDrawing(*m_tool)); // told of once it has an anchor
    }
    m_pressed = pointer; // a drag is measured from the anchor last placed
    const Anchor anchor = nextAnchor(pointer);
    const bool isRepeated = !m_standing.empty() && m_standing.back() == anchor;
    if (isRepeated) // a double click is no line without length
        return true;
    m_standing.push_back(anchor);
    showWith(anchor);
    if (m_standing.size() == static_cast<std::size_t>(toolOf(*m_tool).clicks))
        finish();
    return true;
}

Anchor DrawingHand::nextAnchor(const Pointer& pointer) const
{
    return aimed(pointer, m_standing.size() == 1 ? &m_standing.front() : nullptr);
}

void DrawingHand::showWith(const Anchor& next)
{
    Drawing drawing = *m_live;
    const std::size_t clicks = static_cast<std::size_t>(toolOf(drawing.kind).clicks);
    drawing.anchors = m_standing;
    if (drawing.anchors.size() < clicks)
        drawing.anchors.push_back(next);
    show(completed(std::move(drawing), *m_projection));
}

void DrawingHand::follow(const Pointer& pointer)
{
    showWith(nextAnchor(pointer));
}

void DrawingHand::finish()
{
    Drawing done = *m_live;
    drop();
    if (done.kind == DrawingKind::Text)
        done.text = QCoreApplication::translate("DrawingTools", "Text");
    const bool wantsText = done.kind == DrawingKind::Text;
    const DrawingId id = m_book->add(std::move(done));
    if (!m_stay)
        chooseTool(std::nullopt);
    if (id == noDrawing) {
        Q_EMIT refused(Refusal::Full);
        return;
    }
    if (!m_stay)
        select(id);
    if (wantsText)
        Q_EMIT textWanted(id);
}

void DrawingHand::startRuler(const Pointer& pointer)
{
    m_phase = Phase::Measuring;
    m_live = std::make_shared<const Drawing>(freshDrawing(DrawingKind::Ruler));
    m_standing.assign(1, nextAnchor(pointer));
    showWith(m_standing.front());
}

bool DrawingHand::escape()
{
    if (m_phase != Phase::Idle) {
        drop(); // the tool stays: the next Esc puts it down
        return true;
    }
    if (m_tool) {
        chooseTool(std::nullopt);
        return true;
    }
    const bool wasSelected = m_selected != noDrawing;
    select(noDrawing);
    return wasSelected;
}

bool DrawingHand::undoKey(int key, Qt::KeyboardModifiers modifiers)
{
    const auto held = modifiers & ~Qt::KeypadModifier;
    if (held == Qt::ControlModifier && key == Qt::Key_Z) {
        if (m_phase != Phase::Idle)
            return escape(); // what is in hand is the last thing done
        return m_book->undo();
    }
    const bool isRedo = (held == Qt::ControlModifier && key == Qt::Key_Y)
        || (held == (Qt::ControlModifier | Qt::ShiftModifier) && key == Qt::Key_Z);
    return isRedo && m_phase == Phase::Idle && m_book->redo();
}

bool DrawingHand::nudgeKey(int key, Qt::KeyboardModifiers modifiers)
{
    const int right = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const int up = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    const Drawing* drawing = m_book->find(m_selected);
    if ((right == 0 && up == 0) || !drawing || modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (m_book->isLocked(*drawing)) {
        Q_EMIT refused(Refusal::Locked);
        return true;
    }
    const int times = modifiers & Qt::ShiftModifier ? farNudge : 1;
    m_book->change(nudged(*drawing, right * times, up * times, *m_projection));
    return true;
}

bool DrawingHand::key(int key, Qt::KeyboardModifiers modifiers)
{
    if (!isReady())
        return false;
    if (key == Qt::Key_Escape)
        return escape();
    if (const auto kind = toolFor(key, modifiers)) {
        chooseTool(kind);
        return true;
    }
    if (undoKey(key, modifiers))
        return true;
    if (m_phase != Phase::Idle || m_selected == noDrawing)
        return false;
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        removeSelected();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT propertiesWanted(m_selected);
        return true;
    }
    return nudgeKey(key, modifiers);
}

} // namespace spreadline::drawing
