// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_drawings.h"

#include "chart/chart_canvas.h"
#include "drawings/drawing_dialog.h"
#include "drawings/drawing_store.h"
#include "style/display_options.h"

namespace spreadline::chart {

using drawing::Drawing;
using drawing::DrawingBook;
using drawing::DrawingDialog;
using drawing::DrawingHand;
using drawing::DrawingId;

ChartDrawings::ChartDrawings(const Context& context, ChartCanvas& canvas, QObject* parent)
    : QObject(parent), m_context(context), m_canvas(canvas)
{
    DrawingHand& hand = m_canvas.hand();
    connect(&hand, &DrawingHand::propertiesWanted, this, &ChartDrawings::edit);
    connect(&hand, &DrawingHand::textWanted, this, &ChartDrawings::edit);
    connect(&hand, &DrawingHand::refused, this, &ChartDrawings::refused);
}

void ChartDrawings::setSymbol(const QString& symbol)
{
    m_canvas.setDrawings(symbol.isEmpty() ? nullptr : &m_context.store.book({m_context.venue, symbol}));
}

DrawingBook* ChartDrawings::book() const
{
    return m_canvas.hand().book();
}

// One that came with its symbol's book goes on editing there, whatever the chart shows meanwhile.
void ChartDrawings::edit(DrawingId id)
{
    const QPointer<DrawingBook> shown = book();
    const Drawing* drawing = shown ? shown->find(id) : nullptr;
    if (!drawing)
        return;
    const DrawingDialog::Context context{m_context.display.timeZone(), m_canvas.subject().priceDecimals};
    auto* dialog = new DrawingDialog(*drawing, m_context.themes, context, m_canvas.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto isShown = [this, shown] { return shown && book() == shown; };
    connect(dialog, &DrawingDialog::edited, this, [this, dialog, isShown] {
        if (isShown())
            m_canvas.hand().preview(&dialog->drawing());
    });
    connect(dialog, &QDialog::finished, this, [this, dialog, shown, isShown](int result) {
        if (isShown())
            m_canvas.hand().preview(nullptr);
        if (result == QDialog::Accepted && shown)
            shown->change(dialog->drawing());
    });
    dialog->show(); // not modal: orders and prices stay within reach
}

void ChartDrawings::duplicate(DrawingId id)
{
    m_canvas.hand().select(id);
    m_canvas.hand().duplicateSelected();
}

void ChartDrawings::remove(DrawingId id)
{
    m_canvas.hand().select(id);
    m_canvas.hand().removeSelected();
}

void ChartDrawings::setLocked(DrawingId id, bool locked)
{
    const Drawing* found = book() ? book()->find(id) : nullptr;
    if (!found)
        return;
    Drawing drawing = *found;
    drawing.locked = locked;
    book()->change(drawing);
}

int ChartDrawings::removeAll()
{
    const auto count = book() ? static_cast<int>(book()->page().size()) : 0;
    if (count > 0)
        book()->clear();
    return count;
}

void ChartDrawings::refused(drawing::Refusal why)
{
    Q_EMIT told(why == drawing::Refusal::Locked ? tr("The drawing is locked: unlock it first")
                                                : tr("This symbol has as many drawings as can be kept"));
}

} // namespace spreadline::chart
