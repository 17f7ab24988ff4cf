// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runtime/view_batch.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <mutex>

namespace spreadline {

class EngineLink;

/// The pulse of a window: asks the engine for a frame every 16 ms, one at a time, and hands the answer over on the ui thread.
///
/// The window never waits: an answer that is late costs the frames that would have been asked for meanwhile, and those are
/// counted (not while the engine is still starting and has never answered). A pump that is not active asks for nothing. Ui thread only; batches cross threads through one slot and one queued
/// call.
class FramePump : public QObject {
    Q_OBJECT
public:
    static constexpr int period = 16; ///< ms

    explicit FramePump(EngineLink& link, QObject* parent = nullptr);
    ~FramePump() override;

    void setActive(bool active);
    bool isActive() const { return m_timer.isActive(); }
    std::int64_t skippedFrames() const noexcept { return m_skipped; }

    /// One turn of the pulse; the timer's slot, open to tests.
    void pulse();

Q_SIGNALS:
    void batchArrived(const spreadline::ViewBatch& batch);
    /// Before a frame is asked for: what must go to the engine first.
    void aboutToAsk();

private:
    /// Outlives the pump in the engine's hands, so that a batch that comes too late meets a closed door, not freed memory.
    struct Mailbox {
        std::mutex mutex;
        FramePump* receiver = nullptr;
        std::unique_ptr<ViewBatch> batch;
    };
    void takeBatch();

    EngineLink& m_link;
    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
    QTimer m_timer;
    std::int64_t m_frame = 0;
    std::int64_t m_skipped = 0;
    int m_pulsesWaiting = 0; ///< since the outstanding frame was asked for; meaningless when none is
    bool m_outstanding = false;
    bool m_hasAnswered = false; ///< ever
};

} // namespace spreadline
