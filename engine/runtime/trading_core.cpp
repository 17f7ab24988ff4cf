// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/trading_core.h"

#include "base/hash.h"

#include <algorithm>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr Duration bookSilence = 5s; // a live book changes more often than that; the feed's watchdog is the first line
constexpr Duration allMarketSilence = 10s;
constexpr Duration samplePeriod = 5s;
constexpr Duration rejectionPeriod = 1min;
constexpr int rejectionsForAlarm = 5; // one may be a slip; these are a venue that has changed
constexpr Channel tickerChannel{StreamKind::Ticker, allInstruments, {}};
constexpr Channel markChannel{StreamKind::MarkPrice, allInstruments, {}};

} // namespace

TradingCore::TradingCore(Feed& feed, Store& store, ViewPublisher publish)
    : m_feed(feed),
      m_store(store),
      m_publish(std::move(publish)),
      m_recorder(m_time, store),
      m_subscriptions(feed),
      m_history(m_time, m_market, feed, store, m_recorder,
                [this](const SeriesKey& key, OpenRange range) { m_charts.mark(key, range); }),
      m_local(m_time, m_market, m_recorder,
              {[this](const SeriesKey& key, OpenRange range) { m_charts.mark(key, range); },
               [this](const SeriesKey& key) { m_charts.reload(key); },
               [this](const Error& error) { m_views.notice(Severity::Warning, error); }}),
      m_derivatives(m_time, m_market, feed, [this](const DerivativeDesk::Key& key) { m_charts.markDerivatives(key); }),
      m_charts(m_time, m_market, m_history, m_local, m_derivatives),
      m_views(m_time, m_market, m_charts),
      m_trades(m_time, m_market, feed, store, m_recorder, m_local, m_views)
{}

void TradingCore::step(const CoreEvent& event)
{
    m_time.advance(event.received);
    std::visit(
        [this](const auto& what) {
            if constexpr (std::is_same_v<std::decay_t<decltype(what)>, Timer>)
                on(what);
            else
                std::visit([this](const auto& inner) { on(inner); }, what);
        },
        event.what);
}

// ---- what the venue and the store tell

void TradingCore::on(const Trade& trade)
{
    if (m_trades.onTrade(trade))
        m_charts.onTrade(trade);
}

void TradingCore::on(const BookSnapshot& snapshot)
{
    InstrumentMarket* market = m_market.find(snapshot.instrument);
    if (!market || !market->book)
        return;
    market->book->reset(snapshot);
    m_views.bookChanged(snapshot.instrument);
    const Channel channel{StreamKind::Book, snapshot.instrument, {}};
    if (market->book->isStale()) {
        doubtBook(*market, {market->book->staleReason(), "snapshot of " + market->instrument.symbol, {}});
        return;
    }
    market->trust.touch(StreamKind::Book, {}, m_time.now());
    market->trust.restored(channel, m_time.now());
    m_views.trustChanged(channel);
}

void TradingCore::on(const BookDelta& delta)
{
    InstrumentMarket* market = m_market.find(delta.instrument);
    if (!market || !market->book || market->book->isStale())
        return;
    if (const Status status = market->book->apply(delta); !status) {
        doubtBook(*market, {status.error().code, "book of " + market->instrument.symbol, status.error().detail});
        return;
    }
    market->trust.touch(StreamKind::Book, {}, m_time.now());
    m_views.bookChanged(delta.instrument);
}

void TradingCore::doubtBook(InstrumentMarket& market, const Error& error)
{
    const Channel channel{StreamKind::Book, market.instrument.id, {}};
    market.trust.doubt(channel, error.code, m_time.now());
    m_views.trustChanged(channel);
    m_views.notice(Severity::Warning, error);
    m_feed.resyncBook(market.instrument.id);
}

void TradingCore::on(const BookTop&) {} // books carry their own tops

void TradingCore::on(const KlineUpdate& update)
{
    InstrumentMarket* market = m_market.find(update.instrument);
    if (!market)
        return;
    const auto series = market->series.find(update.interval);
    if (series == market->series.end())
        return;
    market->trust.touch(StreamKind::Klines, update.interval, m_time.now());
    const SeriesKey key{update.instrument, update.interval};
    const auto newest = series->second.empty() ? Timestamp{} : series->second.bars().back().openTime;
    const auto applied = series->second.apply(update.kline);
    if (applied.isLate)
        m_earlyCloses.insert(key);
    if (applied.change == KlineSeries::Change::None)
        return;
    m_charts.mark(key, {applied.closedPrevious ? newest : update.kline.openTime, update.kline.openTime});
    if (update.kline.closed)
        m_recorder.kline(market->instrument, update.interval, update.kline);
    const bool jumped = applied.opened && newest.isKnown() && nextOpenTime(update.interval, newest) < update.kline.openTime;
    const bool wasEarly =
        applied.opened && m_earlyCloses.erase(key) > 0; // what it traded after its close is known to the venue now
    if (applied.closedPrevious || jumped || wasEarly)
        m_history.refresh(key, newest);
}

