// SPDX-License-Identifier: GPL-3.0-or-later
#include "full_window.h"

#include "chart/chart_canvas.h"
#include "chart/chart_choices.h"
#include "chart/chart_panel.h"
#include "composition.h"
#include "drawings/drawing_store.h"
#include "ladder/ladder_canvas.h"
#include "ladder/ladder_panel.h"
#include "session/market_view.h"
#include "style/terminal_style.h"

#include <QApplication>
#include <QGridLayout>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <utility>
#include <vector>

namespace spreadline::bench {
namespace {

constexpr int moreCharts = 3, moreBooks = 19; ///< beside those of the window itself

/// The panels that the window does not have, each on an instrument of its own.
class PanelWall final : public QWidget {
public:
    PanelWall(Terminal& terminal, const ThemeSource& themes) : m_market(terminal.market())
    {
        auto* grid = new QGridLayout(this);
        for (int i = 0; i < moreCharts; ++i) {
            m_charts.push_back(new ChartPanel({m_market, themes, m_display, m_drawings, m_choices, terminal.venue()}, this));
            grid->addWidget(m_charts.back(), 0, 4 * i, 1, 4);
        }
        for (int i = 0; i < moreBooks; ++i) {
            m_books.push_back(new LadderPanel(m_market, themes, m_display, m_active.emplace_back(), this));
            grid->addWidget(m_books.back(), 1 + i / 10, i % 10);
        }
        connect(&m_market, &MarketView::instrumentsChanged, this, &PanelWall::choose);
        connect(&m_market, &MarketView::bookChanged, this, &PanelWall::tellWhenFilled);
        resize(1'900, 1'000);
    }

private:
    void choose()
    {
        const auto& listed = m_market.instruments();
        std::size_t next = 1; // the window itself shows the first
        if (listed.empty())
            return;
        for (ChartPanel* chart : m_charts)
            static_cast<void>(chart->setSymbol(QString::fromStdString(listed[next++ % listed.size()].symbol)));
        for (ActiveInstrument& active : m_active)
            active.set(listed[next++ % listed.size()].id);
    }
    void tellWhenFilled()
    {
        const bool isFilled =
            std::ranges::none_of(m_charts, [](ChartPanel* chart) { return chart->canvas().series().columns().isEmpty(); })
            && std::ranges::none_of(m_books, [](LadderPanel* book) { return book->canvas().rows().isEmpty(); });
        if (!isFilled || std::exchange(m_hasTold, true))
            return;
        std::puts("filled");
        std::fflush(stdout);
    }

    MarketView& m_market;
    DisplayOptions m_display;
    QTemporaryDir m_folder;
    drawing::DrawingStore m_drawings{m_folder.path()};
    chart::ChartChoices m_choices;
    std::deque<ActiveInstrument> m_active;
    std::vector<ChartPanel*> m_charts;
    std::vector<LadderPanel*> m_books;
    bool m_hasTold = false;
};

} // namespace

int showFullWindow(int argc, char** argv)
{
    QApplication application(argc, argv);
    auto profile = Profile::open(argv[2]);
    if (!profile)
        return 1;
    auto log = Log::open(profile->logFolder(), LogLevel::Warn);
    if (!log)
        return 1;
    auto& themes = *new ThemeSource(&application); // the style reads it until the application is gone
    loadFonts();
    QApplication::setStyle(new TerminalStyle(themes));
    StartOptions options;
    options.venue = QStringLiteral("practice");
    options.size = QSize(1'600, 900);
    Composition composition({options, std::move(*profile), Settings{}, **log, themes});
    QObject::connect(&composition, &Composition::failed, &application, [] { QApplication::exit(1); });
    composition.open();
    PanelWall wall(composition.terminal(), themes);
    wall.show();
    return QApplication::exec();
}

} // namespace spreadline::bench
