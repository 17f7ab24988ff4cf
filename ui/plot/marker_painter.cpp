// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/marker_painter.h"

#include "paint/text_line.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spreadline::chart {
namespace {

using Shape = Marker::Shape;
constexpr std::size_t shapes = 5;
constexpr int signSize = 11; ///< logical pixels
constexpr int signGap = 5;   ///< between the bar and its sign
constexpr std::size_t mostSigns = 64;

bool isBelow(Shape shape) noexcept
{
    return shape == Shape::Buy || shape == Shape::Cover;
}

/// Bars whose markers stand together: [from, to) of slots.
struct Group {
    std::size_t from = 0, to = 0;
};

// A power of two of bars, at least as wide as a sign, counted from the first bar.
Group groupOf(const ChartScene& scene, std::size_t slot)
{
    std::size_t bars = 1;
    while (static_cast<double>(bars) * scene.spacing() < scene.px(signSize))
        bars *= 2;
    return {slot - slot % bars, std::min(slot - slot % bars + bars, scene.series->columns().size())};
}

std::int64_t startOf(const ChartScene& scene, std::size_t slot)
{
    const auto times = scene.series->columns().times();
    return slot < times.size() ? times[slot] : std::numeric_limits<std::int64_t>::max();
}

// The bar that holds a moment; before the first bar: none.
std::optional<std::size_t> slotOf(const ChartScene& scene, std::int64_t time)
{
    const std::size_t after = scene.series->columns().lowerBound(time + 1);
    return after == 0 ? std::nullopt : std::optional(after - 1);
}

/// One shape of one group, as it stands.
struct Stand {
    Shape shape = Shape::Buy;
    const Marker* first = nullptr;
    int count = 0;
    QRect box; ///< of the sign
};

// Signs of one side stand one below the other, away from the bar.
template<typename Visit>
void placeGroup(const ChartScene& scene, Group group, std::span<const Marker> markers, Visit&& visit)
{
    std::array<Stand, shapes> stands;
    for (const Marker& marker : markers) {
        Stand& stand = stands[static_cast<std::size_t>(marker.shape)];
        stand.shape = marker.shape;
        stand.first = stand.count++ == 0 ? &marker : stand.first;
    }
    if (markers.size() == 1) { // alone it stands at its own bar, not at those around it
        const std::size_t slot = slotOf(scene, markers.front().time).value_or(group.from);
        group = {slot, slot + 1};
    }
    const MergedBars bars = scene.series->columns().merged(group.from, group.to);
    const Pane& pane = scene.price();
    const int size = scene.px(signSize), gap = scene.px(signGap);
    const double middle = (static_cast<double>(group.from) + static_cast<double>(group.to - 1)) / 2;
    const int left = static_cast<int>(std::floor(scene.xExact(middle))) - size / 2;
    const double price = bars.isEmpty() ? markers.front().price : 0;
    const int high = pane.y(bars.isEmpty() ? price : bars.high), low = pane.y(bars.isEmpty() ? price : bars.low);
    int below = std::max(high, low) + gap, above = std::min(high, low) - gap - size;
    for (Stand& stand : stands) {
        if (stand.count == 0)
            continue;
        const int step = size + gap + (stand.count > 1 ? scene.glyphs->in(scene.theme.text).height() : 0);
        const bool isNote = stand.shape == Shape::Note && stand.first->price > 0;
        int& next = isBelow(stand.shape) ? below : above;
        stand.box = QRect(left, isNote ? pane.y(stand.first->price) - size / 2 : next, size, size);
        if (!isNote)
            next += isBelow(stand.shape) ? step : -step;
        visit(stand);
    }
}

// The markers are in order, so that those of a group follow one another.
template<typename Visit>
void eachGroup(const ChartScene& scene, std::span<const Marker> markers, Visit&& visit)
{
    for (std::size_t i = 0; i < markers.size();) {
        const auto slot = slotOf(scene, markers[i].time);
        if (!slot) {
            ++i;
            continue;
        }
        const Group group = groupOf(scene, *slot);
        const std::int64_t end = startOf(scene, group.to);
        std::size_t to = i + 1;
        while (to < markers.size() && (markers[to].time < end || group.to >= scene.series->columns().size()))
            ++to;
        visit(group, markers.subspan(i, to - i));
        i = to;
    }
}

Group lastGroup(const ChartScene& scene)
{
    return groupOf(scene, scene.series->lastIndex());
}

std::span<const Marker> markersIn(const ChartScene& scene, const MarkerSeries& markers, Group group)
{
    const std::int64_t to =
        group.to >= scene.series->columns().size() ? std::numeric_limits<std::int64_t>::max() : startOf(scene, group.to);
    return markers.between(startOf(scene, group.from), to);
}

bool canDraw(const ChartScene& scene, const MarkerSeries& markers)
{
    return !markers.isEmpty() && !scene.series->columns().isEmpty() && !scene.price().rect.isEmpty();
}

QImage drawSign(Shape shape, const QColor& colour, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isHollow = shape == Shape::Short || shape == Shape::Cover;
    const double line = isHollow ? std::max(1.0, size / 7.0) : 0, edge = line / 2, end = size - edge, half = size / 2.0;
    painter.setPen(isHollow ? QPen(colour, line) : QPen(Qt::NoPen));
    painter.setBrush(isHollow ? QBrush(Qt::NoBrush) : QBrush(colour));
    const std::array up{QPointF(half, edge), QPointF(end, end), QPointF(edge, end)};
    const std::array down{QPointF(half, end), QPointF(end, edge), QPointF(edge, edge)};
    const std::array diamond{QPointF(half, edge), QPointF(end, half), QPointF(half, end), QPointF(edge, half)};
    if (shape == Shape::Note)
        painter.drawConvexPolygon(diamond.data(), 4);
    else
        painter.drawConvexPolygon(isBelow(shape) ? up.data() : down.data(), 3);
    return image;
}

} // namespace

