// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_check.h"
#include "exchange/binance/binance_dialect.h"
#include "exchange/depth_sync.h"
#include "market/order_book.h"

#include <cstdlib>

using namespace spreadline;

/// Frames of a stream connection, through the decoder, the depth sync and a book.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static BinanceDialect dialect;
    static const InstrumentTable table = fuzz::sampleTable();
    static DepthSync sync{InstrumentId{0}};
    static OrderBook book(64);
    static std::vector<MarketEvent> events;
    static std::vector<MarketEvent> vouched;
    events.clear();
    const auto decoded = dialect.decode({reinterpret_cast<const char*>(data), size}, table, events);
    if (!decoded) {
        fuzz::check(decoded.error());
        return events.empty() ? 0 : (std::abort(), 1);
    }
    fuzz::check(events, table);
    for (MarketEvent& event : events) {
        auto* delta = std::get_if<BookDelta>(&event);
        if (!delta || delta->instrument != InstrumentId{0})
            continue;
        if (!sync.isSynced() && !sync.awaitsSnapshot())
            sync.start();
        vouched.clear();
        BookSnapshot snapshot;
        snapshot.updateId = delta->lastId;
        snapshot.scale = delta->scale;
        sync.onDelta(std::move(*delta), vouched);
        if (sync.awaitsSnapshot())
            sync.onSnapshot(std::move(snapshot), vouched);
        for (const MarketEvent& good : vouched) {
            if (const auto* whole = std::get_if<BookSnapshot>(&good))
                book.reset(*whole);
            else if (const auto applied = book.apply(std::get<BookDelta>(good)); !applied)
                sync.restart(applied.error());
        }
    }
    return 0;
}
