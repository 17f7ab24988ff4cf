// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_rig.h"

#include "exchange/binance/binance_dialect.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <set>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

/// Waits short enough for a test; everything else as it is shipped.
LiveFeedConfig feedConfig(quint16 restPort, quint16 streamPort)
{
    const VenueHost host{"http://127.0.0.1:" + std::to_string(restPort), "ws://127.0.0.1:" + std::to_string(streamPort)};
    LiveFeedConfig config;
    config.venue = *findVenue("practice", std::vector{host});
    config.seed = 1;
    config.streams.backoff = {100ms, 500ms, 0.2};
    config.rest.backoff = {100ms, 500ms, 0.2};
    config.streams.subscriptions = {scaled(1s), 2, 5s, 100};
    return config;
}

Timestamp originFor(std::chrono::milliseconds barEndsIn)
{
    if (barEndsIn == 0ms)
        return {};
    const Interval minute = Interval::time(1min);
    return nextOpenTime(minute, openTime(minute, SystemClock().now())) - barEndsIn;
}

practice::PracticeConfig withOrigin(RigOptions& options)
{
    if (options.barEndsIn != 0ms)
        options.exchange.origin = originFor(options.barEndsIn);
    return options.exchange;
}

QString text(const Price& price)
{
    return QString::number(price.toDouble(), 'g', 15);
}

bool isSame(const Kline& mine, const VenueTruth::Bar& theirs)
{
    const auto number = [](const QString& decimal) { return QString::number(decimal.toDouble(), 'g', 15); };
    return text(mine.open) == number(theirs.open) && text(mine.high) == number(theirs.high)
        && text(mine.low) == number(theirs.low) && text(mine.close) == number(theirs.close) && mine.trades == theirs.trades
        && QString::number(mine.volume.toDouble(), 'g', 15) == number(theirs.volume);
}

} // namespace

RigOptions::RigOptions()
{
    exchange.market.symbolCount = 4;
    exchange.market.messagesPerSecond = 200;
}

FaultRig::FaultRig(RigOptions options)
    : m_options(std::move(options)),
      m_exchange(withOrigin(m_options)),
      m_core(*m_options.clock),
      m_tap(m_core, m_options.mutant),
      m_engine(m_core),
      m_screen(m_engine, m_tap)
{
    const auto started = m_exchange.start();
    if (!started)
        qFatal("the practice exchange does not start: %s", logText(started.error()).c_str());
    m_address = *started;
    m_truth = std::make_unique<VenueTruth>(m_address.port, m_address.controlPort);
    m_rest = std::make_unique<ShimHost>(m_address.port);
    m_streams = std::make_unique<ShimHost>(m_address.port);
    m_spare = std::make_unique<ShimHost>(m_address.port);
    openStore();
    LiveFeedConfig config = feedConfig(m_rest->port(), m_streams->port());
    if (m_options.adjust)
        m_options.adjust(config, *this);
    m_feed = std::make_unique<LiveFeed>(std::move(config), std::make_unique<BinanceDialect>(), *m_options.clock, m_tap);
}

FaultRig::~FaultRig()
{
    end();
}

StoreConfig FaultRig::storeConfig() const
{
    StoreConfig config;
    config.path = m_folder.filePath(QStringLiteral("market.db")).toStdString();
    config.venue = "practice";
    config.source = "this market";
    return config;
}

void FaultRig::openStore()
{
    if (m_options.profile)
        m_options.profile(storeConfig());
    auto opened = SqliteStore::open(storeConfig(), m_core);
    if (!opened)
        qFatal("the store does not open: %s", logText(opened.error()).c_str());
    m_storeRenewed = opened->isRenewed;
    m_store = std::move(opened->store);
}

void FaultRig::end()
{
    if (!m_feed)
        return;
    m_screen.setActive(false);
    m_feed->stop();
    m_core.stop();
    if (const Status flushed = m_store->flush(); !flushed)
        qWarning("the store: %s", logText(flushed.error()).c_str());
    m_feed.reset();
    m_store.reset();
}

