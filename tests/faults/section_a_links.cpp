// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_a.h"

#include <algorithm>

#include <QElapsedTimer>

#include <set>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

/// The venue's rate limit: a minute as it is shipped.
std::chrono::milliseconds policyWait()
{
    return isLong() ? 60s : 3s;
}

QString milliseconds(MarketTap::Clock::duration span)
{
    return QString::number(std::chrono::duration_cast<std::chrono::milliseconds>(span).count());
}

/// The badge of each channel left Synced within `within` from `since`.
QString doubtedWithin(FaultRig& rig, const Channel& channel, MarketTap::Clock::time_point since, std::chrono::milliseconds within)
{
    rig.waitFor([&] { return rig.screen().firstDoubt(channel, since).has_value(); }, within + Screen::slack());
    const auto doubt = rig.screen().firstDoubt(channel, since);
    if (!doubt)
        return QStringLiteral("still shown as Synced");
    return *doubt - since <= within + Screen::slack()
        ? QString()
        : QStringLiteral("the badge came after %1 ms").arg(milliseconds(*doubt - since));
}

/// The next connection to the closed one's target was opened at least this long after the closing, and one was.
QString reopenedAfter(FaultRig& rig, int code, std::chrono::milliseconds least)
{
    const auto connections = rig.truth().connections();
    for (const auto& closed : connections) {
        if (closed.open || (code == 1006 ? closed.closeCode != code : !closed.closedByUs))
            continue;
        const auto next = std::ranges::find_if(
            connections, [&](const auto& later) { return later.target == closed.target && later.openedMs >= closed.closedMs; });
        if (next == connections.end())
            return QStringLiteral("never opened again");
        return next->openedMs - closed.closedMs >= least.count()
            ? QString()
            : QStringLiteral("opened again after %1 ms").arg(next->openedMs - closed.closedMs);
    }
    return QStringLiteral("no connection was closed");
}

FaultCase closedWith(int code)
{
    const bool isPolicy = code == 1008;
    FaultCase row{.id = QStringLiteral("A12"),
                  .title = QStringLiteral("closed with %1").arg(code),
                  .faults = R"({"verb":"ws.close","match":"btcusdt@aggTrade","n":1,"code":)" + QByteArray::number(code) + "}",
                  .verb = QStringLiteral("ws.close"),
                  .after = [code, isPolicy](FaultRig& rig) { return reopenedAfter(rig, code, isPolicy ? policyWait() : 0ms); }};
    row.rig.adjust = [](LiveFeedConfig& config, FaultRig&) { config.streams.policyWait = policyWait(); };
    row.convergesWithin = 30s + policyWait();
    return row;
}

/// The waits as they are shipped: the stated times are about them.
FaultCase halfOpen()
{
    const auto begun = std::make_shared<MarketTap::Clock::time_point>();
    return {.id = QStringLiteral("A13"),
            .title = QStringLiteral("half-open: nothing passes, sockets stay"),
            .act =
                [begun](FaultRig& rig) {
                    *begun = MarketTap::Clock::now();
                    rig.streams().with([](TcpShim& shim) { shim.blackhole(); });
                    return QString();
                },
            .fired = [](FaultRig& rig) { return rig.streams().fired(); },
            .during =
                [begun](FaultRig& rig) {
                    if (const QString late = doubtedWithin(rig, rig.book, *begun, 3s); !late.isEmpty())
                        return QStringLiteral("book: ") + late;
                    if (const QString late = doubtedWithin(rig, rig.trades, *begun, 8s);
                        !late.isEmpty()) // 5 s after the link's last pong
                        return QStringLiteral("trades: ") + late;
                    const std::size_t before = rig.streams().accepts().size();
                    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*begun + 10s + Screen::slack()
                                                                                            - MarketTap::Clock::now());
                    const bool detected = rig.waitFor(
                        [&] { return rig.tap().health().reconnects >= 2 && rig.streams().accepts().size() > before; }, left);
                    return detected ? QString() : QStringLiteral("no new socket within 10 s");
                }};
}

