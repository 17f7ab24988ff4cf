// SPDX-License-Identifier: GPL-3.0-or-later
#include "respawn.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <cstdio>
#include <cstdlib>

namespace spreadline::bench {
namespace {

Sample readSample(const QJsonValue& value)
{
    return {value[QLatin1String("median")].toDouble(), value[QLatin1String("low")].toDouble(),
            value[QLatin1String("high")].toDouble()};
}

Figure readFigure(const QJsonValue& value)
{
    Figure figure;
    figure.name = value[QLatin1String("name")].toString().toStdString();
    figure.unit = value[QLatin1String("unit")].toString().toStdString();
    figure.value = readSample(value[QLatin1String("value")]);
    figure.baselineName = value[QLatin1String("baseline")].toString().toStdString();
    figure.baseline = readSample(value[QLatin1String("baseline_value")]);
    figure.ratio = value[QLatin1String("ratio")].toDouble();
    figure.limit = value[QLatin1String("limit")].toDouble();
    figure.bound = Figure::Bound::RatioAtMost;
    return figure;
}

} // namespace

void addFrom(Report& report, const QString& bench, const QMap<QString, QString>& environment)
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (auto entry = environment.begin(); entry != environment.end(); ++entry)
        variables.insert(entry.key(), entry.value());
    process.setProcessEnvironment(variables);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {bench, QStringLiteral("--json")});
    process.waitForFinished(-1);
    const QJsonArray figures = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    if (process.exitStatus() != QProcess::NormalExit || figures.isEmpty()) {
        std::fprintf(stderr, "%s: its own process failed\n", qPrintable(bench));
        std::exit(1);
    }
    for (const QJsonValue figure : figures)
        report.add(readFigure(figure));
}

} // namespace spreadline::bench
