// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/value_edit.h"

#include "studies/parameter_text.h"
#include "style/fonts.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPainter>
#include <QWheelEvent>

namespace spreadline::studies {
namespace {

constexpr int stepperWidth = 20;

/// Half of the stepper at the right end of the field; held down, it goes on.
class StepButton final : public QAbstractButton {
public:
    StepButton(ValueEdit& edit, int steps) : QAbstractButton(&edit), m_steps(steps)
    {
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_Hover);
        setAutoRepeat(true);
        setAccessibleName(steps > 0 ? ValueEdit::tr("More") : ValueEdit::tr("Less"));
        connect(this, &QAbstractButton::clicked, &edit, [&edit, steps] { edit.stepBy(steps); });
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(underMouse() ? QPalette::Text : QPalette::PlaceholderText), 1.4));
        const QPointF tip(width() / 2.0, height() / 2.0 - m_steps * 1.5);
        const double down = m_steps * 3.0;
        painter.drawPolyline(QPolygonF{tip + QPointF(-3, down), tip, tip + QPointF(3, down)});
    }

private:
    int m_steps;
};

} // namespace

ValueEdit::ValueEdit(const indicators::Parameter& parameter, const QTimeZone& zone, QWidget* parent)
    : QAbstractSpinBox(parent),
      m_parameter(parameter),
      m_zone(zone),
      m_value(parameter.preset),
      m_up(new StepButton(*this, 1)),
      m_down(new StepButton(*this, -1))
{
    setFrame(false);             // the line edit in it has one
    setButtonSymbols(NoButtons); // those of the style stand beside the field
    setFocusPolicy(Qt::StrongFocus);
    lineEdit()->setFont(numberFont(12));
    lineEdit()->setTextMargins(3, 0, stepperWidth, 0);
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
    return {160, lineEdit()->sizeHint().height()};
}

void ValueEdit::resizeEvent(QResizeEvent* event)
{
    QAbstractSpinBox::resizeEvent(event);
    const int left = width() - stepperWidth, half = height() / 2;
    m_up->setGeometry(left, 1, stepperWidth - 1, half - 1);
    m_down->setGeometry(left, half, stepperWidth - 1, half - 1);
    m_up->raise();
    m_down->raise();
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
