// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/engine_link.h"
#include "session/market_view.h"
#include "session/terminal.h"

#include <deque>
#include <string>
#include <vector>

namespace spreadline::test {

/// The engine's side of a Terminal: answers every frame with the next batch put in, and remembers the window's wishes.
class ScriptedEngine final : public EngineLink {
public:
    bool post(Command command) override
    {
        if (const auto* wish = std::get_if<SetInterest>(&command))
            interest = wish->interest;
        else if (const auto* frame = std::get_if<RequestFrame>(&command))
            answer(frame->frame);
        return true;
    }
    void onBatch(std::function<void(std::unique_ptr<ViewBatch>)> deliver) override { m_deliver = std::move(deliver); }

    void put(ViewBatch batch) { m_batches.push_back(std::move(batch)); }
    void put(const std::vector<Instrument>& instruments)
    {
        ViewBatch batch;
        batch.instruments = std::make_shared<const std::vector<Instrument>>(instruments);
        put(std::move(batch));
    }
    void put(std::vector<TickerRow> tickers)
    {
        ViewBatch batch;
        batch.tickers = std::move(tickers);
        put(std::move(batch));
    }
    bool isDrained() const { return m_batches.empty(); }

    ViewInterest interest;

private:
    void answer(std::int64_t frame)
    {
        auto batch = std::make_unique<ViewBatch>();
        if (!m_batches.empty()) {
            *batch = std::move(m_batches.front());
            m_batches.pop_front();
        }
        batch->frame = frame;
        m_deliver(std::move(batch));
    }

    std::function<void(std::unique_ptr<ViewBatch>)> m_deliver;
    std::deque<ViewBatch> m_batches;
};

inline Instrument instrumentOf(std::uint32_t id, const std::string& base, std::int64_t tick, int scale)
{
    Instrument instrument;
    instrument.id = InstrumentId{id};
    instrument.symbol = base + "USDT";
    instrument.baseAsset = base;
    instrument.quoteAsset = "USDT";
    instrument.tickSize = Price::fromMantissa(tick, scale);
    return instrument;
}

inline std::vector<Instrument> threeInstruments()
{
    return {instrumentOf(0, "BTC", 10, 2), instrumentOf(1, "ETH", 1, 2), instrumentOf(2, "DOGE", 1, 5)};
}

inline Trust synced()
{
    return {TrustState::Synced, Errc::Unreachable, {}, Timestamp::fromMillis(1'763'640'000'000)};
}

/// A ticker with a price, the price a day ago and a volume, all as text.
inline TickerRow tickerOf(std::uint32_t id, const char* last, const char* open, const char* volume)
{
    TickerRow row;
    row.instrument = InstrumentId{id};
    row.last = Price::parse(last).value();
    row.open24h = Price::parse(open).value();
    row.quoteVolume24h = Money::parse(volume).value();
    row.trust = synced();
    return row;
}

} // namespace spreadline::test
