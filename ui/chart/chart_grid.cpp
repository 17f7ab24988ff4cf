// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_grid.h"

#include "chart/chart_cell.h"
#include "models/active_instrument.h"
#include "session/chart_source.h"
#include "session/market_view.h"

#include <QActionGroup>
#include <QApplication>
#include <QIcon>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace spreadline {

using chart::ChartCell;
using chart::GridLines;
using chart::GridShape;
using chart::linesOf;

namespace {

constexpr int gap = 3; ///< between cells

QIcon shapeIcon(GridShape shape, const QColor& colour, qreal dpr)
{
    QPixmap pixmap(QSize(18, 18) * dpr);
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    chart::drawGridShape(painter, shape, QRectF(1.5, 2.5, 14, 12), colour);
    return QIcon(pixmap);
}

} // namespace

ChartGrid::ChartGrid(const Context& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("chartGrid"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    makeCell();
    arrange();
    activate(0);
    connect(&m_context.active, &ActiveInstrument::chosen, this, &ChartGrid::takeChosen);
    connect(&m_context.panel.market, &MarketView::instrumentsChanged, this, &ChartGrid::followActive);
    connect(&m_links, &chart::ChartLinks::changed, this, &ChartGrid::changed);
}

ChartGrid::~ChartGrid()
{
    m_links.disconnect(this);
    for (ChartCell* cell : m_cells)
        delete cell; // while the links are there
}

ChartCell& ChartGrid::makeCell()
{
    auto* cell = new ChartCell(m_context.panel, m_links, m_context.askPath, this);
    cell->hide();
    wire(*cell);
    cell->panel().setVenueTrouble(m_venueTrouble);
    const bool isFirst = m_cells.empty();
    m_cells.push_back(cell);
    if (!m_stored.empty()) {
        for (const Error& error : cell->restore(m_stored.front()))
            Q_EMIT troubled(error);
        m_stored.erase(m_stored.begin());
    }
    if (!isFirst && cell->panel().symbol().isEmpty()) { // a place never used: it begins with what the active one shows
        cell->setSymbol(active().panel().symbol());
        cell->panel().setInterval(active().panel().interval());
    }
    return *cell;
}

void ChartGrid::wire(ChartCell& cell)
{
    const auto activateIt = [this, &cell] {
        if (m_isArranging)
            return;
        const auto found = std::ranges::find(m_cells, &cell);
        activate(static_cast<int>(found - m_cells.begin()));
    };
    connect(&cell, &ChartCell::activated, this, activateIt);
    connect(&cell, &ChartCell::closeWanted, this, [this, &cell] { close(cell); });
    connect(&cell, &ChartCell::changed, this, &ChartGrid::changed);
    connect(&cell, &ChartCell::troubled, this, &ChartGrid::troubled);
    connect(&cell, &ChartCell::done, this, &ChartGrid::done);
    connect(&cell, &ChartCell::symbolChanged, this, [this, &cell] {
        if (&cell == &active())
            followActive();
    });
    connect(&cell.panel(), &ChartPanel::maximiseRequested, this, [this, &cell] { maximiseAsked(cell); });
}

std::vector<ChartCell*> ChartGrid::cells() const
{
    return {m_cells.begin(), m_cells.begin() + linesOf(m_shape).cells()};
}

ChartCell& ChartGrid::active() const
{
    return *m_cells[static_cast<std::size_t>(m_activeIndex)];
}

void ChartGrid::activate(int index, bool takeKeyboard)
{
    if (index < 0 || index >= linesOf(m_shape).cells())
        return;
    const bool isOther = index != m_activeIndex;
    m_activeIndex = index;
    for (ChartCell* cell : m_cells)
        cell->setActive(cell == &active());
    if (m_isMaximised && isOther)
        showMaximised();
    if (takeKeyboard)
        active().setFocus(Qt::ShortcutFocusReason);
    if (!isOther)
        return;
    followActive();
    Q_EMIT activeChanged();
    Q_EMIT changed();
}

void ChartGrid::step(int by)
{
    const int count = linesOf(m_shape).cells();
    activate(((m_activeIndex + by) % count + count) % count, true);
}

void ChartGrid::setShape(GridShape shape)
{
    if (shape == m_shape)
        return;
    setMaximised(false);
    const ChartCell* inUse = &active();
    if (const auto moved = std::exchange(m_moved, std::nullopt)) // what had to make place for it goes home
        std::swap(m_cells[moved->first], m_cells[moved->second]);
    m_shape = shape;
    m_activeIndex = static_cast<int>(std::ranges::find(m_cells, inUse) - m_cells.begin());
    if (const int last = linesOf(shape).cells() - 1; m_activeIndex > last) { // the one in use stays in sight
        m_moved = {static_cast<std::size_t>(last), static_cast<std::size_t>(m_activeIndex)};
        std::swap(m_cells[m_moved->first], m_cells[m_moved->second]);
        m_activeIndex = last;
    }
    arrange();
    Q_EMIT shapeChanged();
    Q_EMIT changed();
}

void ChartGrid::close(ChartCell& cell)
{
    const int now = linesOf(m_shape).cells();
    const auto smaller = [now](const GridLines& lines) { return lines.cells() < now; };
    const auto shapes = chart::gridShapes();
    const auto next = std::find_if(shapes.rbegin(), shapes.rend(), smaller);
    const auto place = std::ranges::find(m_cells, &cell);
    if (next == shapes.rend() || place - m_cells.begin() >= now)
        return;
    const ChartCell* inUse = &active() == &cell ? m_cells[m_activeIndex == 0 ? 1 : 0] : &active();
    m_moved.reset();
    std::rotate(place, place + 1, m_cells.begin() + now); // it keeps what it was, in the first place that is not shown
    m_activeIndex = static_cast<int>(std::ranges::find(m_cells, inUse) - m_cells.begin());
    setShape(next->shape);
    for (ChartCell* each : m_cells)
        each->setActive(each == &active());
    followActive();
    Q_EMIT activeChanged();
}

QSplitter& ChartGrid::makeSplitter(Qt::Orientation orientation, QWidget* parent)
{
    auto* splitter = new QSplitter(orientation, parent);
    splitter->setHandleWidth(gap);
    splitter->setChildrenCollapsible(false);
    connect(splitter, &QSplitter::splitterMoved, this, [this] {
        keepShares();
        Q_EMIT changed();
    });
    return *splitter;
}

void ChartGrid::takeCellsBack()
{
    for (ChartCell* cell : m_cells) {
        cell->hide();
        cell->setParent(this);
    }
    delete m_root;
    m_root = nullptr;
    m_lines.clear();
}

void ChartGrid::arrange()
{
    const QScopedValueRollback guard(m_isArranging, true); // the keyboard wanders while widgets come and go
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    const GridLines& lines = linesOf(m_shape);
    while (static_cast<int>(m_cells.size()) < lines.cells())
        makeCell();
    takeCellsBack();
    m_root = &makeSplitter(lines.upright ? Qt::Horizontal : Qt::Vertical, this);
    std::size_t next = 0;
    for (const int count : lines.counts) {
        m_lines.push_back(&makeSplitter(lines.upright ? Qt::Vertical : Qt::Horizontal, m_root));
        for (int i = 0; i < count; ++i) {
            m_lines.back()->addWidget(m_cells[next]);
            m_cells[next++]->show();
        }
    }
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        m_cells[i]->setSole(lines.cells() == 1);
        m_cells[i]->setShownInGrid(i < next);
    }
    layout()->addWidget(m_root);
    m_root->show();
    applyShares();
    if (hadKeyboard)
        active().setFocus(Qt::OtherFocusReason);
}

