// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace spreadline {

/// Mixes 64 bits well (the finaliser of SplitMix64, Steele et al. 2014). Bijective, so distinct keys stay distinct.
constexpr std::uint64_t mix64(std::uint64_t x) noexcept
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// A running hash of a state, equal on every platform. Not for untrusted keys.
class StateHash {
public:
    template<typename T>
    requires std::integral<T> || std::is_enum_v<T>
    void add(T value) noexcept { m_hash = mix64(m_hash ^ static_cast<std::uint64_t>(value)); }
    void add(std::string_view text) noexcept
    {
        add(text.size());
        for (const char c : text)
            add(static_cast<unsigned char>(c));
    }
    std::uint64_t value() const noexcept { return m_hash; }

private:
    std::uint64_t m_hash = 0x5eed5eed5eed5eedULL;
};

} // namespace spreadline
