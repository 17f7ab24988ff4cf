// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/toast_stack.h"

#include "style/glyphs.h"

#include <QDeadlineTimer>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>

#include <algorithm>

namespace spreadline {
namespace {

constexpr int toastWidth = 340;
constexpr int gap = 6;
constexpr int tick = 250;

qint64 now()
{
    return QDeadlineTimer::current(Qt::CoarseTimer).deadline();
}

qint64 lifetime(ToastStack::Level level)
{
    return level == ToastStack::Level::Alarm ? 15'000 : level == ToastStack::Level::Warning ? 8'000 : 5'000;
}

} // namespace

ToastStack::ToastStack(QWidget& host, const ThemeSource& themes) : QWidget(&host), m_host(host), m_themes(themes)
{
    setObjectName(QStringLiteral("toasts"));
    setFocusPolicy(Qt::NoFocus);
    host.installEventFilter(this);
    hide();
}

void ToastStack::show(Level level, const QString& text)
{
    const auto same =
        std::ranges::find_if(m_toasts, [&](const Toast& toast) { return toast.level == level && toast.text == text; });
    if (same != m_toasts.end())
        m_toasts.erase(same);
    m_toasts.push_back({level, text, now() + lifetime(level), {}});
    if (m_toasts.size() > mostShown)
        m_toasts.erase(m_toasts.begin());
    m_timer.start(tick, this);
    place();
}

void ToastStack::setBottomMargin(int margin)
{
    m_bottom = margin;
    place();
}

void ToastStack::place()
{
    setVisible(!m_toasts.empty());
    if (m_toasts.empty()) {
        m_timer.stop();
        return;
    }
    const QFontMetrics metrics(labelFont(12));
    int y = 0;
    for (Toast& toast : m_toasts) {
        const QRect text = metrics.boundingRect(QRect(0, 0, toastWidth - 52, 400), Qt::TextWordWrap, toast.text);
        toast.box = QRect(0, y, toastWidth, std::max(38, text.height() + 20));
        y += toast.box.height() + gap;
    }
    setGeometry(m_host.width() - toastWidth - 14, m_host.height() - y - m_bottom, toastWidth, y);
    raise();
    update();
}

void ToastStack::removeExpired(qint64 time)
{
    std::erase_if(m_toasts, [time](const Toast& toast) { return toast.until <= time; });
    place();
}

void ToastStack::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_themes.theme();
    for (const Toast& toast : m_toasts) {
        const QColor ink = toast.level == Level::Alarm ? theme.alarm
            : toast.level == Level::Warning            ? theme.warning
                                                       : theme.accent;
        const QRectF box = QRectF(toast.box).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(blended(theme.border, ink, 0.5));
        painter.setBrush(theme.panelRaised);
        painter.drawRoundedRect(box, 4, 4);
        painter.fillRect(QRectF(box.left(), box.top() + 4, 3, box.height() - 8), ink);
        const QRectF icon(box.left() + 13, box.center().y() - 8, 16, 16);
        drawGlyph(painter, toast.level == Level::Info ? Glyph::Info : Glyph::Warning, icon, ink);
        painter.setFont(labelFont(12));
        painter.setPen(theme.text);
        painter.drawText(box.adjusted(40, 0, -12, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, toast.text);
    }
}

void ToastStack::mousePressEvent(QMouseEvent* event)
{
    std::erase_if(m_toasts, [at = event->pos()](const Toast& toast) { return toast.box.contains(at); });
    place();
}

void ToastStack::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId())
        removeExpired(now());
}

bool ToastStack::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_host && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace spreadline