std::vector<Trade> FaultRig::storedTrades(InstrumentId instrument)
{
    end();
    Drawer<TradeHistory> drawer;
    const auto opened = SqliteStore::open(storeConfig(), drawer);
    if (!opened)
        return {};
    opened->store->loadTrades({instrument, symbolOf(instrument).toStdString()}, 100'000);
    waitFor([&] { return drawer.count() > 0; }, 10s);
    return drawer.count() > 0 ? drawer.first().trades : std::vector<Trade>();
}

void fillStore(const StoreConfig& config, std::vector<StoreRow> rows)
{
    Drawer<TradeHistory> nobody;
    const auto opened = SqliteStore::open(config, nobody);
    if (!opened || !opened->store->append(std::move(rows)) || !opened->store->flush())
        qFatal("the store from before does not take its rows");
}

bool FaultRig::waitFor(const std::function<bool()>& condition, std::chrono::milliseconds within) const
{
    return QTest::qWaitFor(condition, static_cast<int>(scaled(within).count()));
}

bool FaultRig::begin()
{
    if (const Status started = m_core.start(*m_feed, *m_store); !started)
        return false;
    m_screen.setActive(true);
    if (!waitFor([this] { return m_screen.find("BTCUSDT") && m_screen.find("ETHUSDT"); }, 20s))
        return false;
    bitcoin = m_screen.find("BTCUSDT")->id;
    ether = m_screen.find("ETHUSDT")->id;
    book = {StreamKind::Book, bitcoin, {}};
    trades = {StreamKind::Trades, bitcoin, {}};
    klines = {StreamKind::Klines, bitcoin, Interval::time(1min)};
    ViewInterest interest;
    interest.charts = {{chart, bitcoin, Interval::time(1min), 200}};
    interest.books = {{bitcoin, 100, 1}, {ether, 100, 1}};
    interest.tapes = {bitcoin, ether};
    if (!m_engine.post(SetInterest{interest}))
        return false;
    const auto since = MarketTap::Clock::now();
    const bool isUp = waitFor([this, since] { return livenessGaps(since).isEmpty(); }, 30s);
    m_begun = MarketTap::Clock::now();
    return isUp;
}

void FaultRig::heal()
{
    if (!m_truth->heal())
        qWarning("the exchange does not answer on its control port");
    for (ShimHost* shim : {m_rest.get(), m_streams.get(), m_spare.get()})
        shim->with([](TcpShim& worker) { worker.heal(); });
}

QStringList FaultRig::livenessGaps(MarketTap::Clock::time_point since) const
{
    QStringList gaps;
    if (m_screen.status().channels.size() < 7 || !m_screen.allSynced())
        gaps << QStringLiteral("not all that is shown is Synced");
    for (const InstrumentId instrument : watched()) {
        const auto marks = m_tap.bookMarks(instrument);
        const BookPtr shown = m_screen.book(instrument);
        if (!shown || shown->trust.state != TrustState::Synced
            || std::ranges::count_if(marks, [since](const auto& mark) { return mark.at > since; }) < 3)
            gaps << symbolOf(instrument) + QStringLiteral(": no fresh book");
        if (m_tap.lastData({StreamKind::Trades, instrument, {}}) <= since || m_screen.tapeState(instrument) != TrustState::Synced)
            gaps << symbolOf(instrument) + QStringLiteral(": no fresh trade");
    }
    if (m_screen.chart(chart).loading || m_screen.chart(chart).bars.empty() || m_tap.lastData(klines) <= since)
        gaps << QStringLiteral("no fresh bar");
    return gaps;
}

QStringList FaultRig::differences(MarketTap::Clock::time_point since)
{
    QStringList found = livenessGaps(since);
    if (!found.isEmpty())
        return found;
    for (const InstrumentId instrument : watched()) {
        found << bookDifference(instrument, m_truth->books(symbolOf(instrument)));
        found << tradeDifference(instrument);
    }
    found << barDifference();
    found.removeAll(QString());
    return found;
}

QString FaultRig::bookDifference(InstrumentId instrument, const std::map<std::int64_t, std::uint64_t>& truth) const
{
    const auto last = m_tap.bookMarks(instrument).back();
    const auto found = truth.find(last.updateId);
    if (found == truth.end())
        return symbolOf(instrument) + QStringLiteral(": the venue never had a book %1").arg(last.updateId);
    return found->second == last.hash ? QString()
                                      : symbolOf(instrument) + QStringLiteral(": book %1 is not the venue's").arg(last.updateId);
}

QString FaultRig::tradeDifference(InstrumentId instrument)
{
    const auto mine = m_tap.tradeIds(instrument);
    const std::set<std::int64_t> have(mine.begin(), mine.end());
    for (const std::int64_t id : m_truth->trades(symbolOf(instrument))) {
        if (id >= mine.front() && id <= mine.back() && !have.contains(id))
            return symbolOf(instrument) + QStringLiteral(": trade %1 is missing").arg(id);
    }
    return have.size() == mine.size() ? QString() : symbolOf(instrument) + QStringLiteral(": a trade came twice");
}

QString FaultRig::barDifference()
{
    const auto& shown = m_screen.chart(chart).bars;
    int compared = 0;
    for (const VenueTruth::Bar& bar : m_truth->bars(symbolOf(bitcoin), QStringLiteral("1m"), 20)) {
        const auto found = shown.find(Timestamp::fromMillis(bar.openTime));
        if (found == shown.end())
            return QStringLiteral("the bar of %1 is not on the chart").arg(bar.openTime);
        if (!found->second.closed)
            continue; // still moving
        ++compared;
        if (!isSame(found->second, bar))
            return QStringLiteral("the bar of %1 is not the venue's, %2 trades instead of %3")
                .arg(bar.openTime)
                .arg(found->second.trades)
                .arg(bar.trades);
    }
    return compared > 0 ? QString() : QStringLiteral("no closed bar to compare");
}

QStringList FaultRig::violations()
{
    QStringList found = m_tap.complaints() + m_screen.complaints();
    for (const InstrumentId instrument : watched())
        found << falseBooks(instrument);
    if (const QString spent = overspending(); !spent.isEmpty())
        found << spent;
    return found;
}

QStringList FaultRig::falseBooks(InstrumentId instrument)
{
    const auto marks = m_tap.bookMarks(instrument); // first: what comes while the venue is asked, it has not told yet
    const auto truth = m_truth->books(symbolOf(instrument));
    if (truth.empty())
        return {};
    QStringList found;
    const auto judge = [&](const std::vector<MarketTap::BookMark>& states, const QString& where) {
        for (const MarketTap::BookMark& mark : states) {
            const auto real = truth.find(mark.updateId);
            const bool forgotten = real == truth.end() && mark.updateId < truth.begin()->first;
            if (forgotten || (real != truth.end() && real->second == mark.hash))
                continue;
            found << symbolOf(instrument)
                    + QStringLiteral(": book %1 was Synced %2 and is not the venue's").arg(mark.updateId).arg(where);
            return;
        }
    };
    judge(marks, QStringLiteral("at the feed"));
    judge(m_screen.shownBooks(instrument), QStringLiteral("on the screen"));
    return found;
}

QString FaultRig::overspending()
{
    constexpr int ownControlLimit = 5; // half of the venue's
    const auto requests = m_truth->requests();
    int weight = 0;
    std::size_t from = 0;
    for (const VenueTruth::Request& request : requests) {
        for (weight += request.weight; requests[from].sinceStartMs < request.sinceStartMs - 60'000; ++from)
            weight -= requests[from].weight;
        if (weight > m_options.exchange.limits.weightPerMinute)
            return QStringLiteral("weight %1 in a minute").arg(weight);
    }
    for (const VenueTruth::Connection& connection : m_truth->connections()) {
        if (connection.mostControlInSecond > ownControlLimit)
            return QStringLiteral("%1 control messages in a second").arg(connection.mostControlInSecond);
    }
    return {};
}

} // namespace spreadline::faults
