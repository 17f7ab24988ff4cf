// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace spreadline {
namespace {

const QString folder = QStringLiteral(":/spreadline/translations");
const QString prefix = QStringLiteral("spreadline_");

} // namespace

QStringList availableLanguages()
{
    QStringList codes{QString(), QStringLiteral("en")};
    for (const QString& file : QDir(folder).entryList({prefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
        codes.append(file.mid(prefix.size()).chopped(3));
    return codes;
}

void installLanguage(const QString& code)
{
    const bool known = !code.isEmpty() && availableLanguages().contains(code);
    const QLocale locale = known ? QLocale(code) : QLocale::system();
    // The C locale has no thousands separator; English figures are what it stands for here.
    QLocale::setDefault(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    auto* own = new QTranslator(qApp);
    if (own->load(locale, prefix.chopped(1), QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(own);
    auto* qt = new QTranslator(qApp);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

} // namespace spreadline
