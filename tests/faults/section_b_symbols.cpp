// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_b.h"

#include <algorithm>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

/// Instruments are loaded every second instead of every day.
FaultCase freshInstruments(const char* id, const char* title, const QByteArray& faults, const QString& verb)
{
    FaultCase row{.id = QLatin1String(id), .title = QLatin1String(title), .faults = faults, .verb = verb};
    row.rig.adjust = [](LiveFeedConfig& config, FaultRig&) { config.instrumentsEvery = 1s; };
    return row;
}

QString becomes(FaultRig& rig, const char* symbol, const std::function<bool(const Instrument&)>& what)
{
    return rig.waitFor([&] { return what(*rig.screen().find(symbol)); }, 5s) ? QString()
                                                                             : QStringLiteral("the change was not seen");
}

/// Trading stops: said, and everything known stays. BREAK and a status nobody has heard of are the same.
FaultCase suspended(const QByteArray& status, InstrumentStatus expected)
{
    auto row = freshInstruments("B18", "", R"({"verb":"sym.status","symbol":"ETHUSDT","status":")" + status + R"("})",
                                QStringLiteral("sym.status"));
    row.title = QStringLiteral("a symbol's status becomes ") + QLatin1String(status);
    const auto id = std::make_shared<InstrumentId>();
    row.during = [expected, id](FaultRig& rig) {
        *id = rig.ether;
        if (const QString unseen = becomes(rig, "ETHUSDT", [&](const Instrument& ether) { return ether.status == expected; });
            !unseen.isEmpty())
            return unseen;
        const BookPtr book = rig.screen().book(rig.ether);
        if (!book || book->bids.empty() || rig.screen().tape(rig.ether).empty())
            return QStringLiteral("what was known is gone");
        return rig.screen().find("BTCUSDT")->status == InstrumentStatus::Trading ? QString()
                                                                                 : QStringLiteral("another symbol stopped, too");
    };
    row.after = [id](FaultRig& rig) {
        const Instrument& ether = *rig.screen().find("ETHUSDT");
        if (ether.id != *id)
            return QStringLiteral("the symbol has another id");
        return becomes(rig, "ETHUSDT", [](const Instrument& now) { return now.status == InstrumentStatus::Trading; });
    };
    return row;
}

FaultCase filtersChange()
{
    auto row = freshInstruments(
        "B19", "tick, lot and minimum change while running",
        R"({"verb":"filters.change","symbol":"BTCUSDT","tickSize":"0.50","stepSize":"0.002","minNotional":"250"})",
        QStringLiteral("filters.change"));
    row.during = [](FaultRig& rig) {
        if (const QString unseen =
                becomes(rig, "BTCUSDT", [](const Instrument& now) { return now.tickSize == Price::fromMantissa(5, 1); });
            !unseen.isEmpty())
            return unseen;
        const Instrument& bitcoin = *rig.screen().find("BTCUSDT");
        const bool refuses =
            !checkPrice(bitcoin, Price::fromMantissa(600'001, 1)) && checkPrice(bitcoin, Price::fromMantissa(600'005, 1));
        const bool minimum = !checkNotional(bitcoin, Price::fromMantissa(100, 0), Quantity::fromMantissa(2, 0));
        return refuses && minimum ? QString() : QStringLiteral("the old filters are still in force");
    };
    return row;
}

/// A finer tick: prices are held in another scale from then on, and the books with them.
FaultCase tickGetsFiner()
{
    auto row =
        freshInstruments("B19", "the tick becomes finer than the book's scale",
                         R"({"verb":"filters.change","symbol":"BTCUSDT","tickSize":"0.01"})", QStringLiteral("filters.change"));
    row.during = [](FaultRig& rig) {
        if (const QString unseen = becomes(rig, "BTCUSDT", [](const Instrument& now) { return now.priceScale() == 2; });
            !unseen.isEmpty())
            return unseen;
        const bool isBack = rig.waitFor(
            [&] {
                const BookPtr book = rig.screen().book(rig.bitcoin);
                return book && book->scale.price == 2 && book->trust.state == TrustState::Synced
                    && rig.screen().stateOf(rig.book) == TrustState::Synced;
            },
            10s);
        return isBack ? QString() : QStringLiteral("the book did not come back in the new scale");
    };
    return row;
}

/// Names nobody would list: they are taken as the text they are, and the rest works.
FaultCase oddNames()
{
    FaultCase row{
        .id = QStringLiteral("B20"),
        .title = QStringLiteral("symbols with foreign letters, markup, quotes and four thousand characters"),
        .before =
            [](FaultRig& rig) { return rig.truth().fault(R"({"verb":"sym.weird"})") ? QString() : QStringLiteral("refused"); },
        .verb = QStringLiteral("sym.weird")};
    row.after = [](FaultRig& rig) {
        for (const char* symbol :
             {"\xe5\xb8\x81\xe5\xae\x89\xe4\xba\xba\xe7\x94\x9fUSDT", "<b>BOLD</b>USDT", "QUOTE\"'`USDT", "..%2F..USDT"}) {
            if (!rig.screen().find(symbol))
                return QStringLiteral("%1 is not listed").arg(QString::fromUtf8(symbol));
        }
        const bool isHugeWhole = std::ranges::any_of(rig.screen().instruments(),
                                                     [](const Instrument& listed) { return listed.symbol.size() == 4'100; });
        return isHugeWhole ? QString() : QStringLiteral("the long name is not listed as it is");
    };
    return row;
}

} // namespace

std::vector<FaultCase> changedSymbols()
{
    return {suspended("PRE_SETTLE", InstrumentStatus::Settling), suspended("CANCEL_ONLY", InstrumentStatus::Break),
            filtersChange(), tickGetsFiner(), oddNames()};
}

} // namespace spreadline::faults
