// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_notice.h"

#include "style/fonts.h"
#include "widgets/plain_label.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace spreadline::chart {
namespace {

constexpr int widest = 420;
constexpr int light = 7;
constexpr int padding = 10;

} // namespace

ChartNotice::ChartNotice(QWidget* parent)
    : QWidget(parent), m_title(new PlainLabel(this)), m_text(new PlainLabel(this)), m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("notice"));
    setAttribute(Qt::WA_TransparentForMouseEvents, false);
    for (PlainLabel* label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_title->setFont(labelFont(15, QFont::Medium));
    m_text->setFont(labelFont(12));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    connect(m_action, &QPushButton::clicked, this, &ChartNotice::actionTriggered);
    hide();
}

void ChartNotice::show(const QString& title, const QString& text, const QString& action)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    QWidget::show();
}

QString ChartNotice::title() const
{
    return m_title->text();
}

QString ChartNotice::text() const
{
    return m_text->text();
}

void ChartNotice::setTheme(const Theme& theme)
{
    const auto ink = [](PlainLabel* label, const QColor& colour) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, colour);
        label->setPalette(palette);
    };
    ink(m_title, theme.text);
    ink(m_text, theme.textMuted);
}

void ChartNotice::place(const QRect& pane)
{
    const int width = std::clamp(pane.width() - 32, 80, widest);
    setFixedWidth(width);
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    setGeometry(pane.center().x() - width / 2, std::max(0, pane.center().y() - height / 2), width, height);
}

ChartBadge::ChartBadge(QWidget* parent) : QWidget(parent), m_theme(Theme::dark())
{
    setObjectName(QStringLiteral("badge"));
    setFont(labelFont(12));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void ChartBadge::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void ChartBadge::setMessage(const QString& text, const QColor& colour)
{
    m_light = colour;
    if (text == m_text)
        return update();
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ChartBadge::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 3 * padding + light, 24};
}

void ChartBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_light);
    painter.setBrush(blended(m_theme.panelRaised, m_light, 0.12));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_light);
    painter.drawEllipse(QRectF(padding, (height() - light) / 2.0, light, light));
    painter.setPen(m_theme.text);
    const QRect words = rect().adjusted(padding + light + padding / 2 + 2, 0, -padding / 2, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(m_text, Qt::ElideRight, words.width()));
}

} // namespace spreadline::chart
