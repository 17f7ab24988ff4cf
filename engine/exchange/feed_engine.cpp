// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_engine.h"

#include "exchange/event_stamp.h"
#include "exchange/system_random.h"

namespace spreadline {
namespace {

RestSession::Config restConfig(const LiveFeedConfig& config)
{
    RestSession::Config rest = config.rest;
    rest.hosts.clear();
    for (const VenueHost& host : config.venue.hosts)
        rest.hosts.push_back(host.rest);
    return rest;
}

RateLimiter::Limits budgetOf(const Venue& venue)
{
    RateLimiter::Limits limits;
    limits.weight = venue.weightLimit;
    limits.reserve = venue.weightLimit / 10;
    return limits;
}

/// The channels an event is the data of: that of its instrument and, for tables of the whole venue, that of all instruments.
struct ChannelsOf {
    std::optional<StreamKind> kind;
    InstrumentId instrument{};
    Interval interval{};
};

ChannelsOf channelsOf(const MarketEvent& event)
{
    struct Visitor {
        ChannelsOf operator()(const Trade& e) const { return {StreamKind::Trades, e.instrument, {}}; }
        ChannelsOf operator()(const BookDelta& e) const { return {StreamKind::Book, e.instrument, {}}; }
        ChannelsOf operator()(const BookTop& e) const { return {StreamKind::BookTop, e.instrument, {}}; }
        ChannelsOf operator()(const KlineUpdate& e) const { return {StreamKind::Klines, e.instrument, e.interval}; }
        ChannelsOf operator()(const MarkPrice& e) const { return {StreamKind::MarkPrice, e.instrument, {}}; }
        ChannelsOf operator()(const Ticker24h& e) const { return {StreamKind::Ticker, e.instrument, {}}; }
        ChannelsOf operator()(const Liquidation& e) const { return {StreamKind::Liquidations, e.instrument, {}}; }
        ChannelsOf operator()(const BookSnapshot&) const { return {}; }
        ChannelsOf operator()(const ChannelTrust&) const { return {}; }
        ChannelsOf operator()(const InstrumentsLoaded&) const { return {}; }
        ChannelsOf operator()(const KlineHistory&) const { return {}; }
        ChannelsOf operator()(const TradeHistory&) const { return {}; }
        ChannelsOf operator()(const DerivativeHistory&) const { return {}; }
        ChannelsOf operator()(const FrameRejected&) const { return {}; }
        ChannelsOf operator()(const VenueHealth&) const { return {}; }
    };
    return std::visit(Visitor{}, event);
}

/// Channel kinds nobody keeps a history of: the first data makes them good.
bool isPlain(StreamKind kind)
{
    return kind == StreamKind::BookTop || kind == StreamKind::MarkPrice || kind == StreamKind::Ticker
        || kind == StreamKind::Liquidations;
}

constexpr Duration lateAfter = std::chrono::seconds(3); ///< by the venue's clock

} // namespace

FeedEngine::FeedEngine(const LiveFeedConfig& config, Dialect& dialect, const Clock& clock, MarketSink& sink)
    : m_context(clock, dialect, sink, config.seed ? seededRandom(*config.seed) : systemRandom(), budgetOf(config.venue),
                restConfig(config), config.mostKept),
      m_books(m_context),
      m_trades(m_context),
      m_klines(m_context),
      m_history(m_context),
      m_seeds(m_context, m_history, m_trades),
      m_streams(m_context, config.venue, config.streams, config.plan, *this),
      m_clock(m_context, config.clockEvery, [this] { afterSleep(); }),
      m_health(m_context, config.venue.name),
      m_catalogue(m_context, config.instrumentsEvery, [this] {
          for (const Channel& channel : m_wanted)
              place(channel);
          m_history.begin();
      })
{
    m_context.output.onBookLost([this](InstrumentId instrument) {
        m_books.resync(instrument, Error{Errc::Full, "market lane", "events of this book did not fit"});
    });
    m_context.output.onJam([this](bool jammed) { onJam(jammed); });
    QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { tick(); });
}

void FeedEngine::start(std::vector<Instrument> known)
{
    m_clock.begin();
    m_catalogue.begin(std::move(known));
    m_tick.start(FeedClock::tickEvery);
}

