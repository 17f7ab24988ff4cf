// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QToolButton;

namespace spreadline {

class ActiveInstrument;
class DisplayOptions;
class MarketView;
class ThemeSource;

namespace chart {
class ChartBadge;
class ChartCanvas;
class ChartNotice;
class DatePrompt;
class IntervalBar;
class IntervalPrompt;
} // namespace chart

/// The price chart of the active instrument: intervals on top, the chart, and what is to be said when there is nothing
/// to draw or when what is drawn is old. Opens its chart at the MarketView while it is shown and closes it when it is
/// hidden. Ui thread only.
class ChartPanel final : public QWidget {
    Q_OBJECT
public:
    ChartPanel(MarketView& market, const ThemeSource& themes, const DisplayOptions& display, ActiveInstrument& active,
               QWidget* parent = nullptr);
    ~ChartPanel() override;

    Interval interval() const noexcept { return m_interval; }
    void setInterval(Interval interval);
    /// To be remembered with the layout: the interval's text. Restoring takes no more than it understands.
    QString saveState() const;
    void restoreState(const QString& state);

    /// Asks for a date and goes there, fetching the bars in between.
    void askForDate();

    chart::ChartCanvas& canvas() noexcept { return *m_canvas; }

Q_SIGNALS:
    void intervalChanged(spreadline::Interval interval);
    void symbolTyped(const QString& text); ///< a letter was typed on the chart
    void maximiseRequested();              ///< the chart was double-clicked

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void wire();
    void applyTheme();
    void open();
    void close();
    void retry();
    void setInstrument(InstrumentId id);
    void subjectChanged();
    void apply(const ChartUpdate& update);
    void loadOlder();
    void goTo(Timestamp moment);
    void approachGoal();
    Timestamp earliestReachable() const;
    void showState();
    void showNotice();
    void showBadge();
    bool isFailureForemost() const;
    QString badgeText() const;
    void placeOverlays();

    MarketView& m_market;
    const ThemeSource& m_themes;
    const DisplayOptions& m_display;
    ActiveInstrument& m_active;

    chart::IntervalBar* m_intervals;
    chart::ChartCanvas* m_canvas;
    chart::ChartNotice* m_notice;
    chart::ChartBadge* m_badge;
    chart::IntervalPrompt* m_prompt;
    chart::DatePrompt* m_datePrompt;
    QToolButton* m_latest;
    QTimer m_ageTimer;

    Interval m_interval = Interval::time(std::chrono::minutes(1));
    std::optional<InstrumentId> m_instrument;
    std::optional<ChartId> m_chart;
    Trust m_trust;
    std::optional<Error> m_failure;
    Timestamp m_goal; ///< a moment before the first bar that was asked for; unknown when there is none
    bool m_loading = false;
    bool m_complete = false;
    bool m_olderAsked = false;
    bool m_answered = false; ///< something has come for this chart
};

} // namespace spreadline
