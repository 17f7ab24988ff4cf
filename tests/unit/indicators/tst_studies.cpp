// SPDX-License-Identifier: GPL-3.0-or-later
#include "property.h"
#include "tables.h"
#include "test_main.h"

#include <set>

using namespace spreadline;
using namespace spreadline::indicators;
using namespace spreadline::test;

/// What holds for every study of the registry, whatever it computes.
class TstStudies : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areDescribed_data() { all(); }
    void areDescribed();
    void namesAreUnique();
    void startWhereTheySay_data() { all(); }
    void startWhereTheySay();
    void batchIsTheStream_data() { all(); }
    void batchIsTheStream();
    void previewDisturbsNothing_data() { all(); }
    void previewDisturbsNothing();
    void resetAndCloneAreAsNew_data() { all(); }
    void resetAndCloneAreAsNew();
    void oddMarketsGiveNumbers_data();
    void oddMarketsGiveNumbers();

private:
    static void all()
    {
        QTest::addColumn<int>("place");
        for (std::size_t i = 0; i < allStudies().size(); ++i)
            QTest::addRow("%s", std::string(allStudies()[i].name).c_str()) << static_cast<int>(i);
    }
};

namespace {

/// Arguments within the allowed ranges, short enough to see values.
std::vector<double> someArguments(const StudyInfo& study)
{
    std::vector<double> values;
    for (const Parameter& parameter : study.parameters) {
        switch (parameter.kind) {
        case Parameter::Kind::Integer: values.push_back(*rc::gen::inRange(static_cast<int>(parameter.least), 40)); break;
        case Parameter::Kind::Number: values.push_back(*rc::gen::elementOf(std::vector{0.02, 0.2, 0.5, 1.0})); break;
        case Parameter::Kind::Choice: values.push_back(*rc::gen::inRange(0, static_cast<int>(parameter.choices.size()))); break;
        case Parameter::Kind::Milliseconds: values.push_back(parameter.preset); break;
        }
    }
    return values;
}

std::unique_ptr<Study> someStudy(const StudyInfo& study)
{
    const std::vector<double> arguments = someArguments(study);
    return study.make(Arguments(arguments));
}

/// Bars with flat stretches, standstills of volume and repeated prices among them.
std::vector<StudyBar> someBars()
{
    std::vector<StudyBar> bars =
        walk(*rc::gen::inRange(1, 300), *rc::gen::arbitrary<std::uint32_t>(), *rc::gen::elementOf(std::vector{1e-6, 100.0, 1e9}));
    const auto flatFrom = static_cast<std::size_t>(*rc::gen::inRange(0, 300));
    const auto flatLength = static_cast<std::size_t>(*rc::gen::inRange(0, 120));
    for (std::size_t i = flatFrom; i < std::min(bars.size(), flatFrom + flatLength); ++i) {
        StudyBar& bar = bars[i];
        bar.open = bar.high = bar.low = bar.close = bars[flatFrom].close;
        bar.volume = bar.takerBuyVolume = bar.quoteVolume = 0;
    }
    return bars;
}

} // namespace

void TstStudies::areDescribed()
{
    QFETCH(int, place);
    const StudyInfo& study = allStudies()[static_cast<std::size_t>(place)];
    QVERIFY(!study.title.empty() && !study.help.empty());
    QVERIFY(!study.outputs.empty());
    for (const Parameter& parameter : study.parameters) {
        QVERIFY(parameter.least <= parameter.preset && parameter.preset <= parameter.most);
        QVERIFY(parameter.least <= parameter.usualLeast && parameter.usualMost <= parameter.most);
        QVERIFY(parameter.usualLeast <= parameter.usualMost && parameter.step > 0);
        QVERIFY(!parameter.name.empty() && !parameter.title.empty() && !parameter.help.empty());
        if (parameter.kind == Parameter::Kind::Choice)
            QCOMPARE(static_cast<double>(parameter.choices.size()), parameter.most + 1);
    }
    std::set<std::string_view> names;
    for (const Output& output : study.outputs) {
        QVERIFY(names.insert(output.name).second);
        QVERIFY(!output.title.empty() && output.first);
        QVERIFY(output.fillTo.empty() || std::ranges::find(study.outputs, output.fillTo, &Output::name) != study.outputs.end());
    }
    const std::vector<double> presets = study.presets();
    QCOMPARE(study.make(Arguments(presets))->values().size(), study.outputs.size());
}

void TstStudies::namesAreUnique()
{
    std::set<std::string_view> names;
    for (const StudyInfo& study : allStudies()) {
        QVERIFY(names.insert(study.name).second);
        for (const std::string_view alias : study.aliases)
            QVERIFY2(names.insert(alias).second, std::string(alias).c_str());
    }
    // What the project says there is.
    for (const char* name :
         {"sma",      "ema",         "wma",    "dema",        "tema",  "hma",    "kama",          "vwma",   "macd",
          "ichimoku", "adx",         "psar",   "supertrend",  "aroon", "linreg", "rsi",           "stoch",  "stochrsi",
          "willr",    "cci",         "roc",    "mom",         "mfi",   "ultosc", "trix",          "bbands", "keltner",
          "donchian", "atr",         "natr",   "stddev",      "obv",   "vwap",   "avwap",         "cmf",    "ad",
          "force",    "heikin_ashi", "zscore", "correlation", "beta",  "cvd",    "open_interest", "funding"})
        QVERIFY2(names.contains(name), name);
}

