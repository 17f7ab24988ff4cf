// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing.h"
#include "style/theme.h"

#include <QDialog>
#include <QTimeZone>

#include <functional>

class QFormLayout;
class QLineEdit;

namespace spreadline::drawing {

/// The properties of one drawing. It edits a copy and tells of every change, so that the chart can show it (DrawingHand::preview);
/// when it is accepted, drawing() goes into the book as one step.
class DrawingDialog final : public QDialog {
    Q_OBJECT
public:
    struct Context {
        QTimeZone zone = QTimeZone::utc(); ///< times are shown and read in it
        int priceDecimals = 2;
    };

    DrawingDialog(Drawing drawing, const ThemeSource& themes, const Context& context, QWidget* parent = nullptr);

    const Drawing& drawing() const noexcept { return m_drawing; }

Q_SIGNALS:
    void edited();

private:
    QWidget* stylePage();
    QWidget* levelsPage();
    QWidget* placesPage();
    QWidget* shownPage();
    QLayout* widthAndDash();
    void addTextRow(QFormLayout& form);
    void addSwitch(QFormLayout& form, const QString& text, bool& value);
    void addMomentEdit(QFormLayout& form, std::size_t anchor);
    void markValid(QLineEdit& edit, bool isValid);

    Drawing m_drawing;
    const ThemeSource& m_themes;
    Context m_context;
};

} // namespace spreadline::drawing
