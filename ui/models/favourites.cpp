// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/favourites.h"

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

QStringList Favourites::all() const
{
    QStringList symbols(m_symbols.begin(), m_symbols.end());
    symbols.sort();
    return symbols;
}

} // namespace spreadline
