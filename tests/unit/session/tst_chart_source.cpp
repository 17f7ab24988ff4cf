// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording_ports.h"
#include "runtime/core_thread.h"
#include "scripted_engine.h"
#include "session/chart_source.h"
#include "session/local_engine.h"
#include "test_main.h"

#include <cmath>
#include <map>
#include <memory>

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

/// What a chart is told of a symbol or an expression, over a real MarketView fed by hand.
class TstChartSource : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aSymbolIsPassedOn();
    void checks_data();
    void checks();
    void refusalsChangeNothing();
    void theListMayComeLater();
    void whatTheVenueDoesNotHaveIsTold();
    void partsAreJoined();
    void aTickIsOneBar();
    void aDivisionByZeroIsAnEmptySlot();
    void olderBarsAreAskedForOnce();
    void olderBarsOfTheShortestPart();
    void olderBarsUntilTheStartMoves();
    void trustIsTheWorst();
    void failuresNameTheSymbol();
    void formerSubjectsAreNotShown();
    void closesWhatItOpened();
    void retriesUnderAnotherChart();
    void filtersMayChange();
    void decimalsComeBeforeTheBars();
    void whoHearsMayShowSomethingElse();
    void fundingIsAskedForAndPassedOn();
    void worksWithARealCore();

private:
    std::vector<ChartInterest> charts();
    ChartUpdate updateOf(std::size_t place, std::vector<Kline> bars, bool reset);
    void put(std::vector<ChartUpdate> updates);
    void showOpen(const char* text);

    std::unique_ptr<ScriptedEngine> m_engine;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<ChartSource> m_source;
    std::vector<SourceUpdate> m_updates;
    std::map<std::int64_t, ChartBar> m_shown; ///< by minute
    int m_subjects = 0;
};

