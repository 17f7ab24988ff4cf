// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"
#include "test_main.h"

#include <cmath>
#include <functional>
#include <numeric>

using namespace spreadline;
using namespace spreadline::indicators;
using namespace spreadline::test;

/// The studies no reference table covers, against their formula written out over the whole history of each bar.
class TstFormulas : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsTheFormula_data();
    void equalsTheFormula();
    void cvdStartsAnewWithItsSession();
    void anchoredVwapStartsAtItsAnchor();
    void correlationPassesOverBarsOfOneSymbol();
};

namespace {

using Bars = std::span<const StudyBar>;
/// The value at the last of these bars.
using Formula = std::function<double(Bars)>;

std::vector<double> closes(Bars bars)
{
    std::vector<double> values;
    for (const StudyBar& bar : bars)
        values.push_back(bar.close);
    return values;
}

double mean(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> emaOf(std::span<const double> values, std::size_t n)
{
    std::vector<double> result;
    for (std::size_t i = n - 1; i < values.size(); ++i)
        result.push_back(i == n - 1 ? mean(values.first(n))
                                    : result.back() + 2.0 / (static_cast<double>(n) + 1) * (values[i] - result.back()));
    return result;
}

double wmaAt(std::span<const double> values, std::size_t end, std::size_t n)
{
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i)
        sum += static_cast<double>(i + 1) * values[end - n + 1 + i];
    return sum / (static_cast<double>(n) * (static_cast<double>(n) + 1) / 2);
}

double hma16(Bars bars)
{
    const std::vector<double> c = closes(bars);
    std::vector<double> raw;
    for (std::size_t i = c.size() - 4; i < c.size(); ++i)
        raw.push_back(2 * wmaAt(c, i, 8) - wmaAt(c, i, 16));
    return wmaAt(raw, 3, 4);
}

double kama10(Bars bars)
{
    const std::vector<double> c = closes(bars);
    double value = c[9];
    for (std::size_t i = 10; i < c.size(); ++i) {
        double path = 0;
        for (std::size_t j = i - 9; j <= i; ++j)
            path += std::abs(c[j] - c[j - 1]);
        const double efficiency = std::abs(c[i] - c[i - 10]) / path;
        value += std::pow(efficiency * (2.0 / 3 - 2.0 / 31) + 2.0 / 31, 2) * (c[i] - value);
    }
    return value;
}

double vwma20(Bars bars)
{
    double amount = 0, volume = 0;
    for (const StudyBar& bar : bars.last(20)) {
        amount += bar.close * bar.volume;
        volume += bar.volume;
    }
    return amount / volume;
}

double trix5(Bars bars)
{
    const std::vector<double> e3 = emaOf(emaOf(emaOf(closes(bars), 5), 5), 5);
    return 100 * (e3.back() - e3[e3.size() - 2]) / e3[e3.size() - 2];
}

double ultosc(Bars bars)
{
    double total = 0;
    for (const auto& [n, weight] : {std::pair{7, 4.0}, std::pair{14, 2.0}, std::pair{28, 1.0}}) {
        double pressure = 0, range = 0;
        for (std::size_t i = bars.size() - static_cast<std::size_t>(n); i < bars.size(); ++i) {
            pressure += bars[i].close - std::min(bars[i].low, bars[i - 1].close);
            range += std::max(bars[i].high, bars[i - 1].close) - std::min(bars[i].low, bars[i - 1].close);
        }
        total += weight * pressure / range;
    }
    return 100 * total / 7;
}

double natr14(Bars bars)
{
    double atr = 0;
    for (std::size_t i = 1; i < bars.size(); ++i) {
        const double range = std::max(bars[i].high, bars[i - 1].close) - std::min(bars[i].low, bars[i - 1].close);
        atr = i <= 14 ? atr + range / 14 : (atr * 13 + range) / 14;
    }
    return 100 * atr / bars.back().close;
}

double ad(Bars bars)
{
    double sum = 0;
    for (const StudyBar& bar : bars)
        sum += (2 * bar.close - bar.high - bar.low) / (bar.high - bar.low) * bar.volume;
    return sum;
}

double force13(Bars bars)
{
    std::vector<double> flow;
    for (std::size_t i = 1; i < bars.size(); ++i)
        flow.push_back((bars[i].close - bars[i - 1].close) * bars[i].volume);
    return emaOf(flow, 13).back();
}

double zscore20(Bars bars)
{
    const std::vector<double> c = closes(bars.last(20));
    const double m = mean(c);
    double squares = 0;
    for (const double x : c)
        squares += (x - m) * (x - m);
    return (c.back() - m) / std::sqrt(squares / 19);
}

struct Line {
    double slope = 0, end = 0, r2 = 0, sd = 0;
};

/// By the normal equations over the window, with x = 0..n-1.
Line line(std::span<const double> y)
{
    const double n = static_cast<double>(y.size());
    double sx = 0, sxx = 0, sxy = 0;
    const double my = mean(y);
    for (std::size_t i = 0; i < y.size(); ++i) {
        const double x = static_cast<double>(i);
        sx += x;
        sxx += x * x;
        sxy += x * (y[i] - my);
    }
    Line result;
    result.slope = sxy / (sxx - sx * sx / n);
    const double intercept = my - result.slope * sx / n;
    double residual = 0, total = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        residual += std::pow(y[i] - intercept - result.slope * static_cast<double>(i), 2);
        total += std::pow(y[i] - my, 2);
    }
    result.end = intercept + result.slope * (n - 1);
    result.r2 = 1 - residual / total;
    result.sd = std::sqrt(residual / n);
    return result;
}

