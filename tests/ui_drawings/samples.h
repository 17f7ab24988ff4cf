// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/anchor_moves.h"
#include "drawings/drawing_book.h"
#include "test_projection.h"

#include <rapidcheck.h>

namespace spreadline::test {

/// A drawing of the kind with its anchors at these bars and prices.
inline drawing::Drawing sample(drawing::DrawingKind kind, const std::vector<std::pair<double, double>>& places)
{
    drawing::Drawing drawing = drawing::freshDrawing(kind);
    for (const auto& [bar, price] : places)
        drawing.anchors.push_back({TestProjection::bar(bar), price});
    return drawing;
}

inline std::vector<drawing::Drawing> drawingsOf(const drawing::DrawingBook& book)
{
    std::vector<drawing::Drawing> all;
    for (const auto& entry : book.page())
        all.push_back(*entry);
    return all;
}

inline rc::Gen<drawing::DrawingKind> anyKind()
{
    return rc::gen::map(rc::gen::inRange(0, drawing::drawingKinds), [](int i) { return static_cast<drawing::DrawingKind>(i); });
}

/// A sound drawing of any kind and look.
inline drawing::Drawing anyDrawing()
{
    using namespace drawing;
    Drawing drawing = freshDrawing(*anyKind());
    for (std::size_t i = 0; i < anchorCount(drawing.kind); ++i) {
        const double price = *rc::gen::element(1e-6, 0.1, 99.995, 100.01, 61'432.5, 1e9, -3.25) * *rc::gen::inRange(1, 4);
        drawing.anchors.push_back(
            {Timestamp::fromNanos(TestProjection::firstOpen + *rc::gen::inRange(-100'000, 100'000) * 1'234'567'891LL), price});
    }
    drawing.style = {static_cast<Ink>(*rc::gen::inRange(0, 9)),
                     *rc::gen::arbitrary<QRgb>(),
                     *rc::gen::inRange(1, widestLine + 1),
                     static_cast<Dash>(*rc::gen::inRange(0, 3)),
                     *rc::gen::arbitrary<bool>(),
                     *rc::gen::inRange(0, 101),
                     *rc::gen::arbitrary<bool>(),
                     *rc::gen::arbitrary<bool>(),
                     *rc::gen::arbitrary<bool>()};
    if (hasLevels(drawing.kind))
        drawing.levels.push_back({*rc::gen::inRange(-5, 5) * 0.382, *rc::gen::arbitrary<bool>()});
    drawing.text = *rc::gen::element(QString(), QStringLiteral("support"), QStringLiteral("Widerstand\n支撑 \"§\" <b>"));
    drawing.locked = *rc::gen::arbitrary<bool>();
    drawing.hidden = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>())
        drawing.intervals = {Interval::time(std::chrono::minutes(1)), Interval::months(1)};
    return drawing;
}

} // namespace spreadline::test
