// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace spreadline {

/// Remembers which of the newest 4,096 ids have been seen, so that a trade that comes twice or out of order counts once.
class IdWindow {
public:
    static constexpr std::int64_t span = 4'096;

    /// True the first time an id comes. Ids older than the window are taken for repeats.
    bool accept(std::int64_t id) noexcept
    {
        if (m_newest == none || id - m_newest >= span)
            m_seen.fill(0);
        else if (id > m_newest)
            clear(m_newest + 1, id);
        else if (id <= m_newest - span || isSeen(id))
            return false;
        m_newest = m_newest == none || id > m_newest ? id : m_newest;
        word(id) |= bit(id);
        return true;
    }

private:
    static constexpr std::int64_t none = INT64_MIN / 2;

    static std::uint64_t bit(std::int64_t id) noexcept { return std::uint64_t{1} << (static_cast<std::uint64_t>(id) % 64); }
    std::uint64_t& word(std::int64_t id) noexcept { return m_seen[static_cast<std::uint64_t>(id) % span / 64]; }
    bool isSeen(std::int64_t id) noexcept { return (word(id) & bit(id)) != 0; }
    void clear(std::int64_t from, std::int64_t to) noexcept
    {
        for (std::int64_t id = from; id <= to; ++id)
            word(id) &= ~bit(id);
    }

    std::array<std::uint64_t, span / 64> m_seen{};
    std::int64_t m_newest = none;
};

} // namespace spreadline
