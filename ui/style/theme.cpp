// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/theme.h"

namespace spreadline {
namespace {

struct Pair {
    QColor up, down;
};

Pair presetColours(ColourPreset preset, bool dark)
{
    const QColor green = dark ? QColor(0x2e, 0xbd, 0x85) : QColor(0x06, 0x80, 0x57);
    const QColor red = dark ? QColor(0xf2, 0x5c, 0x6b) : QColor(0xcf, 0x2a, 0x3c);
    switch (preset) {
    case ColourPreset::GreenRed: return {green, red};
    case ColourPreset::RedGreen: return {red, green};
    case ColourPreset::BlueOrange:
        return dark ? Pair{QColor(0x4d, 0x9d, 0xf5), QColor(0xf0, 0x93, 0x3b)}
                    : Pair{QColor(0x1a, 0x63, 0xc4), QColor(0xb4, 0x57, 0x0a)};
    }
    return {green, red};
}

void applyPreset(Theme& theme, ColourPreset preset)
{
    const Pair pair = presetColours(preset, theme.isDark);
    theme.up = pair.up;
    theme.down = pair.down;
    theme.upFill = blended(theme.panel, theme.up, theme.isDark ? 0.20 : 0.16);
    theme.downFill = blended(theme.panel, theme.down, theme.isDark ? 0.20 : 0.14);
}

} // namespace

QColor blended(const QColor& under, const QColor& over, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(a + (b - a) * share + 0.5); };
    return QColor(mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue()));
}

Theme Theme::dark(ColourPreset preset)
{
    Theme theme;
    theme.isDark = true;
    theme.window = QColor(0x0a, 0x0d, 0x12);
    theme.panel = QColor(0x10, 0x14, 0x1b);
    theme.panelRaised = QColor(0x17, 0x1d, 0x26);
    theme.hover = QColor(0x1c, 0x24, 0x2f);
    theme.selection = QColor(0x1d, 0x2d, 0x47);
    theme.border = QColor(0x23, 0x2b, 0x37);
    theme.grid = QColor(0x1a, 0x20, 0x2a);
    theme.text = QColor(0xd9, 0xdf, 0xe8);
    theme.textMuted = QColor(0x8b, 0x97, 0xa8);
    theme.textFaint = QColor(0x62, 0x6e, 0x80);
    theme.accent = QColor(0x4f, 0x8e, 0xf7);
    theme.accentText = QColor(0xff, 0xff, 0xff);
    theme.neutral = QColor(0xa3, 0xad, 0xba);
    theme.warning = QColor(0xe3, 0xa9, 0x3c);
    theme.alarm = QColor(0xf0, 0x50, 0x55);
    theme.good = QColor(0x3c, 0xb8, 0x8b);
    theme.crosshair = QColor(0x74, 0x80, 0x92);
    theme.crosshairLabel = QColor(0x2c, 0x36, 0x45);
    theme.stale = QColor(0x70, 0x7a, 0x89);
    theme.practice = QColor(0x22, 0xb5, 0xa6);
    theme.demo = QColor(0xe3, 0xa9, 0x3c);
    theme.live = QColor(0xf0, 0x45, 0x4b);
    theme.replay = QColor(0x9d, 0x80, 0xf5);
    applyPreset(theme, preset);
    return theme;
}

Theme Theme::light(ColourPreset preset)
{
    Theme theme;
    theme.isDark = false;
    theme.window = QColor(0xe4, 0xe8, 0xee);
    theme.panel = QColor(0xff, 0xff, 0xff);
    theme.panelRaised = QColor(0xf4, 0xf6, 0xf9);
    theme.hover = QColor(0xec, 0xf0, 0xf5);
    theme.selection = QColor(0xdc, 0xe8, 0xfb);
    theme.border = QColor(0xd3, 0xd9, 0xe2);
    theme.grid = QColor(0xec, 0xef, 0xf3);
    theme.text = QColor(0x18, 0x20, 0x2b);
    theme.textMuted = QColor(0x55, 0x61, 0x72);
    theme.textFaint = QColor(0x8a, 0x95, 0xa4);
    theme.accent = QColor(0x1f, 0x66, 0xe0);
    theme.accentText = QColor(0xff, 0xff, 0xff);
    theme.neutral = QColor(0x55, 0x61, 0x72);
    theme.warning = QColor(0x97, 0x62, 0x00);
    theme.alarm = QColor(0xc8, 0x22, 0x2e);
    theme.good = QColor(0x0b, 0x80, 0x5a);
    theme.crosshair = QColor(0x7b, 0x86, 0x96);
    theme.crosshairLabel = QColor(0xdb, 0xe1, 0xea);
    theme.stale = QColor(0x94, 0x9e, 0xab);
    theme.practice = QColor(0x0b, 0x8a, 0x7e);
    theme.demo = QColor(0xb4, 0x76, 0x06);
    theme.live = QColor(0xc8, 0x22, 0x2e);
    theme.replay = QColor(0x6d, 0x4b, 0xd8);
    applyPreset(theme, preset);
    return theme;
}

ThemeSource::ThemeSource(QObject* parent) : QObject(parent), m_theme(Theme::dark()) {}

void ThemeSource::setTheme(bool dark, ColourPreset preset)
{
    if (dark == m_theme.isDark && preset == m_preset)
        return;
    m_preset = preset;
    m_theme = dark ? Theme::dark(preset) : Theme::light(preset);
    Q_EMIT themeChanged();
}

} // namespace spreadline
