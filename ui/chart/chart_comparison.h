// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_settings.h"
#include "session/chart_source.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace spreadline::chart {

/// The other symbols of a chart, each with bars of its own: those a person compares with, and those only a study reads. The first one
/// compared turns the scale to percent, the last one turns it back. Ui thread only.
class ChartComparison final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t most = 20;

    ChartComparison(MarketView& market, ChartCanvas& canvas, QObject* parent = nullptr);

    /// In a colour that no other has. Errors as ChartSource::show(); Full; BadUsage for one that is there.
    Status add(const QString& text);
    void remove(int id);
    void removeAll();
    void recolour(int id, Ink ink, QRgb custom);

    /// What is compared, in the order it came.
    std::vector<ComparedSymbol> symbols() const;
    std::vector<int> ids() const;
    /// Of the canvas; null when that is none of ours.
    const ComparedSymbol* find(int id) const;
    /// In place of all there is; the scale stays. The errors say what could not be taken.
    std::vector<Error> restore(const std::vector<ComparedSymbol>& symbols);

    /// The second symbols of studies: bars for those that are not compared anyway.
    void setStudySymbols(const QStringList& symbols);

    void setInterval(Interval interval);
    void open();
    void close();
    /// The main bars begin there: the others are fetched as far back.
    void reachBack(Timestamp first);

Q_SIGNALS:
    void changed(); ///< what is compared, or how it looks
    void failed(const QString& symbol, const spreadline::Error& error);

private:
    struct Other {
        int id = 0;
        ComparedSymbol symbol;
        bool isCompared = false; ///< a person's wish
        bool isRead = false;     ///< a study's
        bool isComplete = false;
        bool isFailureTold = false;
        Timestamp first;
        std::unique_ptr<ChartSource> source;
    };
    Status fits(const QString& text) const;
    Result<Other*> make(const ComparedSymbol& symbol);
    void apply(Other& other, const SourceUpdate& update);
    void look(Other& other);
    void reachBack(Other& other);
    void letGo(Other& other);
    void toPercent();
    void fromPercent();
    Other* named(const QString& text) const;
    std::pair<Ink, QRgb> freeInk() const;

    MarketView& m_market;
    ChartCanvas& m_canvas;
    std::vector<std::unique_ptr<Other>> m_others;
    Interval m_interval;
    ScaleMode m_before = ScaleMode::Linear; ///< the scale before the first one came
    Timestamp m_first;
    bool m_isOpen = false;
};

} // namespace spreadline::chart
