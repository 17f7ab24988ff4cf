// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/view_builder.h"

#include "market/book_grouping.h"

#include <algorithm>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr Duration statusPeriod = 1s;
constexpr int maxBookRows = 1'000;

} // namespace

Trust bookTrust(const InstrumentMarket& market)
{
    Trust trust = market.trust.trust(StreamKind::Book);
    const bool isUsableBook = market.book && !market.book->isStale();
    if (trust.state == TrustState::Synced && !isUsableBook) {
        trust.state = TrustState::Resyncing;
        trust.reason = market.book ? market.book->staleReason() : Errc::StaleSnapshot;
    } else if (trust.state == TrustState::Synced
               && market.book->isCrossed()) { // borne for an update, but nobody should act on it
        trust.state = TrustState::Resyncing;
        trust.reason = Errc::CrossedBook;
    }
    return trust;
}

ViewBuilder::ViewBuilder(const CoreTime& time, const MarketState& market, ChartDesk& charts)
    : m_time(time), m_market(market), m_charts(charts)
{}

void ViewBuilder::follow(const ViewInterest& interest)
{
    for (const BookInterest& book : interest.books) {
        if (std::ranges::find(m_bookInterests, book) == m_bookInterests.end())
            m_books.insert(book.instrument);
    }
    m_bookInterests = interest.books;
    std::map<InstrumentId, TapeReader> tapes;
    for (const InstrumentId instrument : interest.tapes) {
        const auto known = m_tapes.find(instrument);
        tapes[instrument] = known == m_tapes.end() ? TapeReader{} : known->second;
    }
    m_tapes = std::move(tapes);
}

void ViewBuilder::instrumentsChanged()
{
    m_instrumentsChanged = true;
    allTickersChanged();
}

void ViewBuilder::allTickersChanged()
{
    for (const Instrument& instrument : *m_market.instruments())
        m_tickers.insert(instrument.id);
}

void ViewBuilder::trustChanged(const Channel& channel)
{
    m_statusChanged = true;
    if (channel.instrument == allInstruments)
        allTickersChanged();
    else if (channel.kind == StreamKind::Book)
        m_books.insert(channel.instrument);
    m_charts.markTrust(channel);
}

void ViewBuilder::notice(Severity severity, const Error& error)
{
    if (m_notices.size() < maxNotices)
        m_notices.push_back({severity, error, m_time.wall()});
}

bool ViewBuilder::wantsStatus() const
{
    return m_statusChanged || m_time.now() - m_lastStatus >= statusPeriod;
}

std::unique_ptr<ViewBatch> ViewBuilder::build(std::int64_t frame, std::optional<Figures> figures)
{
    auto batch = std::make_unique<ViewBatch>();
    batch->frame = frame;
    batch->time = m_time.wall();
    if (std::exchange(m_instrumentsChanged, false))
        batch->instruments = m_market.instruments();
    for (const InstrumentId id : m_tickers) {
        if (const InstrumentMarket* market = m_market.find(id))
            batch->tickers.push_back(tickerRow(*market));
    }
    m_tickers.clear();
    appendBooks(*batch);
    for (auto& [instrument, reader] : m_tapes)
        appendTape(instrument, reader, *batch);
    m_charts.collect(batch->charts);
    batch->notices = std::exchange(m_notices, {});
    if (figures) {
        m_lastStatus = m_time.now();
        m_statusChanged = false;
        batch->status =
            StatusView{figures->health,          std::move(figures->channels), 0,
                       figures->marketOverflows, figures->store.rowsWritten,   figures->store.rowsDropped + figures->rowsDropped,
                       figures->store.failure,   figures->tradesMissed,        figures->tradesNotInBars};
    }
    return batch;
}

TickerRow ViewBuilder::tickerRow(const InstrumentMarket& market) const
{
    TickerRow row;
    row.instrument = market.instrument.id;
    row.last = market.last;
    row.direction = market.direction;
    if (market.ticker) {
        row.open24h = market.ticker->open;
        row.high24h = market.ticker->high;
        row.low24h = market.ticker->low;
        row.volume24h = market.ticker->volume;
        row.quoteVolume24h = market.ticker->quoteVolume;
    }
    if (market.mark) {
        row.mark = market.mark->mark;
        row.index = market.mark->index;
        row.fundingRate = market.mark->fundingRate;
        row.nextFunding = market.mark->nextFunding;
    }
    const Trust ticker = m_market.allMarkets().trust(StreamKind::Ticker);
    row.trust = isUsable(ticker) ? m_market.allMarkets().trust(StreamKind::MarkPrice) : ticker; // the worse of what the row shows
    return row;
}

void ViewBuilder::appendBooks(ViewBatch& batch)
{
    for (const BookInterest& interest : m_bookInterests) {
        const InstrumentMarket* market = m_books.contains(interest.instrument) ? m_market.find(interest.instrument) : nullptr;
        if (market)
            batch.books.push_back(bookView(interest, *market));
    }
    m_books.clear();
}

BookPtr ViewBuilder::bookView(const BookInterest& interest, const InstrumentMarket& market) const
{
    auto view = std::make_shared<BookView>();
    view->instrument = interest.instrument;
    view->group = interest.group;
    view->scale = market.instrument.bookScale();
    view->trust = bookTrust(market);
    if (market.book) {
        GroupedBook grouped =
            groupBook(*market.book, interest.group, static_cast<std::size_t>(std::clamp(interest.rows, 1, maxBookRows)));
        if (!grouped.bids.empty() || !grouped.asks.empty())
            view->scale = market.book->scale(); // the instrument's may have changed since
        view->updateId = market.book->updateId();
        view->time = market.book->time();
        view->bids = std::move(grouped.bids);
        view->asks = std::move(grouped.asks);
    }
    return view;
}

void ViewBuilder::appendTape(InstrumentId instrument, TapeReader& reader, ViewBatch& batch)
{
    const InstrumentMarket* market = m_market.find(instrument);
    if (!market || !market->tape)
        return;
    const TradeTape& tape = *market->tape;
    const Trust trust = market->trust.trust(StreamKind::Trades);
    const bool reset = reader.reset || reader.generation != tape.generation();
    const bool isQuiet = !reset && reader.read == tape.pushed() && reader.trust == trust.state;
    if (isQuiet)
        return;
    const auto fresh = static_cast<std::size_t>(tape.pushed() - reader.read);
    const std::size_t rows = std::min(tape.size(), reset ? tapeRows : std::min(fresh, tapeRowsAFrame));
    TapeUpdate update;
    update.instrument = instrument;
    update.reset = reset;
    update.skipped = reset ? 0 : static_cast<std::int64_t>(fresh - rows);
    update.trust = trust;
    update.trades.reserve(rows);
    for (std::size_t i = tape.size() - rows; i < tape.size(); ++i)
        update.trades.push_back(tape[i]);
    batch.tapes.push_back(std::move(update));
    reader = {false, tape.generation(), tape.pushed(), trust.state};
}

} // namespace spreadline
