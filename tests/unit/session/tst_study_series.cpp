// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_table.h"
#include "property.h"
#include "session/study_series.h"
#include "test_main.h"

#include <bit>
#include <cmath>

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

/// Whatever happens to the bars of a chart, the values are those of one run over the bars there are.
class TstStudySeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ticksEqualOneRun_data() { all(); }
    void ticksEqualOneRun();
    void slicesEqualOneGo_data() { all(); }
    void slicesEqualOneGo();
    void anyHistoryEqualsOneRun_data() { all(); }
    void anyHistoryEqualsOneRun();
    void badBarsAndGapsAreSteppedOver_data() { all(); }
    void badBarsAndGapsAreSteppedOver();
    void aLateCorrectionStartsOver();
    void emptySlotsAtTheEnd();
    void barsMayGo();
    void aTickTouchesOneRow();
    void aMillionBarsInSlices();
    void ofAHigherInterval();
    void neverLooksAhead();
    void aSpreadMayPassZero();
    void saysWhatIsMissing();
    void refusesWhatDoesNotFit();
    void valuesAreThoseKnownAtTheClose();
    void valuesThatWereNotRenewedAreNotKnown();
    void fundingAndOpenInterestReachTheirStudies();

private:
    static void all()
    {
        QTest::addColumn<int>("place");
        for (std::size_t i = 0; i < indicators::allStudies().size(); ++i)
            QTest::addRow("%s", std::string(indicators::allStudies()[i].name).c_str()) << static_cast<int>(i);
    }
};

namespace {

const Interval hour = Interval::time(1h);

indicators::StudySpec presetOf(int place)
{
    const auto& study = indicators::allStudies()[static_cast<std::size_t>(place)];
    return {&study, study.presets(), std::nullopt, false};
}

indicators::StudySpec specOf(const char* text)
{
    return *indicators::parseStudy(text);
}

std::unique_ptr<StudySeries> seriesOf(const indicators::StudySpec& spec)
{
    auto made = StudySeries::make(spec, hour);
    return *std::move(made);
}

bool isSound(const ChartBar& bar, std::int64_t after)
{
    const bool isFinite =
        std::isfinite(bar.open) && std::isfinite(bar.high) && std::isfinite(bar.low) && std::isfinite(bar.close);
    return isFinite && bar.time > after && bar.volume >= 0 && bar.low <= std::min(bar.open, bar.close)
        && bar.high >= std::max(bar.open, bar.close);
}

/// What one study says of the sound bars one after the other: rows x outputs.
std::vector<double> oneRun(const indicators::StudySpec& spec, const BarTable& table)
{
    auto made = indicators::makeStudy(spec, hour);
    indicators::Study& study = **made;
    std::vector<double> rows;
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (std::size_t i = 0; i < table.size(); ++i) {
        const ChartBar& bar = table.bars[i];
        if (!isSound(bar, last)) {
            rows.insert(rows.end(), study.values().size(), ChartBar::none);
            continue;
        }
        last = bar.time;
        indicators::StudyBar fed{Timestamp::fromNanos(bar.time), bar.open, bar.high, bar.low, bar.close, bar.volume};
        fed.takerBuyVolume = bar.takerBuyVolume;
        fed.quoteVolume = bar.quoteVolume;
        if (!table.others.empty())
            fed.otherClose = table.others[i];
        study.update(fed);
        rows.insert(rows.end(), study.values().begin(), study.values().end());
    }
    return rows;
}

bool isSame(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (std::isnan(a) && std::isnan(b));
}

bool isOneRun(const StudySeries& series, const BarTable& table)
{
    const std::vector<double> expected = oneRun(series.spec(), table);
    for (std::size_t output = 0; output < series.outputs(); ++output) {
        const auto values = series.values(output);
        if (values.size() != table.size())
            return false;
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (!isSame(values[row], expected[row * series.outputs() + output]))
                return false;
        }
    }
    return true;
}

bool hasAnyValue(const StudySeries& series)
{
    for (std::size_t output = 0; output < series.outputs(); ++output) {
        if (std::ranges::any_of(series.values(output), [](double value) { return !std::isnan(value); }))
            return true;
    }
    return false;
}

/// The bar while it forms: at its open it knows nothing but the open.
ChartBar forming(const ChartBar& bar, double share)
{
    ChartBar part = bar;
    part.close = bar.open + (bar.close - bar.open) * share;
    part.high = std::max(bar.open, part.close);
    part.low = std::min(bar.open, part.close);
    part.volume *= share;
    part.takerBuyVolume *= share;
    part.quoteVolume *= share;
    return part;
}