FaultCase muted(const char* stream, bool isBook)
{
    const auto begun = std::make_shared<MarketTap::Clock::time_point>();
    return {.id = QStringLiteral("A14"),
            .title = QStringLiteral("one channel goes silent: ") + QString::fromLatin1(stream),
            .faults = QByteArray(R"({"verb":"ws.mute","n":1,"match":")") + stream + R"("})",
            .act =
                [begun](FaultRig&) {
                    *begun = MarketTap::Clock::now();
                    return QString();
                },
            .verb = QStringLiteral("ws.mute"),
            .during =
                [begun, isBook](FaultRig& rig) {
                    const Channel channel = isBook ? rig.book : rig.trades;
                    if (const QString late = doubtedWithin(rig, channel, *begun, isBook ? 3s : 5s); !late.isEmpty())
                        return late;
                    const bool back = rig.waitFor([&] { return rig.screen().stateOf(channel) == TrustState::Synced; }, 15s);
                    return back ? QString() : QStringLiteral("not subscribed anew");
                },
            .after =
                [begun, isBook](FaultRig& rig) {
                    const auto others = isBook ? rig.tap().trusts(rig.trades) : rig.tap().trusts(rig.book);
                    if (others.back().at > *begun)
                        return QStringLiteral("another channel was touched");
                    return rig.tap().health().reconnects == 0 ? QString()
                                                              : QStringLiteral("the connection was given up for one channel");
                }};
}

FaultCase unconfirmed(const char* how)
{
    return {.id = QStringLiteral("A15"),
            .title = QStringLiteral("subscriptions answered with: ") + QString::fromLatin1(how),
            .faults = QByteArray(R"({"verb":"ws.suback","how":")") + how + R"("})",
            .act =
                [](FaultRig& rig) {
                    rig.streams().with([](TcpShim& shim) { shim.resetAll(); });
                    return QString();
                },
            .verb = QStringLiteral("ws.suback"),
            .atLeast = 4, // two connections, two attempts
            .during =
                [](FaultRig& rig) {
                    const bool down = rig.waitFor(
                        [&] {
                            const auto& channels = rig.screen().status().channels;
                            return std::ranges::all_of(
                                channels, [](const ChannelTrust& channel) { return channel.trust.state == TrustState::Down; });
                        },
                        5s);
                    if (!down)
                        return QStringLiteral("not every channel is shown as Down");
                    return rig.truth().fired(QStringLiteral("ws.suback")) < 40 ? QString() : QStringLiteral("asked without end");
                },
            .convergesWithin = 20s}; // they rest 5 s between attempts
}

/// Two connections, each every 1.2 to 2 s by now; in the long run ten minutes of a minute each, and never over the venue's 300 in five.
QString triesWhileRefused(FaultRig& rig)
{
    const std::chrono::milliseconds span = isLong() ? 600s : 5s;
    const auto begun = MarketTap::Clock::now();
    const auto before = rig.streams().accepts().size();
    rig.waitFor([&] { return MarketTap::Clock::now() - begun > span; }, span + 1s);
    const auto tries = rig.streams().accepts();
    const std::size_t during = tries.size() - before;
    if (during < 2 || during > (isLong() ? 60 : 10))
        return QStringLiteral("%1 tries in %2 ms").arg(during).arg(span.count());
    for (std::size_t i = 300; i < tries.size(); ++i) {
        if (tries[i] - tries[i - 300] < 300'000)
            return QStringLiteral("more than 300 connects in five minutes");
    }
    return rig.screen().longestGap() < Screen::slack()
        ? QString()
        : QStringLiteral("no frame for %1 ms").arg(rig.screen().longestGap().count());
}

FaultCase refused()
{
    FaultCase row{.id = QStringLiteral("A17"),
                  .title = QStringLiteral("every connect is reset"),
                  .act =
                      [](FaultRig& rig) {
                          rig.streams().with([](TcpShim& shim) { shim.refuse(); });
                          return QString();
                      },
                  .fired = [](FaultRig& rig) { return rig.streams().fired(); },
                  .atLeast = 10,
                  .firesWithin = isLong() ? 60s : 20s,
                  .during = triesWhileRefused,
                  .convergesWithin = isLong() ? 90s : 15s};
    row.rig.adjust = [](LiveFeedConfig& config, FaultRig&) {
        if (isLong())
            config.streams.backoff = StreamSession::Config().backoff;
        else
            config.streams.backoff = {100ms, 2s, 0.25};
    };
    return row;
}

/// A kilobyte a second gets through: the screen says how late everything is, and the venue gives us up. Afterwards all is as before.
FaultCase slowReader()
{
    FaultCase row{.id = QStringLiteral("A23"),
                  .title = QStringLiteral("a kilobyte a second is all that arrives"),
                  .act =
                      [](FaultRig& rig) {
                          rig.streams().with([](TcpShim& shim) { shim.rate(1'024); });
                          return QString();
                      },
                  .fired = [](FaultRig& rig) { return rig.streams().fired(); },
                  .convergesWithin = 30s};
    row.during = [](FaultRig& rig) {
        if (!rig.waitFor([&] { return rig.screen().firstDoubt(rig.book, rig.begun()).has_value(); }, 15s))
            return QStringLiteral("a book that falls behind is shown as one of now");
        const auto isGivenUp = [&] {
            const auto connections = rig.truth().connections();
            return std::ranges::any_of(connections, [](const auto& connection) { return connection.tooSlow; });
        };
        return rig.waitFor(isGivenUp, 40s) ? QString() : QStringLiteral("the venue does not mind");
    };
    row.rig.exchange.backlogBytes = 256 * 1024;
    row.rig.exchange.market.messagesPerSecond = 3'000; // the system's own buffers want to be filled
    return row;
}

/// The thread of the window is busy, so to speak: this one.
FaultCase pingedWhileBlocked()
{
    return {.id = QStringLiteral("A18"),
            .title = QStringLiteral("server pings while the ui thread is blocked"),
            .faults = R"({"verb":"ws.ping","payload":"are you there"})",
            .act =
                [](FaultRig&) {
                    QElapsedTimer watch;
                    watch.start();
                    while (watch.elapsed() < 3'000) { // blocked on purpose: nothing on this thread runs
                    }
                    return QString();
                },
            .verb = QStringLiteral("ws.ping"),
            .during =
                [](FaultRig& rig) {
                    int open = 0;
                    for (const auto& connection : rig.truth().connections()) {
                        if (!connection.open)
                            continue;
                        ++open;
                        if (connection.pongs < 1 || connection.pongs != connection.pings
                            || connection.slowestPongMs > scaled(1s).count())
                            return QStringLiteral("%1 of %2 pings answered, the slowest after %3 ms")
                                .arg(connection.pongs)
                                .arg(connection.pings)
                                .arg(connection.slowestPongMs);
                    }
                    return open >= 2 ? QString() : QStringLiteral("no open connection");
                }};
}

FaultCase everySessionEnds()
{
    FaultCase row{.id = QStringLiteral("A19"),
                  .title = QStringLiteral("24 h are over for all connections at once"),
                  .faults = R"({"verb":"session.24h"})",
                  .verb = QStringLiteral("session.24h")};
    row.rig.adjust = [](LiveFeedConfig& config, FaultRig&) { config.plan.symbols = 1; };
    row.rig.barEndsIn = 9s;
    row.during = [](FaultRig& rig) {
        const bool back = rig.waitFor([&] { return rig.tap().health().reconnects >= 4; }, 10s);
        return back ? QString() : QStringLiteral("%1 reconnects").arg(rig.tap().health().reconnects);
    };
    return row;
}

/// The lifetime is over before the venue's: nobody notices.
FaultCase renewedAhead()
{
    FaultCase row{.id = QStringLiteral("A19"),
                  .title = QStringLiteral("connections are replaced before their 24 h"),
                  .fired = [](FaultRig& rig) { return static_cast<std::int64_t>(rig.truth().connections().size()); },
                  .atLeast = 4};
    row.rig.adjust = [](LiveFeedConfig& config, FaultRig&) {
        config.plan.symbols = 1;
        config.streams.lifetime = 6s;
        config.streams.lifetimeSpread = 2s;
    };
    row.after = [](FaultRig& rig) {
        if (rig.tap().health().reconnects != 0 || rig.tap().snapshots(rig.bitcoin) != 1)
            return QStringLiteral("%1 reconnects, %2 snapshots")
                .arg(rig.tap().health().reconnects)
                .arg(rig.tap().snapshots(rig.bitcoin));
        return rig.truth().connections().size() > 8 ? QString() : QStringLiteral("nothing was replaced");
    };
    return row;
}

FaultCase shutdownNotice()
{
    return {
        .id = QStringLiteral("A20"),
        .title = QStringLiteral("a notice of shutdown, then the closing"),
        .faults = R"({"verb":"ws.shutdown","ms":6000})",
        .verb = QStringLiteral("ws.shutdown"),
        .during =
            [](FaultRig& rig) {
                const bool overlapped = rig.waitFor([&] { return rig.truth().openConnections() >= 4; }, 5s);
                if (!overlapped)
                    return QStringLiteral("no new sockets before the old ones died");
                const bool moved = rig.waitFor([&] { return rig.truth().openConnections() == 2; }, 10s);
                return moved ? QString() : QStringLiteral("the old ones stayed");
            },
        .after =
            [](FaultRig& rig) { return rig.tap().health().reconnects == 0 ? QString() : QStringLiteral("we were thrown out"); }};
}

FaultCase reconnectStorm()
{
    FaultCase row{.id = QStringLiteral("A21"),
                  .title = QStringLiteral("closed right after every subscription"),
                  .faults = R"({"verb":"ws.close","after":"sub","n":50,"code":1001})",
                  .act =
                      [](FaultRig& rig) {
                          rig.streams().with([](TcpShim& shim) { shim.resetAll(); });
                          return QString();
                      },
                  .verb = QStringLiteral("ws.close.sub"),
                  .atLeast = 50};
    row.rig.exchange.limits.weightPerMinute = 100'000; // every time a snapshot and two catch-ups: not what is asked here
    row.rig.adjust = [](LiveFeedConfig& config, FaultRig&) {
        config.venue.weightLimit = 100'000;
        config.streams.backoff = {50ms, 200ms, 0.2};
    };
    row.firesWithin = 30s;
    return row; // the budget of control messages is looked at in every row
}

/// What the old socket still has to say comes after the new one has taken over.
FaultCase lateFrames()
{
    return {.id = QStringLiteral("A22"),
            .title = QStringLiteral("the old socket's frames come late"),
            .act =
                [](FaultRig& rig) {
                    rig.streams().with([](TcpShim& shim) { shim.delay(1'500); });
                    rig.feed().renewConnections();
                    return QString();
                },
            .fired = [](FaultRig& rig) { return rig.streams().fired(); },
            .atLeast = 10,
            .during =
                [](FaultRig& rig) {
                    const bool moved = rig.waitFor(
                        [&] { return rig.truth().openConnections() == 2 && rig.truth().connections().size() == 4; }, 15s);
                    return moved ? QString() : QStringLiteral("the new sockets did not take over");
                }};
}

} // namespace

std::vector<FaultCase> lostConnections()
{
    std::vector<FaultCase> rows;
    for (const int code : {1000, 1001, 1006, 1008, 1011, 1012, 4001})
        rows.push_back(closedWith(code));
    rows.insert(rows.end(),
                {halfOpen(), muted("btcusdt@depth", true), muted("btcusdt@aggTrade", false), unconfirmed("drop"),
                 unconfirmed("error"), refused(), pingedWhileBlocked(), everySessionEnds(), renewedAhead(), shutdownNotice(),
                 reconnectStorm(), lateFrames(), slowReader()});
    return rows;
}

} // namespace spreadline::faults
