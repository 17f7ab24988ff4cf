// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_study.h"
#include "style/theme.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;

namespace spreadline::studies {

class LookButton;

/// How the outputs of a study look, a row for each: whether it is seen, its colour, and of lines their width and pattern. The four
/// parts of a candle are one row; an output that is not drawn can be in the legend.
class LooksPage final : public QWidget {
    Q_OBJECT
public:
    LooksPage(const chart::ChartStudy& study, const ThemeSource& themes, QWidget* parent = nullptr);

    const std::vector<chart::OutputLook>& looks() const noexcept { return m_looks; }
    void show(const std::vector<chart::OutputLook>& looks);

Q_SIGNALS:
    void edited();

private:
    struct Row {
        std::size_t output = 0, count = 1; ///< of outputs it stands for
        bool isBoth = false;
        QCheckBox* shown = nullptr;
        LookButton* look = nullptr; ///< these three only where there is something to draw
        QComboBox* width = nullptr;
        QComboBox* dash = nullptr;
    };
    void addRow(QGridLayout& grid, std::size_t output, std::size_t count);
    void addLine(QGridLayout& grid, Row& row, const QString& title);
    void read(const Row& row);

    const ThemeSource& m_themes;
    const indicators::StudyInfo& m_study;
    std::vector<chart::OutputLook> m_looks;
    std::vector<Row> m_rows;
    bool m_isShowing = false;
};

} // namespace spreadline::studies
