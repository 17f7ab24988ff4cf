// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/market_state.h"
#include "ports/store.h"
#include "runtime/chart_desk.h"
#include "runtime/core_time.h"
#include "runtime/recorder.h"
#include "runtime/view_batch.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace spreadline {

/// Remembers what changed since the last frame and makes a ViewBatch of it when one is asked for. Costs nothing between frames but
/// a mark. Core thread.
class ViewBuilder {
public:
    static constexpr std::size_t tapeRows = 500;       ///< a tape's whole content
    static constexpr std::size_t tapeRowsAFrame = 200; ///< new trades a frame carries at most
    static constexpr std::size_t maxNotices = 100;

    ViewBuilder(const CoreTime& time, const MarketState& market, ChartDesk& charts);

    void follow(const ViewInterest& interest);

    void instrumentsChanged();
    void tickerChanged(InstrumentId instrument) { m_tickers.insert(instrument); }
    void allTickersChanged();
    void bookChanged(InstrumentId instrument) { m_books.insert(instrument); }
    void trustChanged(const Channel& channel);
    void notice(Severity severity, const Error& error);

    /// For the status, which goes out once a second and when a trust changed.
    struct Figures {
        VenueHealth health;
        std::int64_t marketOverflows = 0;
        StoreHealth store;
        std::int64_t rowsDropped = 0;
        std::vector<ChannelTrust> channels;
        std::int64_t tradesMissed = 0, tradesNotInBars = 0;
    };
    bool wantsStatus() const;
    /// `figures` only when wantsStatus().
    std::unique_ptr<ViewBatch> build(std::int64_t frame, std::optional<Figures> figures);

private:
    struct TapeReader {
        bool reset = true;
        int generation = 0;
        std::int64_t read = 0; ///< of TradeTape::pushed()
        TrustState trust = TrustState::Down;
    };

    TickerRow tickerRow(const InstrumentMarket& market) const;
    BookPtr bookView(const BookInterest& interest, const InstrumentMarket& market) const;
    void appendBooks(ViewBatch& batch);
    void appendTape(InstrumentId instrument, TapeReader& reader, ViewBatch& batch);

    const CoreTime& m_time;
    const MarketState& m_market;
    ChartDesk& m_charts;
    std::vector<BookInterest> m_bookInterests;
    std::map<InstrumentId, TapeReader> m_tapes;
    bool m_instrumentsChanged = true;
    std::set<InstrumentId> m_tickers;
    std::set<InstrumentId> m_books;
    std::vector<Notice> m_notices;
    Timestamp m_lastStatus;
    bool m_statusChanged = true;
};

/// The trust of an instrument's book: what the stream says, but never Synced for a book that is stale, crossed or not there.
Trust bookTrust(const InstrumentMarket& market);

} // namespace spreadline
