// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tape_history.h"

namespace spreadline {
namespace {

constexpr double memory = 0.01;      // an average over about the last hundred trades
constexpr double largeFactor = 10.0; // what is ten times the usual is worth an eye
constexpr std::int64_t enough = 50;  // trades before the average means anything

template<typename Deque>
void bound(Deque& rows)
{
    if (rows.size() > TapeHistory::capacity)
        rows.resize(TapeHistory::capacity);
}

} // namespace

void TapeHistory::start(InstrumentId instrument)
{
    const auto minimum = m_minimum;
    *this = TapeHistory();
    m_instrument = instrument;
    m_minimum = minimum;
}

TapeHistory::Row TapeHistory::judged(const Trade& trade)
{
    Row row{trade, notional(trade.price, trade.quantity).valueOr(Money()), false};
    const double value = row.value.toDouble();
    row.large = m_seen >= enough && value >= largeFactor * m_average;
    m_average = m_seen == 0 ? value : m_average + memory * (value - m_average);
    ++m_seen;
    return row;
}

int TapeHistory::add(const TapeUpdate& update)
{
    if (update.instrument != m_instrument)
        return 0;
    if (update.reset) {
        m_all.clear();
        m_shown.clear();
    }
    m_trust = update.trust;
    m_skipped += update.skipped;
    int appeared = 0;
    for (const Trade& trade : update.trades) {
        m_all.push_front(judged(trade));
        if (!passes(m_all.front()))
            continue;
        m_shown.push_front(m_all.front());
        ++appeared;
    }
    bound(m_all);
    bound(m_shown);
    return appeared;
}

void TapeHistory::setMinimum(std::optional<Money> least)
{
    m_minimum = least;
    m_shown.clear();
    for (const Row& row : m_all) {
        if (passes(row))
            m_shown.push_back(row);
    }
}

} // namespace spreadline