/// Population moments of the last n log returns: {cov, var own, var other}.
std::array<double, 3> returns(Bars bars, std::size_t n)
{
    std::vector<double> own, other;
    for (std::size_t i = bars.size() - n; i < bars.size(); ++i) {
        own.push_back(std::log(bars[i].close) - std::log(bars[i - 1].close));
        other.push_back(std::log(bars[i].otherClose) - std::log(bars[i - 1].otherClose));
    }
    const double a = mean(own), b = mean(other);
    std::array<double, 3> sums{};
    for (std::size_t i = 0; i < n; ++i) {
        sums[0] += (own[i] - a) * (other[i] - b) / static_cast<double>(n);
        sums[1] += (own[i] - a) * (own[i] - a) / static_cast<double>(n);
        sums[2] += (other[i] - b) * (other[i] - b) / static_cast<double>(n);
    }
    return sums;
}

double trueVwap(Bars bars)
{
    const auto day = [](const StudyBar& bar) { return bar.openTime.millis() / 86'400'000; };
    double quote = 0, base = 0;
    for (const StudyBar& bar : bars) {
        if (day(bar) == day(bars.back())) {
            quote += bar.quoteVolume;
            base += bar.volume;
        }
    }
    return quote / base;
}

double cvd(Bars bars)
{
    double sum = 0;
    for (const StudyBar& bar : bars)
        sum += bar.takerBuyVolume - (bar.volume - bar.takerBuyVolume);
    return sum;
}

struct Case {
    const char* study;
    const char* output;
    Formula formula;
};

std::vector<Case> cases()
{
    const auto lineOf = [](Bars bars) { return line(closes(bars.last(30))); };
    return {
        {"hma(16)", "hma", hma16},
        {"kama(10,2,30)", "kama", kama10},
        {"vwma(20)", "vwma", vwma20},
        {"trix(5)", "trix", trix5},
        {"ultosc(7,14,28)", "ultosc", ultosc},
        {"ultosc(28,7,14)", "ultosc", ultosc},
        {"natr(14)", "natr", natr14},
        {"ad()", "ad", ad},
        {"force(13)", "force", force13},
        {"zscore(20)", "zscore", zscore20},
        {"linreg(30,2)", "value", [=](Bars bars) { return lineOf(bars).end; }},
        {"linreg(30,2)", "slope", [=](Bars bars) { return lineOf(bars).slope; }},
        {"linreg(30,2)", "r2", [=](Bars bars) { return lineOf(bars).r2; }},
        {"linreg(30,2)", "upper", [=](Bars bars) { return lineOf(bars).end + 2 * lineOf(bars).sd; }},
        {"linreg(30,2)", "lower", [=](Bars bars) { return lineOf(bars).end - 2 * lineOf(bars).sd; }},
        {"correlation(25)", "correlation",
         [](Bars bars) {
             const auto [cov, own, other] = returns(bars, 25);
             return cov / std::sqrt(own * other);
         }},
        {"beta(25)", "beta",
         [](Bars bars) {
             const auto [cov, own, other] = returns(bars, 25);
             return cov / other;
         }},
        {"vwap(86400000,0,price=quote)", "vwap", trueVwap},
        {"cvd(0,0)", "cvd", cvd},
        {"cvd(0,0)", "delta", [](Bars bars) { return 2 * bars.back().takerBuyVolume - bars.back().volume; }},
        {"volume(20)", "mean",
         [](Bars bars) {
             double sum = 0;
             for (const StudyBar& bar : bars.last(20))
                 sum += bar.volume;
             return sum / 20;
         }},
        {"rma(10)", "rma",
         [](Bars bars) {
             double value = 0;
             for (std::size_t i = 0; i < bars.size(); ++i)
                 value = i < 10 ? value + bars[i].close / 10 : value * 0.9 + bars[i].close / 10;
             return value;
         }},
        {"open_interest()", "open_interest", [](Bars bars) { return bars.back().openInterest; }},
        {"funding()", "funding", [](Bars bars) { return bars.back().fundingRate; }},
        {"sma(1,source=hlc3)", "sma", [](Bars bars) { return (bars.back().high + bars.back().low + bars.back().close) / 3; }},
    };
}

} // namespace

