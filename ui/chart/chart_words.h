// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_loader.h"

#include <QTimeZone>

namespace spreadline::chart {

/// What a chart is about, for its words.
struct ChartTopic {
    QString symbol; ///< or an expression; "": none chosen
    Interval interval;
    bool isListed = false;        ///< any instrument is known
    bool isKnown = false;         ///< this one is
    std::optional<Error> trouble; ///< what stands between us and the venue
};

/// In the middle of a chart that has no bars. `now` is ours.
struct NoticeWords {
    QString title, text, action;
};
NoticeWords noticeWords(const ChartTopic& topic, const LoadState& state, Timestamp now);

/// One line over a chart that has bars; nothing while they may be believed and are all there.
struct BadgeWords {
    enum class Tone : std::uint8_t { Quiet, Trust, Warning };
    QString text;
    Tone tone = Tone::Quiet;
};
/// `now` is ours: ages are told by it. `zone` is for the date on the way to which bars are fetched.
BadgeWords badgeWords(const LoadState& state, Timestamp now, const QTimeZone& zone);

} // namespace spreadline::chart
