// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "core_loop.h"
#include "frame_server.h"
#include "raw_reader.h"

#include "exchange/live_feed.h"
#include "exchange/venue_hosts.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <cstdio>
#include <cstdlib>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

constexpr std::int64_t paced = 60'000; ///< a second: 50,000 trades and 10,000 depth updates
constexpr std::int64_t pacedCount = 60'000, floodCount = 600'000;
constexpr int pacedRounds = 5, floodRounds = 3; ///< the median counts, the range says how busy the machine was

/// The venue process, and what it is told.
class VenueProcess {
public:
    VenueProcess()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {QLatin1String(frameServerArgument)});
        const auto words = answer();
        port = words.value(1).toInt();
        tlsPort = words.value(3).toInt();
        certificate = QSslCertificate(QByteArray::fromBase64(words.value(4)), QSsl::Der);
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

    int port = 0, tlsPort = 0;
    QSslCertificate certificate;

private:
    void say(const QByteArray& line)
    {
        m_process.write(line);
        m_process.waitForBytesWritten();
    }

    QProcess m_process;
};

using Rounds = std::vector<IngestResult>;

Sample of(const Rounds& rounds, double IngestResult::*value)
{
    std::vector<double> values;
    for (const IngestResult& round : rounds)
        values.push_back(round.*value);
    return summarize(values);
}

struct Loads {
    Rounds paced, flood;
    std::int64_t lost = 0;
};

/// Returns what the venue says at the end of the last round.
QList<QByteArray> load(VenueProcess& venue, IngestMeter& meter, Loads& loads)
{
    QList<QByteArray> sent;
    for (int round = 0; round < pacedRounds + floodRounds; ++round) {
        const bool isPaced = round < pacedRounds;
        const std::int64_t count = isPaced ? pacedCount : floodCount;
        meter.begin(count);
        venue.go(isPaced ? paced : 0, count);
        (isPaced ? loads.paced : loads.flood).push_back(meter.finish());
        sent = venue.answer();
    }
    return sent;
}

/// "//127.0.0.1:9000".
std::string addressOf(const VenueProcess& venue, bool tls)
{
    return "//127.0.0.1:" + std::to_string(tls ? venue.tlsPort : venue.port);
}

Loads byBaseline(VenueProcess& venue, bool tls, RawReader::Kind kind)
{
    IngestMeter meter;
    Loads loads;
    const RawReader reader(kind, QString::fromStdString((tls ? "wss:" : "ws:") + addressOf(venue, tls)), meter);
    load(venue, meter, loads);
    return loads;
}

Loads byFeed(VenueProcess& process, bool tls)
{
    const std::string address = addressOf(process, tls);
    const std::vector<VenueHost> hosts{{(tls ? "https:" : "http:") + address, (tls ? "wss:" : "ws:") + address}};
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
    const auto sent = load(process, meter, loads);
    feed.stop();
    core.stop();
    loads.lost = core.missing(sent.value(1).toLongLong(), sent.value(2).toLongLong());
    return loads;
}

Sample one(double value)
{
    return {value, value, value};
}

/// Over plain TCP, or the same over TLS.
void measure(Report& report, VenueProcess& venue, bool tls)
{
    const std::string link = tls ? "TLS: " : "";
    const Loads raw = byBaseline(venue, tls, RawReader::Kind::Raw);
    const Loads skeleton = byBaseline(venue, tls, RawReader::Kind::Skeleton);
    const Loads ours = byFeed(venue, tls);
    using Bound = Figure::Bound;
    const auto against = [&](const char* name, const char* unit, const Sample& value, const char* baselineName,
                             const Sample& baseline, double limit, Bound bound) {
        report.add({link + name, unit, value, baselineName, baseline, value.median / baseline.median, limit, bound});
    };
    report.add({link + "lost, of " + std::to_string(pacedRounds * pacedCount + floodRounds * floodCount),
                "",
                one(static_cast<double>(ours.lost)),
                "",
                {},
                0,
                0,
                Bound::ValueAtMost});
    report.add({link + "socket to model, p99 at 60,000/s",
                "ms",
                of(ours.paced, &IngestResult::socketP99Millis),
                "",
                {},
                0,
                1,
                Bound::ValueAtMost});
    against("sent to model, p99 at 60,000/s", "ms", of(ours.paced, &IngestResult::sentP99Millis), "raw frame reader",
            of(raw.paced, &IngestResult::sentP99Millis), 2.5, Bound::RatioAtMost);
    against("ready but without a CPU, a second of it", "ms", of(ours.paced, &IngestResult::waitedMillis), "raw frame reader",
            of(raw.paced, &IngestResult::waitedMillis), 0, Bound::None);
    against("CPU a message at 60,000/s", "us", of(ours.paced, &IngestResult::cpuMicros), "skeleton",
            of(skeleton.paced, &IngestResult::cpuMicros), 1.5, Bound::RatioAtMost);
    against("CPU a message at most load", "us", of(ours.flood, &IngestResult::cpuMicros), "skeleton",
            of(skeleton.flood, &IngestResult::cpuMicros), 1.5, Bound::RatioAtMost);
    report.add({link + "CPU a message at most load, raw reader",
                "us",
                of(raw.flood, &IngestResult::cpuMicros),
                "",
                {},
                0,
                0,
                Bound::None});
    against("messages a second at most load", "k", of(ours.flood, &IngestResult::thousands), "raw frame reader",
            of(raw.flood, &IngestResult::thousands), 300, Bound::ValueAtLeast);
}

void run(Report& report)
{
    int argc = 1;
    char name[] = "spreadline-bench";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    VenueProcess venue;
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(venue.certificate);
    QSslConfiguration::setDefaultConfiguration(trusting);
    measure(report, venue, false);
    measure(report, venue, true);
}

} // namespace

SPREADLINE_BENCH("ingest", "loopback WebSocket, plain and TLS, to the core's model, 100 symbols", run)