/// What happens to a chart, one thing at a time.
void change(BarTable& table, BarTable& past, BarTable& future, StudySeries& series)
{
    const auto size = static_cast<int>(table.size());
    switch (size == 0 ? 0 : *rc::gen::weightedElement<int>({{6, 0}, {6, 1}, {1, 2}, {1, 3}, {1, 4}, {2, 5}})) {
    case 0: { // a new bar, or a gap
        ChartBar next = future.bars[table.size()];
        table.bars.push_back(*rc::gen::inRange(0, 6) == 0 ? emptySlot(next.time) : next);
        table.others.push_back(future.others[table.size()]);
        return series.touched(table.size() - 1);
    }
    case 1: // a tick
        table.bars.back() = forming(future.bars[table.size() - 1], 0.01 * *rc::gen::inRange(0, 100));
        return series.touched(table.size() - 1);
    case 2: { // older bars
        const auto count = static_cast<std::size_t>(*rc::gen::inRange(1, 30));
        const std::size_t from = past.size() - std::min(past.size(), count);
        table.bars.insert(table.bars.begin(), past.bars.begin() + static_cast<std::ptrdiff_t>(from), past.bars.end());
        table.others.insert(table.others.begin(), past.others.begin() + static_cast<std::ptrdiff_t>(from), past.others.end());
        future.bars.insert(future.bars.begin(), past.bars.begin() + static_cast<std::ptrdiff_t>(from), past.bars.end());
        future.others.insert(future.others.begin(), past.others.begin() + static_cast<std::ptrdiff_t>(from), past.others.end());
        const std::size_t came = past.size() - from;
        past.bars.resize(from);
        past.others.resize(from);
        return series.touched(table.size(), came);
    }
    case 3: { // a correction, or a bar in a gap
        const auto row = static_cast<std::size_t>(*rc::gen::inRange(0, size));
        table.bars[row] = future.bars[row];
        table.bars[row].close = table.bars[row].low;
        return series.touched(row);
    }
    case 4: // the last bar was none, or makes no sense
        if (*rc::gen::arbitrary<bool>())
            table.bars.back() = emptySlot(table.bars.back().time);
        else
            table.bars.back().low = table.bars.back().high * 2;
        return series.touched(table.size() - 1);
    default: // only time passes
        return;
    }
}

} // namespace

void TstStudySeries::ticksEqualOneRun()
{
    QFETCH(int, place);
    const auto series = seriesOf(presetOf(place));
    const BarTable whole = walk(260, 3);
    BarTable table;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        table.bars.push_back({});
        table.others.push_back(whole.others[i]);
        for (const double share : {0.0, 0.7, 0.3, 1.0}) {
            table.bars.back() = share < 1 ? forming(whole.bars[i], share) : whole.bars[i];
            series->touched(i);
            QVERIFY(!series->isComplete());
            QVERIFY(series->advance(table.columns()));
            QVERIFY(series->isComplete());
            if (i % 20 == 19)
                QVERIFY(isOneRun(*series, table));
        }
    }
    QVERIFY(isOneRun(*series, table));
    QCOMPARE(hasAnyValue(*series), series->missingInputs(table.columns()) == 0);
}

