// SPDX-License-Identifier: GPL-3.0-or-later
// What MainWindow remembers, and how it comes back.
#include "shell/main_window.h"

#include "chart/chart_cell.h"
#include "chart/chart_grid.h"
#include "ladder/ladder_panel.h"
#include "market/tape_panel.h"
#include "market/watchlist_panel.h"
#include "session/market_view.h"
#include "settings/screen_clamp.h"
#include "shell/dock_deck.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <QInputDialog>
#include <QJsonObject>
#include <QScreen>

namespace spreadline {
namespace {

constexpr int roomyWidth = 1'500;
constexpr int roomyHeight = 850;

QString toText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromText(const QJsonValue& text)
{
    return QByteArray::fromBase64(text.toString().toLatin1());
}

QList<QRect> screenRects()
{
    QList<QRect> rects;
    for (const QScreen* screen : QGuiApplication::screens())
        rects.append(screen->availableGeometry());
    return rects;
}

} // namespace

void MainWindow::restoreLayout()
{
    restoreChoices();
    m_wantedSymbol = m_options.symbol;
    resize(QSize(1'600, 900).boundedTo(QGuiApplication::primaryScreen()->availableSize()));
    m_sizesPending = true;
    if (!m_options.resetLayout) {
        const auto layout = m_context.layouts.load(m_options.layout);
        if (layout)
            applyLayout(*layout);
        else
            tell({Severity::Warning, layout.error(), {}});
    }
    if (m_options.size.isValid())
        resize(m_options.size);
    else
        clampToScreens();
    if (const auto interval = parseInterval(m_options.interval.toStdString()))
        m_grid->active().panel().setInterval(*interval);
}

void MainWindow::applyLayout(const QJsonObject& layout)
{
    if (layout.contains(QStringLiteral("docks"))) { // one that came with the program leaves the panels where they are
        restoreGeometry(fromText(layout.value(u"geometry")));
        m_sizesPending = !restoreState(fromText(layout.value(u"docks")), dockVersion);
        m_watchlist->restoreState(fromText(layout.value(u"watchlist")));
        m_tape->setMinimum(layout.value(u"tapeMinimum").toInteger());
        m_ladder->restoreState(layout.value(u"ladder").toString());
        m_deck->clampFloating();
    }
    applyCharts(layout);
}

// Before there was a grid a layout had one interval and one symbol.
void MainWindow::applyCharts(const QJsonObject& layout)
{
    m_exportFolder = layout.value(u"exportFolder").toString(m_exportFolder);
    if (layout.contains(QStringLiteral("charts")))
        tellAll(m_grid->restore(layout.value(u"charts").toObject()));
    else if (const auto interval = parseInterval(layout.value(u"chart").toString().toStdString()))
        m_grid->active().panel().setInterval(*interval);
    if (m_options.symbol.isEmpty() && m_grid->active().panel().symbol().isEmpty())
        m_wantedSymbol = layout.value(u"symbol").toString();
}

QJsonObject MainWindow::currentLayout() const
{
    QJsonObject layout;
    layout.insert(QStringLiteral("geometry"), toText(saveGeometry()));
    layout.insert(QStringLiteral("docks"), toText(m_beforeChartOnly.isEmpty() ? saveState(dockVersion) : m_beforeChartOnly));
    layout.insert(QStringLiteral("watchlist"), toText(m_watchlist->saveState()));
    layout.insert(QStringLiteral("tapeMinimum"), m_tape->minimum());
    layout.insert(QStringLiteral("charts"), m_grid->toJson());
    layout.insert(QStringLiteral("exportFolder"), m_exportFolder);
    layout.insert(QStringLiteral("ladder"), m_ladder->saveState());
    return layout;
}

Status MainWindow::saveLayout()
{
    const QJsonObject layout = currentLayout();
    if (layout == m_savedLayout)
        return {};
    m_savedLayout = layout; // also when it fails: told once, tried again at the next change
    return m_context.layouts.save(m_options.layout, layout);
}

void MainWindow::applyDefaultSizes()
{
    m_sizesPending = false;
    const bool wide = width() >= roomyWidth;
    const bool tall = height() >= roomyHeight;
    QList<QDockWidget*> columns, rows;
    QList<int> widths, heights;
    for (QDockWidget* dock : m_deck->docks()) {
        const QString id = dock->objectName();
        if (id == QLatin1String("watchlist")) {
            columns.append(dock);
            widths.append(wide ? 432 : 300);
        } else if (id == QLatin1String("ladder") || id == QLatin1String("tape")) {
            columns.append(dock);
            widths.append(wide ? 300 : 262);
            rows.append(dock);
            heights.append(id == QLatin1String("ladder") ? height() * 58 / 100 : height() * 34 / 100);
        } else if (id == QLatin1String("activity")) {
            dock->setVisible(tall);
            resizeDocks({dock}, {184}, Qt::Vertical);
        }
    }
    resizeDocks(columns, widths, Qt::Horizontal);
    resizeDocks(rows, heights, Qt::Vertical);
}

void MainWindow::resetLayout()
{
    const auto area = [](const QString& id) {
        return id == QLatin1String("watchlist") ? Qt::LeftDockWidgetArea
            : id == QLatin1String("activity")   ? Qt::BottomDockWidgetArea
                                                : Qt::RightDockWidgetArea;
    };
    for (QDockWidget* dock : m_deck->docks()) {
        removeDockWidget(dock);
        addDockWidget(area(dock->objectName()), dock);
        dock->setFloating(false);
        dock->show();
    }
    applyDefaultSizes();
}

void MainWindow::loadNamedLayout(const QString& name)
{
    static_cast<void>(saveLayout());
    const auto layout = m_context.layouts.load(name);
    if (!layout) {
        tell({Severity::Warning, layout.error(), {}});
        return;
    }
    m_options.layout = name;
    m_savedLayout = {};
    m_options.symbol.clear(); // it was for the start
    applyLayout(*layout);
    clampToScreens();
    chooseFirstInstrument();
}

void MainWindow::saveLayoutAs()
{
    const QString name =
        QInputDialog::getText(this, tr("Save layout"), tr("Name of the layout"), QLineEdit::Normal, m_options.layout).trimmed();
    if (name.isEmpty())
        return;
    if (const Status saved = m_context.layouts.save(name, currentLayout()); !saved)
        tell({Severity::Warning, saved.error(), {}});
    else
        m_options.layout = name;
}

void MainWindow::clampToScreens()
{
    if (!isMaximized() && !isFullScreen())
        setGeometry(clampedToScreens(geometry(), screenRects()));
    m_deck->clampFloating();
}

} // namespace spreadline
