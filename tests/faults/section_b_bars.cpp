// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_b.h"

#include <algorithm>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

constexpr Interval minute = Interval::time(1min);

/// The newest closed bar of the chart; zero when there is none.
Timestamp newestClosed(FaultRig& rig)
{
    const auto& bars = rig.screen().chart(FaultRig::chart).bars;
    const auto found = std::find_if(bars.rbegin(), bars.rend(), [](const auto& bar) { return bar.second.closed; });
    return found == bars.rend() ? Timestamp() : found->first;
}

/// A row about the end of a minute, which comes soon after the start.
FaultCase atBarEnd(const char* id, const char* title, const QByteArray& faults, const QString& verb)
{
    FaultCase row{.id = QLatin1String(id), .title = QLatin1String(title), .faults = faults, .verb = verb, .firesWithin = 40s};
    row.rig.barEndsIn = 15s;
    return row;
}

FaultCase closedTwice()
{
    auto row = atBarEnd("B13", "a bar's close comes twice", R"({"verb":"kline.twice","match":"btcusdt@kline_1m","n":1})",
                        QStringLiteral("kline.twice"));
    row.after = [](FaultRig& rig) {
        return rig.tap().closes(rig.bitcoin, minute).size() == 2
            ? QString()
            : QStringLiteral("the second close was not seen"); // and is one bar: differences()
    };
    return row;
}

FaultCase neverClosed()
{
    auto row = atBarEnd("B13", "a bar's close never comes", R"({"verb":"kline.never","match":"btcusdt@kline_1m","n":1})",
                        QStringLiteral("kline.never"));
    const auto newest = std::make_shared<Timestamp>();
    row.act = [newest](FaultRig& rig) {
        *newest = newestClosed(rig);
        return QString();
    };
    row.during = [newest](FaultRig& rig) {
        return rig.waitFor([&] { return newestClosed(rig) > *newest; }, 10s) ? QString() : QStringLiteral("the bar stays open");
    };
    row.after = [](FaultRig& rig) {
        return rig.tap().closes(rig.bitcoin, minute).empty() ? QString() : QStringLiteral("the feed made a close up");
    };
    return row;
}

/// Closed while trades still come: the bar must become what those trades make of it.
FaultCase closedEarly()
{
    auto row = atBarEnd("B13", "a bar's close comes before its last trades",
                        R"({"verb":"kline.early","match":"btcusdt@kline_1m","n":1,"ms":3000})", QStringLiteral("kline.early"));
    row.during = [](FaultRig& rig) {
        return rig.waitFor([&] { return rig.tap().closes(rig.bitcoin, minute).size() == 1; }, 5s)
            ? QString()
            : QStringLiteral("the early close was not seen");
    };
    row.convergesWithin = 25s;
    return row;
}

/// The venue's clock is told two seconds ahead: a bar ends when the venue says so.
FaultCase clockAhead()
{
    auto row = atBarEnd("B14", "the venue's clock runs two seconds ahead of its bars", {}, QStringLiteral("clock.skew"));
    row.rig.adjust = [](LiveFeedConfig& config, FaultRig&) { config.clockEvery = 500ms; };
    const auto before = std::make_shared<Duration>(); // the exchange's day begins where a minute is about to end
    row.before = [](FaultRig&) { return QString(); };
    row.act = [before](FaultRig& rig) {
        *before = rig.screen().status().health.clockOffset;
        return rig.truth().fault(R"({"verb":"clock.skew","ms":2000})") ? QString() : QStringLiteral("refused");
    };
    row.during = [before](FaultRig& rig) {
        const Timestamp newest = newestClosed(rig);
        const bool believed = rig.waitFor([&] { return rig.screen().status().health.clockOffset - *before > 1s; }, 10s);
        bool toldByVenue = false, closed = false;
        rig.waitFor(
            [&] {
                closed = newestClosed(rig) > newest;
                toldByVenue = !rig.tap().closes(rig.bitcoin, minute).empty();
                return closed || toldByVenue;
            },
            40s);
        if (!believed || !toldByVenue)
            return believed ? QStringLiteral("the bar was closed by a clock") : QStringLiteral("the clock was not believed");
        return QString();
    };
    return row;
}

/// REST answers that are older than what the stream said meanwhile.
FaultCase slowHistory()
{
    FaultCase row{.id = QStringLiteral("B17"),
                  .title = QStringLiteral("bars fetched over REST arrive late among live ones"),
                  .faults = R"({"verb":"http.delay","match":"klines?symbol=BTCUSDT","ms":1500})",
                  .act =
                      [](FaultRig& rig) {
                          rig.streams().with([](TcpShim& shim) { shim.resetAll(); });
                          return QString();
                      },
                  .verb = QStringLiteral("http.delay")};
    row.during = [](FaultRig& rig) {
        std::map<Timestamp, std::int64_t> most;
        bool wentBack = false;
        int seen = 0;
        const auto trustedFrom = MarketTap::Clock::now();
        rig.waitFor(
            [&] {
                const auto& bars = rig.screen().chart(FaultRig::chart).bars;
                const auto& [open, bar] = *bars.rbegin();
                wentBack = wentBack || bar.trades < most[open];
                seen += bar.trades > most[open];
                most[open] = std::max(most[open], bar.trades);
                return wentBack || MarketTap::Clock::now() - trustedFrom > 5s;
            },
            10s);
        if (wentBack)
            return QStringLiteral("an older state of the bar replaced a newer one");
        return seen > 3 ? QString() : QStringLiteral("the bar did not move");
    };
    return row;
}

} // namespace

std::vector<FaultCase> falseBars()
{
    return {closedTwice(), neverClosed(), closedEarly(), clockAhead(), slowHistory()};
}

} // namespace spreadline::faults
