// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

namespace spreadline {

/// `window` moved and shrunk so that it lies wholly on the screen it mostly overlaps, or on the first one when its screen is gone.
/// Without screens it stays as it is.
QRect clampedToScreens(const QRect& window, const QList<QRect>& screens);

} // namespace spreadline