void FeedEngine::close()
{
    m_tick.stop();
    m_health.report(m_streams.allUp(), m_streams.roundTrip());
    m_seeds.releaseAll(); // to be cancelled with the others
    m_history.close();
    m_context.rest.close();
    m_context.output.flush();
}

void FeedEngine::subscribe(const std::vector<Channel>& channels)
{
    for (const Channel& channel : channels) {
        if (!m_wanted.insert(channel).second)
            continue;
        m_tables += channel.instrument == allInstruments;
        m_context.trust.add(channel);
        addToKeeper(channel);
        if (!m_context.instruments.empty())
            place(channel);
    }
}

void FeedEngine::addToKeeper(const Channel& channel)
{
    switch (channel.kind) {
    case StreamKind::Book: m_books.add(channel.instrument); break;
    case StreamKind::Trades: m_trades.add(channel.instrument); break;
    case StreamKind::Klines: m_klines.add(channel); break;
    case StreamKind::BookTop:
    case StreamKind::MarkPrice:
    case StreamKind::Ticker:
    case StreamKind::Liquidations: break;
    }
}

void FeedEngine::place(const Channel& channel)
{
    if (const Status placed = m_streams.subscribe(channel); !placed)
        m_context.trust.set(channel, TrustState::Down, placed.error().code);
}

void FeedEngine::unsubscribe(const std::vector<Channel>& channels)
{
    for (const Channel& channel : channels) {
        if (m_wanted.erase(channel) == 0)
            continue;
        m_tables -= channel.instrument == allInstruments;
        m_lastBars.erase(channel);
        m_streams.unsubscribe(channel);
        m_context.watchdog.forget(channel);
        m_context.trust.remove(channel);
        if (channel.kind == StreamKind::Book)
            m_books.remove(channel.instrument);
        else if (channel.kind == StreamKind::Trades)
            endTrades(channel.instrument);
        else if (channel.kind == StreamKind::Klines)
            m_klines.remove(channel);
    }
}

void FeedEngine::beginTrades(InstrumentId instrument)
{
    m_trades.up(instrument);
    m_seeds.up(instrument);
}

void FeedEngine::endTrades(InstrumentId instrument)
{
    m_trades.remove(instrument);
    m_seeds.release(instrument);
}

void FeedEngine::onChannelUp(const Channel& channel)
{
    m_context.watchdog.watch(channel, m_context.clock.monotonic());
    if (channel.kind == StreamKind::Book)
        m_books.up(channel.instrument);
    else if (channel.kind == StreamKind::Trades)
        beginTrades(channel.instrument);
    else if (channel.kind == StreamKind::Klines)
        m_klines.up(channel);
    else if (channel.kind == StreamKind::Liquidations) // may well stay silent for hours
        m_context.trust.set(channel, TrustState::Synced, Errc::Internal);
    else
        m_context.trust.set(channel, TrustState::Resyncing, Errc::Timeout);
    m_context.trust.setStale(channel, false, Errc::Timeout); // last: what was stale must not look Synced in between
}

void FeedEngine::onChannelDown(const Channel& channel, const Error& error)
{
    m_context.watchdog.forget(channel);
    if (channel.kind == StreamKind::Book)
        m_books.down(channel.instrument, error.code);
    else if (channel.kind == StreamKind::Trades)
        m_trades.down(channel.instrument, error.code);
    else if (channel.kind == StreamKind::Klines)
        m_klines.down(channel, error.code);
    else
        m_context.trust.set(channel, TrustState::Down, error.code);
}

void FeedEngine::onChannelMoved(const Channel& channel)
{
    if (channel.kind == StreamKind::Book)
        m_books.moved(channel.instrument);
}

void FeedEngine::onBadFrame(const Error& error, Timestamp received)
{
    if (error.code == Errc::UnknownInstrument)
        m_catalogue.hint();
    m_context.rejections.add(error, received);
}

void FeedEngine::onEvents(const StreamSession::Frame& frame, std::vector<MarketEvent>& events)
{
    m_now = m_context.clock.monotonic();
    m_latestStamp = m_context.latestStamp(m_now, frame.received); // the clocks are read often enough as it is
    if (frame.source == StreamSession::Source::Current)
        m_health.onFrame(frame.venueTime, m_now);
    judgeDelay(frame);
    for (MarketEvent& event : events)
        route(event, frame);
}

