// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_choices.h"

#include <QJsonArray>

#include <utility>

namespace spreadline::chart {
namespace {

constexpr qsizetype longestSymbol = 200;

bool isName(const QString& name)
{
    return !name.trimmed().isEmpty() && name.size() <= ChartChoices::longestName;
}

} // namespace

void ChartChoices::chose(const QString& symbol)
{
    if (symbol.isEmpty() || (!m_recent.isEmpty() && m_recent.first() == symbol))
        return;
    m_recent.removeAll(symbol);
    m_recent.prepend(symbol);
    m_recent = m_recent.mid(0, mostRecent);
    Q_EMIT changed();
}

void ChartChoices::setStudies(studies::StudyChoices choices)
{
    if (choices == m_studies)
        return;
    m_studies = std::move(choices);
    Q_EMIT changed();
}

QStringList ChartChoices::templateNames() const
{
    QStringList names;
    for (const auto& [name, studies] : m_templates)
        names << name;
    return names;
}

std::vector<ChartStudy> ChartChoices::studiesOf(const QString& name) const
{
    const auto found = m_templates.find(name);
    return found == m_templates.end() ? std::vector<ChartStudy>() : found->second;
}

bool ChartChoices::keepTemplate(const QString& name, std::vector<ChartStudy> studies)
{
    const bool isFull = m_templates.size() >= mostTemplates && !m_templates.contains(name);
    if (!isName(name) || isFull)
        return false;
    m_templates[name] = std::move(studies);
    Q_EMIT changed();
    return true;
}

void ChartChoices::dropTemplate(const QString& name)
{
    if (m_templates.erase(name) > 0)
        Q_EMIT changed();
}

QJsonObject ChartChoices::toJson() const
{
    QJsonObject templates;
    for (const auto& [name, studies] : m_templates)
        templates.insert(name, studies::toJson(studies));
    return {{QStringLiteral("symbols"), QJsonArray::fromStringList(m_recent)},
            {QStringLiteral("studies"), studies::toJson(m_studies)},
            {QStringLiteral("templates"), templates}};
}

std::vector<Error> ChartChoices::restore(const QJsonObject& json)
{
    m_recent.clear();
    m_templates.clear();
    for (const QJsonValue& symbol : json.value(QLatin1String("symbols")).toArray()) {
        const QString text = symbol.toString();
        const bool isTaken = !text.isEmpty() && text.size() <= longestSymbol && !m_recent.contains(text);
        if (isTaken && m_recent.size() < mostRecent)
            m_recent << text;
    }
    auto choices = studies::choicesFromJson(json.value(QLatin1String("studies")).toObject());
    m_studies = std::move(choices.choices);
    std::vector<Error> errors = std::move(choices.errors);
    const QJsonObject templates = json.value(QLatin1String("templates")).toObject();
    for (auto entry = templates.begin(); entry != templates.end(); ++entry) {
        if (!isName(entry.key()) || m_templates.size() >= mostTemplates) {
            errors.push_back({Errc::BadFile, "templates", entry.key().left(longestName).toStdString()});
            continue;
        }
        auto list = studies::studiesFromJson(entry.value().toArray());
        errors.insert(errors.end(), list.errors.begin(), list.errors.end());
        m_templates[entry.key()] = std::move(list.studies);
    }
    Q_EMIT changed();
    return errors;
}

} // namespace spreadline::chart
