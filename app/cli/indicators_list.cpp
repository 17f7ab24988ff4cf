// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators.h"
#include "subcommand.h"

#include "indicators/study_spec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace spreadline::cli {
namespace {

using namespace indicators;

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonObject toJson(const Parameter& parameter)
{
    QJsonObject json{
        {QStringLiteral("name"), toQString(parameter.name)},         {QStringLiteral("title"), toQString(parameter.title)},
        {QStringLiteral("type"), toQString(nameOf(parameter.kind))}, {QStringLiteral("help"), toQString(parameter.help)},
        {QStringLiteral("unit"), toQString(parameter.unit)},         {QStringLiteral("by_name_only"), parameter.byNameOnly}};
    if (parameter.kind == Parameter::Kind::Choice) {
        QJsonArray choices;
        for (const std::string_view choice : parameter.choices)
            choices.append(toQString(choice));
        json[QStringLiteral("choices")] = choices;
        json[QStringLiteral("default")] = toQString(argumentText(parameter, parameter.preset));
        return json;
    }
    json[QStringLiteral("default")] = parameter.preset;
    json[QStringLiteral("min")] = parameter.least;
    json[QStringLiteral("max")] = parameter.most;
    json[QStringLiteral("step")] = parameter.step;
    json[QStringLiteral("usual_min")] = parameter.usualLeast;
    json[QStringLiteral("usual_max")] = parameter.usualMost;
    return json;
}

QJsonObject toJson(const StudyInfo& study, std::size_t place)
{
    const Output& output = study.outputs[place];
    const std::vector<double> presets = study.presets();
    QJsonObject json{{QStringLiteral("name"), toQString(output.name)},
                     {QStringLiteral("title"), toQString(output.title)},
                     {QStringLiteral("kind"), toQString(nameOf(output.kind))},
                     {QStringLiteral("role"), toQString(nameOf(output.role))},
                     {QStringLiteral("dash"), toQString(nameOf(output.dash))},
                     {QStringLiteral("first"), study.firstBar(place, presets)},
                     {QStringLiteral("displacement"), study.displacement(place, presets)}};
    if (!output.fillTo.empty())
        json[QStringLiteral("fill_to")] = toQString(output.fillTo);
    return json;
}

QJsonObject toJson(const Pane& pane)
{
    QJsonObject json{{QStringLiteral("overlay"), pane.isOverlay}};
    if (pane.low < pane.high)
        json[QStringLiteral("scale")] = QJsonArray{pane.low, pane.high};
    QJsonArray levels;
    for (const double level : pane.levels)
        levels.append(level);
    json[QStringLiteral("levels")] = levels;
    return json;
}

QJsonArray inputsOf(const StudyInfo& study)
{
    QJsonArray inputs;
    const unsigned needed = study.inputs(Arguments(study.presets()));
    for (const Input input : allInputs) {
        if (needed & input)
            inputs.append(toQString(columnOf(input)));
    }
    return inputs;
}

QJsonObject toJson(const StudyInfo& study)
{
    QJsonArray parameters, outputs, aliases;
    for (const Parameter& parameter : study.parameters)
        parameters.append(toJson(parameter));
    for (std::size_t i = 0; i < study.outputs.size(); ++i)
        outputs.append(toJson(study, i));
    for (const std::string_view alias : study.aliases)
        aliases.append(toQString(alias));
    return {{QStringLiteral("name"), toQString(study.name)},
            {QStringLiteral("title"), toQString(study.title)},
            {QStringLiteral("aliases"), aliases},
            {QStringLiteral("category"), toQString(nameOf(study.category))},
            {QStringLiteral("help"), toQString(study.help)},
            {QStringLiteral("default"), QString::fromStdString(toString({&study, study.presets(), std::nullopt, false}))},
            {QStringLiteral("parameters"), parameters},
            {QStringLiteral("outputs"), outputs},
            {QStringLiteral("pane"), toJson(study.pane)},
            {QStringLiteral("inputs"), inputsOf(study)},
            {QStringLiteral("warm_up"), study.warmUp(study.presets())}};
}

void printTable()
{
    for (const StudyInfo& study : allStudies()) {
        std::string outputs;
        for (const Output& output : study.outputs)
            outputs.append(outputs.empty() ? "" : " ").append(output.name);
        std::printf("%-24s %-34s %s\n", toString({&study, study.presets(), std::nullopt, false}).c_str(),
                    std::string(study.title).c_str(), outputs.c_str());
    }
}

} // namespace

int listIndicators(const QCommandLineParser& parser)
{
    if (!parser.isSet(QStringLiteral("json"))) {
        printTable();
        return Done;
    }
    QJsonArray list;
    for (const StudyInfo& study : allStudies())
        list.append(toJson(study));
    std::fputs(QJsonDocument(list).toJson().constData(), stdout);
    return Done;
}

} // namespace spreadline::cli
