// SPDX-License-Identifier: GPL-3.0-or-later
// The legends and the buttons of panes: what they say and what a click on them does.
#include "chart/chart_canvas.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

QString missingText(unsigned inputs, const QString& otherSymbol)
{
    using indicators::Input;
    if (inputs & Input::OtherClose)
        return otherSymbol.isEmpty() ? ChartCanvas::tr("choose a second symbol")
                                     : ChartCanvas::tr("no bars of %1").arg(otherSymbol);
    if (inputs & Input::TakerBuyVolume)
        return ChartCanvas::tr("no taker volume in these bars");
    if (inputs & Input::QuoteVolume)
        return ChartCanvas::tr("no quote volume in these bars");
    if (inputs & Input::OpenInterestInput)
        return ChartCanvas::tr("no open interest with these bars");
    return inputs & Input::FundingInput ? ChartCanvas::tr("no funding rates with these bars") : QString();
}

double valueAt(const ValueColumn& column, std::int64_t slot)
{
    const std::int64_t index = slot - column.displacement;
    const bool isThere = index >= 0 && index < static_cast<std::int64_t>(column.values.size());
    return isThere ? column.values[static_cast<std::size_t>(index)] : std::numeric_limits<double>::quiet_NaN();
}

// Of an output that is drawn in the colours of rise and fall: a histogram by its sign (by the bar where it has no zero), a line
// by where it goes.
QColor directionColour(const DeckStudy& entry, std::size_t output, const ChartScene& scene, std::int64_t slot)
{
    const ValueColumn& column = entry.plot.columns[output];
    const double value = valueAt(column, slot), before = valueAt(column, slot - 1);
    bool isDown = before == before && value < before;
    if (entry.info().outputs[output].kind == indicators::Output::Kind::Histogram) {
        const auto& bars = scene.series->columns();
        const bool isByBar = entry.info().pane.levels.empty() && slot >= 0 && slot < static_cast<std::int64_t>(bars.size());
        const auto index = static_cast<std::size_t>(std::max<std::int64_t>(0, slot));
        isDown = isByBar ? bars.closes()[index] < bars.opens()[index] : value < 0;
    }
    return isDown ? scene.theme.down : scene.theme.up;
}

} // namespace

// What stands over the picture, for the view as it is now.
void ChartCanvas::arrangeControls()
{
    nameLegend();
    static_cast<void>(refreshLegend()); // all is painted anew
    m_paneButtons.show(m_scene, m_paneButtons.pane(), m_maximised.has_value());
    m_handRegion = handRegion();
}

// Which rows there are; their values come with fillLegend().
void ChartCanvas::nameLegend()
{
    auto& rows = m_legend.entries();
    std::size_t count = 0;
    const auto put = [&](LegendEntry::Kind kind, int id, std::string name) {
        if (count == rows.size())
            rows.emplace_back();
        LegendEntry& row = rows[count++];
        row.kind = kind;
        row.id = id;
        row.name = std::move(name);
    };
    for (const auto& other : m_compared) {
        if (other->look.isShown)
            put(LegendEntry::Kind::Compared, other->id, other->look.name);
    }
    for (const auto& entry : m_deck.all())
        put(LegendEntry::Kind::Study, entry->id, shortName(entry->study.spec));
    rows.resize(count);
}

void ChartCanvas::fillStudy(LegendEntry& row, const DeckStudy& entry, std::int64_t slot) const
{
    const Pane& pane = paneOf(entry);
    row.pane = entry.ownPane ? Pane::priceKey : pane.key;
    row.isShown = entry.study.isShown;
    row.colour = QColor();
    row.format = pane.format;
    row.note.clear();
    row.values.clear();
    bool isKnown = false;
    for (std::size_t i = 0; i < entry.plot.columns.size() && i < entry.study.looks.size(); ++i) {
        const OutputLook& look = entry.study.looks[i];
        if (!look.isShown)
            continue;
        const ValueColumn& column = entry.plot.columns[i];
        const double value = valueAt(column, slot);
        const bool isBoth = look.ink == Ink::Up && entry.info().outputs[i].role == indicators::Output::Role::UpDown;
        const QColor colour = m_scene.isStale || entry.plot.isStale ? m_scene.theme.stale
            : isBoth                                                ? directionColour(entry, i, m_scene, slot)
                                                                    : inkColour(look.ink, look.custom, m_scene.theme);
        row.values.push_back({value, colour});
        isKnown |= value == value;
    }
    if (isKnown || m_series.columns().isEmpty())
        return;
    const StudyState state = studyState(entry.id);
    if (state.error)
        row.note = tr("does not fit this interval").toStdString();
    else if (state.missingInputs != 0)
        row.note = missingText(state.missingInputs, entry.study.otherSymbol).toStdString();
    else if (!state.isComplete)
        row.note = tr("computing").toStdString();
}

void ChartCanvas::fillLegend()
{
    const auto last = static_cast<std::int64_t>(m_series.lastIndex());
    const std::int64_t slot = m_cross ? m_cross->slot : last;
    for (LegendEntry& row : m_legend.entries()) {
        if (row.kind == LegendEntry::Kind::Study) {
            if (const DeckStudy* entry = m_deck.find(row.id))
                fillStudy(row, *entry, slot);
            continue;
        }
        const Compared* other = findCompared(row.id);
        if (!other)
            continue;
        const bool isStale = other->isStale || m_scene.isStale;
        row.pane = Pane::priceKey;
        row.isShown = true;
        row.colour = isStale ? m_scene.theme.stale : inkColour(other->look.ink, other->look.custom, m_scene.theme);
        row.format = {ValueFormat::Kind::Fixed, other->look.decimals, 0};
        const double close = valueAt(other->series.column(), slot);
        row.values.assign(1, {close, row.colour});
        if (m_scene.price().scale.isPercent() && other->pane.scale.isPercent())
            row.values.push_back({other->pane.scale.percent(close), row.colour, true});
    }
}

