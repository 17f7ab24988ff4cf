// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QToolButton;

namespace spreadline {
class PlainLabel;
}

namespace spreadline::chart {

/// A line at the bottom of the chart that says what happened and goes by itself, at times with a button that undoes it. A new one takes
/// the place of the former. Ui thread only.
class ChartToast final : public QWidget {
    Q_OBJECT
public:
    ChartToast(const ThemeSource& themes, QWidget* parent);

    void tell(const QString& text);
    void offer(const QString& text, const QString& action, std::function<void()> run);
    QString text() const;
    /// Within this part of the parent.
    void place(const QRect& area);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    PlainLabel* m_text;
    QToolButton* m_action;
    std::function<void()> m_run;
    QTimer m_end;
    QRect m_area;
};

} // namespace spreadline::chart
