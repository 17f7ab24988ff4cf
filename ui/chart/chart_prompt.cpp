// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_prompt.h"

#include "widgets/plain_label.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace spreadline::chart {
namespace {

constexpr int edge = 6;

} // namespace

ChartPrompt::ChartPrompt(const QString& title, int longestText, QWidget* parent)
    : QFrame(parent), m_edit(new QLineEdit(this)), m_hint(new PlainLabel(this))
{
    auto* heading = new PlainLabel(title, this);
    m_edit->setMaxLength(longestText);
    m_edit->setAlignment(Qt::AlignCenter);
    m_edit->setAccessibleName(title);
    m_edit->installEventFilter(this);
    m_hint->setAlignment(Qt::AlignCenter);
    heading->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    for (QWidget* widget : {static_cast<QWidget*>(heading), static_cast<QWidget*>(m_edit), static_cast<QWidget*>(m_hint)})
        layout->addWidget(widget);
    connect(m_edit, &QLineEdit::textChanged, this, &ChartPrompt::showHint);
    connect(m_edit, &QLineEdit::returnPressed, this, &ChartPrompt::accept);
    hide();
}

void ChartPrompt::open(const QString& text)
{
    if (isVisible())
        return m_edit->insert(text);
    m_edit->setText(text);
    showHint();
    place();
    show();
    raise();
    m_edit->setFocus();
    m_edit->deselect();
    m_edit->end(false);
}

void ChartPrompt::addBelow(QWidget* widget, int width)
{
    static_cast<QVBoxLayout*>(layout())->addWidget(widget, 1);
    m_width = width;
}

void ChartPrompt::place()
{
    const QSize room = parentWidget()->size();
    setFixedWidth(std::min(std::max(sizeHint().width(), m_width), std::max(120, room.width() - 2 * edge)));
    layout()->activate();
    resize(width(), std::min(sizeHint().height(), std::max(60, room.height() - 2 * edge)));
    const int top = isVisible() ? y() : (room.height() - height()) / 3; // the field stays where it is being typed into
    move((room.width() - width()) / 2, std::clamp(top, 0, std::max(0, room.height() - height())));
}

void ChartPrompt::showHint()
{
    m_hint->setText(hintFor(m_edit->text()));
    if (!isVisible())
        return;
    setFixedWidth(std::max(sizeHint().width(), width())); // grows with a long word, does not jump back
    move((parentWidget()->width() - width()) / 2, y());
}

void ChartPrompt::accept()
{
    const QString text = m_edit->text();
    if (take(text))
        dismiss();
}

void ChartPrompt::dismiss()
{
    if (!isVisible())
        return;
    hide();
    parentWidget()->setFocus();
}

void ChartPrompt::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.setBrush(palette().color(QPalette::Button));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void ChartPrompt::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    QFrame::keyPressEvent(event);
}

bool ChartPrompt::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace spreadline::chart