/// Brings the legend up to date; what reads differently, device pixels.
QRegion ChartCanvas::refreshLegend()
{
    if (m_layoutDirty)
        return {};
    fillLegend();
    return m_legend.arrange(m_scene, legendBar());
}

void ChartCanvas::hoverControls(QPoint position)
{
    const QPoint device(m_scene.px(position.x()), m_scene.px(position.y()));
    const bool isFree = !m_hand.isBusy() && m_drag == Drag::None && rect().contains(position);
    QRegion region;
    if (m_legend.setHover(isFree ? m_legend.hitAt(device) : std::nullopt))
        region += refreshLegend();
    const QRect before = m_paneButtons.rect();
    const Pane* pane = isFree ? m_scene.paneAt(device.y()) : nullptr;
    const bool isInside = pane && pane->rect.contains(device);
    bool isChanged = m_paneButtons.show(m_scene, isInside ? std::optional(pane->key) : std::nullopt, m_maximised.has_value());
    isChanged |= m_paneButtons.setHover(isFree ? m_paneButtons.hitAt(device) : std::nullopt);
    if (isChanged)
        region += before.united(m_paneButtons.rect());
    if (const auto& row = m_legend.hover()) // the buttons of a row light up one by one
        region += m_legend.rowRect(row->kind, row->id);
    if (!region.isEmpty())
        update(toLogical(region));
}

// True when the press is on something that has a click of its own.
bool ChartCanvas::pressControls(QPoint position)
{
    hoverControls(position);
    const QPoint device(m_scene.px(position.x()), m_scene.px(position.y()));
    m_pressedRow = m_hand.isBusy() ? std::nullopt : m_legend.hitAt(device);
    m_pressedButton = m_hand.isBusy() || m_pressedRow ? std::nullopt : m_paneButtons.hitAt(device);
    return m_pressedRow || m_pressedButton;
}

// A click acts where it was pressed and let go. A row of a pane of studies that is let go over another pane moves its pane there.
bool ChartCanvas::releaseControls(QPoint position)
{
    const auto row = std::exchange(m_pressedRow, std::nullopt);
    const auto button = std::exchange(m_pressedButton, std::nullopt);
    const QPoint device(m_scene.px(position.x()), m_scene.px(position.y()));
    if (row && m_legend.hitAt(device) == row)
        clickRow(*row);
    else if (row && row->part == ChartLegend::Part::Row)
        dropRow(*row, device);
    else if (button && m_paneButtons.hitAt(device) == button)
        clickButton(*button);
    return row || button;
}

void ChartCanvas::clickRow(const ChartLegend::Hit& hit)
{
    const bool isStudy = hit.kind == LegendEntry::Kind::Study;
    switch (hit.part) {
    case ChartLegend::Part::Row: return;
    case ChartLegend::Part::More: m_legend.toggleMore(hit.pane); return update(toLogical(refreshLegend()));
    case ChartLegend::Part::Settings: Q_EMIT studyEditWanted(hit.id); return;
    case ChartLegend::Part::Remove:
        m_legend.setHover(std::nullopt);
        return isStudy ? removeStudy(hit.id) : compareRemoveWanted(hit.id);
    case ChartLegend::Part::Eye:
        if (const ChartStudy* found = study(hit.id)) {
            ChartStudy changed = *found;
            changed.isShown = !changed.isShown;
            changeStudy(hit.id, std::move(changed));
        }
        return;
    }
}

void ChartCanvas::dropRow(const ChartLegend::Hit& hit, QPoint device)
{
    const Pane* to = m_scene.paneAt(device.y());
    const Pane* from = findPane(hit.pane);
    if (to && from && to != from && !from->isPrice())
        movePane(hit.pane, static_cast<int>(to - from));
}

void ChartCanvas::clickButton(const PaneButtons::Hit& hit)
{
    switch (hit.part) {
    case PaneButtons::Part::Up: movePane(hit.pane, -1); break;
    case PaneButtons::Part::Down: movePane(hit.pane, 1); break;
    case PaneButtons::Part::Maximise: maximisePane(m_maximised ? std::nullopt : std::optional(hit.pane)); break;
    case PaneButtons::Part::Close: removePane(hit.pane); break;
    }
    m_paneButtons.show(m_scene, std::nullopt, false); // the panes stand elsewhere: the next move of the mouse shows them again
}

QString ChartCanvas::helpAt(QPoint position) const
{
    const QPoint device(m_scene.px(position.x()), m_scene.px(position.y()));
    if (const auto row = m_legend.hitAt(device)) {
        switch (row->part) {
        case ChartLegend::Part::Eye: return study(row->id) && study(row->id)->isShown ? tr("Hide") : tr("Show");
        case ChartLegend::Part::Settings: return tr("Settings");
        case ChartLegend::Part::Remove: return tr("Remove");
        case ChartLegend::Part::More: return tr("All studies, or as many as leave the candles free");
        case ChartLegend::Part::Row: return {};
        }
    }
    const auto button = m_paneButtons.hitAt(device);
    if (!button)
        return {};
    switch (button->part) {
    case PaneButtons::Part::Up: return tr("Move the pane up");
    case PaneButtons::Part::Down: return tr("Move the pane down");
    case PaneButtons::Part::Maximise: return m_maximised ? tr("Show all panes") : tr("Give this pane all the room");
    case PaneButtons::Part::Close: return tr("Close the pane with its studies");
    }
    return {};
}

} // namespace spreadline::chart
