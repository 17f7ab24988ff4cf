// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_rig.h"

#include "base/hash.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace spreadline::bench {
namespace {

constexpr std::int64_t firstOpen = 1'700'000'040'000'000'000, minute = 60'000'000'000;

double draw(int i)
{
    return static_cast<double>(mix64(static_cast<std::uint64_t>(i)) % 2'001) / 1'000 - 1;
}

} // namespace

std::vector<chart::Bar> wanderingBars(int count)
{
    std::vector<chart::Bar> bars;
    bars.reserve(static_cast<std::size_t>(count));
    double price = 60'000;
    for (int i = 0; i < count; ++i) {
        const double open = price;
        price = std::max(1'000.0, price + 30 * draw(i) + (60'000 - price) * 1e-4);
        const double reach = 20 * std::abs(draw(i + 1'000'003));
        bars.push_back({firstOpen + i * minute, open, std::max(open, price) + reach, std::min(open, price) - reach, price,
                        50 + 40 * draw(i + 2'000'003)});
    }
    return bars;
}

ChartRig::ChartRig(std::vector<chart::Bar> bars, double visible) : m_last(bars.back())
{
    m_canvas.resize(chartSize);
    m_canvas.setSubject({"BTCUSDT", 2, 0.01, "BTC"}, Interval::time(std::chrono::minutes(1)));
    m_canvas.setBars(std::move(bars), true);
    m_canvas.setVenueTime(Timestamp::fromNanos(m_last.time + minute / 2));
    m_canvas.show();
    QCoreApplication::processEvents();
    zoomTo(visible);
    m_mouse = m_canvas.paneRect().center();
    rebuilds();
}

void ChartRig::wheel(QPoint at, int turned)
{
    QWheelEvent event(at, m_canvas.mapToGlobal(at), {}, QPoint(0, turned), Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&m_canvas, &event);
}

void ChartRig::zoomBy(int notches)
{
    wheel(m_canvas.paneRect().center(), notches * 120);
    frame();
}

void ChartRig::addStudies()
{
    for (const char* text : {"ema(20)", "ema(200)", "bbands(20,2)", "rsi(14)", "macd(12,26,9)"}) {
        const auto spec = indicators::parseStudy(text);
        if (!spec)
            std::abort();
        const int id = m_canvas.addStudy(chart::newStudy(*spec));
        while (!m_canvas.studyState(id).isComplete)
            QCoreApplication::processEvents();
    }
    QCoreApplication::processEvents();
    rebuilds();
}

void ChartRig::addMarkers(int count)
{
    std::vector<chart::Marker> markers;
    const auto times = m_canvas.series().columns().times();
    for (int i = 0; i < count; ++i) {
        const auto slot = static_cast<std::size_t>(i) * times.size() / static_cast<std::size_t>(count);
        const auto shape = i % 2 == 0 ? chart::Marker::Shape::Buy : chart::Marker::Shape::Sell;
        markers.push_back({times[slot], m_canvas.series().columns().closes()[slot], shape, i % 2 == 0 ? Ink::Up : Ink::Down});
    }
    m_canvas.setMarkers(std::move(markers));
    QCoreApplication::processEvents();
    rebuilds();
}

void ChartRig::zoomTo(double visible)
{
    m_canvas.jumpToLatest();
    frame();
    const QPoint at(m_canvas.paneRect().right(), m_canvas.paneRect().center().y());
    const double notches = std::log(m_canvas.timeScale().visible() / visible) / std::log(1.15);
    wheel(at, static_cast<int>(std::lround(notches * 120)));
    m_canvas.jumpToLatest();
    frame();
    if (std::abs(m_canvas.timeScale().visible() / visible - 1) > 0.02)
        std::abort(); // the figures would be those of another zoom
}

/// What the event loop does when a frame is due: the regions that were marked are painted, nothing else.
void ChartRig::frame()
{
    QCoreApplication::sendPostedEvents(&m_canvas, QEvent::UpdateRequest);
}

void ChartRig::mouse(QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, m_canvas.mapToGlobal(at), button, buttons, {});
    QCoreApplication::sendEvent(&m_canvas, &event);
}

void ChartRig::dragBy(int dx)
{
    if (!std::exchange(m_isDragging, true))
        mouse(QEvent::MouseButtonPress, m_mouse, Qt::LeftButton, Qt::LeftButton);
    m_mouse.rx() += dx;
    mouse(QEvent::MouseMove, m_mouse, Qt::NoButton, Qt::LeftButton);
    frame();
}

void ChartRig::pointAt(QPoint position)
{
    mouse(QEvent::MouseMove, position, Qt::NoButton, Qt::NoButton);
    frame();
}

double ChartRig::lastClose(int number) const
{
    return m_last.low + (m_last.high - m_last.low) * (0.2 + 0.1 * (number % 7));
}

void ChartRig::tick(int number)
{
    chart::Bar bar = m_last;
    bar.close = lastClose(number);
    m_canvas.setBars({bar}, false);
    frame();
}

int ChartRig::rebuilds()
{
    return m_canvas.staticBuilds() - std::exchange(m_rebuilds, m_canvas.staticBuilds());
}

} // namespace spreadline::bench
