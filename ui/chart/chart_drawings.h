// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing_hand.h"
#include "style/theme.h"

#include <QObject>
#include <QPointer>
#include <QTimeZone>

class QWidget;

namespace spreadline {

class DisplayOptions;

namespace drawing {
class DrawingStore;
class DrawingToolbar;
} // namespace drawing

namespace chart {

class ChartCanvas;

/// The drawings of a chart's symbol on its canvas: which book they are in, the dialog over one of them, and what a menu does with one.
/// Ui thread only.
class ChartDrawings final : public QObject {
    Q_OBJECT
public:
    /// All of it outlives the object.
    struct Context {
        const ThemeSource& themes;
        const DisplayOptions& display;
        drawing::DrawingStore& store;
        QString venue;
    };
    ChartDrawings(const Context& context, ChartCanvas& canvas, QObject* parent);

    /// A symbol or an expression, as it is written; "": no drawings.
    void setSymbol(const QString& symbol);
    drawing::DrawingBook* book() const;

    void edit(drawing::DrawingId id);
    void duplicate(drawing::DrawingId id);
    void remove(drawing::DrawingId id);
    void setLocked(drawing::DrawingId id, bool locked);
    /// Undone with the book's own undo. How many there were.
    int removeAll();

Q_SIGNALS:
    void told(const QString& text); ///< why nothing happened

private:
    void refused(drawing::Refusal why);

    Context m_context;
    ChartCanvas& m_canvas;
};

} // namespace chart
} // namespace spreadline
