// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/instrument_header.h"

#include "models/active_instrument.h"
#include "session/market_view.h"
#include "style/format.h"
#include "style/glyphs.h"
#include "style/trust_text.h"
#include "style/wall_time.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace spreadline {
namespace {

constexpr int margin = 12;
constexpr int gap = 26;

int textWidth(const QFont& font, const QString& text)
{
    return QFontMetrics(font).horizontalAdvance(text);
}

int sign(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

} // namespace

InstrumentHeader::InstrumentHeader(const MarketView& market, const ThemeSource& themes, const ActiveInstrument& active,
                                   QWidget* parent)
    : QWidget(parent), m_market(market), m_themes(themes), m_active(active)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Active instrument"));
    const auto repaint = [this] { update(); };
    connect(&active, &ActiveInstrument::changed, this, repaint);
    connect(&themes, &ThemeSource::themeChanged, this, repaint);
    connect(&market, &MarketView::instrumentsChanged, this, repaint);
    connect(&market, &MarketView::tickersChanged, this, [this](const std::vector<InstrumentId>& changed) {
        if (m_active.id() && std::ranges::find(changed, *m_active.id()) != changed.end())
            update();
    });
    m_clock.setInterval(1'000);
    connect(&m_clock, &QTimer::timeout, this, repaint);
    m_clock.start();
}

void InstrumentHeader::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->pos().x() < 220)
        Q_EMIT symbolClicked();
}

std::vector<InstrumentHeader::Figure> InstrumentHeader::figures(const Instrument& instrument, const TickerRow& ticker) const
{
    const Theme& theme = m_themes.theme();
    std::vector<Figure> list;
    if (ticker.last && ticker.open24h) {
        const Price move = *ticker.last - *ticker.open24h;
        const QString text = format::change(*ticker.last, *ticker.open24h);
        list.push_back({tr("24h change"), text, theme.direction(sign(move.toDouble()))});
    }
    if (ticker.fundingRate) {
        const QString left = ticker.nextFunding.isKnown()
            ? QStringLiteral("  ") + format::countdown(ticker.nextFunding - (wallTime() + m_clockOffset))
            : QString();
        list.push_back({tr("Funding / next"), format::ratio(*ticker.fundingRate) + left, theme.text});
    }
    const QString quote = QString::fromStdString(instrument.quoteAsset);
    if (ticker.quoteVolume24h)
        list.push_back({tr("24h volume (%1)").arg(quote), format::compact(*ticker.quoteVolume24h), theme.text});
    list.push_back({tr("Mark"), format::price(ticker.mark, instrument), theme.text});
    list.push_back({tr("24h high"), format::price(ticker.high24h, instrument), theme.text});
    list.push_back({tr("24h low"), format::price(ticker.low24h, instrument), theme.text});
    list.push_back({tr("Index"), format::price(ticker.index, instrument), theme.text});
    return list;
}

int InstrumentHeader::paintSymbol(QPainter& painter, const Instrument& instrument) const
{
    const Theme& theme = m_themes.theme();
    const QFont big = labelFont(17, QFont::Bold);
    const QFont small = labelFont(11);
    const QString base = QString::fromStdString(instrument.baseAsset.empty() ? instrument.symbol : instrument.baseAsset);
    const QString quote = QString::fromStdString(instrument.quoteAsset);
    painter.setFont(big);
    painter.setPen(theme.text);
    painter.drawText(QRect(margin, 0, textWidth(big, base) + 4, height()), Qt::AlignVCenter | Qt::AlignLeft, base);
    const int x = margin + textWidth(big, base) + 7;
    painter.setFont(small);
    painter.setPen(theme.textMuted);
    painter.drawText(QRect(x, 0, 120, height()), Qt::AlignVCenter | Qt::AlignLeft, quote);
    int end = x + textWidth(small, quote);
    if (const QString halt = haltName(instrument.status); !halt.isEmpty()) {
        const QRectF chip(end + 9.5, height() / 2.0 - 9.5, textWidth(small, halt) + 16, 19);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.warning);
        painter.setBrush(blended(theme.panel, theme.warning, 0.15));
        painter.drawRoundedRect(chip, 3, 3);
        painter.restore();
        painter.setPen(theme.warning);
        painter.drawText(chip, Qt::AlignCenter, halt);
        end = static_cast<int>(chip.right());
    }
    return end + 20;
}

int InstrumentHeader::paintLast(QPainter& painter, const Instrument& instrument, const TickerRow* ticker, int x) const
{
    const Theme& theme = m_themes.theme();
    const bool usable = ticker && isUsable(ticker->trust);
    const QString text = ticker ? format::price(ticker->last, instrument) : format::missing();
    const QFont big = numberFont(20, QFont::Medium);
    const int direction = ticker ? ticker->direction : 0;
    const QColor ink = !usable ? theme.stale : direction == 0 ? theme.text : theme.direction(direction);
    painter.setFont(big);
    painter.setPen(ink);
    painter.drawText(QRect(x, 0, textWidth(big, text) + 4, height() - 1), Qt::AlignVCenter | Qt::AlignLeft, text);
    x += textWidth(big, text) + 5;
    if (usable && direction != 0)
        drawGlyph(painter, direction > 0 ? Glyph::ArrowUp : Glyph::ArrowDown, QRectF(x, height() / 2.0 - 6, 12, 12), ink);
    x += 12;
    if (ticker && !usable) {
        const QString age = trustWord(ticker->trust.state)
            + (ticker->trust.lastData.isKnown() ? QLatin1Char(' ') + format::age(wallTime() - ticker->trust.lastData)
                                                : QString());
        painter.setFont(labelFont(11));
        painter.setPen(trustColour(ticker->trust.state, theme));
        painter.drawText(QRect(x + 4, 0, 200, height()), Qt::AlignVCenter | Qt::AlignLeft, age);
        x += textWidth(labelFont(11), age) + 8;
    }
    return x + 18;
}

void InstrumentHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_themes.theme();
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
    const Instrument* instrument = m_active.id() ? m_market.instrument(*m_active.id()) : nullptr;
    if (!instrument) {
        painter.setFont(labelFont(12));
        painter.setPen(theme.textFaint);
        painter.drawText(rect().adjusted(margin, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("Waiting for the venue's list of instruments"));
        return;
    }
    const TickerRow* ticker = m_market.ticker(instrument->id);
    int x = paintLast(painter, *instrument, ticker, paintSymbol(painter, *instrument));
    if (!ticker)
        return;
    const bool usable = isUsable(ticker->trust);
    const QFont small = labelFont(11);
    const QFont number = numberFont(13);
    for (const Figure& figure : figures(*instrument, *ticker)) {
        const int wide = std::max(textWidth(small, figure.caption), textWidth(number, figure.value));
        if (x + wide > width() - 8)
            break;
        painter.setFont(small);
        painter.setPen(theme.textMuted);
        painter.drawText(QRect(x, 7, wide + 2, 14), Qt::AlignLeft | Qt::AlignVCenter, figure.caption);
        painter.setFont(number);
        painter.setPen(usable ? figure.colour : theme.stale);
        painter.drawText(QRect(x, 22, wide + 2, 17), Qt::AlignLeft | Qt::AlignVCenter, figure.value);
        x += wide + gap;
    }
}

} // namespace spreadline
