// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_http.h"
#include "section_b.h"
#include "witness.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

constexpr std::array absurdNumbers{
    "0", "-1", "NaN", "Infinity", "1e400", "", "0x10", "1.2.3", "1234567890123456789012345678901234567890"};

/// Each absurd price once, on consecutive messages of the stream.
FaultCase absurdPrices(const QByteArray& stream, const QString& what)
{
    QByteArray faults;
    for (const char* number : absurdNumbers) {
        faults += (faults.isEmpty() ? "[" : ",");
        faults += R"({"verb":"md.price","match":")" + stream + R"(","n":1,"v":")" + number + R"("})";
    }
    return {.id = QStringLiteral("B06"),
            .title = QStringLiteral("absurd prices in %1").arg(what),
            .faults = faults + "]",
            .verb = QStringLiteral("md.price"),
            .atLeast = static_cast<int>(absurdNumbers.size()),
            .firesWithin = 40s,
            .after = [](FaultRig& rig) {
                const bool counted = rig.waitFor(
                    [&] { return rig.screen().status().health.rejected >= static_cast<std::int64_t>(absurdNumbers.size()); }, 5s);
                if (!counted)
                    return QStringLiteral("only %1 frames were refused").arg(rig.screen().status().health.rejected);
                return rig.screen().hasNotice(Errc::BadNumber) ? QString() : QStringLiteral("nobody was told why");
            }};
}

/// One trade a thousand times too dear: kept on the tape as the venue told it, and nowhere else.
FaultCase spike()
{
    const Witness<Trade> witness;
    FaultCase row{.id = QStringLiteral("B07"),
                  .title = QStringLiteral("one trade at a thousand times the price"),
                  .faults = R"({"verb":"md.spike","match":"btcusdt@aggTrade","n":1,"factor":1000})",
                  .verb = QStringLiteral("md.spike"),
                  .after = [witness](FaultRig& rig) {
                      const BookPtr book = rig.screen().book(rig.bitcoin);
                      const auto dear = Price::fromMantissa(book->asks.front().price, book->scale.price).toDouble() * 100;
                      auto trades = witness.seen();
                      std::erase_if(trades, [&](const Trade& trade) { return trade.instrument != rig.bitcoin; });
                      if (std::ranges::count_if(trades, [&](const Trade& trade) { return trade.price.toDouble() > dear; }) != 1)
                          return QStringLiteral("the tape does not say what the venue said");
                      for (const auto& [open, bar] : rig.screen().chart(FaultRig::chart).bars) {
                          if (bar.closed && bar.high.toDouble() > dear) // the one under way shows what was traded
                              return QStringLiteral("the bar has the spike");
                      }
                      return trades.back().price.toDouble() < dear ? QString() : QStringLiteral("the price stayed up");
                  }};
    row.rig.mutant = witness.eyes();
    return row;
}

/// Quantities by id as the venue's REST tells them.
std::map<std::int64_t, QString> quantitiesByRest(FaultRig& rig, std::int64_t from)
{
    const QByteArray body =
        plainGet(rig.rest().port(), "/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1000&fromId=" + QByteArray::number(qint64{from}));
    std::map<std::int64_t, QString> quantities;
    for (const QJsonValue& trade : QJsonDocument::fromJson(body).array())
        quantities[trade[QLatin1String("a")].toInteger()] = trade[QLatin1String("q")].toString();
    return quantities;
}

QString sameVolume(FaultRig& rig, const std::vector<Trade>& seen)
{
    std::vector<Trade> mine;
    std::ranges::copy_if(seen, std::back_inserter(mine), [&](const Trade& trade) { return trade.instrument == rig.bitcoin; });
    if (mine.size() > 1'000)
        mine.erase(mine.begin(), mine.end() - 1'000);
    const auto theirs = quantitiesByRest(rig, mine.front().id);
    for (const Trade& trade : mine) {
        const auto found = theirs.find(trade.id);
        const auto quantity =
            found == theirs.end() ? Result<Quantity>(Errc::NotFound) : Quantity::parse(found->second.toStdString());
        if (!quantity || *quantity != trade.quantity)
            return QStringLiteral("trade %1 is not the venue's").arg(trade.id);
    }
    return mine.size() > 20 ? QString() : QStringLiteral("too few trades to judge");
}

FaultCase spoiltTrades()
{
    const Witness<Trade> witness;
    FaultCase row{
        .id = QStringLiteral("B12"),
        .title = QStringLiteral("trades missing, doubled and swapped"),
        .faults =
            R"([{"verb":"trade.gap","match":"btcusdt@aggTrade","n":3,"after":2},{"verb":"trade.dup","match":"btcusdt@aggTrade","n":5},
                               {"verb":"trade.reorder","match":"btcusdt@aggTrade","n":4,"after":8}])",
        .fired =
            [](FaultRig& rig) {
                VenueTruth& truth = rig.truth();
                return std::min({truth.fired(QStringLiteral("trade.gap")), truth.fired(QStringLiteral("trade.dup")),
                                 truth.fired(QStringLiteral("trade.reorder"))});
            },
        .atLeast = 3,
        .during =
            [witness](FaultRig& rig) {
                return rig.waitFor([&] { return witness.seen().size() > 200; }, 20s) ? QString()
                                                                                     : QStringLiteral("the tapes stand still");
            },
        .after =
            [witness](FaultRig& rig) {
                if (rig.truth().requestsOf(QStringLiteral("aggTrades?symbol=BTCUSDT&fromId")) < 1)
                    return QStringLiteral("the hole was not filled by REST");
                return sameVolume(rig, witness.seen());
            }};
    row.rig.mutant = witness.eyes();
    return row;
}

} // namespace

std::vector<FaultCase> falseNumbers()
{
    return {absurdPrices("btcusdt@depth", QStringLiteral("a book")), absurdPrices("btcusdt@aggTrade", QStringLiteral("trades")),
            absurdPrices("btcusdt@kline_1m", QStringLiteral("a bar")), spike(), spoiltTrades()};
}

} // namespace spreadline::faults
