// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"

#include <array>
#include <optional>

class QPainter;

namespace spreadline::chart {

/// The buttons at the top right of the pane under the pointer: up, down, all the room or back, close. Only where there are several
/// panes; the price pane cannot be closed. Device pixels. Ui thread only.
class PaneButtons {
public:
    enum class Part : std::uint8_t { Up, Down, Maximise, Close };
    struct Hit {
        Part part = Part::Up;
        int pane = 0;
        bool operator==(const Hit&) const = default;
    };

    /// Shows those of the pane with that key, none without one. True when something else is shown now.
    bool show(const ChartScene& scene, std::optional<int> pane, bool isMaximised);
    bool setHover(std::optional<Hit> hit);
    std::optional<Hit> hitAt(QPoint at) const;
    void paint(QPainter& painter, const ChartScene& scene) const;
    QRect rect() const noexcept { return m_rect; }
    std::optional<int> pane() const noexcept { return m_pane; } ///< whose buttons are shown
    /// Empty when it is not shown. For tests.
    QRect buttonRect(Part part) const;

private:
    std::array<Part, 4> m_parts{};
    int m_count = 0;
    std::optional<int> m_pane;
    bool m_isMaximised = false;
    QRect m_rect;
    std::optional<Hit> m_hover;
};

} // namespace spreadline::chart
