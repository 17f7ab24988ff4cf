// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/heatmap_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr std::size_t mostRows = 20'000;       // of a book's grouping in sight; zoomed out further there is no picture
constexpr std::size_t measuredValues = 40'000; // quantities that the colour scale is taken from, about

struct Stop {
    double at;
    QRgb colour;
};
// Lightness rises (dark) or falls (light) evenly; the first step is close to the panel.
constexpr Stop darkRamp[] = {{0, 0x00143250},   {0.12, 0x60123c63}, {0.4, 0xc01c6e93},
                             {0.7, 0xe04bb3a7}, {0.9, 0xf0e6d77a},  {1, 0xfffff6d0}};
constexpr Stop lightRamp[] = {{0, 0x00dce9f7},   {0.12, 0x70c3daf0}, {0.4, 0xc084b4dd},
                              {0.7, 0xe0447bc0}, {0.9, 0xf0293f93},  {1, 0xff1b1c5c}};

QRgb colourAt(std::span<const Stop> ramp, double at)
{
    std::size_t i = 1;
    while (i + 1 < ramp.size() && ramp[i].at < at)
        ++i;
    const Stop &a = ramp[i - 1], &b = ramp[i];
    const double share = std::clamp((at - a.at) / (b.at - a.at), 0.0, 1.0);
    const auto mix = [share](int x, int y) { return static_cast<int>(x + (y - x) * share + 0.5); };
    return qRgba(mix(qRed(a.colour), qRed(b.colour)), mix(qGreen(a.colour), qGreen(b.colour)),
                 mix(qBlue(a.colour), qBlue(b.colour)), mix(qAlpha(a.colour), qAlpha(b.colour)));
}

/// Where moments stand, in device pixels: inside a bar's place as time passed in it.
double xOf(const ChartScene& scene, Timestamp time)
{
    const auto& columns = scene.series->columns();
    const auto times = columns.times();
    const auto after = static_cast<std::size_t>(std::ranges::upper_bound(times, time.nanos()) - times.begin());
    if (after == 0)
        return scene.xExact(-0.5);
    const std::size_t slot = after - 1;
    const bool isLast = after == times.size();
    const std::int64_t end = isLast ? scene.series->lastBarEnd() : times[after];
    const auto length = static_cast<double>(end - times[slot]);
    const double share = length > 0 ? static_cast<double>(time.nanos() - times[slot]) / length : 1;
    return scene.xExact(static_cast<double>(slot) - 0.5 + (isLast ? share : std::min(share, 1.0)));
}

Timestamp momentAt(const ChartScene& scene, double slot)
{
    return Timestamp::fromNanos(scene.series->timeAt(static_cast<std::int64_t>(std::floor(slot))));
}

double rowPrice(const DepthHistory& history, double row)
{
    return row * static_cast<double>(history.group()) * std::pow(10.0, -history.scale().price);
}

} // namespace

void HeatmapPainter::setIntensity(int percent)
{
    m_intensity = std::clamp(percent, 0, 100);
    m_view.reset();
}

HeatmapPainter::View HeatmapPainter::viewOf(const ChartScene& scene, const DepthHistory& history)
{
    const Pane& pane = scene.price();
    const auto times = scene.series->columns().times();
    return {pane.rect,
            scene.time.left(),
            scene.spacing(),
            pane.scale.low(),
            pane.scale.high(),
            pane.scale.isLog(),
            pane.scale.isInverted(),
            scene.theme.isDark,
            scene.isStale,
            times.empty() ? 0 : times.front(),
            scene.series->interval(),
            history.generation()};
}

