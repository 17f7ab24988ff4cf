// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_check.h"
#include "practice/instrument_catalogue.h"
#include "test_main.h"

#include <cmath>

using namespace spreadline;
using namespace spreadline::practice;
using namespace spreadline::practice::test;

/// Engle and Granger's two steps by hand: the residual of one log price on another, and the t statistic of its mean
/// reversion.
class TstCointegration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plantedPairsRevertAndOthersDoNot();
};

namespace {

constexpr int hours = 2'000;

std::vector<double> logPrices(MarketSource& source, std::uint32_t index)
{
    std::vector<double> values;
    for (int hour = hours; hour > 0; --hour) {
        const Timestamp minute = openTime(interval("1h"), someTime) - std::chrono::hours(hour);
        values.push_back(
            std::log(source.klines(InstrumentId{index}, interval("1m"), minute, minute, 1, someTime).at(0).open.toDouble()));
    }
    return values;
}

struct Line {
    double slope = 0, intercept = 0;
};

Line fit(const std::vector<double>& x, const std::vector<double>& y)
{
    const auto n = static_cast<double>(x.size());
    double sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sx += x[i];
        sy += y[i];
        sxx += x[i] * x[i];
        sxy += x[i] * y[i];
    }
    const double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    return {slope, (sy - slope * sx) / n};
}

constexpr double critical = -3.4; // at 5 %, for the residual of two series (MacKinnon)

/// t of g in: change(e) = g e(-1).
double reversionT(const std::vector<double>& x, const std::vector<double>& y)
{
    const Line line = fit(x, y);
    std::vector<double> e;
    for (std::size_t i = 0; i < x.size(); ++i)
        e.push_back(y[i] - line.slope * x[i] - line.intercept);
    double see = 0, sed = 0, sdd = 0;
    for (std::size_t i = 1; i < e.size(); ++i) {
        const double change = e[i] - e[i - 1];
        see += e[i - 1] * e[i - 1];
        sed += e[i - 1] * change;
        sdd += change * change;
    }
    const double g = sed / see;
    const double variance = (sdd - g * sed) / static_cast<double>(e.size() - 2);
    return g / std::sqrt(variance / see);
}

} // namespace

void TstCointegration::plantedPairsRevertAndOthersDoNot()
{
    int planted = 0, others = 0, falseAlarms = 0;
    double weakest = -1e9;
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
        const auto source = market(seed);
        std::vector<std::vector<double>> prices;
        for (std::uint32_t i = 0; i < 30; ++i)
            prices.push_back(logPrices(*source, i));
        for (std::size_t i = 0; i < prices.size(); ++i) {
            for (std::size_t j = i + 1; j < prices.size(); ++j) {
                const double t = reversionT(prices[i], prices[j]);
                const bool together = catalogue()[i].group != 0 && catalogue()[i].group == catalogue()[j].group;
                weakest = together ? std::max(weakest, t) : weakest;
                planted += together ? 1 : 0;
                others += together ? 0 : 1;
                falseAlarms += !together && t < critical ? 1 : 0;
            }
        }
    }
    qInfo("planted %d, weakest t %.1f; others %d, %d of them below %.1f", planted, weakest, others, falseAlarms, critical);
    QCOMPARE(planted, 5 * (6 + 3 + 6));
    QVERIFY(weakest < critical - 1.0);
    QVERIFY(falseAlarms < others / 12); // chance alone makes one in twenty
}

SPREADLINE_TEST(TstCointegration)
#include "tst_cointegration.moc"
