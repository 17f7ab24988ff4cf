// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interval.h"

#include <QToolButton>
#include <QWidget>

#include <vector>

namespace spreadline::chart {

/// The interval's label on buttons and in the legend: "1m", "4h", "1M".
QString intervalText(Interval interval);

/// The intervals as a row of buttons, and all of them in a menu. When it gets narrow the last buttons leave the row; an
/// interval that has no visible button is named on the menu's button.
class IntervalBar final : public QWidget {
    Q_OBJECT
public:
    explicit IntervalBar(QWidget* parent = nullptr);

    Interval current() const noexcept { return m_current; }
    void setCurrent(Interval interval);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(spreadline::Interval interval);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Choice {
        Interval interval;
        QToolButton* button = nullptr;
    };
    QToolButton* makeButton(const QString& text);
    void fillMenu();
    void arrange();

    std::vector<Choice> m_choices;
    QToolButton* m_more;
    Interval m_current;
};

} // namespace spreadline::chart
