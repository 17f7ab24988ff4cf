// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/io_thread.h"

#include <utility>

namespace spreadline {

IoThread::IoThread(const QString& name)
{
    m_thread.setObjectName(name);
    m_receiver.moveToThread(&m_thread);
    m_thread.start();
}

IoThread::~IoThread()
{
    stop({});
}

void IoThread::post(std::function<void()> work)
{
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(&m_receiver, std::move(work), Qt::QueuedConnection);
}

void IoThread::run(const std::function<void()>& work)
{
    Q_ASSERT(QThread::currentThread() != &m_thread);
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(&m_receiver, work, Qt::BlockingQueuedConnection);
}

void IoThread::stop(const std::function<void()>& last)
{
    if (!m_thread.isRunning())
        return;
    if (last)
        run(last);
    m_thread.quit();
    m_thread.wait();
}

} // namespace spreadline
