// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chart_source.h"

#include "session/market_view.h"
#include "session/source_parts.h"

#include <algorithm>

namespace spreadline {
namespace {

/// What a text asks for, whether or not the venue has it.
struct Wish {
    QString text; ///< canonical
    SymbolExpression expression;
    bool isPlain() const { return expression.isSymbol(); }
};

Result<Wish> read(const QString& text)
{
    auto expression = SymbolExpression::parse(text.toStdString());
    if (!expression)
        return expression.error();
    // "(BTCUSDT)" is the symbol too.
    const std::string canonical = expression->isSymbol() ? expression->symbols().front() : expression->text();
    return Wish{QString::fromStdString(canonical), *std::move(expression)};
}

Result<std::vector<const Instrument*>> instrumentsOf(const MarketView& market, const SymbolExpression& expression)
{
    std::vector<const Instrument*> found;
    for (const std::string& symbol : expression.symbols()) {
        found.push_back(market.find(QString::fromStdString(symbol)));
        if (!found.back())
            return Error{Errc::UnknownInstrument, symbol, {}};
    }
    return found;
}

SourceSubject subjectOf(const Wish& wish, const std::vector<const Instrument*>& instruments)
{
    SourceSubject subject;
    subject.text = wish.text;
    subject.isExpression = !wish.isPlain();
    subject.instrument = instruments.front()->id;
    for (const Instrument* instrument : instruments)
        subject.priceDecimals = std::max(subject.priceDecimals, instrument->priceScale());
    if (subject.isExpression)
        return subject;
    const Instrument& instrument = *instruments.front();
    subject.priceDecimals = instrument.tickSize.normalized().scale();
    subject.tickSize = instrument.tickSize.toDouble();
    subject.volumeUnit = QString::fromStdString(instrument.baseAsset);
    return subject;
}

std::vector<TimedValue> timed(const std::vector<DerivativeValue>& values)
{
    std::vector<TimedValue> list(values.size());
    std::ranges::transform(values, list.begin(), [](const DerivativeValue& value) {
        return TimedValue{value.time.nanos(), value.value.toDouble()};
    });
    return list;
}

} // namespace

struct ChartSource::State {
    explicit State(MarketView& view) : market(view), parts(view) {}

    MarketView& market;
    SourceParts parts; ///< none while closed or not known
    std::optional<Wish> wish;
    Interval interval;
    std::optional<SourceSubject> subject;
    bool isOpen = false;
    bool wantsFunding = false, wantsOpenInterest = false;
    bool isMissingTold = false; ///< that the venue does not have it
    bool isScaled = false;      ///< the decimals of an expression were found after the last reset
    unsigned turn = 0;          ///< moves on with every opening and closing: what was begun before is of no use then

