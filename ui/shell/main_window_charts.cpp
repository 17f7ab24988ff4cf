// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of MainWindow: their grid, menu, time zone, and what they share.
#include "shell/main_window.h"

#include "chart/chart_cell.h"
#include "chart/chart_grid.h"
#include "chart/chart_links_button.h"
#include "session/market_view.h"
#include "settings/json_file.h"
#include "settings/zone_dialog.h"
#include "style/display_options.h"
#include "style/wall_time.h"
#include "widgets/toast_stack.h"

#include <QActionGroup>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>

namespace spreadline {
namespace {

constexpr int choicesDelay = 500; // ms

QString choicesFile(const QString& profile)
{
    return profile + QStringLiteral("/charts.json");
}

} // namespace

void MainWindow::buildCharts()
{
    Terminal& terminal = m_context.terminal;
    ChartPanel::Context panel{terminal.market(), m_context.themes, m_context.display, m_drawings, m_choices, terminal.venue()};
    panel.fillZoneMenu = [this](QMenu& menu) { fillZoneMenu(menu, m_context.display, m_context.themes); };
    const auto ask = [this](const QString& suggested, const QString& kind) { return askForFile(suggested, kind); };
    m_grid = new ChartGrid({panel, m_active, ask}, this);
    connect(m_grid, &ChartGrid::done, this, [this](const QString& what) { m_toasts->show(ToastStack::Level::Info, what); });
    connect(m_grid, &ChartGrid::onlyChartWanted, this, &MainWindow::toggleChartOnly);
    connect(m_grid, &ChartGrid::troubled, this, [this](const Error& error) { tell({Severity::Warning, error, {}}); });
    m_choicesDelay.setSingleShot(true);
    m_choicesDelay.setInterval(choicesDelay);
    connect(&m_choicesDelay, &QTimer::timeout, this, &MainWindow::saveChoices);
    connect(&m_choices, &chart::ChartChoices::changed, this, [this] { m_choicesDelay.start(); });
}

void MainWindow::buildChartMenu()
{
    QMenu& charts = *menuBar()->addMenu(tr("&Charts"));
    auto* group = new QActionGroup(this);
    for (const chart::GridLines& lines : chart::gridShapes()) {
        const chart::GridShape shape = lines.shape;
        QAction& action = addCommand(charts, chart::gridShapeName(shape), {}, [this, shape] { m_grid->setShape(shape); });
        action.setCheckable(true);
        action.setActionGroup(group);
        const auto mark = [this, &action, shape] { action.setChecked(m_grid->shape() == shape); };
        connect(m_grid, &ChartGrid::shapeChanged, &action, mark);
        mark();
    }
    charts.addSeparator();
    QAction& alone = addCommand(charts, tr("&Maximise the chart in the grid"), QKeySequence(Qt::SHIFT | Qt::Key_F11),
                                [this] { m_grid->setMaximised(!m_grid->isMaximised()); });
    QMenu& link = *charts.addMenu(tr("&Link the chart"));
    connect(&link, &QMenu::aboutToShow, this, [this, &link] {
        link.clear();
        m_grid->active().linkButton().fillMenu(link);
    });
    const auto several = [this, &alone, &link] {
        alone.setEnabled(m_grid->shape() != chart::GridShape::One);
        link.setEnabled(alone.isEnabled());
    };
    connect(m_grid, &ChartGrid::shapeChanged, &alone, several);
    several();
    addFileCommands(charts);
}

void MainWindow::addFileCommands(QMenu& charts)
{
    using chart::ChartFiles;
    const auto add = [&](const QString& text, const QKeySequence& key, auto run) {
        addCommand(charts, text, key, [this, run] { run(m_grid->active().files()); });
    };
    charts.addSeparator();
    add(tr("Save chart &image…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S), [](ChartFiles& files) { files.saveImage(1); });
    add(tr("Save chart image at &double size…"), {}, [](ChartFiles& files) { files.saveImage(2); });
    add(tr("Save chart as S&VG…"), {}, [](ChartFiles& files) { files.saveSvg(); });
    add(tr("Save bars and studies as &CSV…"), {}, [](ChartFiles& files) { files.saveCsv(); });
    add(tr("C&opy chart image"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [](ChartFiles& files) { files.copyImage(); });
    add(tr("Copy the values of the &bar"), {}, [](ChartFiles& files) { files.copyBar(); });
    add(tr("Copy what is in &sight as CSV"), {}, [](ChartFiles& files) { files.copyCsv(); });
}

QString MainWindow::askForFile(const QString& suggested, const QString& kind)
{
    QFileDialog dialog(this, tr("Save the chart"), m_exportFolder, kind);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suggested.section(u'.', -1));
    dialog.selectFile(suggested);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    m_exportFolder = dialog.directory().absolutePath();
    return dialog.selectedFiles().constFirst();
}

void MainWindow::buildZoneMenu(QMenu& view)
{
    QMenu& zones = *view.addMenu(tr("Time &zone"));
    connect(&zones, &QMenu::aboutToShow, this, [this, &zones] { fillZoneMenu(zones, m_context.display, m_context.themes); });
    auto* choose = new QAction(tr("Time zone…"), this); // for the palette: a menu of zones has no name to type
    connect(choose, &QAction::triggered, this, &MainWindow::chooseZone);
    m_commands.append(choose);
}

void MainWindow::chooseZone()
{
    ZoneDialog(m_context.display, m_context.themes, wallTime(), this).exec();
}

void MainWindow::restoreChoices()
{
    const QString path = choicesFile(m_context.profileFolder);
    const auto json = readJsonFile(path);
    if (json) {
        tellAll(m_choices.restore(*json));
    } else if (json.error().code != Errc::NotFound) {
        QFile::remove(path + QStringLiteral(".broken"));
        QFile::rename(path, path + QStringLiteral(".broken")); // saving would take its place
        tellAll({json.error()});
    }
    m_choicesDelay.stop();
}

void MainWindow::saveChoices()
{
    m_choicesDelay.stop();
    QJsonObject json = readJsonFile(choicesFile(m_context.profileFolder)).valueOr({}); // unknown keys stay
    const QJsonObject mine = m_choices.toJson();
    for (auto it = mine.begin(); it != mine.end(); ++it)
        json.insert(it.key(), it.value());
    if (const Status saved = writeJsonFile(choicesFile(m_context.profileFolder), json); !saved)
        tell({Severity::Warning, saved.error(), {}});
}

void MainWindow::tellAll(const std::vector<Error>& errors)
{
    for (const Error& error : errors)
        tell({Severity::Warning, error, {}});
}

} // namespace spreadline
