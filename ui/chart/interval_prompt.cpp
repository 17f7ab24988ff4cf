// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/interval_prompt.h"

#include "chart/interval_bar.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace spreadline::chart {
namespace {

constexpr int longestText = 8;

bool isOffered(Interval interval)
{
    if (!interval.isCalendar())
        return interval.amount > 0;
    return std::ranges::find(localIntervals(), interval) != localIntervals().end()
        || std::ranges::find(venueIntervals(), interval) != venueIntervals().end();
}

} // namespace

std::optional<Interval> typedInterval(const QString& text)
{
    QString wanted = text.trimmed();
    bool isNumber = false;
    const int minutes = wanted.toInt(&isNumber);
    if (isNumber) {
        const Interval interval = Interval::time(std::chrono::minutes(std::max(0, minutes)));
        return isOffered(interval) ? std::optional(interval) : std::nullopt;
    }
    if (!wanted.endsWith(QLatin1Char('M')))
        wanted = wanted.toLower();
    const auto parsed = parseInterval(wanted.toStdString());
    return parsed && isOffered(*parsed) ? std::optional(*parsed) : std::nullopt;
}

IntervalPrompt::IntervalPrompt(QWidget* parent) : QFrame(parent), m_edit(new QLineEdit(this)), m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("intervalPrompt"));
    auto* title = new QLabel(tr("Change interval"), this);
    m_edit->setObjectName(QStringLiteral("intervalEdit"));
    m_edit->setMaxLength(longestText);
    m_edit->setAlignment(Qt::AlignCenter);
    m_edit->setAccessibleName(tr("Interval"));
    m_edit->installEventFilter(this);
    m_hint->setAlignment(Qt::AlignCenter);
    title->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    for (QWidget* widget : {static_cast<QWidget*>(title), static_cast<QWidget*>(m_edit), static_cast<QWidget*>(m_hint)})
        layout->addWidget(widget);
    connect(m_edit, &QLineEdit::textChanged, this, &IntervalPrompt::textChanged);
    connect(m_edit, &QLineEdit::returnPressed, this, &IntervalPrompt::accept);
    hide();
}

void IntervalPrompt::open(const QString& text)
{
    if (isVisible())
        return m_edit->insert(text);
    m_edit->setText(text);
    textChanged(text);
    adjustSize();
    setFixedWidth(std::max(sizeHint().width(), 220));
    move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 3);
    show();
    raise();
    m_edit->setFocus();
    m_edit->deselect();
    m_edit->end(false);
}

void IntervalPrompt::textChanged(const QString& text)
{
    const auto interval = typedInterval(text);
    if (interval)
        m_hint->setText(tr("Enter: %1 bars").arg(intervalText(*interval)));
    else
        m_hint->setText(text.isEmpty() ? tr("15 · 1h · 30s · 1d · 100t") : tr("No such interval"));
}

void IntervalPrompt::accept()
{
    const auto interval = typedInterval(m_edit->text());
    if (!interval)
        return;
    dismiss();
    Q_EMIT chosen(*interval);
}

void IntervalPrompt::dismiss()
{
    if (!isVisible())
        return;
    hide();
    parentWidget()->setFocus();
}

void IntervalPrompt::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.setBrush(palette().color(QPalette::Button));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void IntervalPrompt::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    QFrame::keyPressEvent(event);
}

bool IntervalPrompt::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace spreadline::chart
