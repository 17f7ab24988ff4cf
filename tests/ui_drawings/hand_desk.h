// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing_hand.h"
#include "samples.h"

namespace spreadline::test {

/// A hand over a chart, and what a person does with it.
struct Desk {
    TestProjection view;
    drawing::DrawingBook book;
    drawing::DrawingHand hand;

    Desk()
    {
        hand.setBook(&book);
        hand.setProjection(&view);
    }
    drawing::Pointer at(double bar, double price, Qt::KeyboardModifiers modifiers = {}) const
    {
        return {view.at(bar, price), modifiers};
    }
    void click(double bar, double price, Qt::KeyboardModifiers modifiers = {})
    {
        hand.move(at(bar, price, modifiers));
        hand.press(at(bar, price, modifiers));
        hand.release(at(bar, price, modifiers));
    }
    void drag(drawing::Pointer from, drawing::Pointer to)
    {
        hand.press(from);
        hand.move({(from.at + to.at) / 2, to.modifiers});
        hand.move(to);
        hand.release(to);
    }
    const drawing::Drawing& only() const { return *book.page().at(0); }
    const drawing::Drawing* live()
    {
        for (const auto& item : hand.scene().items()) {
            if (item.drawing->id == drawing::noDrawing)
                return item.drawing.get();
        }
        return nullptr;
    }
};

} // namespace spreadline::test
