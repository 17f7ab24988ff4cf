// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/frame_pump.h"

#include "session/engine_link.h"

#include <QMetaObject>

namespace spreadline {
namespace {

constexpr int pulsesUntilLost = 5'000 / FramePump::period; // an answer this late was lost with its engine: ask again

} // namespace

FramePump::FramePump(EngineLink& link, QObject* parent) : QObject(parent), m_link(link)
{
    m_mailbox->receiver = this;
    link.onBatch([mailbox = m_mailbox](std::unique_ptr<ViewBatch> batch) {
        const std::lock_guard lock(mailbox->mutex);
        if (!mailbox->receiver)
            return;
        mailbox->batch = std::move(batch);
        QMetaObject::invokeMethod(mailbox->receiver, &FramePump::takeBatch, Qt::QueuedConnection);
    });
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(period);
    connect(&m_timer, &QTimer::timeout, this, &FramePump::pulse);
}

FramePump::~FramePump()
{
    const std::lock_guard lock(m_mailbox->mutex);
    m_mailbox->receiver = nullptr;
}

void FramePump::setActive(bool active)
{
    if (active && !m_timer.isActive())
        m_timer.start();
    else if (!active)
        m_timer.stop();
}

void FramePump::pulse()
{
    Q_EMIT aboutToAsk();
    if (m_outstanding && ++m_pulsesWaiting < pulsesUntilLost) {
        m_skipped += m_hasAnswered ? 1 : 0;
        return;
    }
    m_pulsesWaiting = 0;
    m_outstanding = m_link.post(RequestFrame{++m_frame});
    if (!m_outstanding && m_hasAnswered)
        ++m_skipped;
}

void FramePump::takeBatch()
{
    std::unique_ptr<ViewBatch> batch;
    {
        const std::lock_guard lock(m_mailbox->mutex);
        batch = std::move(m_mailbox->batch);
    }
    if (!batch)
        return;
    m_outstanding = false;
    m_hasAnswered = true;
    Q_EMIT batchArrived(*batch);
}

} // namespace spreadline