namespace {

const Interval minute = Interval::time(1min);
constexpr std::int64_t firstMinute = 1'763'640'000'000 / 60'000;

Kline klineAt(std::int64_t at, double close)
{
    const auto price = [](double value) { return Price::fromMantissa(std::llround(value * 100), 2); };
    Kline kline;
    kline.openTime = Timestamp::fromMillis((firstMinute + at) * 60'000);
    kline.closeTime = kline.openTime + 59'999ms;
    kline.open = kline.low = price(close - 1);
    kline.high = kline.close = price(close);
    kline.volume = Quantity::fromMantissa(2'000, 3);
    kline.takerBuyVolume = Quantity::fromMantissa(500, 3);
    kline.quoteVolume = Money::fromMantissa(123, 0);
    return kline;
}

std::vector<Kline> klines(std::int64_t from, std::int64_t to, double close)
{
    std::vector<Kline> made;
    for (std::int64_t at = from; at <= to; ++at)
        made.push_back(klineAt(at, close));
    return made;
}

std::int64_t minuteOf(const ChartBar& bar)
{
    return bar.time / 60'000'000'000 - firstMinute;
}

QString failureOf(const Status& status)
{
    return status ? QString() : QString::fromStdString(logText(status.error()));
}

} // namespace

void TstChartSource::init()
{
    m_engine = std::make_unique<ScriptedEngine>();
    m_terminal = std::make_unique<Terminal>(*m_engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    m_source = std::make_unique<ChartSource>(m_terminal->market());
    m_updates.clear();
    m_shown.clear();
    m_subjects = 0;
    connect(m_source.get(), &ChartSource::subjectChanged, this, [this] { ++m_subjects; });
    connect(m_source.get(), &ChartSource::changed, this, [this](const SourceUpdate& update) {
        m_updates.push_back(update);
        if (update.reset)
            m_shown.clear();
        for (const ChartBar& bar : update.bars)
            m_shown[minuteOf(bar)] = bar;
    });
    m_engine->put(threeInstruments());
    QTRY_COMPARE(m_terminal->market().instruments().size(), 3U);
}

void TstChartSource::cleanup()
{
    m_source.reset();
    m_terminal.reset();
    m_engine.reset();
}

/// What the window wishes for, once it has been said.
std::vector<ChartInterest> TstChartSource::charts()
{
    QCoreApplication::sendPostedEvents();
    return m_engine->interest.charts;
}

ChartUpdate TstChartSource::updateOf(std::size_t place, std::vector<Kline> bars, bool reset)
{
    const ChartInterest interest = charts().at(place);
    ChartUpdate update;
    update.chart = interest.chart;
    update.instrument = interest.instrument;
    update.interval = interest.interval;
    update.reset = reset;
    update.bars = std::move(bars);
    update.trust = synced();
    return update;
}

void TstChartSource::put(std::vector<ChartUpdate> updates)
{
    ViewBatch batch;
    batch.charts = std::move(updates);
    m_engine->put(std::move(batch));
    QTRY_VERIFY(m_engine->isDealtWith());
}

void TstChartSource::showOpen(const char* text)
{
    const auto shown = m_source->show(QString::fromLatin1(text), minute);
    QVERIFY2(shown, qPrintable(failureOf(shown)));
    m_source->open();
}

void TstChartSource::aSymbolIsPassedOn()
{
    showOpen(" (btcusdt) ");
    QCOMPARE(m_source->text(), QStringLiteral("BTCUSDT"));
    SourceSubject expected{QStringLiteral("BTCUSDT"), false, InstrumentId{0}, 1, 0.1, QStringLiteral("BTC")};
    QVERIFY(m_source->subject() == expected);
    QCOMPARE(m_subjects, 1);
    QCOMPARE(charts().size(), 1U);
    ChartUpdate update = updateOf(0, klines(0, 9, 100), true);
    update.loading = true;
    update.venueTime = Timestamp::fromMillis(77);
    put({update, updateOf(0, {klineAt(9, 120)}, false)});
    QCOMPARE(m_updates.size(), 2U);
    QVERIFY(m_updates[0].reset && m_updates[0].loading && !m_updates[0].complete && !m_updates[0].failure);
    QCOMPARE(m_updates[0].venueTime, Timestamp::fromMillis(77));
    QVERIFY(m_updates[0].trust == synced());
    const ChartBar bar = m_updates[0].bars.at(0);
    QCOMPARE(bar.time, firstMinute * 60'000'000'000);
    QCOMPARE((std::vector{bar.open, bar.high, bar.low, bar.close}), (std::vector{99.0, 100.0, 99.0, 100.0}));
    QCOMPARE((std::vector{bar.volume, bar.quoteVolume, bar.takerBuyVolume}), (std::vector{2.0, 123.0, 0.5}));
    QVERIFY(!m_updates[1].reset && m_updates[1].bars.size() == 1 && m_shown.size() == 10 && m_shown[9].close == 120);
}

void TstChartSource::checks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("failure");
    const auto row = [](const char* text, const char* canonical, const char* failure) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(canonical) << QString::fromLatin1(failure);
    };
    row("ethusdt", "ETHUSDT", "");
    row("BTCUSDT / ethusdt", "BTCUSDT/ETHUSDT", "");
    row("btcusdt-1.5*btcusdt/ETHUSDT", "BTCUSDT-1.5*BTCUSDT/ETHUSDT", "");
    row("", "", "BadSchema");
    row("BTCUSDT/", "", "at character 9");
    row("BTCUSDT*1.2.3", "", "at character");
    row("12", "", "names no symbol");
    row("BTCUSDT/XRPUSDT", "", "UnknownInstrument at XRPUSDT");
    row("nope", "", "UnknownInstrument at NOPE");
    row("a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q", "", "more than 16 symbols");
}

void TstChartSource::checks()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    QFETCH(QString, failure);
    const auto checked = ChartSource::check(m_terminal->market(), text);
    QCOMPARE(checked ? checked->text : QString(), canonical);
    const QString said = checked ? QString() : QString::fromStdString(logText(checked.error()));
    QVERIFY2(said.contains(failure) && said.isEmpty() == failure.isEmpty(), qPrintable(said));
    QCOMPARE(failureOf(m_source->show(text, minute)), said);
    QCOMPARE(m_source->text(), canonical);
    if (checked) {
        QVERIFY(m_source->subject() == *checked);
        QCOMPARE(checked->isExpression, canonical.contains(QLatin1Char('/')));
        QVERIFY(!checked->isExpression || (checked->tickSize == 0 && checked->volumeUnit.isEmpty()));
    }
}

void TstChartSource::refusalsChangeNothing()
{
    showOpen("BTCUSDT/ETHUSDT");
    const auto before = charts();
    QVERIFY(!m_source->show(QStringLiteral("BTCUSDT/NOPE"), minute));
    QVERIFY(!m_source->show(QStringLiteral("BTCUSDT/"), minute));
    const auto refused = m_source->show(QStringLiteral("BTCUSDT/ETHUSDT"), Interval::ticks(100));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::Unsupported);
    QVERIFY2(refused.error().detail.find("100t") != std::string::npos, refused.error().detail.c_str());
    QVERIFY(m_source->show(QStringLiteral("btcusdt / ethusdt"), minute).hasValue()); // it is shown already
    QCOMPARE(m_source->text(), QStringLiteral("BTCUSDT/ETHUSDT"));
    QVERIFY(m_source->interval() == minute);
    QVERIFY(charts() == before);
    QVERIFY(m_source->show(QStringLiteral("(BTCUSDT)"), Interval::ticks(100)).hasValue());
    QCOMPARE(charts().size(), 1U);
}

