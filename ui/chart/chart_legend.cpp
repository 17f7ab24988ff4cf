// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_legend.h"

#include "plot/value_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace spreadline::chart {
namespace {

constexpr int rowHeight = 18; ///< logical pixels, as all below
constexpr int leftEdge = 10, topEdge = 5;
constexpr int wordGap = 3, valueGap = 9, nameGap = 10;
constexpr int wideHeadline = 640;    ///< from this width on the bar's values stand beside the symbol
constexpr double closedShare = 0.45; ///< of a pane's height that rows may take unless they are opened

void write(paint::TextLine& line, const LegendEntry::Value& value, const ValueFormat& format)
{
    if (value.isPercent)
        line.addSigned(value.value, 2).add(" %");
    else
        addValue(line, value.value, format);
}

std::string translated(const char* name)
{
    return QCoreApplication::translate("ChartLegend", name).toStdString();
}

} // namespace

class ChartLegend::Pen {
public:
    /// `before`: the row as it was, whose numbers' room is kept; may be null.
    Pen(const ChartScene& scene, const Pane& pane, Row& row, const Row* before, int top)
        : m_scene(scene), m_row(row), m_before(before), m_right(pane.rect.right()), m_x(pane.rect.left() + scene.px(leftEdge))
    {
        row.cells.clear();
        row.pane = pane.key;
        row.buttons = 0;
        row.rect = QRect(m_x - scene.px(4), top, 1, scene.px(rowHeight));
    }
    void word(std::string_view text, const QColor& colour, bool isBold = false) { put(text, colour, isBold, 0); }
    void number(std::string_view text, const QColor& colour)
    {
        put(text, colour, false, kept());
        m_row.cells.back().isNumber = true;
    }
    void gap(int logical) { m_x += m_scene.px(logical); }
    int width(std::string_view text) const { return m_scene.glyphs->in(m_scene.theme.text).width(text); }
    int numberWidth(std::string_view text) const { return std::max(width(text), kept()); }
    bool hasRoom(int wanted) const { return m_x + wanted <= m_right; }
    int x() const noexcept { return m_x; }
    void skipTo(int x) { m_x = x; }
    /// Room at the end of the row, and where it starts: over the last cells where there is no other.
    int place(int width)
    {
        const int left = std::max(m_row.rect.left(), std::min(m_x, m_right - m_scene.px(4) - width));
        close(left + width);
        return left;
    }
    void close(int right) { m_row.rect.setRight(std::min(right + m_scene.px(4), m_right)); }
    void close()
    {
        const Cell* last = m_row.cells.empty() ? nullptr : &m_row.cells.back();
        close(last ? last->x + last->room : m_x);
    }

private:
    int kept() const
    {
        const std::size_t at = m_row.cells.size();
        const bool isSame = m_before && m_before->entry == m_row.entry && m_before->of == m_row.of;
        return isSame && at < m_before->cells.size() && m_before->cells[at].isNumber ? m_before->cells[at].room : 0;
    }
    void put(std::string_view text, const QColor& colour, bool isBold, int least)
    {
        Cell& cell = m_row.cells.emplace_back();
        cell.x = m_x;
        cell.colour = colour;
        cell.isBold = isBold;
        cell.text.add(text);
        cell.room = std::max(least, (isBold ? m_scene.boldGlyphs : m_scene.glyphs)->in(m_scene.theme.text).width(text));
        m_x += cell.room;
    }

    const ChartScene& m_scene;
    Row& m_row;
    const Row* m_before;
    int m_right, m_x;
};

ChartLegend::ChartLegend()
    : m_names{translated(QT_TRANSLATE_NOOP("ChartLegend", "O")), translated(QT_TRANSLATE_NOOP("ChartLegend", "H")),
              translated(QT_TRANSLATE_NOOP("ChartLegend", "L")), translated(QT_TRANSLATE_NOOP("ChartLegend", "C")),
              translated(QT_TRANSLATE_NOOP("ChartLegend", "Vol"))}
{}

int ChartLegend::headlineHeight(const ChartScene& scene)
{
    return scene.px(2 * rowHeight + 8);
}

