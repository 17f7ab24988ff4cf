// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/higher_interval.h"

#include <algorithm>

namespace spreadline::indicators {
namespace {

/// What an absent extra input does to a sum: the whole is not known either.
void absorb(StudyBar& whole, const StudyBar& part)
{
    whole.high = std::max(whole.high, part.high);
    whole.low = std::min(whole.low, part.low);
    whole.close = part.close;
    whole.volume += part.volume;
    whole.takerBuyVolume += part.takerBuyVolume;
    whole.quoteVolume += part.quoteVolume;
    whole.openInterest = part.openInterest;
    whole.fundingRate = part.fundingRate;
    whole.otherClose = part.otherClose;
}

/// Whether calendar bars of `lower` never straddle a border of `higher`.
bool nests(Interval lower, Interval higher)
{
    if (!lower.isCalendar() || !higher.isCalendar())
        return false;
    if (lower.kind == Interval::Kind::Months)
        return higher.kind == Interval::Kind::Months && higher.amount % lower.amount == 0;
    constexpr std::int64_t day = 86'400'000'000'000;
    if (higher.kind == Interval::Kind::Months)
        return day % lower.amount == 0;
    // Weeks start on Mondays, not at multiples of a week since 1970: within them only divisors of a day lie evenly.
    const bool isWeek = higher.amount == 7 * day;
    return lower == higher || (isWeek ? day % lower.amount == 0 : higher.amount % lower.amount == 0);
}

} // namespace

Result<std::unique_ptr<Study>> HigherInterval::make(std::unique_ptr<Study> study, Interval lower, Interval higher, Shows shows)
{
    if (!nests(lower, higher))
        return Error{Errc::BadUsage, "interval", "bars of " + toString(lower) + " do not make up bars of " + toString(higher)};
    return std::unique_ptr<Study>(new HigherInterval(std::move(study), lower, higher, shows));
}

HigherInterval::HigherInterval(std::unique_ptr<Study> study, Interval lower, Interval higher, Shows shows)
    : m_lower(lower),
      m_higher(higher),
      m_shows(shows),
      m_study(std::move(study)),
      m_scratch(m_study->clone()),
      m_current(m_study->values().size(), noValue),
      m_previewed(m_current)
{
    m_values = m_current;
}

void HigherInterval::begin(State& state, const StudyBar& bar) const
{
    const Timestamp open = spreadline::openTime(m_higher, bar.openTime);
    state.isWhole = state.hasBars || open == bar.openTime;
    state.hasBars = state.hasForming = true;
    state.forming = bar;
    state.forming.openTime = open;
    state.end = nextOpenTime(m_higher, open);
}

void HigherInterval::close(State& state, Study& study, std::span<double> values)
{
    state.hasForming = false;
    if (!state.isWhole)
        return;
    study.update(state.forming);
    std::ranges::copy(study.values(), values.begin());
}

void HigherInterval::step(State& state, Study& study, const StudyBar& bar, std::span<double> values) const
{
    if (state.hasForming && bar.openTime >= state.end)
        close(state, study, values);
    if (state.hasForming)
        absorb(state.forming, bar);
    else
        begin(state, bar);
    if (nextOpenTime(m_lower, bar.openTime) >= state.end)
        close(state, study, values);
    else if (m_shows == Shows::Forming && state.isWhole)
        std::ranges::copy(study.preview(state.forming), values.begin());
}

void HigherInterval::update(const StudyBar& bar)
{
    step(m_state, *m_study, bar, m_current);
}

std::span<const double> HigherInterval::preview(const StudyBar& bar) const
{
    State state = m_state;
    m_scratch->assign(*m_study);
    m_previewed = m_current;
    step(state, *m_scratch, bar, m_previewed);
    return m_previewed;
}

void HigherInterval::run(std::span<const StudyBar> bars, std::span<double> rows)
{
    auto row = rows.begin();
    for (const StudyBar& bar : bars) {
        step(m_state, *m_study, bar, m_current);
        row = std::ranges::copy(m_current, row).out;
    }
}

void HigherInterval::reset()
{
    m_study->reset();
    m_state = {};
    std::ranges::fill(m_current, noValue);
}

std::unique_ptr<Study> HigherInterval::clone() const
{
    auto copy = std::unique_ptr<HigherInterval>(new HigherInterval(m_study->clone(), m_lower, m_higher, m_shows));
    copy->assign(*this);
    return copy;
}

void HigherInterval::assign(const Study& other)
{
    const auto& same = static_cast<const HigherInterval&>(other);
    m_study->assign(*same.m_study);
    m_state = same.m_state;
    std::ranges::copy(same.m_current, m_current.begin());
}

} // namespace spreadline::indicators
