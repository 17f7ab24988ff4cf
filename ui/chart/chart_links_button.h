// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_links.h"

#include <QAbstractButton>

class QMenu;

namespace spreadline {

class ThemeSource;

namespace chart {

/// The dot of a chart's link group: colour and number, a ring when it is in none. Its menu chooses the group and what the group has
/// in common. Ui thread only.
class LinkButton final : public QAbstractButton {
    Q_OBJECT
public:
    LinkButton(ChartLinks& links, const ThemeSource& themes, QWidget* parent = nullptr);

    int group() const noexcept { return m_group; }
    void setGroup(int group);
    /// What the menu holds now.
    void fillMenu(QMenu& menu);

    QSize sizeHint() const override { return {20, 20}; }

Q_SIGNALS:
    void chosen(int group);
    void closeWanted(); ///< of the chart

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void openMenu();
    void addParts(QMenu& menu);
    void describe();

    ChartLinks& m_links;
    const ThemeSource& m_themes;
    int m_group = ChartLinks::none;
};

} // namespace chart
} // namespace spreadline
