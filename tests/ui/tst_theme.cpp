// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/fonts.h"
#include "style/terminal_style.h"
#include "style/theme.h"
#include "test_main.h"

#include <QFontMetricsF>

#include <cmath>

using namespace spreadline;

class TstTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void digitsHaveOneWidth();
    void presetsSwapUpAndDown();
    void changesAreAnnouncedOnce();
};

namespace {

/// WCAG 2.1 relative luminance and contrast ratio.
double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

void TstTheme::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("preset");
    for (const bool dark : {true, false}) {
        for (int preset = 0; preset < 3; ++preset)
            QTest::addRow("%s %d", dark ? "dark" : "light", preset) << dark << preset;
    }
}

void TstTheme::textIsReadable()
{
    QFETCH(bool, dark);
    QFETCH(int, preset);
    const Theme theme = dark ? Theme::dark(ColourPreset(preset)) : Theme::light(ColourPreset(preset));
    for (const QColor& ground : {theme.panel, theme.panelRaised}) {
        QVERIFY(contrast(theme.text, ground) >= 9.0);
        for (const QColor& ink : {theme.textMuted, theme.up, theme.down, theme.warning, theme.alarm, theme.good})
            QVERIFY2(contrast(ink, ground) >= 4.5,
                     qPrintable(ink.name() + QStringLiteral(" on ") + ground.name() + QStringLiteral(" is ")
                                + QString::number(contrast(ink, ground))));
    }
    QVERIFY(contrast(theme.text, theme.selection) >= 7.0);
    QVERIFY(contrast(theme.text, theme.crosshairLabel) >= 7.0);
    QVERIFY(contrast(theme.text, theme.upFill) >= 4.5);
    QVERIFY(contrast(theme.text, theme.downFill) >= 4.5);
}

void TstTheme::digitsHaveOneWidth()
{
    for (const int px : {11, 12, 13, 20}) {
        const QFontMetricsF metrics(numberFont(px));
        for (char16_t digit = u'1'; digit <= u'9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(QLatin1Char('0')));
    }
}

void TstTheme::presetsSwapUpAndDown()
{
    QCOMPARE(Theme::dark(ColourPreset::RedGreen).up, Theme::dark(ColourPreset::GreenRed).down);
    QCOMPARE(Theme::light(ColourPreset::RedGreen).down, Theme::light(ColourPreset::GreenRed).up);
    const Theme safe = Theme::dark(ColourPreset::BlueOrange);
    QVERIFY(safe.up.blue() > safe.up.red() && safe.down.red() > safe.down.blue());
}

void TstTheme::changesAreAnnouncedOnce()
{
    ThemeSource themes;
    QSignalSpy changes(&themes, &ThemeSource::themeChanged);
    themes.setTheme(false, ColourPreset::GreenRed);
    themes.setTheme(false, ColourPreset::GreenRed);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(TerminalStyle::paletteFor(themes.theme()).color(QPalette::Window), themes.theme().panel);
}

SPREADLINE_TEST(TstTheme)
#include "tst_theme.moc"
