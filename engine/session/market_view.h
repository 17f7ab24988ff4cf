// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace spreadline {

/// The market as the window sees it: the last batch's facts, and what the panels want to be shown. Ui thread only.
/// Signals come once a frame at most per subject. A panel opens what it shows and closes it when it hides or goes.
class MarketView : public QObject {
    Q_OBJECT
public:
    explicit MarketView(QObject* parent = nullptr);
    ~MarketView() override;

    const std::vector<Instrument>& instruments() const noexcept;
    const Instrument* instrument(InstrumentId id) const noexcept; ///< null when unknown
    const Instrument* find(const QString& symbol) const;          ///< by exact symbol; null when unknown
    const TickerRow* ticker(InstrumentId id) const noexcept;      ///< null when nothing has come yet

    /// A chart of its own: answered by chartChanged with reset. Ids are never reused.
    ChartId openChart(InstrumentId instrument, Interval interval, int bars = 1'500);
    void changeChart(ChartId chart, InstrumentId instrument, Interval interval);
    /// Whether the chart's updates bring funding rates and open interest as well.
    void askDerivatives(ChartId chart, bool funding, bool openInterest);
    void closeChart(ChartId chart);
    void loadOlder(ChartId chart);

    /// `who` is the panel; watching again replaces its former wish, and a destroyed panel's wish goes with it.
    void watchBook(QObject* who, const BookInterest& interest);
    void unwatchBook(QObject* who);
    void watchTape(QObject* who, InstrumentId instrument);
    void unwatchTape(QObject* who);
    void resyncBook(InstrumentId instrument);

Q_SIGNALS:
    void instrumentsChanged();
    void tickersChanged(const std::vector<spreadline::InstrumentId>& changed);
    /// Of every watched book; a panel compares instrument and group with its own.
    void bookChanged(const spreadline::BookPtr& book);
    void tapeChanged(const spreadline::TapeUpdate& update);
    void chartChanged(const spreadline::ChartUpdate& update);
    /// For the Terminal: wishes changed, or older bars are wanted.
    void interestChanged(const spreadline::ViewInterest& interest);
    void olderWanted(spreadline::ChartId chart);
    void resyncWanted(spreadline::InstrumentId instrument);

private:
    friend class Terminal;
    struct State;
    void apply(const struct ViewBatch& batch);
    void publishInterest();
    void forget(QObject* who);

    std::unique_ptr<State> m_state;
};

} // namespace spreadline
