// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_files.h"
#include "chart/chart_grid_shape.h"
#include "chart/chart_links.h"
#include "chart/chart_panel.h"

#include <QJsonObject>
#include <QMap>
#include <QWidget>

#include <vector>

class QMenu;
class QSplitter;

namespace spreadline {

class ActiveInstrument;

namespace chart {
class ChartCell;
} // namespace chart

/// The charts of the window: one to eight in splitters, one of them active. The active instrument is the active chart's (of an
/// expression: its first part), and what is chosen elsewhere goes into the active chart. Cells that a smaller grid leaves out keep
/// what they were. Ui thread only.
class ChartGrid final : public QWidget {
    Q_OBJECT
public:
    static constexpr int version = 1; ///< of toJson()

    /// All of it outlives the grid.
    struct Context {
        ChartPanel::Context panel;
        ActiveInstrument& active;
        chart::ChartFiles::AskPath askPath;
    };
    explicit ChartGrid(const Context& context, QWidget* parent = nullptr);
    ~ChartGrid() override;

    chart::GridShape shape() const noexcept { return m_shape; }
    void setShape(chart::GridShape shape);
    /// Of the shape, in its order. The active one is among them.
    std::vector<chart::ChartCell*> cells() const;
    chart::ChartCell& active() const;
    int activeIndex() const noexcept { return m_activeIndex; }
    void activate(int index, bool takeKeyboard = false);
    void step(int by); ///< the next chart, with the keyboard
    /// A smaller grid without this one; nothing when it is the only one.
    void close(chart::ChartCell& cell);
    /// The active chart alone, or all of them again.
    void setMaximised(bool on);
    bool isMaximised() const noexcept { return m_isMaximised; }
    chart::ChartLinks& links() noexcept { return m_links; }

    void fillShapeMenu(QMenu& menu);
    /// Shows what stands between this window and the venue while there is nothing else to show.
    void setVenueTrouble(const std::optional<Error>& error);

    QJsonObject toJson() const;
    /// Takes what it can; the errors name the rest. What a newer version wrote is kept as it is, and nothing of it is taken.
    std::vector<Error> restore(const QJsonObject& json);

Q_SIGNALS:
    void shapeChanged();
    void activeChanged();
    void changed(); ///< something of toJson(), but for sizes
    void troubled(const spreadline::Error& error);
    void onlyChartWanted(); ///< the only chart was double-clicked
    void done(const QString& what);

private:
    using Shares = std::vector<QList<int>>; ///< of the lines, then of the cells of each
    chart::ChartCell& makeCell();
    void wire(chart::ChartCell& cell);
    void arrange();
    QSplitter& makeSplitter(Qt::Orientation orientation, QWidget* parent);
    void takeCellsBack();
    void applyShares();
    void keepShares();
    void maximiseAsked(chart::ChartCell& cell);
    void showMaximised();
    void followActive();
    void takeChosen(InstrumentId id);
    void restoreCells(const QJsonObject& json, std::vector<Error>& errors);
    void restoreShares(const QJsonObject& json);
    QJsonObject sharesToJson() const;

    Context m_context;
    chart::ChartLinks m_links;
    chart::GridShape m_shape = chart::GridShape::One;
    std::vector<chart::ChartCell*> m_cells; ///< as many as were ever needed
    std::vector<QJsonObject> m_stored;      ///< of cells that were not needed yet, from m_cells.size() on
    QMap<chart::GridShape, Shares> m_shares;
    QJsonObject m_unknown; ///< keys of a version that knows more, or all of it
    std::optional<std::pair<std::size_t, std::size_t>>
        m_moved; ///< places exchanged so that the active one stays in a smaller grid
    std::optional<Error> m_venueTrouble;
    QSplitter* m_root = nullptr;
    std::vector<QSplitter*> m_lines;
    int m_activeIndex = 0;
    bool m_isMaximised = false;
    bool m_isArranging = false;
    bool m_isForeign = false; ///< the layout is a newer version's: it is left as it was
};

} // namespace spreadline
