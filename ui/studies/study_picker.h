// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studies/study_choices.h"
#include "studies/study_context.h"
#include "studies/study_rows.h"

#include <QDialog>

#include <set>

class QListView;
class QListWidget;

namespace spreadline {
class PlainLabel;
class SearchField;
} // namespace spreadline

namespace spreadline::studies {

class StudyDetail;

/// Every study there is, to be found by typing and added with Enter; it stays open, so that several can be added. A study may be
/// typed with its settings: "ema 50 4h". Made from the registry, not modal. Ui thread only.
class StudyPicker final : public QDialog {
    Q_OBJECT
public:
    StudyPicker(const ThemeSource& themes, QWidget* parent = nullptr);

    /// Of the chart it stands over. A study added is taken from then on; set it anew when the chart itself changed.
    void setContext(const ChartContext& context);
    void setChoices(const StudyChoices& choices);
    const StudyChoices& choices() const noexcept { return m_choices; }

    /// Shows it, or brings it to the front, with this text typed.
    void ask(const QString& text = {});

Q_SIGNALS:
    void chosen(const spreadline::chart::ChartStudy& study);
    /// Favourites or what was used last: to be kept.
    void choicesChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void addCategories();
    void setUpList();
    void dress();
    QLayout* columns();
    void rebuild();
    std::vector<StudyRow> searched(const QString& text) const;
    std::vector<StudyRow> browsed() const;
    StudyRow rowOf(const indicators::StudyInfo& study) const;
    StudyRow typedRow(const indicators::StudySpec& spec) const;
    bool isInCategory(const indicators::StudyInfo& study) const;
    const StudyRow* current() const;
    void move(int key);
    void showCurrent();
    void add();
    void toggleStar(const indicators::StudyInfo& study);

    const ThemeSource& m_themes;
    ChartContext m_context;
    StudyChoices m_choices;
    std::set<const indicators::StudyInfo*> m_added; ///< since it was opened
    SearchField* m_field;
    QListWidget* m_categories;
    QListView* m_list;
    StudyRows* m_rows;
    StudyDetail* m_detail;
    PlainLabel* m_foot;
};

} // namespace spreadline::studies
