// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/terminal.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>

#include <set>

namespace spreadline {

class MainWindow;

/// Watches a run and tells at its end what was seen: for packaging/start and tests. Ui thread only.
class RunReport : public QObject {
    Q_OBJECT
public:
    RunReport(Terminal& terminal, MainWindow& window, QObject* parent = nullptr);

    /// A picture of the window. Errors: CannotWrite.
    Status writeScreenshot(const QString& file) const;
    /// Errors: CannotWrite.
    Status writeSummary(const QString& file) const;

private:
    QJsonObject summary() const;

    Terminal& m_terminal;
    MainWindow& m_window;
    QElapsedTimer m_elapsed;
    qint64 m_firstBars = -1;    ///< ms until a chart had bars
    std::set<Timestamp> m_bars; ///< open times of the chart's
    qint64 m_trades = 0, m_books = 0, m_tickers = 0;
    int m_notices = 0;
};

} // namespace spreadline
