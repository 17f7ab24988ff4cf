// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_study.h"
#include "style/theme.h"

#include <QAbstractButton>

class QFrame;

namespace spreadline::drawing {
class InkPicker;
}

namespace spreadline::studies {

/// Shows how an output looks; pressed, it offers the inks.
class LookButton final : public QAbstractButton {
    Q_OBJECT
public:
    enum class Sample : std::uint8_t { Line, Bars };

    LookButton(Sample sample, const ThemeSource& themes, QWidget* parent = nullptr);

    /// `isBoth`: Ink::Up means the colours of rise and fall, of which the sample then shows both.
    void setLook(const chart::OutputLook& look, bool isBoth);
    const chart::OutputLook& look() const noexcept { return m_look; }
    QSize sizeHint() const override { return {64, 26}; }

Q_SIGNALS:
    void picked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void offer();
    void paintLine(QPainter& painter, const QRectF& box) const;
    void paintBars(QPainter& painter, const QRectF& box) const;

    Sample m_sample;
    const ThemeSource& m_themes;
    chart::OutputLook m_look;
    bool m_isBoth = false;
    QFrame* m_popup;
    drawing::InkPicker* m_picker;
};

} // namespace spreadline::studies
