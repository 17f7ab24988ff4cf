// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studies/study_choices.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <map>
#include <vector>

namespace spreadline::chart {

/// What all charts of the window share: the symbols chosen lately, the starred studies, and named sets of studies. Whoever owns it keeps
/// its JSON in the profile and writes it when it changed. Ui thread only.
class ChartChoices final : public QObject {
    Q_OBJECT
public:
    static constexpr int mostRecent = 12;
    static constexpr std::size_t mostTemplates = 100;
    static constexpr int longestName = 40;

    using QObject::QObject;

    /// The latest first; symbols and expressions.
    const QStringList& recentSymbols() const noexcept { return m_recent; }
    void chose(const QString& symbol);

    const studies::StudyChoices& studies() const noexcept { return m_studies; }
    void setStudies(studies::StudyChoices choices);

    QStringList templateNames() const; ///< sorted
    /// Empty when there is none of that name.
    std::vector<ChartStudy> studiesOf(const QString& name) const;
    /// Takes the place of one of the same name. False: no name, one too long, or too many of them.
    bool keepTemplate(const QString& name, std::vector<ChartStudy> studies);
    void dropTemplate(const QString& name);

    QJsonObject toJson() const;
    /// Takes what it understands; says what was left out.
    std::vector<Error> restore(const QJsonObject& json);

Q_SIGNALS:
    void changed();

private:
    QStringList m_recent;
    studies::StudyChoices m_studies;
    std::map<QString, std::vector<ChartStudy>> m_templates;
};

} // namespace spreadline::chart
