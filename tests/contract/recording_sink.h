// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/feed.h"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace spreadline::test {

/// Remembers everything a feed delivers and checks, as it comes, what the contract of ports/feed.h says about its order. Any thread.
class RecordingSink final : public MarketSink {
public:
    std::size_t deliver(std::vector<StampedEvent>& batch) override;

    /// The first broken promise, or "".
    std::string complaint() const;
    std::vector<Instrument> instruments() const;
    InstrumentId idOf(const std::string& symbol) const;

    TrustState stateOf(const Channel& channel) const; ///< Down before the first word
    Errc reasonOf(const Channel& channel) const;
    std::vector<TrustState> statesOf(const Channel& channel) const; ///< all, in order
    std::vector<std::int64_t> tradesOf(InstrumentId instrument) const;
    int countOf(const Channel& channel) const; ///< data events; a book's snapshots included
    int snapshotsOf(InstrumentId instrument) const;
    std::vector<KlineHistory> klineHistories() const;
    std::vector<TradeHistory> tradeHistories() const;
    std::vector<DerivativeHistory> derivativeHistories() const;
    std::int64_t rejected() const;
    VenueHealth health() const;
    std::size_t events() const;

    /// Once set, everything that arrives is a broken promise.
    void expectSilence();
    /// Takes nothing at all: a core that hangs.
    void setHung(bool hung);

private:
    struct Book {
        std::int64_t id = 0;
        bool whole = false;
    };
    void note(const MarketEvent& event);
    void noteTrust(const ChannelTrust& trust);
    void noteTrade(const Trade& trade);
    void noteData(const Channel& channel);
    void complain(const std::string& text);

    mutable std::mutex m_mutex;
    std::string m_complaint;
    std::vector<Instrument> m_instruments;
    std::map<Channel, std::vector<Trust>> m_trust;
    std::map<InstrumentId, std::vector<std::int64_t>> m_trades;
    std::map<InstrumentId, Book> m_books;
    std::map<Channel, int> m_counts;
    std::map<InstrumentId, int> m_snapshots;
    std::vector<KlineHistory> m_klineHistories;
    std::vector<TradeHistory> m_tradeHistories;
    std::vector<DerivativeHistory> m_derivativeHistories;
    VenueHealth m_health;
    std::int64_t m_rejected = 0;
    std::size_t m_events = 0;
    bool m_silence = false;
    bool m_hung = false;
};

} // namespace spreadline::test
