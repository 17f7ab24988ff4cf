// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_http.h"
#include "section_c.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

int bookRequests(FaultRig& rig)
{
    return rig.truth().requestsOf(QStringLiteral("/depth?symbol=BTCUSDT"));
}

/// The next answers to the request for a book are spoilt; the book is asked for.
FaultCase spoiltBook(const char* id, const char* title, const QByteArray& verb, const QByteArray& arguments, int times)
{
    return {.id = QLatin1String(id),
            .title = QLatin1String(title),
            .faults =
                R"({"verb":")" + verb + R"(","match":"/depth?symbol=BTCUSDT","n":)" + QByteArray::number(times) + arguments + "}",
            .act =
                [](FaultRig& rig) {
                    rig.core().post(ResyncBook{rig.bitcoin});
                    return QString();
                },
            .verb = QString::fromLatin1(verb),
            .atLeast = times,
            .after = [times](FaultRig& rig) { // the first one, the spoilt ones, the good one; and a snapshot may not fit
                return bookRequests(rig) <= times + 4 ? QString()
                                                      : QStringLiteral("the book was asked for %1 times").arg(bookRequests(rig));
            }};
}

FaultCase serverError(int status)
{
    auto row = spoiltBook("C07", "", "http.status", R"(,"status":)" + QByteArray::number(status), 2);
    row.title = QStringLiteral("%1 in answer to a GET").arg(status);
    return row;
}

/// The venue stays ill: tries go on, ever more slowly.
FaultCase serverErrorForLong()
{
    return {.id = QStringLiteral("C07"),
            .title = QStringLiteral("503 for six seconds"),
            .faults = R"({"verb":"http.status","match":"/depth?symbol=BTCUSDT","status":503})",
            .act =
                [](FaultRig& rig) {
                    rig.core().post(ResyncBook{rig.bitcoin});
                    return QString();
                },
            .verb = QStringLiteral("http.status"),
            .atLeast = 3,
            .during =
                [](FaultRig& rig) {
                    const auto begun = MarketTap::Clock::now();
                    rig.waitFor([&] { return MarketTap::Clock::now() - begun > 6s; }, 7s);
                    if (rig.screen().stateOf(rig.book) == TrustState::Synced)
                        return QStringLiteral("a book without a snapshot");
                    return bookRequests(rig) <= 25 ? QString()
                                                   : QStringLiteral("%1 requests in six seconds").arg(bookRequests(rig));
                }};
}

FaultCase inflatedBomb()
{
    constexpr qint64 memoryAllowed = 64; // MiB; the bomb has a hundred
    auto row = spoiltBook("C15", "a body that inflates to a hundred megabytes", "http.gzip", R"(,"bytes":104857600)", 1);
    const auto before = std::make_shared<qint64>();
    const auto ask = row.act;
    row.act = [before, ask](FaultRig& rig) {
        forgetPeakMemory();
        *before = memoryNow();
        return ask(rig);
    };
    const auto count = row.after;
    row.after = [before, count](FaultRig& rig) {
        const qint64 grown = memoryPeak() - *before;
        return grown <= memoryAllowed ? count(rig) : QStringLiteral("memory grew by %1 MiB").arg(grown);
    };
    return row;
}

FaultCase redirected()
{
    auto row = spoiltBook("C17", "a redirect to another host", "http.302", {}, 2);
    row.faults.clear();
    row.act = [](FaultRig& rig) {
        const QByteArray elsewhere =
            "http://127.0.0.1:" + QByteArray::number(rig.spare().port()) + "/fapi/v1/depth?symbol=BTCUSDT";
        if (!rig.truth().fault(R"({"verb":"http.302","match":"/depth?symbol=BTCUSDT","n":2,"location":")" + elsewhere + R"("})"))
            return QStringLiteral("the exchange refused the fault");
        rig.core().post(ResyncBook{rig.bitcoin});
        return QString();
    };
    const auto count = row.after;
    row.after = [count](FaultRig& rig) {
        return rig.spare().accepts().empty() ? count(rig) : QStringLiteral("the redirect was followed");
    };
    return row;
}

/// Another version of the interface: a field has another name. Not understood is not guessed at.
FaultCase fieldRenamed()
{
    auto row =
        spoiltBook("C20", "a field of an answer has another name", "http.schema", R"(,"from":"lastUpdateId","to":"lastId")", 2);
    row.during = [](FaultRig& rig) {
        const auto changes = rig.tap().trusts(rig.book);
        const bool blamed =
            std::ranges::any_of(changes, [](const auto& change) { return change.trust.reason == Errc::BadSchema; });
        return blamed ? QString() : QStringLiteral("the book's badge does not say why");
    };
    return row;
}

