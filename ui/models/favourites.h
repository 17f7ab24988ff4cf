// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>

namespace spreadline {

/// The symbols the user starred, by name so that they outlive a session. Ui thread only.
class Favourites : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    bool contains(const QString& symbol) const { return m_symbols.contains(symbol); }
    void toggle(const QString& symbol);
    void setAll(const QStringList& symbols);
    QStringList all() const; ///< sorted

Q_SIGNALS:
    void changed();

private:
    QSet<QString> m_symbols;
};

} // namespace spreadline