void TstStudySeries::slicesEqualOneGo()
{
    QFETCH(int, place);
    const auto series = seriesOf(presetOf(place));
    BarTable table = walk(1'500, 5);
    const BarColumns columns = table.columns();
    int slices = 0;
    while (!series->advance(columns, 0ns)) {
        ++slices;
        QCOMPARE(series->values(0).size(), table.size());
        QVERIFY(std::isnan(series->values(0).back())); // not computed yet
        QVERIFY(slices < 1'500);
    }
    QVERIFY(slices > 5);
    QVERIFY(isOneRun(*series, table));
}

void TstStudySeries::anyHistoryEqualsOneRun()
{
    QFETCH(int, place);
    property("ticks, new, older, late and missing bars in any order", [place] {
        const auto series = seriesOf(presetOf(place));
        BarTable past = walk(200, 7), future = walk(400, 8, firstHour + 200 * hourNanos), table;
        const int steps = *rc::gen::inRange(1, 60);
        for (int i = 0; i < steps; ++i) {
            change(table, past, future, *series);
            if (*rc::gen::inRange(0, 3) == 0)
                series->advance(table.columns(), 0ns);
        }
        while (!series->advance(table.columns(), 0ns)) {}
        RC_ASSERT(isOneRun(*series, table));
    });
}

void TstStudySeries::badBarsAndGapsAreSteppedOver()
{
    QFETCH(int, place);
    const auto series = seriesOf(presetOf(place));
    BarTable table = walk(400, 9);
    for (const std::size_t row : {0U, 1U, 57U, 58U, 59U, 200U, 399U})
        table.bars[row] = emptySlot(table.bars[row].time);
    table.bars[20].high = std::numeric_limits<double>::infinity();
    table.bars[30].low = table.bars[30].high * 2;
    table.bars[40].close = ChartBar::none;
    table.bars[70].time = table.bars[69].time;
    table.bars[90].volume = -1;
    table.bars[398].low = table.bars[398].high * 2; // the last bar there is
    for (std::size_t i = 1; i <= table.size(); ++i) {
        BarTable seen;
        seen.bars.assign(table.bars.begin(), table.bars.begin() + static_cast<std::ptrdiff_t>(i));
        seen.others.assign(table.others.begin(), table.others.begin() + static_cast<std::ptrdiff_t>(i));
        series->touched(i - 1);
        series->advance(seen.columns());
        if (i > 395 || i % 40 == 1)
            QVERIFY(isOneRun(*series, seen));
    }
    QVERIFY(std::isnan(series->values(0)[20]));
    QVERIFY(std::isnan(series->values(0)[398]));
    QCOMPARE(hasAnyValue(*series), series->missingInputs(table.columns()) == 0);
}

void TstStudySeries::aLateCorrectionStartsOver()
{
    const auto series = seriesOf(specOf("ema(10)"));
    BarTable table = walk(500, 4);
    series->advance(table.columns());
    QCOMPARE(series->takeChanged(), std::size_t(0));
    table.bars[30].close = table.bars[30].high;
    series->touched(30);
    QVERIFY(!series->advance(table.columns(), 0ns));
    QVERIFY(std::isnan(series->values(0)[400])); // rather nothing than what was before the correction
    QVERIFY(series->advance(table.columns()));
    QCOMPARE(series->takeChanged(), std::size_t(0));
    QVERIFY(isOneRun(*series, table));
    table.bars.back().close = table.bars.back().high;
    table.bars.back().volume += 1;
    series->restart();
    series->advance(table.columns());
    QVERIFY(isOneRun(*series, table));
}

void TstStudySeries::emptySlotsAtTheEnd()
{
    const auto series = seriesOf(specOf("sma(3)"));
    BarTable whole = walk(60, 4), table = whole;
    for (std::size_t row = 50; row < 60; ++row)
        table.bars[row] = emptySlot(table.bars[row].time);
    series->advance(table.columns());
    QVERIFY(isOneRun(*series, table));
    QVERIFY(!std::isnan(series->values(0)[49]));
    static_cast<void>(series->takeChanged());
    table.bars[49].close = table.bars[49].low; // it still forms, as far as anybody knows
    series->touched(49);
    series->advance(table.columns());
    QCOMPARE(series->takeChanged(), std::size_t(49));
    QVERIFY(isOneRun(*series, table));
    table.bars[55] = whole.bars[55];
    series->touched(55);
    series->advance(table.columns());
    QCOMPARE(series->takeChanged(), std::size_t(49));
    QVERIFY(isOneRun(*series, table));
    table.bars[52] = whole.bars[52]; // before the one that forms: its state has not seen it
    series->touched(52);
    series->advance(table.columns());
    QVERIFY(isOneRun(*series, table));
}

void TstStudySeries::barsMayGo()
{
    const auto series = seriesOf(specOf("rsi(5)"));
    BarTable table = walk(300, 6);
    series->advance(table.columns());
    table.bars.back() = emptySlot(table.bars.back().time);
    series->touched(299);
    series->advance(table.columns());
    QVERIFY(isOneRun(*series, table));
    table = walk(300, 6);
    series->touched(299);
    series->advance(table.columns());
    table = walk(301, 6);
    table.bars[299] = emptySlot(table.bars[299].time); // was a preview, and is passed by without another one
    series->touched(299);
    series->advance(table.columns());
    QVERIFY(isOneRun(*series, table));
    table = walk(100, 12);
    series->touched(0);
    series->advance(table.columns());
    QVERIFY(isOneRun(*series, table));
    table = {};
    series->touched(0);
    QVERIFY(series->advance(table.columns()));
    QVERIFY(series->values(0).empty());
    QCOMPARE(series->takeChanged(), std::size_t(0));
}

void TstStudySeries::aTickTouchesOneRow()
{
    const auto series = seriesOf(specOf("macd(12,26,9)"));
    BarTable whole = walk(2'000, 10), table = whole;
    table.bars.pop_back();
    table.others.pop_back();
    series->advance(table.columns());
    QCOMPARE(series->takeChanged(), std::size_t(0));
    QCOMPARE(series->takeChanged(), table.size());
    for (int i = 0; i < 5; ++i) {
        table.bars.back().close += 0.001;
        table.bars.back().high += 0.001;
        series->touched(table.size() - 1);
        QVERIFY(series->advance(table.columns(), 0ns)); // without a slice more
        QCOMPARE(series->takeChanged(), table.size() - 1);
    }
    table.bars.push_back(whole.bars.back());
    table.others.push_back(whole.others.back());
    series->touched(table.size() - 1);
    QVERIFY(series->advance(table.columns(), 0ns));
    QCOMPARE(series->takeChanged(), table.size() - 2); // the one that closed, and the new one
    QVERIFY(series->advance(table.columns(), 0ns));
    QCOMPARE(series->takeChanged(), table.size());
}

void TstStudySeries::aMillionBarsInSlices()
{
    const auto series = seriesOf(specOf("bbands(20,2)"));
    BarTable table = walk(1'000'000, 11);
    const BarColumns columns = table.columns();
    int slices = 1;
    while (!series->advance(columns, 4ms)) {
        ++slices;
        QVERIFY2(slices < 100'000, "a slice does not get on");
    }
    QVERIFY(isOneRun(*series, table));
    const auto late = seriesOf(specOf("bbands(20,2)"));
    while (!late->advance(columns, 0ns)) { // each slice is short, however long the history
        const auto values = late->values(0);
        QVERIFY(std::isnan(values[300]));
        if (!std::isnan(values[100]))
            break;
    }
    QVERIFY(!late->isComplete());
}

void TstStudySeries::ofAHigherInterval()
{
    const auto series = seriesOf(specOf("sma(2)@4h"));
    BarTable table = walk(41, 13);
    series->advance(table.columns());
    QVERIFY(isOneRun(*series, table));
    for (std::size_t row = 7; row < 41; ++row) {
        const std::size_t shown = (row + 1) / 4 * 4 - 1; // the bar that closed the last 4h bar
        const double mean = (table.bars[shown].close + table.bars[shown - 4].close) / 2;
        QCOMPARE(series->values(0)[row], mean);
    }
    QVERIFY(std::isnan(series->values(0)[6]));
}

void TstStudySeries::neverLooksAhead()
{
    property("what was shown of closed bars stays", [] {
        const char* text = *rc::gen::element("ema(5)@4h", "bbands(6,2)@1d", "atr(3)@4h:forming", "ichimoku(3,5,9,4)@4h");
        const auto series = seriesOf(specOf(text));
        const BarTable whole = walk(200, 14);
        BarTable table;
        std::vector<double> shown;
        for (std::size_t i = 0; i < whole.size(); ++i) {
            table.bars.push_back(forming(whole.bars[i], 0.5));
            series->touched(i);
            series->advance(table.columns());
            table.bars.back() = whole.bars[i];
            series->touched(i);
            series->advance(table.columns());
            shown.push_back(series->values(0)[i]);
        }
        RC_ASSERT(std::ranges::equal(shown, series->values(0), isSame));
    });
}

void TstStudySeries::aSpreadMayPassZero()
{
    BarTable table = walk(300, 15);
    table.others.clear();
    for (ChartBar& bar : table.bars) {
        bar.open -= 100, bar.high -= 100, bar.low -= 100, bar.close -= 100;
        bar.volume = 0, bar.quoteVolume = bar.takerBuyVolume = ChartBar::none;
    }
    table.bars[100].open = table.bars[100].high = table.bars[100].low = table.bars[100].close = 0;
    const auto zscore = seriesOf(specOf("zscore(20)"));
    zscore->advance(table.columns());
    QVERIFY(!std::isnan(zscore->values(0)[19]) && !std::isnan(zscore->values(0)[299]));
    for (int place = 0; place < static_cast<int>(indicators::allStudies().size()); ++place) {
        const auto series = seriesOf(presetOf(place));
        series->advance(table.columns());
        for (std::size_t output = 0; output < series->outputs(); ++output) {
            const auto isInfinite = [](double value) { return std::isinf(value); };
            QVERIFY(std::ranges::none_of(series->values(output), isInfinite));
        }
    }
}

void TstStudySeries::saysWhatIsMissing()
{
    using namespace indicators;
    BarTable table = walk(50, 16);
    const auto missing = [&table](const char* text) { return seriesOf(specOf(text))->missingInputs(table.columns()); };
    QCOMPARE(missing("sma(20)"), 0U);
    QCOMPARE(missing("cvd"), 0U);
    QCOMPARE(missing("correlation(20)"), 0U);
    QCOMPARE(missing("open_interest"), unsigned(OpenInterestInput));
    QCOMPARE(missing("funding"), unsigned(FundingInput));
    const std::vector<double> rates(table.bars.size(), 0.0001);
    BarColumns funded = table.columns();
    funded.fundingRates = rates;
    QCOMPARE(seriesOf(specOf("funding"))->missingInputs(funded), 0U);
    table.others.clear();
    QCOMPARE(missing("correlation(20)"), unsigned(OtherClose));
    for (ChartBar& bar : table.bars)
        bar.takerBuyVolume = bar.quoteVolume = ChartBar::none;
    QCOMPARE(missing("cvd"), unsigned(TakerBuyVolume));
    QCOMPARE(missing("vwap(price=quote)"), unsigned(QuoteVolume));
    QCOMPARE(missing("vwap"), 0U);
    table.bars.push_back(emptySlot(table.bars.back().time + hourNanos));
    QCOMPARE(missing("cvd"), unsigned(TakerBuyVolume));
    BarColumns bare = table.columns();
    bare.takerBuyVolumes = bare.quoteVolumes = {};
    QCOMPARE(seriesOf(specOf("cvd"))->missingInputs(bare), unsigned(TakerBuyVolume));
    table.bars.clear(); // nothing is known yet, so nothing is missing
    QCOMPARE(missing("cvd"), 0U);
    QCOMPARE(missing("correlation(20)"), 0U);
}

void TstStudySeries::refusesWhatDoesNotFit()
{
    const auto shorter = StudySeries::make(specOf("rsi(14)@30m"), hour);
    QVERIFY(!shorter);
    QCOMPARE(shorter.error().code, Errc::BadUsage);
    QVERIFY(!StudySeries::make(specOf("rsi(14)@4h"), Interval::ticks(100)));
    QVERIFY(StudySeries::make(specOf("rsi(14)"), Interval::ticks(100)).hasValue());
}

/// A value of 08:00 sharp belongs to the bar that opens then; one of 07:59 was known when the bar before closed.
void TstStudySeries::valuesAreThoseKnownAtTheClose()
{
    const std::vector<std::int64_t> times{0, hourNanos, 2 * hourNanos, 4 * hourNanos};
    const std::vector<TimedValue> values{
        {hourNanos, 1}, {2 * hourNanos - 1, 2}, {3 * hourNanos, 3}, {5 * hourNanos - 1, 4}, {5 * hourNanos, 5}};
    std::vector<double> out{7};
    alignValues(values, times, hour, 0, out);
    QCOMPARE(out.size(), std::size_t{4});
    QVERIFY(std::isnan(out[0]));
    QCOMPARE((std::vector<double>{out.begin() + 1, out.end()}), (std::vector<double>{2, 3, 4}));
    out = {7, 7};
    alignValues(values, times, hour, 2, out); // two bars came
    QCOMPARE(out, (std::vector<double>{7, 7, 3, 4}));
    alignValues({}, times, hour, 0, out);
    QVERIFY(std::ranges::all_of(out, [](double value) { return std::isnan(value); }));
    alignValues(values, {}, hour, 0, out);
    QVERIFY(out.empty());
}

void TstStudySeries::valuesThatWereNotRenewedAreNotKnown()
{
    std::vector<std::int64_t> times;
    for (std::int64_t i = 0; i < 10; ++i)
        times.push_back(i * hourNanos);
    const std::vector<TimedValue> values{{0, 1}, {hourNanos, 2}, {2 * hourNanos, 3}};
    std::vector<double> out;
    alignValues(values, times, hour, 0, out);
    QCOMPARE((std::vector<double>{out.begin(), out.begin() + 6}), (std::vector<double>{1, 2, 3, 3, 3, 3}));
    QVERIFY(std::all_of(out.begin() + 6, out.end(), [](double value) { return std::isnan(value); }));
}

void TstStudySeries::fundingAndOpenInterestReachTheirStudies()
{
    BarTable table = walk(30, 17);
    std::vector<TimedValue> values;
    for (std::size_t i = 3; i < table.bars.size(); ++i)
        values.push_back({table.bars[i].time, static_cast<double>(i) / 1'000});
    std::vector<double> column;
    BarColumns bars = table.columns();
    alignValues(values, bars.times, hour, 0, column);
    bars.fundingRates = bars.openInterests = column;
    for (const char* text : {"funding", "open_interest"}) {
        const auto series = seriesOf(specOf(text));
        QVERIFY(series->advance(bars));
        QVERIFY(std::isnan(series->values(0)[2]));
        QVERIFY(!std::isnan(series->values(0)[29]));
    }
}

SPREADLINE_TEST(TstStudySeries)
#include "tst_study_series.moc"
