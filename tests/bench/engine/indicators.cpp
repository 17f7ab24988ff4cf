// SPDX-License-Identifier: GPL-3.0-or-later
#include "bare_studies.h"
#include "bench.h"

#include "base/hash.h"
#include "indicators/study_spec.h"

#include <cstdlib>

using namespace spreadline;
using namespace spreadline::bench;
using namespace spreadline::indicators;

// For comparison, measured elsewhere on such a machine for the same six: TA-Lib 47 ns (batch), Tulip 20 (batch).

namespace {

constexpr int bars = 5'000; ///< half a megabyte: stays in the cache, so that the studies are timed and not the memory
constexpr int passes = 40;
constexpr int rounds = 15;
constexpr double perBar = 1e9 / (static_cast<double>(bars) * passes);

std::vector<StudyBar> walk()
{
    std::vector<StudyBar> list(bars);
    std::uint64_t state = 1;
    const auto uniform = [&state] {
        state = mix64(state);
        return static_cast<double>(state >> 11U) * 0x1p-53;
    };
    double close = 60'000;
    for (std::size_t i = 0; i < list.size(); ++i) {
        StudyBar& bar = list[i];
        bar.openTime = Timestamp::fromMillis(static_cast<std::int64_t>(i) * 60'000);
        bar.open = close;
        bar.close = close *= 1 + 0.002 * (uniform() - 0.5);
        bar.high = std::max(bar.open, bar.close) * (1 + 0.0005 * uniform());
        bar.low = std::min(bar.open, bar.close) * (1 - 0.0005 * uniform());
        bar.volume = 10 * uniform();
        bar.takerBuyVolume = bar.volume * uniform();
        bar.quoteVolume = bar.volume * bar.close;
        bar.openInterest = bar.fundingRate = 0.5;
        bar.otherClose = bar.close * (1 + 0.001 * uniform());
    }
    return list;
}

std::unique_ptr<Study> make(const std::string& text)
{
    const auto spec = parseStudy(text);
    if (!spec)
        std::abort();
    auto study = makeStudy(*spec);
    return *std::move(study);
}

const std::array<std::string, 6> six{"sma(20)", "ema(20)", "rsi(14)", "macd(12,26,9)", "bbands(20,2)", "atr(14)"};

template<typename PerBar>
void over(const std::vector<StudyBar>& input, PerBar perBarWork)
{
    for (int pass = 0; pass < passes; ++pass) {
        for (const StudyBar& bar : input)
            perBarWork(bar);
    }
}

void bareSix(const std::vector<StudyBar>& input)
{
    BareSma<20> sma;
    BareEma<20> ema;
    BareRsi rsi;
    BareMacd macd;
    BareBbands bbands;
    BareAtr atr;
    over(input, [&](const StudyBar& bar) {
        const double one[]{sma.update(bar.close), ema.update(bar.close), rsi.update(bar.close), atr.update(bar)};
        const auto three = macd.update(bar.close);
        const auto five = bbands.update(bar.close);
        keep(one);
        keep(three);
        keep(five);
    });
}

void allSix(Report& report, const std::vector<StudyBar>& input)
{
    std::vector<std::unique_ptr<Study>> studies;
    for (const std::string& text : six)
        studies.push_back(make(text));
    const Paired streamed = paired(
        rounds, perBar,
        [&] {
            over(input, [&](const StudyBar& bar) {
                for (const auto& study : studies) {
                    study->update(bar);
                    keep(study->values()[0]);
                }
            });
        },
        [&] { bareSix(input); });
    report.add({"SMA EMA RSI MACD BBANDS ATR, a bar, by interface", "ns", streamed.work, "bare streaming", streamed.baseline,
                streamed.ratio, 1.7, Figure::Bound::RatioAtMost});

    std::vector<double> rows(static_cast<std::size_t>(bars) * 5);
    const Paired batch = paired(
        rounds, perBar,
        [&] {
            for (int pass = 0; pass < passes; ++pass) {
                for (const auto& study : studies)
                    study->run(input, std::span(rows).first(input.size() * study->values().size()));
            }
            keep(rows);
        },
        [&] { bareSix(input); });
    report.add(
        {"the same six in batches", "ns", batch.work, "bare streaming", batch.baseline, batch.ratio, 0, Figure::Bound::None});
}

/// One study through the interface, against its own code in a plain loop that only stores the rows.
void one(Report& report, const std::vector<StudyBar>& input, const StudyInfo& info)
{
    const std::string text = toString({&info, info.presets(), std::nullopt, false});
    const auto study = make(text);
    std::vector<double> rows(input.size() * study->values().size());
    const Paired cost = paired(
        rounds, perBar,
        [&] {
            over(input, [&](const StudyBar& bar) {
                study->update(bar);
                keep(study->values()[0]);
            });
        },
        [&] {
            for (int pass = 0; pass < passes; ++pass)
                study->run(input, rows);
            keep(rows);
        });
    report.add({text, "ns", cost.work, "bare loop", cost.baseline, cost.ratio, 0, Figure::Bound::None});
}

/// What a tick costs: the forming bar through every window.
void forming(Report& report, const std::vector<StudyBar>& input)
{
    std::vector<std::unique_ptr<Study>> studies;
    for (const std::string& text : six)
        studies.push_back(make(text));
    const Paired cost = paired(
        rounds, perBar,
        [&] {
            over(input, [&](const StudyBar& bar) {
                for (const auto& study : studies)
                    keep(study->preview(bar)[0]);
            });
        },
        [&] { bareSix(input); });
    report.add(
        {"the six previewed, a tick", "ns", cost.work, "bare streaming", cost.baseline, cost.ratio, 0, Figure::Bound::None});
}

void run(Report& report)
{
    const std::vector<StudyBar> input = walk();
    allSix(report, input);
    forming(report, input);
    for (const StudyInfo& info : allStudies())
        one(report, input, info);
}

} // namespace

SPREADLINE_BENCH("indicators", "studies a bar, by interface and bare", run)
