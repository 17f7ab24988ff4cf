// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace spreadline {

/// Registers the embedded font; call once after the QApplication is made. Without one the system's sans serif stays.
void loadFonts();

/// Words: headings, menus, labels. `px` is the height in device-independent pixels.
QFont labelFont(int px = 12, QFont::Weight weight = QFont::Normal);

/// Numbers: every digit of one width, so that columns line up and prices do not jitter.
QFont numberFont(int px = 12, QFont::Weight weight = QFont::Normal);

} // namespace spreadline
