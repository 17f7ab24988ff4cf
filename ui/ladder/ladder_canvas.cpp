// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_canvas.h"

#include "style/fonts.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::ladder {
namespace {

constexpr int fontSize = 12, lastSize = 15;
constexpr int flashMillis = 250;
constexpr std::size_t mostFlashes = 256; ///< more than any screen has rows

} // namespace

LadderCanvas::LadderCanvas(QWidget* parent) : QWidget(parent), m_theme(Theme::dark())
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_NoSystemBackground);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Order book"));
    m_scene.glyphs = &m_glyphs;
    m_scene.boldGlyphs = &m_boldGlyphs;
    m_clock.start();
    applyTheme();
    layout();
}

LadderCanvas::~LadderCanvas() = default;

void LadderCanvas::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_glyphs.clear();
    m_boldGlyphs.clear();
    applyTheme();
    layout();
    refresh(true);
}

void LadderCanvas::applyTheme()
{
    Theme theme = m_theme;
    if (m_stale) {
        theme.up = theme.down = theme.neutral = theme.text = theme.textMuted = theme.stale;
        theme.upFill = theme.downFill = blended(theme.panel, theme.stale, 0.14);
    }
    m_scene.theme = theme;
}

void LadderCanvas::setSubject(const LadderSubject& subject)
{
    m_scene.subject = subject;
    m_scene.rows.setBook(nullptr);
    m_scene.last = {};
    m_scene.top.reset();
    m_flashes.clear();
    m_offset = 0;
    m_hovered.reset();
    if (!m_locked)
        setLocked(true);
    refresh(true);
}

void LadderCanvas::setBook(BookPtr book)
{
    const LadderRows before = m_scene.rows;
    const bool comparable = before.book() && book && before.book()->group == book->group && !before.isEmpty();
    m_scene.rows.setBook(std::move(book));
    if (comparable && m_flashing && !m_stale)
        noteChanges(before);
    else
        m_flashes.clear();
    place();
    hoverUnderPointer();
    if (!m_scene.rows.isEmpty()) {
        const auto best = [&](int index) {
            const LadderRow row = m_scene.rows.row(index);
            return QString::fromStdString(Price::fromMantissa(row.price, m_scene.rows.book()->scale.price).toString());
        };
        setAccessibleDescription(tr("Best bid %1, best ask %2").arg(best(-1), best(1)));
    }
    refresh(before.isEmpty() != m_scene.rows.isEmpty());
}

void LadderCanvas::setLast(const LastTrade& last)
{
    if (last == m_scene.last)
        return;
    m_scene.last = last;
    update(rowRect(0));
}

void LadderCanvas::setTop(std::optional<TopOfBook> top)
{
    if (top == m_scene.top)
        return;
    m_scene.top = top;
    update(rowRect(0));
}

void LadderCanvas::setInQuote(bool inQuote)
{
    m_scene.inQuote = inQuote;
    refresh(true);
}

void LadderCanvas::setFlashing(bool on)
{
    m_flashing = on;
    m_flashes.clear();
    refresh(false);
}

void LadderCanvas::setStale(bool stale)
{
    if (stale == m_stale)
        return;
    m_stale = stale;
    m_flashes.clear();
    applyTheme();
    refresh(true);
}

void LadderCanvas::setLocked(bool locked)
{
    if (locked == m_locked)
        return;
    m_locked = locked;
    if (!locked)
        m_anchor = m_scene.rows.row(m_offset).price;
    place();
    refresh(true);
    Q_EMIT lockChanged(locked);
}

// Puts the rows under the lock, or under the price that is held.
void LadderCanvas::place()
{
    if (m_locked || m_scene.rows.isEmpty())
        m_offset = 0;
    else if (m_anchor > 0)
        m_offset = m_scene.rows.indexOf(m_anchor);
}

