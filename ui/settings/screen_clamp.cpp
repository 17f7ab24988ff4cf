// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/screen_clamp.h"

#include <algorithm>

namespace spreadline {
namespace {

qint64 overlap(const QRect& a, const QRect& b)
{
    const QRect both = a.intersected(b);
    return static_cast<qint64>(both.width()) * both.height();
}

} // namespace

QRect clampedToScreens(const QRect& window, const QList<QRect>& screens)
{
    if (screens.isEmpty())
        return window;
    const auto best = std::max_element(screens.begin(), screens.end(),
                                       [&](const QRect& a, const QRect& b) { return overlap(window, a) < overlap(window, b); });
    const QRect& screen = *best;
    const QSize size = window.size().boundedTo(screen.size());
    const int x = std::clamp(window.x(), screen.left(), screen.left() + screen.width() - size.width());
    const int y = std::clamp(window.y(), screen.top(), screen.top() + screen.height() - size.height());
    return QRect(QPoint(x, y), size);
}

} // namespace spreadline
