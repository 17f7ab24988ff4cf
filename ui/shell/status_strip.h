// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/terminal.h"
#include "style/theme.h"
#include "widgets/status_cell.h"

#include <QTimer>
#include <QWidget>

namespace spreadline {

class DisplayOptions;

/// The line at the foot of the window: venue, trust, latency, clock, frames, request weight, storage, notices, time. Figures that
/// stopped coming are grey and say how old they are. Ui thread only.
class StatusStrip : public QWidget {
    Q_OBJECT
public:
    StatusStrip(const Terminal& terminal, const ThemeSource& themes, const DisplayOptions& display, QWidget* parent = nullptr);

    void setNotices(int count, bool alarm);
    QSize sizeHint() const override { return {600, 25}; }
    /// For tests: what the trust cell says.
    QString trustText() const { return m_trust->value(); }

Q_SIGNALS:
    void connectionsWanted();
    void noticesWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void show(const StatusView& status);
    void showTrust(const StatusView& status);
    void showLinks(const StatusView& status);
    void showStorage(const StatusView& status);
    void tick();
    void fit();
    StatusCell* cell(const QString& caption, const QString& widest);

    const Terminal& m_terminal;
    const ThemeSource& m_themes;
    const DisplayOptions& m_display;
    StatusCell *m_venue, *m_trust, *m_latency, *m_clockOffset, *m_skipped, *m_weight, *m_storage, *m_notices, *m_time;
    QTimer m_clock;
    qint64 m_arrived = 0; ///< monotonic ms of the last status; 0 before the first
};

} // namespace spreadline
