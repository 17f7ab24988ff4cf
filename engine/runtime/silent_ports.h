// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/feed.h"
#include "ports/store.h"

namespace spreadline {

/// The outside world of a replay: takes every wish and does nothing, because the answers are in the journal already.
class SilentFeed final : public Feed {
public:
    void start(std::vector<Instrument>) override {}
    void subscribe(std::span<const Channel>) override {}
    void unsubscribe(std::span<const Channel>) override {}
    void requestKlines(const KlineRequest&) override {}
    void requestTrades(const TradeRequest&) override {}
    void requestDerivatives(const DerivativeRequest&) override {}
    void resyncBook(InstrumentId) override {}
    void stop() override {}
};

class SilentStore final : public Store {
public:
    void loadInstruments() override {}
    void saveInstruments(std::vector<Instrument>) override {}
    void loadKlines(InstrumentKey, KlineRequest) override {}
    void loadTrades(InstrumentKey, int) override {}
    bool append(std::vector<StoreRow>) override { return true; }
    StoreHealth health() const override { return {}; }
    Status flush() override { return {}; }
};

} // namespace spreadline
