// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_check.h"
#include "exchange/binance/binance_dialect.h"
#include "exchange/depth_sync.h"
#include "market/order_book.h"

#include <cstdlib>

using namespace spreadline;

namespace {

/// With a blank in front the same frame is read by the JSON parser (engine/exchange/binance/plain_scan.h is the quick way): the
/// outcome must be the same.
void checkCarefulWay(std::string_view frame, const InstrumentTable& table, const Result<Decoded>& quick,
                     const std::vector<MarketEvent>& events)
{
    static BinanceDialect dialect;
    static std::vector<MarketEvent> careful;
    static std::string blanked;
    blanked.assign(1, ' ').append(frame);
    careful.clear();
    const auto decoded = dialect.decode(blanked, table, careful);
    const bool isSame = decoded.hasValue() == quick.hasValue()
        && (decoded ? decoded->kind == quick->kind && decoded->venueTime == quick->venueTime : decoded.error() == quick.error());
    if (!isSame || careful != events)
        std::abort();
}

} // namespace

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
    const std::string_view frame(reinterpret_cast<const char*>(data), size);
    const auto decoded = dialect.decode(frame, table, events);
    if (frame.starts_with('{') && frame.size() < 4'096)
        checkCarefulWay(frame, table, decoded, events);
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
