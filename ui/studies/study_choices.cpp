// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_choices.h"

#include "studies/parameter_text.h"
#include "studies/study_texts.h"

#include <algorithm>

namespace spreadline::studies {
namespace {

using chart::ChartStudy;
using indicators::StudyInfo;
using indicators::StudySpec;

constexpr qsizetype mostNames = 200, longestName = 64;

/// Names are kept whether this version knows them or not: a favourite of a newer one outlives a look with an older.
QStringList namesFromJson(const QJsonValue& value, qsizetype most)
{
    QStringList names;
    for (const QJsonValue& each : value.toArray()) {
        const QString name = each.toString();
        if (!name.isEmpty() && name.size() <= longestName && !names.contains(name) && names.size() < most)
            names.append(name);
    }
    return names;
}

} // namespace

bool StudyChoices::isFavourite(const StudyInfo& study) const
{
    return favourites.contains(toQString(study.name));
}

void StudyChoices::toggleFavourite(const StudyInfo& study)
{
    const QString name = toQString(study.name);
    if (favourites.removeAll(name) == 0)
        favourites.insert(std::ranges::lower_bound(favourites, name) - favourites.begin(), name);
}

void StudyChoices::noteUse(const StudyInfo& study)
{
    const QString name = toQString(study.name);
    recent.removeAll(name);
    recent.prepend(name);
    recent = recent.mid(0, mostRecent);
}

void StudyChoices::setDefault(const ChartStudy& study)
{
    std::erase_if(defaults, [&study](const ChartStudy& each) { return each.spec.study == study.spec.study; });
    const StudyInfo& info = *study.spec.study;
    const ChartStudy registered = chart::newStudy({&info, info.presets(), std::nullopt, false});
    ChartStudy kept = registered;
    kept.spec.arguments = study.spec.arguments;
    for (std::size_t i = 0; i < info.parameters.size(); ++i) {
        if (isMoment(info.parameters[i]))
            kept.spec.arguments[i] = info.parameters[i].preset; // belongs to the one study, not to its kind
    }
    kept.looks = study.looks;
    if (kept != registered)
        defaults.push_back(std::move(kept));
}

const ChartStudy* StudyChoices::defaultOf(const StudyInfo& study) const
{
    const auto found = std::ranges::find_if(defaults, [&study](const ChartStudy& each) { return each.spec.study == &study; });
    return found == defaults.end() ? nullptr : &*found;
}

ChartStudy StudyChoices::fresh(const StudyInfo& study, const std::vector<ChartStudy>& taken) const
{
    const ChartStudy* saved = defaultOf(study);
    return fresh({&study, saved ? saved->spec.arguments : study.presets(), std::nullopt, false}, taken);
}

ChartStudy StudyChoices::fresh(const StudySpec& spec, const std::vector<ChartStudy>& taken) const
{
    ChartStudy made = chart::newStudy(spec, taken);
    const ChartStudy* saved = defaultOf(*spec.study);
    // Looks that were saved as they are registered leave the choice of a free colour to newStudy.
    if (saved && saved->looks != chart::newStudy(saved->spec).looks)
        made.looks = saved->looks;
    made.pane = -1;
    return made;
}

QJsonObject toJson(const StudyChoices& choices)
{
    return {{QStringLiteral("favourites"), QJsonArray::fromStringList(choices.favourites)},
            {QStringLiteral("recent"), QJsonArray::fromStringList(choices.recent)},
            {QStringLiteral("defaults"), toJson(std::span(choices.defaults))}};
}

ReadChoices choicesFromJson(const QJsonObject& json)
{
    ReadChoices read;
    read.choices.favourites = namesFromJson(json.value(QLatin1String("favourites")), mostNames);
    read.choices.favourites.sort();
    read.choices.recent = namesFromJson(json.value(QLatin1String("recent")), StudyChoices::mostRecent);
    StudyList list = studiesFromJson(json.value(QLatin1String("defaults")).toArray());
    for (const ChartStudy& study : list.studies)
        read.choices.setDefault(study);
    read.errors = std::move(list.errors);
    return read;
}

} // namespace spreadline::studies
