// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_study.h"

#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace spreadline::studies {

/// What picker and dialog need to know of the chart they stand over.
struct ChartContext {
    std::optional<Interval> bars{};         ///< of the chart; unknown: every longer interval is offered
    unsigned supplied = ~0U;                ///< the indicators::Input its bars carry
    QTimeZone zone = QTimeZone::utc();      ///< moments are shown and read in it
    QStringList symbols{};                  ///< to choose a second one from; none: any text will do
    QString otherSymbol{};                  ///< the second symbol that is offered first, of the symbols or not
    std::optional<Timestamp> anchor{};      ///< where a new anchored study starts; unset: at the first bar
    std::vector<chart::ChartStudy> taken{}; ///< studies the chart has, so that a new one gets a colour of its own

    bool operator==(const ChartContext&) const = default;
};

} // namespace spreadline::studies
