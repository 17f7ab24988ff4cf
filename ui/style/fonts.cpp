// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/fonts.h"

#include <QDir>
#include <QFontDatabase>
#include <QFontInfo>

// Outside any namespace, as Q_INIT_RESOURCE demands; a static library's resources are not registered by themselves.
static void initFontResources()
{
    Q_INIT_RESOURCE(spreadline_fonts);
}

namespace spreadline {
namespace {

QFont sized(const QString& family, int px, QFont::Weight weight)
{
    QFont font;
    if (!family.isEmpty())
        font.setFamily(family);
    font.setPixelSize(px);
    font.setWeight(weight);
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting); // widths must not depend on the screen
    return font;
}

/// The families known to have digits of one width, best first (Qt 6.4 cannot switch on the `tnum` feature).
QString tabularFamily()
{
    for (const char* family : {"Roboto", "DejaVu Sans", "Open Sans", "Noto Sans", "Liberation Sans"}) {
        const QString name = QString::fromLatin1(family);
        if (QFontDatabase::hasFamily(name))
            return name;
    }
    return {};
}

} // namespace

void loadFonts()
{
    initFontResources();
    const QDir embedded(QStringLiteral(":/spreadline/fonts"));
    for (const QString& file : embedded.entryList({QStringLiteral("*.ttf")}, QDir::Files))
        QFontDatabase::addApplicationFont(embedded.filePath(file));
}

QFont labelFont(int px, QFont::Weight weight)
{
    return numberFont(px, weight);
}

QFont numberFont(int px, QFont::Weight weight)
{
    const QString family = tabularFamily();
    if (!family.isEmpty())
        return sized(family, px, weight);
    return sized(QFontDatabase::systemFont(QFontDatabase::FixedFont).family(), px, weight);
}

} // namespace spreadline