// Which visible levels changed their size: those flash. The spread moving flashes nothing by itself.
void LadderCanvas::noteChanges(const LadderRows& before)
{
    const qint64 until = m_clock.elapsed() + flashMillis;
    for (int slot = 0; slot < m_slots && m_flashes.size() < mostFlashes; ++slot) {
        const LadderRow now = m_scene.rows.row(indexOfSlot(slot));
        if (now.kind != RowKind::Ask && now.kind != RowKind::Bid)
            continue;
        const LadderRow old = before.row(before.indexOf(now.price));
        if (now.isKnown && old.kind == now.kind && old.isKnown && old.price == now.price && old.quantity != now.quantity)
            m_flashes.push_back({now.kind, now.price, until});
    }
    if (!m_flashes.empty() && !m_flashTimer.isActive())
        m_flashTimer.start(flashMillis / 5, this);
}

void LadderCanvas::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_flashTimer.timerId())
        return;
    std::erase_if(m_flashes, [now = m_clock.elapsed()](const Flash& flash) { return flash.until <= now; });
    if (m_flashes.empty())
        m_flashTimer.stop();
    refresh(false);
}

bool LadderCanvas::isFlashing(int index) const
{
    const LadderRow row = m_scene.rows.row(index);
    return std::ranges::any_of(m_flashes, [&](const Flash& flash) { return flash.kind == row.kind && flash.price == row.price; });
}

LadderCanvas::Shown LadderCanvas::shown(int index) const
{
    const LadderRow row = m_scene.rows.row(index);
    return {row, m_scene.barWidth(row), !m_flashes.empty() && isFlashing(index)};
}

// Asks Qt to repaint what changed, and nothing else.
void LadderCanvas::refresh(bool everything)
{
    double deepest = 0;
    for (int slot = 0; slot < m_slots; ++slot) {
        const LadderRow row = m_scene.rows.row(indexOfSlot(slot));
        if (row.isKnown)
            deepest = std::max(deepest, m_scene.total(row));
    }
    m_scene.deepest = deepest;
    m_shown.resize(static_cast<std::size_t>(m_slots));
    std::vector<int> changed;
    for (int slot = 0; slot < m_slots; ++slot) {
        const Shown next = shown(indexOfSlot(slot));
        Shown& last = m_shown[static_cast<std::size_t>(slot)];
        if (!everything && next == last && next.row.kind != RowKind::Spread)
            continue;
        last = next;
        changed.push_back(slot);
    }
    // Many rows are painted faster without holes between them: Qt copies images slowly through a clip of several rectangles.
    const bool isMost = 2 * changed.size() > m_shown.size();
    if (everything || isMost || m_hovered) // the box over the rows moves with its values
        return update();
    for (const int slot : changed)
        update(rowRect(indexOfSlot(slot)));
    update(toLogical(QRect(0, m_height - m_footerHeight, m_scene.width, m_footerHeight)));
}

void LadderCanvas::layout()
{
    m_scene.dpr = devicePixelRatioF();
    m_glyphs.setFont(numberFont(fontSize), m_scene.dpr);
    m_boldGlyphs.setFont(numberFont(lastSize, QFont::Medium), m_scene.dpr);
    m_scene.width = static_cast<int>(std::ceil(width() * m_scene.dpr));
    m_height = static_cast<int>(std::ceil(height() * m_scene.dpr));
    m_rowHeight = std::max(m_glyphs.in(m_scene.theme.text).height() + m_scene.px(4), m_scene.px(19));
    m_spreadHeight = m_scene.px(32);
    m_headerHeight = m_scene.px(24);
    m_footerHeight = m_scene.px(26);
    m_room = std::max(0, m_height - m_headerHeight - m_footerHeight - m_spreadHeight);
    m_centreSlot = m_room / 2 / m_rowHeight;
    m_slots = 2 * m_centreSlot + 1;
}

// Rows stand on both sides of the spread, which is higher. They share out the room, so that none is cut: some are a pixel
// higher than others.
int LadderCanvas::slotTop(int slot) const
{
    const int spreadSlot = m_centreSlot + m_offset;
    const bool isBelow = spreadSlot >= 0 && slot > spreadSlot;
    const int rows = isBelow ? slot - 1 : slot;
    return m_headerHeight + (m_centreSlot > 0 ? rows * m_room / (2 * m_centreSlot) : 0) + (isBelow ? m_spreadHeight : 0);
}

