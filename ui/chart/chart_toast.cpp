// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_toast.h"

#include "widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace spreadline::chart {
namespace {

constexpr int lifetime = 6'000; ///< milliseconds
constexpr int fromBottom = 14;

} // namespace

ChartToast::ChartToast(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_text(new PlainLabel(this)), m_action(new QToolButton(this))
{
    setObjectName(QStringLiteral("chartToast"));
    setCursor(Qt::ArrowCursor);
    m_text->setFont(labelFont(12));
    m_text->setWordWrap(false);
    m_action->setObjectName(QStringLiteral("toastAction"));
    m_action->setFocusPolicy(Qt::NoFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(10);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    m_end.setSingleShot(true);
    m_end.setInterval(lifetime);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    connect(m_action, &QToolButton::clicked, this, [this] {
        hide();
        if (const auto run = std::exchange(m_run, nullptr))
            run();
    });
    hide();
}

void ChartToast::tell(const QString& text)
{
    offer(text, {}, nullptr);
}

void ChartToast::offer(const QString& text, const QString& action, std::function<void()> run)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_run = std::move(run);
    setAccessibleName(text);
    m_end.start();
    show();
    place(m_area);
    raise();
}

QString ChartToast::text() const
{
    return m_text->text();
}

void ChartToast::place(const QRect& area)
{
    m_area = area;
    if (isHidden())
        return;
    layout()->activate();
    const QSize size = sizeHint().boundedTo(QSize(std::max(60, area.width() - 12), 40)).expandedTo(QSize(0, 30));
    setGeometry(area.center().x() - size.width() / 2, area.bottom() - size.height() - fromBottom, size.width(), size.height());
}

void ChartToast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_themes.theme();
    painter.setPen(theme.border);
    painter.setBrush(theme.panelRaised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace spreadline::chart