/// Which rows of the book each pixel row shows. False when there are too many or none.
bool HeatmapPainter::prepareRows(const ChartScene& scene, const DepthHistory& history)
{
    const Pane& pane = scene.price();
    const double height = rowPrice(history, 1);
    const double low = std::floor(pane.scale.low() / height), high = std::ceil(pane.scale.high() / height);
    if (!(high > low) || high - low > static_cast<double>(mostRows) || std::abs(low) > 1e15)
        return false;
    m_firstRow = static_cast<std::int64_t>(low);
    const auto rows = static_cast<std::size_t>(high - low);
    m_sums.assign(rows, 0);
    m_weight = 0;
    m_bands.resize(static_cast<std::size_t>(pane.rect.height()));
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        const double y = pane.rect.top() + static_cast<double>(i);
        const auto [bottom, top] = std::minmax({pane.priceAt(y), pane.priceAt(y + 1)});
        const auto at = [&](double price) { return std::clamp(price / height - low, 0.0, static_cast<double>(rows)); };
        const auto middle = static_cast<std::uint32_t>(at((bottom + top) / 2));
        m_bands[i] = {static_cast<std::uint32_t>(std::ceil(at(bottom))), static_cast<std::uint32_t>(at(top))};
        if (m_bands[i].from >= m_bands[i].to) // a row is higher than a pixel
            m_bands[i] = {middle, std::min(middle + 1, static_cast<std::uint32_t>(rows))};
    }
    return true;
}

void HeatmapPainter::prepareColours(const Theme& theme, bool stale)
{
    const std::span<const Stop> ramp = theme.isDark ? std::span<const Stop>(darkRamp) : std::span<const Stop>(lightRamp);
    const double bend = std::pow(4.0, (50 - m_intensity) / 50.0); // 4 shows only the largest, 1/4 everything
    for (std::size_t i = 0; i < m_colours.size(); ++i) {
        QRgb colour = colourAt(ramp, std::pow(static_cast<double>(i) / 255, bend));
        if (stale) {
            const int grey = qGray(colour);
            colour = qRgba(grey, grey, grey, qAlpha(colour));
        }
        m_colours[i] = qPremultiply(colour);
    }
}

/// The colour scale: from the median of what rests in sight to its 99th percentile.
void HeatmapPainter::measure(const DepthHistory& history, Timestamp from, Timestamp to)
{
    m_sorted.clear();
    const auto span =
        static_cast<std::size_t>(std::max<std::int64_t>(1, (std::min(to, history.last()) - from) / history.period()));
    const std::size_t every = std::max<std::size_t>(1, std::min(span, history.samples()) * m_sums.size() / measuredValues);
    std::size_t number = 0;
    for (DepthReader reader(history, from, m_firstRow, m_sums.size()); reader.next() && reader.from() < to;) {
        if (!reader.isLive() || number++ % every != 0)
            continue;
        for (const float quantity : reader.quantities()) {
            if (quantity > 0)
                m_sorted.push_back(quantity);
        }
    }
    if (m_sorted.empty())
        return;
    const auto quantile = [&](double share) {
        const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(m_sorted.size() - 1));
        std::ranges::nth_element(m_sorted, m_sorted.begin() + at);
        return m_sorted[static_cast<std::size_t>(at)];
    };
    m_least = quantile(0.5) * 0.5F;
    m_factor = 255 / std::max(quantile(0.99) - m_least, m_least * 0.5F);
}

void HeatmapPainter::add(std::span<const float> quantities, float weight)
{
    for (std::size_t row = 0; row < quantities.size(); ++row)
        m_sums[row] += weight * quantities[row];
    m_weight += weight;
}

/// Paints the column that has been added up, and begins the next.
void HeatmapPainter::flush(int x)
{
    if (x >= 0 && x < m_image.width()) {
        const bool isKnown = m_weight > 0;
        const float share = isKnown ? 1 / m_weight : 0;
        auto* pixel = reinterpret_cast<QRgb*>(m_image.bits()) + x;
        const auto stride = m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
        for (std::size_t y = 0; y < m_bands.size(); ++y) {
            float most = 0;
            for (std::uint32_t row = m_bands[y].from; row < m_bands[y].to && isKnown; ++row)
                most = std::max(most, m_sums[row]);
            const float level = (most * share - m_least) * m_factor;
            const QRgb colour = level > 0 ? m_colours[static_cast<std::size_t>(std::min(level, 255.0F))] : 0;
            *pixel = colour;
            pixel += stride;
        }
    }
    std::ranges::fill(m_sums, 0.0F);
    m_weight = 0;
}

