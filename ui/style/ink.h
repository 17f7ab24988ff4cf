// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <optional>
#include <string_view>

namespace spreadline {

/// A colour by its purpose, so that what a person draws or adds to a chart is readable in every theme; Custom is what was picked.
enum class Ink : std::uint8_t { Accent, Text, Muted, Up, Down, Amber, Teal, Violet, Rose, Custom };
enum class Dash : std::uint8_t { Solid, Dashed, Dotted };

/// The colour an ink has in a theme.
QColor inkColour(Ink ink, QRgb custom, const Theme& theme);

/// The name on disk: "accent". Never translated, never changed.
std::string_view keyOf(Ink ink) noexcept;
std::optional<Ink> inkOf(std::string_view key) noexcept;
std::string_view keyOf(Dash dash) noexcept;
std::optional<Dash> dashOf(std::string_view key) noexcept;

} // namespace spreadline
