// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/chart_source.h"

#include <QObject>

#include <optional>

namespace spreadline::chart {

class ChartCanvas;

/// How far the bars of a chart have come: all that notices and badges are told from.
struct LoadState {
    bool hasBars = false;
    bool isAnswered = false; ///< something has come for this symbol and interval
    bool isLoading = false;  ///< history is on its way
    bool isComplete = false; ///< nothing older exists
    Trust trust;
    std::optional<Error> failure;
    std::optional<Error> derivativesFailure; ///< why funding or open interest that a study reads do not come
    Timestamp goal;  ///< where the user asked to go, while the bars up to there are fetched; unknown otherwise
    Timestamp asked; ///< by our clock: since when we wait for the first answer with bars
    Timestamp first; ///< of the oldest bar
};

/// Brings the bars of a chart's symbol onto its canvas: opens and closes their source, asks for older ones when the view comes near
/// the first, and walks back to a date page by page. The view is moved only when the date is reached. Ui thread only.
class ChartLoader final : public QObject {
    Q_OBJECT
public:
    ChartLoader(MarketView& market, ChartCanvas& canvas, QObject* parent = nullptr);

    /// Errors as ChartSource::show(); then nothing changes.
    Status show(const QString& text, Interval interval);
    QString text() const { return m_source.text(); }
    Interval interval() const noexcept { return m_source.interval(); }
    /// Nothing until the venue's list has it.
    const std::optional<SourceSubject>& subject() const noexcept { return m_source.subject(); }
    const LoadState& state() const noexcept { return m_state; }

    void open();
    void close();
    void retry();

    /// Fetches what lies between, as far as bars go, then shows the moment in the middle.
    void goTo(Timestamp moment);
    void stopGoing();
    bool isGoing() const noexcept { return m_state.goal.isKnown(); }
    /// Bars come a page at a time from the newest back: a minute chart does not walk to the last decade. Unknown: no bound.
    Timestamp earliestReachable() const;

Q_SIGNALS:
    void subjectChanged();
    void stateChanged();
    void derivativesFailed(const spreadline::Error& error);
    void ended(spreadline::Timestamp first); ///< the way to a date ended there: nothing older exists

private:
    void showSubject();
    void apply(const SourceUpdate& update);
    void forget();
    void loadOlder();
    void approach();

    ChartCanvas& m_canvas;
    ChartSource m_source;
    LoadState m_state;
    Timestamp m_left; ///< the middle of what was seen when the bars were let go; unknown when that was the latest
    bool m_olderAsked = false;
};

} // namespace spreadline::chart
