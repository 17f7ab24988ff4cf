// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"
#include "style/theme.h"

#include <QTimer>
#include <QWidget>

#include <vector>

namespace spreadline {

class ActiveInstrument;
class MarketView;

/// The strip above the chart: the active symbol, its last price large, and the day's figures; those that do not fit are left out,
/// the least important first. Numbers that are not synced are grey and wear their age. Ui thread only.
class InstrumentHeader : public QWidget {
    Q_OBJECT
public:
    InstrumentHeader(const MarketView& market, const ThemeSource& themes, const ActiveInstrument& active,
                     QWidget* parent = nullptr);

    /// The venue's clock minus ours: what is left until funding goes by the venue's.
    void setClockOffset(Duration offset) { m_clockOffset = offset; }

    QSize sizeHint() const override { return {400, 46}; }
    QSize minimumSizeHint() const override { return {160, 46}; }

Q_SIGNALS:
    void symbolClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Figure {
        QString caption, value;
        QColor colour;
    };
    std::vector<Figure> figures(const Instrument& instrument, const TickerRow& ticker) const;
    int paintSymbol(QPainter& painter, const Instrument& instrument) const;
    int paintLast(QPainter& painter, const Instrument& instrument, const TickerRow* ticker, int x) const;

    const MarketView& m_market;
    const ThemeSource& m_themes;
    const ActiveInstrument& m_active;
    Duration m_clockOffset{};
    QTimer m_clock; ///< the funding countdown and ages
};

} // namespace spreadline
