// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"
#include "session/engine_link.h"
#include "session/market_view.h"
#include "session/terminal.h"

#include <deque>
#include <string>
#include <vector>

namespace spreadline::test {

/// The engine's side of a Terminal: answers every frame it is asked for with the next batch that was put in, and remembers what the
/// window wished for.
class ScriptedEngine final : public EngineLink {
public:
    bool post(Command command) override
    {
        if (auto* wish = std::get_if<SetInterest>(&command))
            interest = wish->interest;
        else if (auto* older = std::get_if<LoadOlder>(&command))
            olderAsked.push_back(older->chart);
        else if (auto* resync = std::get_if<ResyncBook>(&command))
            resyncAsked.push_back(resync->instrument);
        else if (auto* frame = std::get_if<RequestFrame>(&command))
            answer(frame->frame);
        return true;
    }
    void onBatch(std::function<void(std::unique_ptr<ViewBatch>)> deliver) override { m_deliver = std::move(deliver); }

    void put(ViewBatch batch)
    {
        m_batches.push_back(std::move(batch));
        m_isDealtWith = false;
    }
    void put(std::vector<Instrument> instruments)
    {
        ViewBatch batch;
        batch.instruments = std::make_shared<const std::vector<Instrument>>(std::move(instruments));
        put(std::move(batch));
    }
    void put(std::vector<TickerRow> tickers)
    {
        ViewBatch batch;
        batch.tickers = std::move(tickers);
        put(std::move(batch));
    }
    void put(ChartUpdate update)
    {
        ViewBatch batch;
        batch.charts.push_back(std::move(update));
        put(std::move(batch));
    }
    void put(BookView book)
    {
        ViewBatch batch;
        batch.books.push_back(std::make_shared<const BookView>(std::move(book)));
        put(std::move(batch));
    }
    bool isDrained() const { return m_batches.empty(); }
    /// The window has asked for a frame after the last one with something in it: it has dealt with all that was put in.
    bool isDealtWith() const { return m_isDealtWith; }

    ViewInterest interest;
    std::vector<ChartId> olderAsked;
    std::vector<InstrumentId> resyncAsked;

private:
    void answer(std::int64_t frame)
    {
        auto batch = std::make_unique<ViewBatch>();
        m_isDealtWith = m_batches.empty();
        if (!m_batches.empty()) {
            *batch = std::move(m_batches.front());
            m_batches.pop_front();
        }
        batch->frame = frame;
        m_deliver(std::move(batch));
    }

    std::function<void(std::unique_ptr<ViewBatch>)> m_deliver;
    std::deque<ViewBatch> m_batches;
    bool m_isDealtWith = true;
};

inline Instrument instrumentOf(std::uint32_t id, std::string symbol, Price tick)
{
    Instrument instrument;
    instrument.id = InstrumentId{id};
    instrument.baseAsset = symbol.substr(0, symbol.size() - 4);
    instrument.quoteAsset = symbol.substr(symbol.size() - 4);
    instrument.symbol = std::move(symbol);
    instrument.tickSize = tick;
    return instrument;
}

inline std::vector<Instrument> threeInstruments()
{
    return {instrumentOf(0, "BTCUSDT", Price::fromMantissa(10, 2)), instrumentOf(1, "ETHUSDT", Price::fromMantissa(1, 2)),
            instrumentOf(2, "DOGEUSDT", Price::fromMantissa(1, 5))};
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
