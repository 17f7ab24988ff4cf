// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_loader.h"

#include "chart/chart_canvas.h"
#include "style/wall_time.h"

#include <algorithm>
#include <utility>

namespace spreadline::chart {
namespace {

constexpr std::int64_t longestWay = 30'000; ///< bars that are fetched at most to go to a date

ChartSubject subjectOf(const SourceSubject& subject)
{
    return {subject.text.toStdString(), subject.priceDecimals, subject.tickSize, subject.volumeUnit.toStdString()};
}

} // namespace

ChartLoader::ChartLoader(MarketView& market, ChartCanvas& canvas, QObject* parent)
    : QObject(parent), m_canvas(canvas), m_source(market)
{
    connect(&m_source, &ChartSource::subjectChanged, this, &ChartLoader::showSubject);
    connect(&m_source, &ChartSource::changed, this, &ChartLoader::apply);
    connect(&m_canvas, &ChartCanvas::olderWanted, this, &ChartLoader::loadOlder);
    connect(&m_canvas, &ChartCanvas::studiesChanged, this, [this] {
        const unsigned inputs = m_canvas.studyInputs();
        m_source.askDerivatives(inputs & indicators::FundingInput, inputs & indicators::OpenInterestInput);
    });
}

Status ChartLoader::show(const QString& text, Interval interval)
{
    const QString textBefore = m_source.text();
    const Interval intervalBefore = m_source.interval();
    if (const Status shown = m_source.show(text, interval); !shown)
        return shown;
    if (m_source.text() == textBefore && interval == intervalBefore)
        return {};
    forget();
    showSubject();
    return {};
}

void ChartLoader::forget()
{
    const bool isOpen = m_source.isOpen();
    m_state = {};
    m_state.isLoading = isOpen;
    m_state.asked = wallTime();
    m_left = {};
    m_olderAsked = false;
}

void ChartLoader::showSubject()
{
    const ChartSubject subject =
        m_source.subject() ? subjectOf(*m_source.subject()) : ChartSubject{m_source.text().toStdString(), 2, 0, {}};
    const bool isSame = subject.symbol == m_canvas.subject().symbol && m_source.interval() == m_canvas.series().interval();
    if (!isSame)
        m_canvas.setSubject(subject, m_source.interval());
    else if (subject != m_canvas.subject())
        m_canvas.refineSubject(subject);
    m_state.hasBars = !m_canvas.series().columns().isEmpty();
    Q_EMIT subjectChanged();
    Q_EMIT stateChanged();
}

void ChartLoader::open()
{
    if (m_source.isOpen())
        return;
    m_state.isLoading = true;
    m_state.asked = wallTime();
    m_source.open();
    Q_EMIT stateChanged();
}

// What is seen again later begins anew: nothing of before may be taken for live, and the place is found again.
void ChartLoader::close()
{
    const TimeScale& time = m_canvas.timeScale();
    if (m_state.hasBars && !m_canvas.isLastVisible())
        m_left = Timestamp::fromNanos(m_canvas.series().timeAt(static_cast<std::int64_t>((time.left() + time.right()) / 2)));
    m_source.close();
    m_olderAsked = false;
    m_state.goal = {};
    m_state.isAnswered = false;
    m_state.trust = {};
}

void ChartLoader::retry()
{
    forget();
    m_state.hasBars = !m_canvas.series().columns().isEmpty();
    m_source.retry();
    Q_EMIT stateChanged();
}

void ChartLoader::apply(const SourceUpdate& update)
{
    const auto& columns = m_canvas.series().columns();
    const std::int64_t firstBefore = columns.isEmpty() ? 0 : columns.timeAt(0);
    if (update.venueTime.isKnown())
        m_canvas.setVenueTime(update.venueTime);
    if (update.reset || !update.bars.empty())
        m_canvas.setBars(update.bars, update.reset);
    if (!update.fundingRates.empty() || !update.openInterests.empty())
        m_canvas.setDerivatives(update.fundingRates, update.openInterests);
    const bool grewLeft = !columns.isEmpty() && columns.timeAt(0) < firstBefore;
    if (grewLeft || update.failure || (m_state.isLoading && !update.loading))
        m_olderAsked = false;
    m_state.hasBars = !columns.isEmpty();
    m_state.isAnswered = true;
    m_state.isLoading = update.loading;
    m_state.isComplete = update.complete;
    m_state.failure = update.failure;
    m_state.trust = update.trust;
    m_state.first = columns.isEmpty() ? Timestamp() : Timestamp::fromNanos(columns.timeAt(0));
    m_canvas.setOlderWanted(!m_olderAsked && !m_state.isComplete);
    if (m_state.hasBars && m_left.isKnown())
        m_state.goal = std::exchange(m_left, {});
    if (update.derivativesFailure && !m_state.derivativesFailure)
        Q_EMIT derivativesFailed(*update.derivativesFailure);
    m_state.derivativesFailure = update.derivativesFailure;
    approach();
    Q_EMIT stateChanged();
}

void ChartLoader::loadOlder()
{
    if (!m_source.isOpen() || m_olderAsked || m_state.isComplete)
        return;
    m_olderAsked = true;
    m_canvas.setOlderWanted(false);
    m_source.loadOlder();
}

Timestamp ChartLoader::earliestReachable() const
{
    const auto& columns = m_canvas.series().columns();
    const Interval interval = m_source.interval();
    if (columns.isEmpty() || interval.kind != Interval::Kind::Time)
        return {};
    return Timestamp::fromNanos(std::max<std::int64_t>(0, columns.timeAt(0) - longestWay * interval.amount));
}

void ChartLoader::goTo(Timestamp moment)
{
    m_state.goal = moment;
    approach();
    Q_EMIT stateChanged();
}

void ChartLoader::stopGoing()
{
    if (isGoing()) {
        m_state.goal = {};
        Q_EMIT stateChanged();
    }
}

void ChartLoader::approach()
{
    const auto& columns = m_canvas.series().columns();
    if (!isGoing() || columns.isEmpty())
        return;
    const bool isReached = columns.timeAt(0) <= m_state.goal.nanos();
    if (!isReached && !m_state.isComplete && !m_state.failure)
        return loadOlder();
    const Timestamp goal = std::exchange(m_state.goal, {});
    if (m_state.failure && !isReached)
        return; // the badge says what; where the user was is better than half way
    m_canvas.showMoment(goal);
    if (!isReached)
        Q_EMIT ended(m_state.first);
}

} // namespace spreadline::chart
