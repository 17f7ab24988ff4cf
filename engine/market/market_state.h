// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"
#include "market/kline_series.h"
#include "market/order_book.h"
#include "market/trade_tape.h"
#include "market/trust_table.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace spreadline {

/// What is known of one instrument. The big parts exist only while somebody wants them.
struct InstrumentMarket {
    Instrument instrument;
    std::optional<Ticker24h> ticker;
    std::optional<MarkPrice> mark;
    std::optional<Price> last; ///< of the newest trade or ticker
    Timestamp lastTime;
    int direction = 0; ///< of the last change of `last`: +1, 0, -1
    std::unique_ptr<OrderBook> book;
    std::unique_ptr<TradeTape> tape;
    std::map<Interval, KlineSeries> series;
    TrustTable trust;

    /// True when the price moved. An older price than the known one is nothing.
    bool setLast(Price price, Timestamp time);
    /// The next price is taken whatever its time, if the one known is later than `limit`.
    void doubtLast(Timestamp limit);
    /// Takes its price over, too.
    void setTicker(const Ticker24h& fresh);
};

/// The market of one venue. Ids are positions, so finding an instrument is an index. One thread.
class MarketState {
public:
    /// Takes a list over; markets of known instruments stay. True when anything differs from before.
    bool setInstruments(const std::vector<Instrument>& instruments);

    /// Null for an id nobody announced.
    InstrumentMarket* find(InstrumentId id) noexcept;
    const InstrumentMarket* find(InstrumentId id) const noexcept;
    std::size_t size() const noexcept { return m_markets.size(); }
    /// For change lists: the shared copy that views hand out.
    const std::shared_ptr<const std::vector<Instrument>>& instruments() const noexcept { return m_instruments; }

    /// Trust of the all-market streams.
    TrustTable& allMarkets() noexcept { return m_allMarkets; }
    const TrustTable& allMarkets() const noexcept { return m_allMarkets; }
    TrustTable* trustOf(InstrumentId id) noexcept;

    std::uint64_t hash() const;

private:
    std::vector<std::unique_ptr<InstrumentMarket>> m_markets;
    std::shared_ptr<const std::vector<Instrument>> m_instruments = std::make_shared<std::vector<Instrument>>();
    TrustTable m_allMarkets;
};

} // namespace spreadline
