// SPDX-License-Identifier: GPL-3.0-or-later
#include "property.h"
#include "tables.h"
#include "test_main.h"

#include "indicators/higher_interval.h"

using namespace spreadline;
using namespace spreadline::indicators;
using namespace spreadline::test;

/// A study of 4h bars fed with 1h bars.
class TstHigherInterval : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsTheStudyOfWholeBars();
    void formingShowsTheBarSoFar();
    void neverLooksAhead();
    void aMissingLastBarClosesLate();
    void aCutFirstBarIsLeftOut();
    void previewIsTheUpdate();
    void sameIntervalIsThePlainStudy();
    void refusesIntervalsThatDoNotFit_data();
    void refusesIntervalsThatDoNotFit();
};

namespace {

constexpr auto hour = std::chrono::hours(1);

Interval interval(const char* text)
{
    return *parseInterval(text);
}

/// Hourly bars from a 4h border on.
std::vector<StudyBar> hourly(int count)
{
    std::vector<StudyBar> bars = walk(count, 17);
    for (int i = 0; i < count; ++i)
        bars[static_cast<std::size_t>(i)].openTime = Timestamp::fromMillis(1'704'067'200'000) + i * hour;
    return bars;
}

StudyBar merged(std::span<const StudyBar> parts)
{
    StudyBar whole = parts.front();
    whole.openTime = openTime(interval("4h"), whole.openTime);
    for (const StudyBar& part : parts.subspan(1)) {
        whole.high = std::max(whole.high, part.high);
        whole.low = std::min(whole.low, part.low);
        whole.volume += part.volume;
    }
    whole.close = parts.back().close;
    return whole;
}

std::unique_ptr<Study> make(const char* text)
{
    auto study = makeStudy(*parseStudy(text), interval("1h"));
    return *std::move(study);
}

double only(const Study& study)
{
    return study.values()[0];
}

} // namespace

void TstHigherInterval::equalsTheStudyOfWholeBars()
{
    const std::vector<StudyBar> bars = hourly(400);
    const auto study = make("rsi(14)@4h");
    const auto whole = make("rsi(14)");
    for (std::size_t i = 0; i < bars.size(); ++i) {
        study->update(bars[i]);
        if (i % 4 == 3)
            whole->update(merged(std::span(bars).subspan(i - 3, 4)));
        QVERIFY(isSame(only(*study), only(*whole))); // shows with the bar that closes it, and stays until the next
    }
    QVERIFY(hasValue(only(*study)));
}

void TstHigherInterval::formingShowsTheBarSoFar()
{
    const std::vector<StudyBar> bars = hourly(200);
    const auto study = make("atr(5)@4h:forming");
    const auto whole = make("atr(5)");
    for (std::size_t i = 0; i < bars.size(); ++i) {
        study->update(bars[i]);
        const StudyBar soFar = merged(std::span(bars).subspan(i - i % 4, i % 4 + 1));
        QVERIFY(isSame(only(*study), whole->preview(soFar)[0]));
        if (i % 4 == 3)
            whole->update(soFar);
    }
}

void TstHigherInterval::neverLooksAhead()
{
    property("what comes later changes nothing that was shown", [] {
        const auto cut = static_cast<std::size_t>(*rc::gen::inRange(1, 200));
        std::vector<StudyBar> bars = hourly(200);
        const char* text = *rc::gen::element("ema(5)@4h", "bbands(6,2)@1d", "atr(3)@4h:forming", "ichimoku(3,5,9,4)@4h");
        const auto before = make(text);
        const std::vector<double> shown = streamed(*before, std::span(bars).first(cut));
        for (std::size_t i = cut; i < bars.size(); ++i) {
            bars[i].high *= 3;
            bars[i].close *= 2;
        }
        const auto after = make(text);
        const std::vector<double> again = streamed(*after, bars);
        RC_ASSERT(isSame(std::span(again).first(shown.size()), shown));
    });
}

void TstHigherInterval::aMissingLastBarClosesLate()
{
    std::vector<StudyBar> bars = hourly(12);
    bars.erase(bars.begin() + 7); // the last hour of the second 4h bar
    const auto study = make("sma(1)@4h");
    for (std::size_t i = 0; i < 7; ++i)
        study->update(bars[i]);
    QCOMPARE(only(*study), bars[3].close);
    study->update(bars[7]); // the first of the third
    QCOMPARE(only(*study), bars[6].close);
}

void TstHigherInterval::aCutFirstBarIsLeftOut()
{
    const std::vector<StudyBar> bars = hourly(12);
    const auto study = make("sma(1)@4h");
    for (std::size_t i = 1; i < 7; ++i) {
        study->update(bars[i]);
        QVERIFY(!hasValue(only(*study)));
    }
    study->update(bars[7]);
    QCOMPARE(only(*study), bars[7].close);
}

void TstHigherInterval::previewIsTheUpdate()
{
    property("a preview equals the update it stands for, across gaps too", [] {
        const char* text = *rc::gen::element("ema(3)@4h", "macd(3,5,2)@4h:forming", "atr(2)@1d");
        const auto plain = make(text);
        const auto previewed = plain->clone();
        const std::vector<StudyBar> others = hourly(150);
        for (const StudyBar& bar : hourly(150)) {
            if (*rc::gen::inRange(0, 4) == 0)
                continue; // a gap
            StudyBar forming = bar;
            forming.close = forming.low;
            previewed->preview(forming);
            const std::span<const double> seen = previewed->preview(bar);
            plain->update(bar);
            RC_ASSERT(isSame(seen, plain->values()));
            previewed->update(bar);
            RC_ASSERT(isSame(previewed->values(), plain->values()));
        }
    });
}

void TstHigherInterval::sameIntervalIsThePlainStudy()
{
    const std::vector<StudyBar> bars = hourly(100);
    const auto plain = make("macd(3,6,4)");
    const auto wrapped = make("macd(3,6,4)@1h");
    QVERIFY(isSame(streamed(*plain, bars), streamed(*wrapped, bars)));
}

void TstHigherInterval::refusesIntervalsThatDoNotFit_data()
{
    QTest::addColumn<QString>("lower");
    QTest::addColumn<QString>("higher");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* lower, const char* higher, bool fits) {
        QTest::addRow("%s in %s", lower, higher) << QString::fromLatin1(lower) << QString::fromLatin1(higher) << fits;
    };
    row("15m", "4h", true);
    row("1h", "1w", true);
    row("1d", "1M", true);
    row("1d", "3d", true);
    row("4h", "1h", false);
    row("2h", "3m", false);
    row("3d", "1w", false);
    row("1w", "1M", false);
    row("100t", "1h", false);
}

void TstHigherInterval::refusesIntervalsThatDoNotFit()
{
    QFETCH(QString, lower);
    QFETCH(QString, higher);
    QFETCH(bool, fits);
    const auto spec = parseStudy("rsi(14)@" + higher.toStdString());
    QVERIFY(spec.hasValue());
    QCOMPARE(makeStudy(*spec, *parseInterval(lower.toStdString())).hasValue(), fits);
    QVERIFY(!makeStudy(*spec)); // of bars of unknown interval
}

SPREADLINE_TEST(TstHigherInterval)
#include "tst_higher_interval.moc"
