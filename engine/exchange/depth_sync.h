// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"

#include <deque>
#include <optional>
#include <vector>

namespace spreadline {

/// Brings one instrument's diff stream and its REST snapshot together by Binance's documented recipe (protocols/binance-usdm.md
/// 8.1), as a state machine without socket or clock. What it puts out is vouched for: one BookSnapshot, then only deltas that
/// continue it without a gap (each `previousLast` equals the id before; in the first delta after a snapshot it is set to the
/// snapshot's id). One thread.
///
/// The first delta must reach over the snapshot's id L (U <= L <= u) or begin exactly after it (pu == L; this also covers spot,
/// where the decoder sets pu = U - 1). A repeat of the delta applied last is ignored; any other break starts anew.
class DepthSync {
public:
    struct Limits {
        std::size_t deltas = 2'048;   ///< buffered while the snapshot is on its way; the oldest go first
        std::size_t levels = 200'000; ///< likewise, their levels in all
        int patience = 100;           ///< deltas a snapshot may be ahead of the stream before it is fetched again
    };

    /// What the owner has to do after a call.
    struct Step {
        bool fetchSnapshot = false;  ///< ask REST for a snapshot; never true while one is awaited
        bool synced = false;         ///< the book just became whole: the events put out begin with its snapshot
        std::optional<Error> resync; ///< a book that was whole is not any more, or a snapshot did not fit; says why
    };

    explicit DepthSync(InstrumentId instrument) : DepthSync(instrument, Limits()) {}
    DepthSync(InstrumentId instrument, Limits limits) : m_instrument(instrument), m_limits(limits) {}

    /// The stream was subscribed (again): forgets everything, including the snapshot under way, and asks for a new one.
    Step start();
    /// The owner has a reason of its own to distrust the book (crossed, lost frames, lane full). Buffers from the next delta on.
    Step restart(Error reason);
    Step onDelta(BookDelta delta, std::vector<MarketEvent>& out);
    /// The answer to fetchSnapshot. When the request failed the owner just repeats it, after its back-off.
    Step onSnapshot(BookSnapshot snapshot, std::vector<MarketEvent>& out);

    bool isSynced() const noexcept { return m_synced; }
    bool awaitsSnapshot() const noexcept { return m_awaited; }
    std::int64_t lastId() const noexcept { return m_last.last; } ///< of the synced book
    std::int64_t resyncs() const noexcept { return m_resyncs; }
    std::size_t buffered() const noexcept { return m_buffer.size(); }

private:
    struct Ids {
        std::int64_t first = 0, last = 0, previous = 0;
        bool operator==(const Ids&) const = default;
    };
    static Ids idsOf(const BookDelta& delta) { return {delta.firstId, delta.lastId, delta.previousLast}; }

    Step continueBook(BookDelta delta, std::vector<MarketEvent>& out);
    Step buffer(BookDelta delta, std::vector<MarketEvent>& out);
    void keep(BookDelta delta);
    Step join(std::vector<MarketEvent>& out);
    Step refetch(Errc code, std::string detail);
    Error errorAt(Errc code, std::string detail) const;
    void forget();

    InstrumentId m_instrument;
    Limits m_limits;
    bool m_synced = false;
    bool m_awaited = false;
    Ids m_last;                     ///< of the delta applied last
    std::deque<BookDelta> m_buffer; ///< an unbroken run of deltas
    std::size_t m_levels = 0;
    std::optional<BookSnapshot> m_snapshot; ///< waits for the delta that vouches for it
    int m_ahead = 0;
    std::int64_t m_resyncs = 0;
};

} // namespace spreadline
