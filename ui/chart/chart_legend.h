// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/text_line.h"
#include "plot/chart_scene.h"

#include <QRegion>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

class QPainter;

namespace spreadline::chart {

/// What the legend says of a study or of another symbol.
struct LegendEntry {
    enum class Kind : std::uint8_t { Study, Compared };
    struct Value {
        double value = 0;
        QColor colour;
        bool isPercent = false;
    };
    Kind kind = Kind::Study;
    int id = 0;
    int pane = 0; ///< key
    std::string name;
    QColor colour; ///< of the name; not valid: as text
    bool isShown = true;
    std::string note; ///< stands instead of values: why there are none
    std::vector<Value> values;
    ValueFormat format;
};

/// The legend at the top left of every pane: symbol, interval and the bar's values on the price pane, then a row for each entry.
/// A row under the pointer shows its buttons. Rows that find no room wait behind a "+3" that opens and closes. Texts are kept
/// with their places, and a number keeps the room of the longest one so far, so that a tick or the crosshair repaints only the
/// rows that read differently and nothing moves sideways. Device pixels. Ui thread only.
class ChartLegend {
public:
    enum class Part : std::uint8_t { Row, Eye, Settings, Remove, More };
    struct Hit {
        Part part = Part::Row;
        LegendEntry::Kind kind = LegendEntry::Kind::Study;
        int id = 0; ///< of the entry; of More: none
        int pane = 0;
        bool operator==(const Hit&) const = default;
    };

    ChartLegend();

    /// The entries in the order of their rows; change values and colours at will, then arrange().
    std::vector<LegendEntry>& entries() noexcept { return m_entries; }
    /// Brings all texts up to date, with the values of the bar at `bar`. The answer is what looks different now.
    QRegion arrange(const ChartScene& scene, std::optional<std::size_t> bar);
    void paint(QPainter& painter, const ChartScene& scene) const;

    std::optional<Hit> hitAt(QPoint at) const;
    /// What lies under the pointer. True when it is something else: to be arranged anew, with the row's buttons.
    bool setHover(std::optional<Hit> hit);
    const std::optional<Hit>& hover() const noexcept { return m_hover; }
    /// Shows all rows of the pane, or as many as leave the view free. To be arranged anew.
    void toggleMore(int pane);
    /// Where a row stands; empty when it is not shown. For tests and for what is placed below it.
    QRect rowRect(LegendEntry::Kind kind, int id) const;
    QRect buttonRect(LegendEntry::Kind kind, int id, Part part) const;
    QRect moreRect(int pane) const;
    /// What a row reads, words and numbers with a space between; for tests and for assistive programs.
    std::string rowText(LegendEntry::Kind kind, int id) const;
    std::string headline() const;
    /// All that is shown of the entries, whether their rows find room or not: "RSI 14 55.20, SMA 20 61,234.5".
    std::string said() const;

    /// Room that the price pane keeps free above the candles, device pixels.
    static int headlineHeight(const ChartScene& scene);

private:
    static constexpr int headlineEntry = -1, moreEntry = -2;
    static constexpr int buttonSize = 18; ///< logical pixels
    struct Cell {
        int x = 0, room = 0;
        QColor colour;
        bool isBold = false, isNumber = false;
        paint::TextLine text;
        bool reads(const Cell& other) const { return x == other.x && colour == other.colour && text.view() == other.text.view(); }
    };
    struct Row {
        int entry = headlineEntry, pane = 0;
        std::pair<LegendEntry::Kind, int> of; ///< whose numbers these are
        QRect rect;
        int buttons = 0; ///< where they start
        std::vector<Cell> cells;
    };
    /// Puts one cell after another into a row.
    class Pen;

    void writeHeadline(const ChartScene& scene, std::optional<std::size_t> bar, Row& row);
    void writeBar(Pen& pen, const ChartScene& scene, std::size_t index) const;
    void writeEntry(const ChartScene& scene, const LegendEntry& entry, int top, Row& row);
    void writeValues(Pen& pen, const LegendEntry& entry) const;
    void writeMore(const ChartScene& scene, const Pane& pane, std::size_t hidden, int top, Row& row);
    void arrangePane(const ChartScene& scene, const Pane& pane, int top, QRegion& changed);
    void put(QRegion& changed);
    static std::span<const Part> buttonsOf(LegendEntry::Kind kind);
    std::size_t capacity(const ChartScene& scene, const Pane& pane, int top) const;
    bool isOpen(int pane) const;
    const Row* find(LegendEntry::Kind kind, int id) const;
    bool isHovered(const Row& row) const;
    QRect button(const Row& row, std::size_t index) const; ///< empty while the row shows none
    std::string textOf(const Row& row) const;
    void paintButtons(QPainter& painter, const ChartScene& scene, const Row& row) const;

    std::array<std::string, 5> m_names; ///< O H L C Vol in the user's language
    std::vector<LegendEntry> m_entries;
    std::vector<Row> m_rows;
    std::size_t m_count = 0; ///< of them in use
    Row m_next;              ///< being written
    std::vector<int> m_open; ///< panes that show all their rows
    std::optional<Hit> m_hover;
    qreal m_dpr = 0;
    ChartSubject m_subject; ///< whose numbers the room is kept for
};

} // namespace spreadline::chart