void TstStudies::startWhereTheySay()
{
    QFETCH(int, place);
    const StudyInfo& study = allStudies()[static_cast<std::size_t>(place)];
    property("empty before the first bar, a value from it on", [&study] {
        const std::vector<double> arguments = someArguments(study);
        const auto made = study.make(Arguments(arguments));
        const std::vector<StudyBar> bars = walk(200, 3);
        const std::vector<double> rows = streamed(*made, bars);
        for (std::size_t output = 0; output < study.outputs.size(); ++output) {
            const auto first = static_cast<std::size_t>(study.firstBar(output, arguments));
            for (std::size_t i = 0; i < bars.size(); ++i)
                RC_ASSERT(hasValue(rows[i * study.outputs.size() + output]) == (i >= first));
        }
    });
}

void TstStudies::batchIsTheStream()
{
    QFETCH(int, place);
    const StudyInfo& study = allStudies()[static_cast<std::size_t>(place)];
    property("the same bits, however the bars are cut", [&study] {
        const std::vector<StudyBar> bars = someBars();
        const auto first = someStudy(study);
        const auto second = first->clone();
        const std::vector<double> want = streamed(*first, bars);
        std::vector<double> got(want.size());
        const auto cut = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(bars.size()) + 1));
        const std::size_t width = study.outputs.size();
        second->run(std::span(bars).first(cut), std::span(got).first(cut * width));
        second->run(std::span(bars).subspan(cut), std::span(got).subspan(cut * width));
        RC_ASSERT(isSame(got, want));
    });
}

void TstStudies::previewDisturbsNothing()
{
    QFETCH(int, place);
    const StudyInfo& study = allStudies()[static_cast<std::size_t>(place)];
    property("a preview equals the update it stands for, and leaves no trace", [&study] {
        const std::vector<StudyBar> bars = someBars();
        const std::vector<StudyBar> others = walk(static_cast<int>(bars.size()), 99, bars[0].open);
        const auto plain = someStudy(study);
        const auto previewed = plain->clone();
        for (std::size_t i = 0; i < bars.size(); ++i) {
            for (int times = *rc::gen::inRange(0, 3); times > 0; --times)
                previewed->preview(others[i]);
            const std::span<const double> seen = previewed->preview(bars[i]);
            plain->update(bars[i]);
            RC_ASSERT(isSame(seen, plain->values()));
            previewed->update(bars[i]);
            RC_ASSERT(isSame(previewed->values(), plain->values()));
        }
    });
}

void TstStudies::resetAndCloneAreAsNew()
{
    QFETCH(int, place);
    const StudyInfo& study = allStudies()[static_cast<std::size_t>(place)];
    const std::vector<StudyBar> bars = walk(150, 5);
    const std::vector<double> presets = study.presets();
    const auto made = study.make(Arguments(presets));
    const std::vector<double> want = streamed(*made, bars);
    const auto copy = made->clone();
    QVERIFY(isSame(copy->values(), made->values()));
    made->reset();
    QVERIFY(std::ranges::none_of(made->values(), hasValue));
    QVERIFY(isSame(streamed(*made, bars), want));
    copy->update(bars.back());
    made->update(bars.back());
    QVERIFY(isSame(copy->values(), made->values()));
}

void TstStudies::oddMarketsGiveNumbers_data()
{
    QTest::addColumn<double>("price");
    QTest::addColumn<bool>("isFlat");
    QTest::addColumn<bool>("isTraded");
    for (const double price : {1e-6, 1.0, 1e9}) {
        for (const bool isFlat : {false, true}) {
            for (const bool isTraded : {false, true})
                QTest::addRow("%g%s%s", price, isFlat ? ", flat" : "", isTraded ? "" : ", no volume")
                    << price << isFlat << isTraded;
        }
    }
}

void TstStudies::oddMarketsGiveNumbers()
{
    QFETCH(double, price);
    QFETCH(bool, isFlat);
    QFETCH(bool, isTraded);
    std::vector<StudyBar> bars = walk(400, 11, price);
    for (StudyBar& bar : bars) {
        if (isFlat)
            bar.open = bar.high = bar.low = bar.close = price;
        if (!isTraded)
            bar.volume = bar.takerBuyVolume = bar.quoteVolume = 0;
    }
    for (const StudyInfo& study : allStudies()) {
        const std::vector<double> presets = study.presets();
        const auto made = study.make(Arguments(presets));
        const std::vector<double> rows = streamed(*made, bars);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::size_t output = i % study.outputs.size();
            const bool isDue = static_cast<int>(i / study.outputs.size()) >= study.firstBar(output, presets);
            const bool isGood = std::isfinite(rows[i]) || (!hasValue(rows[i]) && (!isDue || study.outputs[output].mayBeMissing));
            QVERIFY2(isGood,
                     qPrintable(QStringLiteral("%1 at %2: %3")
                                    .arg(QString::fromStdString(std::string(study.name)))
                                    .arg(i / study.outputs.size())
                                    .arg(rows[i])));
            if (isFlat && study.pane.low < study.pane.high && hasValue(rows[i]))
                QVERIFY(rows[i] >= study.pane.low && rows[i] <= study.pane.high);
        }
    }
}

SPREADLINE_TEST(TstStudies)
#include "tst_studies.moc"
