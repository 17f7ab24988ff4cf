// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_c.h"

#include <algorithm>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

/// ms that what was sent before the refusal arrived may still take
const qint64 underWay = scaled(500ms).count();

std::chrono::seconds banSpan()
{
    return isLong() ? 120s : 25s;
}

/// When the exchange first answered with `status`, ms since its start; -1: never.
qint64 refusedAt(FaultRig& rig, int status)
{
    const auto requests = rig.truth().requests();
    const auto found = std::ranges::find(requests, status, &VenueTruth::Request::status);
    return found == requests.end() ? -1 : found->sinceStartMs;
}

/// Not one request and not one connection within `span` after the refusal.
QString isSilentAfter(FaultRig& rig, int status, std::chrono::milliseconds span)
{
    const qint64 from = refusedAt(rig, status);
    const auto isTooEarly = [&](qint64 at) { return at > from + underWay && at < from + span.count(); };
    for (const VenueTruth::Request& request : rig.truth().requests()) {
        if (isTooEarly(request.sinceStartMs))
            return QStringLiteral("%1 was asked %2 ms after the refusal").arg(request.line).arg(request.sinceStartMs - from);
    }
    for (const VenueTruth::Connection& connection : rig.truth().connections()) {
        if (isTooEarly(connection.openedMs))
            return QStringLiteral("%1 was opened %2 ms after the refusal").arg(connection.target).arg(connection.openedMs - from);
    }
    return {};
}

bool isAskedAgain(FaultRig& rig, int status)
{
    const qint64 from = refusedAt(rig, status);
    return std::ranges::any_of(rig.truth().requests(),
                               [&](const auto& request) { return request.sinceStartMs > from + underWay; });
}

/// Everything that would ask something: a book doubted, more history wanted.
void demand(FaultRig& rig)
{
    rig.core().post(ResyncBook{rig.bitcoin});
    rig.core().post(LoadOlder{FaultRig::chart});
}

void keepDemanding(FaultRig& rig, std::chrono::milliseconds span)
{
    const auto begun = MarketTap::Clock::now();
    rig.waitFor(
        [&] {
            rig.core().post(LoadOlder{FaultRig::chart});
            return MarketTap::Clock::now() - begun > span;
        },
        span + 1s);
}

/// Once a second is often enough to look at the exchange's log.
bool waitSlowly(FaultRig& rig, const std::function<bool()>& condition, std::chrono::milliseconds within)
{
    auto next = MarketTap::Clock::now();
    return rig.waitFor(
        [&] {
            if (MarketTap::Clock::now() < next)
                return false;
            next = MarketTap::Clock::now() + 1s;
            return condition();
        },
        within);
}

QString bannedFor(FaultRig& rig, Duration atLeast)
{
    const bool shown = rig.waitFor([&] { return rig.screen().status().health.bannedUntil - SystemClock().now() > atLeast; }, 3s);
    return shown ? QString() : QStringLiteral("the screen shows no hold-off of that length");
}

FaultCase tooManyRequests()
{
    return {.id = QStringLiteral("C01"),
            .title = QStringLiteral("429 with Retry-After 7"),
            .faults = R"({"verb":"http.status","match":"/depth?symbol=BTCUSDT","status":429,"retryAfter":7,"n":1})",
            .act = [](FaultRig& rig) { return demand(rig), QString(); },
            .verb = QStringLiteral("http.status"),
            .during =
                [](FaultRig& rig) {
                    if (const QString unseen = bannedFor(rig, 4s); !unseen.isEmpty())
                        return unseen;
                    rig.core().post(ResyncBook{rig.ether});
                    if (!waitSlowly(
                            rig, [&] { return isAskedAgain(rig, 429); }, 15s))
                        return QStringLiteral("nothing was asked again");
                    return isSilentAfter(rig, 429, 7s);
                }};
}

/// A ban in the midst of which every connection is lost: neither a request nor a handshake until it ends.
FaultCase banned()
{
    return {.id = QStringLiteral("C02"),
            .title = QStringLiteral("418 with Retry-After %1, and the connections break").arg(banSpan().count()),
            .faults = R"({"verb":"http.status","match":"/depth?symbol=BTCUSDT","status":418,"n":1,"retryAfter":)"
                + QByteArray::number(qint64{banSpan().count()}) + "}",
            .act = [](FaultRig& rig) { return demand(rig), QString(); },
            .verb = QStringLiteral("http.status"),
            .during =
                [](FaultRig& rig) {
                    if (const QString unseen = bannedFor(rig, banSpan() - 5s); !unseen.isEmpty())
                        return unseen;
                    rig.streams().with([](TcpShim& shim) { shim.resetAll(); });
                    const bool down = rig.waitFor([&] { return rig.screen().stateOf(rig.book) == TrustState::Down; }, 5s);
                    demand(rig);
                    if (!waitSlowly(
                            rig, [&] { return isAskedAgain(rig, 418); }, banSpan() + 10s))
                        return QStringLiteral("nothing was asked again");
                    return down ? isSilentAfter(rig, 418, banSpan()) : QStringLiteral("the lost connection is not shown");
                }};
}

