// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_comparison.h"

#include <algorithm>
#include <array>
#include <utility>

namespace spreadline::chart {
namespace {

/// In the order they are given out: far from the colours of candles.
constexpr std::array inks{Ink::Amber, Ink::Violet, Ink::Teal, Ink::Rose, Ink::Accent, Ink::Text};
/// When those are all taken.
constexpr std::array<QRgb, 4> customs{0xffb58900, 0xff8f6bd9, 0xff3aa0a0, 0xffc06090};

} // namespace

ChartComparison::ChartComparison(MarketView& market, ChartCanvas& canvas, QObject* parent)
    : QObject(parent), m_market(market), m_canvas(canvas)
{
    connect(&m_canvas, &ChartCanvas::compareRemoveWanted, this, &ChartComparison::remove);
}

ChartComparison::Other* ChartComparison::named(const QString& text) const
{
    const auto found = std::ranges::find_if(m_others, [&](const auto& other) { return other->symbol.text == text; });
    return found == m_others.end() ? nullptr : found->get();
}

std::pair<Ink, QRgb> ChartComparison::freeInk() const
{
    const auto isTaken = [this](Ink ink) {
        return std::ranges::any_of(m_others, [ink](const auto& other) { return other->isCompared && other->symbol.ink == ink; });
    };
    for (const Ink ink : inks) {
        if (!isTaken(ink))
            return {ink, ComparedSymbol().custom};
    }
    return {Ink::Custom, customs[m_others.size() % customs.size()]};
}

/// Bars of a count of trades or of a volume of two symbols have no common times.
Status ChartComparison::fits(const QString& text) const
{
    if (m_interval.isCalendar())
        return {};
    return Error{Errc::Unsupported, text.toStdString(),
                 "bars of " + toString(m_interval) + " of two symbols have no common times"};
}

Result<ChartComparison::Other*> ChartComparison::make(const ComparedSymbol& symbol)
{
    if (const Status fit = fits(symbol.text); !fit)
        return fit.error();
    if (m_others.size() >= most)
        return Error{Errc::Full, symbol.text.toStdString(), {}};
    auto other = std::make_unique<Other>();
    other->symbol = symbol;
    other->source = std::make_unique<ChartSource>(m_market);
    if (const Status shown = other->source->show(symbol.text, m_interval); !shown)
        return shown.error();
    other->symbol.text = other->source->text();
    if (Other* known = named(other->symbol.text))
        return known;
    Other* made = other.get();
    connect(made->source.get(), &ChartSource::subjectChanged, this, [this, made] { look(*made); });
    connect(made->source.get(), &ChartSource::changed, this, [this, made](const SourceUpdate& update) { apply(*made, update); });
    m_others.push_back(std::move(other));
    made->id = m_canvas.addCompared({made->symbol.text.toStdString(), 2, made->symbol.ink, made->symbol.custom, false});
    if (m_isOpen)
        made->source->open();
    return made;
}

void ChartComparison::look(Other& other)
{
    const auto& subject = other.source->subject();
    m_canvas.changeCompared(other.id,
                            {other.symbol.text.toStdString(), subject ? subject->priceDecimals : 2, other.symbol.ink,
                             other.symbol.custom, other.isCompared});
}

Status ChartComparison::add(const QString& text)
{
    ComparedSymbol symbol{text};
    std::tie(symbol.ink, symbol.custom) = freeInk();
    const bool isFirst = symbols().empty();
    const auto made = make(symbol);
    if (!made)
        return made.error();
    Other& other = **made;
    if (std::exchange(other.isCompared, true))
        return Error{Errc::BadUsage, other.symbol.text.toStdString(), "compared already"};
    if (other.isRead) // it was there without a colour of its own
        std::tie(other.symbol.ink, other.symbol.custom) = std::pair(symbol.ink, symbol.custom);
    look(other);
    if (isFirst)
        toPercent();
    Q_EMIT changed();
    return {};
}

std::vector<Error> ChartComparison::restore(const std::vector<ComparedSymbol>& symbols)
{
    for (const int id : ids())
        letGo(**std::ranges::find_if(m_others, [id](const auto& other) { return other->id == id; }));
    std::vector<Error> errors;
    for (const ComparedSymbol& symbol : symbols) {
        const auto made = make(symbol);
        if (!made) {
            errors.push_back(made.error());
            continue;
        }
        (*made)->isCompared = true;
        (*made)->symbol.ink = symbol.ink;
        (*made)->symbol.custom = symbol.custom;
        look(**made);
    }
    Q_EMIT changed();
    return errors;
}

// One that a study reads stays, without being seen.
void ChartComparison::letGo(Other& other)
{
    other.isCompared = false;
    if (other.isRead)
        return look(other);
    const int id = other.id;
    std::erase_if(m_others, [id](const auto& one) { return one->id == id; });
    m_canvas.removeCompared(id);
}

void ChartComparison::remove(int id)
{
    const auto found = std::ranges::find_if(m_others, [id](const auto& other) { return other->id == id && other->isCompared; });
    if (found == m_others.end())
        return;
    letGo(**found);
    if (symbols().empty())
        fromPercent();
    Q_EMIT changed();
}

void ChartComparison::removeAll()
{
    for (const int id : ids())
        remove(id);
}

void ChartComparison::recolour(int id, Ink ink, QRgb custom)
{
    for (const auto& other : m_others) {
        if (other->id != id)
            continue;
        other->symbol.ink = ink;
        other->symbol.custom = custom;
        look(*other);
        Q_EMIT changed();
    }
}

std::vector<ComparedSymbol> ChartComparison::symbols() const
{
    std::vector<ComparedSymbol> symbols;
    for (const auto& other : m_others) {
        if (other->isCompared)
            symbols.push_back(other->symbol);
    }
    return symbols;
}

std::vector<int> ChartComparison::ids() const
{
    std::vector<int> ids;
    for (const auto& other : m_others) {
        if (other->isCompared)
            ids.push_back(other->id);
    }
    return ids;
}

const ComparedSymbol* ChartComparison::find(int id) const
{
    const auto found = std::ranges::find_if(m_others, [id](const auto& other) { return other->id == id; });
    return found == m_others.end() ? nullptr : &(*found)->symbol;
}

void ChartComparison::setStudySymbols(const QStringList& symbols)
{
    std::vector<int> unread;
    for (const auto& other : m_others) {
        other->isRead = symbols.contains(other->symbol.text);
        if (!other->isRead && !other->isCompared)
            unread.push_back(other->id);
    }
    for (const int id : unread) {
        std::erase_if(m_others, [id](const auto& other) { return other->id == id; });
        m_canvas.removeCompared(id);
    }
    for (const QString& symbol : symbols) {
        if (named(symbol))
            continue;
        if (const auto made = make({symbol}))
            (*made)->isRead = true;
        else
            Q_EMIT failed(symbol, made.error());
    }
}

void ChartComparison::setInterval(Interval interval)
{
    if (interval == m_interval)
        return;
    m_interval = interval;
    m_first = {};
    for (const auto& other : m_others) {
        other->first = {};
        other->isComplete = other->isFailureTold = false;
        m_canvas.setComparedBars(other->id, {}, true); // bars of two intervals do not stand side by side
        const Status fit = fits(other->symbol.text);
        const Status shown = fit ? other->source->show(other->symbol.text, interval) : fit;
        if (!shown) {
            other->source->close(); // it would go on with bars of the former interval
            Q_EMIT failed(other->symbol.text, shown.error());
        } else if (m_isOpen) {
            other->source->open();
        }
    }
}

void ChartComparison::open()
{
    m_isOpen = true;
    for (const auto& other : m_others)
        other->source->open();
}

void ChartComparison::close()
{
    m_isOpen = false;
    for (const auto& other : m_others)
        other->source->close();
}

void ChartComparison::apply(Other& other, const SourceUpdate& update)
{
    if (update.reset)
        other.first = {};
    if (!update.bars.empty()) {
        const Timestamp first = Timestamp::fromNanos(update.bars.front().time);
        other.first = other.first.isKnown() ? std::min(other.first, first) : first;
    }
    other.isComplete = update.complete;
    if (update.reset || !update.bars.empty())
        m_canvas.setComparedBars(other.id, update.bars, update.reset);
    m_canvas.setComparedStale(other.id, !isUsable(update.trust));
    const bool isNews = update.failure && !other.isFailureTold;
    other.isFailureTold = update.failure.has_value();
    reachBack(other);
    if (isNews)
        Q_EMIT failed(other.symbol.text, *update.failure);
}

void ChartComparison::reachBack(Timestamp first)
{
    m_first = first;
    for (const auto& other : m_others)
        reachBack(*other);
}

void ChartComparison::reachBack(Other& other)
{
    const bool isShort = m_first.isKnown() && other.first.isKnown() && m_first < other.first;
    if (isShort && !other.isComplete && !other.isFailureTold)
        other.source->loadOlder();
}

void ChartComparison::toPercent()
{
    m_before = m_canvas.priceScale().mode();
    m_canvas.setScaleMode(ScaleMode::Percent);
}

void ChartComparison::fromPercent()
{
    if (m_canvas.priceScale().mode() == ScaleMode::Percent)
        m_canvas.setScaleMode(std::exchange(m_before, ScaleMode::Linear));
}

} // namespace spreadline::chart
