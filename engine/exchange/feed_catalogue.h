// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_context.h"

#include <functional>

namespace spreadline {

/// Loads the venue's instruments until it succeeds, then daily and when something hints at a change; each time, the ids of known
/// symbols stay. After the first load it fetches the 24 h and the mark-price table once, so that a watchlist is full at start.
/// Io thread only.
class FeedCatalogue {
public:
    /// `loaded` is called after the context's table was replaced.
    FeedCatalogue(FeedContext& context, Duration refreshEvery, std::function<void()> loaded);

    void begin(std::vector<Instrument> known);
    /// An unknown symbol or a refused filter was seen. At most one load a minute comes of it.
    void hint();

private:
    void load();
    void onInstruments(const Result<RestAnswer>& answer);
    void loadTables();

    FeedContext& m_context;
    Duration m_refreshEvery;
    std::function<void()> m_loaded;
    Backoff m_backoff;
    QTimer m_next;
    Duration m_lastLoad{};
    bool m_loading = false, m_tablesLoaded = false;
};

} // namespace spreadline