std::int64_t newestTradeAtVenue(FaultRig& rig)
{
    const auto body = plainGet(rig.rest().port(), "/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1");
    return QJsonDocument::fromJson(body).array().first()[QLatin1String("a")].toInteger();
}

/// Away for more trades than one answer holds: all of them are fetched, by id, while new ones come.
FaultCase manyMissedTrades()
{
    FaultCase row{
        .id = QStringLiteral("C19"), .title = QStringLiteral("more than a page of trades was missed"), .firesWithin = 1s};
    row.rig.exchange.market.symbolCount = 2;
    row.rig.exchange.market.messagesPerSecond = 2'000;
    row.act = [](FaultRig& rig) {
        rig.streams().with([](TcpShim& shim) { shim.refuse(); });
        auto next = MarketTap::Clock::now() + 1s;
        const bool enough = rig.waitFor(
            [&] {
                if (MarketTap::Clock::now() < next)
                    return false;
                next = MarketTap::Clock::now() + 1s;
                return newestTradeAtVenue(rig) > rig.tap().tradeIds(rig.bitcoin).back() + 1'500;
            },
            20s);
        return enough ? QString() : QStringLiteral("too few trades happened");
    };
    row.fired = [](FaultRig& rig) { return rig.streams().fired(); };
    row.after = [](FaultRig& rig) {
        const int pages = rig.truth().requestsOf(QStringLiteral("aggTrades?symbol=BTCUSDT&fromId"));
        return pages >= 2 ? QString() : QStringLiteral("%1 pages were asked for").arg(pages);
    };
    return row;
}

/// A long chart is paged while a bar closes and the next one begins.
FaultCase barsWhilePaging()
{
    constexpr int wanted = 4'000;
    FaultCase row{.id = QStringLiteral("C19"),
                  .title = QStringLiteral("a bar closes while older ones are paged"),
                  .faults = R"({"verb":"http.delay","match":"klines?symbol=BTCUSDT","ms":1500})",
                  .verb = QStringLiteral("http.delay"),
                  .atLeast = 3};
    row.rig.barEndsIn = 12s;
    const auto made = std::make_shared<MarketTap::Clock::time_point>();
    row.before = [made](FaultRig&) {
        *made = MarketTap::Clock::now();
        return QString();
    };
    row.act = [made](FaultRig& rig) {
        ViewInterest interest;
        interest.charts = {{FaultRig::chart, rig.bitcoin, Interval::time(1min), wanted}};
        interest.books = {{rig.bitcoin, 100, 1}, {rig.ether, 100, 1}};
        interest.tapes = {rig.bitcoin, rig.ether};
        rig.waitFor([&] { return MarketTap::Clock::now() - *made > 10s; }, 11s); // the minute is about to end
        return rig.core().post(SetInterest{interest}) ? QString() : QStringLiteral("refused");
    };
    row.during = [](FaultRig& rig) {
        return rig.waitFor([&] { return rig.screen().chart(FaultRig::chart).bars.size() >= wanted; }, 20s)
            ? QString()
            : QStringLiteral("the chart is not full");
    };
    row.after = [](FaultRig& rig) {
        const auto& bars = rig.screen().chart(FaultRig::chart).bars;
        const bool hole =
            std::ranges::adjacent_find(bars, [](const auto& one, const auto& next) { return next.first - one.first != 1min; })
            != bars.end();
        const bool open = std::ranges::count_if(bars, [](const auto& bar) { return !bar.second.closed; }) > 1;
        return hole ? QStringLiteral("the chart has a hole") : open ? QStringLiteral("an old bar is open") : QString();
    };
    return row;
}

} // namespace

std::vector<FaultCase> badAnswers()
{
    return {serverError(500),
            serverError(502),
            serverError(504),
            serverErrorForLong(),
            spoiltBook("C15", "a body cut short", "http.trunc", R"(,"bytes":20)", 2),
            spoiltBook("C15", "garbage in chunked encoding", "http.chunked", {}, 2),
            inflatedBomb(),
            redirected(),
            fieldRenamed(),
            manyMissedTrades(),
            barsWhilePaging()};
}

} // namespace spreadline::faults