void ChartLegend::writeBar(Pen& pen, const ChartScene& scene, std::size_t index) const
{
    const KlineColumns& columns = scene.series->columns();
    const Bar bar = columns.at(index);
    const Theme& theme = scene.theme;
    const QColor& colour = bar.close >= bar.open ? theme.up : theme.down;
    const int decimals = scene.subject.priceDecimals;
    std::array<paint::TextLine, 4> prices;
    int wanted = 0;
    for (std::size_t i = 0; i < prices.size(); ++i) {
        prices[i].addFixed(std::array{bar.open, bar.high, bar.low, bar.close}[i], decimals);
        wanted += pen.width(m_names[i]) + pen.width(prices[i].view()) + scene.px(wordGap + valueGap);
    }
    const std::size_t first = pen.hasRoom(wanted) ? 0 : prices.size() - 1; // rather the close alone than four that are cut
    for (std::size_t i = first; i < prices.size(); ++i) {
        pen.word(m_names[i], theme.textMuted);
        pen.gap(wordGap);
        pen.number(prices[i].view(), colour);
        pen.gap(valueGap);
    }
    const std::size_t before = columns.barBefore(index);
    const double base = before < index ? columns.closes()[before] : bar.open;
    paint::TextLine change, volume;
    change.addSigned(bar.close - base, decimals);
    if (base > 0) // of a spread that may be zero or less a percentage says nothing
        change.add(" (").addSigned((bar.close / base - 1) * 100, 2).add(" %)");
    if (!pen.hasRoom(pen.numberWidth(change.view())))
        return;
    pen.number(change.view(), colour);
    pen.gap(valueGap);
    if (scene.subject.volumeUnit.empty())
        return; // an expression has none
    volume.addCompact(bar.volume).add(' ').add(scene.subject.volumeUnit);
    if (!pen.hasRoom(pen.width(m_names[4]) + scene.px(wordGap) + pen.width(volume.view())))
        return; // rather no volume than half of it
    pen.word(m_names[4], theme.textMuted);
    pen.gap(wordGap);
    pen.number(volume.view(), theme.text);
}

void ChartLegend::writeHeadline(const ChartScene& scene, std::optional<std::size_t> bar, Row& row)
{
    const Pane& pane = scene.price();
    const int top = pane.rect.top() + scene.px(topEdge);
    row.entry = headlineEntry;
    row.of = {};
    const Row* before = m_count < m_rows.size() ? &m_rows[m_count] : nullptr;
    Pen pen(scene, pane, row, before, top);
    const int left = pen.x();
    pen.word(scene.subject.symbol, scene.theme.text, true);
    pen.gap(wordGap + 5);
    pen.word(toString(scene.series->interval()), scene.theme.textMuted);
    pen.gap(14);
    if (bar && !scene.series->columns().at(*bar).isEmpty()) {
        const bool isWide = pane.rect.width() > scene.px(wideHeadline);
        if (!isWide) {
            row.rect.setHeight(2 * scene.px(rowHeight));
            pen.skipTo(left);
        }
        writeBar(pen, scene, *bar);
    }
    int right = left;
    for (const Cell& cell : row.cells)
        right = std::max(right, cell.x + cell.room);
    pen.close(right);
}

void ChartLegend::writeEntry(const ChartScene& scene, const LegendEntry& entry, int top, Row& row)
{
    const auto found = std::ranges::find(scene.panes, entry.pane, &Pane::key);
    const Row* before = m_count < m_rows.size() ? &m_rows[m_count] : nullptr;
    row.entry = static_cast<int>(&entry - m_entries.data());
    row.of = {entry.kind, entry.id};
    Pen pen(scene, *found, row, before, top);
    const Theme& theme = scene.theme;
    pen.word(entry.name, !entry.isShown ? theme.textFaint : entry.colour.isValid() ? entry.colour : theme.text);
    pen.gap(nameGap);
    if (!entry.isShown || !entry.note.empty()) {
        if (entry.isShown)
            pen.word(entry.note, theme.textMuted);
    } else {
        writeValues(pen, entry);
    }
    if (!isHovered(row))
        return pen.close();
    row.buttons = pen.place(static_cast<int>(buttonsOf(entry.kind).size()) * scene.px(buttonSize));
}

void ChartLegend::writeValues(Pen& pen, const LegendEntry& entry) const
{
    for (const LegendEntry::Value& value : entry.values) {
        paint::TextLine text;
        write(text, value, entry.format);
        if (!pen.hasRoom(pen.numberWidth(text.view())))
            return;
        pen.number(text.view(), value.colour);
        pen.gap(valueGap);
    }
}

