// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/core_thread.h"

#include <algorithm>
#include <limits>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 1s; // how long the core sleeps when nobody wakes it

/// What a newer event or a resync makes good. Everything else happened once and is kept.
bool isDroppable(const MarketEvent& event)
{
    if (const auto* update = std::get_if<KlineUpdate>(&event))
        return !update->kline.closed;
    return std::holds_alternative<BookDelta>(event) || std::holds_alternative<BookTop>(event)
        || std::holds_alternative<MarkPrice>(event) || std::holds_alternative<Ticker24h>(event)
        || std::holds_alternative<Liquidation>(event);
}

Inbox<CoreEvent>::Bounds bounds(const CoreThread::Config& config)
{
    Inbox<CoreEvent>::Bounds bounds;
    bounds.control = config.controlCapacity;
    bounds.market = std::numeric_limits<std::size_t>::max(); // deliver() keeps the bound, because some events are always taken
    return bounds;
}

} // namespace

CoreThread::CoreThread(const Clock& clock) : CoreThread(clock, Config{}) {}

CoreThread::CoreThread(const Clock& clock, Config config) : m_clock(clock), m_config(std::move(config)), m_inbox(bounds(m_config))
{}

CoreThread::~CoreThread()
{
    stop();
}

Status CoreThread::start(Feed& feed, Store& store)
{
    Status status;
    if (m_config.journal) {
        Journal::Config config = *m_config.journal;
        if (!config.start.isKnown())
            config.start = m_clock.now();
        auto journal = Journal::open(std::move(config));
        if (journal)
            m_journal = std::move(*journal);
        else
            status = journal.error();
    }
    m_store = &store;
    m_core = std::make_unique<TradingCore>(feed, store, [this](std::unique_ptr<ViewBatch> batch) {
        if (m_publish)
            m_publish(std::move(batch));
    });
    tick(Timer::Kind::Start);
    m_thread = ScopedThread([this] { run(); }, [this] { m_inbox.close(); });
    m_scheduler = std::make_unique<Scheduler>(m_config.tick, [this] {
        if (!m_tickWaits.exchange(true))
            tick(Timer::Kind::Tick);
    });
    return status;
}

void CoreThread::stop()
{
    m_scheduler.reset();
    m_inbox.close();
    m_thread.stop();
}

void CoreThread::tick(Timer::Kind kind)
{
    const bool taken = m_inbox.post(Lane::Control, {m_clock.now(), Timer{kind, m_overflows}});
    if (!taken)
        m_tickWaits = false;
}

bool CoreThread::post(Command command)
{
    return m_inbox.post(Lane::Control, {m_clock.now(), std::move(command)});
}

std::size_t CoreThread::deliver(std::vector<StampedEvent>& batch)
{
    const std::size_t waiting = m_inbox.waiting(Lane::Market);
    if (waiting >= m_config.marketMost) {
        m_overflows += std::ranges::count_if(batch, isDroppable, &StampedEvent::event);
        return 0;
    }
    std::size_t room = m_config.marketCapacity > waiting ? m_config.marketCapacity - waiting : 0;
    auto taken = batch.end();
    if (batch.size() > room) {
        taken = std::stable_partition(batch.begin(), batch.end(), [&room](const StampedEvent& stamped) {
            const bool fits = room > 0;
            room -= fits ? 1 : 0;
            return fits || !isDroppable(stamped.event);
        });
        m_overflows += batch.end() - taken;
    }
    std::vector<CoreEvent> events;
    events.reserve(static_cast<std::size_t>(taken - batch.begin()));
    for (auto stamped = batch.begin(); stamped != taken; ++stamped)
        events.push_back({stamped->received, std::move(stamped->event)});
    (void)m_inbox.postMarket(events); // fewer only when the core has stopped: then nobody is left to tell
    return static_cast<std::size_t>(taken - batch.begin());
}

Status CoreThread::journalHealth() const
{
    return m_journal ? m_journal->health() : Status{};
}

void CoreThread::run()
{
    while (!m_inbox.isClosed())
        m_inbox.drain(patience, [this](CoreEvent& event) { handle(event); });
    m_inbox.drain(0ms, [this](CoreEvent& event) { handle(event); });
    m_rowsLost = handOverRows();
    m_finalHash = m_core->stateHash();
    if (m_journal)
        m_journal->finish(m_finalHash);
}

/// Waits while the store makes room, which its patience with a busy file bounds; a store that cannot write ends it at once.
/// Returns how many rows it did not take.
std::size_t CoreThread::handOverRows()
{
    std::size_t waiting = m_core->finish();
    while (waiting > 0 && m_store->flush()) {
        const std::size_t before = std::exchange(waiting, m_core->finish());
        if (waiting >= before)
            break; // there was room for everything, and it was refused
    }
    return waiting;
}

void CoreThread::handle(CoreEvent& event)
{
    const auto* timer = std::get_if<Timer>(&event.what);
    if (timer && timer->kind == Timer::Kind::Tick)
        m_tickWaits = false;
    if (m_journal) {
        m_journal->record(event);
        if (timer) {
            m_journal->flush();
            watchJournal();
        }
    }
    m_core->step(event);
}

/// Not an event: a replay has no disk that could fail, and its end state does not depend on it.
void CoreThread::watchJournal()
{
    if (m_isJournalLossTold)
        return;
    const Status recorded = m_journal->health();
    if (recorded)
        return;
    m_isJournalLossTold = true;
    const Error& why = recorded.error();
    m_core->tell(Severity::Warning, {why.code, "recording of this session ended", logText(why)});
}

} // namespace spreadline
