// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/preferences.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace spreadline {

/// Theme, colours, time zone, motion, language. Every choice takes effect at once; only the language waits for the next start.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(Preferences& preferences, const Preferences::Targets& targets, const QStringList& languages,
                      QWidget* parent = nullptr);

private:
    QCheckBox* choice(const QString& text, bool on, const std::function<void(bool)>& apply);
    QPushButton* zoneChooser();
    QComboBox* chooser(const QString& name, const QStringList& texts, int current);

    Preferences& m_preferences;
    Preferences::Targets m_targets;
};

} // namespace spreadline