QRect LadderCanvas::slotRect(int slot) const
{
    const int top = slotTop(slot);
    return {0, top, m_scene.width, slotTop(slot + 1) - top};
}

QRect LadderCanvas::toLogical(const QRect& device) const
{
    return QRectF(device.x() / m_scene.dpr, device.y() / m_scene.dpr, device.width() / m_scene.dpr, device.height() / m_scene.dpr)
        .toAlignedRect();
}

QRect LadderCanvas::rowRect(int index) const
{
    const int slot = m_centreSlot + m_offset - index;
    if (slot < 0 || slot >= m_slots)
        return {};
    return toLogical(slotRect(slot));
}

std::optional<int> LadderCanvas::indexAt(int y) const
{
    const int device = m_scene.px(y);
    if (device < m_headerHeight || device >= m_height - m_footerHeight)
        return std::nullopt;
    for (int slot = 0; slot < m_slots; ++slot) {
        if (device >= slotTop(slot) && device < slotTop(slot + 1))
            return indexOfSlot(slot);
    }
    return std::nullopt;
}

QRect LadderCanvas::coverFor(int least) const
{
    int bottom = m_headerHeight;
    for (int slot = 0; slot < m_slots && bottom - m_headerHeight < m_scene.px(least); ++slot)
        bottom = slotTop(slot + 1);
    return toLogical(QRect(0, m_headerHeight, m_scene.width, bottom - m_headerHeight));
}

int LadderCanvas::rowHeight() const
{
    return static_cast<int>(m_rowHeight / m_scene.dpr);
}

int LadderCanvas::visibleRows() const
{
    return m_slots - 1;
}

int LadderCanvas::wantedLevels() const
{
    return std::max(100, 2 * m_slots);
}

void LadderCanvas::paintRows(QPainter& painter, const QRegion& region, int end) const
{
    for (int slot = 0; slot < m_slots; ++slot) {
        const int index = indexOfSlot(slot);
        const QRect rect = slotRect(slot);
        if (rect.top() > end || !region.intersects(toLogical(rect)))
            continue;
        const Shown& row = static_cast<std::size_t>(slot) < m_shown.size() ? m_shown[static_cast<std::size_t>(slot)] : Shown{};
        const bool isSwept = m_hovered && *m_hovered != 0 && index != 0 && (*m_hovered > 0) == (index > 0)
            && std::abs(index) <= std::abs(*m_hovered);
        if (row.row.kind == RowKind::Spread)
            m_painter.paintSpread(painter, m_scene, rect);
        else
            m_painter.paintRow(painter, m_scene, rect, row.row, {m_hovered == index, isSwept, row.isFlashing});
    }
}

void LadderCanvas::paintEvent(QPaintEvent* event)
{
    if (m_scene.dpr != devicePixelRatioF())
        layout();
    QPainter painter(this);
    painter.scale(1 / m_scene.dpr, 1 / m_scene.dpr);
    const QTransform device = painter.deviceTransform();
    painter.translate(std::round(device.dx()) - device.dx(), std::round(device.dy()) - device.dy());
    const QRegion& region = event->region();
    const QRect footer(0, m_height - m_footerHeight, m_scene.width, m_footerHeight);
    paintRows(painter, region, footer.top());
    const int end = slotTop(m_slots);
    painter.fillRect(0, end, m_scene.width, std::max(0, footer.top() - end), m_scene.theme.panel);
    m_painter.paintImbalance(painter, m_scene, footer);
    const QRect header(0, 0, m_scene.width, m_headerHeight);
    if (region.intersects(toLogical(header)))
        m_painter.paintHeader(painter, m_scene, header);
    if (!m_hovered)
        return;
    if (const auto sweep = m_scene.rows.sweep(*m_hovered, m_scene.mid())) {
        const QRect row = slotRect(m_centreSlot + m_offset - *m_hovered);
        const QRect rows(0, m_headerHeight, m_scene.width, m_height - m_footerHeight - m_headerHeight);
        m_painter.paintSweep(painter, m_scene, row, *sweep, rows, *m_hovered > 0);
    }
}

void LadderCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout();
    refresh(true);
}

void LadderCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        layout();
        refresh(true);
    }
}

} // namespace spreadline::ladder
