// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_prompt.h"
#include "domain/interval.h"

#include <optional>

namespace spreadline::chart {

/// What a trader means by the text: a bare number is minutes ("15", "240" for 4h), else as Interval's text, capitals
/// free where they mean nothing ("1H", "1D"; but "1m" is a minute and "1M" a month). Nothing when no chart has such
/// bars.
std::optional<Interval> typedInterval(const QString& text);

/// The small box that opens when digits are typed on the chart.
class IntervalPrompt final : public ChartPrompt {
    Q_OBJECT
public:
    explicit IntervalPrompt(QWidget* parent);

Q_SIGNALS:
    void chosen(spreadline::Interval interval);

protected:
    QString hintFor(const QString& text) const override;
    bool take(const QString& text) override;
};

} // namespace spreadline::chart