void TradingCore::on(const MarkPrice& mark)
{
    InstrumentMarket* market = m_market.find(mark.instrument);
    if (!market)
        return;
    m_market.allMarkets().touch(StreamKind::MarkPrice, {}, m_time.now());
    if (market->mark && mark.time < market->mark->time)
        return;
    market->mark = mark;
    m_views.tickerChanged(mark.instrument);
}

void TradingCore::on(const Ticker24h& ticker)
{
    InstrumentMarket* market = m_market.find(ticker.instrument);
    if (!market)
        return;
    m_market.allMarkets().touch(StreamKind::Ticker, {}, m_time.now());
    market->setTicker(ticker);
    m_views.tickerChanged(ticker.instrument);
}

void TradingCore::on(const Liquidation&) {} // nobody subscribes to them yet

void TradingCore::on(const ChannelTrust& change)
{
    const Channel& channel = change.channel;
    TrustTable* table = m_market.trustOf(channel.instrument);
    if (!table || !m_subscriptions.contains(channel))
        return;
    const bool wasSynced = isUsable(table->trust(channel.kind, channel.interval));
    table->report(channel, change.trust);
    m_views.trustChanged(channel);
    const TrustState state = change.trust.state;
    InstrumentMarket* market = m_market.find(channel.instrument);
    const bool isBookGone = state == TrustState::Down || state == TrustState::Resyncing;
    if (channel.kind == StreamKind::Book && market && market->book && isBookGone)
        market->book->markStale(change.trust.reason);
    if (channel.kind != StreamKind::Klines)
        return;
    const bool isLost = state == TrustState::Down || state == TrustState::Resyncing || state == TrustState::Stale;
    if (isLost && wasSynced)
        m_lostKlines.insert(channel);
    else if (state == TrustState::Synced && m_lostKlines.erase(channel) > 0)
        onKlinesTrusted({channel.instrument, channel.interval});
}

/// The stream is back: what it said last may be half of a bar, and what came after is missing.
void TradingCore::onKlinesTrusted(const SeriesKey& key)
{
    const InstrumentMarket* market = m_market.find(key.instrument);
    const auto series = market->series.find(key.interval);
    if (series != market->series.end() && !series->second.empty() && !series->second.bars().back().closed)
        m_history.refresh(key, series->second.bars().back().openTime);
    else
        m_history.onTick();
}

void TradingCore::on(const InstrumentsLoaded& loaded)
{
    const bool changed = m_market.setInstruments(loaded.instruments);
    if (changed && loaded.source == Source::Venue)
        m_store.saveInstruments(*m_market.instruments());
    if (loaded.source == Source::Store && !std::exchange(m_isFeedStarted, true))
        m_feed.start(*m_market.instruments());
    if (changed) {
        m_local.onInstruments();
        m_views.instrumentsChanged();
    }
    follow();
}

void TradingCore::on(const KlineHistory& history)
{
    m_history.onHistory(history);
    tellFuture();
}

void TradingCore::on(const TradeHistory& history)
{
    m_trades.onHistory(history);
    tellFuture();
}

void TradingCore::on(const DerivativeHistory& history)
{
    m_derivatives.onHistory(history);
}

void TradingCore::on(const FrameRejected& rejected)
{
    m_views.notice(Severity::Warning, rejected.error);
    if (m_time.now() - m_rejectedSince > rejectionPeriod) {
        m_rejectedSince = m_time.now();
        m_rejectedInPeriod = 0;
    }
    if (++m_rejectedInPeriod == rejectionsForAlarm)
        m_views.notice(Severity::Alarm,
                       {rejected.error.code, "market data", "several messages within a minute could not be read"});
}

void TradingCore::on(const VenueHealth& health)
{
    m_health = health;
    if (health.clockTrusted)
        m_time.setVenueOffset(health.clockOffset);
    else
        m_time.doubtVenueOffset();
    dropFuture();
}

/// Judges what the store gave while the venue's clock was not known.
void TradingCore::dropFuture()
{
    m_trades.dropFuture();
    for (const SeriesKey& key : m_history.dropFuture()) {
        if (!isVenueInterval(key.interval))
            m_local.rebuild(key.instrument);
        m_charts.reload(key);
    }
    tellFuture();
}

void TradingCore::tellFuture()
{
    const std::int64_t rows = m_trades.futureTrades() + m_history.futureBars();
    if (rows == 0 || std::exchange(m_isFutureTold, true))
        return;
    m_views.notice(Severity::Warning,
                   {Errc::FutureData, "market database", std::to_string(rows) + " stored bars and trades were left out"});
}

