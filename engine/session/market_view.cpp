// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/market_view.h"

#include "runtime/view_batch.h"

#include <QHash>
#include <QMetaObject>

#include <algorithm>
#include <map>

namespace spreadline {

struct MarketView::State {
    std::shared_ptr<const std::vector<Instrument>> instruments = std::make_shared<std::vector<Instrument>>();
    QHash<QString, InstrumentId> symbols;
    std::vector<std::optional<TickerRow>> tickers; // by instrument id

    std::uint32_t lastChart = 0;
    std::map<ChartId, ChartInterest> charts;
    std::map<const QObject*, BookInterest> books;
    std::map<const QObject*, InstrumentId> tapes;
    bool publishing = false;

    ViewInterest interest() const
    {
        ViewInterest wanted;
        for (const auto& [id, chart] : charts)
            wanted.charts.push_back(chart);
        for (const auto& [who, book] : books) {
            if (std::ranges::find(wanted.books, book) == wanted.books.end())
                wanted.books.push_back(book);
        }
        for (const auto& [who, instrument] : tapes) {
            if (std::ranges::find(wanted.tapes, instrument) == wanted.tapes.end())
                wanted.tapes.push_back(instrument);
        }
        return wanted;
    }
};

MarketView::MarketView(QObject* parent) : QObject(parent), m_state(std::make_unique<State>()) {}

MarketView::~MarketView() = default;

const std::vector<Instrument>& MarketView::instruments() const noexcept
{
    return *m_state->instruments;
}

const Instrument* MarketView::instrument(InstrumentId id) const noexcept
{
    const auto& list = *m_state->instruments;
    return index(id) < list.size() ? &list[index(id)] : nullptr;
}

const Instrument* MarketView::find(const QString& symbol) const
{
    const auto found = m_state->symbols.constFind(symbol);
    return found == m_state->symbols.constEnd() ? nullptr : instrument(*found);
}

const TickerRow* MarketView::ticker(InstrumentId id) const noexcept
{
    const auto& rows = m_state->tickers;
    return index(id) < rows.size() && rows[index(id)] ? &*rows[index(id)] : nullptr;
}

ChartId MarketView::openChart(InstrumentId instrument, Interval interval, int bars)
{
    const ChartId chart{++m_state->lastChart};
    m_state->charts[chart] = {chart, instrument, interval, bars};
    publishInterest();
    return chart;
}

void MarketView::changeChart(ChartId chart, InstrumentId instrument, Interval interval)
{
    const auto found = m_state->charts.find(chart);
    if (found == m_state->charts.end())
        return;
    found->second.instrument = instrument;
    found->second.interval = interval;
    publishInterest();
}

void MarketView::askDerivatives(ChartId chart, bool funding, bool openInterest)
{
    const auto found = m_state->charts.find(chart);
    if (found == m_state->charts.end())
        return;
    found->second.wantsFunding = funding;
    found->second.wantsOpenInterest = openInterest;
    publishInterest();
}

void MarketView::closeChart(ChartId chart)
{
    if (m_state->charts.erase(chart) > 0)
        publishInterest();
}

void MarketView::loadOlder(ChartId chart)
{
    if (m_state->charts.contains(chart))
        Q_EMIT olderWanted(chart);
}

void MarketView::watchBook(QObject* who, const BookInterest& interest)
{
    connect(who, &QObject::destroyed, this, &MarketView::forget, Qt::UniqueConnection);
    m_state->books[who] = interest;
    publishInterest();
}

void MarketView::unwatchBook(QObject* who)
{
    if (m_state->books.erase(who) > 0)
        publishInterest();
}

void MarketView::watchTape(QObject* who, InstrumentId instrument)
{
    connect(who, &QObject::destroyed, this, &MarketView::forget, Qt::UniqueConnection);
    m_state->tapes[who] = instrument;
    publishInterest();
}

void MarketView::unwatchTape(QObject* who)
{
    if (m_state->tapes.erase(who) > 0)
        publishInterest();
}

void MarketView::resyncBook(InstrumentId instrument)
{
    Q_EMIT resyncWanted(instrument);
}

void MarketView::forget(QObject* who)
{
    const bool hadBook = m_state->books.erase(who) > 0;
    const bool hadTape = m_state->tapes.erase(who) > 0;
    if (hadBook || hadTape)
        publishInterest();
}

/// Many wishes of one turn of the event loop (a layout being restored) become one message.
void MarketView::publishInterest()
{
    if (std::exchange(m_state->publishing, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_state->publishing = false;
            Q_EMIT interestChanged(m_state->interest());
        },
        Qt::QueuedConnection);
}

void MarketView::apply(const ViewBatch& batch)
{
    if (batch.instruments) {
        m_state->instruments = batch.instruments;
        m_state->symbols.clear();
        for (const Instrument& instrument : *batch.instruments)
            m_state->symbols.insert(QString::fromStdString(instrument.symbol), instrument.id);
        Q_EMIT instrumentsChanged();
    }
    std::vector<InstrumentId> changed;
    changed.reserve(batch.tickers.size());
    for (const TickerRow& row : batch.tickers) {
        if (index(row.instrument) >= m_state->instruments->size())
            continue;
        if (index(row.instrument) >= m_state->tickers.size())
            m_state->tickers.resize(m_state->instruments->size());
        m_state->tickers[index(row.instrument)] = row;
        changed.push_back(row.instrument);
    }
    if (!changed.empty())
        Q_EMIT tickersChanged(changed);
    for (const BookPtr& book : batch.books)
        Q_EMIT bookChanged(book);
    for (const TapeUpdate& tape : batch.tapes)
        Q_EMIT tapeChanged(tape);
    for (const ChartUpdate& chart : batch.charts) {
        // A chart that was closed or changed while the answer was under way must not draw another one's bars.
        const auto found = m_state->charts.find(chart.chart);
        const bool isCurrent = found != m_state->charts.end() && found->second.instrument == chart.instrument
            && found->second.interval == chart.interval;
        if (isCurrent)
            Q_EMIT chartChanged(chart);
    }
}

} // namespace spreadline
