// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/interval_bar.h"

#include <QMenu>

#include <algorithm>
#include <string_view>

namespace spreadline::chart {
namespace {

constexpr int spacing = 1;
constexpr std::string_view favourites[] = {"1s", "5s", "15s", "1m", "5m", "15m", "30m", "1h", "4h", "1d", "1w", "1M"};

} // namespace

QString intervalText(Interval interval)
{
    return QString::fromStdString(toString(interval));
}

IntervalBar::IntervalBar(QWidget* parent) : QWidget(parent), m_more(makeButton(QString()))
{
    setObjectName(QStringLiteral("intervals"));
    for (const std::string_view text : favourites) {
        const auto interval = parseInterval(text);
        if (!interval)
            continue;
        auto* button = makeButton(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, value = *interval] {
            setCurrent(m_current); // the click toggled the button; who listens decides
            Q_EMIT chosen(value);
        });
        m_choices.push_back({*interval, button});
    }
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setCheckable(true);
    m_more->setToolTip(tr("All intervals; or type one on the chart: 15, 1h, 30s, 100t"));
    m_more->setAccessibleName(tr("All intervals"));
    m_more->setMenu(new QMenu(m_more));
    fillMenu();
    setCurrent(Interval{});
}

QToolButton* IntervalBar::makeButton(const QString& text)
{
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(tr("Interval %1").arg(text));
    return button;
}

void IntervalBar::fillMenu()
{
    const auto add = [this](const QString& title, std::span<const Interval> intervals) {
        m_more->menu()->addSection(title);
        for (const Interval interval : intervals) {
            auto* action = m_more->menu()->addAction(intervalText(interval));
            connect(action, &QAction::triggered, this, [this, interval] { Q_EMIT chosen(interval); });
        }
    };
    add(tr("Seconds"), localIntervals());
    add(tr("Minutes to months"), venueIntervals());
    const Interval counted[] = {Interval::ticks(100), Interval::ticks(1'000)};
    add(tr("Trades a bar"), counted);
}

void IntervalBar::setCurrent(Interval interval)
{
    m_current = interval;
    for (const Choice& choice : m_choices)
        choice.button->setChecked(choice.interval == interval);
    arrange();
}

void IntervalBar::arrange()
{
    int x = 0;
    bool isShown = false;
    m_more->setText(tr("More"));
    const int room = width() - m_more->sizeHint().width() - spacing;
    for (const Choice& choice : m_choices) {
        const QSize size = choice.button->sizeHint();
        const bool fits = x + size.width() <= room;
        choice.button->setVisible(fits);
        choice.button->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x = fits ? x + size.width() + spacing : room + 1;
        isShown |= fits && choice.interval == m_current;
    }
    const int end = std::min(x, room);
    m_more->setText(isShown ? tr("More") : intervalText(m_current));
    m_more->setChecked(!isShown);
    const QSize size = m_more->sizeHint();
    m_more->setGeometry(std::max(0, end), (height() - size.height()) / 2, size.width(), size.height());
}

QSize IntervalBar::sizeHint() const
{
    int width = m_more->sizeHint().width() + spacing;
    for (const Choice& choice : m_choices)
        width += choice.button->sizeHint().width() + spacing;
    return {width + fontMetrics().horizontalAdvance(QStringLiteral("000")), m_more->sizeHint().height()};
}

QSize IntervalBar::minimumSizeHint() const
{
    return {m_more->sizeHint().width() + 2 * spacing, m_more->sizeHint().height()};
}

void IntervalBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace spreadline::chart
