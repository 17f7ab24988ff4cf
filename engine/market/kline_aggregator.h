// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/bar.h"
#include "market/id_window.h"

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace spreadline {

enum class BarEvent : std::uint8_t {
    Closed,  ///< comes once for every open time of an interval
    Revised, ///< a late trade changed a closed bar
};

/// Builds the calendar bars of one instrument from its trades, several intervals at once. One thread, no clock: time is that of
/// the trades and of advance().
///
/// A trade touches only the finest interval; a bar that closes is taken in by the coarser intervals it nests in, and a coarse
/// bar under way is put together when it is asked for. So six intervals cost hardly more than one. Intervals without trades
/// become flat bars of volume zero at the last price; a silence longer than `maxFlatBars` leaves a hole instead.
class KlineAggregator {
public:
    static constexpr std::size_t maxFlatBars = 7'200;
    static constexpr std::size_t revisableBars = 64; ///< closed bars of each interval that a late trade can still change

    using Handler = std::function<void(Interval, const Kline&, BarEvent)>;

    /// Precondition: calendar intervals only. `grace` is how long after a bar's end its late trades are waited for.
    KlineAggregator(BookScale scale, std::vector<Interval> intervals, Handler handler, Duration grace = std::chrono::seconds(2));

    /// A trade that came before, by id, is nothing. Errors: Overflow, BadNumber: the trade was not counted.
    Status add(const Trade& trade);
    /// The venue's clock says `now`: closes what is over, also where nothing was traded.
    void advance(Timestamp now);

    /// The bar under way; nothing before the first trade. Precondition: `interval` is one of the constructor's.
    std::optional<Kline> forming(Interval interval) const;
    /// Trades that came too late even for a revision.
    std::int64_t tooLate() const noexcept { return m_tooLate; }

private:
    struct Node {
        explicit Node(Interval span) : interval(span) {}

        Bar bar;                  ///< of a leaf: the trades; of others: the closed parts
        std::size_t nextLeaf = 0; ///< of a leaf: the next coarser one; zero after the last
        bool isLeaf = true;       ///< fed by trades; others by the bars of a finer interval
        bool started = false;
        Interval interval;
        std::vector<std::size_t> coarser; ///< nodes that take in this one's closed bars
        std::size_t source = 0;           ///< the finer node, unless a leaf
        std::deque<Bar> closed;           ///< the last of them, oldest first
    };

    static bool nests(Interval fine, Interval coarse);
    void link();
    void start(Node& node, Timestamp time);
    void close(Node& node);
    void take(Node& node, const Bar& part);
    void open(Node& node, Timestamp time);
    void rollTo(Node& leaf, Timestamp time);
    void skipTo(Node& node, Timestamp time);
    bool addLate(Node& node, const RawTrade& trade);
    bool revise(Node& node, const RawTrade& trade);
    void refill(Node& node, std::size_t after);
    Bar current(const Node& node) const;

    BookScale m_scale;
    Handler m_handler;
    Duration m_grace;
    std::vector<Node> m_nodes; // rising length, so the first is a leaf
    IdWindow m_seen;
    std::int64_t m_tooLate = 0;
};

} // namespace spreadline
