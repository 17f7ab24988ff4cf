// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/order_book.h"
#include "ports/feed.h"

#include <QStringList>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace spreadline::faults {

/// The hash of a book's best twenty levels, as the practice exchange computes it. Best first.
std::uint64_t topHash(std::span<const BookLevel> bids, std::span<const BookLevel> asks);

/// Stands between a feed and the core: passes everything on and keeps the invariants of the feed's promises as it goes: books are
/// rebuilt and never Synced across a gap or while crossed, trade ids rise without a hole unless the channel says Partial.
/// Delivered to on the io thread; questions from any thread. Times are those of the steady clock.
class MarketTap final : public MarketSink {
public:
    using Clock = std::chrono::steady_clock;

    /// Changes an event on its way, or swallows it by returning false: a program with a fault of its own.
    using Mutant = std::function<bool(MarketEvent&)>;

    explicit MarketTap(MarketSink& next, Mutant mutant = {}) : m_next(next), m_mutant(std::move(mutant)) {}

    std::size_t deliver(std::vector<StampedEvent>& batch) override;

    /// From now on trade ids may begin anew: the venue really does that.
    void expectRestart() { m_expectsRestart = true; }
    /// Whether `next` after `last` is a count that began anew, where that is expected.
    bool isRestart(std::int64_t last, std::int64_t next) const { return m_expectsRestart && last - next > 20'000; }

    /// Every broken promise so far.
    QStringList complaints() const;

    /// A state a book had while its channel was Synced.
    struct BookMark {
        std::int64_t updateId = 0;
        std::uint64_t hash = 0;
        Clock::time_point at;
    };
    std::vector<BookMark> bookMarks(InstrumentId instrument) const;
    int snapshots(InstrumentId instrument) const;
    std::vector<std::int64_t> tradeIds(InstrumentId instrument) const; ///< since the count began anew, if it did
    /// Closes by open time as they came from the stream, repeats included.
    std::vector<Kline> closes(InstrumentId instrument, Interval interval) const;
    struct TrustChange {
        Trust trust;
        Clock::time_point at;
    };
    std::vector<TrustChange> trusts(const Channel& channel) const;
    TrustState stateOf(const Channel& channel) const; ///< Down before the first word
    /// The last valid data of the channel; a table's is that of any instrument.
    Clock::time_point lastData(const Channel& channel) const;
    std::int64_t rejected() const; ///< FrameRejected events
    VenueHealth health() const;

private:
    struct Book {
        OrderBook book;
        bool whole = false;
        int snapshots = 0;
        std::vector<BookMark> marks;
    };
    void note(const MarketEvent& event);
    void noteTrust(const ChannelTrust& trust);
    void noteTrade(const Trade& trade);
    void noteSnapshot(const BookSnapshot& snapshot);
    void noteDelta(const BookDelta& delta);
    void mark(InstrumentId instrument, Book& book);
    void sawData(StreamKind kind, InstrumentId instrument, Interval interval);
    void complain(const QString& text);
    bool isSynced(const Channel& channel) const;

    MarketSink& m_next;
    Mutant m_mutant;
    std::atomic<bool> m_expectsRestart = false;
    mutable std::mutex m_mutex;
    QStringList m_complaints;
    std::map<Channel, std::vector<TrustChange>> m_trusts;
    std::map<Channel, Clock::time_point> m_lastData;
    std::map<InstrumentId, Book> m_books;
    std::map<InstrumentId, std::vector<std::int64_t>> m_trades;
    std::map<std::pair<InstrumentId, std::int64_t>, std::vector<Kline>> m_closes; ///< by interval amount
    std::int64_t m_rejected = 0;
    VenueHealth m_health;
};

} // namespace spreadline::faults
