// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/value_pyramid.h"
#include "property.h"
#include "test_main.h"

#include <cmath>

using namespace spreadline;
using namespace spreadline::chart;

class TstValuePyramid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mergedEqualsBruteForce();
    void mergedFollowsChanges();
    void whatIsNoNumberDoesNotCount();
    void aChangedLastValueCostsNoHistory();
};

namespace {

ValueRange bruteForce(std::span<const double> values, std::size_t from, std::size_t to)
{
    ValueRange sum;
    for (std::size_t i = from; i < std::min(to, values.size()); ++i) {
        if (!std::isfinite(values[i]))
            continue;
        if (sum.isEmpty())
            sum.first = values[i];
        sum.last = values[i];
        sum.low = std::min(sum.low, values[i]);
        sum.high = std::max(sum.high, values[i]);
    }
    return sum;
}

bool same(const ValueRange& a, const ValueRange& b)
{
    return a.isEmpty() || b.isEmpty() ? a.isEmpty() == b.isEmpty() : a == b;
}

double anyValue()
{
    const int kind = *rc::gen::inRange(0, 12);
    return kind == 0 ? NAN : kind == 1 ? INFINITY : kind == 2 ? -INFINITY : *rc::gen::inRange(-1'000, 1'000) * 0.5;
}

std::vector<double> anyValues(int most)
{
    std::vector<double> values(static_cast<std::size_t>(*rc::gen::inRange(0, most)));
    std::ranges::generate(values, anyValue);
    return values;
}

bool allRangesAgree(const ValuePyramid& pyramid, std::span<const double> values)
{
    for (int i = 0; i < 20; ++i) {
        const auto from = static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(values.size()) + 2));
        const auto to = static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(values.size()) + 9));
        if (!same(pyramid.merged(values, from, to), bruteForce(values, from, to)))
            return false;
    }
    return same(pyramid.merged(values, 0, values.size()), bruteForce(values, 0, values.size()));
}

} // namespace

void TstValuePyramid::mergedEqualsBruteForce()
{
    property("any range of the pyramid is the range itself", [] {
        const std::vector<double> values = anyValues(400);
        RC_ASSERT(allRangesAgree(ValuePyramid(), values));
        RC_ASSERT(allRangesAgree(ValuePyramid(4), values));
    });
}

void TstValuePyramid::mergedFollowsChanges()
{
    property("what was touched is read anew, whatever came, went or changed", [] {
        std::vector<double> values = anyValues(200);
        ValuePyramid pyramid(static_cast<std::size_t>(*rc::gen::inRange(0, 40)));
        for (int round = 0; round < 12; ++round) {
            const auto from = static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(values.size()) + 1));
            values.resize(from);
            const int more = *rc::gen::inRange(0, 60);
            for (int i = 0; i < more; ++i)
                values.push_back(anyValue());
            pyramid.touched(from);
            RC_ASSERT(allRangesAgree(pyramid, values));
        }
    });
}

void TstValuePyramid::whatIsNoNumberDoesNotCount()
{
    const std::vector<double> values{NAN, 3, INFINITY, NAN, 1, -INFINITY, NAN};
    const ValueRange all = ValuePyramid().merged(values, 0, values.size());
    QCOMPARE(all.first, 3.0);
    QCOMPARE(all.last, 1.0);
    QCOMPARE(all.low, 1.0);
    QCOMPARE(all.high, 3.0);
    QVERIFY(ValuePyramid().merged(values, 2, 4).isEmpty());
    QVERIFY(ValuePyramid().merged({}, 0, 5).isEmpty());
}

// Read through a pyramid that was told of the last value only, the older ones are those of before: nothing else was computed again.
void TstValuePyramid::aChangedLastValueCostsNoHistory()
{
    std::vector<double> values(40'960, 1.0);
    ValuePyramid pyramid;
    QCOMPARE(pyramid.merged(values, 0, values.size()).high, 1.0);
    values[7] = 50;
    values.back() = 2;
    pyramid.touched(values.size() - 1);
    QCOMPARE(pyramid.merged(values, 0, values.size()).high, 2.0);
    pyramid.touched(7);
    QCOMPARE(pyramid.merged(values, 0, values.size()).high, 50.0);
}

SPREADLINE_TEST(TstValuePyramid)
#include "tst_value_pyramid.moc"
