// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/study_series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace spreadline {
namespace {

using indicators::BarCheck;
using indicators::noValue;
using indicators::StudyBar;
using Clock = std::chrono::steady_clock;

/// Rows between two looks at the clock. Few, because a study may cost a microsecond and more a bar.
constexpr std::size_t chunk = 128;
constexpr std::size_t nothing = std::numeric_limits<std::size_t>::max();

double cell(std::span<const double> column, std::size_t row)
{
    return column.empty() ? noValue : column[row];
}

StudyBar barAt(const BarColumns& bars, std::size_t row)
{
    StudyBar bar;
    bar.openTime = Timestamp::fromNanos(bars.times[row]);
    bar.open = bars.opens[row];
    bar.high = bars.highs[row];
    bar.low = bars.lows[row];
    bar.close = bars.closes[row];
    bar.volume = bars.volumes[row];
    bar.takerBuyVolume = cell(bars.takerBuyVolumes, row);
    bar.quoteVolume = cell(bars.quoteVolumes, row);
    bar.fundingRate = cell(bars.fundingRates, row);
    bar.openInterest = cell(bars.openInterests, row);
    const double other = cell(bars.others, row);
    bar.otherClose = other > 0 ? other : noValue; // a spread may have passed zero: its returns mean nothing then
    return bar;
}

bool isEmptySlot(const BarColumns& bars, std::size_t row)
{
    return std::isnan(bars.opens[row]);
}

/// The last row from `from` on that holds a bar; `nothing` when none does.
std::size_t lastBar(const BarColumns& bars, std::size_t from)
{
    for (std::size_t row = bars.size(); row > from; --row) {
        if (!isEmptySlot(bars, row - 1))
            return row - 1;
    }
    return nothing;
}

/// Until when one call may work.
class Budget {
public:
    explicit Budget(std::chrono::nanoseconds budget) : m_end(Clock::now() + budget), m_isEndless(budget.count() < 0) {}
    bool isSpent() const { return !m_isEndless && Clock::now() >= m_end; }

private:
    Clock::time_point m_end;
    bool m_isEndless;
};

} // namespace

struct StudySeries::State {
    indicators::StudySpec spec;
    std::unique_ptr<indicators::Study> study;
    BarCheck check{BarCheck::Prices::Any};
    std::vector<std::vector<double>> columns; ///< one an output
    std::size_t size = 0;                     ///< rows of the last advance()
    std::size_t closed = 0;                   ///< rows before this one are in the study's state
    std::size_t changed = nothing;            ///< the first row whose value changed
    bool startsOver = true;
    bool isComplete = true; ///< there are no bars yet

    std::vector<StudyBar> sound; ///< of a chunk: the bars the study may see, their rows, and its values for them
    std::vector<std::size_t> rows;
    std::vector<double> results;

    void fit(const BarColumns& bars);
    void startOver();
    void close(const BarColumns& bars, std::size_t to);
    void preview(const BarColumns& bars, std::size_t row);
    void drop();
    void write(std::size_t row, std::span<const double> values);
    void clear(std::size_t from, std::size_t to);
};

/// As many rows as there are bars, and a beginning where the state is of no use.
void StudySeries::State::fit(const BarColumns& bars)
{
    if (bars.size() < closed)
        startsOver = true;
    if (startsOver)
        startOver();
    if (bars.size() == size)
        return;
    changed = std::min({changed, size, bars.size()});
    size = bars.size();
    for (auto& column : columns)
        column.resize(size, noValue);
    isComplete = false;
}

void StudySeries::State::startOver()
{
    study->reset();
    check = BarCheck(BarCheck::Prices::Any);
    closed = 0;
    changed = 0;
    clear(0, size);
    startsOver = false;
    isComplete = false;
}

void StudySeries::State::write(std::size_t row, std::span<const double> values)
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i][row] = std::isfinite(values[i]) ? values[i] : noValue;
}

void StudySeries::State::clear(std::size_t from, std::size_t to)
{
    for (auto& column : columns)
        std::fill(column.begin() + static_cast<std::ptrdiff_t>(from), column.begin() + static_cast<std::ptrdiff_t>(to), noValue);
}

