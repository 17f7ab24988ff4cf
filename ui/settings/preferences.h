// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "style/theme.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace spreadline {

class DisplayOptions;
class Favourites;

/// What a person chose about the window, kept in the profile as window.json: theme, colours, time zone, motion, language, favourites,
/// the order of symbols.
/// It feeds the objects that panels look at, and saves a moment after any of them changed. Ui thread only.
class Preferences : public QObject {
    Q_OBJECT
public:
    struct Targets {
        ThemeSource& themes;
        DisplayOptions& display;
        Favourites& favourites;
    };
    Preferences(QString path, const Targets& targets, QObject* parent = nullptr);
    ~Preferences() override; ///< saves what is not saved yet

    /// Reads the file into the targets. Errors: BadFile, SchemaTooNew; what was not understood then keeps its default.
    Status load();
    Status save();

    /// "" follows the system. Takes effect at the next start.
    const QString& language() const noexcept { return m_language; }
    void setLanguage(const QString& code);
    /// Used for one run (a command-line switch): not written to the file.
    void overrideTheme(bool dark);

Q_SIGNALS:
    void saveFailed(const spreadline::Error& error);

private:
    QJsonObject toJson() const;
    Status apply(const QJsonObject& json);
    void changed();

    QString m_path;
    Targets m_targets;
    QTimer m_delay;
    QString m_language;
    std::optional<bool> m_savedDark; ///< what to write while the theme is overridden
    bool m_readOnly = false;         ///< the file belongs to a newer version
    bool m_applying = false;
};

} // namespace spreadline
