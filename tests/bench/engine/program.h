// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <optional>

namespace spreadline::bench {

/// A program of this build, found beside the bench program and run without a display. Ends with its object.
class Program {
public:
    /// `variables`: "NAME=value".
    Program(const QString& name, const QStringList& arguments, const QStringList& variables = {});
    ~Program();

    static bool isBuilt(const QString& name);

    /// The next line it says; empty when nothing comes within half a minute.
    QByteArray line();
    /// Forgets what it has said, so that it may go on; how many bytes that was.
    qsizetype drop();
    /// Whether it ended by itself, well, within half a minute.
    bool finished();
    /// Milliseconds of the wall clock since 1970 at which it was started.
    double startedAt() const { return m_startedAt; }
    /// Proportional set size: own pages, and the fair share of those that programs share. Nothing where the system does
    /// not tell.
    std::optional<double> pssMegabytes() const;

private:
    QProcess m_process;
    double m_startedAt = 0;
};

double wallMillis();

} // namespace spreadline::bench
