// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/live_feed.h"

#include "exchange/feed_engine.h"

#include <utility>

namespace spreadline {

LiveFeed::LiveFeed(LiveFeedConfig config, std::unique_ptr<Dialect> dialect, const Clock& clock, MarketSink& sink)
    : m_dialect(std::move(dialect)), m_io(QStringLiteral("io ") + QString::fromStdString(config.venue.name))
{
    m_io.post([this, config = std::move(config), &clock, &sink] {
        m_engine = std::make_unique<FeedEngine>(config, *m_dialect, clock, sink);
    });
}

LiveFeed::~LiveFeed()
{
    LiveFeed::stop();
}

template<typename Work>
void LiveFeed::post(Work work)
{
    m_io.post([this, work = std::move(work)] {
        if (m_engine) // commands that were on their way when stop() ran
            work(*m_engine);
    });
}

void LiveFeed::start(std::vector<Instrument> known)
{
    post([known = std::move(known)](FeedEngine& engine) { engine.start(known); });
}

void LiveFeed::subscribe(std::span<const Channel> channels)
{
    post([list = std::vector<Channel>(channels.begin(), channels.end())](FeedEngine& engine) { engine.subscribe(list); });
}

void LiveFeed::unsubscribe(std::span<const Channel> channels)
{
    post([list = std::vector<Channel>(channels.begin(), channels.end())](FeedEngine& engine) { engine.unsubscribe(list); });
}

void LiveFeed::requestKlines(const KlineRequest& request)
{
    post([request](FeedEngine& engine) { engine.requestKlines(request); });
}

void LiveFeed::requestTrades(const TradeRequest& request)
{
    post([request](FeedEngine& engine) { engine.requestTrades(request); });
}

void LiveFeed::requestDerivatives(const DerivativeRequest& request)
{
    post([request](FeedEngine& engine) { engine.requestDerivatives(request); });
}

void LiveFeed::resyncBook(InstrumentId instrument)
{
    post([instrument](FeedEngine& engine) { engine.resyncBook(instrument, Error{Errc::StaleSnapshot, "book", "asked for"}); });
}

void LiveFeed::renewConnections()
{
    post([](FeedEngine& engine) { engine.renewConnections(); });
}

void LiveFeed::stop()
{
    m_io.stop([this] {
        if (m_engine)
            m_engine->close();
        m_engine.reset();
    });
}

} // namespace spreadline
