// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/ink.h"

#include <array>

namespace spreadline {
namespace {

constexpr std::array<std::string_view, 10> inkKeys{"accent", "text", "muted",  "up",   "down",
                                                   "amber",  "teal", "violet", "rose", "custom"};
constexpr std::array<std::string_view, 3> dashKeys{"solid", "dashed", "dotted"};

template<typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& keys, std::string_view key) noexcept
{
    for (std::size_t i = 0; i < N; ++i) {
        if (keys[i] == key)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

QColor inkColour(Ink ink, QRgb custom, const Theme& theme)
{
    switch (ink) {
    case Ink::Accent: return theme.accent;
    case Ink::Text: return theme.text;
    case Ink::Muted: return theme.textMuted;
    case Ink::Up: return theme.up;
    case Ink::Down: return theme.down;
    case Ink::Amber: return theme.warning;
    case Ink::Teal: return theme.isDark ? QColor(0x22, 0xb5, 0xc4) : QColor(0x0b, 0x7f, 0x93);
    case Ink::Violet: return theme.isDark ? QColor(0x9d, 0x80, 0xf5) : QColor(0x6d, 0x4b, 0xd8);
    case Ink::Rose: return theme.isDark ? QColor(0xf0, 0x6f, 0xa8) : QColor(0xc4, 0x2b, 0x73);
    case Ink::Custom: return QColor::fromRgb(custom);
    }
    return theme.accent;
}

std::string_view keyOf(Ink ink) noexcept
{
    return inkKeys[static_cast<std::size_t>(ink)];
}

std::optional<Ink> inkOf(std::string_view key) noexcept
{
    return find<Ink>(inkKeys, key);
}

std::string_view keyOf(Dash dash) noexcept
{
    return dashKeys[static_cast<std::size_t>(dash)];
}

std::optional<Dash> dashOf(std::string_view key) noexcept
{
    return find<Dash>(dashKeys, key);
}

} // namespace spreadline
