// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_files.h"
#include "chart/chart_links.h"
#include "chart/chart_panel.h"

#include <QJsonObject>
#include <QWidget>

#include <vector>

namespace spreadline::chart {

class LinkButton;

/// A place of the grid: its chart, the dot of its link group, and a frame that says whether it is the active one. What a layout
/// remembers of it is one JSON object; keys it does not know are kept. Ui thread only.
class ChartCell final : public QWidget, public LinkedChart {
    Q_OBJECT
public:
    ChartCell(const ChartPanel::Context& context, ChartLinks& links, ChartFiles::AskPath askPath, QWidget* parent = nullptr);
    ~ChartCell() override;

    ChartPanel& panel() noexcept { return *m_panel; }
    ChartFiles& files() noexcept { return *m_files; }
    LinkButton& linkButton() noexcept { return *m_link; }

    /// The active one has a frame; a sole one none.
    void setActive(bool active);
    bool isActive() const noexcept { return m_active; }
    void setSole(bool sole);
    /// Out of the grid it takes no part in its group, which it joins again when it comes back.
    void setShownInGrid(bool shown);
    /// The group; also while it is not shown.
    int group() const noexcept { return m_group; }
    void setGroup(int group);

    /// Tells a symbol that is refused.
    void setSymbol(const QString& symbol);

    QJsonObject toJson() const;
    /// Takes what it can; the errors name the rest.
    std::vector<Error> restore(const QJsonObject& json);

    QString linkedSymbol() const override { return m_panel->symbol(); }
    Interval linkedInterval() const override { return m_panel->interval(); }
    void takeSymbol(const QString& symbol) override { setSymbol(symbol); }
    void takeInterval(Interval interval) override { m_panel->setInterval(interval); }
    void takeCrosshair(std::optional<Timestamp> time) override;
    void takeRange(const TimeSpan& span) override;

    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    void activated();
    void closeWanted();
    void symbolChanged();
    void changed(); ///< something of toJson()
    void troubled(const spreadline::Error& error);
    void done(const QString& what); ///< one sentence for a person

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void wire();
    void viewChanged();

    const ThemeSource& m_themes;
    ChartLinks& m_links;
    ChartPanel* m_panel;
    LinkButton* m_link;
    ChartFiles* m_files;
    QJsonObject m_unknown; ///< keys of a version that knows more
    int m_group = ChartLinks::none;
    bool m_active = false;
    bool m_isShown = true;
};

} // namespace spreadline::chart
