// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart's settings change of its view.
#include "chart/chart_canvas.h"

namespace spreadline::chart {

void ChartCanvas::setScaleAuto(bool on)
{
    m_scene.price().scale.setAuto(on);
    viewMoved();
}

void ChartCanvas::setCountdownShown(bool on)
{
    m_countdownShown = on;
    update();
}

void ChartCanvas::setSpacing(double pixels)
{
    m_scene.time.zoomAt(m_scene.time.width(), pixels / m_scene.time.spacing());
    viewMoved();
}

void ChartCanvas::refineSubject(const ChartSubject& subject)
{
    m_scene.subject = subject;
    m_scene.price().format = {ValueFormat::Kind::Fixed, subject.priceDecimals, subject.tick};
    invalidate();
}

} // namespace spreadline::chart
