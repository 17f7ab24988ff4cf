// SPDX-License-Identifier: GPL-3.0-or-later
// What ChartGrid remembers, and how it comes back.
#include "chart/chart_cell.h"
#include "chart/chart_grid.h"

#include <QJsonArray>

#include <algorithm>

namespace spreadline {

using chart::ChartCell;
using chart::GridLines;
using chart::GridShape;

namespace {

const QString versionKey = QStringLiteral("version");
const QString shapeKey = QStringLiteral("shape");
const QString sharesKey = QStringLiteral("shares");
const QString cellsKey = QStringLiteral("cells");
const QString activeKey = QStringLiteral("active");
const QString linksKey = QStringLiteral("links");
constexpr qsizetype mostCells = 8;
constexpr int mostShare = 100'000; ///< pixels of a splitter; a file may say anything

QJsonArray toArray(const QList<int>& numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

QList<int> numbersOf(const QJsonArray& array)
{
    QList<int> numbers;
    for (const auto& value : array)
        numbers.append(std::clamp(value.toInt(), 1, mostShare));
    return numbers;
}

} // namespace

QJsonObject ChartGrid::sharesToJson() const
{
    QJsonObject json;
    for (auto it = m_shares.begin(); it != m_shares.end(); ++it) {
        QJsonArray splitters;
        for (const QList<int>& sizes : it.value())
            splitters.append(toArray(sizes));
        json.insert(QLatin1String(linesOf(it.key()).key), splitters);
    }
    return json;
}

QJsonObject ChartGrid::toJson() const
{
    if (m_isForeign)
        return m_unknown;
    QJsonObject json = m_unknown;
    QJsonArray all;
    for (const ChartCell* cell : m_cells)
        all.append(cell->toJson());
    for (const QJsonObject& cell : m_stored)
        all.append(cell);
    json.insert(versionKey, version);
    json.insert(shapeKey, QLatin1String(linesOf(m_shape).key));
    json.insert(sharesKey, sharesToJson());
    json.insert(cellsKey, all);
    json.insert(activeKey, m_activeIndex);
    json.insert(linksKey, m_links.toJson());
    return json;
}

void ChartGrid::restoreShares(const QJsonObject& json)
{
    m_shares.clear();
    for (const GridLines& lines : chart::gridShapes()) {
        Shares shares;
        for (const auto& splitter : json.value(QLatin1String(lines.key)).toArray())
            shares.push_back(numbersOf(splitter.toArray()));
        if (!shares.empty())
            m_shares.insert(lines.shape, shares);
    }
}

void ChartGrid::restoreCells(const QJsonObject& json, std::vector<Error>& errors)
{
    m_stored.clear();
    for (const auto& cell : json.value(cellsKey).toArray())
        m_stored.push_back(cell.toObject());
    if (static_cast<qsizetype>(m_stored.size()) > mostCells)
        m_stored.resize(mostCells);
    for (ChartCell* cell : m_cells) { // the cells that are here take the first of them
        const QJsonObject stored = m_stored.empty() ? QJsonObject() : m_stored.front();
        if (!m_stored.empty())
            m_stored.erase(m_stored.begin());
        const auto leftOut = cell->restore(stored);
        errors.insert(errors.end(), leftOut.begin(), leftOut.end());
    }
}

std::vector<Error> ChartGrid::restore(const QJsonObject& json)
{
    m_unknown = json;
    m_isForeign = json.value(versionKey).toInt() > version;
    if (m_isForeign)
        return {Error{Errc::SchemaTooNew, "charts", {}}};
    std::vector<Error> errors;
    setMaximised(false);
    m_links.restore(json.value(linksKey).toObject());
    restoreCells(json, errors);
    restoreShares(json.value(sharesKey).toObject());
    const QString key = json.value(shapeKey).toString();
    const auto shape = chart::gridShapeOf(key);
    if (!shape && !key.isEmpty())
        errors.push_back({Errc::BadFile, "charts.shape", key.left(40).toStdString()});
    m_shape = shape.value_or(GridShape::One);
    m_activeIndex = 0; // a cell is there; whether the wanted one is comes with the arrangement
    const int wanted = json.value(activeKey).toInt();
    arrange();
    activate(wanted >= 0 && wanted < linesOf(m_shape).cells() ? wanted : 0, true); // else the window begins with the first
    followActive();
    Q_EMIT shapeChanged();
    Q_EMIT activeChanged();
    return errors;
}

} // namespace spreadline