void TstChartSource::theListMayComeLater()
{
    MarketView market;
    ChartSource source(market);
    int subjects = 0;
    connect(&source, &ChartSource::subjectChanged, this, [&subjects] { ++subjects; });
    QVERIFY(!source.show(QStringLiteral("BTCUSDT/"), minute)); // the form can be told
    QVERIFY(source.show(QStringLiteral("BTCUSDT/ETHUSDT"), minute).hasValue());
    source.open();
    QVERIFY(!source.subject());
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    ChartSource late(terminal.market());
    connect(&late, &ChartSource::subjectChanged, this, [&subjects] { ++subjects; });
    QVERIFY(late.show(QStringLiteral("btcusdt/ETHUSDT"), minute).hasValue());
    late.open();
    engine.put(threeInstruments());
    QTRY_COMPARE(engine.interest.charts.size(), 2U);
    QCOMPARE(subjects, 1);
    QCOMPARE(late.subject()->text, QStringLiteral("BTCUSDT/ETHUSDT"));
}

void TstChartSource::whatTheVenueDoesNotHaveIsTold()
{
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    ChartSource source(terminal.market());
    std::vector<SourceUpdate> updates;
    connect(&source, &ChartSource::changed, this, [&updates](const SourceUpdate& update) { updates.push_back(update); });
    QVERIFY(source.show(QStringLiteral("BTCUSDT/XRPUSDT"), minute).hasValue());
    source.open();
    engine.put(threeInstruments());
    engine.put(threeInstruments());
    QTRY_VERIFY(engine.isDealtWith());
    QCOMPARE(updates.size(), 1U); // once
    QVERIFY(updates[0].reset && updates[0].bars.empty());
    QCOMPARE(updates[0].failure->code, Errc::UnknownInstrument);
    QCOMPARE(updates[0].failure->where, std::string("XRPUSDT"));
    QVERIFY(!source.subject() && engine.interest.charts.empty());
    auto more = threeInstruments();
    more.push_back(instrumentOf(3, "XRPUSDT", Price::fromMantissa(1, 4)));
    engine.put(more);
    QTRY_COMPARE(engine.interest.charts.size(), 2U); // it was listed meanwhile
}

