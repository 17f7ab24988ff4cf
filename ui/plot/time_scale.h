// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace spreadline::chart {

/// Which slots of the columns are seen, and how wide. A slot is one bar's place; positions are real numbers of slots, x
/// is in logical pixels from the plot's left edge. A plain value: all of panning, zooming and following is here,
/// without a widget.
///
/// The view belongs to the user: nothing that arrives moves it, except that it follows while the last bar is on the
/// screen.
class TimeScale {
public:
    static constexpr double defaultSpacing = 8;
    static constexpr double defaultMargin = 6; ///< empty slots right of the last bar when it jumps to the latest

    double spacing() const noexcept { return m_spacing; }
    double left() const noexcept { return m_left; } ///< slot position at x = 0
    double right() const noexcept { return m_left + m_width / m_spacing; }
    double width() const noexcept { return m_width; }
    double visible() const noexcept { return m_width / m_spacing; }

    /// The middle of a slot.
    double x(double slot) const noexcept { return (slot + 0.5 - m_left) * m_spacing; }
    /// The position under x; the slot is its floor.
    double position(double x) const noexcept { return m_left + x / m_spacing; }

    bool isLastVisible() const noexcept;

    /// The right edge keeps its place when the width changes.
    void setWidth(double width) noexcept;
    void pan(double dx) noexcept;
    void panSlots(double slots) noexcept { pan(-slots * m_spacing); }
    /// Keeps what is under x under x.
    void zoomAt(double x, double factor) noexcept;
    void jumpToLatest() noexcept;
    void jumpToFirst() noexcept;
    void fitAll() noexcept;
    void reset() noexcept; ///< default spacing, latest bars
    void showFrom(double left) noexcept;

    /// What became of the bars. `appended` moves the view only when the last bar was visible; `prepended` keeps the
    /// picture.
    void setCount(std::size_t count) noexcept;
    void appended(std::size_t count) noexcept;
    void prepended(std::size_t count) noexcept;

private:
    void clamp() noexcept;
    double minSpacing() const noexcept;

    double m_left = 0;
    double m_spacing = defaultSpacing;
    double m_width = 800;
    double m_count = 0;
};

} // namespace spreadline::chart
