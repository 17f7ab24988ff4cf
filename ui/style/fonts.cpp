// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/fonts.h"

#include <QDir>
#include <QFontDatabase>

// Outside any namespace, as Q_INIT_RESOURCE demands; a static library's resources are not registered by themselves.
static void initFontResources()
{
    Q_INIT_RESOURCE(spreadline_fonts);
}

namespace spreadline {
namespace {

QFont sized(const QString& family, int px, QFont::Weight weight)
{
    QFont font(family);
    font.setPixelSize(px);
    font.setWeight(weight);
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting); // widths must not depend on the screen
    return font;
}

/// The families known to have digits of one width, best first (Qt 6.4 cannot switch on the `tnum` feature).
QString findTabularFamily()
{
    for (const char* family : {"Roboto", "DejaVu Sans", "Open Sans", "Noto Sans", "Liberation Sans"}) {
        const QString name = QString::fromLatin1(family);
        if (QFontDatabase::hasFamily(name))
            return name;
    }
    return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

/// Found once: asking costs a walk through the system's font rules, and every painted row asks.
QString& tabularFamily()
{
    static QString family = findTabularFamily();
    return family;
}

} // namespace

void loadFonts()
{
    initFontResources();
    const QDir embedded(QStringLiteral(":/spreadline/fonts"));
    for (const QString& file : embedded.entryList({QStringLiteral("*.ttf")}, QDir::Files))
        QFontDatabase::addApplicationFont(embedded.filePath(file));
    tabularFamily() = findTabularFamily();
}

QFont labelFont(int px, QFont::Weight weight)
{
    return numberFont(px, weight);
}

QFont numberFont(int px, QFont::Weight weight)
{
    return sized(tabularFamily(), px, weight);
}

} // namespace spreadline
