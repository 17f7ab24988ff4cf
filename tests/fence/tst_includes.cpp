// SPDX-License-Identifier: GPL-3.0-or-later
#include "include_fence.h"

#include "test_main.h"

#include <QDirIterator>

using namespace spreadline::fence;

class TstIncludes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void treeIsClean();
    void uiPanelsDoNotKnowEachOther();
};

namespace {

QList<Module> sample()
{
    const QString core = QStringLiteral("Core");
    return {
        {QStringLiteral("domain"), 1, QStringLiteral("engine/domain"), {}, {}},
        {QStringLiteral("market"), 2, QStringLiteral("engine/market"), {QStringLiteral("domain")}, {}},
        {QStringLiteral("session"), 7, QStringLiteral("engine/session"), {QStringLiteral("market")}, {core}},
        {QStringLiteral("ui_chart"), 10, QStringLiteral("ui/chart"), {QStringLiteral("session")}, {QStringLiteral("Widgets")}},
    };
}

} // namespace

void TstIncludes::refuses_data()
{
    QTest::addColumn<int>("module");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("own") << 1 << "#include \"market/order_book.h\"" << true;
    QTest::newRow("declared") << 1 << "#include \"domain/money.h\"" << true;
    QTest::newRow("upwards") << 1 << "#include \"session/terminal.h\"" << false;
    QTest::newRow("through another") << 2 << "#include \"domain/money.h\"" << true;
    QTest::newRow("plain module, Qt Core") << 1 << "#include <QString>" << false;
    QTest::newRow("Widgets by name below ui") << 2 << "#include <QtWidgets/QWidget>" << false;
    QTest::newRow("Widgets by class below ui") << 2 << "#include <QWidget>" << false;
    QTest::newRow("Widgets in ui") << 3 << "#include <QWidget>" << true;
    QTest::newRow("Gui through Widgets") << 3 << "#include <QPainter>" << true;
    QTest::newRow("engine behind the session") << 3 << "#include \"market/order_book.h\"" << false;
    QTest::newRow("session from ui") << 3 << "#include \"session/terminal.h\"" << true;
    QTest::newRow("indented") << 1 << "  #  include \"session/terminal.h\"" << false;
}

void TstIncludes::refuses()
{
    QFETCH(int, module);
    QFETCH(QString, line);
    QFETCH(bool, allowed);
    const auto modules = sample();
    QCOMPARE(violations(modules[module], modules, line).isEmpty(), allowed);
}

void TstIncludes::treeIsClean()
{
    const auto modules = readModules(QStringLiteral(SPREADLINE_MODULES_FILE));
    QVERIFY2(modules.size() > 5, "the list of modules was not written");
    const QString root = qEnvironmentVariable("SPREADLINE_SOURCE_DIR");
    QStringList found;
    for (const Module& module : modules) {
        QDirIterator files(root + QLatin1Char('/') + module.folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString& complaint : violations(module, modules, QString::fromUtf8(file.readAll())))
                found.append(QFileInfo(file).fileName() + QStringLiteral(": ") + complaint);
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TstIncludes::uiPanelsDoNotKnowEachOther()
{
    const auto modules = readModules(QStringLiteral(SPREADLINE_MODULES_FILE));
    const QStringList panels{QStringLiteral("ui_market"), QStringLiteral("ui_ladder"), QStringLiteral("ui_chart"),
                             QStringLiteral("ui_settings")};
    for (const Module& module : modules) {
        if (!panels.contains(module.name))
            continue;
        for (const QString& dep : module.deps)
            QVERIFY2(!panels.contains(dep), qPrintable(module.name + QStringLiteral(" knows ") + dep));
    }
}

SPREADLINE_TEST(TstIncludes)
#include "tst_includes.moc"
