// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_prompt.h"
#include "domain/timestamp.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace spreadline::chart {

/// What a trader means by the text: "2026-03-14 09:30", "2026-03-14", "03-14 09:30" or "03-14" (of the year of
/// `now`), "09:30" (of its day). Read in the zone of `now`. Nothing when it is no such moment.
std::optional<Timestamp> typedMoment(const QString& text, const QDateTime& now);

/// The small box that asks where in time the chart is to go.
class DatePrompt final : public ChartPrompt {
    Q_OBJECT
public:
    explicit DatePrompt(QWidget* parent);

    /// What is typed is completed from `now` and read in its zone. Before `earliest` the bars shown would be too many
    /// to fetch; unknown means that everything can be reached.
    void ask(const QDateTime& now, Timestamp earliest);

Q_SIGNALS:
    void chosen(spreadline::Timestamp moment);

protected:
    QString hintFor(const QString& text) const override;
    bool take(const QString& text) override;

private:
    QDateTime m_now;
    Timestamp m_earliest;
};

} // namespace spreadline::chart
