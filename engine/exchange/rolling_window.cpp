// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/rolling_window.h"

namespace spreadline {

void RollingWindow::forgetOld(Duration now)
{
    // What lies exactly one span back still counts: two takes that far apart are in one closed window.
    while (!m_entries.empty() && now - m_entries.front().time > m_span) {
        m_used -= m_entries.front().amount;
        m_entries.pop_front();
    }
}

Duration RollingWindow::wait(Duration now, int amount, int keep)
{
    forgetOld(now);
    if (amount > m_limit - keep)
        return Duration::max();
    int excess = m_used + amount + keep - m_limit;
    Duration until = now;
    for (const Entry& entry : m_entries) {
        if (excess <= 0)
            break;
        excess -= entry.amount;
        until = entry.time + m_span + Duration(1);
    }
    return until - now;
}

void RollingWindow::take(Duration now, int amount)
{
    forgetOld(now);
    m_used += amount;
    if (!m_entries.empty() && m_entries.back().time == now)
        m_entries.back().amount += amount;
    else
        m_entries.push_back({now, amount});
}

bool RollingWindow::tryTake(Duration now, int amount, int keep)
{
    if (wait(now, amount, keep) != Duration::zero())
        return false;
    take(now, amount);
    return true;
}

int RollingWindow::used(Duration now)
{
    forgetOld(now);
    return m_used;
}

} // namespace spreadline
