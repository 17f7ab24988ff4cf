// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace spreadline::binance {

/// The slot of the key that begins at `key` and ends in a quote, -1 when it is none of `names`.
template<std::size_t Count>
int slotOf(const std::array<std::string_view, Count>& names, const char* key) noexcept
{
    for (std::size_t i = 0; i < Count; ++i) {
        std::size_t length = 0;
        while (length < names[i].size() && key[length] == names[i][length])
            ++length;
        if (length == names[i].size() && key[length] == '"')
            return static_cast<int>(i);
    }
    return -1;
}

/// Keys for FieldSet from a table of names; the enumerators of `Names` are the slots.
template<typename Names>
struct TableKeys {
    static constexpr int slots = static_cast<int>(Names::table.size());
    static int slot(const char* key) noexcept { return slotOf(Names::table, key); }
    static std::string_view name(int slot) noexcept { return Names::table[static_cast<std::size_t>(slot)]; }
};

} // namespace spreadline::binance
