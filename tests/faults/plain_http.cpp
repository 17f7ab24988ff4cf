// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_http.h"

#include <QFile>
#include <QTcpSocket>

namespace spreadline::faults {
namespace {

/// A line of /proc/self/status, "VmRSS:   1234 kB", in MiB.
qint64 statusLine(const QByteArray& name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.simplified().split(' ').value(1).toLongLong() / 1'024;
    }
    return 0;
}

} // namespace

QByteArray plainGet(quint16 port, const QByteArray& target)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(5'000))
        return {};
    socket.write("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(10'000))
        answer += socket.readAll();
    answer += socket.readAll();
    const qsizetype head = answer.indexOf("\r\n\r\n");
    return head < 0 ? QByteArray() : answer.mid(head + 4);
}

qint64 memoryNow()
{
    return statusLine("VmRSS:");
}

qint64 memoryPeak()
{
    return statusLine("VmHWM:");
}

void forgetPeakMemory()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace spreadline::faults
