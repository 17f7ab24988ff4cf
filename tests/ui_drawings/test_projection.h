// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/projection.h"

#include <array>
#include <cmath>

namespace spreadline::test {

enum class Scale : std::uint8_t { Linear, Log, Percent, Inverted };

/// A chart of endless bars, with every price scale that a chart may have.
class TestProjection final : public drawing::Projection {
public:
    static constexpr std::int64_t minute = 60'000'000'000;
    static constexpr std::int64_t firstOpen = 1'767'225'600'000'000'000; ///< 2026-01-01

    QRect rect{0, 0, 1'000, 500};
    double ratio = 1;
    std::int64_t length = minute;
    double spacing = 10; ///< device pixels a bar
    double left = 0;     ///< bar at the left edge
    double low = 90, high = 110;
    double tick = 0.01;
    Scale scale = Scale::Linear;
    std::uint64_t version = 1;

    static Timestamp bar(double index) { return Timestamp::fromNanos(firstOpen + static_cast<std::int64_t>(index * minute)); }
    QPointF at(double bar, double price) const { return {x(TestProjection::bar(bar)), y(price)}; }

    std::uint64_t stamp() const override { return version; }
    QRect pane() const override { return rect; }
    double pixelRatio() const override { return ratio; }
    double x(Timestamp time) const override
    {
        return rect.left() + (static_cast<double>(time.nanos() - firstOpen) / static_cast<double>(length) - left) * spacing;
    }
    Timestamp timeAt(double x) const override
    {
        return Timestamp::fromNanos(firstOpen + std::llround(((x - rect.left()) / spacing + left) * static_cast<double>(length)));
    }
    Timestamp barTime(double x) const override
    {
        return Timestamp::fromNanos(firstOpen + std::llround((x - rect.left()) / spacing + left) * length);
    }
    double barWidth() const override { return spacing; }
    double y(double price) const override
    {
        const double share = (on(high) - on(price)) / (on(high) - on(low));
        return rect.top() + (scale == Scale::Inverted ? 1 - share : share) * rect.height();
    }
    double priceAt(double y) const override
    {
        const double part = (y - rect.top()) / rect.height();
        const double share = scale == Scale::Inverted ? 1 - part : part;
        const double value = on(high) - share * (on(high) - on(low));
        return scale == Scale::Log ? std::exp(value) : scale == Scale::Percent ? (value / 100 + 1) * base : value;
    }
    double tickSize() const override { return tick; }
    Interval interval() const override { return Interval::time(Duration(length)); }
    void addPrice(paint::TextLine& line, double price) const override { line.addFixed(price, 2); }
    void addTime(paint::TextLine& line, Timestamp time) const override
    {
        line.addTwoDigits(time.millis() / 3'600'000 % 24).add(':').addTwoDigits(time.millis() / 60'000 % 60);
    }
    /// Every bar: open 100, high 102, low 99, close 101.
    std::optional<drawing::Anchor> magnet(QPointF at) const override
    {
        double best = 100;
        for (const double price : std::array{102.0, 99.0, 101.0}) {
            if (std::abs(y(price) - at.y()) < std::abs(y(best) - at.y()))
                best = price;
        }
        return drawing::Anchor{barTime(at.x()), best};
    }

private:
    static constexpr double base = 95;
    double on(double price) const
    {
        return scale == Scale::Log ? std::log(price) : scale == Scale::Percent ? (price / base - 1) * 100 : price;
    }
};

} // namespace spreadline::test
