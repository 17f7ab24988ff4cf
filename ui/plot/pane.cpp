// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/pane.h"

#include <numeric>

namespace spreadline::chart {
namespace {

double soundShare(const Pane& pane)
{
    return std::isfinite(pane.share) && pane.share > 0 ? pane.share : 1;
}

// Those that their share would make too low get the least height, and the others what is left.
std::vector<int> heights(const std::vector<Pane>& panes, int room, int least)
{
    const auto count = static_cast<int>(panes.size());
    least = std::max(0, std::min(least, room / count));
    std::vector<int> result(panes.size(), -1);
    double shares = 0;
    for (const Pane& pane : panes)
        shares += soundShare(pane);
    for (bool isSettled = false; !isSettled;) {
        isSettled = true;
        for (std::size_t i = 0; i < panes.size(); ++i) {
            const double share = soundShare(panes[i]);
            if (result[i] >= 0 || share / shares * room >= least)
                continue;
            result[i] = least;
            room -= least;
            shares -= share;
            isSettled = false;
        }
    }
    double above = 0;
    int given = 0;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (result[i] >= 0)
            continue;
        above += soundShare(panes[i]);
        result[i] = static_cast<int>(std::lround(above / shares * room)) - given;
        given += result[i];
    }
    return result;
}

void stand(Pane& pane, const PaneRoom& room, int top, int height)
{
    pane.rect = QRect(room.area.left(), top, room.area.width(), height);
    pane.axis = QRect(room.area.right() + 1, top, room.axisWidth, height);
}

} // namespace

void layOut(std::vector<Pane>& panes, const PaneRoom& room, std::optional<int> alone)
{
    if (panes.empty())
        return;
    int top = room.area.top();
    if (alone) {
        for (Pane& pane : panes) {
            stand(pane, room, top, pane.key == *alone ? room.area.height() : 0);
            top += pane.rect.height();
        }
        return;
    }
    const int between = static_cast<int>(panes.size()) - 1;
    const int separator = room.separator * between < room.area.height() ? room.separator : 0;
    const int lines = separator * between;
    const auto all = heights(panes, std::max(0, room.area.height() - lines), room.least);
    for (std::size_t i = 0; i < panes.size(); ++i) {
        stand(panes[i], room, top, all[i]);
        top += all[i] + separator;
    }
}

void moveSeparator(std::vector<Pane>& panes, std::size_t upper, int dy, int least)
{
    if (upper + 1 >= panes.size())
        return;
    const int both = panes[upper].rect.height() + panes[upper + 1].rect.height();
    least = std::min(least, both / 2);
    const int wanted = std::clamp(panes[upper].rect.height() + dy, least, both - least);
    const double shares =
        std::accumulate(panes.begin(), panes.end(), 0.0, [](double sum, const Pane& pane) { return sum + soundShare(pane); });
    const int total =
        std::accumulate(panes.begin(), panes.end(), 0, [](int sum, const Pane& pane) { return sum + pane.rect.height(); });
    if (total <= 0)
        return;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const int height = i == upper ? wanted : i == upper + 1 ? both - wanted : panes[i].rect.height();
        panes[i].share = std::max(1, height) * shares / total;
    }
}

} // namespace spreadline::chart
