// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

namespace spreadline {

/// The last `capacity` values, oldest first; pushing onto a full ring forgets the oldest. Memory is taken once.
template<typename T>
class Ring {
public:
    explicit Ring(std::size_t capacity) : m_slots(capacity) { assert(capacity > 0); }

    void push(T value)
    {
        m_slots[(m_first + m_size) % m_slots.size()] = std::move(value);
        if (m_size < m_slots.size())
            ++m_size;
        else
            m_first = (m_first + 1) % m_slots.size();
    }
    void clear() noexcept { m_first = m_size = 0; }

    /// 0 is the oldest. Precondition: i < size().
    const T& operator[](std::size_t i) const { return assert(i < m_size), m_slots[(m_first + i) % m_slots.size()]; }
    const T& back() const { return (*this)[m_size - 1]; }
    std::size_t size() const noexcept { return m_size; }
    std::size_t capacity() const noexcept { return m_slots.size(); }
    bool empty() const noexcept { return m_size == 0; }

private:
    std::vector<T> m_slots;
    std::size_t m_first = 0;
    std::size_t m_size = 0;
};

} // namespace spreadline
