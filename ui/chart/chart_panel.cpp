// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_panel.h"

#include "chart/chart_accessible.h"
#include "chart/chart_canvas.h"
#include "chart/chart_choices.h"
#include "chart/chart_comparison.h"
#include "chart/chart_drawings.h"
#include "chart/chart_layers.h"
#include "chart/chart_loader.h"
#include "chart/chart_menu.h"
#include "chart/chart_notice.h"
#include "chart/chart_studies.h"
#include "chart/chart_toast.h"
#include "chart/chart_toolbar.h"
#include "chart/date_prompt.h"
#include "chart/interval_prompt.h"
#include "chart/symbol_prompt.h"
#include "drawings/drawing_hand.h"
#include "drawings/drawing_toolbar.h"
#include "session/market_view.h"
#include "style/display_options.h"
#include "style/format.h"
#include "style/trust_text.h"
#include "style/wall_time.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace spreadline {

using chart::ChartCanvas;
using chart::ChartComparison;
using chart::ChartLoader;
using chart::ChartMenu;
using chart::ChartStudies;
using chart::ChartToolbar;
using chart::SymbolPrompt;

ChartPanel::ChartPanel(const Context& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    chart::installChartAccessibility();
    build();
    buildOverlays();
    wire();
    wireCanvas();
    wireToolbar();
    wireMenu();
    applyTheme();
    m_canvas->setZone(m_context.display.timeZone());
    showDrawingBar();
    showState();
}

// The parts act on the canvas as long as they live.
ChartPanel::~ChartPanel()
{
    delete m_menu;
    delete m_layers;
    delete m_studies;
    delete m_drawings;
    delete m_comparison;
    delete m_loader;
    m_canvas->disconnect(this);
    m_canvas->hand().disconnect(this);
    m_canvas->removeEventFilter(this);
}

void ChartPanel::build()
{
    setObjectName(QStringLiteral("chartPanel"));
    m_toolbar = new ChartToolbar(m_context.themes, this);
    m_canvas = new ChartCanvas(this);
    m_drawingBar = new drawing::DrawingToolbar(m_canvas->hand(), m_context.themes, this);
    m_loader = new ChartLoader(m_context.market, *m_canvas, this);
    m_comparison = new ChartComparison(m_context.market, *m_canvas, this);
    m_studies = new ChartStudies(
        {m_context.market, m_context.themes, m_context.display, m_context.choices, *m_canvas, *m_comparison}, this);
    m_drawings =
        new chart::ChartDrawings({m_context.themes, m_context.display, m_context.drawings, m_context.venue}, *m_canvas, this);
    m_layers = new chart::ChartLayers(m_context.market, *m_canvas, this);
    m_canvas->installEventFilter(this);
    for (QWidget* bar : {static_cast<QWidget*>(m_toolbar), static_cast<QWidget*>(m_drawingBar)}) {
        bar->installEventFilter(this);
        for (QWidget* part : bar->findChildren<QWidget*>())
            part->installEventFilter(this);
    }
    setFocusProxy(m_canvas);

    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_drawingBar);
    row->addWidget(m_canvas, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addLayout(row, 1);
}

void ChartPanel::buildOverlays()
{
    const ThemeSource& themes = m_context.themes;
    m_notice = new chart::ChartNotice(m_canvas);
    m_badge = new chart::ChartBadge(m_canvas);
    m_toast = new chart::ChartToast(themes, m_canvas);
    m_prompt = new chart::IntervalPrompt(m_canvas);
    m_datePrompt = new chart::DatePrompt(m_canvas);
    m_symbolPrompt = new SymbolPrompt(tr("Symbol"), m_context.market, themes, m_context.choices, m_canvas);
    m_comparePrompt = new SymbolPrompt(tr("Compare with"), m_context.market, themes, m_context.choices, m_canvas);
    m_comparePrompt->setObjectName(QStringLiteral("comparePrompt"));
    m_latest = new QToolButton(m_canvas);
    m_latest->setObjectName(QStringLiteral("latest"));
    m_latest->setText(tr("Latest \u00bb"));
    m_latest->setToolTip(tr("Jump to the latest bar (End)"));
    m_latest->setAccessibleName(tr("Jump to the latest bar"));
    m_latest->setCursor(Qt::ArrowCursor);
    m_latest->setFocusPolicy(Qt::NoFocus);
    m_latest->hide();
    m_menu = new ChartMenu({*m_canvas, *m_studies, *m_drawings, *m_comparison, *m_layers, m_context.choices, *m_toolbar, *m_toast,
                            themes, m_context.display, m_context.fillZoneMenu},
                           this);
    m_toolbar->setCompareMenu([this](QMenu& menu) { m_menu->fillCompare(menu); });
}