/// Data that arrives steadily may still be old: a line that is too thin holds back more and more of it. It is worked off, but
/// it proves nothing about now, so its channel grows stale as if nothing came.
void FeedEngine::judgeDelay(const StreamSession::Frame& frame)
{
    const ClockOffset& offset = m_context.offset;
    m_isLate = frame.venueTime.isKnown() && offset.isTrusted(m_now, frame.received) && !offset.hasAnotherPace()
        && offset.venueTime(m_now) - frame.venueTime > lateAfter;
    if (!m_isLate)
        return;
    m_lateAt = m_now;
    m_clock.doubt(); // or it is not the data but the clock that was misjudged
}

void FeedEngine::sawData(const Channel& channel, Timestamp received)
{
    if (m_context.watchdog.sawData(channel, m_now))
        m_context.trust.setStale(channel, false, Errc::Timeout);
    m_context.trust.sawData(channel, received);
    if (isPlain(channel.kind) && m_context.trust.stateOf(channel) == TrustState::Resyncing)
        m_context.trust.set(channel, TrustState::Synced, Errc::Internal);
}

void FeedEngine::route(MarketEvent& event, const StreamSession::Frame& frame)
{
    if (stampOf(event) > m_latestStamp) {
        if (const auto error = m_context.stampError(stampOf(event), "stream"))
            return m_context.rejections.add(*error, frame.received);
    }
    const ChannelsOf of = channelsOf(event);
    const bool current = frame.source == StreamSession::Source::Current;
    if (of.kind && current && !m_isLate) {
        sawData({*of.kind, of.instrument, of.interval}, frame.received);
        if (m_tables > 0)
            sawData({*of.kind, allInstruments, of.interval}, frame.received);
    } else if (of.kind
               && current) { // newer data exists and does not come: that a quiet channel's link answers pings is no excuse
        m_context.watchdog.missed({*of.kind, of.instrument, of.interval}, m_now);
    }
    if (auto* trade = std::get_if<Trade>(&event)) {
        if (m_trades.onTrade(*trade, frame.received))
            m_seeds.release(trade->instrument);
    } else if (auto* delta = std::get_if<BookDelta>(&event)) {
        m_books.onDelta(std::move(*delta), frame);
    } else if (auto* kline = std::get_if<KlineUpdate>(&event)) {
        if (current)
            compareWithTape(*kline);
        if (current || kline->kline.closed)
            m_klines.onKline(std::move(*kline), frame.received);
    } else if (current) { // of what has no sequence, the connection that is still in charge delivers enough
        m_context.output.put(std::move(event), frame.received);
    }
}

void FeedEngine::compareWithTape(const KlineUpdate& update)
{
    Kline& last = m_lastBars[{StreamKind::Klines, update.instrument, update.interval}];
    const bool traded = last.openTime == update.kline.openTime && update.kline.trades > last.trades;
    last = update.kline;
    if (traded)
        m_context.watchdog.missed({StreamKind::Trades, update.instrument, {}}, m_now);
}

void FeedEngine::tick()
{
    m_clock.tick();
    patrol();
    m_health.tick(m_streams.allUp(), m_streams.roundTrip());
}

void FeedEngine::patrol()
{
    const Duration now = m_context.clock.monotonic();
    const auto found = m_context.watchdog.check(
        now, [this](const Channel& channel, Duration span) { return m_streams.answersWithin(channel, span); });
    const bool wasLate = m_lateAt != Duration::zero() && now - m_lateAt < lateAfter;
    for (const Channel& channel : found.stale)
        m_context.trust.setStale(channel, true, wasLate ? Errc::TooSlow : Errc::Timeout);
    for (const Channel& channel : found.fresh)
        m_context.trust.setStale(channel, false, Errc::Timeout);
    for (const Channel& channel : found.verify)
        m_streams.refresh(channel);
}

/// Nobody takes what the venue says: better to say nothing for a while than to grow, or to lose a trade without a word.
void FeedEngine::onJam(bool jammed)
{
    if (jammed)
        m_streams.pause(Error{Errc::TooSlow, "market lane", "nobody takes what has arrived"});
    else
        m_streams.resume();
}

void FeedEngine::afterSleep()
{
    for (const Channel& channel : m_wanted)
        m_context.trust.setStale(channel, true, Errc::ConnectionLost);
    m_context.output.flush();
    m_streams.reconnectAll(Error{Errc::ConnectionLost, "clock", "the machine slept or its clock was set"});
}

} // namespace spreadline
