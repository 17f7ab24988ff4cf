// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_toolbar.h"

#include "chart/chart_glyphs.h"
#include "chart/chart_toolbar_button.h"
#include "chart/interval_bar.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <utility>

namespace spreadline::chart {
namespace {

constexpr int withWords = 640;  ///< width from which buttons have words
constexpr int withScales = 480; ///< from which the scale toggles are there
constexpr int withTools = 380;  ///< from which everything else is
constexpr int leastSymbol = 96; ///< room of a usual symbol; a long expression is cut short
constexpr PriceStyle styles[] = {PriceStyle::Candles, PriceStyle::Hollow, PriceStyle::Bars,
                                 PriceStyle::Line,    PriceStyle::Area,   PriceStyle::HeikinAshi};

ToolbarButton::Draw drawing(ChartGlyph glyph)
{
    return [glyph](QPainter& painter, const QRectF& box, const QColor& colour) { drawChartGlyph(painter, glyph, box, colour); };
}

/// Four corners, pointing out or in.
void drawCorners(QPainter& painter, const QRectF& box, const QColor& colour, bool isInward)
{
    painter.save();
    painter.translate(box.topLeft());
    painter.scale(box.width() / 16, box.height() / 16);
    painter.setPen(QPen(colour, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double tip = isInward ? 6 : 2.5, end = isInward ? 2.5 : 6;
    for (int corner = 0; corner < 4; ++corner) {
        painter.drawPolyline(QPolygonF({{end, tip}, {tip, tip}, {tip, end}}));
        painter.translate(16, 0);
        painter.rotate(90);
    }
    painter.restore();
}

} // namespace

ChartToolbar::ChartToolbar(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_row(new QHBoxLayout(this)), m_fileMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("chartToolbar"));
    m_row->setContentsMargins(6, 3, 6, 3);
    m_row->setSpacing(2);
    build();
    m_fileMenu->installEventFilter(this);
    arrange();
}

ToolbarButton* ChartToolbar::add(const QString& objectName, const QString& name)
{
    auto* button = new ToolbarButton(name, m_themes, this);
    button->setObjectName(objectName);
    m_row->addWidget(button);
    return button;
}

void ChartToolbar::build()
{
    m_tools = add(QStringLiteral("drawingBarButton"), tr("Drawing tools"));
    m_tools->setDraw(drawing(ChartGlyph::Tools));
    m_tools->setCheckable(true);
    connect(m_tools, &QAbstractButton::clicked, this, [this] { Q_EMIT drawingBarWanted(!m_state.isDrawingBarShown); });
    m_symbol = add(QStringLiteral("symbolButton"), tr("Symbol or expression; or type it on the chart"));
    m_symbol->setStrong(true);
    m_symbol->setLeastWidth(leastSymbol);
    connect(m_symbol, &QAbstractButton::clicked, this, &ChartToolbar::symbolWanted);
    m_intervals = new IntervalBar(this);
    m_intervals->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_row->addWidget(m_intervals);
    connect(m_intervals, &IntervalBar::chosen, this, &ChartToolbar::intervalChosen);
    m_style = add(QStringLiteral("styleButton"), tr("Chart style"));
    m_style->setMenuMaker([this](QMenu& menu) { fillStyleMenu(menu); });
    m_studies = add(QStringLiteral("studiesButton"), tr("Add an indicator"));
    m_studies->setDraw(drawing(ChartGlyph::Studies));
    m_studies->setText(tr("Indicators"));
    connect(m_studies, &QAbstractButton::clicked, this, &ChartToolbar::studiesWanted);
    m_compare = add(QStringLiteral("compareButton"), tr("Compare with other symbols"));
    m_compare->setDraw(drawing(ChartGlyph::Compare));
    m_row->addStretch(1);
    m_log = add(QStringLiteral("logButton"), tr("Logarithmic scale (Alt+L)"));
    m_log->setText(tr("log"));
    m_percent = add(QStringLiteral("percentButton"), tr("Percent scale (Alt+P)"));
    m_percent->setText(QStringLiteral("%"));
    for (const auto& [button, mode] : {std::pair(m_log, ScaleMode::Log), std::pair(m_percent, ScaleMode::Percent)}) {
        button->setCheckable(true);
        connect(button, &QAbstractButton::clicked, this,
                [this, mode = mode] { Q_EMIT scaleChosen(m_state.scale == mode ? ScaleMode::Linear : mode); });
    }
    m_auto = add(QStringLiteral("autoButton"), tr("Fit the price scale to what is seen"));
    m_auto->setText(tr("A", "automatic scale, as short as can be"));
    m_auto->setCheckable(true);
    connect(m_auto, &QAbstractButton::clicked, this, &ChartToolbar::autoScaleWanted);
    m_file = add(QStringLiteral("fileButton"), tr("Picture and data of this chart"));
    m_file->setDraw(drawing(ChartGlyph::Export));
    connect(m_file, &QAbstractButton::clicked, this,
            [this] { m_fileMenu->exec(m_file->mapToGlobal(QPoint(0, m_file->height() + 1))); });
    m_maximise = add(QStringLiteral("maximiseButton"), tr("Only this chart, or all panels again"));
    connect(m_maximise, &QAbstractButton::clicked, this, &ChartToolbar::maximiseWanted);
}

void ChartToolbar::addLead(QWidget* lead)
{
    m_row->insertWidget(0, lead);
}

void ChartToolbar::setCompareMenu(std::function<void(QMenu&)> fill)
{
    m_compare->setMenuMaker(std::move(fill));
}

QString ChartToolbar::styleName(PriceStyle style)
{
    switch (style) {
    case PriceStyle::Candles: return tr("Candles");
    case PriceStyle::Hollow: return tr("Hollow candles");
    case PriceStyle::Bars: return tr("Bars");
    case PriceStyle::Line: return tr("Line");
    case PriceStyle::Area: return tr("Area");
    case PriceStyle::HeikinAshi: return tr("Heikin-Ashi");
    }
    return {};
}

void ChartToolbar::fillStyleMenu(QMenu& menu)
{
    auto* group = new QActionGroup(&menu);
    for (const PriceStyle style : styles) {
        QAction* action =
            menu.addAction(chartIcon(glyphOf(style), m_themes.theme().textMuted, devicePixelRatioF()), styleName(style));
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(style == m_state.style);
        connect(action, &QAction::triggered, this, [this, style] { Q_EMIT styleChosen(style); });
    }
}

void ChartToolbar::setState(const ToolbarState& state)
{
    if (std::exchange(m_isStateKnown, true) && state == m_state)
        return; // told with every move of the view
    m_state = state;
    m_symbol->setText(state.symbol.isEmpty() ? tr("Symbol") : state.symbol);
    m_symbol->updateGeometry();
    m_symbol->update();
    m_intervals->setCurrent(state.interval);
    m_style->setDraw(drawing(glyphOf(state.style)));
    m_style->setToolTip(tr("Chart style: %1").arg(styleName(state.style)));
    m_compare->setText(state.compared > 0 ? QString::number(state.compared) : QString());
    m_compare->updateGeometry();
    m_log->setChecked(state.scale == ScaleMode::Log);
    m_percent->setChecked(state.scale == ScaleMode::Percent);
    m_auto->setChecked(state.isAuto);
    m_tools->setChecked(state.isDrawingBarShown);
    m_maximise->setDraw([isOn = state.isMaximised](QPainter& painter, const QRectF& box, const QColor& colour) {
        drawCorners(painter, box, colour, isOn);
    });
}

void ChartToolbar::arrange()
{
    m_studies->setWordsShown(width() >= withWords);
    for (ToolbarButton* button : {m_log, m_percent, m_auto})
        button->setVisible(width() >= withScales);
    for (ToolbarButton* button : {m_tools, m_compare, m_maximise})
        button->setVisible(width() >= withTools);
    m_file->setVisible(width() >= withTools && !m_fileMenu->isEmpty());
}

void ChartToolbar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool ChartToolbar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ActionAdded || event->type() == QEvent::ActionRemoved)
        QMetaObject::invokeMethod(this, &ChartToolbar::arrange, Qt::QueuedConnection); // the menu has it in a moment
    return QWidget::eventFilter(watched, event);
}

} // namespace spreadline::chart
