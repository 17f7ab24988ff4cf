// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "chart/chart_canvas.h"
#include "drawings/drawing_hand.h"
#include "plot/chart_scene.h"
#include "plot/chart_study.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace spreadline::chart {

/// Another symbol on a chart, as the layout keeps it.
struct ComparedSymbol {
    QString text; ///< symbol or expression
    Ink ink = Ink::Amber;
    QRgb custom = 0xff4f8ef7;
    bool operator==(const ComparedSymbol&) const = default;
};

/// All of a chart that a layout remembers: what it shows and how. The drawings are kept with their symbol, not here. A plain value.
struct ChartSettings {
    QString symbol; ///< or an expression; "": none chosen yet
    Interval interval = Interval::time(std::chrono::minutes(1));
    PriceStyle style = PriceStyle::Candles;
    ScaleMode scale = ScaleMode::Linear;
    bool isInverted = false;
    bool isVolumeShown = true;
    bool areExtremesNamed = true;    ///< highest and lowest visible price
    bool isCountdownShown = true;    ///< time left of the forming bar
    std::vector<ChartStudy> studies; ///< their panes are keys of `panes`
    std::vector<PaneShare> panes;    ///< from the top; empty: the price pane alone
    std::vector<ComparedSymbol> compared;
    std::optional<bool> isDrawingBarShown; ///< none: as the width of the chart allows
    drawing::Magnet magnet = drawing::Magnet::Off;
    double spacing = TimeScale::defaultSpacing; ///< the zoom: logical pixels a bar
    QJsonObject extras;                         ///< of parts that remember more; each has a key of its own
    bool operator==(const ChartSettings&) const = default;
};

QJsonObject toJson(const ChartSettings& settings);

struct ReadChartSettings {
    ChartSettings settings;
    std::vector<Error> leftOut; ///< what was not understood, each with its place; the rest is taken
};
ReadChartSettings chartSettingsFrom(const QJsonObject& json);

} // namespace spreadline::chart
