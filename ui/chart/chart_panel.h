// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "chart/chart_settings.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace spreadline {

class DisplayOptions;
class MarketView;
class ThemeSource;

namespace drawing {
class DrawingStore;
} // namespace drawing

namespace chart {
class ChartBadge;
class ChartCanvas;
class ChartChoices;
class ChartNotice;
class DatePrompt;
class IntervalBar;
class IntervalPrompt;
} // namespace chart

/// A price chart with all that belongs to it: a row of controls on top, drawing tools at the left, the chart, and what is to be said
/// when there is nothing to draw or when what is drawn is old. It shows the symbol (or expression) it is told. Asks for bars while
/// it is shown and lets them go when it is hidden. Ui thread only.
class ChartPanel final : public QWidget {
    Q_OBJECT
public:
    /// All of it outlives the panel.
    struct Context {
        MarketView& market;
        const ThemeSource& themes;
        const DisplayOptions& display;
        drawing::DrawingStore& drawings;
        chart::ChartChoices& choices;
        QString venue; ///< drawings are kept under it
    };
    explicit ChartPanel(const Context& context, QWidget* parent = nullptr);
    ~ChartPanel() override;

    /// "BTCUSDT", "BTCUSDT/ETHUSDT", "A-1.5*B". Before the list of instruments has come anything of a good form is taken and shown
    /// when it comes. Errors: BadSchema, BadNumber (the form), UnknownInstrument; then nothing changes.
    Status setSymbol(const QString& text);
    QString symbol() const;
    void setInterval(Interval interval);
    Interval interval() const noexcept { return m_interval; }

    chart::ChartSettings settings() const;
    /// Takes what it can; the errors name the rest.
    std::vector<Error> restore(const chart::ChartSettings& settings);

    /// Asks for a date and goes there, fetching the bars in between.
    void askForDate();
    /// Asks for a symbol or an expression, with the first letters typed already.
    void askForSymbol(const QString& start = {});

    chart::ChartCanvas& canvas() noexcept { return *m_canvas; }
    /// Behind the export button of the toolbar: the holder fills it. The button is there while the menu has something in it.
    QMenu& fileMenu() noexcept { return *m_fileMenu; }
    /// What stands between this window and the venue, in the venue's own words; shown while no instrument is known.
    void setVenueTrouble(const std::optional<Error>& error);
    /// Whether the chart fills its window alone: what the toolbar's button shows.
    void setMaximised(bool on);
    /// A widget of the holder's at the left end of the toolbar (the colour of a link group). The panel takes it over.
    void addLead(QWidget* lead);

Q_SIGNALS:
    void symbolChanged(const QString& text); ///< by the user or by setSymbol()
    void intervalChanged(spreadline::Interval interval);
    /// The bar under this chart's crosshair; nothing when it is gone.
    void crosshairMoved(std::optional<spreadline::Timestamp> time);
    void maximiseRequested();
    void activated();       ///< clicked, or got the keyboard
    void settingsChanged(); ///< something of settings() is another now
    void zoneChosen(const QTimeZone& zone);
    void moreZonesWanted();
    void symbolTyped(const QString& text); ///< a letter was typed on the chart

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
    void findInstrument();
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

    Context m_context;

    chart::IntervalBar* m_intervals;
    chart::ChartCanvas* m_canvas;
    chart::ChartNotice* m_notice;
    chart::ChartBadge* m_badge;
    chart::IntervalPrompt* m_prompt;
    chart::DatePrompt* m_datePrompt;
    QMenu* m_fileMenu;
    QHBoxLayout* m_bar;
    QToolButton* m_latest;
    QTimer m_ageTimer;

    QString m_symbol;
    Interval m_interval = Interval::time(std::chrono::minutes(1));
    std::optional<InstrumentId> m_instrument;
    std::optional<ChartId> m_chart;
    Trust m_trust;
    std::optional<Error> m_failure, m_venueTrouble;
    Timestamp m_goal; ///< a moment before the first bar that was asked for; unknown when there is none
    bool m_loading = false;
    bool m_complete = false;
    bool m_olderAsked = false;
    bool m_answered = false; ///< something has come for this chart
};

} // namespace spreadline
