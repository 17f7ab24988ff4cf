// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/axis_painter.h"
#include "chart/candle_painter.h"
#include "chart/chart_scene.h"
#include "chart/overlay_painter.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QWidget>

#include <optional>

namespace spreadline::chart {

/// The chart itself: draws a series and lets it be panned, zoomed and read. It knows no session, so that a bench or a
/// test can drive it with plain arrays. Three layers: a pixmap in device pixels with all that a tick does not change;
/// the forming bar and the last price painted over it; crosshair and legend on top. A tick repaints the region it
/// touched and costs the same whatever the history. Ui thread only.
///
/// Mouse: drag pans (up and down too once the price scale is manual), wheel zooms in time at the cursor, Ctrl+wheel
/// zooms time and price at the cursor, Shift+wheel pans, dragging an axis scales it, double-click on the price axis
/// fits it again, on the time axis resets the zoom. Keys: arrows, Ctrl+arrows, Shift+arrows (crosshair bar by bar), +
/// and -, Home, End, F, Alt+R, Esc.
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

    const ChartSeries& series() const noexcept { return m_series; }
    const TimeScale& timeScale() const noexcept { return m_scene.time; }
    const PriceScale& priceScale() const noexcept { return m_scene.price.scale; }
    const ChartSubject& subject() const noexcept { return m_scene.subject; }
    Timestamp venueNow() const;
    bool isStale() const noexcept { return m_scene.isStale; }
    bool isLastVisible() const noexcept { return m_scene.time.isLastVisible(); }
    /// The bar the legend shows: under the crosshair, else the last. Nothing without bars.
    std::optional<std::size_t> legendBar() const;
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
    void maximiseRequested();                ///< the pane was double-clicked

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
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Drag : std::uint8_t { None, Pane, PriceAxis, TimeAxis };

    // layers (chart_canvas.cpp, chart_canvas_layers.cpp)
    void viewMoved();
    void invalidate();
    void layout();
    void fitPrices();
    void rebuild();
    void reserveAxis();
    void applyTheme();
    void tickChanged(const QRegion& before);
    QRegion liveRegion() const;
    QRegion toLogical(const QRegion& device) const;
    void paintLayers(QPainter& painter);
    std::optional<LastPrice> lastPrice() const;
    bool fitsPicture() const;

    // hands (chart_canvas_input.cpp)
    Drag zoneAt(QPoint position) const;
    void moveCrosshair(std::optional<Crosshair> cross);
    void pointAt(QPoint position);
    void stepCrosshair(int bars);
    bool moveKey(const QKeyEvent& event);
    bool viewKey(const QKeyEvent& event);
    void dragTo(QPoint position);
    void zoomPriceAt(double y, double factor);

    ChartSeries m_series;
    ChartScene m_scene;
    Theme m_theme;
    paint::GlyphCache m_glyphs, m_boldGlyphs;
    CandlePainter m_candles;
    AxisPainter m_axes;
    OverlayPainter m_overlay;

    QPixmap m_static;
    bool m_layoutDirty = true, m_staticDirty = true;
    int m_staticBuilds = 0;
    int m_axisWidth = 0;                    ///< device pixels; grows with its labels, shrinks with a new subject only
    double m_shownLow = 0, m_shownHigh = 0; ///< the lowest and highest price of the picture
    bool m_highLow = true;

    Timestamp m_venueTime;
    QElapsedTimer m_sinceVenueTime;
    int m_timer = 0;

    std::optional<Crosshair> m_cross;
    Drag m_drag = Drag::None;
    QPoint m_dragFrom;
    bool m_olderAllowed = true;
};

} // namespace spreadline::chart
