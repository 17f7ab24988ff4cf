// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing.h"
#include "style/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace spreadline::drawing {

/// The levels of a Fibonacci drawing: shown or not, their ratio, more of them, fewer of them.
class LevelsEditor final : public QWidget {
    Q_OBJECT
public:
    LevelsEditor(std::vector<Level> levels, const ThemeSource& themes, QWidget* parent = nullptr);

    const std::vector<Level>& levels() const noexcept { return m_levels; }

Q_SIGNALS:
    void edited();

private:
    void rebuild();
    QWidget* row(std::size_t index);

    std::vector<Level> m_levels;
    const ThemeSource& m_themes;
    QVBoxLayout* m_rows;
};

} // namespace spreadline::drawing
