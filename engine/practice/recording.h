// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/instrument.h"
#include "domain/market_event.h"

#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline::practice {

/// What a recorded file holds, ready to be played: instruments, events in the order and at the times of the venue, and
/// - for files of klines - the rows before the first event.
struct Recording {
    struct Item {
        Timestamp time;    ///< never falls
        MarketEvent event; ///< Trade, BookDelta, BookSnapshot, MarkPrice or Liquidation
    };
    std::vector<Instrument> instruments;
    std::vector<Item> items;
    /// The clock starts here; what lies before is history when the exchange opens.
    Timestamp start;
    /// Rows of a klines file (one instrument), and what they are rows of. Those after `start` come to be as time
    /// passes.
    std::vector<Kline> rows;
    Interval rowInterval;
    bool hasDepth = false; ///< else the exchange invents a book around the last price
    std::string notes;     ///< what was inferred, for a person
};

/// Finds tick and step of an instrument whose filters nobody told: the decimals of the texts, and what all values
/// divide by.
class GridGuess {
public:
    /// Errors: BadNumber for text that is no positive decimal.
    Status see(std::string_view text);
    int scale() const noexcept { return m_scale; }
    /// At scale(); at least 1.
    std::int64_t step() const noexcept { return m_divisor > 0 ? m_divisor : 1; }

private:
    int m_scale = 0;
    std::int64_t m_divisor = 0;
};

/// A tradable instrument with that grid and wide limits.
Instrument guessedInstrument(std::string symbol, const GridGuess& price, const GridGuess& quantity);

/// Splits "SOLUSDT" into base and quote by the known quote assets; everything is base when none fits.
struct Assets {
    std::string base, quote;
};
Assets splitSymbol(std::string_view symbol);

/// Reads any file `--replay` takes: a Binance USD-M capture (.jsonl, .jsonl.gz), a CSV of klines or of trades (.csv,
/// .csv.gz). `symbol` names the instrument of a CSV; empty: taken from the file's name. Errors: NotFound, BadFile with
/// file:line, Unsupported.
Result<Recording> readRecording(const std::string& path, const std::string& symbol);

/// The two kinds.
Result<Recording> readCapture(const std::string& path);
Result<Recording> readCsv(const std::string& path, const std::string& symbol);

} // namespace spreadline::practice
