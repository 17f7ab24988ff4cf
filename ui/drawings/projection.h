// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing.h"
#include "paint/text_line.h"

#include <QPointF>
#include <QRect>

#include <optional>

namespace spreadline::drawing {

/// How a chart shows time and price: all that drawings know of it. Positions are in device pixels, and a whole number is the
/// middle of a pixel: 7.0 is the row or column with the number 7. Times before the first bar and after the last go on in steps of the interval; every scale (linear, log, percent, inverted) hides behind y().
/// Ui thread only.
class Projection {
public:
    virtual ~Projection() = default;

    /// Changes with anything that moves a point or the look of a label: what was computed for another stamp is stale.
    virtual std::uint64_t stamp() const = 0;
    virtual QRect pane() const = 0; ///< what drawings are clipped to
    virtual double pixelRatio() const = 0;

    virtual double x(Timestamp time) const = 0; ///< rises with time; a bar's open time gives the bar's middle
    virtual Timestamp timeAt(double x) const = 0;
    virtual Timestamp barTime(double x) const = 0; ///< the open time of the bar nearest to x, there or yet to come
    virtual double barWidth() const = 0;           ///< from bar to bar

    virtual double y(double price) const = 0; ///< may be infinite or no number where the scale has no place for the price
    virtual double priceAt(double y) const = 0;
    virtual double tickSize() const = 0; ///< 0 where prices have no grid (spreads, ratios)

    virtual Interval interval() const = 0;
    virtual void addPrice(paint::TextLine& line, double price) const = 0;
    virtual void addTime(paint::TextLine& line, Timestamp time) const = 0;

    /// The open, high, low or close nearest to the point, of the bar nearest to it.
    virtual std::optional<Anchor> magnet(QPointF at) const = 0;

protected:
    Projection() = default;
    Projection(const Projection&) = default;
    Projection& operator=(const Projection&) = default;
};

} // namespace spreadline::drawing
