// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_settings.h"
#include "studies/study_context.h"

#include <QObject>
#include <QPointer>

namespace spreadline {

class DisplayOptions;
class MarketView;

namespace studies {
class StudyDialog;
class StudyPicker;
} // namespace studies

namespace chart {

class ChartChoices;
class ChartComparison;

/// The studies of a chart: the dialogs to add and edit them, the bars of their second symbols, sets of them by name. Ui thread only.
class ChartStudies final : public QObject {
    Q_OBJECT
public:
    /// All of it outlives the object.
    struct Context {
        const MarketView& market;
        const ThemeSource& themes;
        const DisplayOptions& display;
        ChartChoices& choices;
        ChartCanvas& canvas;
        ChartComparison& comparison;
    };
    ChartStudies(const Context& context, QObject* parent);
    ~ChartStudies() override;

    /// What is charted is no instrument: it has no volume.
    void setExpression(bool isExpression);

    /// The dialog that finds and adds studies.
    void ask();
    void edit(int id);
    int add(ChartStudy study);
    void setShown(int id, bool shown);
    void toOwnPane(int id);
    void toPricePane(int id);

    std::vector<ChartStudy> all() const;
    /// In place of those there are, with the panes they name.
    void replaceAll(const std::vector<ChartStudy>& studies, const std::vector<PaneShare>& panes);

    /// Asks for a name and keeps the studies under it.
    void keepTemplate();
    bool loadTemplate(const QString& name);

Q_SIGNALS:
    void told(const QString& text);

private:
    studies::ChartContext dialogContext() const;
    void studiesChanged();

    Context m_context;
    QPointer<studies::StudyPicker> m_picker;
    bool m_isExpression = false;
};

} // namespace chart
} // namespace spreadline
