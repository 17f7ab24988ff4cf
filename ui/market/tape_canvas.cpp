// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/tape_canvas.h"

#include "style/format.h"
#include "style/glyphs.h"
#include "style/trust_text.h"
#include "style/wall_time.h"
#include "style/zone_text.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace spreadline {
namespace {

constexpr int rowHeight = 19;
constexpr int headerHeight = 24;
constexpr int margin = 8;
constexpr int arrowRoom = 12;

} // namespace

TapeCanvas::TapeCanvas(const TapeHistory& history, const ThemeSource& themes, QWidget* parent)
    : QAbstractScrollArea(parent), m_history(history), m_themes(themes)
{
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Trades"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

void TapeCanvas::setInstrument(const Instrument* instrument)
{
    if (instrument) {
        m_priceDecimals = format::priceDecimals(*instrument);
        m_quantityScale = instrument->quantityScale();
        m_base = QString::fromStdString(instrument->baseAsset);
        m_quote = QString::fromStdString(instrument->quoteAsset);
    }
    resume();
    viewport()->update();
}

void TapeCanvas::setTimeZone(const QTimeZone& zone, bool milliseconds)
{
    m_zone = zone;
    m_milliseconds = milliseconds;
    setToolTip(tr("Times in %1").arg(format::zoneName(zone, wallTime())));
    viewport()->update();
}

bool TapeCanvas::isPaused() const
{
    return verticalScrollBar()->value() > 0;
}

void TapeCanvas::resume()
{
    verticalScrollBar()->setValue(0);
}

void TapeCanvas::historyChanged(int appeared)
{
    const bool paused = isPaused();
    updateRange();
    if (paused && appeared > 0) { // the rows looked at stay where they are
        m_waiting += appeared;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + appeared);
    }
    viewport()->update();
}

void TapeCanvas::updateRange()
{
    const int fitting = std::max(1, (viewport()->height() - headerHeight) / rowHeight);
    verticalScrollBar()->setPageStep(fitting);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_history.size()) - fitting));
}

void TapeCanvas::resizeEvent(QResizeEvent*)
{
    updateRange();
}

void TapeCanvas::scrollContentsBy(int, int)
{
    const bool paused = isPaused();
    if (!paused)
        m_waiting = 0;
    if (paused != m_wasPaused) {
        m_wasPaused = paused;
        Q_EMIT pausedChanged(paused);
    }
    viewport()->update();
}

void TapeCanvas::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_Escape)
        resume();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TapeCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const QRect area = viewport()->rect();
    painter.fillRect(area, m_themes.theme().panel);
    const bool usable = isUsable(m_history.trust()) || m_history.trust().state == TrustState::Partial;
    auto row = static_cast<std::size_t>(verticalScrollBar()->value());
    for (int y = headerHeight; y + rowHeight <= area.height() && row < m_history.size(); y += rowHeight, ++row)
        paintRow(painter, m_history.at(row), QRect(0, y, area.width(), rowHeight), usable);
    if (m_history.size() == 0)
        paintEmpty(painter);
    paintHeader(painter);
}

void TapeCanvas::paintHeader(QPainter& painter) const
{
    const Theme& theme = m_themes.theme();
    const QRect box(0, 0, viewport()->width(), headerHeight - 1);
    painter.fillRect(box, theme.panel);
    painter.setPen(theme.border);
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    painter.setFont(labelFont(11));
    painter.setPen(theme.textMuted);
    const int middle = box.width() * 64 / 100;
    const auto heading = [&painter, &box](const QString& what, const QString& unit, int left, int right) {
        const QString full = unit.isEmpty() ? what : what + QStringLiteral(" (") + unit + QLatin1Char(')');
        const bool fits = painter.fontMetrics().horizontalAdvance(full) <= right - left;
        painter.drawText(QRect(0, 0, right, box.height()), Qt::AlignVCenter | Qt::AlignRight, fits ? full : what);
    };
    const auto width = [&painter](const QString& text) { return painter.fontMetrics().horizontalAdvance(text) + margin; };
    const QString zoned = QStringLiteral("%1 (%2)").arg(tr("Time"), format::zoneOffset(m_zone, wallTime()));
    const bool fits = width(zoned) + width(tr("Price")) + margin <= middle;
    const QString time = fits ? zoned : tr("Time");
    painter.drawText(box.adjusted(margin, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, time);
    const int times = width(time) + margin;
    heading(tr("Price"), m_quote, times, middle);
    heading(tr("Size"), m_base, middle + margin, box.width() - margin);
}

void TapeCanvas::paintRow(QPainter& painter, const TapeHistory::Row& row, const QRect& box, bool usable) const
{
    const Theme& theme = m_themes.theme();
    const Side side = row.trade.aggressor;
    const QColor ink = usable ? theme.side(side) : theme.stale;
    if (row.large && usable) {
        painter.fillRect(box, theme.sideFill(side));
        painter.fillRect(QRect(box.left(), box.top(), 2, box.height()), ink);
    }
    const QFont::Weight weight = row.large ? QFont::Medium : QFont::Normal;
    painter.setFont(numberFont(12, QFont::Normal));
    painter.setPen(usable ? theme.textMuted : theme.stale);
    painter.drawText(box.adjusted(margin, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     format::timeOfDay(row.trade.time, m_zone, m_milliseconds));
    const int middle = box.width() * 64 / 100;
    painter.setFont(numberFont(12, weight));
    painter.setPen(ink);
    painter.drawText(QRect(0, box.top(), middle - arrowRoom, box.height()), Qt::AlignVCenter | Qt::AlignRight,
                     format::number(row.trade.price, m_priceDecimals));
    drawGlyph(painter, side == Side::Buy ? Glyph::ArrowUp : Glyph::ArrowDown,
              QRectF(middle - arrowRoom + 3, box.center().y() - 4, 9, 9), ink);
    painter.setPen(usable ? theme.text : theme.stale);
    painter.drawText(box.adjusted(0, 0, -margin, 0), Qt::AlignVCenter | Qt::AlignRight,
                     format::number(row.trade.quantity, m_quantityScale));
}

void TapeCanvas::paintEmpty(QPainter& painter) const
{
    painter.setFont(labelFont(12));
    painter.setPen(m_themes.theme().textFaint);
    painter.drawText(viewport()->rect().adjusted(20, headerHeight, -20, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("No trades to show yet"));
}

} // namespace spreadline