// ---- what a person asks

void TradingCore::on(const SetInterest& wish)
{
    m_interest = wish.interest;
    follow();
}

void TradingCore::on(const LoadOlder& wish)
{
    m_charts.loadOlder(wish.chart);
}

void TradingCore::on(const ResyncBook& wish)
{
    InstrumentMarket* market = m_market.find(wish.instrument);
    if (!market || !market->book)
        return;
    market->book->markStale(Errc::Cancelled);
    const Channel channel{StreamKind::Book, wish.instrument, {}};
    market->trust.doubt(channel, Errc::Cancelled, m_time.now());
    m_views.trustChanged(channel);
    m_feed.resyncBook(wish.instrument);
}

void TradingCore::on(const RequestFrame& wish)
{
    std::optional<ViewBuilder::Figures> figures;
    if (m_views.wantsStatus())
        figures = ViewBuilder::Figures{m_health,   m_marketOverflows, m_store.health(), m_recorder.dropped(),
                                       channels(), m_trades.missed(), m_local.leftOut()};
    m_publish(m_views.build(wish.frame, std::move(figures)));
}

/// Brings streams, series and views in line with what is wanted and known. Streams wait until the feed knows the instruments.
void TradingCore::follow()
{
    if (!m_isFeedStarted)
        return;
    const auto difference = m_subscriptions.follow(m_interest, m_market);
    for (const Channel& channel : difference.removed)
        end(channel);
    for (const Channel& channel : difference.added)
        begin(channel);
    m_charts.follow(m_interest.charts);
    m_views.follow(m_interest);
}

void TradingCore::begin(const Channel& channel)
{
    InstrumentMarket* market = m_market.find(channel.instrument);
    if (channel.kind == StreamKind::Book)
        market->book = std::make_unique<OrderBook>();
    if (channel.kind == StreamKind::Trades)
        m_trades.begin(*market);
}

void TradingCore::end(const Channel& channel)
{
    if (TrustTable* table = m_market.trustOf(channel.instrument))
        table->forget(channel);
    m_lostKlines.erase(channel);
    m_earlyCloses.erase({channel.instrument, channel.interval});
    InstrumentMarket* market = m_market.find(channel.instrument);
    if (channel.kind == StreamKind::Book && market)
        market->book.reset();
    if (channel.kind == StreamKind::Trades && market)
        m_trades.end(*market);
}

// ---- time

void TradingCore::on(const Timer& timer)
{
    m_marketOverflows = std::max(m_marketOverflows, timer.marketOverflows);
    if (timer.kind == Timer::Kind::Start) {
        m_store.loadInstruments();
        return;
    }
    m_local.onTick();
    m_history.onTick();
    m_derivatives.onTick();
    checkSilence();
    sampleBooks();
    m_recorder.onTick();
}

void TradingCore::checkSilence()
{
    for (const Channel& channel : m_subscriptions.channels()) {
        if (channel.kind != StreamKind::Book)
            continue;
        if (m_market.find(channel.instrument)->trust.age(StreamKind::Book, m_time.now(), bookSilence))
            m_views.trustChanged(channel);
    }
    for (const Channel& channel : {tickerChannel, markChannel}) {
        if (m_market.allMarkets().age(channel.kind, m_time.now(), allMarketSilence))
            m_views.trustChanged(channel);
    }
}

void TradingCore::sampleBooks()
{
    if (m_time.now() - m_lastSample < samplePeriod)
        return;
    m_lastSample = m_time.now();
    for (const Channel& channel : m_subscriptions.channels()) {
        if (channel.kind != StreamKind::Book)
            continue;
        const InstrumentMarket& market = *m_market.find(channel.instrument);
        if (isUsable(bookTrust(market)))
            m_recorder.bookSample(market.instrument, *market.book);
    }
}

std::vector<ChannelTrust> TradingCore::channels() const
{
    std::vector<ChannelTrust> list;
    list.reserve(m_subscriptions.channels().size());
    for (const Channel& channel : m_subscriptions.channels()) {
        const InstrumentMarket* market = m_market.find(channel.instrument);
        const TrustTable& table = market ? market->trust : m_market.allMarkets();
        list.push_back(
            {channel, channel.kind == StreamKind::Book ? bookTrust(*market) : table.trust(channel.kind, channel.interval)});
    }
    return list;
}

std::size_t TradingCore::finish()
{
    m_recorder.flush();
    return m_recorder.waiting();
}

std::uint64_t TradingCore::stateHash() const
{
    StateHash hash;
    hash.add(m_market.hash());
    hash.add(m_time.now().nanos());
    hash.add(m_time.venueNow().nanos());
    m_subscriptions.addTo(hash);
    return hash.value();
}

} // namespace spreadline
