// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/feed.h"
#include "ports/store.h"

#include <set>
#include <string>
#include <vector>

namespace spreadline::test {

/// A feed that does nothing but remember what it was asked for. The test answers in its place.
class RecordingFeed final : public Feed {
public:
    void start(std::vector<Instrument> known) override
    {
        ++starts;
        knownAtStart = std::move(known);
    }
    void subscribe(std::span<const Channel> channels) override { subscribed.insert(channels.begin(), channels.end()); }
    void unsubscribe(std::span<const Channel> channels) override
    {
        for (const Channel& channel : channels)
            subscribed.erase(channel);
    }
    void requestKlines(const KlineRequest& request) override { klineRequests.push_back(request); }
    void requestTrades(const TradeRequest& request) override { tradeRequests.push_back(request); }
    void requestDerivatives(const DerivativeRequest& request) override { derivativeRequests.push_back(request); }
    void resyncBook(InstrumentId instrument) override { resyncs.push_back(instrument); }
    void stop() override {}

    int starts = 0;
    std::vector<Instrument> knownAtStart;
    std::set<Channel> subscribed;
    std::vector<KlineRequest> klineRequests;
    std::vector<TradeRequest> tradeRequests;
    std::vector<DerivativeRequest> derivativeRequests;
    std::vector<InstrumentId> resyncs;
};

/// Likewise a store. `accepts` false is a full queue, which a flush empties if `flushMakesRoom`.
class RecordingStore final : public Store {
public:
    void loadInstruments() override { ++instrumentLoads; }
    void saveInstruments(std::vector<Instrument> instruments) override { saved = std::move(instruments); }
    void loadKlines(InstrumentKey, KlineRequest request) override { klineLoads.push_back(request); }
    void loadTrades(InstrumentKey instrument, int) override { tradeLoads.push_back(instrument.id); }
    bool append(std::vector<StoreRow> more) override
    {
        if (!accepts)
            return false;
        rows.insert(rows.end(), more.begin(), more.end());
        return true;
    }
    StoreHealth health() const override { return {static_cast<std::int64_t>(rows.size()), 0, 0, {}}; }
    Status flush() override
    {
        accepts = accepts || flushMakesRoom;
        return {};
    }

    template<typename Row>
    std::vector<Row> rowsOf() const
    {
        std::vector<Row> found;
        for (const StoreRow& row : rows) {
            if (const auto* match = std::get_if<Row>(&row))
                found.push_back(*match);
        }
        return found;
    }

    bool accepts = true;
    bool flushMakesRoom = false;
    int instrumentLoads = 0;
    std::vector<Instrument> saved;
    std::vector<KlineRequest> klineLoads;
    std::vector<InstrumentId> tradeLoads;
    std::vector<StoreRow> rows;
};

} // namespace spreadline::test
