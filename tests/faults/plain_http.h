// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace spreadline::faults {

/// The body of a GET on loopback, asked without any of the program's code; empty when there was no answer. Blocks, milliseconds.
QByteArray plainGet(quint16 port, const QByteArray& target);

/// This process's memory in MiB: now, and at most since the last call of forgetPeakMemory().
qint64 memoryNow();
qint64 memoryPeak();
void forgetPeakMemory();

} // namespace spreadline::faults
