// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_canvas.h"

#include <QObject>

#include <functional>

class QMenu;

namespace spreadline {

class DisplayOptions;
class ThemeSource;

namespace chart {

class ChartChoices;
class ChartComparison;
class ChartDrawings;
class ChartLayers;
class ChartStudies;
class ChartToast;
class ChartToolbar;

/// What a right click on a chart offers: first what belongs to the thing under the pointer, then to the place, then to the chart. It
/// acts on the parts of the panel and says what only the panel can do. Ui thread only.
class ChartMenu final : public QObject {
    Q_OBJECT
public:
    /// All of it outlives the object.
    struct Parts {
        ChartCanvas& canvas;
        ChartStudies& studies;
        ChartDrawings& drawings;
        ChartComparison& comparison;
        ChartLayers& layers;
        ChartChoices& choices;
        ChartToolbar& toolbar;
        ChartToast& toast;
        const ThemeSource& themes;
        const DisplayOptions& display;
        std::function<void(QMenu&)> fillZones; ///< may be none
    };
    ChartMenu(const Parts& parts, QObject* parent);

    void fill(QMenu& menu, const ChartPoint& at);
    /// Behind the compare button.
    void fillCompare(QMenu& menu);
    void setDrawingBarShown(bool shown) { m_isDrawingBarShown = shown; }

    /// What is copied: plain text that other programs read.
    QString priceText(const ChartPoint& at) const;
    QString timeText(const ChartPoint& at) const;
    QString valuesText(const ChartPoint& at) const;

Q_SIGNALS:
    void dateWanted();
    void compareWanted();
    void drawingBarWanted(bool shown);
    void lookChanged(); ///< volume, extremes, countdown: what no signal of the canvas tells

private:
    void addStudy(QMenu& menu, int id);
    void addDrawing(QMenu& menu, std::uint64_t id);
    void addCompared(QMenu& menu, int id);
    void addPane(QMenu& menu, int key);
    void addCopy(QMenu& menu, const ChartPoint& at);
    void addView(QMenu& menu);
    void addSets(QMenu& menu);
    void addScale(QMenu& menu);
    void addShown(QMenu& menu);
    void addLayers(QMenu& menu);
    void addRemoving(QMenu& menu);
    void removeAllStudies();
    void removeAllDrawings();

    Parts m_parts;
    bool m_isDrawingBarShown = false;
};

} // namespace chart
} // namespace spreadline