const QImage& MarkerPainter::sign(Shape shape, const QColor& colour, int size)
{
    const auto found = std::ranges::find_if(
        m_signs, [&](const Sign& own) { return own.shape == shape && own.colour == colour.rgb() && own.size == size; });
    if (found != m_signs.end())
        return found->image;
    if (m_signs.size() >= mostSigns) // themes and screens come and go
        m_signs.clear();
    m_signs.push_back({shape, colour.rgb(), size, drawSign(shape, colour, size)});
    return m_signs.back().image;
}

void MarkerPainter::paintGroup(QPainter& painter, const ChartScene& scene, std::size_t from, std::size_t to,
                               std::span<const Marker> markers)
{
    placeGroup(scene, {from, to}, markers, [&](const Stand& stand) {
        const QColor colour = scene.colour(stand.first->ink, {});
        painter.drawImage(stand.box.topLeft(), sign(stand.shape, colour, stand.box.width()));
        if (stand.count < 2)
            return;
        auto& glyphs = scene.glyphs->in(scene.theme.textMuted);
        paint::TextLine text;
        text.addInteger(stand.count);
        const int y = isBelow(stand.shape) ? stand.box.bottom() + 1 : stand.box.top() - glyphs.height();
        glyphs.drawCentred(painter, stand.box.center().x(), y, text.view());
    });
}

void MarkerPainter::paint(QPainter& painter, const ChartScene& scene, const MarkerSeries& markers)
{
    if (!canDraw(scene, markers))
        return;
    const std::size_t size = scene.series->columns().size(), first = scene.firstVisible(), end = scene.endVisible();
    if (first >= end)
        return;
    const Group from = groupOf(scene, first > 0 ? first - 1 : 0), to = groupOf(scene, end - 1), last = lastGroup(scene);
    const auto seen = markersIn(scene, markers, {from.from, to.to >= size ? last.from : to.to});
    eachGroup(scene, seen, [&](Group group, std::span<const Marker> own) {
        if (group.to < size)
            paintGroup(painter, scene, group.from, group.to, own);
    });
}

void MarkerPainter::paintLast(QPainter& painter, const ChartScene& scene, const MarkerSeries& markers)
{
    if (!canDraw(scene, markers))
        return;
    const Group last = lastGroup(scene);
    if (const auto own = markersIn(scene, markers, last); !own.empty())
        paintGroup(painter, scene, last.from, last.to, own);
}

QRect MarkerPainter::lastRect(const ChartScene& scene, const MarkerSeries& markers)
{
    if (!canDraw(scene, markers) || markersIn(scene, markers, lastGroup(scene)).empty())
        return {};
    const Group last = lastGroup(scene);
    const int reach = scene.px(2 * signSize);
    const QRect& pane = scene.price().rect;
    const int from = scene.x(last.from) - reach, to = scene.x(last.to - 1) + reach;
    return QRect(from, pane.top(), to - from + 1, pane.height()) & pane;
}

std::optional<MarkerPainter::Hit> MarkerPainter::markerAt(const ChartScene& scene, const MarkerSeries& markers, QPoint point)
{
    if (!canDraw(scene, markers) || !scene.price().rect.contains(point))
        return std::nullopt;
    const int reach = scene.px(signSize);
    const double size = static_cast<double>(scene.series->columns().size()) - 1;
    const auto slotNear = [&](int x) {
        return static_cast<std::size_t>(std::clamp(std::floor(scene.time.position(x / scene.dpr)), 0.0, size));
    };
    const Group from = groupOf(scene, slotNear(point.x() - reach)), to = groupOf(scene, slotNear(point.x() + reach));
    std::optional<Hit> hit;
    eachGroup(scene, markersIn(scene, markers, {from.from, to.to}), [&](Group group, std::span<const Marker> own) {
        placeGroup(scene, group, own, [&](const Stand& stand) {
            if (stand.box.adjusted(-2, -2, 2, 2).contains(point))
                hit = Hit{own, stand.shape, stand.box};
        });
    });
    return hit;
}

} // namespace spreadline::chart
