// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"
#include "domain/view.h"

#include <cstdint>
#include <vector>

namespace spreadline::ladder {

/// The groupings of a ladder in units of 10^-priceScale: 1, 2, 5, 10, ... ticks, up to about a hundredth of `price` (0:
/// not known).
std::vector<std::int64_t> priceGroups(const Instrument& instrument, double price);

/// The grouping under which most rows near the spread hold something: the mean distance of the levels nearest to it.
/// For a book that is not grouped yet.
std::int64_t fittingGroup(const std::vector<std::int64_t>& groups, const BookView& book);

} // namespace spreadline::ladder
