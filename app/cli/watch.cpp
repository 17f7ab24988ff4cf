// SPDX-License-Identifier: GPL-3.0-or-later
#include "subcommand.h"
#include "venue_options.h"
#include "watch_report.h"

#include "exchange/binance/binance_dialect.h"
#include "exchange/live_feed.h"

#include <QCoreApplication>
#include <QTimer>

#include <mutex>
#include <utility>

namespace spreadline::cli {
namespace {

/// Takes everything at once and hands it over in the order in which it came.
class Mailbox final : public MarketSink {
public:
    std::size_t deliver(std::vector<StampedEvent>& batch) override
    {
        const std::lock_guard lock(m_mutex);
        std::move(batch.begin(), batch.end(), std::back_inserter(m_events));
        return batch.size();
    }
    std::vector<StampedEvent> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_events, {});
    }

private:
    std::mutex m_mutex;
    std::vector<StampedEvent> m_events;
};

struct Wish {
    QStringList symbols;
    Interval interval;
    std::chrono::milliseconds length{};
};

/// One run: connect, subscribe to what was asked, print until the time is up.
class Watch {
public:
    Watch(Venue venue, Wish wish) : m_wish(std::move(wish)), m_report(venue.name)
    {
        LiveFeedConfig config;
        config.venue = std::move(venue);
        m_feed = std::make_unique<LiveFeed>(std::move(config), std::make_unique<BinanceDialect>(), m_clock, m_mailbox);
    }

    int run()
    {
        QTimer drain;
        QObject::connect(&drain, &QTimer::timeout, &drain, [this] { takeMail(); });
        drain.start(20);
        m_feed->start({});
        const int code = QCoreApplication::exec();
        m_feed->stop();
        for (const StampedEvent& stamped : m_mailbox.take())
            m_report.add(stamped, m_instruments);
        m_report.finish(m_clock.now(), m_instruments);
        return code;
    }

private:
    void takeMail()
    {
        for (StampedEvent& stamped : m_mailbox.take()) {
            if (const auto* loaded = std::get_if<InstrumentsLoaded>(&stamped.event))
                onInstruments(*loaded);
            else if (const auto* rejected = std::get_if<FrameRejected>(&stamped.event); rejected && m_instruments.empty())
                fail(rejected->error);
            m_report.add(stamped, m_instruments);
        }
    }

    void fail(const Error& error)
    {
        std::fprintf(stderr, "spreadline-cli watch: %s\n  %s\n", traderText(error).c_str(), logText(error).c_str());
        QCoreApplication::exit(exitCode(error.code));
    }

    void onInstruments(const InstrumentsLoaded& loaded)
    {
        const bool first = m_instruments.empty();
        m_instruments = InstrumentTable(loaded.instruments);
        if (!first)
            return;
        std::vector<Channel> channels;
        for (const QString& symbol : std::as_const(m_wish.symbols)) {
            const Instrument* instrument = m_instruments.find(symbol.toUpper().toStdString());
            if (!instrument)
                return fail(Error{Errc::UnknownInstrument, symbol.toStdString(), "the venue does not list it"});
            for (const StreamKind kind : {StreamKind::Trades, StreamKind::Book, StreamKind::BookTop, StreamKind::MarkPrice})
                channels.push_back({kind, instrument->id, {}});
            channels.push_back({StreamKind::Klines, instrument->id, m_wish.interval});
        }
        m_feed->subscribe(channels);
        QTimer::singleShot(m_wish.length, [] { QCoreApplication::exit(Done); });
    }

    SystemClock m_clock;
    Mailbox m_mailbox;
    Wish m_wish;
    WatchReport m_report;
    InstrumentTable m_instruments;
    std::unique_ptr<LiveFeed> m_feed;
};

void declare(QCommandLineParser& parser)
{
    declareVenueOptions(parser);
    parser.addOption({QStringLiteral("symbols"), QStringLiteral("What to watch, separated by commas."), QStringLiteral("A,B")});
    parser.addOption(
        {QStringLiteral("for"), QStringLiteral("How long: 500ms, 10s, 2m, 1h."), QStringLiteral("time"), QStringLiteral("10s")});
    parser.addOption(
        {QStringLiteral("interval"), QStringLiteral("Of the bars: 1m to 1M."), QStringLiteral("interval"), QStringLiteral("1m")});
}

int run(const QCommandLineParser& parser)
{
    Wish wish;
    wish.symbols = parser.value(QStringLiteral("symbols")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    const auto length = parseLength(parser.value(QStringLiteral("for")));
    const auto interval = parseInterval(parser.value(QStringLiteral("interval")).toStdString());
    if (wish.symbols.isEmpty() || !length || !interval || !isVenueInterval(*interval)) {
        complain(parser, QStringLiteral("needs --symbols A,B, a length such as --for 10s and a venue's --interval; see --help"));
        return BadUsage;
    }
    wish.length = *length;
    wish.interval = *interval;
    auto target = openVenue(parser);
    if (!target) {
        complain(parser, QString::fromStdString(logText(target.error())));
        return BadUsage;
    }
    return Watch(target->venue, std::move(wish)).run();
}

} // namespace

SPREADLINE_SUBCOMMAND("watch", "Connects to a venue and prints trades, bars and best prices as JSON lines.", declare, run)

} // namespace spreadline::cli
