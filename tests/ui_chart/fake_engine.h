// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"
#include "session/engine_link.h"
#include "session/market_view.h"
#include "session/terminal.h"

#include <deque>
#include <vector>

namespace spreadline::test {

/// The other end of a Terminal: answers each frame it is asked for with the next batch that was put in, and remembers
/// what the window wished for.
class FakeEngine final : public EngineLink {
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

    void put(ViewBatch batch) { m_batches.push_back(std::move(batch)); }
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
    void put(std::vector<Instrument> instruments)
    {
        ViewBatch batch;
        batch.instruments = std::make_shared<const std::vector<Instrument>>(std::move(instruments));
        put(std::move(batch));
    }
    bool isDrained() const { return m_batches.empty(); }

    ViewInterest interest;
    std::vector<ChartId> olderAsked;
    std::vector<InstrumentId> resyncAsked;

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

inline Trust synced()
{
    return {TrustState::Synced, Errc::Unreachable, {}, Timestamp::fromMillis(1'763'640'000'000)};
}

} // namespace spreadline::test
