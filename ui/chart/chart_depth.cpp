// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_depth.h"

#include "style/format.h"

#include <QPainter>

#include <algorithm>

namespace spreadline::chart {
namespace {

/// The moment at the left edge of what is seen.
Timestamp seenFrom(const ChartScene& scene)
{
    return Timestamp::fromNanos(scene.series->columns().timeAt(scene.firstVisible()));
}

/// Prices of the bars, for how many rows their profile has room.
int rowsFor(const ChartScene& scene, std::size_t from, std::size_t to)
{
    const MergedBars seen = scene.series->columns().merged(from, to);
    return seen.isEmpty() ? 1 : profileRows(scene, seen.low, seen.high);
}

} // namespace

ChartDepth::ChartDepth(QObject* parent) : QObject(parent)
{
    m_catchUp.setSingleShot(true);
    m_catchUp.setInterval(HeatmapPainter::leastPause);
    connect(&m_catchUp, &QTimer::timeout, this, &ChartDepth::changed);
}

void ChartDepth::setProfileShown(bool on)
{
    if (std::exchange(m_profileShown, on) != on)
        Q_EMIT changed();
}

void ChartDepth::setProfileRange(std::optional<std::pair<Timestamp, Timestamp>> range)
{
    m_range = range;
    Q_EMIT changed();
}

void ChartDepth::setFootprint(const TradePrints* prints)
{
    if (std::exchange(m_prints, prints) != prints)
        Q_EMIT changed();
}

void ChartDepth::setHeatmap(const DepthHistory* history)
{
    if (std::exchange(m_history, history) != history)
        Q_EMIT changed();
}

void ChartDepth::setIntensity(int percent)
{
    m_heat.setIntensity(percent);
    Q_EMIT changed();
}

void ChartDepth::printsChanged(Timestamp from)
{
    if (from.nanos() >= m_lastBar)
        Q_EMIT lastChanged();
    else
        Q_EMIT changed();
}

void ChartDepth::barsChanged(std::size_t from)
{
    m_seen.touched(from);
    m_fixed.touched(from);
}

void ChartDepth::paintBehind(QPainter& painter, const ChartScene& scene)
{
    const auto& columns = scene.series->columns();
    if (columns.isEmpty())
        return;
    m_lastBar = columns.times().back();
    if (m_history) {
        m_heat.paint(painter, scene, *m_history);
        if (m_heat.isBehind())
            m_catchUp.start();
    }
    if (m_profileShown) {
        const std::size_t from = scene.firstVisible(), to = scene.endVisible();
        const PriceProfile& profile = m_seen.profile(columns.view(), from, to, rowsFor(scene, from, to));
        m_hasVolume = from >= to || !profile.isEmpty();
        paintProfile(painter, scene, profile, profileAtEdge(scene));
    }
    if (m_range) {
        const std::size_t from = columns.lowerBound(m_range->first.nanos()), to = columns.lowerBound(m_range->second.nanos());
        if (from < to)
            paintProfile(painter, scene, m_fixed.profile(columns.view(), from, to, rowsFor(scene, from, to)),
                         profileOver(scene, from, to));
    }
}

void ChartDepth::paintOver(QPainter& painter, const ChartScene& scene, std::size_t end)
{
    if (m_prints)
        m_footprint.paint(painter, scene, *m_prints, 0, end);
    paintNotes(painter, scene);
}

void ChartDepth::paintLast(QPainter& painter, const ChartScene& scene)
{
    if (m_prints)
        m_footprint.paint(painter, scene, *m_prints, scene.series->lastIndex(), scene.series->lastIndex() + 1);
}

QRegion ChartDepth::lastRegion(const ChartScene& scene) const
{
    const bool isSeen = m_prints && !scene.series->columns().isEmpty() && !scene.price().rect.isEmpty()
        && FootprintPainter::detailAt(scene) != FootprintDetail::None;
    return isSeen ? QRegion(FootprintPainter::columnRect(scene, scene.series->lastIndex()).intersected(scene.price().rect))
                  : QRegion();
}

QStringList ChartDepth::notes(const ChartScene& scene) const
{
    QStringList notes;
    if (scene.series->columns().isEmpty() || scene.firstVisible() >= scene.endVisible())
        return notes;
    const Timestamp left = seenFrom(scene);
    const auto clock = [&scene](Timestamp time) { return format::timeOfDay(time, scene.zone); };
    if (m_profileShown && !m_hasVolume)
        notes << tr("Volume profile: these bars have no volume");
    if (m_history && m_history->isEmpty())
        notes << tr("Depth heatmap: nothing recorded yet, it begins now");
    else if (m_history && m_history->first() > left)
        notes << tr("Depth heatmap: recorded since %1").arg(clock(m_history->first()));
    if (!m_prints)
        return notes;
    if (!m_prints->since().isKnown())
        notes << tr("Footprint: no trades recorded yet");
    else if (FootprintPainter::detailAt(scene) == FootprintDetail::None)
        notes << tr("Footprint: bars are too narrow, zoom in");
    else if (m_prints->since() > left)
        notes << tr("Footprint: no trades recorded before %1").arg(clock(m_prints->since()));
    if (m_prints->missing() > 0)
        notes << tr("Footprint: %n trades are missing, bars with ~ are incomplete", nullptr,
                    static_cast<int>(std::min<std::int64_t>(m_prints->missing(), INT32_MAX)));
    return notes;
}

void ChartDepth::paintNotes(QPainter& painter, const ChartScene& scene) const
{
    if (!scene.glyphs)
        return;
    paint::GlyphAtlas& glyphs = scene.glyphs->in(scene.theme.textMuted);
    const QRect& pane = scene.price().rect;
    const QStringList lines = notes(scene);
    int y = pane.bottom() - scene.px(6) - static_cast<int>(lines.size()) * glyphs.height();
    for (const QString& line : lines) {
        const QByteArray text = line.toUtf8();
        const std::string_view utf8(text.constData(), static_cast<std::size_t>(text.size()));
        const QRect back(pane.left() + scene.px(8), y, glyphs.width(utf8) + scene.px(8), glyphs.height());
        painter.fillRect(back.intersected(pane), scene.theme.panel);
        glyphs.draw(painter, back.left() + scene.px(4), y, utf8);
        y += glyphs.height();
    }
}

} // namespace spreadline::chart
