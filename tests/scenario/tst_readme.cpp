// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

/// Runs the README's command lines as a reader would: the lines of its ```sh blocks, in their order.
/// `packaging/...` lines are asked for --help (the check itself is one of them); a line that ends with & runs beside the rest.
class TstReadme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void filesItNamesExist();
    void commandLinesRun();

private:
    QString m_root;
    QString m_text;
    QStringList m_commands;
};

void TstReadme::initTestCase()
{
    m_root = qEnvironmentVariable("SPREADLINE_SOURCE_DIR");
    QFile file(m_root + QStringLiteral("/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_text = QString::fromUtf8(file.readAll());
    bool inShell = false;
    for (const QString& line : m_text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("```")))
            inShell = !inShell && line == QLatin1String("```sh");
        else if (inShell && !line.trimmed().isEmpty())
            m_commands.append(line.section(QStringLiteral("  #"), 0, 0).trimmed());
    }
    QVERIFY2(m_commands.size() >= 5, "the README shows hardly any commands");
}

void TstReadme::filesItNamesExist()
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)#:]+)\\)"));
    for (auto it = link.globalMatch(m_text); it.hasNext();) {
        const QString path = it.next().captured(1);
        QVERIFY2(QFileInfo::exists(m_root + QLatin1Char('/') + path), qPrintable(path));
    }
}

void TstReadme::commandLinesRun()
{
    QTemporaryDir profile;
    std::vector<std::unique_ptr<QProcess>> beside;
    for (QString command : m_commands) {
        const bool background = command.endsWith(QLatin1Char('&'));
        if (background)
            command.chop(1);
        if (command.startsWith(QLatin1String("packaging/")))
            command = command.section(QLatin1Char(' '), 0, 0) + QStringLiteral(" --help");
        else if (command.startsWith(QLatin1String("build/release/bin/spreadline ")))
            continue; // the window: the screenshots' own test
        command.replace(QStringLiteral("build/release/bin"), qEnvironmentVariable("SPREADLINE_BIN_DIR"));
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), profile.path());
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(m_root);
        process->startCommand((background ? QStringLiteral("") : QStringLiteral("bash -o pipefail -c "))
                              + (background ? command : QLatin1Char('"') + command + QLatin1Char('"')));
        QVERIFY2(process->waitForStarted(), qPrintable(command));
        if (background) {
            QVERIFY2(process->waitForReadyRead(20'000), qPrintable(command)); // it said that it serves
            beside.push_back(std::move(process));
            continue;
        }
        QVERIFY2(process->waitForFinished(60'000), qPrintable(command));
        QVERIFY2(process->exitCode() == 0,
                 qPrintable(command + QLatin1Char('\n') + QString::fromUtf8(process->readAllStandardError())));
    }
    for (const auto& process : beside) {
        process->terminate();
        QVERIFY(process->waitForFinished(10'000));
    }
}

SPREADLINE_TEST(TstReadme)
#include "tst_readme.moc"
