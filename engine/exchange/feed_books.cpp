// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_books.h"

namespace spreadline {
namespace {

constexpr auto steadyAfter = std::chrono::seconds(20); ///< a book whole this long has earned a fresh back-off

Channel channelOf(InstrumentId instrument)
{
    return {StreamKind::Book, instrument, {}};
}

} // namespace

void FeedBooks::add(InstrumentId instrument)
{
    m_books.try_emplace(instrument, instrument, m_context.random);
}

void FeedBooks::say(InstrumentId instrument, TrustState state, Errc reason)
{
    m_context.trust.set(channelOf(instrument), state, reason);
}

void FeedBooks::up(InstrumentId instrument)
{
    const auto found = m_books.find(instrument);
    if (found == m_books.end())
        return;
    Book& book = found->second;
    book.live = true;
    book.next.clear();
    ++book.generation;
    say(instrument, TrustState::Resyncing, Errc::StaleSnapshot);
    carryOut(book, instrument, book.sync.start(), m_context.clock.now());
}

void FeedBooks::down(InstrumentId instrument, Errc reason)
{
    const auto found = m_books.find(instrument);
    if (found == m_books.end())
        return;
    found->second.live = false;
    ++found->second.generation;
    say(instrument, TrustState::Down, reason);
}

void FeedBooks::onDelta(BookDelta delta, const StreamSession::Frame& frame)
{
    const InstrumentId instrument = delta.instrument;
    const auto found = m_books.find(instrument);
    if (found == m_books.end())
        return;
    Book& book = found->second;
    if (frame.source == StreamSession::Source::Next) {
        if (book.next.size() == longestWait) // of replacements that came to nothing, or waited long
            std::erase_if(book.next,
                          [&book](const BookDelta& old) { return book.sync.isSynced() && old.lastId <= book.sync.lastId(); });
        if (book.next.size() < longestWait)
            book.next.push_back(std::move(delta));
        return;
    }
    if (!book.live)
        return; // the venue has not confirmed the stream yet; its snapshot comes after that
    m_events.clear();
    const auto step = book.sync.onDelta(std::move(delta), m_events);
    carryOut(book, instrument, step, frame.received);
}

void FeedBooks::moved(InstrumentId instrument)
{
    const auto found = m_books.find(instrument);
    if (found == m_books.end())
        return;
    Book& book = found->second;
    const auto deltas = std::exchange(book.next, {});
    for (const BookDelta& delta : deltas) {
        if (book.sync.isSynced() && delta.lastId <= book.sync.lastId())
            continue; // the old connection was faster
        onDelta(delta, {StreamSession::Source::Current, m_context.clock.now(), delta.time});
    }
}

void FeedBooks::resync(InstrumentId instrument, Error reason)
{
    const auto found = m_books.find(instrument);
    if (found == m_books.end() || !found->second.live)
        return;
    carryOut(found->second, instrument, found->second.sync.restart(std::move(reason)), m_context.clock.now());
}

void FeedBooks::carryOut(Book& book, InstrumentId instrument, const DepthSync::Step& step, Timestamp received)
{
    const Duration now = m_context.clock.monotonic();
    if (step.resync) {
        ++m_context.counters.resyncs;
        if (step.resync->code == Errc::SequenceGap)
            ++m_context.counters.gaps;
        say(instrument, TrustState::Resyncing, step.resync->code);
    }
    for (MarketEvent& event : m_events)
        m_context.output.put(std::move(event), received);
    m_events.clear();
    if (step.synced) {
        book.syncedAt = now;
        say(instrument, TrustState::Synced, Errc::Internal);
    }
    if (!step.fetchSnapshot)
        return;
    const bool steady = book.syncedAt > Duration::zero() && now - book.syncedAt > steadyAfter;
    if (steady)
        book.backoff.reset();
    const bool first = !step.resync || steady;
    fetchAfter(first ? Duration::zero() : book.backoff.next(), instrument, book.generation);
}

void FeedBooks::fetchAfter(Duration wait, InstrumentId instrument, int generation)
{
    if (wait > Duration::zero())
        m_context.later(wait, [this, instrument, generation] { fetch(instrument, generation); });
    else
        fetch(instrument, generation);
}

void FeedBooks::fetch(InstrumentId instrument, int generation)
{
    const auto found = m_books.find(instrument);
    const Instrument* listed = m_context.find(instrument);
    if (found == m_books.end() || found->second.generation != generation || !listed)
        return;
    m_context.rest.get(
        m_context.dialect.bookRequest(*listed), RestSession::Priority::Book,
        [this, instrument, generation](const Result<RestAnswer>& answer) { onAnswer(instrument, generation, answer); });
}

Result<BookSnapshot> FeedBooks::read(InstrumentId instrument, const Result<RestAnswer>& answer)
{
    if (!answer)
        return answer.error();
    const Instrument* listed = m_context.find(instrument);
    auto snapshot = listed ? m_context.dialect.readBook(answer->body, *listed) : Result<BookSnapshot>(Errc::UnknownInstrument);
    if (!snapshot)
        return snapshot;
    if (const auto error = m_context.stampError(snapshot->time, "depth.T")) {
        m_context.rejections.add(*error, m_context.clock.now());
        return *error;
    }
    return snapshot;
}

void FeedBooks::onAnswer(InstrumentId instrument, int generation, const Result<RestAnswer>& answer)
{
    const auto found = m_books.find(instrument);
    if (found == m_books.end() || found->second.generation != generation)
        return;
    Book& book = found->second;
    auto snapshot = read(instrument, answer);
    if (!snapshot) {
        if (snapshot.error().code == Errc::Cancelled)
            return;
        say(instrument, TrustState::Resyncing, snapshot.error().code);
        const Duration held = m_context.limiter.heldFor(m_context.clock.monotonic());
        fetchAfter(std::max(book.backoff.next(), held), instrument, generation);
        return;
    }
    m_events.clear();
    const auto step = book.sync.onSnapshot(std::move(*snapshot), m_events);
    carryOut(book, instrument, step, m_context.clock.now());
}

} // namespace spreadline
