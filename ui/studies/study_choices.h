// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studies/study_json.h"

#include <QStringList>

namespace spreadline::studies {

/// What a person made of the studies: starred ones, the last used, and how a new one of a kind begins. A plain value; a panel or
/// the preferences keep it.
struct StudyChoices {
    static constexpr qsizetype mostRecent = 8;

    QStringList favourites;                  ///< names, sorted
    QStringList recent;                      ///< names, the latest first
    std::vector<chart::ChartStudy> defaults; ///< at most one a kind, on the chart's own interval and without a second symbol

    bool operator==(const StudyChoices&) const = default;

    bool isFavourite(const indicators::StudyInfo& study) const;
    void toggleFavourite(const indicators::StudyInfo& study);
    void noteUse(const indicators::StudyInfo& study);

    /// A new one of this kind begins like this from now on. One as registered forgets what was saved.
    void setDefault(const chart::ChartStudy& study);
    const chart::ChartStudy* defaultOf(const indicators::StudyInfo& study) const;
    /// To be added to a chart that has `taken`: as saved, or as registered.
    chart::ChartStudy fresh(const indicators::StudyInfo& study, const std::vector<chart::ChartStudy>& taken = {}) const;
    /// The same with arguments of its own; looks as saved.
    chart::ChartStudy fresh(const indicators::StudySpec& spec, const std::vector<chart::ChartStudy>& taken = {}) const;
};

QJsonObject toJson(const StudyChoices& choices);

struct ReadChoices {
    StudyChoices choices;
    std::vector<Error> errors; ///< of what is left out
};
ReadChoices choicesFromJson(const QJsonObject& json);

} // namespace spreadline::studies
