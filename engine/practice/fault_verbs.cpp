// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/fault_plan.h"

#include <algorithm>

namespace spreadline::practice {

namespace {

struct NamedVerb {
    Verb verb;
    std::string_view name;
};

// After each name: its arguments with their defaults.
constexpr std::array<NamedVerb, static_cast<std::size_t>(Verb::Last)> verbs{{
    {Verb::WsDrop, "ws.drop"},
    {Verb::WsDup, "ws.dup"},
    {Verb::WsReorder, "ws.reorder"},               // k=5: shuffles windows of k frames
    {Verb::WsTrunc, "ws.trunc"},                   // bytes=37: of the text that are left
    {Verb::WsMutate, "ws.mutate"},                 // how=null|array|object|missing
    {Verb::WsExtra, "ws.extra"},                   // an extra field, and a message of an unknown type before it
    {Verb::WsOpcode, "ws.opcode"},                 // how=binary|reserved|utf8
    {Verb::WsBig, "ws.big"},                       // bytes=67108864, fragments=1
    {Verb::WsClose, "ws.close"},                   // code=1001 (1006: a reset), after=sub: see ws.close after a subscription
    {Verb::WsMute, "ws.mute"},                     // the stream is silent until it is subscribed to anew
    {Verb::WsLate, "ws.late"},                     // ms=2000
    {Verb::WsReset, "ws.reset"},                   // TCP reset in the middle of the frame
    {Verb::WsSuback, "ws.suback"},                 // how=drop|error: the subscription is not made
    {Verb::WsCloseAfterSubscribe, "ws.close.sub"}, // code=1001
    {Verb::WsNoPong, "ws.nopong"},                 // pings of the client are not answered
    {Verb::BookOldSnapshot, "book.old_snapshot"},  // back=1000000: how much older its id is
    {Verb::BookGap, "book.gap"},                   // one depth message is never sent
    {Verb::BookReset, "book.reset"},               // update ids begin at 1 again
    {Verb::BookCross, "book.cross"},               // ticks=1: best bid above best ask
    {Verb::BookLock, "book.lock"},                 // best bid equals best ask
    {Verb::BookGhost, "book.ghost"},               // deletes a level that never was
    {Verb::BookWide, "book.wide"},                 // levels=100000
    {Verb::MdPrice, "md.price"},                   // v="NaN": text in place of the first price
    {Verb::MdSpike, "md.spike"},                   // factor=1000
    {Verb::MdFuture, "md.future"},                 // ms=86400000: how far the stamps are ahead
    {Verb::MdRate, "md.rate"},                     // rate=50000: extra book tickers a second
    {Verb::TradeGap, "trade.gap"},
    {Verb::TradeDup, "trade.dup"},
    {Verb::TradeReorder, "trade.reorder"},
    {Verb::TradeId, "trade.id"},           // id=9000000000000000: in place of the true one, which is never streamed
    {Verb::TradeRestart, "trade.restart"}, // ids begin at 1 again, over REST too
    {Verb::KlineTwice, "kline.twice"},
    {Verb::KlineNever, "kline.never"},
    {Verb::KlineEarly, "kline.early"}, // ms=2000 before the end of the bar
    {Verb::HttpStatus, "http.status"}, // status=500, retryAfter=-1 (none), code, msg: JSON instead of HTML
    {Verb::Http403Html, "http.403html"},
    {Verb::HttpHtml, "http.html"},              // status=200
    {Verb::HttpTrunc, "http.trunc"},            // bytes=20: of the body that are sent
    {Verb::HttpChunked, "http.chunked"},        // garbage in chunked encoding
    {Verb::HttpGzip, "http.gzip"},              // bytes=104857600: after inflation
    {Verb::Http302, "http.302"},                // location="http://127.0.0.1:1/"
    {Verb::HttpDelay, "http.delay"},            // ms=10000
    {Verb::HttpLostBefore, "http.lost_before"}, // reset before the request is looked at
    {Verb::HttpLostAfter, "http.lost_after"},   // done, then reset instead of an answer
    {Verb::HttpHold, "http.hold"},              // never answered
    {Verb::HttpSchema, "http.schema"},          // from="symbol", to="symbolName": another name for a member
    {Verb::TimeLie, "time.lie"},                // ms=60000, delay=0
    {Verb::InfoBig, "info.big"},                // symbols=100000
    {Verb::SymStatus, "sym.status"},            // symbol, status=BREAK: its streams are silent, its REST stands still
    {Verb::SymWeird, "sym.weird"},              // name: one odd symbol, or a set of them
    {Verb::FiltersChange, "filters.change"},    // symbol, tickSize, stepSize, minNotional
    {Verb::LimitExternal, "limit.external"},    // weight=2000, ip=127.0.0.1
    {Verb::ClockSkew, "clock.skew"},            // ms=2000
    {Verb::TimeScale, "time.scale"},            // speed=288
    {Verb::Session24h, "session.24h"},          // every connection is closed as after 24 h
    {Verb::WsPing, "ws.ping"},                  // payload="probe"
    {Verb::WsShutdown, "ws.shutdown"},          // ms=10000 from the notice to the close
}};

} // namespace

std::string_view name(Verb verb) noexcept
{
    const auto found = std::ranges::find(verbs, verb, &NamedVerb::verb);
    return found == verbs.end() ? std::string_view() : found->name;
}

double nextRandom(std::uint64_t& state) noexcept
{
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t x = state;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<double>((x ^ (x >> 31)) >> 11) * 0x1.0p-53;
}

std::int64_t Fault::argument(std::string_view key, std::int64_t otherwise) const
{
    const auto value = arguments[key].number();
    return value ? static_cast<std::int64_t>(*value) : otherwise;
}

std::string Fault::text(std::string_view key, std::string_view otherwise) const
{
    return std::string(arguments[key].text().value_or(otherwise));
}

Result<int> FaultPlan::add(const server::Json& order)
{
    const auto verbName = order["verb"].text();
    const auto found = std::ranges::find(verbs, verbName.value_or(""), &NamedVerb::name);
    if (found == verbs.end())
        return Error{Errc::BadConfig, "fault.verb", "there is no verb '" + std::string(verbName.value_or("")) + "'"};
    Fault fault;
    fault.verb = found->verb;
    if (fault.verb == Verb::WsClose && order["after"].text() == "sub")
        fault.verb = Verb::WsCloseAfterSubscribe;
    fault.match = order["match"].text().value_or(order["symbol"].text().value_or(""));
    fault.probability = order["p"].number().value_or(1);
    const auto often = order["count"].integer() ? order["count"].integer() : order["n"].integer();
    fault.count = often.value_or(-1);
    fault.after = order["after"].integer().value_or(0);
    if (fault.probability < 0 || fault.probability > 1 || fault.count < -1 || fault.after < 0)
        return Error{Errc::BadConfig, "fault." + std::string(found->name),
                     "p is within 0 and 1, count and after are not negative"};
    fault.id = ++m_lastId;
    fault.random = static_cast<std::uint64_t>(order["seed"].integer().value_or(fault.id));
    fault.arguments = order;
    m_faults[index(fault.verb)].push_back(std::move(fault));
    return m_lastId;
}

void FaultPlan::heal()
{
    for (auto& faults : m_faults)
        faults.clear();
    ++m_healed;
}

bool FaultPlan::isAnyOn(Verb first, Verb last) const noexcept
{
    for (std::size_t i = index(first); i <= index(last); ++i)
        if (!m_faults[i].empty())
            return true;
    return false;
}

const Fault* FaultPlan::fire(Verb verb, std::string_view subject)
{
    for (Fault& fault : m_faults[index(verb)]) {
        if (fault.count == 0 || subject.find(fault.match) == std::string_view::npos)
            continue;
        if (fault.after > 0) {
            --fault.after;
            continue;
        }
        if (fault.probability < 1 && nextRandom(fault.random) >= fault.probability)
            continue;
        if (fault.count > 0)
            --fault.count;
        ++fault.fired;
        ++m_fired[index(verb)];
        return &fault;
    }
    return nullptr;
}

const Fault* FaultPlan::fireOnce(Verb verb)
{
    auto& faults = m_faults[index(verb)];
    if (faults.empty() || faults.back().fired > 0)
        return nullptr;
    ++faults.back().fired;
    ++m_fired[index(verb)];
    return &faults.back();
}

const Fault* FaultPlan::find(Verb verb, std::string_view subject) const
{
    for (const Fault& fault : m_faults[index(verb)])
        if (subject.find(fault.match) != std::string_view::npos)
            return &fault;
    return nullptr;
}

} // namespace spreadline::practice