/// At least a minute, of which the gate looks at a few seconds.
FaultCase tooManyWithoutHeader()
{
    return {.id = QStringLiteral("C03"),
            .title = QStringLiteral("429 without Retry-After"),
            .faults = R"({"verb":"http.status","match":"klines","status":429,"n":1})",
            .act = [](FaultRig& rig) { return rig.core().post(LoadOlder{FaultRig::chart}), QString(); },
            .verb = QStringLiteral("http.status"),
            .during =
                [](FaultRig& rig) {
                    if (const QString unseen = bannedFor(rig, 55s); !unseen.isEmpty())
                        return unseen;
                    if (isLong()
                        && !waitSlowly(
                            rig, [&] { return isAskedAgain(rig, 429); }, 75s))
                        return QStringLiteral("nothing was asked again");
                    if (!isLong())
                        keepDemanding(rig, 5s);
                    return isSilentAfter(rig, 429, 60s);
                }};
}

/// A firewall's page: five minutes, of which a few seconds are looked at. Streams go on meanwhile.
FaultCase firewall()
{
    return {.id = QStringLiteral("C06"),
            .title = QStringLiteral("403 with a web page"),
            .faults = R"({"verb":"http.403html","match":"klines"})",
            .act = [](FaultRig& rig) { return rig.core().post(LoadOlder{FaultRig::chart}), QString(); },
            .verb = QStringLiteral("http.403html"),
            .during =
                [](FaultRig& rig) {
                    if (const QString unseen = bannedFor(rig, 290s); !unseen.isEmpty())
                        return unseen;
                    keepDemanding(rig, 5s);
                    if (!rig.screen().allSynced())
                        return QStringLiteral("the streams suffered");
                    return isSilentAfter(rig, 403, 5min);
                }};
}

/// Another program on this address uses most of the budget: what the venue says is used is shown, and we stay below what is left.
FaultCase otherProgram()
{
    constexpr int theirs = 1'900;
    return {.id = QStringLiteral("C05"),
            .title = QStringLiteral("another program uses most of the budget"),
            .faults = R"({"verb":"limit.external","weight":)" + QByteArray::number(theirs) + "}",
            .act = [](FaultRig& rig) { return demand(rig), QString(); }, // the next answer's header says so
            .verb = QStringLiteral("limit.external"),
            .during =
                [](FaultRig& rig) {
                    const bool seen = rig.waitFor([&] { return rig.screen().status().health.weightUsed >= theirs; }, 10s);
                    if (!seen)
                        return QStringLiteral("the screen says %1").arg(rig.screen().status().health.weightUsed);
                    keepDemanding(rig, 5s);
                    const auto requests = rig.truth().requests();
                    const bool refused = std::ranges::any_of(requests, [](const auto& request) { return request.status == 429; });
                    return refused ? QStringLiteral("asked beyond the limit") : QString();
                },
            .convergesWithin = isLong() ? 90s : 0s}; // a minute until the window has rolled on
}

ViewInterest everything(FaultRig& rig)
{
    ViewInterest interest;
    interest.charts = {{FaultRig::chart, rig.bitcoin, Interval::time(1min), 1'500}};
    for (const Instrument& instrument : rig.screen().instruments()) {
        if (instrument.id != rig.bitcoin)
            interest.charts.push_back({ChartId{100 + index(instrument.id)}, instrument.id, Interval::time(1min), 1'500});
        interest.books.push_back({instrument.id, 100, 1});
        interest.tapes.push_back(instrument.id);
    }
    return interest;
}

int heaviestMinute(FaultRig& rig)
{
    const auto requests = rig.truth().requests();
    int weight = 0, most = 0;
    std::size_t from = 0;
    for (const VenueTruth::Request& request : requests) {
        for (weight += request.weight; requests[from].sinceStartMs < request.sinceStartMs - 60'000; ++from)
            weight -= requests[from].weight;
        most = std::max(most, weight);
    }
    return most;
}

/// Thirty books, tapes and charts of 1,500 bars at once. What happens is that so many channels come up.
FaultCase coldStart()
{
    constexpr int symbols = 30, halfOfLimit = 1'200;
    FaultCase row{.id = QStringLiteral("C04"), .title = QStringLiteral("a cold start with thirty symbols")};
    row.rig.exchange.market.symbolCount = symbols;
    row.rig.exchange.market.messagesPerSecond = 600;
    row.act = [](FaultRig& rig) { return rig.core().post(SetInterest{everything(rig)}) ? QString() : QStringLiteral("refused"); };
    row.fired = [](FaultRig& rig) {
        return std::int64_t{std::ranges::count_if(rig.screen().status().channels,
                                                  [](const auto& channel) { return channel.trust.state == TrustState::Synced; })};
    };
    row.atLeast = 3 * symbols - 5; // those of the start are there already
    row.firesWithin = 60s;
    row.during = [](FaultRig& rig) {
        const auto isFull = [&](const Instrument& instrument) {
            const ChartId chart = instrument.id == rig.bitcoin ? FaultRig::chart : ChartId{100 + index(instrument.id)};
            return rig.screen().chart(chart).bars.size() >= 1'500;
        };
        return rig.waitFor([&] { return std::ranges::all_of(rig.screen().instruments(), isFull); }, 30s)
            ? QString()
            : QStringLiteral("not every chart is full");
    };
    row.after = [](FaultRig& rig) {
        const int most = heaviestMinute(rig);
        return most < halfOfLimit ? QString() : QStringLiteral("weight %1 in a minute").arg(most);
    };
    return row;
}

} // namespace

std::vector<FaultCase> limits()
{
    return {tooManyRequests(), banned(), tooManyWithoutHeader(), otherProgram(), coldStart(), firewall()};
}

} // namespace spreadline::faults
