// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_cell.h"

#include "chart/chart_canvas.h"
#include "chart/chart_links_button.h"
#include "style/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace spreadline::chart {
namespace {

const QString chartKey = QStringLiteral("chart");
const QString linkKey = QStringLiteral("link");

} // namespace

ChartCell::ChartCell(const ChartPanel::Context& context, ChartLinks& links, ChartFiles::AskPath askPath, QWidget* parent)
    : QWidget(parent),
      m_themes(context.themes),
      m_links(links),
      m_panel(new ChartPanel(context, this)),
      m_link(new LinkButton(links, context.themes, this)),
      m_files(new ChartFiles(*m_panel, context.display, std::move(askPath), this))
{
    setObjectName(QStringLiteral("chartCell"));
    m_panel->addLead(m_link);
    m_files->fillMenu(m_panel->fileMenu());
    m_panel->setMinimumSize(minimumSizeHint()); // eight of them fit the smallest screen
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    setFocusProxy(m_panel);
    wire();
}

ChartCell::~ChartCell()
{
    m_links.leave(*this);
    m_panel->disconnect(this); // it goes after this part of the cell
    m_panel->canvas().disconnect(this);
}

void ChartCell::wire()
{
    connect(m_panel, &ChartPanel::activated, this, &ChartCell::activated);
    connect(m_panel, &ChartPanel::symbolChanged, this, [this] {
        m_links.symbolChanged(*this);
        Q_EMIT symbolChanged();
    });
    connect(m_panel, &ChartPanel::intervalChanged, this, [this] { m_links.intervalChanged(*this); });
    connect(m_panel, &ChartPanel::crosshairMoved, this,
            [this](std::optional<Timestamp> time) { m_links.crosshairMoved(*this, time); });
    connect(m_panel, &ChartPanel::settingsChanged, this, &ChartCell::changed);
    connect(&m_panel->canvas(), &ChartCanvas::viewChanged, this, &ChartCell::viewChanged);
    connect(m_link, &LinkButton::chosen, this, [this](int group) {
        setGroup(group);
        Q_EMIT changed();
    });
    connect(m_files, &ChartFiles::troubled, this, &ChartCell::troubled);
    connect(m_files, &ChartFiles::done, this, &ChartCell::done);
    connect(m_link, &LinkButton::closeWanted, this, &ChartCell::closeWanted);
    connect(&m_themes, &ThemeSource::themeChanged, this, [this] { update(); });
}

void ChartCell::setActive(bool active)
{
    m_active = active;
    update();
}

void ChartCell::setSole(bool sole)
{
    const int frame = sole ? 0 : 1;
    layout()->setContentsMargins(frame, frame, frame, frame);
    m_link->setVisible(!sole);
    update();
}

void ChartCell::setShownInGrid(bool shown)
{
    if (shown == m_isShown)
        return;
    m_isShown = shown;
    m_links.join(*this, shown ? m_group : ChartLinks::none);
}

void ChartCell::setGroup(int group)
{
    m_group = group;
    m_link->setGroup(group);
    if (m_isShown)
        m_links.join(*this, group);
}

void ChartCell::setSymbol(const QString& symbol)
{
    if (const Status taken = m_panel->setSymbol(symbol); !taken)
        Q_EMIT troubled(taken.error());
}

void ChartCell::takeCrosshair(std::optional<Timestamp> time)
{
    m_panel->canvas().setGuestCrosshair(time);
}

// As many bars as lie between the moments, however long they are here.
void ChartCell::takeRange(const TimeSpan& span)
{
    ChartCanvas& canvas = m_panel->canvas();
    if (canvas.series().columns().isEmpty())
        return;
    const double slotsWide = canvas.series().slotOf(span.to.nanos()) - canvas.series().slotOf(span.from.nanos());
    if (slotsWide < 1)
        return;
    canvas.setSpacing(canvas.timeScale().width() / slotsWide);
    canvas.showMoment(Timestamp::fromNanos(span.from.nanos() + (span.to.nanos() - span.from.nanos()) / 2));
}

// Only the chart in use leads: the others answer with their own bars, which would go round.
void ChartCell::viewChanged()
{
    const ChartCanvas& canvas = m_panel->canvas();
    if (!m_active || canvas.series().columns().isEmpty())
        return;
    const auto at = [&canvas](double position) {
        return Timestamp::fromNanos(canvas.series().timeAt(static_cast<std::int64_t>(std::floor(position))));
    };
    const TimeSpan span{at(canvas.timeScale().left()), at(canvas.timeScale().right())};
    if (span.from.isKnown() && span.to.isKnown())
        m_links.rangeChanged(*this, span);
}

QJsonObject ChartCell::toJson() const
{
    QJsonObject json = m_unknown;
    json.insert(chartKey, chart::toJson(m_panel->settings()));
    json.insert(linkKey, m_group);
    return json;
}

std::vector<Error> ChartCell::restore(const QJsonObject& json)
{
    m_unknown = json;
    auto read = chartSettingsFrom(json.value(chartKey).toObject());
    std::vector<Error> errors = m_panel->restore(read.settings);
    errors.insert(errors.begin(), read.leftOut.begin(), read.leftOut.end());
    const int group = json.value(linkKey).toInt();
    setGroup(group >= ChartLinks::none && group <= ChartLinks::groupCount ? group : ChartLinks::none);
    return errors;
}

// What the chart itself has no use for: Ctrl+C copies a drawing while one is chosen.
void ChartCell::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        m_files->copyImage();
    else
        QWidget::keyPressEvent(event);
}

void ChartCell::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_themes.theme();
    painter.fillRect(rect(), theme.panelRaised);
    if (layout()->contentsMargins().isNull())
        return;
    painter.setPen(m_active ? theme.accent : theme.border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace spreadline::chart
