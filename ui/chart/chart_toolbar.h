// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interval.h"
#include "plot/chart_scene.h"
#include "plot/price_scale.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;

namespace spreadline::chart {

class IntervalBar;
class ToolbarButton;

/// What the row above a chart shows of it.
struct ToolbarState {
    QString symbol;
    Interval interval;
    PriceStyle style = PriceStyle::Candles;
    ScaleMode scale = ScaleMode::Linear;
    bool isAuto = true;
    int compared = 0;
    bool isDrawingBarShown = false;
    bool isMaximised = false;
    bool operator==(const ToolbarState&) const = default;
};

/// The row of controls above a chart. It keeps no state but what it is told, and says what was asked for. Where it gets narrow, words
/// go first, then what the context menu has as well. Ui thread only.
class ChartToolbar final : public QWidget {
    Q_OBJECT
public:
    ChartToolbar(const ThemeSource& themes, QWidget* parent);

    void setState(const ToolbarState& state);
    void addLead(QWidget* lead);
    /// Filled when it opens; without entries its button is not there.
    QMenu& fileMenu() noexcept { return *m_fileMenu; }
    void setCompareMenu(std::function<void(QMenu&)> fill);
    static QString styleName(PriceStyle style);
    /// The six styles, the current one marked.
    void fillStyleMenu(QMenu& menu);

    QSize minimumSizeHint() const override { return {120, 32}; }

Q_SIGNALS:
    void symbolWanted();
    void intervalChosen(spreadline::Interval interval);
    void styleChosen(spreadline::chart::PriceStyle style);
    void scaleChosen(spreadline::chart::ScaleMode mode);
    void autoScaleWanted();
    void studiesWanted();
    void drawingBarWanted(bool shown);
    void maximiseWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ToolbarButton* add(const QString& objectName, const QString& name);
    void build();
    void arrange();

    const ThemeSource& m_themes;
    ToolbarState m_state;
    bool m_isStateKnown = false;
    QHBoxLayout* m_row;
    IntervalBar* m_intervals;
    ToolbarButton *m_tools, *m_symbol, *m_style, *m_studies, *m_compare, *m_log, *m_percent, *m_auto, *m_file, *m_maximise;
    QMenu* m_fileMenu;
};

} // namespace spreadline::chart
