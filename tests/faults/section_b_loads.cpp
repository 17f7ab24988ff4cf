// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_http.h"
#include "section_b.h"

#include <algorithm>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

qint64 secondsSince(MarketTap::Clock::time_point since)
{
    return std::chrono::duration_cast<std::chrono::seconds>(MarketTap::Clock::now() - since).count();
}

/// Sum of the newest trade ids of all symbols: what its growth says came, whether one by one or jumped over.
std::int64_t countOf(FaultRig& rig)
{
    std::int64_t count = 0;
    for (const Instrument& instrument : rig.screen().instruments()) {
        const auto ids = rig.tap().tradeIds(instrument.id);
        count += ids.empty() ? 0 : ids.back() - ids.front();
    }
    return count;
}

bool listensToAll(FaultRig& rig)
{
    return rig.waitFor(
        [&] {
            return std::ranges::all_of(rig.screen().instruments(), [&](const Instrument& instrument) {
                return rig.tap().stateOf({StreamKind::Trades, instrument.id, {}}) == TrustState::Synced;
            });
        },
        30s);
}

QString watchAllTapes(FaultRig& rig)
{
    ViewInterest interest;
    interest.charts = {{FaultRig::chart, rig.bitcoin, Interval::time(1min), 200}};
    interest.books = {{rig.bitcoin, 100, 1}, {rig.ether, 100, 1}};
    for (const Instrument& instrument : rig.screen().instruments())
        interest.tapes.push_back(instrument.id);
    if (!rig.core().post(SetInterest{interest}))
        return QStringLiteral("refused");
    return listensToAll(rig) ? QString() : QStringLiteral("not every tape came up");
}

/// Trades of thirty symbols, each a message: fifty thousand a second for a minute in the long run, the gate has a part of both. Not
/// one is lost without a word (every row looks for holes on channels that do not say Partial), the screen goes on, nothing piles up.
FaultCase burst()
{
    constexpr qint64 memoryAllowed =
        400; // MiB of exchange and program in one process, two minutes of millions of trades among it
    const auto span = isLong() ? 60s : 8s;
    const int rate = isLong() ? 50'000 : 15'000;
    FaultCase row{.id = QStringLiteral("B22"),
                  .title = QStringLiteral("%1 messages a second for %2 s").arg(rate).arg(span.count()),
                  .act = watchAllTapes,
                  .fired = [](FaultRig& rig) { return countOf(rig); },
                  .atLeast = 1'000,
                  .convergesWithin = 60s};
    row.rig.exchange.market.symbolCount = 30;
    row.rig.exchange.market.messagesPerSecond = rate;
    row.during = [span, rate](FaultRig& rig) {
        forgetPeakMemory();
        const qint64 before = memoryNow();
        const auto begun = MarketTap::Clock::now();
        const std::int64_t first = countOf(rig);
        rig.waitFor([&] { return MarketTap::Clock::now() - begun > span; }, span + 5s);
        const std::int64_t came = countOf(rig) - first;
        const qint64 grown = memoryPeak() - before;
        qInfo("%lld trades in %lld s, memory grew by %lld MiB, longest time without a frame %lld ms",
              static_cast<long long>(came), secondsSince(begun), grown,
              static_cast<long long>(rig.screen().longestGap().count()));
        if (came < rate * span.count() / 2)
            return QStringLiteral("only %1 trades came").arg(came);
        if (grown > memoryAllowed)
            return QStringLiteral("memory grew by %1 MiB").arg(grown);
        return rig.screen().longestGap() < 2 * Screen::slack()
            ? QString()
            : QStringLiteral("no frame for %1 ms").arg(rig.screen().longestGap().count());
    };
    return row;
}

/// The list of instruments grows by so many symbols while running.
FaultCase bigCatalogue(int symbols, const QString& title)
{
    FaultCase row{.id = QStringLiteral("B23"),
                  .title = title,
                  .faults = R"({"verb":"info.big","symbols":)" + QByteArray::number(symbols) + "}",
                  .verb = QStringLiteral("info.big")};
    row.rig.adjust = [](LiveFeedConfig& config, FaultRig&) { config.instrumentsEvery = 2s; };
    row.convergesWithin = 30s;
    return row;
}

FaultCase bigCatalogueTaken()
{
    constexpr int symbols = 6'000; // 7 MB, five times what the venue has today
    auto row = bigCatalogue(symbols, QStringLiteral("exchangeInfo of seven megabytes"));
    row.during = [](FaultRig& rig) {
        const bool taken = rig.waitFor([&] { return rig.screen().instruments().size() > symbols; }, 10s);
        if (!taken)
            return QStringLiteral("the new symbols are not listed");
        return rig.screen().longestGap() < 2 * Screen::slack()
            ? QString()
            : QStringLiteral("no frame for %1 ms").arg(rig.screen().longestGap().count());
    };
    return row;
}

/// More than an answer may have: refused, and what is known stays as it is.
FaultCase bigCatalogueRefused()
{
    constexpr qint64 memoryAllowed = 200; // MiB: the exchange's answer is in this process, too
    auto row = bigCatalogue(30'000, QStringLiteral("exchangeInfo of thirty megabytes"));
    const auto before = std::make_shared<qint64>();
    const auto begun = std::make_shared<MarketTap::Clock::time_point>();
    row.act = [before, begun](FaultRig&) {
        forgetPeakMemory();
        *before = memoryNow();
        *begun = MarketTap::Clock::now();
        return QString();
    };
    row.atLeast = 2;
    row.during = [before, begun](FaultRig& rig) {
        const qint64 grown = memoryPeak() - *before;
        if (grown > memoryAllowed)
            return QStringLiteral("memory grew by %1 MiB").arg(grown);
        if (rig.screen().instruments().size() != 4)
            return QStringLiteral("%1 symbols are listed").arg(rig.screen().instruments().size());
        return rig.screen().firstDoubt(rig.trades, *begun) ? QStringLiteral("the tape suffered") : QString();
    };
    return row;
}

} // namespace

std::vector<FaultCase> heavyLoads()
{
    return {burst(), bigCatalogueTaken(), bigCatalogueRefused()};
}

} // namespace spreadline::faults
