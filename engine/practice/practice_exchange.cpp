// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_exchange.h"

#include "base/hash.h"
#include "practice/control_api.h"
#include "practice/rest_api.h"
#include "practice/stream_session.h"
#include "server/http_server.h"
#include "server/io_loop.h"
#include "server/loop_timer.h"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace spreadline::practice {

using namespace std::chrono_literals;
using server::HttpRequest;
using server::HttpResponse;
using server::HttpServer;
using server::Json;

namespace {

/// Letters and digits that look like a key, from the seed: nothing here is worth keeping secret.
std::string madeUpKey(std::uint64_t seed, std::uint64_t salt)
{
    static constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    std::string key;
    for (std::uint64_t i = 0; i < 64; ++i)
        key.push_back(letters[mix64(mix64(seed ^ salt) + i) % letters.size()]);
    return key;
}

/// A web page that got a name of its own to mean this machine is not served.
const std::vector<std::string> ownHosts{"127.0.0.1", "localhost", "[::1]"};

server::ServerConfig mainServer(const PracticeConfig& config)
{
    server::ServerConfig server;
    server.port = config.port;
    server.allowedHosts = ownHosts;
    server.limits.connections = 1'024;
    server.limits.requestsPerSecond = 0; // the weights are the limit
    server.limits.backlogBytes = config.backlogBytes;
    server.limits.headerBytes = 32 * 1024; // a URL may name a thousand streams
    return server;
}

server::ServerConfig controlServer(const PracticeConfig& config)
{
    server::ServerConfig server;
    server.port = config.controlPort;
    server.allowedHosts = ownHosts;
    server.limits.requestsPerSecond = 0;
    server.limits.bodyBytes = 1 << 20;
    return server;
}

} // namespace

PracticeConfig::PracticeConfig() = default;

struct PracticeExchange::Impl final : server::HttpHandler {
    Impl(const PracticeConfig& practiceConfig, std::unique_ptr<MarketSource> market)
        : config(practiceConfig),
          source(std::move(market)),
          clock(machine, beginning(), config.market.speed),
          state(*source, clock, config.limits),
          hub(state, config.streams),
          rest(state),
          control(state, hub),
          tickTimer(loop),
          secondTimer(loop),
          main(loop, *this, mainServer(config)),
          controlPort(loop, control, controlServer(config))
    {}
    ~Impl() override { loop.stop(); }

    Timestamp beginning() const
    {
        return config.origin.isKnown() ? config.origin : source->recordingStart().value_or(machine.now());
    }

    HttpResponse onRequest(const HttpRequest& request) override { return rest.answer(request); }
    bool prepare(const HttpRequest& request) override { return rest.prepare(request); }

    server::Upgrade onUpgrade(const HttpRequest& request) override
    {
        auto target = readStreamTarget(request.path, request.query);
        if (!target)
            return venueError(404, -1, "no such stream endpoint; there are /public and /market with /ws and /stream");
        if (!state.limits.connect(request.peer, clock.monotonic()))
            return venueError(429, -1003, "Too many connections; at most 300 in five minutes");
        target->target = request.target;
        target->address = request.peer;
        return std::unique_ptr<server::WebSocketHandler>(std::make_unique<StreamSession>(hub, loop, std::move(*target)));
    }

    void tick()
    {
        hub.tick();
        tickTimer.callAfter(config.tick, [this] { tick(); }); // afterwards: requests have their turn however long it took
    }

    void everySecond()
    {
        secondTimer.callAfter(1s, [this] { everySecond(); });
        for (StreamSession* const session : hub.sessions())
            session->housekeep();
    }

    Status loadFaults()
    {
        if (config.faultsFile.empty())
            return {};
        std::ifstream file(config.faultsFile);
        if (!file)
            return Error{Errc::NotFound, config.faultsFile, "cannot be read"};
        std::stringstream text;
        text << file.rdbuf();
        const auto json = Json::parse(text.str());
        if (!json)
            return Error{Errc::BadConfig, config.faultsFile, logText(json.error())};
        return control.order(*json);
    }

    PracticeConfig config;
    SystemClock machine;
    std::unique_ptr<MarketSource> source;
    ExchangeClock clock;
    ExchangeState state;
    StreamHub hub;
    RestApi rest;
    ControlApi control;
    server::IoLoop loop; // sessions live in it and go before what they use
    server::LoopTimer tickTimer, secondTimer;
    HttpServer main, controlPort;
};

PracticeExchange::PracticeExchange(PracticeConfig config) : m_config(std::move(config)) {}

PracticeExchange::~PracticeExchange()
{
    stop();
}

Result<PracticeExchange::Address> PracticeExchange::start()
{
    auto market = openMarket(m_config.market);
    if (!market)
        return market.error();
    auto impl = std::make_unique<Impl>(m_config, std::move(*market));
    const auto port = impl->main.listen();
    if (!port)
        return port.error();
    const auto controlPort = impl->controlPort.listen();
    if (!controlPort)
        return controlPort.error();
    if (const Status faults = impl->loadFaults(); !faults)
        return faults.error();
    impl->tick();
    impl->everySecond();
    impl->loop.start();
    m_impl = std::move(impl);
    const std::string host = "127.0.0.1:";
    return Address{*port,
                   *controlPort,
                   "http://" + host + std::to_string(*port),
                   "ws://" + host + std::to_string(*port),
                   "http://" + host + std::to_string(*controlPort),
                   madeUpKey(m_config.market.seed, 1),
                   madeUpKey(m_config.market.seed, 2),
                   m_impl->source->description()};
}

void PracticeExchange::stop()
{
    m_impl.reset();
}

Timestamp PracticeExchange::now() const
{
    return m_impl->loop.ask([this] { return m_impl->clock.now(); });
}

} // namespace spreadline::practice
