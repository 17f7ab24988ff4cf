// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_depth.h"
#include "chart/chart_legend.h"
#include "chart/chart_projection.h"
#include "chart/compared_series.h"
#include "chart/derivative_columns.h"
#include "chart/heikin_ashi.h"
#include "chart/overlay_painter.h"
#include "chart/pane_buttons.h"
#include "chart/study_deck.h"
#include "drawings/drawing_hand.h"
#include "drawings/drawing_painter.h"
#include "plot/axis_painter.h"
#include "plot/candle_painter.h"
#include "plot/chart_scene.h"
#include "plot/chart_study.h"
#include "plot/line_painter.h"
#include "plot/marker_painter.h"
#include "plot/marker_series.h"
#include "plot/study_painter.h"
#include "plot/study_plot.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QWidget>

#include <optional>

namespace spreadline::chart {

/// Of a study on the chart.
struct StudyState {
    bool isComplete = false;    ///< false while a long history is still being computed
    unsigned missingInputs = 0; ///< of indicators::Input: what it reads and the bars do not have
    std::optional<Error> error; ///< it does not fit bars of this interval: it stays in the list and shows nothing
};

struct PaneShare {
    int key = 0;
    double share = 1;
    bool operator==(const PaneShare&) const = default;
};

/// Another symbol on the chart.
struct ComparedLook {
    std::string name; ///< as the legend says it
    int decimals = 2;
    Ink ink = Ink::Amber;
    QRgb custom = 0xff4f8ef7;
    bool isShown = true; ///< false: only a study reads it
    bool operator==(const ComparedLook&) const = default;
};

/// A place on the chart, for menus.
struct ChartPoint {
    int pane = 0;
    Timestamp time; ///< of the bar; unknown without bars
    double value = 0;
    std::optional<int> study; ///< under the pointer
    std::optional<int> compared;
    std::uint64_t drawing = 0; ///< DrawingId; 0: none
};

/// The chart itself: draws a series and lets it be panned, zoomed and read. It knows no session, so that a bench or a
/// test can drive it with plain arrays. Three layers: a pixmap in device pixels with all that a tick does not change;
/// the forming bar and the last price painted over it; crosshair and legend on top. A tick repaints the region it
/// touched and costs the same whatever the history. Ui thread only.
///
/// Mouse: what lies under it first (rows of the legend, buttons, drawings), then drag pans (up and down too once the scale is
/// manual; the middle button always), wheel zooms in time at the cursor, Ctrl+wheel zooms time and price at the cursor, Shift+wheel
/// pans, dragging an axis scales it, double-click on a value axis fits it again, on the time axis resets the zoom, on a pane gives
/// it all the room. Keys: arrows, Ctrl+arrows, Shift+arrows (crosshair bar by bar), + and -, Home, End, F, Alt+R, Alt+L, Alt+P,
/// Alt+I, Esc, and those of the hand with the drawings.
class ChartCanvas final : public QWidget {
    Q_OBJECT
public:
    explicit ChartCanvas(QWidget* parent = nullptr);
    ~ChartCanvas() override;

    void setTheme(const Theme& theme);
    void setZone(const QTimeZone& zone);
    /// Another instrument or interval: forgets the bars, keeps the zoom.
    void setSubject(const ChartSubject& subject, Interval interval);
    /// Bars as in ChartUpdate. `reset` replaces all of them; the view then stays at its moment when the series is still
    /// the same.
    void setBars(std::vector<Bar> bars, bool reset);
    /// The venue's time, for the countdown; it runs on by itself.
    void setVenueTime(Timestamp now);
    /// False while data may be believed. Greys everything.
    void setStale(bool stale);
    /// Nothing older exists, or it is being fetched: do not ask (again).
    void setOlderWanted(bool allowed) { m_olderAllowed = allowed; }
    void setHighLowLabels(bool on); ///< the highest and lowest visible price, named where they stand; on at first