    void close()
    {
        ++turn;
        parts.close();
        isMissingTold = false;
    }
};

ChartSource::ChartSource(MarketView& market, QObject* parent) : QObject(parent), m_state(std::make_unique<State>(market))
{
    connect(&market, &MarketView::instrumentsChanged, this, &ChartSource::resolve);
    connect(&market, &MarketView::chartChanged, this, &ChartSource::apply);
}

ChartSource::~ChartSource()
{
    m_state->close();
}

Result<SourceSubject> ChartSource::check(const MarketView& market, const QString& text)
{
    const auto wish = read(text);
    if (!wish)
        return wish.error();
    const auto instruments = instrumentsOf(market, wish->expression);
    if (!instruments)
        return instruments.error();
    return subjectOf(*wish, *instruments);
}

Status ChartSource::show(const QString& text, Interval interval)
{
    auto wish = read(text);
    if (!wish)
        return wish.error();
    if (!wish->isPlain() && !interval.isCalendar())
        return Error{Errc::Unsupported, wish->text.toStdString(),
                     "bars of " + toString(interval) + " of two symbols have no common times"};
    if (!m_state->market.instruments().empty()) {
        if (const auto found = instrumentsOf(m_state->market, wish->expression); !found)
            return found.error();
    }
    if (m_state->wish && m_state->wish->text == wish->text && m_state->interval == interval)
        return {};
    m_state->close();
    const bool isOther = !m_state->wish || m_state->wish->text != wish->text;
    m_state->wish = *std::move(wish);
    m_state->interval = interval;
    if (isOther)
        m_state->subject.reset();
    resolve();
    return {};
}

QString ChartSource::text() const
{
    return m_state->wish ? m_state->wish->text : QString();
}

Interval ChartSource::interval() const noexcept
{
    return m_state->interval;
}

const std::optional<SourceSubject>& ChartSource::subject() const noexcept
{
    return m_state->subject;
}

void ChartSource::open()
{
    if (std::exchange(m_state->isOpen, true))
        return;
    resolve();
}

void ChartSource::close()
{
    m_state->isOpen = false;
    m_state->close();
}

bool ChartSource::isOpen() const noexcept
{
    return m_state->isOpen;
}

// The core answers a chart it has not seen before; asking for the same one again would change nothing.
void ChartSource::retry()
{
    if (!m_state->isOpen)
        return;
    close();
    open();
}

void ChartSource::askDerivatives(bool funding, bool openInterest)
{
    State& state = *m_state;
    if (state.wantsFunding == funding && state.wantsOpenInterest == openInterest)
        return;
    state.wantsFunding = funding;
    state.wantsOpenInterest = openInterest;
    state.parts.askDerivatives(funding, openInterest);
}

void ChartSource::loadOlder()
{
    m_state->parts.loadOlder();
}

/// Opens what is wanted as soon as the venue's list has it; the list may come late, grow, or bring other filters.
void ChartSource::resolve()
{
    State& state = *m_state;
    if (!state.wish || state.market.instruments().empty())
        return;
    const auto instruments = instrumentsOf(state.market, state.wish->expression);
    if (!instruments) {
        if (state.isOpen && !std::exchange(state.isMissingTold, true))
            Q_EMIT changed({.reset = true,
                            .bars = {},
                            .venueTime = {},
                            .trust = {},
                            .failure = instruments.error(),
                            .fundingRates = {},
                            .openInterests = {},
                            .derivativesFailure = {}});
        return;
    }
    if (state.isOpen && state.parts.isEmpty()) {
        ++state.turn;
        state.parts.open(state.wish->expression, *instruments, state.interval);
        if (state.wantsFunding || state.wantsOpenInterest)
            state.parts.askDerivatives(state.wantsFunding, state.wantsOpenInterest);
    }
    state.parts.setInstruments(*instruments);
    SourceSubject subject = subjectOf(*state.wish, *instruments);
    if (subject.isExpression && state.subject)
        subject.priceDecimals = state.subject->priceDecimals;
    setSubject(subject);
}

/// The decimals of an expression stay as its first value after a reset asks for, lest the axis jump about.
bool ChartSource::rescale()
{
    State& state = *m_state;
    const auto decimals = state.parts.decimals();
    if (!decimals || std::exchange(state.isScaled, true))
        return true;
    SourceSubject subject = *state.subject;
    subject.priceDecimals = *decimals;
    return setSubject(subject);
}

/// False when who heard of it wished for something else: what was begun is to be left.
bool ChartSource::setSubject(const SourceSubject& subject)
{
    State& state = *m_state;
    if (state.subject == subject)
        return true;
    const unsigned turn = state.turn;
    state.subject = subject;
    Q_EMIT subjectChanged();
    return turn == state.turn;
}

void ChartSource::apply(const ChartUpdate& update)
{
    State& state = *m_state;
    if (!state.parts.has(update.chart))
        return;
    std::vector<ChartBar> bars = state.parts.take(update);
    if (!state.parts.isAnswered() && !state.parts.failure())
        return; // nothing to show, and nothing to tell, before all have spoken
    state.isScaled = state.isScaled && !update.reset;
    if (!rescale())
        return;
    state.parts.pursueOlder();
    Q_EMIT changed({.reset = update.reset,
                    .loading = state.parts.isLoading(),
                    .complete = state.parts.isComplete(),
                    .bars = std::move(bars),
                    .venueTime = update.venueTime,
                    .trust = state.parts.trust(),
                    .failure = state.parts.failure(),
                    .fundingRates = timed(update.fundingRates),
                    .openInterests = timed(update.openInterests),
                    .derivativesFailure = update.derivativesFailure});
}

} // namespace spreadline
