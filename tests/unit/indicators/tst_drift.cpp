// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"
#include "test_main.h"

#include <cmath>

using namespace spreadline;
using namespace spreadline::indicators;
using namespace spreadline::test;

/// After a million bars a window says what a fresh one over the same last bars says.
class TstDrift : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void windowsForgetWhatLeft_data();
    void windowsForgetWhatLeft();
};

namespace {

/// A million bars whose scale goes up and down by nine orders of magnitude: what a sum that subtracts never recovers from.
const std::vector<StudyBar>& longHistory()
{
    static const std::vector<StudyBar> bars = [] {
        std::vector<StudyBar> list = walk(1'000'000, 77);
        for (std::size_t i = 0; i < list.size(); ++i) {
            const double scale = std::pow(10, 4.5 * std::sin(static_cast<double>(i) / 50'000));
            for (double StudyBar::*price : {&StudyBar::open, &StudyBar::high, &StudyBar::low, &StudyBar::close})
                list[i].*price *= scale / list[i].open * 100;
            list[i].volume *= i % 100'003 == 0 ? 1e15 : 1; // a freak of a bar now and then
        }
        return list;
    }();
    return bars;
}

} // namespace

void TstDrift::windowsForgetWhatLeft_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("tolerance");
    for (const char* text :
         {"sma(20)", "sma(1000)", "wma(20)", "wma(333)", "hma(50)", "vwma(20)", "stddev(20)", "stddev(500)", "bbands(20,2)",
          "zscore(50)", "cci(20)", "mfi(14)", "cmf(20)", "linreg(100,2)", "ultosc(7,14,28)", "correlation(50)", "beta(50)"})
        QTest::newRow(text) << QString::fromLatin1(text) << 1e-9;
    for (const char* text :
         {"donchian(20)", "aroon(25)", "willr(14)", "stoch(14,3,3)", "roc(12)", "mom(10)", "ichimoku(9,26,52,26)"})
        QTest::newRow(text) << QString::fromLatin1(text) << 1e-12;
}

void TstDrift::windowsForgetWhatLeft()
{
    QFETCH(QString, text);
    QFETCH(double, tolerance);
    const auto spec = parseStudy(text.toStdString());
    const auto old = makeStudy(*spec);
    const auto fresh = makeStudy(*spec);
    const auto& bars = longHistory();
    std::vector<double> rows(bars.size() * spec->study->outputs.size());
    (*old)->run(bars, rows);
    const std::size_t reach = static_cast<std::size_t>(spec->warmUp()) + 500;
    for (const StudyBar& bar : std::span(bars).last(reach))
        (*fresh)->update(bar);
    for (std::size_t i = 0; i < spec->study->outputs.size(); ++i) {
        const double got = (*old)->values()[i], want = (*fresh)->values()[i];
        QVERIFY2(std::abs(got - want) <= tolerance * std::max(1.0, std::abs(want)),
                 qPrintable(QStringLiteral("output %1: %2, fresh %3").arg(i).arg(got, 0, 'g', 17).arg(want, 0, 'g', 17)));
    }
}

SPREADLINE_TEST(TstDrift)
#include "tst_drift.moc"
