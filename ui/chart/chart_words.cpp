// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_words.h"

#include "chart/interval_bar.h"
#include "style/format.h"
#include "style/trust_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace spreadline::chart {
namespace {

/// The sentences of a chart; one context for translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChartPanel)
};

constexpr Duration patience = std::chrono::seconds(3); ///< a start takes a moment; only then it is told what is in the way

QString trustBadge(const Trust& trust, Timestamp now)
{
    const QString age = trust.lastData.isKnown() ? format::age(now - trust.lastData) : QString();
    switch (trust.state) {
    case TrustState::Synced: return {};
    case TrustState::Partial: return Words::tr("Partial: missing bars are being fetched");
    case TrustState::Resyncing: return Words::tr("Resyncing: bars are being brought up to date");
    case TrustState::Stale:
        return age.isEmpty() ? Words::tr("Stale: no data from the venue")
                             : Words::tr("Stale %1: no data from the venue").arg(age);
    case TrustState::Down:
        return age.isEmpty() ? Words::tr("Not connected to the venue")
                             : Words::tr("Not connected: the last data is %1 old").arg(age);
    }
    return {};
}

QString minuteText(Timestamp time, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(time.nanos() / 1'000'000, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

NoticeWords noticeWords(const ChartTopic& topic, const LoadState& state, Timestamp now)
{
    if (!topic.isListed)
        return {Words::tr("Waiting for the venue"),
                topic.trouble ? errorText(*topic.trouble)
                              : Words::tr("The list of instruments has not come yet. It is asked for again by itself."),
                {}};
    if (topic.symbol.isEmpty())
        return {Words::tr("No instrument"), Words::tr("Choose one in the watchlist, or type its name here."), {}};
    if (!topic.isKnown)
        return {
            Words::tr("%1 is not known here").arg(topic.symbol), Words::tr("The venue has no such symbol. Type another."), {}};
    const QString what = QStringLiteral("%1 %2").arg(topic.symbol, intervalText(topic.interval));
    if (state.failure)
        return {Words::tr("%1 could not be loaded").arg(what), errorText(*state.failure), Words::tr("Try again")};
    if (state.isLoading || !state.isAnswered || state.trust.state == TrustState::Down) {
        const bool isSlow = state.isAnswered && !isUsable(state.trust) && now - state.asked > patience;
        return {Words::tr("Loading %1").arg(what), isSlow ? adviceText(state.trust.reason) : QString(), {}};
    }
    return {Words::tr("No %1 bars yet").arg(what),
            Words::tr("Nothing has traded in this interval. The first bar appears with the next trade."),
            {}};
}

BadgeWords badgeWords(const LoadState& state, Timestamp now, const QTimeZone& zone)
{
    using Tone = BadgeWords::Tone;
    if (!state.hasBars || !state.isAnswered)
        return {};
    const bool isBroken = state.trust.state == TrustState::Stale || state.trust.state == TrustState::Down;
    if (state.failure && !isBroken) // that the shown bars are not live outranks that older ones did not come
        return {Words::tr("Older bars could not be loaded: %1").arg(adviceText(state.failure->code)), Tone::Warning};
    if (!isBroken && state.goal.isKnown())
        return {Words::tr("Going to %1, now at %2. Esc stops.").arg(minuteText(state.goal, zone), minuteText(state.first, zone)),
                Tone::Quiet};
    if (const QString text = trustBadge(state.trust, now); !text.isEmpty())
        return {text, Tone::Trust};
    if (state.isLoading)
        return {Words::tr("Loading history\u2026"), Tone::Quiet};
    return {};
}

} // namespace spreadline::chart
