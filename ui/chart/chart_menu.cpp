// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_menu.h"

#include "chart/chart_choices.h"
#include "chart/chart_comparison.h"
#include "chart/chart_drawings.h"
#include "chart/chart_glyphs.h"
#include "chart/chart_layers.h"
#include "chart/chart_studies.h"
#include "chart/chart_toast.h"
#include "chart/chart_toolbar.h"
#include "drawings/drawing_hand.h"
#include "drawings/drawing_tools.h"

#include <QActionGroup>
#include <QColorDialog>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace spreadline::chart {
namespace {

using drawing::DrawingId;

QString escaped(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

void addHeading(QMenu& menu, const QString& text)
{
    menu.addAction(escaped(text))->setEnabled(false);
}

template<typename Run>
QAction& add(QMenu& menu, const QString& text, const QString& key, Run run)
{
    QAction* action = menu.addAction(key.isEmpty() ? text : text + QLatin1Char('\t') + key);
    QObject::connect(action, &QAction::triggered, &menu, std::move(run));
    return *action;
}

template<typename Run>
QAction& add(QMenu& menu, const QString& text, Run run)
{
    return add(menu, text, QString(), std::move(run));
}

template<typename Run>
QAction& addSwitch(QMenu& menu, const QString& text, bool isOn, Run run)
{
    QAction& action = add(menu, text, [isOn, run] { run(!isOn); });
    action.setCheckable(true);
    action.setChecked(isOn);
    return action;
}

bool hasPane(const ChartCanvas& canvas, int key)
{
    return std::ranges::any_of(canvas.paneLayout(), [key](const PaneShare& pane) { return pane.key == key; });
}

} // namespace

ChartMenu::ChartMenu(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void ChartMenu::fill(QMenu& menu, const ChartPoint& at)
{
    if (at.drawing != 0)
        addDrawing(menu, at.drawing);
    else if (at.study)
        addStudy(menu, *at.study);
    else if (at.compared)
        addCompared(menu, *at.compared);
    if (m_parts.canvas.paneLayout().size() > 1)
        addPane(menu, at.pane);
    addCopy(menu, at);
    addView(menu);
    menu.addSeparator();
    add(menu, tr("Add an &indicator…"), [this] { m_parts.studies.ask(); });
    addSets(*menu.addMenu(tr("Indicator se&ts")));
    fillCompare(*menu.addMenu(tr("Co&mpare")));
    m_parts.toolbar.fillStyleMenu(*menu.addMenu(tr("Chart st&yle")));
    addScale(*menu.addMenu(tr("Price s&cale")));
    addShown(*menu.addMenu(tr("S&how")));
    if (m_parts.fillZones)
        m_parts.fillZones(*menu.addMenu(tr("Time &zone")));
    addRemoving(menu);
}

void ChartMenu::addStudy(QMenu& menu, int id)
{
    const ChartStudy* study = m_parts.canvas.study(id);
    if (!study)
        return;
    addHeading(menu, QString::fromStdString(shortName(study->spec)));
    add(menu, tr("&Settings…"), [this, id] { m_parts.studies.edit(id); });
    add(menu, study->isShown ? tr("&Hide") : tr("S&how"),
        [this, id, shown = study->isShown] { m_parts.studies.setShown(id, !shown); });
    if (study->pane == Pane::priceKey)
        add(menu, tr("To a pane of its &own"), [this, id] { m_parts.studies.toOwnPane(id); });
    else if (study->spec.study->pane.isOverlay)
        add(menu, tr("&Over the candles"), [this, id] { m_parts.studies.toPricePane(id); });
    add(menu, tr("&Remove"), [this, id] { m_parts.canvas.removeStudy(id); });
    menu.addSeparator();
}

void ChartMenu::addDrawing(QMenu& menu, std::uint64_t which)
{
    const DrawingId id{which};
    drawing::DrawingBook* book = m_parts.drawings.book();
    const drawing::Drawing* drawing = book ? book->find(id) : nullptr;
    if (!drawing)
        return;
    addHeading(menu, drawing::toolName(drawing->kind));
    add(menu, tr("&Settings…"), [this, id] { m_parts.drawings.edit(id); });
    add(menu, tr("&Duplicate"), [this, id] { m_parts.drawings.duplicate(id); });
    add(menu, drawing->locked ? tr("Un&lock") : tr("&Lock"),
        [this, id, locked = drawing->locked] { m_parts.drawings.setLocked(id, !locked); });
    QMenu& order = *menu.addMenu(tr("&Order"));
    const std::pair<QString, drawing::Order> steps[] = {{tr("To the &front"), drawing::Order::ToFront},
                                                        {tr("&Forward"), drawing::Order::Forward},
                                                        {tr("&Backward"), drawing::Order::Backward},
                                                        {tr("To the b&ack"), drawing::Order::ToBack}};
    for (const auto& [text, step] : steps)
        add(order, text, [this, id, step = step] {
            if (drawing::DrawingBook* shown = m_parts.drawings.book())
                shown->reorder(id, step);
        });
    add(menu, tr("&Remove"), tr("Del"), [this, id] { m_parts.drawings.remove(id); });
    menu.addSeparator();
}

void ChartMenu::addCompared(QMenu& menu, int id)
{
    const ComparedSymbol* other = m_parts.comparison.find(id);
    if (!other)
        return;
    addHeading(menu, other->text);
    QMenu& colours = *menu.addMenu(tr("Co&lour"));
    const std::pair<QString, Ink> inks[] = {{tr("Amber"), Ink::Amber}, {tr("Violet"), Ink::Violet},
                                            {tr("Teal"), Ink::Teal},   {tr("Rose"), Ink::Rose},
                                            {tr("Blue"), Ink::Accent}, {tr("As the text"), Ink::Text}};
    const qreal dpr = m_parts.canvas.devicePixelRatioF();
    for (const auto& [name, ink] : inks) {
        QAction& action = add(colours, name, [this, id, ink = ink] { m_parts.comparison.recolour(id, ink, {}); });
        action.setIcon(spotIcon(inkColour(ink, {}, m_parts.themes.theme()), dpr));
    }
    add(colours, tr("&Other…"), [this, id, now = inkColour(other->ink, other->custom, m_parts.themes.theme())] {
        const QColor picked = QColorDialog::getColor(now, m_parts.canvas.window(), tr("Colour"));
        if (picked.isValid())
            m_parts.comparison.recolour(id, Ink::Custom, picked.rgba());
    });
    add(menu, tr("&Remove"), [this, id] { m_parts.comparison.remove(id); });
    menu.addSeparator();
}

void ChartMenu::addPane(QMenu& menu, int key)
{
    ChartCanvas& canvas = m_parts.canvas;
    if (!hasPane(canvas, key))
        return;
    const std::vector<PaneShare> panes = canvas.paneLayout();
    const bool isAlone = canvas.maximisedPane().has_value();
    if (!isAlone && panes.front().key != key)
        add(menu, tr("Move pane &up"), [&canvas, key] { canvas.movePane(key, -1); });
    if (!isAlone && panes.back().key != key)
        add(menu, tr("Move pane &down"), [&canvas, key] { canvas.movePane(key, 1); });
    add(menu, isAlone ? tr("All &panes") : tr("Only this &pane"),
        [&canvas, key, isAlone] { canvas.maximisePane(isAlone ? std::nullopt : std::optional(key)); });
    if (key != Pane::priceKey)
        add(menu, tr("Remove pa&ne"), [&canvas, key] { canvas.removePane(key); });
    menu.addSeparator();
}

void ChartMenu::addView(QMenu& menu)
{
    add(menu, tr("&Go to date…"), QStringLiteral("Alt+G"), [this] { Q_EMIT dateWanted(); });
    add(menu, tr("&Jump to the latest bar"), tr("End"), [this] { m_parts.canvas.jumpToLatest(); });
    add(menu, tr("&Reset the view"), QStringLiteral("Alt+R"), [this] { m_parts.canvas.resetView(); });
}

void ChartMenu::addSets(QMenu& menu)
{
    const QStringList names = m_parts.choices.templateNames();
    for (const QString& name : names)
        add(menu, escaped(name), [this, name] { m_parts.studies.loadTemplate(name); });
    menu.addSeparator();
    add(menu, tr("&Save these…"), [this] { m_parts.studies.keepTemplate(); }).setEnabled(!m_parts.studies.all().empty());
    if (names.isEmpty())
        return;
    QMenu& forget = *menu.addMenu(tr("&Forget"));
    for (const QString& name : names)
        add(forget, escaped(name), [this, name] { m_parts.choices.dropTemplate(name); });
}

void ChartMenu::fillCompare(QMenu& menu)
{
    add(menu, tr("&Add a symbol…"), [this] { Q_EMIT compareWanted(); });
    const std::vector<int> ids = m_parts.comparison.ids();
    if (ids.empty())
        return;
    menu.addSeparator();
    const qreal dpr = m_parts.canvas.devicePixelRatioF();
    for (const int id : ids) {
        const ComparedSymbol* other = m_parts.comparison.find(id);
        QMenu& sub =
            *menu.addMenu(spotIcon(inkColour(other->ink, other->custom, m_parts.themes.theme()), dpr), escaped(other->text));
        addCompared(sub, id);
    }
    menu.addSeparator();
    add(menu, tr("Remove a&ll"), [this] { m_parts.comparison.removeAll(); });
}

void ChartMenu::addScale(QMenu& menu)
{
    ChartCanvas& canvas = m_parts.canvas;
    auto* modes = new QActionGroup(&menu);
    const std::tuple<QString, QString, ScaleMode> choices[] = {{tr("&Linear"), {}, ScaleMode::Linear},
                                                               {tr("Lo&garithmic"), QStringLiteral("Alt+L"), ScaleMode::Log},
                                                               {tr("&Percent"), QStringLiteral("Alt+P"), ScaleMode::Percent}};
    for (const auto& [text, key, mode] : choices) {
        QAction& action = add(menu, text, key, [&canvas, mode = mode] { canvas.setScaleMode(mode); });
        action.setCheckable(true);
        action.setActionGroup(modes);
        action.setChecked(canvas.priceScale().mode() == mode);
    }
    menu.addSeparator();
    addSwitch(menu, tr("&Inverted") + QStringLiteral("\tAlt+I"), canvas.priceScale().isInverted(),
              [&canvas](bool on) { canvas.setInverted(on); });
    addSwitch(menu, tr("&Fitted to what is seen"), canvas.priceScale().isAuto(), [&canvas](bool on) { canvas.setScaleAuto(on); });
}

void ChartMenu::addShown(QMenu& menu)
{
    ChartCanvas& canvas = m_parts.canvas;
    const auto look = [this](auto change) {
        return [this, change](bool on) {
            change(on);
            Q_EMIT lookChanged();
        };
    };
    addSwitch(menu, tr("&Volume"), canvas.isVolumeShown(), look([&canvas](bool on) { canvas.setVolumeShown(on); }));
    addSwitch(menu, tr("&Highest and lowest price"), canvas.areHighLowLabelsShown(),
              look([&canvas](bool on) { canvas.setHighLowLabels(on); }));
    addSwitch(menu, tr("&Time until the bar closes"), canvas.isCountdownShown(),
              look([&canvas](bool on) { canvas.setCountdownShown(on); }));
    addLayers(menu);
    addSwitch(menu, tr("&Drawing tools"), m_isDrawingBarShown, [this](bool on) { Q_EMIT drawingBarWanted(on); });
}

// What cannot be drawn here says why.
void ChartMenu::addLayers(QMenu& menu)
{
    menu.addSeparator();
    ChartLayers& layers = m_parts.layers;
    for (const ChartLayer layer : chartLayers) {
        QAction& action = addSwitch(menu, ChartLayers::name(layer), layers.isShown(layer),
                                    [&layers, layer](bool on) { layers.setShown(layer, on); });
        const QString reason = layers.reasonAgainst(layer);
        action.setEnabled(reason.isEmpty());
        if (!reason.isEmpty())
            action.setText(action.text() + QStringLiteral(" (%1)").arg(reason));
    }
    menu.addSeparator();
}

void ChartMenu::addRemoving(QMenu& menu)
{
    const bool hasDrawings = m_parts.drawings.book() && !m_parts.drawings.book()->isEmpty();
    const bool hasStudies = !m_parts.canvas.studyIds().empty();
    if (!hasDrawings && !hasStudies)
        return;
    menu.addSeparator();
    if (hasDrawings)
        add(menu, tr("Remove all drawin&gs"), [this] { removeAllDrawings(); });
    if (hasStudies)
        add(menu, tr("Remove all indi&cators"), [this] { removeAllStudies(); });
}

void ChartMenu::removeAllStudies()
{
    std::vector<ChartStudy> studies = m_parts.studies.all();
    std::vector<PaneShare> panes = m_parts.canvas.paneLayout();
    const QString text = tr("%n indicators removed", nullptr, static_cast<int>(studies.size()));
    m_parts.studies.replaceAll({}, {});
    m_parts.toast.offer(text, tr("Undo"), [this, studies = std::move(studies), panes = std::move(panes)] {
        std::vector<ChartStudy> together = studies; // and what was added since
        for (const ChartStudy& later : m_parts.studies.all())
            together.push_back(later);
        m_parts.studies.replaceAll(together, panes);
    });
}

void ChartMenu::removeAllDrawings()
{
    const QPointer<drawing::DrawingBook> book = m_parts.drawings.book();
    const QString text = tr("%n drawings removed", nullptr, m_parts.drawings.removeAll());
    m_parts.toast.offer(text, tr("Undo"), [book] {
        if (book)
            book->undo();
    });
}

} // namespace spreadline::chart
