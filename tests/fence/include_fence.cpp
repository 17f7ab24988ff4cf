// SPDX-License-Identifier: GPL-3.0-or-later
#include "include_fence.h"

#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace spreadline::fence {
namespace {

const Module* find(const QList<Module>& modules, const QString& name)
{
    const auto found = std::find_if(modules.begin(), modules.end(), [&](const Module& module) { return module.name == name; });
    return found == modules.end() ? nullptr : &*found;
}

/// The module and all it depends on, directly or not.
QList<const Module*> reach(const Module& module, const QList<Module>& modules)
{
    QList<const Module*> found{&module};
    for (qsizetype i = 0; i < found.size(); ++i) {
        for (const QString& name : found[i]->deps) {
            const Module* dep = find(modules, name);
            if (dep && !found.contains(dep))
                found.append(dep);
        }
    }
    return found;
}

bool isUi(const Module& module)
{
    return module.folder.startsWith(QLatin1String("ui/"));
}

bool mayUse(const Module& user, const Module& used)
{
    static const QStringList offered{QStringLiteral("session"), QStringLiteral("domain"), QStringLiteral("base")};
    return !isUi(user) || isUi(used) || offered.contains(used.name);
}

/// The Qt module that a header like QWidget or QtWidgets/QWidget belongs to; "" when none does.
QString qtModuleOf(const QString& header)
{
    if (header.contains(QLatin1Char('/')))
        return header.startsWith(QLatin1String("Qt")) ? header.section(QLatin1Char('/'), 0, 0).mid(2) : QString();
    const QString root = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    for (const char* module :
         {"Core", "Network", "WebSockets", "Sql", "Gui", "Widgets", "Svg", "PrintSupport", "Concurrent", "Test"}) {
        if (QFileInfo::exists(QStringLiteral("%1/Qt%2/%3").arg(root, QLatin1String(module), header)))
            return QLatin1String(module);
    }
    return {};
}

QString checkOwn(const Module& module, const QList<Module>& modules, const QString& header)
{
    const QString folder = header.section(QLatin1Char('/'), 0, -2);
    if (folder.isEmpty())
        return {};
    for (const Module* known : reach(module, modules)) {
        const QString root = known->folder.section(QLatin1Char('/'), 1);
        if (folder == root || folder.startsWith(root + QLatin1Char('/')))
            return mayUse(module, *known)
                ? QString()
                : QStringLiteral("%1 may not include \"%2\": ui code sees of the engine only session/ and domain/")
                      .arg(module.name, header);
    }
    return QStringLiteral("%1 may not include \"%2\": it declared no dependency on it").arg(module.name, header);
}

QString checkQt(const Module& module, const QList<Module>& modules, const QString& header)
{
    const QString qt = qtModuleOf(header);
    if (qt.isEmpty())
        return {};
    for (const Module* known : reach(module, modules)) {
        if (known->qt.contains(qt) || (qt == QLatin1String("Core") && !known->qt.isEmpty()))
            return {};
        if (qt == QLatin1String("Gui") && known->qt.contains(QLatin1String("Widgets")))
            return {};
    }
    return QStringLiteral("%1 may not include <%2>: it declared no Qt %3").arg(module.name, header, qt);
}

} // namespace

QList<Module> readModules(const QString& file)
{
    QFile in(file);
    QList<Module> modules;
    if (!in.open(QIODevice::ReadOnly))
        return modules;
    const auto lines = QString::fromUtf8(in.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QStringList cells = line.split(QLatin1Char('|'));
        modules.append({cells.value(0), cells.value(1).toInt(), cells.value(2),
                        cells.value(3).split(QLatin1Char(' '), Qt::SkipEmptyParts),
                        cells.value(4).split(QLatin1Char(' '), Qt::SkipEmptyParts)});
    }
    return modules;
}

QStringList violations(const Module& module, const QList<Module>& modules, const QString& text)
{
    static const QRegularExpression include(QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = include.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const bool own = match.captured(1) == QLatin1String("\"");
        const QString complaint =
            own ? checkOwn(module, modules, match.captured(2)) : checkQt(module, modules, match.captured(2));
        if (!complaint.isEmpty())
            found.append(complaint);
    }
    return found;
}

} // namespace spreadline::fence
