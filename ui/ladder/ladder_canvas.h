// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ladder/ladder_painter.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

#include <optional>
#include <vector>

namespace spreadline::ladder {

/// The ladder itself: whole rows above and below the spread. Locked, the spread stays in the middle; unlocked, prices
/// stay where they are and the market moves through them. Repaints only the rows that changed. It knows no session. Ui
/// thread only.
///
/// Mouse: wheel scrolls (and unlocks), hover shows what trading up to that row would take, click announces the price.
/// Keys: Up and Down, PageUp and PageDown scroll, Home centres.
class LadderCanvas final : public QWidget {
    Q_OBJECT
public:
    explicit LadderCanvas(QWidget* parent = nullptr);
    ~LadderCanvas() override;

    void setTheme(const Theme& theme);
    void setSubject(const LadderSubject& subject); ///< another instrument: forgets the book
    void setBook(BookPtr book);
    void setLast(const LastTrade& last);
    /// The best prices of the ungrouped book; nothing when they are not known.
    void setTop(std::optional<TopOfBook> top);
    void setInQuote(bool inQuote);
    void setFlashing(bool on);
    void setStale(bool stale);
    /// Locking centres the spread.
    void setLocked(bool locked);

    bool isLocked() const noexcept { return m_locked; }
    bool isStale() const noexcept { return m_stale; }
    bool isInQuote() const noexcept { return m_scene.inQuote; }
    const LadderRows& rows() const noexcept { return m_scene.rows; }
    int rowHeight() const;   ///< logical pixels
    int visibleRows() const; ///< price rows beside the spread
    /// The LadderRows index of the row at a logical y; nothing outside the rows.
    std::optional<int> indexAt(int y) const;
    QRect rowRect(int index) const; ///< logical pixels; empty when out of sight
    /// The topmost rows that together are at least so high, in logical pixels: what a note may lie over.
    QRect coverFor(int least) const;
    bool isFlashing(int index) const;
    std::optional<int> hovered() const noexcept { return m_hovered; }
    /// Levels worth asking for: what is seen, twice over.
    int wantedLevels() const;

    QSize sizeHint() const override { return {280, 560}; }
    QSize minimumSizeHint() const override { return {180, 120}; }

Q_SIGNALS:
    void priceClicked(spreadline::Price price);
    void lockChanged(bool locked);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Shown {
        LadderRow row;
        int bar = 0;
        bool isFlashing = false;
        bool operator==(const Shown&) const = default;
    };
    struct Flash {
        RowKind kind;
        std::int64_t price;
        qint64 until; ///< of m_clock
    };

    void applyTheme();
    void layout();
    int slotTop(int slot) const; ///< device pixels
    QRect slotRect(int slot) const;
    int indexOfSlot(int slot) const noexcept { return m_centreSlot - slot + m_offset; }
    void place();
    void refresh(bool everything);
    void paintRows(QPainter& painter, const QRegion& region, int end) const;
    void noteChanges(const LadderRows& before);
    void scroll(int rows);
    void hover(std::optional<int> index);
    void hoverUnderPointer();
    QRect toLogical(const QRect& device) const;
    Shown shown(int index) const;

    LadderScene m_scene;
    Theme m_theme;
    paint::GlyphCache m_glyphs, m_boldGlyphs;
    LadderPainter m_painter;
    std::vector<Shown> m_shown; ///< by slot from the top: what stands on the screen
    std::vector<Flash> m_flashes;
    QElapsedTimer m_clock;
    QBasicTimer m_flashTimer;

    int m_rowHeight = 20, m_spreadHeight = 30, m_headerHeight = 24, m_footerHeight = 26, m_height = 0,
        m_room = 0;            ///< device pixels; the room of all rows but the spread's
    int m_slots = 0;           ///< rows on the screen, the spread's among them when it is in sight
    int m_centreSlot = 0;      ///< the slot that offset 0 puts the spread in
    int m_offset = 0;          ///< the row index shown in the centre slot
    std::int64_t m_anchor = 0; ///< the price held in the centre slot while unlocked
    bool m_locked = true;
    bool m_stale = false;
    bool m_flashing = true;
    std::optional<int> m_pointer; ///< where the mouse stands, logical y
    std::optional<int> m_hovered; ///< row index; another one when prices stand still and the spread moves
    std::optional<int> m_pressed;
    double m_wheel = 0;
};

} // namespace spreadline::ladder
