// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_study.h"

#include <QtTest/QtTest>

namespace spreadline::test {

/// From its text, as a person would have it on a chart.
inline chart::ChartStudy studyOf(const char* text)
{
    const auto spec = indicators::parseStudy(text);
    if (!spec)
        qFatal("%s: %s", text, spec.error().detail.c_str());
    chart::ChartStudy study = chart::newStudy(*spec);
    study.pane = 2;
    if ((spec->inputs() & indicators::OtherClose) != 0)
        study.otherSymbol = QStringLiteral("ETHUSDT");
    return study;
}

/// A row for each study of the registry.
inline void everyStudy()
{
    QTest::addColumn<QString>("name");
    for (const auto& info : indicators::allStudies())
        QTest::newRow(std::string(info.name).c_str()) << QString::fromStdString(std::string(info.name));
}

template<typename Widget>
Widget& in(QWidget& parent, const char* name)
{
    auto* found = parent.findChild<Widget*>(QLatin1String(name));
    if (!found)
        qFatal("there is no %s", name);
    return *found;
}

/// As a person does: all that is there is typed over.
inline void typeOver(QWidget& field, const QString& text)
{
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, text);
}

} // namespace spreadline::test
