// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"
#include "models/tape_history.h"
#include "style/theme.h"

#include <QAbstractScrollArea>
#include <QTimeZone>

namespace spreadline {

/// The painted rows of a tape, newest on top. Scrolled away from the top it stands still while trades go on. Ui thread only.
class TapeCanvas : public QAbstractScrollArea {
    Q_OBJECT
public:
    TapeCanvas(const TapeHistory& history, const ThemeSource& themes, QWidget* parent = nullptr);

    void setInstrument(const Instrument* instrument); ///< its decimals and assets; null while unknown
    void setTimeZone(const QTimeZone& zone, bool milliseconds);
    /// `appeared` rows came in at the top.
    void historyChanged(int appeared);
    bool isPaused() const;
    int waiting() const noexcept { return m_waiting; } ///< rows that came while paused
    void resume();

    QSize sizeHint() const override { return {260, 300}; }

Q_SIGNALS:
    void pausedChanged(bool paused);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void updateRange();
    void paintHeader(QPainter& painter) const;
    void paintRow(QPainter& painter, const TapeHistory::Row& row, const QRect& box, bool usable) const;
    void paintEmpty(QPainter& painter) const;

    const TapeHistory& m_history;
    const ThemeSource& m_themes;
    QTimeZone m_zone = QTimeZone::utc();
    bool m_milliseconds = false;
    int m_priceDecimals = 2, m_quantityScale = 3;
    QString m_base, m_quote;
    int m_waiting = 0;
    bool m_wasPaused = false;
};

} // namespace spreadline
