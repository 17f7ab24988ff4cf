// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tcp_shim.h"

#include <QThread>

namespace spreadline::faults {

/// A TcpShim on a thread of its own, so that it goes on while the test's thread is busy. Calls block until they are done.
class ShimHost {
public:
    explicit ShimHost(quint16 targetPort)
    {
        m_thread.setObjectName(QStringLiteral("shim"));
        m_thread.start();
        m_worker.moveToThread(&m_thread);
        run([&] { m_shim = new TcpShim(targetPort); });
    }
    ~ShimHost()
    {
        run([this] { delete m_shim; });
        m_thread.quit();
        m_thread.wait();
    }
    ShimHost(const ShimHost&) = delete;
    ShimHost& operator=(const ShimHost&) = delete;

    /// Does something with the shim on its thread.
    template<typename Work>
    void run(Work work)
    {
        QMetaObject::invokeMethod(&m_worker, work, Qt::BlockingQueuedConnection);
    }
    template<typename Work>
    void with(Work work)
    {
        run([&] { work(*m_shim); });
    }

    quint16 port()
    {
        quint16 port = 0;
        with([&](TcpShim& shim) { port = shim.port(); });
        return port;
    }
    int fired()
    {
        int fired = 0;
        with([&](TcpShim& shim) { fired = shim.fired(); });
        return fired;
    }
    std::vector<qint64> accepts()
    {
        std::vector<qint64> times;
        with([&](TcpShim& shim) { times = shim.accepts(); });
        return times;
    }

private:
    QThread m_thread;
    QObject m_worker;
    TcpShim* m_shim = nullptr;
};

} // namespace spreadline::faults
