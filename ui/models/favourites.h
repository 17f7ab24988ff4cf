// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace spreadline {

/// The symbols the user starred, and the order they put symbols into; by name so that both outlive a session. Ui thread only.
class Favourites : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    bool contains(const QString& symbol) const { return m_symbols.contains(symbol); }
    void toggle(const QString& symbol);
    void setAll(const QStringList& symbols);
    QStringList all() const; ///< sorted

    /// The first comes first; symbols that are not named come after them all.
    const QStringList& order() const noexcept { return m_order; }
    void setOrder(const QStringList& symbols);
    /// The place of a symbol in the order; INT_MAX for one that has none.
    int rank(const QString& symbol) const;

Q_SIGNALS:
    void changed();

private:
    QSet<QString> m_symbols;
    QStringList m_order;
    QHash<QString, int> m_ranks;
};

} // namespace spreadline