void ChartLegend::writeMore(const ChartScene& scene, const Pane& pane, std::size_t hidden, int top, Row& row)
{
    row.entry = moreEntry;
    Pen pen(scene, pane, row, nullptr, top);
    paint::TextLine text;
    if (hidden > 0)
        text.add('+').addInteger(static_cast<std::int64_t>(hidden));
    else
        text.add("−");
    const bool isHot = m_hover && m_hover->part == Part::More && m_hover->pane == pane.key;
    pen.word(text.view(), isHot ? scene.theme.text : scene.theme.textMuted);
    pen.close();
}

bool ChartLegend::isOpen(int pane) const
{
    return std::ranges::find(m_open, pane) != m_open.end();
}

void ChartLegend::toggleMore(int pane)
{
    if (!std::erase(m_open, pane))
        m_open.push_back(pane);
}

// Of rows below `top`: at least one, if there is room for it at all.
std::size_t ChartLegend::capacity(const ChartScene& scene, const Pane& pane, int top) const
{
    const bool isBounded = pane.isPrice() && !isOpen(pane.key);
    const int bottom = pane.rect.top() + static_cast<int>(pane.rect.height() * (isBounded ? closedShare : 1.0));
    const int least = pane.rect.bottom() + 1 - top >= scene.px(rowHeight) ? 1 : 0;
    return static_cast<std::size_t>(std::max(least, (bottom - top) / scene.px(rowHeight)));
}

void ChartLegend::arrangePane(const ChartScene& scene, const Pane& pane, int top, QRegion& changed)
{
    const auto isHere = [&](const LegendEntry& entry) { return entry.pane == pane.key; };
    const auto all = static_cast<std::size_t>(std::ranges::count_if(m_entries, isHere));
    const std::size_t most = capacity(scene, pane, top);
    if (most == 0)
        return;
    const std::size_t shown = all <= most && !isOpen(pane.key) ? all : std::min(all, most - 1);
    std::size_t written = 0;
    for (const LegendEntry& entry : m_entries) {
        if (!isHere(entry) || written == shown)
            continue;
        writeEntry(scene, entry, top, m_next);
        put(changed);
        top += scene.px(rowHeight);
        ++written;
    }
    if (shown < all || (isOpen(pane.key) && all > 0)) {
        writeMore(scene, pane, all - shown, top, m_next);
        put(changed);
    }
}

// Takes the written row in place of the one that stood there.
void ChartLegend::put(QRegion& changed)
{
    if (m_count == m_rows.size())
        m_rows.emplace_back();
    Row& old = m_rows[m_count++];
    const bool isSame = old.rect == m_next.rect && old.entry == m_next.entry && old.buttons == m_next.buttons
        && std::ranges::equal(old.cells, m_next.cells, [](const Cell& a, const Cell& b) { return a.reads(b); });
    if (!isSame)
        changed += old.rect.united(m_next.rect);
    std::swap(old, m_next);
}

std::string ChartLegend::said() const
{
    std::string all;
    for (const LegendEntry& entry : m_entries) {
        if (!entry.isShown)
            continue;
        all += (all.empty() ? "" : ", ") + entry.name;
        if (!entry.note.empty())
            all += ' ' + entry.note;
        for (std::size_t i = 0; i < entry.values.size() && entry.note.empty(); ++i) {
            paint::TextLine text;
            write(text, entry.values[i], entry.format);
            all.append(" ").append(text.view());
        }
    }
    return all;
}

QRegion ChartLegend::arrange(const ChartScene& scene, std::optional<std::size_t> bar)
{
    QRegion changed;
    if (m_dpr != scene.dpr || m_subject != scene.subject) { // what room the numbers had means nothing any more
        for (Row& row : m_rows) {
            changed += row.rect;
            row = {};
        }
        m_dpr = scene.dpr;
        m_subject = scene.subject;
    }
    const std::size_t before = m_count;
    m_count = 0;
    for (const Pane& pane : scene.panes) {
        if (pane.rect.height() < scene.px(rowHeight))
            continue;
        int top = pane.rect.top() + scene.px(topEdge);
        if (pane.isPrice()) {
            writeHeadline(scene, bar, m_next);
            top = m_next.rect.bottom() + 1;
            put(changed);
        }
        arrangePane(scene, pane, top, changed);
    }
    for (std::size_t i = m_count; i < before; ++i)
        changed += std::exchange(m_rows[i].rect, QRect());
    return changed;
}

} // namespace spreadline::chart
