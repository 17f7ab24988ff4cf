// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_strip.h"

#include "shell/environment_look.h"
#include "style/display_options.h"
#include "style/format.h"
#include "style/trust_text.h"
#include "style/wall_time.h"
#include "style/zone_text.h"

#include <QDeadlineTimer>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace spreadline {
namespace {

constexpr qint64 staleAfter = 3'000; // ms; the core sends a status about once a second
using Mood = StatusCell::Mood;

qint64 monotonicMillis()
{
    return QDeadlineTimer::current(Qt::CoarseTimer).deadline();
}

/// "0.21 / 12 ms": one unit is enough when both have the same.
QString latencyText(const VenueHealth& health)
{
    if (health.latencyP99.count() <= 0)
        return format::missing();
    const QString unit = QStringLiteral(" ms"), high = format::latency(health.latencyP99);
    QString low = format::latency(health.latencyP50);
    if (high.endsWith(unit) && low.endsWith(unit))
        low.chop(unit.size());
    return low + QStringLiteral(" / ") + high;
}

} // namespace

StatusStrip::StatusStrip(const Terminal& terminal, const ThemeSource& themes, const DisplayOptions& display, QWidget* parent)
    : QWidget(parent), m_terminal(terminal), m_themes(themes), m_display(display)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(0);
    m_venue = cell({}, {});
    m_trust = cell({}, {});
    m_latency = cell(tr("Latency"), QStringLiteral("999 / 999 ms"));
    m_clockOffset = cell(tr("Clock"), QStringLiteral("\u2212999 ms"));
    m_skipped = cell(tr("Skipped frames"), QStringLiteral("999"));
    m_weight = cell(tr("Weight"), QStringLiteral("2,400 / 2,400"));
    m_storage = cell(tr("Storage"), {});
    row->addStretch();
    m_notices = cell(tr("Notices"), QStringLiteral("99"));
    m_time = cell({}, {});
    m_time->setObjectName(QStringLiteral("clock"));
    m_latency->setToolTip(tr("From the venue's event to its receipt here: half of all, and all but one in a hundred"));
    m_clockOffset->setToolTip(tr("The venue's clock minus this machine's"));
    m_skipped->setToolTip(tr("Frames the window left out because the engine was still busy with the one before"));
    m_weight->setToolTip(tr("Request weight used of what the venue allows in a minute"));
    for (StatusCell* link : {m_venue, m_trust, m_latency, m_clockOffset, m_skipped, m_weight, m_storage})
        connect(link, &StatusCell::clicked, this, &StatusStrip::connectionsWanted);
    connect(m_notices, &StatusCell::clicked, this, &StatusStrip::noticesWanted);
    connect(&terminal, &Terminal::statusChanged, this, &StatusStrip::show);
    connect(&themes, &ThemeSource::themeChanged, this, [this] { update(); });
    m_venue->setValue(venueName(terminal.venue()));
    m_venue->setToolTip(environmentSentence(terminal.environment()));
    m_venue->setLight(Mood::Quiet);
    m_trust->setLight(Mood::Quiet);
    m_trust->setValue(tr("Connecting"), Mood::Quiet);
    for (StatusCell* empty : {m_latency, m_clockOffset, m_skipped, m_weight, m_storage})
        empty->setValue(format::missing(), Mood::Quiet);
    setNotices(0, false);
    m_clock.setInterval(1'000);
    connect(&m_clock, &QTimer::timeout, this, &StatusStrip::tick);
    connect(&display, &DisplayOptions::changed, this, &StatusStrip::tick);
    m_clock.start();
    tick();
}

StatusCell* StatusStrip::cell(const QString& caption, const QString& widest)
{
    auto* made = new StatusCell(caption, m_themes, this);
    made->setWidest(widest);
    static_cast<QHBoxLayout*>(layout())->addWidget(made);
    return made;
}

void StatusStrip::setNotices(int count, bool alarm)
{
    m_notices->setValue(format::count(count), alarm ? Mood::Alarm : count > 0 ? Mood::Normal : Mood::Quiet);
}

// What does not fit is left out whole, the least telling first: venue, trust, notices and time always stay.
void StatusStrip::fit()
{
    int wanted = 0;
    for (const StatusCell* part : {m_venue, m_trust, m_latency, m_clockOffset, m_skipped, m_weight, m_storage, m_notices, m_time})
        wanted += part->sizeHint().width();
    for (StatusCell* part : {m_skipped, m_clockOffset, m_weight, m_latency, m_storage}) {
        const bool goes = wanted > width() && !(part == m_storage && m_terminal.status().storeFailure);
        part->setVisible(!goes);
        wanted -= goes ? part->sizeHint().width() : 0;
    }
}

void StatusStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StatusStrip::show(const StatusView& status)
{
    m_arrived = monotonicMillis();
    showTrust(status);
    showLinks(status);
    showStorage(status);
    fit();
}

void StatusStrip::showTrust(const StatusView& status)
{
    const auto synced =
        std::ranges::count_if(status.channels, [](const ChannelTrust& channel) { return isUsable(channel.trust); });
    const auto dead = std::ranges::any_of(status.channels, [](const ChannelTrust& channel) {
        return channel.trust.state == TrustState::Stale || channel.trust.state == TrustState::Down;
    });
    const int all = static_cast<int>(status.channels.size());
    const int missing = all - static_cast<int>(synced);
    const Mood mood = all == 0 ? Mood::Quiet : missing == 0 ? Mood::Good : dead ? Mood::Alarm : Mood::Warning;
    m_trust->setLight(mood);
    if (all == 0)
        m_trust->setValue(tr("No streams yet"), Mood::Quiet);
    else
        m_trust->setValue(tr("Streams %1/%2 synced").arg(synced).arg(all), missing == 0 ? Mood::Normal : mood);
    m_venue->setValue(venueName(m_terminal.venue()));
    m_venue->setLight(status.health.connected ? Mood::Good : Mood::Alarm);
}

void StatusStrip::showLinks(const StatusView& status)
{
    const VenueHealth& health = status.health;
    m_latency->setValue(latencyText(health), health.latencyP99.count() > 0 ? Mood::Normal : Mood::Quiet);
    if (m_terminal.environment() == Terminal::Environment::Replay) // it is years off, and should be
        m_clockOffset->setValue(format::missing(), Mood::Quiet);
    else
        m_clockOffset->setValue(health.clockTrusted ? format::latency(health.clockOffset) : tr("not measured"),
                                health.clockTrusted ? Mood::Normal : Mood::Warning);
    m_skipped->setValue(format::count(status.skippedFrames), status.skippedFrames > 0 ? Mood::Normal : Mood::Quiet);
    const bool banned = health.bannedUntil > wallTime();
    if (banned)
        m_weight->setValue(tr("banned %1").arg(format::countdown(health.bannedUntil - wallTime())), Mood::Alarm);
    else if (health.weightLimit > 0)
        m_weight->setValue(format::count(health.weightUsed) + QStringLiteral(" / ") + format::count(health.weightLimit));
    if (health.weightLimit > 0)
        m_weight->setShare(static_cast<double>(health.weightUsed) / health.weightLimit);
}

void StatusStrip::showStorage(const StatusView& status)
{
    if (status.storeFailure) {
        m_storage->setValue(tr("failed"), Mood::Alarm);
        m_storage->setToolTip(errorText(*status.storeFailure).toHtmlEscaped());
        return;
    }
    const QString rows = tr("Rows stored: %1").arg(format::count(status.storeRows));
    m_storage->setValue(status.storeDropped > 0 ? tr("%1 dropped").arg(format::count(status.storeDropped)) : tr("ok"),
                        status.storeDropped > 0 ? Mood::Warning : Mood::Normal);
    m_storage->setToolTip(rows);
}

void StatusStrip::tick()
{
    const QString zone = format::zoneOffset(m_display.timeZone(), wallTime());
    const QString name = tr("Times in %1").arg(format::zoneName(m_display.timeZone(), wallTime()));
    if (name != m_time->toolTip()) {
        m_time->setToolTip(name);
        m_time->setWidest(QStringLiteral("00:00:00 ") + zone);
    }
    m_time->setValue(format::timeOfDay(wallTime() + m_terminal.status().health.clockOffset, m_display.timeZone())
                         + QLatin1Char(' ') + zone,
                     Mood::Quiet);
    const qint64 silent = monotonicMillis() - m_arrived;
    if (m_arrived == 0 || silent < staleAfter)
        return;
    m_venue->setLight(Mood::Warning);
    m_venue->setValue(venueName(m_terminal.venue()) + QLatin1Char(' ')
                          + tr("(%1 old)").arg(format::age(std::chrono::milliseconds(silent))),
                      Mood::Quiet);
    for (StatusCell* old : {m_trust, m_latency, m_clockOffset, m_skipped, m_weight, m_storage})
        old->setValue(old->value(), Mood::Quiet);
    m_trust->setLight(Mood::Quiet);
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.theme().panelRaised);
    painter.fillRect(QRect(0, 0, width(), 1), m_themes.theme().border);
}

} // namespace spreadline
