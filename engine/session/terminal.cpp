// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/terminal.h"

#include "session/engine_link.h"
#include "session/frame_pump.h"
#include "session/market_view.h"

#include <deque>

namespace spreadline {
namespace {

constexpr std::size_t maxWaitingCommands = 64;

} // namespace

struct Terminal::State {
    State(EngineLink& engine, QString venueName, Environment where)
        : link(engine), venue(std::move(venueName)), environment(where), pump(engine)
    {}

    /// In order, and again at the next frame when the engine was busy. A newer interest replaces one that still waits.
    void send(Command command)
    {
        if (std::holds_alternative<SetInterest>(command))
            std::erase_if(waiting, [](const Command& other) { return std::holds_alternative<SetInterest>(other); });
        if (waiting.size() < maxWaitingCommands)
            waiting.push_back(std::move(command));
        flush();
    }
    void flush()
    {
        while (!waiting.empty() && link.post(waiting.front()))
            waiting.pop_front();
    }

    EngineLink& link;
    QString venue;
    Environment environment;
    MarketView market;
    FramePump pump;
    StatusView status;
    std::deque<Command> waiting;
};

Terminal::Terminal(EngineLink& link, QString venue, Environment environment, QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(link, std::move(venue), environment))
{
    const MarketView* market = &m_state->market;
    connect(market, &MarketView::interestChanged, this,
            [this](const ViewInterest& interest) { m_state->send(SetInterest{interest}); });
    connect(market, &MarketView::olderWanted, this, [this](ChartId chart) { m_state->send(LoadOlder{chart}); });
    connect(market, &MarketView::resyncWanted, this, [this](InstrumentId instrument) { m_state->send(ResyncBook{instrument}); });
    connect(&m_state->pump, &FramePump::aboutToAsk, this, [this] { m_state->flush(); });
    connect(&m_state->pump, &FramePump::batchArrived, this, &Terminal::apply);
    m_state->pump.setActive(true);
}

Terminal::~Terminal() = default;

MarketView& Terminal::market() noexcept
{
    return m_state->market;
}

const StatusView& Terminal::status() const noexcept
{
    return m_state->status;
}

QString Terminal::venue() const
{
    return m_state->venue;
}

Terminal::Environment Terminal::environment() const noexcept
{
    return m_state->environment;
}

void Terminal::setActive(bool active)
{
    m_state->pump.setActive(active);
}

void Terminal::apply(const ViewBatch& batch)
{
    m_state->market.apply(batch);
    if (batch.status) {
        m_state->status = *batch.status;
        m_state->status.skippedFrames = m_state->pump.skippedFrames();
        Q_EMIT statusChanged(m_state->status);
    }
    for (const Notice& notice : batch.notices)
        Q_EMIT noticed(notice);
}

} // namespace spreadline
