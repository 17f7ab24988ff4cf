// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/depth_sync.h"
#include "exchange/feed_context.h"
#include "exchange/stream_session.h"

#include <map>

namespace spreadline {

/// The order books of a feed: brings each diff stream and its snapshots together and says when a book may be believed. A book that
/// keeps breaking is fetched ever less often, so that trouble does not eat the request budget. Io thread only.
class FeedBooks {
public:
    explicit FeedBooks(FeedContext& context) : m_context(context) {}

    void add(InstrumentId instrument);
    void remove(InstrumentId instrument) { m_books.erase(instrument); }
    /// The stream delivers (again): buffers and fetches a snapshot.
    void up(InstrumentId instrument);
    void down(InstrumentId instrument, Errc reason);
    void onDelta(BookDelta delta, const StreamSession::Frame& frame);
    /// The connection was replaced: what the new one said meanwhile continues the book.
    void moved(InstrumentId instrument);
    /// Distrusts the book and synchronises it anew.
    void resync(InstrumentId instrument, Error reason);

private:
    static constexpr std::size_t longestWait = 4'096; ///< deltas of a new connection kept until it takes over

    struct Book {
        Book(InstrumentId id, const Backoff::Random& random)
            : sync(id), backoff(random, {std::chrono::milliseconds(500), std::chrono::seconds(30), 0.25})
        {}
        DepthSync sync;
        Backoff backoff;
        std::vector<BookDelta> next; ///< from the connection that is going to take over
        bool live = false;           ///< the stream delivers
        int generation = 0;          ///< answers to older snapshot requests count no more
        Duration syncedAt{};
    };

    void carryOut(Book& book, InstrumentId instrument, const DepthSync::Step& step, Timestamp received);
    void fetchAfter(Duration wait, InstrumentId instrument, int generation);
    void fetch(InstrumentId instrument, int generation);
    void onAnswer(InstrumentId instrument, int generation, const Result<RestAnswer>& answer);
    Result<BookSnapshot> read(InstrumentId instrument, const Result<RestAnswer>& answer);
    void say(InstrumentId instrument, TrustState state, Errc reason);

    FeedContext& m_context;
    std::map<InstrumentId, Book> m_books;
    std::vector<MarketEvent> m_events;
};

} // namespace spreadline
