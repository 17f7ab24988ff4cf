// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "core_loop.h"
#include "frame_server.h"
#include "raw_reader.h"

#include "exchange/live_feed.h"
#include "exchange/venue_hosts.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>
#include <cstdlib>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

constexpr std::int64_t paced = 60'000; ///< a second: 50,000 trades and 10,000 depth updates
constexpr std::int64_t pacedCount = 180'000, floodCount = 600'000;

/// The venue process, and what it is told.
class VenueProcess {
public:
    VenueProcess()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {QLatin1String(frameServerArgument)});
        port = answer().value(1).toInt();
    }
    ~VenueProcess()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    void pulse() { say("pulse\n"); }
    void go(std::int64_t rate, std::int64_t count)
    {
        say("go " + QByteArray::number(rate) + ' ' + QByteArray::number(count) + '\n');
    }
    QList<QByteArray> answer()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000)) {
                std::fputs("ingest: the venue's process does not answer\n", stderr);
                std::exit(1);
            }
        }
        return m_process.readLine().trimmed().split(' ');
    }

    int port = 0;

private:
    void say(const QByteArray& line)
    {
        m_process.write(line);
        m_process.waitForBytesWritten();
    }

    QProcess m_process;
};

struct Loads {
    IngestResult paced, flood;
};

IngestResult load(VenueProcess& venue, IngestMeter& meter, std::int64_t rate, std::int64_t count)
{
    meter.begin(count);
    venue.go(rate, count);
    return meter.finish();
}

Loads byBaseline(VenueProcess& venue, RawReader::Kind kind)
{
    IngestMeter meter;
    Loads loads;
    {
        const RawReader reader(kind, venue.port, meter);
        loads.paced = load(venue, meter, paced, pacedCount);
        venue.answer();
        loads.flood = load(venue, meter, 0, floodCount);
        venue.answer();
    }
    return loads;
}

Loads byFeed(VenueProcess& process)
{
    const std::string address = "127.0.0.1:" + std::to_string(process.port);
    const std::vector<VenueHost> hosts{{"http://" + address, "ws://" + address}};
    LiveFeedConfig config;
    config.venue = *findVenue("practice", hosts);
    config.venue.weightLimit = 100'000; // a hundred snapshots at once
    const SteadyClock clock;
    IngestMeter meter;
    CoreLoop core(clock, meter);
    LiveFeed feed(std::move(config), std::make_unique<BinanceDialect>(), clock, core);
    core.start(feed);
    for (int wait = 0; core.synced() < 2 * venueSymbols; ++wait) { // a book needs an update to prove itself
        if (wait > 300) {
            std::fputs("ingest: the feed does not get in sync\n", stderr);
            std::exit(1);
        }
        process.pulse();
        letPass(std::chrono::milliseconds(100));
    }
    letPass(std::chrono::milliseconds(300)); // what is on its way does not belong to the figures
    core.setMeasuring(true);
    Loads loads;
    loads.paced = load(process, meter, paced, pacedCount);
    process.answer();
    loads.flood = load(process, meter, 0, floodCount);
    const auto sent = process.answer();
    feed.stop();
    core.stop();
    loads.flood.lost = core.missing(sent.value(1).toLongLong(), sent.value(2).toLongLong());
    return loads;
}

Sample one(double value)
{
    return {value, value, value};
}

void run(Report& report)
{
    int argc = 1;
    char name[] = "spreadline-bench";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    VenueProcess venue;
    const Loads raw = byBaseline(venue, RawReader::Kind::Raw);
    const Loads skeleton = byBaseline(venue, RawReader::Kind::Skeleton);
    const Loads ours = byFeed(venue);
    using Bound = Figure::Bound;
    report.add({"lost, of " + std::to_string(pacedCount + floodCount),
                "",
                one(static_cast<double>(ours.flood.lost)),
                "",
                {},
                0,
                0,
                Bound::ValueAtMost});
    report.add({"socket to model, p99 at 60,000/s", "ms", one(ours.paced.socketP99Millis), "", {}, 0, 1, Bound::ValueAtMost});
    report.add({"sent to model, p99 at 60,000/s", "ms", one(ours.paced.sentP99Millis), "raw frame reader",
                one(raw.paced.sentP99Millis), ours.paced.sentP99Millis / raw.paced.sentP99Millis, 2.5, Bound::RatioAtMost});
    report.add({"CPU a message at 60,000/s", "us", one(ours.paced.cpuMicros), "skeleton", one(skeleton.paced.cpuMicros),
                ours.paced.cpuMicros / skeleton.paced.cpuMicros, 1.5, Bound::RatioAtMost});
    report.add({"CPU a message at most load", "us", one(ours.flood.cpuMicros), "skeleton", one(skeleton.flood.cpuMicros),
                ours.flood.cpuMicros / skeleton.flood.cpuMicros, 1.5, Bound::RatioAtMost});
    report.add({"CPU a message at most load, raw reader", "us", one(raw.flood.cpuMicros), "", {}, 0, 0, Bound::None});
    report.add({"messages a second at most load", "k", one(ours.flood.perSecond / 1e3), "raw frame reader",
                one(raw.flood.perSecond / 1e3), ours.flood.perSecond / raw.flood.perSecond, 300, Bound::ValueAtLeast});
}

} // namespace

SPREADLINE_BENCH("ingest", "loopback WebSocket to the core's model, 100 symbols", run)