void ChartGrid::applyShares()
{
    const Shares shares = m_shares.value(m_shape);
    constexpr int equal = 1'000;
    for (std::size_t i = 0; i <= m_lines.size(); ++i) {
        QSplitter* splitter = i == 0 ? m_root : m_lines[i - 1];
        QList<int> sizes = i < shares.size() ? shares[i] : QList<int>();
        if (sizes.size() != splitter->count())
            sizes = QList<int>(splitter->count(), equal);
        splitter->setSizes(sizes);
    }
}

void ChartGrid::keepShares()
{
    if (m_isMaximised)
        return;
    Shares shares{m_root->sizes()};
    for (const QSplitter* line : m_lines)
        shares.push_back(line->sizes());
    m_shares.insert(m_shape, shares);
}

void ChartGrid::setMaximised(bool on)
{
    if (on == m_isMaximised || linesOf(m_shape).cells() == 1)
        return;
    if (on)
        keepShares();
    m_isMaximised = on;
    showMaximised();
    if (!on)
        applyShares();
}

void ChartGrid::showMaximised()
{
    const QScopedValueRollback guard(m_isArranging, true);
    const ChartCell* alone = m_isMaximised ? &active() : nullptr;
    for (ChartCell* cell : cells()) {
        cell->setVisible(!alone || cell == alone);
        cell->panel().setMaximised(cell == alone);
    }
    for (QSplitter* line : m_lines)
        line->setVisible(!alone || line->isAncestorOf(alone));
}

void ChartGrid::maximiseAsked(ChartCell& cell)
{
    if (linesOf(m_shape).cells() == 1) {
        Q_EMIT onlyChartWanted();
        return;
    }
    activate(static_cast<int>(std::ranges::find(m_cells, &cell) - m_cells.begin()));
    setMaximised(!m_isMaximised);
}

// Ladder, tape and header show what the active chart does.
void ChartGrid::followActive()
{
    const auto subject = ChartSource::check(m_context.panel.market, active().panel().symbol());
    if (subject)
        m_context.active.follow(subject->instrument);
}

void ChartGrid::takeChosen(InstrumentId id)
{
    const Instrument* instrument = m_context.panel.market.instrument(id);
    if (!instrument)
        return;
    const QString symbol = QString::fromStdString(instrument->symbol);
    if (symbol != active().panel().symbol())
        active().setSymbol(symbol);
}

void ChartGrid::setVenueTrouble(const std::optional<Error>& error)
{
    m_venueTrouble = error;
    for (ChartCell* cell : m_cells)
        cell->panel().setVenueTrouble(error);
}

void ChartGrid::fillShapeMenu(QMenu& menu)
{
    menu.clear();
    auto* group = new QActionGroup(&menu);
    for (const GridLines& lines : chart::gridShapes()) {
        const QIcon icon = shapeIcon(lines.shape, m_context.panel.themes.theme().textMuted, devicePixelRatioF());
        QAction* action = menu.addAction(icon, chart::gridShapeName(lines.shape));
        action->setCheckable(true);
        action->setChecked(lines.shape == m_shape);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, shape = lines.shape] { setShape(shape); });
    }
}

} // namespace spreadline
