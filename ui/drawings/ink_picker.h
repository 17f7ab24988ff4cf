// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing.h"
#include "style/theme.h"

#include <QWidget>

namespace spreadline::drawing {

/// The inks in a row, and at its end a colour of one's own. Mouse, or the arrow keys.
class InkPicker final : public QWidget {
    Q_OBJECT
public:
    InkPicker(const ThemeSource& themes, QWidget* parent = nullptr);

    void setInk(Ink ink, QRgb custom);
    Ink ink() const noexcept { return m_ink; }
    QRgb custom() const noexcept { return m_custom; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void picked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF boxOf(int index) const;
    void pick(int index, bool mayAsk);

    const ThemeSource& m_themes;
    Ink m_ink = Ink::Accent;
    QRgb m_custom = 0;
};

} // namespace spreadline::drawing
