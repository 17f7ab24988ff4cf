// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QCoreApplication>
#include <QFile>

#include <chrono>

namespace spreadline::bench {
namespace {

constexpr int patience = 30'000;

QString pathOf(const QString& name)
{
    const QString path = QCoreApplication::applicationDirPath() + QLatin1Char('/') + name;
    return QFile::exists(path) ? path : path + QStringLiteral(".exe");
}

} // namespace

double wallMillis()
{
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Program::Program(const QString& name, const QStringList& arguments, const QStringList& variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    for (const QString& variable : variables)
        environment.insert(variable.section(QLatin1Char('='), 0, 0), variable.section(QLatin1Char('='), 1));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_startedAt = wallMillis();
    m_process.start(pathOf(name), arguments);
}

Program::~Program()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        m_process.kill();
}

bool Program::isBuilt(const QString& name)
{
    return QFile::exists(pathOf(name));
}

QByteArray Program::line()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience))
            return {};
    }
    return m_process.readLine().trimmed();
}

qsizetype Program::drop()
{
    qsizetype bytes = 0;
    while (m_process.waitForReadyRead(0))
        bytes += m_process.readAllStandardOutput().size();
    return bytes + m_process.readAllStandardOutput().size();
}

bool Program::finished()
{
    return m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

std::optional<double> Program::pssMegabytes() const
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').value(1).toDouble() / 1'024;
    }
    return std::nullopt;
}

} // namespace spreadline::bench
