// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_table.h"
#include "property.h"
#include "session/price_profile.h"
#include "test_main.h"

#include <chrono>
#include <cmath>
#include <numeric>

using namespace spreadline;
using namespace spreadline::test;

/// The profile of a range is what its bars add up to, however long it is and whatever happened to the bars before.
class TstPriceProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsAddUp();
    void valueAreaHoldsItsShare();
    void ofALongRangeTheSumsAreExact();
    void remembersAndForgets();
    void gapsAndSenselessBars();
    void withoutTakerVolumeNoSplit();
};

namespace {

ChartBar bar(int i, double low, double high, double volume, double bought)
{
    return {firstHour + i * hourNanos, low, high, low, high, volume, ChartBar::none, bought};
}

BarTable someBars(int count)
{
    BarTable table;
    double price = 100;
    for (int i = 0; i < count; ++i) {
        price += std::sin(i * 0.37) + 0.2 * std::sin(i * 0.011);
        const double volume = 1 + i % 7;
        table.bars.push_back(bar(i, price, price + 1 + i % 5 * 0.5, volume, volume * (i % 11) / 10));
    }
    return table;
}

/// The overlap of each bar with each row, the plain way.
std::vector<double> plainly(const BarTable& table, std::size_t from, std::size_t to, const PriceProfile& profile, bool bought)
{
    std::vector<double> rows(profile.volume.size());
    for (std::size_t i = from; i < to; ++i) {
        const ChartBar& one = table.bars[i];
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const double overlap = std::min(profile.edge(row + 1), one.high) - std::max(profile.edge(row), one.low);
            rows[row] += std::max(0.0, overlap) / (one.high - one.low) * (bought ? one.takerBuyVolume : one.volume);
        }
    }
    return rows;
}

bool areNear(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return std::abs(x - y) < 1e-6; });
}

} // namespace

void TstPriceProfile::rowsAddUp()
{
    BarTable table = someBars(300);
    PriceProfiler profiler;
    property("every row is the overlap of its prices with the bars", [&] {
        const auto from = *rc::gen::inRange<std::size_t>(0, 299);
        const auto to = *rc::gen::inRange<std::size_t>(from + 1, 300);
        const PriceProfile& made = profiler.profile(table.columns(), from, to, *rc::gen::inRange(1, 80));
        RC_ASSERT(areNear(made.volume, plainly(table, from, to, made, false)));
        RC_ASSERT(areNear(made.bought, plainly(table, from, to, made, true)));
        RC_ASSERT(made.volume[made.poc] == std::ranges::max(made.volume));
    });
}

void TstPriceProfile::valueAreaHoldsItsShare()
{
    BarTable table = someBars(300);
    PriceProfiler profiler;
    const PriceProfile& made = profiler.profile(table.columns(), 0, 300, 60);
    const auto at = [&](std::size_t row) { return made.volume.begin() + static_cast<std::ptrdiff_t>(row); };
    const double inside = std::accumulate(at(made.val), at(made.vah + 1), 0.0);
    QVERIFY(made.val <= made.poc && made.poc <= made.vah);
    QVERIFY(inside >= PriceProfile::valueArea * made.total);
    QVERIFY(inside < 0.85 * made.total);
}

void TstPriceProfile::ofALongRangeTheSumsAreExact()
{
    const std::size_t count = PriceProfiler::exactBars * 3;
    BarTable table = someBars(static_cast<int>(count));
    PriceProfiler profiler;
    const std::size_t from = 17, to = count - 5;
    const PriceProfile made = profiler.profile(table.columns(), from, to, 100);
    double volume = 0, bought = 0, low = 1e300, high = 0;
    for (std::size_t i = from; i < to; ++i) {
        volume += table.bars[i].volume;
        bought += table.bars[i].takerBuyVolume;
        low = std::min(low, table.bars[i].low);
        high = std::max(high, table.bars[i].high);
    }
    QCOMPARE(made.total, volume);
    QCOMPARE(std::accumulate(made.volume.begin(), made.volume.end(), 0.0), volume);
    QCOMPARE(std::accumulate(made.bought.begin(), made.bought.end(), 0.0), bought);
    QCOMPARE(made.low, low);
    QCOMPARE(made.edge(100), high);
    const std::vector<double> exact = plainly(table, from, to, made, false);
    double off = 0;
    for (std::size_t row = 0; row < exact.size(); ++row)
        off += std::abs(exact[row] - made.volume[row]);
    QVERIFY2(off < 0.2 * volume, std::to_string(off / volume).c_str()); // these bars move a quarter of the range within a block
}

void TstPriceProfile::remembersAndForgets()
{
    const std::size_t count = PriceProfiler::exactBars + 1'000;
    BarTable table = someBars(static_cast<int>(count));
    PriceProfiler profiler;
    const double before = profiler.profile(table.columns(), 0, count, 50).total;
    table.bars[200].volume += 1'000;
    table.bars.back().volume += 10;
    QCOMPARE(profiler.profile(table.columns(), 0, count, 50).total, before); // nobody has said so
    profiler.touched(count - 1);
    QCOMPARE(profiler.profile(table.columns(), 0, count, 50).total, before + 10);
    profiler.touched(200);
    QCOMPARE(profiler.profile(table.columns(), 0, count, 50).total, before + 1'010);
    table.bars.resize(100);
    profiler.touched(0);
    QCOMPARE(profiler.profile(table.columns(), 0, count, 50).volume.size(), std::size_t{50});
    QVERIFY(profiler.profile(table.columns(), 100, count, 50).isEmpty());
}

void TstPriceProfile::gapsAndSenselessBars()
{
    BarTable table;
    table.bars = {emptySlot(firstHour), bar(1, 10, 20, 8, 2), bar(2, 30, 20, 5, 1), bar(3, 10, 20, -1, 0), bar(4, 15, 15, 4, 4)};
    PriceProfiler profiler;
    const PriceProfile& made = profiler.profile(table.columns(), 0, 5, 2);
    QCOMPARE(made.total, 12.0);
    QCOMPARE(made.volume, (std::vector<double>{4, 8}));
    QCOMPARE(made.bought, (std::vector<double>{1, 5}));
    QVERIFY(profiler.profile(table.columns(), 0, 1, 2).isEmpty());
    const PriceProfile& flat = profiler.profile(table.columns(), 4, 5, 30);
    QCOMPARE(flat.volume, std::vector<double>{4});
    QCOMPARE(flat.pocPrice(), 15.0);
}

void TstPriceProfile::withoutTakerVolumeNoSplit()
{
    BarTable table = someBars(10);
    table.bars[4].takerBuyVolume = ChartBar::none;
    PriceProfiler profiler;
    QVERIFY(profiler.profile(table.columns(), 0, 10, 5).bought.empty());
    QCOMPARE(profiler.profile(table.columns(), 5, 10, 5).bought.size(), std::size_t{5});
}

SPREADLINE_TEST(TstPriceProfile)
#include "tst_price_profile.moc"