    // What is drawn, and how.
    void setPriceStyle(PriceStyle style);
    PriceStyle priceStyle() const noexcept { return m_scene.style; }
    void setScaleMode(ScaleMode mode); ///< of the price pane; percent counts from the first bar in sight
    void setInverted(bool on);
    void setVolumeShown(bool on);
    bool isVolumeShown() const noexcept { return m_volumeShown; }
    void setScaleAuto(bool on);      ///< of the price pane: fitted to what is seen, or as it stands
    void setCountdownShown(bool on); ///< the time left of the forming bar, at its price; on at first
    bool isCountdownShown() const noexcept { return m_countdownShown; }
    bool areHighLowLabelsShown() const noexcept { return m_highLow; }
    void setSpacing(double pixels); ///< the zoom: logical pixels a bar
    /// What is known better now of the symbol that is shown (decimals, grid, unit): bars and view stay.
    void refineSubject(const ChartSubject& subject);

    // Studies. Ids are never reused. A study that is no overlay gets a pane of its own unless it names one that is there.
    int addStudy(ChartStudy study);
    bool changeStudy(int id, ChartStudy study); ///< false: no such study, or it does not fit the interval
    void removeStudy(int id);                   ///< its pane goes with the last study in it
    std::vector<int> studyIds() const;          ///< in the order they were added
    const ChartStudy* study(int id) const;
    StudyState studyState(int id) const;
    unsigned studyInputs() const;      ///< of indicators::Input: what the studies together read
    StudyPlot studyPlot(int id) const; ///< values slot for slot with series(); valid until the bars or studies change

    // Panes, from the top. Shares are of the height.
    std::vector<PaneShare> paneLayout() const;
    void setPaneLayout(const std::vector<PaneShare>& layout); ///< unknown keys are left out, missing ones put at the end
    void movePane(int key, int by);
    void removePane(int key);                  ///< with its studies; the price pane stays
    void maximisePane(std::optional<int> key); ///< none: all of them again
    std::optional<int> maximisedPane() const noexcept { return m_maximised; }

    // Other symbols on the price pane: in percent when the scale is, else on a scale of their own. Also the second symbol of a
    // study, not shown then. Bars as setBars().
    int addCompared(const ComparedLook& look);
    void changeCompared(int id, const ComparedLook& look);
    void setComparedBars(int id, std::vector<Bar> bars, bool reset);
    void setComparedStale(int id, bool stale);
    void removeCompared(int id);
    std::vector<int> comparedIds() const;
    const ComparedLook* compared(int id) const;

    /// What studies of funding and open interest read: all that is known; empty leaves what there was.
    void setDerivatives(std::vector<TimedValue> fundingRates, std::vector<TimedValue> openInterests);

    void setMarkers(std::vector<Marker> markers);
    void addMarker(const Marker& marker);

    /// Volume profile, footprint and heatmap.
    ChartDepth& depth() noexcept { return m_depth; }

    /// The drawings of the symbol; null: none. The hand is what toolbars and menus act on.
    void setDrawings(drawing::DrawingBook* book);
    drawing::DrawingHand& hand() noexcept { return m_hand; }

    /// The bar under the crosshair; nothing without one. Another chart's crosshair is shown as a vertical line at its moment.
    std::optional<Timestamp> crosshairTime() const;
    void setGuestCrosshair(std::optional<Timestamp> time);

    /// All of the chart as it stands, without the cached layer: for files. `size` in logical pixels.
    void drawTo(QPainter& painter);

    const ChartSeries& series() const noexcept { return m_series; }
    /// As of the last picture, in device pixels.
    const ChartScene& scene() const noexcept { return m_scene; }
    const TimeScale& timeScale() const noexcept { return m_scene.time; }
    const PriceScale& priceScale() const noexcept { return m_scene.price().scale; }
    const ChartSubject& subject() const noexcept { return m_scene.subject; }
    Timestamp venueNow() const;
    bool isStale() const noexcept { return m_scene.isStale; }
    bool isLastVisible() const noexcept { return m_scene.time.isLastVisible(); }
    /// The bar the legend shows: under the crosshair, else the last. Nothing without bars.
    std::optional<std::size_t> legendBar() const;
    const ChartLegend& legend() const noexcept { return m_legend; }
    const PaneButtons& paneButtons() const noexcept { return m_paneButtons; }
    QString helpAt(QPoint position) const; ///< what a tool tip says there
    /// Logical pixels.
    QRect paneRect() const;
    QRect priceAxisRect() const;
    QRect timeAxisRect() const;
    /// How often the cached layer was drawn: tests hold that a tick leaves it alone.
    int staticBuilds() const noexcept { return m_staticBuilds; }

