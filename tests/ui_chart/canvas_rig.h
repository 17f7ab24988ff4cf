// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_canvas.h"
#include "chart_bars.h"
#include "pointer.h"

#include <QTest>

namespace spreadline::test {

/// A shown canvas of minute bars without a countdown, so that the clock changes no picture.
inline std::unique_ptr<chart::ChartCanvas> shownCanvas(int bars = 1'000, QSize size = {900, 600})
{
    auto canvas = std::make_unique<chart::ChartCanvas>();
    canvas->resize(size);
    canvas->setSubject({"BTCUSDT", 2, 0.01, "BTC"}, Interval::time(std::chrono::minutes(1)));
    canvas->setBars(minuteBars(0, bars), true);
    canvas->show();
    if (!QTest::qWaitForWindowExposed(canvas.get()))
        return nullptr;
    leave(*canvas);
    static_cast<void>(canvas->grab());
    return canvas;
}

inline chart::ChartStudy studyOf(const char* text)
{
    const auto spec = indicators::parseStudy(text);
    if (!spec)
        qFatal("no such study: %s", text);
    return chart::newStudy(*spec);
}

/// What a study says of these bars, computed at once.
inline std::vector<double> valuesOf(const char* text, std::size_t output, const BarColumns& bars)
{
    auto series = StudySeries::make(*indicators::parseStudy(text), Interval::time(std::chrono::minutes(1)));
    (*series)->advance(bars);
    const auto values = (*series)->values(output);
    return {values.begin(), values.end()};
}

inline bool isSame(std::span<const double> a, std::span<const double> b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return x == y || (x != x && y != y); });
}

} // namespace spreadline::test