/// The columns of the samples from `from` on.
void HeatmapPainter::append(const ChartScene& scene, const DepthHistory& history, Timestamp from)
{
    // A column is painted whole: it begins with the first sample that reaches into it.
    int column = std::max(0, static_cast<int>(std::floor(std::max(0.0, xOf(scene, from)))));
    const double perPixel = 1 / scene.spacing();
    const Timestamp back = std::max(momentAt(scene, scene.time.left() + (column - 1) * perPixel), history.first());
    for (DepthReader reader(history, std::min(from, back), m_firstRow, m_sums.size()); reader.next();) {
        const double left = xOf(scene, reader.from()), right = xOf(scene, reader.to());
        if (left >= m_image.width())
            break;
        m_until = reader.from();
        while (column < m_image.width() && right > column) {
            if (left >= column + 1) {
                flush(column++);
                continue;
            }
            const auto weight = static_cast<float>(std::min<double>(right, column + 1) - std::max<double>(left, column));
            if (reader.isLive())
                add(reader.quantities(), weight);
            if (right < column + 1)
                break;
            flush(column++);
        }
    }
    if (m_weight > 0)
        flush(column);
}

void HeatmapPainter::rebuild(const ChartScene& scene, const DepthHistory& history, const View& view)
{
    const QSize size = view.pane.size();
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_image.fill(0);
    m_view = view;
    m_isBehind = false;
    m_sinceBuild.start();
    ++m_builds;
    m_until = history.last();
    if (!prepareRows(scene, history))
        return;
    prepareColours(scene.theme, scene.isStale);
    const Timestamp from = std::max(momentAt(scene, scene.time.left() - 1), history.first());
    const std::int64_t end = scene.series->timeAt(static_cast<std::int64_t>(std::ceil(scene.time.right())) + 1);
    measure(history, from, end != 0 ? Timestamp::fromNanos(end) : history.last() + history.period());
    append(scene, history, from);
}

/// The picture of an earlier view where its times and prices are now.
void HeatmapPainter::paintMoved(QPainter& painter, const ChartScene& scene) const
{
    const Pane& pane = scene.price();
    const double left = (m_view->left - scene.time.left()) * scene.spacing();
    const double width = m_image.width() / m_view->spacing * scene.spacing();
    const double a = pane.scale.position(m_view->isInverted ? m_view->low : m_view->high) * pane.rect.height();
    const double b = pane.scale.position(m_view->isInverted ? m_view->high : m_view->low) * pane.rect.height();
    if (!std::isfinite(a) || !std::isfinite(b) || !(b > a))
        return;
    painter.save();
    painter.setClipRect(pane.rect, Qt::IntersectClip);
    painter.drawImage(QRectF(pane.rect.left() + left, pane.rect.top() + a, width, b - a), m_image, m_image.rect());
    painter.restore();
}

void HeatmapPainter::paint(QPainter& painter, const ChartScene& scene, const DepthHistory& history, bool exact)
{
    if (history.isEmpty() || scene.series->columns().isEmpty() || scene.price().rect.isEmpty())
        return;
    const View view = viewOf(scene, history);
    const bool isSame = m_view == view;
    const bool isMovable = m_view && !exact && m_view->generation == view.generation && m_view->isDark == view.isDark
        && m_view->isStale == view.isStale && m_view->isLog == view.isLog && m_view->isInverted == view.isInverted
        && m_view->firstTime == view.firstTime && m_view->interval == view.interval && m_view->pane.size() == view.pane.size();
    if (!isSame && isMovable && !m_sinceBuild.hasExpired(leastPause.count())) {
        m_isBehind = true;
        paintMoved(painter, scene);
        return;
    }
    if (!isSame || m_factor == 0)
        rebuild(scene, history, view);
    else if (history.last() > m_until)
        append(scene, history, m_until);
    m_isBehind = false;
    painter.drawImage(view.pane.topLeft(), m_image);
}

std::size_t HeatmapPainter::memory() const noexcept
{
    return static_cast<std::size_t>(m_image.sizeInBytes()) + (m_sums.capacity() + m_sorted.capacity()) * sizeof(float)
        + m_bands.capacity() * sizeof(Band);
}

} // namespace spreadline::chart
