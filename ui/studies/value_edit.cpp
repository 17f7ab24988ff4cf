// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/value_edit.h"

#include "studies/parameter_text.h"
#include "style/fonts.h"

#include <QLineEdit>
#include <QWheelEvent>

namespace spreadline::studies {

ValueEdit::ValueEdit(const indicators::Parameter& parameter, const QTimeZone& zone, QWidget* parent)
    : QAbstractSpinBox(parent), m_parameter(parameter), m_zone(zone), m_value(parameter.preset)
{
    setFrame(false); // the line edit in it has one
    setButtonSymbols(NoButtons);
    setFocusPolicy(Qt::StrongFocus);
    lineEdit()->setFont(numberFont(12));
    if (isMoment(parameter))
        lineEdit()->setPlaceholderText(tr("First bar"));
    setValue(parameter.preset);
    connect(lineEdit(), &QLineEdit::textEdited, this, &ValueEdit::read);
}

void ValueEdit::setValue(double value)
{
    m_value = value;
    m_problem.clear();
    lineEdit()->setText(valueText(m_parameter, value, m_zone));
}

void ValueEdit::read(const QString& text)
{
    const Reading reading = readValue(m_parameter, text, m_zone);
    m_value = reading.value.value_or(m_value);
    m_problem = reading.problem;
    Q_EMIT edited();
}

void ValueEdit::stepBy(int steps)
{
    setValue(stepped(m_parameter, m_value, steps));
    selectAll();
    Q_EMIT edited();
}

QAbstractSpinBox::StepEnabled ValueEdit::stepEnabled() const
{
    StepEnabled enabled = StepNone;
    enabled.setFlag(StepUpEnabled, m_value < m_parameter.most);
    enabled.setFlag(StepDownEnabled, m_value > m_parameter.least);
    return enabled;
}

QSize ValueEdit::sizeHint() const
{
    return {160, QAbstractSpinBox::sizeHint().height()};
}

void ValueEdit::wheelEvent(QWheelEvent* event)
{
    // A wheel that passes over a form must not change what it does not mean.
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace spreadline::studies
