// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/study_spec.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace spreadline::test {

/// A table of reference values: rows by bar, columns by name; a cell may be empty.
struct Table {
    QHash<QString, qsizetype> columns;
    QList<QList<std::optional<double>>> rows;

    std::optional<double> at(qsizetype row, const QString& column) const { return rows[row][columns.value(column)]; }
};
/// Nothing when the file cannot be opened.
std::optional<Table> readTable(const QString& file);
std::vector<indicators::StudyBar> readBars(const QString& file);

/// Bars of a random walk that is nothing special: what most tests run over. Every extra input is there.
std::vector<indicators::StudyBar> walk(int count, std::uint64_t seed, double price = 100);

/// One study over all bars, value by value through update(): rows x outputs.
std::vector<double> streamed(indicators::Study& study, std::span<const indicators::StudyBar> bars);
/// One output of a study text; fails the run when the text is not a study.
std::vector<double> column(const char* study, const char* output, std::span<const indicators::StudyBar> bars);
/// Same bits; two absent values are the same.
bool isSame(double a, double b);
bool isSame(std::span<const double> a, std::span<const double> b);

} // namespace spreadline::test
