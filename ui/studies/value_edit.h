// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/studies.h"

#include <QAbstractSpinBox>
#include <QTimeZone>

class QAbstractButton;

namespace spreadline::studies {

/// A parameter's value to type or to step. Anything may be typed; what cannot be is told, and the last good value stays.
class ValueEdit final : public QAbstractSpinBox {
    Q_OBJECT
public:
    ValueEdit(const indicators::Parameter& parameter, const QTimeZone& zone, QWidget* parent = nullptr);

    double value() const noexcept { return m_value; }
    /// What to type instead; empty when the text is good.
    const QString& problem() const noexcept { return m_problem; }
    void setValue(double value);

    void stepBy(int steps) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// By a person, for good or ill.
    void edited();

protected:
    StepEnabled stepEnabled() const override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void read(const QString& text);

    const indicators::Parameter& m_parameter;
    QTimeZone m_zone;
    double m_value;
    QString m_problem;
    QAbstractButton *m_up, *m_down;
};

} // namespace spreadline::studies
