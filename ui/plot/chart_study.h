// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/studies.h"
#include "style/ink.h"

#include <QString>

#include <string>
#include <vector>

namespace spreadline::chart {

/// How one output of a study looks, unless hidden. Ink::Up for an output whose role is UpDown means both colours, as its values
/// rise and fall; any other ink is that one ink.
struct OutputLook {
    Ink ink = Ink::Accent;
    QRgb custom = 0xff4f8ef7;
    int width = 1; ///< logical pixels, 1..4
    Dash dash = Dash::Solid;
    bool isShown = true;
    bool operator==(const OutputLook&) const = default;
};

/// A study as a person put it on a chart: what is computed, and how it looks. A plain value; it is what the layout file keeps.
struct ChartStudy {
    indicators::StudySpec spec;
    std::vector<OutputLook> looks; ///< one for each output of the study
    bool isShown = true;
    int pane = 0;        ///< key of the pane it stands in; 0 is the candles'. Of a new study: -1, where its description says
    QString otherSymbol; ///< the second symbol of correlation and beta; "" otherwise
    bool operator==(const ChartStudy&) const = default;
};

/// With the looks its description names (what is not drawn is not shown in the legend either); `taken` are the studies already there, so that the first line of each gets a colour
/// of its own where there is one.
ChartStudy newStudy(const indicators::StudySpec& spec, const std::vector<ChartStudy>& taken = {});
/// "RSI 14", "MACD 12 26 9", "EMA 50 · 4h": short, for legends. English; arguments without a place of their own only where they
/// differ from their preset.
std::string shortName(const indicators::StudySpec& spec);

} // namespace spreadline::chart
