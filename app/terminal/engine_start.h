// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scoped_thread.h"
#include "command_line.h"
#include "domain/view.h"
#include "exchange/venue_hosts.h"
#include "practice/practice_exchange.h"
#include "storage/profile.h"
#include "storage/settings.h"
#include "storage/sqlite_store.h"

#include <QObject>

#include <memory>
#include <vector>

namespace spreadline {

/// What takes time before an engine can run: opening the practice exchange and the database.
struct StartedParts {
    std::unique_ptr<practice::PracticeExchange> exchange; ///< null for a venue elsewhere
    std::unique_ptr<SqliteStore> store;
    Venue venue;
    std::vector<Notice> notices; ///< what a person should know, none of it fatal
};

/// Does that on a thread of its own, so that the window is on the screen meanwhile. Made, used and destroyed on the ui thread.
class EngineStart : public QObject {
    Q_OBJECT
public:
    struct Plan {
        StartOptions options;
        Profile profile;
        Settings settings;
        std::string storeName; ///< of the market file: the venue, or "replay"
    };
    EngineStart(Plan plan, MarketSink& sink, QObject* parent = nullptr);

    void run();
    /// After ready(). Once.
    StartedParts take() { return std::move(m_parts); }

Q_SIGNALS:
    void ready();
    /// There is nothing to show: unknown venue, bad address, a recording that cannot be read.
    void failed(const spreadline::Error& error);

private:
    Result<StartedParts> work() const;
    Status openVenue(StartedParts& parts) const;
    Status openStore(StartedParts& parts) const;
    std::string storeSource() const;
    Result<VenueHost> startPractice(StartedParts& parts) const;

    const Plan m_plan;
    MarketSink& m_sink;
    StartedParts m_parts;
    ScopedThread m_thread;
};

} // namespace spreadline
