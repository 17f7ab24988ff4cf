// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/inbox.h"
#include "exchange/binance/binance_dialect.h"
#include "exchange/instrument_table.h"
#include "ingest_meter.h"
#include "market/order_book.h"
#include "market/trade_tape.h"

#include <QThread>
#include <QTimer>
#include <QWebSocket>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace spreadline::bench {

/// The baselines of the ingest bench: the same streams over the same number of QWebSockets, on a thread of their own.
///
/// Raw: a frame is counted and thrown away; only a trade's moment is read. Skeleton: the least whole path there is:
/// decoded by our decoder, a batch a turn through an Inbox, applied to books and tapes by another thread; no sessions,
/// no trust, no sequences.
class RawReader {
public:
    enum class Kind { Raw, Skeleton };

    /// `address`: "ws://127.0.0.1:9000".
    RawReader(Kind kind, const QString& address, IngestMeter& meter);
    ~RawReader();

private:
    class Skeleton;
    void connectAll(const QString& address);
    void connectTo(const QString& address, const QString& route, const char* stream, int first);
    void read(const QString& text);

    const Kind m_kind;
    IngestMeter& m_meter;
    QThread m_thread;
    QObject m_home; ///< lives on m_thread
    std::vector<std::unique_ptr<QWebSocket>> m_sockets;
    int m_confirmed = 0;
    std::unique_ptr<Skeleton> m_skeleton;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    bool m_isReady = false;
};

} // namespace spreadline::bench
