// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"
#include "widgets/plain_label.h"

namespace spreadline::studies {

/// Words beside the others: muted, yet readable in every theme.
class QuietLabel final : public PlainLabel {
public:
    QuietLabel(const QString& text, const ThemeSource& themes, QWidget* parent) : PlainLabel(text, parent)
    {
        const auto dress = [this, &themes] {
            QPalette muted = palette();
            muted.setColor(QPalette::WindowText, themes.theme().textMuted);
            setPalette(muted);
        };
        dress();
        connect(&themes, &ThemeSource::themeChanged, this, dress);
    }
};

} // namespace spreadline::studies
