// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interval.h"

#include <QFrame>

#include <optional>

class QLabel;
class QLineEdit;

namespace spreadline::chart {

/// What a trader means by the text: a bare number is minutes ("15", "240" for 4h), else as Interval's text, capitals
/// free where they mean nothing ("1H", "1D"; but "1m" is a minute and "1M" a month). Nothing when no chart has such
/// bars.
std::optional<Interval> typedInterval(const QString& text);

/// The small box that opens when digits are typed on the chart. Enter takes it, Esc or a click elsewhere closes it.
class IntervalPrompt final : public QFrame {
    Q_OBJECT
public:
    explicit IntervalPrompt(QWidget* parent);

    /// Over the middle of the parent, with the first character in; when it is open already, the character is added.
    void open(const QString& text);

Q_SIGNALS:
    void chosen(spreadline::Interval interval);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void textChanged(const QString& text);
    void accept();
    void dismiss();

    QLineEdit* m_edit;
    QLabel* m_hint;
};

} // namespace spreadline::chart