void ChartPanel::wire()
{
    connect(&m_context.themes, &ThemeSource::themeChanged, this, &ChartPanel::applyTheme);
    connect(&m_context.display, &DisplayOptions::changed, this, [this] { m_canvas->setZone(m_context.display.timeZone()); });
    connect(&m_context.market, &MarketView::instrumentsChanged, this, &ChartPanel::showState);
    connect(m_loader, &ChartLoader::subjectChanged, this, &ChartPanel::subjectChanged);
    connect(m_loader, &ChartLoader::stateChanged, this, &ChartPanel::showState);
    connect(m_loader, &ChartLoader::ended, this, [this](Timestamp first) {
        m_toast->tell(tr("There is nothing older than %1").arg(format::dateTime(first, m_context.display.timeZone())));
    });
    connect(m_comparison, &ChartComparison::changed, this, &ChartPanel::showToolbar);
    connect(m_comparison, &ChartComparison::changed, this, &ChartPanel::settingsChanged);
    connect(m_layers, &chart::ChartLayers::changed, this, &ChartPanel::settingsChanged);
    connect(m_comparison, &ChartComparison::failed, this, [this](const QString& symbol, const Error& error) {
        m_toast->tell(QStringLiteral("%1: %2").arg(symbol, chart::symbolProblem(error)));
    });
    connect(m_studies, &ChartStudies::told, m_toast, &chart::ChartToast::tell);
    connect(m_loader, &chart::ChartLoader::derivativesFailed, this, [this](const Error& error) {
        m_toast->tell(tr("Funding and open interest do not come: %1").arg(adviceText(error.code)));
    });
    connect(m_drawings, &chart::ChartDrawings::told, m_toast, &chart::ChartToast::tell);
    connect(m_prompt, &chart::IntervalPrompt::chosen, this, &ChartPanel::setInterval);
    connect(m_datePrompt, &chart::DatePrompt::chosen, this, &ChartPanel::goTo);
    connect(m_symbolPrompt, &SymbolPrompt::chosen, this, &ChartPanel::chooseSymbol);
    connect(m_comparePrompt, &SymbolPrompt::chosen, this, &ChartPanel::compareWith);
    connect(m_latest, &QToolButton::clicked, m_canvas, &ChartCanvas::jumpToLatest);
    connect(m_notice, &chart::ChartNotice::actionTriggered, m_loader, &ChartLoader::retry);
    m_ageTimer.setInterval(1'000);
    connect(&m_ageTimer, &QTimer::timeout, this, &ChartPanel::showState);
    m_zoomTimer.setSingleShot(true);
    m_zoomTimer.setInterval(500); // a zoom is remembered when it has come to rest
    connect(&m_zoomTimer, &QTimer::timeout, this, &ChartPanel::zoomMayHaveChanged);
}

void ChartPanel::wireCanvas()
{
    connect(m_canvas, &ChartCanvas::intervalTyped, m_prompt, &chart::IntervalPrompt::open);
    connect(m_canvas, &ChartCanvas::symbolTyped, this, &ChartPanel::askForSymbol);
    connect(m_canvas, &ChartCanvas::maximiseRequested, this, &ChartPanel::maximiseRequested);
    connect(m_canvas, &ChartCanvas::crosshairMoved, this, [this] { Q_EMIT crosshairMoved(m_canvas->crosshairTime()); });
    connect(m_canvas, &ChartCanvas::menuWanted, this, &ChartPanel::openMenu);
    connect(m_canvas, &ChartCanvas::zoneMenuWanted, this, &ChartPanel::openZoneMenu);
    connect(m_canvas, &ChartCanvas::viewChanged, this, [this] {
        placeOverlays();
        showToolbar();
        m_zoomTimer.start();
    });
    connect(m_canvas, &ChartCanvas::scaleChanged, this, &ChartPanel::showToolbar);
    connect(m_canvas, &ChartCanvas::scaleChanged, this, &ChartPanel::settingsChanged);
    connect(m_canvas, &ChartCanvas::studiesChanged, this, &ChartPanel::settingsChanged);
    connect(m_canvas, &ChartCanvas::panesChanged, this, [this] {
        placeOverlays();
        Q_EMIT settingsChanged();
    });
    connect(&m_canvas->hand(), &drawing::DrawingHand::toolChanged, this, &ChartPanel::settingsChanged); // the magnet as well
}

void ChartPanel::wireToolbar()
{
    connect(m_toolbar, &ChartToolbar::symbolWanted, this, [this] { askForSymbol(); });
    connect(m_toolbar, &ChartToolbar::intervalChosen, this, &ChartPanel::setInterval);
    connect(m_toolbar, &ChartToolbar::styleChosen, m_canvas, &ChartCanvas::setPriceStyle);
    connect(m_toolbar, &ChartToolbar::scaleChosen, m_canvas, &ChartCanvas::setScaleMode);
    connect(m_toolbar, &ChartToolbar::autoScaleWanted, this,
            [this] { m_canvas->setScaleAuto(!m_canvas->priceScale().isAuto()); });
    connect(m_toolbar, &ChartToolbar::studiesWanted, m_studies, &ChartStudies::ask);
    connect(m_toolbar, &ChartToolbar::drawingBarWanted, this, &ChartPanel::setDrawingBarShown);
    connect(m_toolbar, &ChartToolbar::maximiseWanted, this, &ChartPanel::maximiseRequested);
}

void ChartPanel::wireMenu()
{
    connect(m_menu, &ChartMenu::dateWanted, this, &ChartPanel::askForDate);
    connect(m_menu, &ChartMenu::compareWanted, this, &ChartPanel::askForComparison);
    connect(m_menu, &ChartMenu::drawingBarWanted, this, &ChartPanel::setDrawingBarShown);
    connect(m_menu, &ChartMenu::lookChanged, this, &ChartPanel::settingsChanged);
}

void ChartPanel::applyTheme()
{
    const Theme& theme = m_context.themes.theme();
    m_canvas->setTheme(theme);
    m_notice->setTheme(theme);
    m_badge->setTheme(theme);
    showBadge();
}

QMenu& ChartPanel::fileMenu() noexcept
{
    return m_toolbar->fileMenu();
}

Status ChartPanel::setSymbol(const QString& text)
{
    return turnTo(text, m_interval);
}

// Both at once: an expression does not go with every interval. Without a symbol there is only the interval.
Status ChartPanel::turnTo(const QString& text, Interval interval)
{
    const QString before = symbol();
    if (!text.isEmpty() || !before.isEmpty()) {
        if (const Status shown = m_loader->show(text, interval); !shown)
            return shown;
    }
    const bool isOtherSymbol = symbol() != before, isOtherInterval = interval != m_interval;
    m_interval = interval;
    m_layers->show(m_loader->subject(), interval);
    if (isOtherInterval)
        m_comparison->setInterval(interval);
    if (isOtherSymbol) {
        m_drawings->setSymbol(symbol());
        m_drawingBar->refresh();
        if (isVisible())
            m_loader->open();
    }
    showToolbar();
    if (isOtherSymbol)
        Q_EMIT symbolChanged(symbol());
    if (isOtherInterval)
        Q_EMIT intervalChanged(interval);
    if (isOtherSymbol || isOtherInterval)
        Q_EMIT settingsChanged();
    return {};
}

QString ChartPanel::symbol() const
{
    return m_loader->text();
}

void ChartPanel::setInterval(Interval interval)
{
    if (const Status shown = turnTo(symbol(), interval); !shown)
        m_toast->tell(chart::symbolProblem(shown.error()));
}

// What is known of the symbol is others now: its name in the row above, whether it has volume.
void ChartPanel::subjectChanged()
{
    const auto& subject = m_loader->subject();
    m_studies->setExpression(subject && subject->isExpression);
    m_layers->show(subject, m_interval);
    showToolbar();
}

void ChartPanel::chooseSymbol(const QString& text)
{
    if (const Status shown = setSymbol(text); !shown)
        return m_toast->tell(chart::symbolProblem(shown.error()));
    m_context.choices.chose(symbol());
}

void ChartPanel::compareWith(const QString& text)
{
    const Status added = text == symbol() ? Error{Errc::BadUsage, text.toStdString(), {}} : m_comparison->add(text);
    if (added)
        return m_context.choices.chose(text);
    const bool isThere = added.error().code == Errc::BadUsage;
    m_toast->tell(isThere ? tr("%1 is on the chart already").arg(text) : chart::symbolProblem(added.error()));
}

void ChartPanel::askForSymbol(const QString& start)
{
    m_symbolPrompt->ask(start);
}

void ChartPanel::askForComparison()
{
    m_comparePrompt->ask({});
}

void ChartPanel::askForDate()
{
    const Timestamp now = m_canvas->venueNow().isKnown() ? m_canvas->venueNow() : wallTime();
    const QDateTime shown = QDateTime::fromMSecsSinceEpoch(now.nanos() / 1'000'000, m_context.display.timeZone());
    m_datePrompt->ask(shown, m_loader->earliestReachable());
}

void ChartPanel::goTo(Timestamp moment)
{
    m_loader->goTo(moment);
}

void ChartPanel::openMenu(QPoint at, const chart::ChartPoint& point)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu->fill(*menu, point);
    menu->popup(at);
}

void ChartPanel::openZoneMenu(QPoint at)
{
    if (!m_context.fillZoneMenu)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_context.fillZoneMenu(*menu);
    menu->popup(at);
}

} // namespace spreadline