void TstChartSource::partsAreJoined()
{
    showOpen("BTCUSDT/ETHUSDT");
    QCOMPARE(charts().size(), 2U);
    QCOMPARE(charts()[1].instrument, InstrumentId{1});
    put({updateOf(0, klines(0, 9, 101), true)});
    QVERIFY(m_updates.empty()); // half of it says nothing
    ChartUpdate other = updateOf(1, klines(4, 8, 21), true);
    other.loading = true;
    put({other});
    QCOMPARE(m_updates.size(), 1U);
    QVERIFY(m_updates[0].reset && m_updates[0].loading);
    QCOMPARE(m_shown.size(), 5U); // where both have a bar
    QCOMPARE(m_shown.begin()->first, 4);
    const ChartBar bar = m_shown[4];
    QCOMPARE((std::vector{bar.open, bar.close}), (std::vector{100.0 / 20, 101.0 / 21}));
    QCOMPARE(bar.volume, 0.0);
    QVERIFY(std::isnan(bar.quoteVolume) && std::isnan(bar.takerBuyVolume));
    put({updateOf(1, klines(6, 6, 41), true)}); // a reset of one is a reset of all
    QVERIFY(m_updates.back().reset);
    QCOMPARE(m_shown.size(), 1U);
}

void TstChartSource::aTickIsOneBar()
{
    showOpen("BTCUSDT-ETHUSDT");
    put({updateOf(0, klines(0, 999, 101), true), updateOf(1, klines(0, 999, 21), true)});
    QCOMPARE(m_shown.size(), 1'000U);
    put({updateOf(1, {klineAt(999, 31)}, false)});
    QCOMPARE(m_updates.back().bars.size(), 1U);
    QVERIFY(!m_updates.back().reset);
    QCOMPARE(m_shown[999].close, 70.0);
    put({updateOf(0, {klineAt(1'000, 201)}, false)});
    QVERIFY(m_updates.back().bars.empty()); // the other's bar has not opened yet
    put({updateOf(1, {klineAt(1'000, 1)}, false)});
    QCOMPARE(m_shown[1'000].close, 200.0);
}

void TstChartSource::aDivisionByZeroIsAnEmptySlot()
{
    showOpen("BTCUSDT/(ETHUSDT-DOGEUSDT)");
    put({updateOf(0, klines(0, 5, 101), true), updateOf(1, klines(0, 5, 21), true), updateOf(2, klines(0, 5, 11), true)});
    QCOMPARE(m_shown[5].close, 10.1);
    put({updateOf(2, {klineAt(5, 21)}, false)});
    QCOMPARE(m_shown.size(), 6U);
    QVERIFY(m_shown[5].isEmpty());
}

void TstChartSource::olderBarsAreAskedForOnce()
{
    m_source->loadOlder(); // of nothing
    showOpen("BTCUSDT");
    m_source->loadOlder(); // before the first answer
    put({updateOf(0, klines(0, 9, 100), true)});
    for (int i = 0; i < 3; ++i)
        m_source->loadOlder();
    QCOMPARE(m_engine->olderAsked.size(), 1U);
    put({updateOf(0, {klineAt(9, 101)}, false)}); // a tick is no answer
    m_source->loadOlder();
    QCOMPARE(m_engine->olderAsked.size(), 1U);
    put({updateOf(0, klines(-5, -1, 100), false)});
    m_source->loadOlder();
    QCOMPARE(m_engine->olderAsked.size(), 2U);
    ChartUpdate failed = updateOf(0, {}, false);
    failed.failure = Error{Errc::Timeout, "klines", {}};
    put({failed});
    QCOMPARE(m_updates.back().failure->where, std::string("klines"));
    m_source->loadOlder();
    QCOMPARE(m_engine->olderAsked.size(), 3U);
    ChartUpdate complete = updateOf(0, klines(-9, -6, 100), false);
    complete.complete = true;
    put({complete});
    QVERIFY(m_updates.back().complete);
    m_source->loadOlder();
    QCOMPARE(m_engine->olderAsked.size(), 3U);
}

void TstChartSource::olderBarsOfTheShortestPart()
{
    showOpen("BTCUSDT/ETHUSDT");
    put({updateOf(0, klines(0, 9, 101), true), updateOf(1, klines(-4, 9, 21), true)});
    m_source->loadOlder();
    QCOMPARE(m_engine->olderAsked, std::vector{charts()[0].chart});
    put({updateOf(0, klines(-20, -1, 101), false)});
    QCOMPARE(m_shown.begin()->first, -4);
    QVERIFY(!m_updates.back().reset);
    m_source->loadOlder();
    QCOMPARE(m_engine->olderAsked.back(), charts()[1].chart); // now the other is the shortest
    ChartUpdate complete = updateOf(1, klines(-6, -5, 21), false);
    complete.complete = true;
    put({complete});
    QVERIFY(m_updates.back().complete); // the longer one may have more, of which nothing can be shown
    m_source->loadOlder();
    QCOMPARE(m_engine->olderAsked.size(), 2U);
    QCOMPARE(m_shown.begin()->first, -6);
}

/// Pages that hold nothing the other has: it goes on by itself.
void TstChartSource::olderBarsUntilTheStartMoves()
{
    showOpen("BTCUSDT/ETHUSDT");
    std::vector<Kline> gapped = klines(-30, -20, 21); // ETHUSDT was not traded for a while
    const auto late = klines(0, 9, 21);
    gapped.insert(gapped.end(), late.begin(), late.end());
    put({updateOf(0, klines(0, 9, 101), true), updateOf(1, gapped, true)});
    m_source->loadOlder();
    put({updateOf(0, klines(-10, -1, 101), false)});
    QCOMPARE(m_engine->olderAsked.size(), 2U);
    QCOMPARE(m_engine->olderAsked.back(), charts()[0].chart);
    m_source->loadOlder(); // under way
    QCOMPARE(m_engine->olderAsked.size(), 2U);
    put({updateOf(0, klines(-22, -11, 101), false)});
    QCOMPARE(m_shown.begin()->first, -22);
    QCOMPARE(m_engine->olderAsked.size(), 2U); // it has moved
    m_source->loadOlder();
    ChartUpdate failed = updateOf(0, {}, false);
    failed.failure = Error{Errc::Timeout, {}, {}};
    put({failed, updateOf(0, {}, false)});
    QCOMPARE(m_engine->olderAsked.size(), 3U); // a failure ends it, until somebody asks again
}

void TstChartSource::trustIsTheWorst()
{
    showOpen("BTCUSDT/ETHUSDT");
    ChartUpdate good = updateOf(0, klines(0, 1, 101), true), bad = updateOf(1, klines(0, 1, 21), true);
    bad.trust = {TrustState::Stale, Errc::Timeout, Timestamp::fromMillis(5), Timestamp::fromMillis(1'763'650'000'000)};
    good.loading = true;
    put({good, bad});
    const Trust told = m_updates.back().trust;
    QCOMPARE(told.state, TrustState::Stale);
    QCOMPARE(told.since, Timestamp::fromMillis(5));
    QCOMPARE(told.lastData, synced().lastData); // the oldest of both
    QVERIFY(m_updates.back().loading);
    put({updateOf(0, {}, false)});
    QVERIFY(!m_updates.back().loading);
    QCOMPARE(m_updates.back().trust.state, TrustState::Stale);
    put({updateOf(1, {}, false)});
    QVERIFY(m_updates.back().trust == synced());
    ChartUpdate older = updateOf(1, {}, false);
    older.trust.lastData = Timestamp::fromMillis(9); // as good as the other, and older
    put({older});
    QCOMPARE(m_updates.back().trust.state, TrustState::Synced);
    QCOMPARE(m_updates.back().trust.lastData, Timestamp::fromMillis(9));
}

void TstChartSource::failuresNameTheSymbol()
{
    showOpen("BTCUSDT/ETHUSDT");
    ChartUpdate failed = updateOf(1, {}, true);
    failed.failure = Error{Errc::Timeout, "klines", "after 10 s"};
    put({failed}); // told though the other has not spoken yet
    QCOMPARE(m_updates.size(), 1U);
    QCOMPARE(logText(*m_updates[0].failure), std::string("Timeout at ETHUSDT: klines: after 10 s"));
    put({updateOf(0, klines(0, 3, 101), true)});
    QVERIFY(m_updates.back().failure.has_value());
    put({updateOf(1, klines(0, 3, 21), false)});
    QVERIFY(!m_updates.back().failure);
    QCOMPARE(m_shown.size(), 4U);
}

void TstChartSource::formerSubjectsAreNotShown()
{
    showOpen("BTCUSDT");
    const ChartUpdate late = updateOf(0, klines(0, 5, 100), true);
    QVERIFY(m_source->show(QStringLiteral("ETHUSDT"), minute).hasValue());
    put({late});
    QVERIFY(m_updates.empty());
    const ChartUpdate lateToo = updateOf(0, klines(0, 5, 100), true);
    QVERIFY(m_source->show(QStringLiteral("ETHUSDT"), Interval::time(1h)).hasValue());
    QVERIFY(m_source->show(QStringLiteral("ETHUSDT"), minute).hasValue()); // and back: asked anew, told anew
    put({lateToo});
    QVERIFY(m_updates.empty());
    QCOMPARE(charts().size(), 1U);
    put({updateOf(0, klines(0, 5, 100), true)});
    QCOMPARE(m_updates.size(), 1U);
    QCOMPARE(m_subjects, 2);
}

void TstChartSource::closesWhatItOpened()
{
    showOpen("BTCUSDT/ETHUSDT");
    QVERIFY(m_source->isOpen());
    QCOMPARE(charts().size(), 2U);
    m_source->close();
    QVERIFY(!m_source->isOpen() && charts().empty());
    QVERIFY(m_source->show(QStringLiteral("DOGEUSDT"), minute).hasValue());
    QVERIFY(charts().empty()); // closed, but known
    QCOMPARE(m_source->subject()->text, QStringLiteral("DOGEUSDT"));
    QCOMPARE(m_source->subject()->priceDecimals, 5);
    m_source->open();
    m_source->open();
    QCOMPARE(charts().size(), 1U);
    m_source.reset();
    QVERIFY(charts().empty());
}

void TstChartSource::retriesUnderAnotherChart()
{
    m_source->retry(); // of nothing
    showOpen("BTCUSDT/ETHUSDT");
    const auto before = charts();
    put({updateOf(0, klines(0, 3, 101), true), updateOf(1, klines(0, 3, 21), true)});
    m_source->retry();
    const auto after = charts();
    QCOMPARE(after.size(), 2U);
    QVERIFY(after[0].chart != before[0].chart && after[1].chart != before[1].chart);
    put({updateOf(0, klines(0, 1, 101), true), updateOf(1, klines(0, 1, 21), true)});
    QVERIFY(m_updates.back().reset);
    QCOMPARE(m_shown.size(), 2U);
}

void TstChartSource::filtersMayChange()
{
    showOpen("BTCUSDT");
    auto list = threeInstruments();
    list[0].tickSize = Price::fromMantissa(1, 2);
    m_engine->put(list);
    QTRY_COMPARE(m_subjects, 2);
    QCOMPARE(m_source->subject()->priceDecimals, 2);
    QCOMPARE(charts().size(), 1U); // the chart is the same
    m_engine->put(list);
    QTRY_VERIFY(m_engine->isDealtWith());
    QCOMPARE(m_subjects, 2);
}

void TstChartSource::decimalsComeBeforeTheBars()
{
    showOpen("DOGEUSDT/BTCUSDT");
    int decimals = 0;
    connect(m_source.get(), &ChartSource::subjectChanged, this, [&] {
        if (m_updates.empty())
            decimals = m_source->subject()->priceDecimals;
    });
    put({updateOf(0, klines(0, 3, 2), true), updateOf(1, klines(0, 3, 60'000), true)});
    QCOMPARE(decimals, 10); // of 0.00003333: six digits
    put({updateOf(0, {klineAt(3, 2'000)}, false)});
    QCOMPARE(m_source->subject()->priceDecimals, 10); // does not jump about
    m_engine->put(threeInstruments());
    put({updateOf(0, klines(3, 3, 2'000), true)});
    QCOMPARE(m_source->subject()->priceDecimals, 7);
}

void TstChartSource::whoHearsMayShowSomethingElse()
{
    showOpen("DOGEUSDT/BTCUSDT");
    connect(m_source.get(), &ChartSource::subjectChanged, this, [this] {
        if (m_source->subject()->text != QStringLiteral("ETHUSDT"))
            QVERIFY(m_source->show(QStringLiteral("ETHUSDT"), minute).hasValue());
    });
    put({updateOf(0, klines(0, 3, 2), true), updateOf(1, klines(0, 3, 60'000), true)});
    QVERIFY(m_updates.empty()); // bars of what was left already
    QCOMPARE(charts().size(), 1U);
    connect(m_source.get(), &ChartSource::changed, this, [this] { m_source->close(); });
    put({updateOf(0, klines(0, 3, 2), true)});
    QCOMPARE(m_updates.size(), 1U);
    QVERIFY(charts().empty());
}

void TstChartSource::fundingIsAskedForAndPassedOn()
{
    showOpen("BTCUSDT");
    m_source->askDerivatives(true, false);
    QTRY_VERIFY(charts().front().wantsFunding && !charts().front().wantsOpenInterest);
    ChartUpdate update = updateOf(0, klines(0, 3, 100), true);
    update.fundingRates = {{Timestamp::fromMillis(firstMinute * 60'000), Price::fromMantissa(-125, 6)}};
    put({update});
    QCOMPARE(m_updates.back().fundingRates, (std::vector<TimedValue>{{firstMinute * 60'000'000'000, -0.000125}}));
    QVERIFY(m_updates.back().openInterests.empty());
    QVERIFY(m_source->show(QStringLiteral("ETHUSDT"), minute)); // another symbol: the wish stays
    QTRY_VERIFY(charts().front().instrument == InstrumentId{1} && charts().front().wantsFunding);
    QVERIFY(m_source->show(QStringLiteral("BTCUSDT/ETHUSDT"), minute)); // a ratio has no funding
    QTRY_COMPARE(charts().size(), 2U);
    QVERIFY(!charts()[0].wantsFunding && !charts()[1].wantsFunding);
}

void TstChartSource::worksWithARealCore()
{
    SystemClock clock;
    RecordingFeed feed;
    RecordingStore store;
    CoreThread core(clock);
    LocalEngine engine(core);
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    ChartSource source(terminal.market());
    std::map<std::int64_t, double> closes;
    int resets = 0;
    connect(&source, &ChartSource::changed, this, [&](const SourceUpdate& update) {
        resets += update.reset ? 1 : 0;
        for (const ChartBar& bar : update.bars)
            closes[minuteOf(bar)] = bar.close;
    });
    QVERIFY(source.show(QStringLiteral("BTCUSDT/ETHUSDT"), minute).hasValue());
    source.open();
    QVERIFY(core.start(feed, store).hasValue());
    std::vector<StampedEvent> list{{clock.now(), InstrumentsLoaded{{}, Source::Store}},
                                   {clock.now(), InstrumentsLoaded{threeInstruments(), Source::Venue}}};
    (void)core.deliver(list);
    QTRY_COMPARE(resets, 1);
    auto history = [&](std::uint32_t id, std::vector<Kline> bars) {
        for (Kline& bar : bars)
            bar.closed = true;
        return StampedEvent{clock.now(), KlineHistory{InstrumentId{id}, minute, {}, {}, std::move(bars), Source::Venue, {}}};
    };
    std::vector<StampedEvent> bars{history(0, klines(0, 9, 101)), history(1, klines(5, 12, 21))};
    (void)core.deliver(bars);
    QTRY_COMPARE(closes.size(), 5U);
    QCOMPARE(closes.begin()->first, 5);
    QCOMPARE(closes[5], 101.0 / 21);
    core.stop();
}

SPREADLINE_TEST(TstChartSource)
#include "tst_chart_source.moc"
