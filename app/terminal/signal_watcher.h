// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace spreadline {

/// SIGINT and SIGTERM as a signal of the event loop, so that the program ends the same way as by its menu. One per process.
class SignalWatcher : public QObject {
    Q_OBJECT
public:
    explicit SignalWatcher(QObject* parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void endAsked();

private:
    int m_pipe[2] = {-1, -1};
};

} // namespace spreadline
