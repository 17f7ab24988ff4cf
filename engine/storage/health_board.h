// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/store.h"

#include <mutex>

namespace spreadline::storage {

/// The store's counters, written by both sides of the queue. Any thread.
class HealthBoard {
public:
    /// Takes room for `rows` in a queue of `bound`; false when there is none: they are still the caller's, and not dropped.
    bool reserve(std::size_t rows, std::size_t bound);
    void written(std::size_t rows);
    void dropped(std::size_t rows);
    void failed(Error error);
    void healed();
    /// A failure for as long as the store lives; others come before it while they last.
    void neverStored(Error why);
    StoreHealth snapshot() const;

private:
    mutable std::mutex m_mutex;
    StoreHealth m_health;
    std::optional<Error> m_lasting;
};

} // namespace spreadline::storage
