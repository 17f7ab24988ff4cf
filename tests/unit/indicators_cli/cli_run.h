// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace spreadline::test {

struct CliRun {
    int code = -1;
    QByteArray out, words;
};

inline CliRun runIndicators(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(qEnvironmentVariable("SPREADLINE_BIN_DIR") + QStringLiteral("/spreadline-cli"),
                  QStringList(QStringLiteral("indicators")) + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {-2, {}, "it does not end"};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The words of a command line, without their blanks.
inline QStringList words(const char* line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Cells of a line of CSV; a quoted cell may hold commas.
inline QStringList cells(const QByteArray& line)
{
    QStringList list(QString{});
    bool isQuoted = false;
    for (const char c : line) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            list.append(QString());
        else
            list.back().append(QLatin1Char(c));
    }
    return list;
}

} // namespace spreadline::test
