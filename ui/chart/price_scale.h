// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spreadline::chart {

/// Which prices a pane shows, from its bottom to its top. Positions are shares of the pane's height from the top (0) to
/// the bottom (1), so that pane and pixel ratio do not matter here. The range fits itself to what is seen until the
/// user takes it.
class PriceScale {
public:
    double low() const noexcept { return m_low; }
    double high() const noexcept { return m_high; }
    bool isAuto() const noexcept { return m_auto; }
    void setAuto(bool on) noexcept { m_auto = on; }

    double position(double price) const noexcept { return (m_high - price) / (m_high - m_low); }
    double price(double position) const noexcept { return m_high - position * (m_high - m_low); }

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
    bool m_auto = true;
};

} // namespace spreadline::chart
