// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences_dialog.h"

#include "settings/zone_dialog.h"
#include "style/display_options.h"
#include "style/wall_time.h"
#include "style/zone_text.h"
#include "widgets/plain_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace spreadline {
namespace {

QString languageName(const QString& code)
{
    if (code.isEmpty())
        return PreferencesDialog::tr("As the system");
    const QLocale locale(code);
    const QString native = locale.nativeLanguageName();
    return native.isEmpty() ? code : native;
}

} // namespace

PreferencesDialog::PreferencesDialog(Preferences& preferences, const Preferences::Targets& targets, const QStringList& languages,
                                     QWidget* parent)
    : QDialog(parent), m_preferences(preferences), m_targets(targets)
{
    setWindowTitle(tr("Preferences"));
    auto* theme = chooser(tr("Theme"), {tr("Dark"), tr("Light")}, targets.themes.isDark() ? 0 : 1);
    auto* colours = chooser(tr("Rise and fall"), {tr("Green and red"), tr("Red and green"), tr("Blue and orange")},
                            static_cast<int>(targets.themes.preset()));
    const auto applyTheme = [this, theme, colours] {
        m_targets.themes.setTheme(theme->currentIndex() == 0, static_cast<ColourPreset>(colours->currentIndex()));
    };
    connect(theme, &QComboBox::currentIndexChanged, this, applyTheme);
    connect(colours, &QComboBox::currentIndexChanged, this, applyTheme);

    auto* zone = zoneChooser();
    auto* milliseconds = choice(tr("Show milliseconds of trades"), targets.display.milliseconds(),
                                [this](bool on) { m_targets.display.setMilliseconds(on); });
    auto* motion =
        choice(tr("Flash prices that change"), targets.display.motion(), [this](bool on) { m_targets.display.setMotion(on); });

    QStringList names;
    for (const QString& code : languages)
        names.append(languageName(code));
    auto* language =
        chooser(tr("Language"), names, std::max<int>(0, static_cast<int>(languages.indexOf(preferences.language()))));
    connect(language, &QComboBox::currentIndexChanged, this,
            [this, languages](int index) { m_preferences.setLanguage(languages.value(index)); });
    auto* hint = new PlainLabel(tr("The language changes at the next start."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(10);
    form->addRow(tr("Theme"), theme);
    form->addRow(tr("Rise and fall"), colours);
    form->addRow(tr("Times in"), zone);
    form->addRow(QString(), milliseconds);
    form->addRow(QString(), motion);
    form->addRow(tr("Language"), language);
    form->addRow(QString(), hint);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(16);
    column->addLayout(form);
    column->addWidget(buttons);
}

QPushButton* PreferencesDialog::zoneChooser()
{
    auto* button = new QPushButton(this);
    button->setObjectName(QStringLiteral("zone"));
    button->setAutoDefault(false);
    auto* menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillZoneMenu(*menu, m_targets.display, m_targets.themes); });
    button->setMenu(menu);
    const auto show = [this, button] {
        const QString name = format::zoneName(m_targets.display.timeZone(), wallTime());
        const bool isLocal = m_targets.display.zoneChoice() == QLatin1String("local");
        button->setText(isLocal ? tr("Local time (%1)").arg(name) : name);
        button->setAccessibleName(tr("Times in") + QLatin1Char(' ') + button->text());
    };
    connect(&m_targets.display, &DisplayOptions::changed, button, show);
    show();
    return button;
}

QCheckBox* PreferencesDialog::choice(const QString& text, bool on, const std::function<void(bool)>& apply)
{
    auto* box = new QCheckBox(text, this);
    box->setChecked(on);
    connect(box, &QCheckBox::toggled, this, apply);
    return box;
}

QComboBox* PreferencesDialog::chooser(const QString& name, const QStringList& texts, int current)
{
    auto* box = new QComboBox(this);
    box->setAccessibleName(name);
    box->addItems(texts);
    box->setCurrentIndex(current);
    box->setMinimumWidth(190);
    return box;
}

} // namespace spreadline
