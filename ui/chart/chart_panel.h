// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "chart/chart_settings.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QMenu;
class QToolButton;

namespace spreadline {

class DisplayOptions;
class MarketView;
class ThemeSource;

namespace drawing {
class DrawingStore;
class DrawingToolbar;
} // namespace drawing

namespace chart {
class ChartBadge;
class ChartCanvas;
class ChartChoices;
class ChartComparison;
class ChartDrawings;
class ChartLayers;
class ChartLoader;
class ChartMenu;
class ChartNotice;
class ChartStudies;
class ChartToast;
class ChartToolbar;
class DatePrompt;
class IntervalPrompt;
class SymbolPrompt;
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
        QString venue;                                 ///< drawings are kept under it
        std::function<void(QMenu&)> fillZoneMenu = {}; ///< behind the zone's name in the corner; none: nothing opens there
    };
    explicit ChartPanel(const Context& context, QWidget* parent = nullptr);
    ~ChartPanel() override;

    /// "BTCUSDT", "BTCUSDT/ETHUSDT", "A-1.5*B". Before the list of instruments has come anything of a good form is taken and shown
    /// when it comes. Errors: BadSchema, BadNumber (the form), UnknownInstrument, Unsupported (an expression of bars that count
    /// trades); then nothing changes.
    Status setSymbol(const QString& text);
    QString symbol() const;
    /// One that does not go with the symbol is refused with a word on the chart.
    void setInterval(Interval interval);
    Interval interval() const noexcept { return m_interval; }

    chart::ChartSettings settings() const;
    /// Takes what it can; the errors name the rest.
    std::vector<Error> restore(const chart::ChartSettings& settings);

    /// Asks for a date and goes there, fetching the bars in between.
    void askForDate();
    /// Asks for a symbol or an expression, with the first letters typed already.
    void askForSymbol(const QString& start = {});
    /// Asks for a symbol to compare with.
    void askForComparison();

    chart::ChartCanvas& canvas() noexcept { return *m_canvas; }
    chart::ChartComparison& comparison() noexcept { return *m_comparison; }
    chart::ChartStudies& studies() noexcept { return *m_studies; }
    /// Volume profile, footprint and depth heatmap.
    chart::ChartLayers& layers() noexcept { return *m_layers; }
    chart::ChartMenu& menu() noexcept { return *m_menu; }
    /// Behind the export button of the toolbar: the holder fills it. The button is there while the menu has something in it.
    QMenu& fileMenu() noexcept;
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

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // chart_panel.cpp
    void build();
    void buildOverlays();
    void wire();
    void wireCanvas();
    void wireToolbar();
    void wireMenu();
    void applyTheme();
    Status turnTo(const QString& text, Interval interval);
    void subjectChanged();
    void chooseSymbol(const QString& text);
    void compareWith(const QString& text);
    void goTo(Timestamp moment);
    void openMenu(QPoint at, const chart::ChartPoint& point);
    void openZoneMenu(QPoint at);
    // chart_panel_state.cpp
    void showState();
    void showBadge();
    void showToolbar();
    void placeOverlays();
    void setDrawingBarShown(bool shown);
    void showDrawingBar();
    bool isDrawingBarWanted() const;
    void zoomMayHaveChanged();

    Context m_context;

    chart::ChartCanvas* m_canvas;
    chart::ChartLoader* m_loader;
    chart::ChartComparison* m_comparison;
    chart::ChartStudies* m_studies;
    chart::ChartDrawings* m_drawings;
    chart::ChartLayers* m_layers;
    chart::ChartMenu* m_menu;

    chart::ChartToolbar* m_toolbar;
    drawing::DrawingToolbar* m_drawingBar;
    chart::ChartNotice* m_notice;
    chart::ChartBadge* m_badge;
    chart::ChartToast* m_toast;
    chart::IntervalPrompt* m_prompt;
    chart::DatePrompt* m_datePrompt;
    chart::SymbolPrompt* m_symbolPrompt;
    chart::SymbolPrompt* m_comparePrompt;
    QToolButton* m_latest;
    QTimer m_ageTimer, m_zoomTimer;

    Interval m_interval = Interval::time(std::chrono::minutes(1));
    std::optional<Error> m_venueTrouble;
    std::optional<bool> m_drawingBarWish;
    QJsonObject m_extras;
    double m_toldSpacing = 0;
    bool m_isMaximised = false;
};

} // namespace spreadline
