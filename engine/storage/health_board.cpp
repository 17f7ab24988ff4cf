// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health_board.h"

namespace spreadline::storage {

bool HealthBoard::reserve(std::size_t rows, std::size_t bound)
{
    const std::lock_guard lock(m_mutex);
    if (static_cast<std::size_t>(m_health.waiting) + rows > bound)
        return false;
    m_health.waiting += static_cast<std::int64_t>(rows);
    return true;
}

void HealthBoard::written(std::size_t rows)
{
    const std::lock_guard lock(m_mutex);
    m_health.waiting -= static_cast<std::int64_t>(rows);
    m_health.rowsWritten += static_cast<std::int64_t>(rows);
}

void HealthBoard::dropped(std::size_t rows)
{
    const std::lock_guard lock(m_mutex);
    m_health.waiting -= static_cast<std::int64_t>(rows);
    m_health.rowsDropped += static_cast<std::int64_t>(rows);
}

void HealthBoard::failed(Error error)
{
    const std::lock_guard lock(m_mutex);
    m_health.failure = std::move(error);
}

void HealthBoard::healed()
{
    const std::lock_guard lock(m_mutex);
    m_health.failure.reset();
}

void HealthBoard::neverStored(Error why)
{
    const std::lock_guard lock(m_mutex);
    m_lasting = std::move(why);
}

StoreHealth HealthBoard::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    StoreHealth health = m_health;
    if (!health.failure)
        health.failure = m_lasting;
    return health;
}

} // namespace spreadline::storage
