// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace spreadline::fence {

/// What a module declared in CMake.
struct Module {
    QString name;
    int layer = 0;
    QString folder; ///< below the source folder: "engine/market", "ui/chart"
    QStringList deps;
    QStringList qt; ///< "Core", "Widgets", ...
};

/// Reads `name|layer|folder|deps|qt` lines.
QList<Module> readModules(const QString& file);

/// Checks the includes of one file of `module`; returns a sentence for each that is not allowed:
/// - "x/y.h" must be its own, or of a module it depends on, directly or through others;
/// - ui code may include of the engine only session/, domain/ and base/;
/// - <QThing> must belong to a Qt module that the module declared, or that one of its dependencies did.
QStringList violations(const Module& module, const QList<Module>& modules, const QString& text);

} // namespace spreadline::fence
