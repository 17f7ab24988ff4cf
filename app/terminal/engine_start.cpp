// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_start.h"

#include <QMetaObject>

#include <filesystem>

namespace spreadline {

EngineStart::EngineStart(Plan plan, MarketSink& sink, QObject* parent) : QObject(parent), m_plan(std::move(plan)), m_sink(sink) {}

void EngineStart::run()
{
    const auto onUiThread = [this](Result<StartedParts> result) {
        auto shared = std::make_shared<Result<StartedParts>>(std::move(result)); // a queued call must be copyable
        QMetaObject::invokeMethod(
            this,
            [this, shared] {
                if (!*shared) {
                    Q_EMIT failed(shared->error());
                    return;
                }
                m_parts = std::move(**shared);
                Q_EMIT ready();
            },
            Qt::QueuedConnection);
    };
    m_thread = ScopedThread([this, onUiThread] { onUiThread(work()); }, {});
}

Result<StartedParts> EngineStart::work() const
{
    StartedParts parts;
    if (const Status opened = openVenue(parts); !opened)
        return opened.error();
    if (const Status opened = openStore(parts); !opened)
        return opened.error();
    return parts;
}

Status EngineStart::openVenue(StartedParts& parts) const
{
    const StartOptions& options = m_plan.options;
    std::vector<VenueHost> hosts;
    if (!options.rest.isEmpty()) {
        hosts.push_back({options.rest.toStdString(), options.ws.toStdString()});
    } else if (options.venue == QLatin1String("practice")) {
        const auto host = startPractice(parts);
        if (!host)
            return host.error();
        hosts.push_back(*host);
    }
    auto venue = findVenue(options.venue.toStdString(), hosts);
    if (!venue)
        return venue.error();
    parts.venue = std::move(*venue);
    return {};
}

Result<VenueHost> EngineStart::startPractice(StartedParts& parts) const
{
    const PracticeSettings& settings = m_plan.settings.practice;
    practice::PracticeConfig config;
    config.market.seed = settings.seed;
    config.market.symbolCount = settings.symbolCount;
    config.market.symbols = settings.symbols;
    config.market.speed = m_plan.options.speed.value_or(settings.speed);
    config.market.replayFile = m_plan.options.replay.toStdString();
    if (!config.market.replayFile.empty())
        config.market.symbols.clear(); // those of the recording
    parts.exchange = std::make_unique<practice::PracticeExchange>(std::move(config));
    const auto address = parts.exchange->start();
    if (!address)
        return address.error();
    return VenueHost{address->rest, address->webSocket};
}

/// Which practice market the data are of: those of two have nothing to do with each other. Real venues are one market each.
std::string EngineStart::storeSource() const
{
    if (m_plan.options.venue != QLatin1String("practice"))
        return {};
    if (!m_plan.options.rest.isEmpty())
        return "at " + m_plan.options.rest.toStdString();
    const PracticeSettings& settings = m_plan.settings.practice;
    std::string source = "seed " + std::to_string(settings.seed) + ", speed "
        + QString::number(m_plan.options.speed.value_or(settings.speed)).toStdString() + ", symbols ";
    if (settings.symbols.empty())
        return source + std::to_string(settings.symbolCount);
    for (const std::string& symbol : settings.symbols)
        source += symbol + ' ';
    return source;
}

Status EngineStart::openStore(StartedParts& parts) const
{
    StoreConfig config;
    config.path = m_plan.profile.marketFile(m_plan.storeName);
    config.venue = m_plan.storeName;
    config.source = storeSource();
    config.limits = m_plan.settings.retention;
    if (!m_plan.options.replay.isEmpty()) { // each recording starts from nothing: two of them have nothing to do with each other
        for (const char* tail : {"", "-wal", "-shm"}) {
            std::error_code ignored; // what cannot be removed, opening will complain about
            std::filesystem::remove(config.path.string() + tail, ignored);
        }
    }
    auto opened = SqliteStore::open(config, m_sink);
    if (!opened) // a market that is seen and not kept is better than none
        opened = SqliteStore::openInMemory(config, opened.error(), m_sink);
    if (!opened)
        return opened.error();
    if (opened->warning)
        parts.notices.push_back({Severity::Alarm, *opened->warning, {}});
    if (opened->isRenewed)
        parts.notices.push_back(
            {Severity::Info, {Errc::OtherMarket, config.path.filename().string(), "now of " + config.source}, {}});
    parts.store = std::move(opened->store);
    return {};
}

} // namespace spreadline
