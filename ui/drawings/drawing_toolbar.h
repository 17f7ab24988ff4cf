// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing_hand.h"
#include "drawings/tool_glyphs.h"
#include "style/theme.h"

#include <QAbstractButton>

#include <functional>

class QMenu;

namespace spreadline::drawing {

/// A square of the strip: a drawing on it, a corner when there is more behind it.
class StripButton final : public QAbstractButton {
    Q_OBJECT
public:
    using Draw = std::function<void(QPainter&, const QRectF&, const QColor&)>;

    StripButton(const QString& name, const ThemeSource& themes, QWidget* parent);

    void setDraw(Draw draw);
    /// What a screen reader says and the tool tip shows.
    void setSaid(const QString& name, const QKeySequence& shortcut = {}, const QString& help = {});
    void setMenuMaker(std::function<void(QMenu&)> fill); ///< opened by the corner, a right click, or the right arrow key
    QSize sizeHint() const override { return {32, 32}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    bool isCorner(QPoint at) const;
    void openMenu();

    const ThemeSource& m_themes;
    Draw m_draw;
    std::function<void(QMenu&)> m_fill;
};

/// The narrow strip beside the chart: a button for each group of tools with the tool used last, then what holds for all
/// drawings. It shows the state of the hand and its book and changes them; it keeps none but the last tools. Where the chart is
/// low it gets a second column rather than losing buttons.
class DrawingToolbar final : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the strip.
    DrawingToolbar(DrawingHand& hand, const ThemeSource& themes, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Fills a menu with all tools by group, for the window's own menus.
    static void fillMenu(QMenu& menu, DrawingHand& hand, const Theme& theme);

public Q_SLOTS:
    void refresh(); ///< after the hand got another book

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What the lower buttons show.
    struct Shown {
        Magnet magnet = Magnet::Off;
        bool isStaying = false, hasBook = false, isLocked = false, isHidden = false, isEmpty = true;
        bool operator==(const Shown&) const = default;
    };

    StripButton* add(const QString& objectName);
    void addGroup(ToolGroup group);
    void addStates();
    void chooseMagnet(Magnet magnet);
    void refreshTools();
    void refreshStates();
    void showBookStates();
    int rowsFor(int height) const;
    void arrange();

    DrawingHand& m_hand;
    const ThemeSource& m_themes;
    std::vector<StripButton*> m_buttons;
    std::vector<std::size_t> m_breaks;            ///< a line stands before these
    std::array<DrawingKind, toolGroups> m_last{}; ///< of each group, the tool used last
    std::array<StripButton*, toolGroups> m_groups{};
    StripButton *m_pointer = nullptr, *m_magnet = nullptr, *m_stay = nullptr, *m_lock = nullptr, *m_eye = nullptr,
                *m_bin = nullptr;
    Magnet m_lastMagnet = Magnet::Weak;
    std::optional<Shown> m_shown;
};

} // namespace spreadline::drawing
