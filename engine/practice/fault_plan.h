// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/json.h"

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace spreadline::practice {

/// What can be made to go wrong. Names and arguments: fault_verbs.cpp.
enum class Verb : std::uint8_t {
    // frames of a connection; matched against the stream's name
    WsDrop,
    WsDup,
    WsReorder,
    WsTrunc,
    WsMutate,
    WsExtra,
    WsOpcode,
    WsBig,
    WsClose,
    WsMute,
    WsLate,
    WsReset,
    // control messages of a connection; matched against the first stream asked for
    WsSuback,
    WsCloseAfterSubscribe,
    WsNoPong,
    // books; matched against the stream's name, or the symbol for the snapshot
    BookOldSnapshot,
    BookGap,
    BookReset,
    BookCross,
    BookLock,
    BookGhost,
    BookWide,
    // content of messages; matched against the stream's name
    MdPrice,
    MdFuture,
    MdSpike,
    TradeGap,
    TradeDup,
    TradeReorder,
    TradeId,
    TradeRestart, // matched against the symbol
    MdRate,
    KlineTwice,
    KlineNever,
    KlineEarly,
    // answers; matched against "METHOD path?query"
    HttpStatus,
    Http403Html,
    HttpHtml,
    HttpTrunc,
    HttpChunked,
    HttpGzip,
    Http302,
    HttpDelay,
    HttpLostBefore,
    HttpLostAfter,
    HttpHold,
    HttpSchema,
    TimeLie,
    InfoBig,
    SymStatus,
    SymWeird,
    FiltersChange,
    // at once, when posted
    LimitExternal,
    ClockSkew,
    TimeScale,
    Session24h,
    WsPing,
    WsShutdown,
    Last,
};

std::string_view name(Verb verb) noexcept;

/// One order to misbehave, as posted to /fault.
struct Fault {
    int id = 0;
    Verb verb = Verb::WsDrop;
    std::string match;       ///< part of the subject's text, by default the argument "symbol"; "" matches all
    std::int64_t count = -1; ///< how often it may still fire; -1: until healed
    double probability = 1;
    std::int64_t after = 0; ///< matches to let pass first
    std::uint64_t random = 0;
    std::int64_t fired = 0;
    server::Json arguments;

    std::int64_t argument(std::string_view key, std::int64_t otherwise) const;
    std::string text(std::string_view key, std::string_view otherwise) const;
};

/// The faults that are on, and how often each verb has fired. Loop thread only. The same faults with the same seeds on the same
/// subjects fire the same way.
class FaultPlan {
public:
    /// {verb, match, count | p, seed, after, ...arguments}; `n` is another word for count. Returns the fault's id, or the
    /// complaint a person can act on. Errors: BadConfig.
    Result<int> add(const server::Json& order);
    /// Ends all faults; the fired counts stay.
    void heal();

    bool isOn(Verb verb) const noexcept { return !m_faults[index(verb)].empty(); }
    /// Any of the verbs from `first` to `last`, in the order of the enumeration.
    bool isAnyOn(Verb first, Verb last) const noexcept;
    /// The fault that fires for this subject now, counted; null when none does. Valid until the next add(), fire() or heal().
    const Fault* fire(Verb verb, std::string_view subject);
    /// The same without counting: for faults that last.
    const Fault* find(Verb verb, std::string_view subject) const;
    /// For verbs that act when they are posted: the newest one if it has not fired yet, counted.
    const Fault* fireOnce(Verb verb);

    std::int64_t fired(Verb verb) const noexcept { return m_fired[index(verb)]; }
    std::int64_t healed() const noexcept { return m_healed; } ///< times heal() was called

private:
    static constexpr std::size_t count = static_cast<std::size_t>(Verb::Last);
    static constexpr std::size_t index(Verb verb) noexcept { return static_cast<std::size_t>(verb); }

    std::array<std::deque<Fault>, count> m_faults;
    std::array<std::int64_t, count> m_fired{};
    std::int64_t m_healed = 0;
    int m_lastId = 0;
};

/// A fault's number in [0, 1), the next of its sequence.
double nextRandom(std::uint64_t& state) noexcept;

} // namespace spreadline::practice
