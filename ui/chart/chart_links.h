// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interval.h"

#include <QColor>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>

#include <array>
#include <optional>
#include <vector>

namespace spreadline {

struct Theme;

namespace chart {

/// The first and the last moment in sight.
struct TimeSpan {
    Timestamp from, to;
    bool operator==(const TimeSpan&) const = default;
};

/// What charts of one group have in common.
struct LinkParts {
    bool symbol = true;
    bool interval = false;
    bool crosshair = true;
    bool range = false; ///< the dates in sight
    bool operator==(const LinkParts&) const = default;
};

/// A chart as its group sees it.
class LinkedChart {
public:
    virtual ~LinkedChart() = default;
    virtual QString linkedSymbol() const = 0;
    virtual Interval linkedInterval() const = 0;
    virtual void takeSymbol(const QString& symbol) = 0;
    virtual void takeInterval(Interval interval) = 0;
    virtual void takeCrosshair(std::optional<Timestamp> time) = 0; ///< nothing: it is gone
    virtual void takeRange(const TimeSpan& span) = 0;
};

/// Charts in groups of one colour and number: what one of a group changes, the others follow. A chart tells what changed on it; that
/// it then hears of the same from another is no change, so nothing goes round. Crosshairs and ranges are passed on once a frame.
/// Ui thread only; a chart leaves before it goes.
class ChartLinks final : public QObject {
    Q_OBJECT
public:
    static constexpr int none = 0;
    static constexpr int groupCount = 9; ///< 1 to 9

    explicit ChartLinks(QObject* parent = nullptr);

    /// The colour of a group's number, readable in every theme.
    static QColor colour(int group, const Theme& theme);
    static QString name(int group); ///< "Red", translated

    int group(const LinkedChart& chart) const;
    /// It takes over what the group shows already.
    void join(LinkedChart& chart, int group);
    void leave(LinkedChart& chart);

    const LinkParts& parts(int group) const { return m_groups[index(group)].parts; }
    void setParts(int group, const LinkParts& parts);

    void symbolChanged(LinkedChart& chart);
    void intervalChanged(LinkedChart& chart);
    void crosshairMoved(LinkedChart& chart, std::optional<Timestamp> time);
    void rangeChanged(LinkedChart& chart, const TimeSpan& span);

    /// The parts of every group that are not as they are at first.
    QJsonObject toJson() const;
    void restore(const QJsonObject& json);

Q_SIGNALS:
    void changed(); ///< who is in which group, or what is linked

private:
    struct Member {
        LinkedChart* chart;
        int group;
    };
    struct Group {
        LinkParts parts;
        LinkedChart* pointing = nullptr; ///< has the crosshair that the others show
        std::optional<Timestamp> crosshair;
        LinkedChart* moving = nullptr; ///< its range waits for the frame
        TimeSpan range;
        bool isCrosshairDue = false, isRangeDue = false;
    };
    static std::size_t index(int group) { return static_cast<std::size_t>(group - 1); }
    Group* groupOf(const LinkedChart& chart);
    std::vector<LinkedChart*> others(const LinkedChart& chart) const;
    void clearCrosshair(Group& group);
    void flush();

    std::vector<Member> m_members;
    std::array<Group, groupCount> m_groups;
    QTimer m_frame;
    bool m_isSpreading = false;
};

} // namespace chart
} // namespace spreadline