/// Takes the rows [closed, to) into the study's state: at most a chunk.
void StudySeries::State::close(const BarColumns& bars, std::size_t to)
{
    sound.clear();
    rows.clear();
    for (std::size_t row = closed; row < to; ++row) {
        if (isEmptySlot(bars, row))
            continue;
        const StudyBar bar = barAt(bars, row);
        if (!check.accept(bar))
            continue;
        sound.push_back(bar);
        rows.push_back(row);
    }
    study->run(sound, std::span(results).first(sound.size() * columns.size()));
    clear(closed, to); // what is left out has no value, whatever it had as a preview
    for (std::size_t i = 0; i < rows.size(); ++i)
        write(rows[i], std::span(results).subspan(i * columns.size(), columns.size()));
    changed = std::min(changed, closed);
    closed = to;
}

/// The last bar, whether it still forms or not: a preview has the very bits of the value it becomes.
void StudySeries::State::preview(const BarColumns& bars, std::size_t row)
{
    clear(row, size);
    changed = std::min(changed, row);
    const StudyBar bar = barAt(bars, row);
    BarCheck trial = check;
    if (trial.accept(bar))
        write(row, study->preview(bar));
}

/// The bar that was previewed is gone.
void StudySeries::State::drop()
{
    clear(closed, size);
    changed = std::min(changed, closed);
}

Result<std::unique_ptr<StudySeries>> StudySeries::make(const indicators::StudySpec& spec, Interval bars)
{
    auto study = indicators::makeStudy(spec, bars);
    if (!study)
        return study.error();
    auto state = std::make_unique<State>();
    state->spec = spec;
    state->study = *std::move(study);
    state->columns.resize(state->study->values().size());
    state->sound.reserve(chunk);
    state->rows.reserve(chunk);
    state->results.resize(chunk * state->columns.size());
    return std::unique_ptr<StudySeries>(new StudySeries(std::move(state)));
}

StudySeries::StudySeries(std::unique_ptr<State> state) : m_state(std::move(state)) {}

StudySeries::~StudySeries() = default;

const indicators::StudySpec& StudySeries::spec() const noexcept
{
    return m_state->spec;
}

std::size_t StudySeries::outputs() const noexcept
{
    return m_state->columns.size();
}

void StudySeries::touched(std::size_t from, std::size_t prepended)
{
    m_state->isComplete = false;
    if (prepended > 0 || from < m_state->closed)
        m_state->startsOver = true;
}

bool StudySeries::advance(const BarColumns& bars, std::chrono::nanoseconds budget)
{
    State& state = *m_state;
    state.fit(bars);
    if (state.isComplete)
        return true;
    const Budget time(budget);
    const std::size_t last = lastBar(bars, state.closed);
    while (last != nothing && state.closed < last) {
        state.close(bars, std::min(last, state.closed + chunk));
        if (state.closed < last && time.isSpent())
            return false;
    }
    if (last != nothing)
        state.preview(bars, last);
    else
        state.drop();
    state.isComplete = true;
    return true;
}

bool StudySeries::isComplete() const noexcept
{
    return m_state->isComplete;
}

std::span<const double> StudySeries::values(std::size_t output) const
{
    return m_state->columns[output];
}

std::size_t StudySeries::takeChanged() noexcept
{
    return std::min(std::exchange(m_state->changed, nothing), m_state->size);
}

unsigned StudySeries::missingInputs(const BarColumns& bars) const
{
    using namespace indicators;
    unsigned missing = 0;
    if (bars.size() > 0 && bars.others.empty())
        missing |= OtherClose;
    if (const std::size_t last = lastBar(bars, 0); last != nothing) {
        if (!hasValue(cell(bars.takerBuyVolumes, last)))
            missing |= TakerBuyVolume;
        if (!hasValue(cell(bars.quoteVolumes, last)))
            missing |= QuoteVolume;
        if (!hasValue(cell(bars.fundingRates, last)))
            missing |= FundingInput;
        if (!hasValue(cell(bars.openInterests, last)))
            missing |= OpenInterestInput;
    }
    return missing & spec().inputs();
}

} // namespace spreadline
