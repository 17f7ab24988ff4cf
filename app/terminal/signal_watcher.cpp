// SPDX-License-Identifier: GPL-3.0-or-later
#include "signal_watcher.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>
#endif

namespace spreadline {

#ifdef Q_OS_UNIX

namespace {

// A signal handler reaches nothing but a global; it only writes one byte to the pipe (async-signal-safe).
volatile std::sig_atomic_t writeEnd = -1;

void onSignal(int)
{
    const char byte = 1;
    if (::write(writeEnd, &byte, 1) < 0) {
        // the pipe is full: the end has been asked for already
    }
}

} // namespace

SignalWatcher::SignalWatcher(QObject* parent) : QObject(parent)
{
    if (::pipe(m_pipe) != 0)
        return; // signals then end the program at once, as without this class
    for (const int end : m_pipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    writeEnd = m_pipe[1];
    auto* notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (::read(m_pipe[0], bytes, sizeof bytes) > 0) {}
        Q_EMIT endAsked();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

SignalWatcher::~SignalWatcher()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    for (const int end : m_pipe) {
        if (end >= 0)
            ::close(end);
    }
}

#else

SignalWatcher::SignalWatcher(QObject* parent)
    : QObject(parent) {} // sessions end through QGuiApplication::commitDataRequest there
SignalWatcher::~SignalWatcher() = default;

#endif

} // namespace spreadline
