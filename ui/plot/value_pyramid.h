// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace spreadline::chart {

/// Some neighbouring values as one: what a pixel column of a line needs. Values that are no number do not count.
struct ValueRange {
    double first = std::numeric_limits<double>::quiet_NaN(), last = std::numeric_limits<double>::quiet_NaN();
    double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();

    bool isEmpty() const noexcept { return !(low <= high); }
    /// With what follows to the right of it.
    void take(const ValueRange& next) noexcept;
    bool operator==(const ValueRange&) const = default;
};

/// A level-of-detail pyramid over a column of numbers that somebody else owns (a study's output): any range of it in O(log n),
/// kept up from the first changed value on. Ui thread only.
class ValuePyramid {
public:
    /// So many changed values are read one by one rather than all levels built for them.
    explicit ValuePyramid(std::size_t fewEnough = 4'096) : m_fewEnough(fewEnough) {}

    /// Values from this index on changed, came or went.
    void touched(std::size_t from) noexcept;
    /// The values [from, to) as one; `to` is clipped to what there is.
    ValueRange merged(std::span<const double> values, std::size_t from, std::size_t to) const;

private:
    static constexpr std::size_t fan = 4;
    void refresh(std::span<const double> values) const;
    ValueRange bucket(std::span<const double> values, std::size_t level, std::size_t index) const;

    std::size_t m_fewEnough;
    mutable std::vector<std::vector<ValueRange>> m_levels;
    mutable std::size_t m_clean = 0; ///< right for the values before this one
};

class KlineColumns;

/// Values slot for slot with a chart's bars, as a painter reads them; the value of slot i is drawn at slot i + displacement.
/// Does not own them.
struct ValueColumn {
    std::span<const double> values;
    const ValuePyramid* pyramid = nullptr;
    int displacement = 0;
    const KlineColumns* bars = nullptr; ///< instead of a pyramid, when the values are the closes of these bars

    ValueRange merged(std::size_t from, std::size_t to) const;
};

ValueColumn closesOf(const KlineColumns& bars);

} // namespace spreadline::chart
