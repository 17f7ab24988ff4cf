// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QAbstractButton>

#include <functional>

class QMenu;

namespace spreadline::chart {

/// A flat control of the row above a chart: a drawing, words, or both. `name` is what a screen reader says and the tool tip shows.
class ToolbarButton final : public QAbstractButton {
    Q_OBJECT
public:
    using Draw = std::function<void(QPainter&, const QRectF&, const QColor&)>;

    ToolbarButton(const QString& name, const ThemeSource& themes, QWidget* parent);

    void setDraw(Draw draw);
    void setStrong(bool strong);   ///< words in a heavier weight
    void setLeastWidth(int width); ///< words longer than that are cut short where the row is narrow; 0: never
    void setWordsShown(bool shown);
    /// Opened by a click, a key, or from the keyboard; filled anew each time.
    void setMenuMaker(std::function<void(QMenu&)> fill);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool hasWords() const { return m_wordsShown && !text().isEmpty(); }
    QFont wordFont() const;
    void openMenu();

    const ThemeSource& m_themes;
    Draw m_draw;
    std::function<void(QMenu&)> m_fill;
    int m_leastWidth = 0;
    bool m_isStrong = false, m_wordsShown = true;
};

} // namespace spreadline::chart