    void jumpToLatest();
    void resetView(); ///< default zoom, latest bars, price fitted
    void fitAll();
    /// Brings a moment into the middle, as far as there are bars.
    void showMoment(Timestamp moment);

    QSize sizeHint() const override { return {900, 520}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void olderWanted(); ///< the user came near the first bar
    void viewChanged(); ///< panned, zoomed, or the last bar came into or went out of sight
    void crosshairMoved();
    void intervalTyped(const QString& text); ///< a digit was pressed: the start of an interval
    void symbolTyped(const QString& text);   ///< a letter was pressed: the start of a symbol
    void maximiseRequested();                ///< the only pane was double-clicked
    void scaleChanged();                     ///< mode, inversion, style: by keys as well
    void studiesChanged();                   ///< added, removed, edited, moved between panes
    void panesChanged();
    void comparedChanged();
    void compareRemoveWanted(int id); ///< the legend's cross: whoever fetches its bars takes it away
    void studyEditWanted(int id);     ///< a line or a legend row was double-clicked
    void menuWanted(QPoint globalPosition, const spreadline::chart::ChartPoint& at);
    void zoneMenuWanted(QPoint globalPosition); ///< the zone's name in the corner was clicked

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Drag : std::uint8_t { None, Pane, ValueAxis, TimeAxis, Separator, Corner };

    /// Another symbol with what its line is drawn by.
    struct Compared {
        int id = 0;
        ComparedLook look;
        ComparedSeries series;
        bool isStale = false;
        Pane pane;                ///< the candles', with a scale on which the line is drawn
        std::size_t baseSlot = 0; ///< whose close is 0 %
    };

    // layers (chart_canvas_layers.cpp)
    void viewMoved();
    void invalidate();
    void layout();
    void prepare();
    void rebuild();
    void reserveAxis();
    void applyTheme();
    void paintStatic(QPainter& painter);
    void paintPane(QPainter& painter, const Pane& pane);
    void paintCompared(QPainter& painter, bool last);
    void paintLive(QPainter& painter);
    void paintOverlay(QPainter& painter, bool withPointer = true);
    void paintFocus(QPainter& painter) const;
    void tickChanged(const QRegion& before);
    QRegion liveRegion() const;
    QRegion guestRegion() const;
    QRect lastPiece() const;
    QRegion toLogical(const QRegion& device) const;
    std::optional<LastPrice> lastPrice() const;

    // scales (chart_canvas_scales.cpp)
    void fitScales();
    void fitPrices();
    void fitStudies(Pane& pane);
    void fitCompared();
    void takeBase();
    ValueRange seenPrices(double low, double high) const;
    bool fitsPicture() const;
    bool fits(const Pane& pane, const ValueColumn& column) const;

    // values (chart_canvas_studies.cpp, chart_canvas_compared.cpp)
    static constexpr std::chrono::milliseconds slice{4}; ///< of one turn of the event loop, for a history that is computed
    void keepView(const SeriesChange& change, bool wasVisible, std::int64_t leftTime);
    bool seriesChanged(const SeriesChange& change); ///< true when more is to be drawn anew than the last slot
    bool compute(std::chrono::nanoseconds budget);  ///< the same
    void finishComputing();
    void scheduleWork(bool wanted);
    std::span<const double> closesOf(const QString& symbol) const;
    void addInputs(const ChartStudy& study, BarColumns& bars) const;
    void markStaleStudies();
    Compared* findCompared(int id) const;
    const Compared* comparedNamed(const QString& symbol) const;

    // panes (chart_canvas_panes.cpp); logical pixels
    Pane* paneUnder(QPoint position);          ///< with its axis; null between panes and on the time axis
    int separatorAt(int y) const;              ///< of the line that can be dragged at y: the one below pane i; -1: none
    void dragSeparator(int separator, int dy); ///< the two panes it parts share their height anew
    const Pane& paneOfStudy(int id) const;     ///< with the scale its values are drawn on
    const Pane& paneOf(const DeckStudy& study) const;
    Pane* findPane(int key);
    int placeStudy(const ChartStudy& study); ///< the pane it goes to, made where there is none
    /// After studies came, went or moved: empty panes go, guides are gathered.
    void arrangePanes(const std::vector<PaneShare>& before);
    void panesMoved();

    // mouse (chart_canvas_input.cpp); logical pixels
    Drag zoneAt(QPoint position) const;
    void moveCrosshair(std::optional<Crosshair> cross);
    void pointAt(QPoint position);
    void updateCursor();
    void startDrag(Drag zone, QPoint position);
    void dragTo(QPoint position);
    void doubleClickPane(const Pane& pane);
    void zoomPriceAt(Pane& pane, double y, double factor);
    std::optional<int> studyAt(QPoint position) const;
    ChartPoint pointOf(QPoint position);

    // keys (chart_canvas_keys.cpp)
    bool isOwnKey(const QKeyEvent& event) const;
    void stepCrosshair(int bars);
    bool moveKey(const QKeyEvent& event);
    bool viewKey(const QKeyEvent& event);
    bool scaleKey(const QKeyEvent& event);
    bool escapeKey(const QKeyEvent& event);
    bool typeKey(const QKeyEvent& event);

    // legend and buttons (chart_canvas_legend.cpp)
    void arrangeControls();
    void nameLegend();
    void fillLegend();
    void fillStudy(LegendEntry& row, const DeckStudy& entry, std::int64_t slot) const;
    QRegion refreshLegend();
    void hoverControls(QPoint position);
    bool pressControls(QPoint position);
    bool releaseControls(QPoint position);
    void clickRow(const ChartLegend::Hit& hit);
    void dropRow(const ChartLegend::Hit& hit, QPoint device);
    void clickButton(const PaneButtons::Hit& hit);

    // drawings (chart_canvas_drawings.cpp)
    drawing::Pointer pointer(QPointF position, Qt::KeyboardModifiers modifiers = {}) const;
    drawing::DrawingId drawingAt(QPoint position);
    QRegion handRegion();
    void handChanged();
    void paintDrawings(QPainter& painter);
    void paintTags(QPainter& painter);

    ChartSeries m_series;
    ChartScene m_scene;
    Theme m_theme;
    paint::GlyphCache m_glyphs, m_boldGlyphs;
    CandlePainter m_candles;
    StudyPainter m_studyPainter;
    LinePainter m_lines;
    MarkerPainter m_markerPainter;
    AxisPainter m_axes;
    OverlayPainter m_overlay;
    ChartDepth m_depth;

    StudyDeck m_deck;
    DerivativeColumns m_derivatives;
    HeikinAshi m_heikin;
    std::vector<std::unique_ptr<Compared>> m_compared;
    MarkerSeries m_markers;
    int m_nextPane = 1, m_nextCompared = 1;
    std::optional<int> m_maximised;
    int m_workTimer = 0; ///< runs while a long history is computed

    QPixmap m_static;
    bool m_layoutDirty = true, m_staticDirty = true;
    int m_staticBuilds = 0;
    int m_axisWidth = 0;                    ///< device pixels; grows with its labels, shrinks with a new subject only
    double m_shownLow = 0, m_shownHigh = 0; ///< the lowest and highest price of the picture
    std::size_t m_baseSlot = 0;             ///< the bar that percents count from
    bool m_highLow = true;
    bool m_volumeShown = true;
    bool m_countdownShown = true;

    Timestamp m_venueTime;
    QElapsedTimer m_sinceVenueTime;
    int m_timer = 0;

    ChartProjection m_projection{m_scene};
    drawing::DrawingHand m_hand;
    drawing::DrawingPainter m_drawingPainter;
    QRegion m_handRegion; ///< what is in hand covers this, device pixels
    const drawing::DrawingBook* m_handBook = nullptr;
    std::uint64_t m_handRevision = 0; ///< of the book, as last painted

    ChartLegend m_legend;
    PaneButtons m_paneButtons;
    std::optional<ChartLegend::Hit> m_pressedRow;
    std::optional<PaneButtons::Hit> m_pressedButton;
    bool m_isRowDragged = false;
    bool m_isFocusShown = false; ///< it came by the keyboard

    std::optional<Crosshair> m_cross;
    std::optional<Timestamp> m_guest; ///< where the crosshair of another chart stands
    Drag m_drag = Drag::None;
    QPoint m_dragFrom, m_pointer{-1, -1};
    int m_dragPane = 0, m_separator = -1;
    bool m_olderAllowed = true;
};

} // namespace spreadline::chart
