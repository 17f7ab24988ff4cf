// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace spreadline {

/// A named thread with an event loop, for the sockets of one venue. Work is handed over as functions; they run in the order in
/// which they were posted. After stop() nothing runs any more and post() does nothing.
///
/// post() from any thread; everything else from the owner's thread.
class IoThread {
public:
    explicit IoThread(const QString& name);
    IoThread(const IoThread&) = delete;
    IoThread& operator=(const IoThread&) = delete;
    ~IoThread();

    void post(std::function<void()> work);
    /// Runs `work` there and waits for its end. Not from the thread itself.
    void run(const std::function<void()>& work);
    /// Runs `last` there (destroying what lives there), then ends the loop and joins. Repeats do nothing.
    void stop(const std::function<void()>& last);

private:
    QThread m_thread;
    QObject m_receiver; ///< lives on the thread: posted work is addressed to it
};

} // namespace spreadline
