// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"
#include "practice/stream_name.h"

#include <string>
#include <vector>

namespace spreadline::practice {

class StreamSession;

/// Depth changes of one period, waiting to be sent as one message.
struct DeltaMerge {
    std::int64_t firstId = 0, lastId = 0;
    std::int64_t sentLast = 0; ///< u of the message before; zero: none yet
    std::int64_t previousLast = 0;
    Timestamp time;
    std::vector<BookLevel> bids, asks;

    bool isEmpty() const noexcept { return lastId == 0; }
    void add(const BookDelta& delta);
    /// Leaves the last quantity of each price, rising prices, and forgets nothing else.
    void fold();
    void clear();
};

/// One stream that somebody is subscribed to, and what its next message will be made of.
struct StreamChannel {
    StreamName name;
    std::string text;     ///< as subscribed
    std::string interval; ///< of a kline stream
    std::vector<StreamSession*> subscribers;

    Timestamp lastSent;            ///< end of the last period
    std::vector<Trade> trades;     ///< AggTrade: of the running period
    std::vector<Trade> held;       ///< by a fault, until the next trade
    DeltaMerge merge;              ///< DiffDepth
    std::vector<BookLevel> ghosts; ///< DiffDepth: false bid levels a fault has sent, to be taken back
    BookLevel bid, ask;            ///< BookTicker: as last sent
    std::int64_t bookIdSent = 0;   ///< PartialDepth
    Kline kline;                   ///< Kline: as last sent
    std::int64_t klineTrades = -1; ///< Kline: the desk's trade count at the last look
    bool closedEarly = false;      ///< Kline: a fault has closed this bar already
};

} // namespace spreadline::practice
