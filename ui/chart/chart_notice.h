// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QWidget>

class QPushButton;

namespace spreadline {
class PlainLabel;
}

namespace spreadline::chart {

/// What stands in the middle of a chart that has nothing to draw: what is the matter, and what can be done about it.
class ChartNotice final : public QWidget {
    Q_OBJECT
public:
    explicit ChartNotice(QWidget* parent);

    /// Plain text. Without an `action` there is no button.
    void show(const QString& title, const QString& text, const QString& action = {});
    QString title() const;
    QString text() const;
    void setTheme(const Theme& theme);
    void place(const QRect& pane);

Q_SIGNALS:
    void actionTriggered();

private:
    PlainLabel* m_title;
    PlainLabel* m_text;
    QPushButton* m_action;
};

/// One line over a chart whose data is not to be believed as it stands: "Stale 12 s: no data from the venue".
class ChartBadge final : public QWidget {
public:
    explicit ChartBadge(QWidget* parent);

    void setTheme(const Theme& theme);
    void setMessage(const QString& text, const QColor& light);
    QString message() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    QString m_text;
    QColor m_light;
};

} // namespace spreadline::chart
