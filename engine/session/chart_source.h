// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"
#include "session/chart_bar.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace spreadline {

class MarketView;

/// What changed about the bars of a ChartSource, as in ChartUpdate: with `reset` they replace everything; otherwise bars older than
/// the first known are prepended and the rest replaces or appends by open time.
struct SourceUpdate {
    bool reset = false;
    bool loading = false;
    bool complete = false; ///< nothing older exists
    std::vector<ChartBar> bars;
    Timestamp venueTime;
    Trust trust; ///< of the least trusted part
    std::optional<Error> failure;
    /// As in ChartUpdate: all that are known whenever some came; only what askDerivatives() asked for.
    std::vector<TimedValue> fundingRates, openInterests;
    std::optional<Error> derivativesFailure;
};

/// What a chart shows: the scales of its numbers.
struct SourceSubject {
    QString text;              ///< canonical: "BTCUSDT", "BTCUSDT/ETHUSDT"
    bool isExpression = false; ///< then there is no volume, no tick and no instrument to trade
    InstrumentId instrument{}; ///< of a plain symbol; of an expression its first part
    int priceDecimals = 2;     ///< of an expression: enough to tell neighbouring values apart
    double tickSize = 0;       ///< 0 where prices have no grid
    QString volumeUnit;        ///< "BTC"; "" without volume
    bool operator==(const SourceSubject&) const = default;
};

/// The bars of one symbol or of an expression over several (`BTCUSDT/ETHUSDT`, `A-1.5*B`), at one interval. An expression has a bar
/// where all its parts have one, is as far back as the shortest of them, and asks all of them for more. Opens charts at the
/// MarketView while it is open and closes them when it closes or goes. Ui thread only.
class ChartSource : public QObject {
    Q_OBJECT
public:
    explicit ChartSource(MarketView& market, QObject* parent = nullptr);
    ~ChartSource() override;

    /// Whether `text` names something this venue has. Errors: BadSchema or BadNumber (the form; where and detail name the place),
    /// UnknownInstrument (the symbol is named).
    static Result<SourceSubject> check(const MarketView& market, const QString& text);

    /// Another symbol or interval. While open this asks anew, and the answer is a reset. Before the instrument list has come a
    /// text that has a good form is kept and shown when it comes (changed() tells UnknownInstrument when it does not). Errors as
    /// check(), and Unsupported for an expression of bars that count trades or an amount: those of two symbols have no common
    /// times. Then nothing changes. Showing what is shown does nothing.
    Status show(const QString& text, Interval interval);
    QString text() const;
    Interval interval() const noexcept;
    /// Nothing until the instrument list has it.
    const std::optional<SourceSubject>& subject() const noexcept;

    void open();
    void close();
    bool isOpen() const noexcept;
    /// Asks for a page of older bars; while one is on its way, or when nothing older exists, does nothing. For an expression it goes on
    /// until there are older bars of it, however many pages of its parts that takes.
    void loadOlder();
    /// Whether updates bring funding rates and open interest too. Stays so for other symbols; an expression has none.
    void askDerivatives(bool funding, bool openInterest);
    /// Closes and opens: after a failure.
    void retry();

Q_SIGNALS:
    /// The subject became known or its scales changed (the venue's filters); comes before its bars.
    void subjectChanged();
    void changed(const spreadline::SourceUpdate& update);

private:
    struct State;
    void resolve();
    void apply(const ChartUpdate& update);
    bool rescale();
    bool setSubject(const SourceSubject& subject);

    std::unique_ptr<State> m_state;
};

} // namespace spreadline
