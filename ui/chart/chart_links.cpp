// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_links.h"

#include "style/theme.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace spreadline::chart {
namespace {

constexpr int frame = 16; // ms

struct Colours {
    QRgb dark, light;
};
constexpr std::array<Colours, ChartLinks::groupCount> colours{{{0xffe5534b, 0xffc62f28},
                                                               {0xff4f8ef7, 0xff2563d9},
                                                               {0xff3fb968, 0xff1d8a45},
                                                               {0xffe0a63a, 0xff9a6a00},
                                                               {0xff9d80f5, 0xff6d4bd8},
                                                               {0xff22b5c4, 0xff0b7f93},
                                                               {0xfff06fa8, 0xffc42b73},
                                                               {0xfff0803c, 0xffbb5210},
                                                               {0xff9aa4b2, 0xff5c6675}}};

struct Part {
    const char* key;
    bool LinkParts::*member;
};
constexpr std::array<Part, 4> partTable{{{"symbol", &LinkParts::symbol},
                                         {"interval", &LinkParts::interval},
                                         {"crosshair", &LinkParts::crosshair},
                                         {"range", &LinkParts::range}}};

} // namespace

ChartLinks::ChartLinks(QObject* parent) : QObject(parent)
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(frame);
    connect(&m_frame, &QTimer::timeout, this, &ChartLinks::flush);
}

QColor ChartLinks::colour(int group, const Theme& theme)
{
    const Colours& pair = colours[index(group)];
    return QColor::fromRgb(theme.isDark ? pair.dark : pair.light);
}

QString ChartLinks::name(int group)
{
    switch (group) {
    case 1: return tr("Red");
    case 2: return tr("Blue");
    case 3: return tr("Green");
    case 4: return tr("Yellow");
    case 5: return tr("Violet");
    case 6: return tr("Teal");
    case 7: return tr("Pink");
    case 8: return tr("Orange");
    case 9: return tr("Grey");
    default: return tr("No group");
    }
}

int ChartLinks::group(const LinkedChart& chart) const
{
    const auto found = std::ranges::find(m_members, &chart, &Member::chart);
    return found == m_members.end() ? none : found->group;
}

ChartLinks::Group* ChartLinks::groupOf(const LinkedChart& chart)
{
    const int number = group(chart);
    return number == none ? nullptr : &m_groups[index(number)];
}

std::vector<LinkedChart*> ChartLinks::others(const LinkedChart& chart) const
{
    std::vector<LinkedChart*> found;
    const int number = group(chart);
    for (const Member& member : m_members) {
        if (member.chart != &chart && member.group == number)
            found.push_back(member.chart);
    }
    return found;
}

void ChartLinks::join(LinkedChart& chart, int number)
{
    if (number == group(chart) || number < none || number > groupCount)
        return;
    leave(chart);
    if (number == none)
        return;
    m_members.push_back({&chart, number});
    const auto there = others(chart);
    if (!there.empty()) {
        const QScopedValueRollback guard(m_isSpreading, true);
        if (parts(number).symbol && !there.front()->linkedSymbol().isEmpty())
            chart.takeSymbol(there.front()->linkedSymbol());
        if (parts(number).interval)
            chart.takeInterval(there.front()->linkedInterval());
    }
    Q_EMIT changed();
}

void ChartLinks::leave(LinkedChart& chart)
{
    Group* former = groupOf(chart);
    if (!former)
        return;
    if (former->pointing == &chart)
        clearCrosshair(*former);
    else if (former->pointing)
        chart.takeCrosshair(std::nullopt);
    if (former->moving == &chart) {
        former->moving = nullptr;
        former->isRangeDue = false;
    }
    std::erase_if(m_members, [&chart](const Member& member) { return member.chart == &chart; });
    Q_EMIT changed();
}

void ChartLinks::setParts(int number, const LinkParts& wanted)
{
    Group& group = m_groups[index(number)];
    if (group.parts == wanted)
        return;
    group.parts = wanted;
    if (!wanted.crosshair)
        clearCrosshair(group);
    Q_EMIT changed();
}

// The one who points does not show a guest.
void ChartLinks::clearCrosshair(Group& group)
{
    if (!group.pointing)
        return;
    for (LinkedChart* other : others(*group.pointing))
        other->takeCrosshair(std::nullopt);
    group.pointing = nullptr;
    group.crosshair.reset();
    group.isCrosshairDue = false;
}

void ChartLinks::symbolChanged(LinkedChart& chart)
{
    const Group* group = groupOf(chart);
    if (m_isSpreading || !group || !group->parts.symbol)
        return;
    const QScopedValueRollback guard(m_isSpreading, true);
    for (LinkedChart* other : others(chart)) {
        if (other->linkedSymbol() != chart.linkedSymbol())
            other->takeSymbol(chart.linkedSymbol());
    }
}

void ChartLinks::intervalChanged(LinkedChart& chart)
{
    const Group* group = groupOf(chart);
    if (m_isSpreading || !group || !group->parts.interval)
        return;
    const QScopedValueRollback guard(m_isSpreading, true);
    for (LinkedChart* other : others(chart)) {
        if (other->linkedInterval() != chart.linkedInterval())
            other->takeInterval(chart.linkedInterval());
    }
}

void ChartLinks::crosshairMoved(LinkedChart& chart, std::optional<Timestamp> time)
{
    Group* group = groupOf(chart);
    if (!group || !group->parts.crosshair)
        return;
    if (!time) {
        if (group->pointing == &chart)
            clearCrosshair(*group); // at once: nothing stays behind
        return;
    }
    if (group->pointing != &chart) {
        clearCrosshair(*group);
        chart.takeCrosshair(std::nullopt);
        group->pointing = &chart;
    }
    group->crosshair = time;
    group->isCrosshairDue = true;
    if (!m_frame.isActive())
        m_frame.start();
}

void ChartLinks::rangeChanged(LinkedChart& chart, const TimeSpan& span)
{
    Group* group = groupOf(chart);
    if (m_isSpreading || !group || !group->parts.range)
        return;
    group->moving = &chart;
    group->range = span;
    group->isRangeDue = true;
    if (!m_frame.isActive())
        m_frame.start();
}

void ChartLinks::flush()
{
    const QScopedValueRollback guard(m_isSpreading, true);
    for (Group& group : m_groups) {
        if (std::exchange(group.isCrosshairDue, false) && group.pointing) {
            for (LinkedChart* other : others(*group.pointing))
                other->takeCrosshair(group.crosshair);
        }
        if (std::exchange(group.isRangeDue, false) && group.moving) {
            for (LinkedChart* other : others(*group.moving))
                other->takeRange(group.range);
        }
    }
}

QJsonObject ChartLinks::toJson() const
{
    QJsonObject json;
    for (int number = 1; number <= groupCount; ++number) {
        const LinkParts& linked = m_groups[index(number)].parts;
        if (linked == LinkParts{})
            continue;
        QJsonObject flags;
        for (const auto& [key, member] : partTable)
            flags.insert(QLatin1String(key), linked.*member);
        json.insert(QString::number(number), flags);
    }
    return json;
}

void ChartLinks::restore(const QJsonObject& json)
{
    for (int number = 1; number <= groupCount; ++number) {
        const QJsonObject flags = json.value(QString::number(number)).toObject();
        LinkParts linked;
        for (const auto& [key, member] : partTable)
            linked.*member = flags.value(QLatin1String(key)).toBool(LinkParts{}.*member);
        setParts(number, linked);
    }
}

} // namespace spreadline::chart
