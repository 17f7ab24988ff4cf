// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studies/study_context.h"
#include "studies/study_rows.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace spreadline {
class PlainLabel;
}

namespace spreadline::studies {

/// What the picker says of the study that is chosen: what it is, with which settings it would be added and where, or why it
/// cannot be.
class StudyDetail final : public QWidget {
    Q_OBJECT
public:
    StudyDetail(const ThemeSource& themes, QWidget* parent = nullptr);

    void setContext(const ChartContext& context);
    /// `row` is nullptr when nothing is chosen.
    void show(const StudyRow* row);
    void setFavourite(bool isFavourite);
    /// The second symbol as it stands; asks for it, and answers nothing, when one is needed that is not there.
    std::optional<QString> secondSymbol();

Q_SIGNALS:
    void addWanted();
    void starToggled();

private:
    void showSettings(const StudyRow& row);
    bool needsSymbol() const;

    const ThemeSource& m_themes;
    ChartContext m_context;
    unsigned m_inputs = 0;
    PlainLabel *m_title, *m_help, *m_reason, *m_symbolLabel;
    QWidget* m_settings;
    QGridLayout* m_grid;
    QLineEdit* m_symbol;
    QPushButton *m_star, *m_add;
};

} // namespace spreadline::studies