void TstFormulas::equalsTheFormula_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<double>("price");
    const std::vector<Case> all = cases();
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const double price : {1e-6, 100.0, 1e9})
            QTest::addRow("%s.%s at %g", all[i].study, all[i].output, price) << static_cast<int>(i) << price;
    }
}

void TstFormulas::equalsTheFormula()
{
    QFETCH(int, place);
    QFETCH(double, price);
    const Case wanted = cases()[static_cast<std::size_t>(place)];
    const std::vector<StudyBar> bars = walk(300, 41, price);
    const std::vector<double> got = column(wanted.study, wanted.output, bars);
    const auto spec = parseStudy(wanted.study);
    double largest = 0;
    for (const double value : got)
        largest = hasValue(value) ? std::max(largest, std::abs(value)) : largest;
    for (auto i = static_cast<std::size_t>(spec->warmUp()); i < bars.size(); ++i) {
        const double want = wanted.formula(Bars(bars).first(i + 1));
        QVERIFY2(std::abs(got[i] - want) <= 1e-9 * std::abs(want) + 1e-11 * largest,
                 qPrintable(QStringLiteral("bar %1: %2, should be %3").arg(i).arg(got[i], 0, 'g', 17).arg(want, 0, 'g', 17)));
    }
}

void TstFormulas::cvdStartsAnewWithItsSession()
{
    const std::vector<StudyBar> bars = walk(72, 43);
    const std::vector<double> values = column("cvd(86400000,0)", "cvd", bars);
    double sum = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const bool isNewDay = i > 0 && bars[i].openTime.millis() / 86'400'000 != bars[i - 1].openTime.millis() / 86'400'000;
        sum = (isNewDay ? 0 : sum) + 2 * bars[i].takerBuyVolume - bars[i].volume;
        QVERIFY(std::abs(values[i] - sum) < 1e-9);
    }
}

void TstFormulas::anchoredVwapStartsAtItsAnchor()
{
    const std::vector<StudyBar> bars = walk(50, 47);
    const std::string text = "avwap(" + std::to_string(bars[20].openTime.millis()) + ")";
    const std::vector<double> values = column(text.c_str(), "vwap", bars);
    double amount = 0, volume = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        QCOMPARE(hasValue(values[i]), i >= 20);
        if (i < 20)
            continue;
        amount += (bars[i].high + bars[i].low + bars[i].close) / 3 * bars[i].volume;
        volume += bars[i].volume;
        QVERIFY(std::abs(values[i] - amount / volume) < 1e-9);
    }
}

void TstFormulas::correlationPassesOverBarsOfOneSymbol()
{
    std::vector<StudyBar> bars = walk(120, 53);
    std::vector<StudyBar> joined;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (i % 7 == 3)
            bars[i].otherClose = noValue;
        else
            joined.push_back(bars[i]);
    }
    const std::vector<double> got = column("correlation(10)", "correlation", bars);
    const std::vector<double> want = column("correlation(10)", "correlation", joined);
    for (std::size_t i = 0, j = 0; i < bars.size(); ++i)
        QVERIFY(isSame(got[i], hasValue(bars[i].otherClose) ? want[j++] : noValue));
}

SPREADLINE_TEST(TstFormulas)
#include "tst_formulas.moc"
