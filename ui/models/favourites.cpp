// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/favourites.h"

#include <limits>

namespace spreadline {

void Favourites::toggle(const QString& symbol)
{
    if (!m_symbols.remove(symbol))
        m_symbols.insert(symbol);
    Q_EMIT changed();
}

void Favourites::setAll(const QStringList& symbols)
{
    m_symbols = QSet<QString>(symbols.begin(), symbols.end());
    Q_EMIT changed();
}

void Favourites::setOrder(const QStringList& symbols)
{
    if (symbols == m_order)
        return;
    m_order = symbols;
    m_ranks.clear();
    for (int place = 0; place < m_order.size(); ++place)
        m_ranks.insert(m_order.at(place), place);
    Q_EMIT changed();
}

int Favourites::rank(const QString& symbol) const
{
    return m_ranks.value(symbol, std::numeric_limits<int>::max());
}

QStringList Favourites::all() const
{
    QStringList symbols(m_symbols.begin(), m_symbols.end());
    symbols.sort();
    return symbols;
}

} // namespace spreadline
