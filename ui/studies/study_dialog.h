// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studies/study_context.h"
#include "style/theme.h"

#include <QDialog>
#include <QTimer>

class QPushButton;

namespace spreadline::studies {

class InputsPage;
class LooksPage;

/// What a study of a chart is computed from and how it looks, every field made from the registry. It edits a copy and tells of it
/// while that changes, so that the chart can show it; cancelled, it tells of what was there before.
class StudyDialog final : public QDialog {
    Q_OBJECT
public:
    StudyDialog(chart::ChartStudy study, const ThemeSource& themes, const ChartContext& context, QWidget* parent = nullptr);

    /// As edited; as it was when cancelled. Never one that cannot be.
    const chart::ChartStudy& study() const noexcept { return m_study; }

    void accept() override;
    void reject() override;

Q_SIGNALS:
    /// A moment after the last change, and at the end.
    void edited(const spreadline::chart::ChartStudy& study);
    /// New ones of the kind are to begin like this one.
    void defaultSaved(const spreadline::chart::ChartStudy& study);

private:
    QWidget* buttons();
    void read();
    void reset();
    void tell();

    const chart::ChartStudy m_before;
    chart::ChartStudy m_study, m_told;
    InputsPage* m_inputs;
    LooksPage* m_looks;
    QPushButton* m_ok = nullptr;
    QPushButton* m_save = nullptr;
    QTimer m_delay;
};

} // namespace spreadline::studies
