// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace spreadline::chart {

enum class ScaleMode : std::uint8_t {
    Linear,
    Log,
    Percent, ///< linear, written as the change from a base
};

/// Which prices a pane shows, from its bottom to its top (from its top to its bottom when it is inverted). Positions are shares of
/// the pane's height from the top (0) to the bottom (1), so that pane and pixel ratio do not matter here. The range fits itself to
/// what is seen until the user takes it.
///
/// A log scale needs prices above zero: while the range reaches zero or below, it is linear (isLog() says which).
class PriceScale {
public:
    double low() const noexcept { return m_low; } ///< the lowest price shown, wherever it stands
    double high() const noexcept { return m_high; }
    bool isAuto() const noexcept { return m_auto; }
    void setAuto(bool on) noexcept { m_auto = on; }

    ScaleMode mode() const noexcept { return m_mode; }
    void setMode(ScaleMode mode) noexcept { m_mode = mode; }
    bool isLog() const noexcept { return m_mode == ScaleMode::Log && m_low > 0; }
    bool isPercent() const noexcept { return m_mode == ScaleMode::Percent && m_base > 0; }
    bool isInverted() const noexcept { return m_inverted; }
    void setInverted(bool on) noexcept { m_inverted = on; }
    /// What 0 % is; not above zero: there are no percents.
    double base() const noexcept { return m_base; }
    void setBase(double price) noexcept { m_base = price; }
    double percent(double price) const noexcept { return (price / m_base - 1) * 100; }
    double fromPercent(double percent) const noexcept { return m_base * (1 + percent / 100); }

    /// May be infinite or NaN for a price that has no place (zero on a log scale).
    double position(double price) const noexcept;
    double price(double position) const noexcept;

    /// Shows low..high with `top` and `bottom` of the height left free. A flat or senseless range gets some room:
    /// `tick` at least.
    void fit(double low, double high, double top, double bottom, double tick) noexcept;
    /// Around the middle; factor > 1 shows more. Takes the scale from auto.
    void stretch(double factor) noexcept;
    /// By a share of the height, downwards positive. Takes the scale from auto.
    void shift(double share) noexcept;

private:
    double m_low = 0;
    double m_high = 1;
    double m_base = 0;
    ScaleMode m_mode = ScaleMode::Linear;
    bool m_auto = true;
    bool m_inverted = false;
};

} // namespace spreadline::chart
