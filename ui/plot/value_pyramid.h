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
};

/// A level-of-detail pyramid over a column of numbers that somebody else owns (a study's output): any range of it in O(log n),
/// kept up from the first changed value on. Ui thread only.
class ValuePyramid {
public:
    /// Values from this index on changed, came or went.
    void touched(std::size_t from) noexcept;
    ValueRange merged(std::span<const double> values, std::size_t from, std::size_t to) const;

private:
    static constexpr std::size_t fan = 4;
    void refresh(std::span<const double> values) const;

    mutable std::vector<std::vector<ValueRange>> m_levels;
    mutable std::size_t m_clean = 0; ///< right for the values before this one
};

} // namespace spreadline::chart
