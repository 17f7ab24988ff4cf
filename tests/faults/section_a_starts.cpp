// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_a.h"

#include "exchange/binance/binance_dialect.h"

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

/// The venue's first host is the given one, the shims' the second.
RigOptions behind(std::function<VenueHost(FaultRig&)> firstHost)
{
    RigOptions options;
    options.adjust = [firstHost = std::move(firstHost)](LiveFeedConfig& config, FaultRig& rig) {
        config.venue.hosts.insert(config.venue.hosts.begin(), firstHost(rig));
        config.streams.socket.connectDeadline = scaled(700ms);
        config.rest.transport.silence = scaled(700ms);
    };
    return options;
}

/// Every channel came up in the end, and the reasons given meanwhile were these.
FaultCase::Count timesBlamed(Errc code)
{
    return [code](FaultRig& rig) {
        std::int64_t times = 0;
        for (const MarketTap::TrustChange& change : rig.tap().trusts(rig.book))
            times += change.trust.state == TrustState::Down && change.trust.reason == code;
        return times;
    };
}

FaultCase tlsHangs()
{
    FaultCase row{.id = QStringLiteral("A16"),
                  .title = QStringLiteral("connects are taken, TLS hangs"),
                  .before =
                      [](FaultRig& rig) {
                          rig.spare().with([](TcpShim& shim) { shim.hang(); });
                          return QString();
                      },
                  .fired = [](FaultRig& rig) { return rig.spare().fired(); },
                  .atLeast = 6}; // three of REST, three of a connection
    row.rig = behind([](FaultRig& rig) {
        const std::string port = std::to_string(rig.spare().port());
        return VenueHost{"https://127.0.0.1:" + port, "wss://127.0.0.1:" + port};
    });
    row.during = [](FaultRig& rig) {
        return timesBlamed(Errc::Timeout)(rig) > 0 ? QString() : QStringLiteral("no channel said that it timed out");
    };
    return row;
}

/// The same later on: the host that worked takes connects and says nothing.
FaultCase handshakeHangs()
{
    FaultCase row{.id = QStringLiteral("A16"),
                  .title = QStringLiteral("a lost connection's next handshake hangs"),
                  .act =
                      [](FaultRig& rig) {
                          rig.streams().with([](TcpShim& shim) {
                              shim.hang();
                              shim.resetAll();
                          });
                          return QString();
                      },
                  .fired = [](FaultRig& rig) { return rig.streams().fired(); },
                  .atLeast = 6};
    row.rig.adjust = [](LiveFeedConfig& config, FaultRig&) { config.streams.socket.connectDeadline = scaled(700ms); };
    row.during = [](FaultRig& rig) {
        const bool down = rig.waitFor(
            [&] {
                return rig.screen().stateOf(rig.book) == TrustState::Down && rig.screen().stateOf(rig.trades) == TrustState::Down;
            },
            5s);
        return down ? QString() : QStringLiteral("not shown as Down");
    };
    return row;
}

/// Another venue in this process, which takes connects and never gets past its handshakes.
class SilentVenue {
public:
    explicit SilentVenue(quint16 port) : m_feed(config(port), std::make_unique<BinanceDialect>(), m_clock, m_sink) {}
    ~SilentVenue() { m_feed.stop(); }

    void listen(const std::vector<Instrument>& known)
    {
        m_feed.start(known);
        const std::vector channels{Channel{StreamKind::Book, known.front().id, {}},
                                   Channel{StreamKind::Trades, known.front().id, {}}};
        m_feed.subscribe(channels);
    }

private:
    static LiveFeedConfig config(quint16 port)
    {
        const std::string at = "127.0.0.1:" + std::to_string(port);
        LiveFeedConfig config;
        config.venue = *findVenue("practice", std::vector{VenueHost{"https://" + at, "wss://" + at}});
        config.venue.name = "silent";
        return config;
    }

    SystemClock m_clock;
    Drawer<ChannelTrust> m_sink;
    LiveFeed m_feed;
};

FaultCase anotherVenueHangs()
{
    const auto other = std::make_shared<std::unique_ptr<SilentVenue>>();
    FaultCase row{.id = QStringLiteral("A16"),
                  .title = QStringLiteral("another venue's TLS hangs, this one does not notice"),
                  .act =
                      [other](FaultRig& rig) {
                          rig.spare().with([](TcpShim& shim) { shim.hang(); });
                          *other = std::make_unique<SilentVenue>(rig.spare().port());
                          (*other)->listen(rig.screen().instruments());
                          return QString();
                      },
                  .fired = [](FaultRig& rig) { return rig.spare().fired(); },
                  .atLeast = 3}; // a request and two connections
    row.during = [](FaultRig& rig) {
        const auto begun = MarketTap::Clock::now();
        rig.waitFor([&] { return MarketTap::Clock::now() - begun > 6s; }, 7s);
        const VenueHealth health = rig.tap().health();
        if (rig.screen().firstDoubt(rig.book, begun) || rig.screen().firstDoubt(rig.trades, begun))
            return QStringLiteral("a channel of the other venue was doubted");
        return health.reconnects == 0 && rig.tap().snapshots(rig.bitcoin) == 1 ? QString()
                                                                               : QStringLiteral("the other venue was touched");
    };
    row.after = [other](FaultRig&) {
        other->reset();
        return QString();
    };
    return row;
}

FaultCase noSuchHost()
{
    FaultCase row{.id = QStringLiteral("A24"),
                  .title = QStringLiteral("the first host's name does not resolve"),
                  .fired = timesBlamed(Errc::DnsFailed)};
    row.before = [](FaultRig&) { return QString(); };
    row.rig = behind([](FaultRig&) { return VenueHost{"http://nxdomain.invalid", "ws://nxdomain.invalid"}; });
    return row;
}

FaultCase wrongAddress()
{
    FaultCase row{.id = QStringLiteral("A24"),
                  .title = QStringLiteral("the first host's address refuses us"),
                  .fired = [](FaultRig& rig) { return rig.spare().fired(); }};
    row.before = [](FaultRig& rig) {
        rig.spare().with([](TcpShim& shim) { shim.refuse(); });
        return QString();
    };
    row.rig = behind([](FaultRig& rig) {
        const std::string port = std::to_string(rig.spare().port());
        return VenueHost{"http://127.0.0.1:" + port, "ws://127.0.0.1:" + port};
    });
    return row;
}

FaultCase captivePortal()
{
    return {.id = QStringLiteral("A25"),
            .title = QStringLiteral("a web page with status 200 where JSON belongs"),
            .faults = R"({"verb":"http.html","match":"GET"})",
            .act =
                [](FaultRig& rig) {
                    rig.core().post(ResyncBook{rig.bitcoin});
                    return QString();
                },
            .verb = QStringLiteral("http.html"),
            .atLeast = 2,
            .during =
                [](FaultRig& rig) {
                    if (rig.screen().stateOf(rig.book) == TrustState::Synced || rig.tap().snapshots(rig.bitcoin) != 1)
                        return QStringLiteral("a book out of a web page");
                    return QString();
                }};
}

} // namespace

std::vector<FaultCase> hardStarts()
{
    return {tlsHangs(), handshakeHangs(), anotherVenueHangs(), noSuchHost(), wrongAddress(), captivePortal()};
}

} // namespace spreadline::faults
