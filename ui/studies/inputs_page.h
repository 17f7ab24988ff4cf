// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studies/study_context.h"
#include "style/theme.h"

#include <QWidget>

#include <functional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace spreadline {
class PlainLabel;
}

namespace spreadline::studies {

/// What a study is computed from: a field for each of its parameters, the interval, and the second symbol where it needs one. What
/// cannot be is told next to its field.
class InputsPage final : public QWidget {
    Q_OBJECT
public:
    InputsPage(const chart::ChartStudy& study, const ThemeSource& themes, const ChartContext& context, QWidget* parent = nullptr);

    /// The parts of a ChartStudy that are edited here. What is typed wrongly keeps its last good value.
    const indicators::StudySpec& spec() const noexcept { return m_spec; }
    const QString& otherSymbol() const noexcept { return m_otherSymbol; }
    bool isGood() const noexcept { return m_isGood; }
    void show(const indicators::StudySpec& spec, const QString& otherSymbol);

Q_SIGNALS:
    void edited();

private:
    struct Field {
        std::function<double()> value;
        std::function<void(double)> show;
        std::function<QString()> problem;
        PlainLabel* note = nullptr;
    };
    PlainLabel* addRow(QGridLayout& grid, const QString& title, QWidget* field, const QString& unit = {});
    void addParameter(QGridLayout& grid, const indicators::Parameter& parameter);
    Field choiceField(const indicators::Parameter& parameter, QComboBox& box);
    void addInterval(QGridLayout& grid);
    void addSecondSymbol(QGridLayout& grid);
    void read();
    void check();
    bool note(PlainLabel& label, const QString& problem);
    QString intervalProblem() const;
    QString symbolProblem() const;

    const ThemeSource& m_themes;
    ChartContext m_context;
    indicators::StudySpec m_spec;
    QString m_otherSymbol, m_firstSymbol;
    std::vector<Field> m_fields;
    std::vector<Interval> m_offered; ///< item i + 1 of m_interval
    QComboBox* m_interval = nullptr;
    QComboBox* m_forming = nullptr;
    QLineEdit* m_symbol = nullptr;
    PlainLabel* m_intervalNote = nullptr;
    PlainLabel* m_symbolNote = nullptr;
    PlainLabel* m_missing = nullptr;
    bool m_isGood = true;
    bool m_isShowing = false;
};

} // namespace spreadline::studies
