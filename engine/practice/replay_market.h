// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/market_source.h"
#include "practice/replay_symbol.h"

namespace spreadline::practice {

/// Plays a Recording: events come at the moments of the venue that was recorded, with its ids; queries answer from what
/// has been played (as of the last advance) and the rows before it. At the end it falls silent. One thread.
///
/// Recorded books keep their update ids. A file without depth gets an invented book around its last price; one without
/// marks gets the last price as mark, once a second. There is no open interest and no settled funding.
class ReplayMarket final : public MarketSource {
public:
    explicit ReplayMarket(Recording recording, std::string name);

    const std::vector<Instrument>& instruments() const override { return m_recording.instruments; }
    std::optional<Timestamp> recordingStart() const override { return m_recording.start; }
    std::string description() const override;
    /// When the last event has been played there is nothing more to come.
    Timestamp recordingEnd() const noexcept { return m_end; }

    void setActive(InstrumentId instrument, bool active) override;
    void advance(Timestamp now, std::vector<MarketEvent>& out) override;

    BookSnapshot book(InstrumentId instrument, int depth, Timestamp now) override;
    std::vector<Kline> klines(InstrumentId instrument, Interval interval, Timestamp from, Timestamp to, int limit,
                              Timestamp now) override;
    std::vector<Kline> referenceKlines(Reference reference, InstrumentId instrument, Interval interval, Timestamp from,
                                       Timestamp to, int limit, Timestamp now) override;
    std::vector<Trade> trades(InstrumentId instrument, std::int64_t fromId, int limit, Timestamp now) override;
    std::vector<Trade> tradesBetween(InstrumentId instrument, Timestamp from, Timestamp to, int limit, Timestamp now) override;
    MarkPrice mark(InstrumentId instrument, Timestamp now) override;
    Ticker24h ticker(InstrumentId instrument, Timestamp now) override;
    Quantity openInterest(InstrumentId instrument, Timestamp now) override;
    std::vector<Funding> funding(InstrumentId instrument, Timestamp from, Timestamp to, int limit, Timestamp now) override;

private:
    ReplaySymbol& symbol(InstrumentId instrument) { return m_symbols.at(index(instrument)); }
    void playHistory();
    void play(const Recording::Item& item, std::vector<MarketEvent>* out);
    void playItems(Timestamp now, std::vector<MarketEvent>* out);
    void playRows(Timestamp now, std::vector<MarketEvent>* out);
    void moveInventedBooks(Timestamp from, Timestamp to, std::vector<MarketEvent>* out);
    void tellMarks(Timestamp now, std::vector<MarketEvent>& out);

    Recording m_recording;
    std::string m_name;
    std::vector<ReplaySymbol> m_symbols;
    std::size_t m_nextItem = 0;
    std::size_t m_nextRow = 0;      ///< whose trades have not been taken up
    std::vector<Trade> m_rowTrades; ///< of the row before that, not yet played from m_nextRowTrade on
    std::size_t m_nextRowTrade = 0;
    std::int64_t m_nextTradeId = 1;
    Timestamp m_now, m_end;
};

} // namespace spreadline::practice
