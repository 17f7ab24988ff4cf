// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <deque>
#include <span>
#include <vector>

namespace spreadline {

/// What rested in one book over the last hours, for a heatmap: a sample every so often, each from its moment until the next one.
///
/// Rows are `group` high: row r holds what rests at prices from r x group up to (r + 1) x group, bids and asks together. Samples are
/// exact integers, stored as what changed since the one before, with a whole one every `chunkColumns`: some hundred bytes each for a
/// lively book of 800 rows. Bounded by `keep` and by `maxBytes`; the oldest samples go first.
///
/// A moment at which the book was not in step with the venue is kept as a gap: nothing is drawn there, whatever came before.
/// Ui thread only.
class DepthHistory {
public:
    static constexpr Duration defaultPeriod = std::chrono::milliseconds(500);
    static constexpr Duration defaultKeep = std::chrono::hours(2);
    static constexpr std::size_t chunkColumns = 64;
    static constexpr std::size_t maxBytes = 24 << 20;
    static constexpr Duration longestJumpBack = std::chrono::minutes(1); ///< of the venue's clock; beyond it, it is another time

    /// Forgets everything. `group` and `tick` in units of 10^-scale.price.
    void start(InstrumentId instrument, BookScale scale, std::int64_t group, std::int64_t tick, Duration period = defaultPeriod,
               Duration keep = defaultKeep);

    /// The book as it is at `now`, by the venue's clock; null when there is none that may be believed. Books of another instrument,
    /// grouping or scale, and those that are not Synced, are gaps too. A moment that is not later than the last one changes
    /// nothing. True when there is something new to draw.
    bool sample(Timestamp now, const BookView* book);

    InstrumentId instrument() const noexcept { return m_instrument; }
    BookScale scale() const noexcept { return m_scale; }
    std::int64_t group() const noexcept { return m_group; }
    Duration period() const noexcept { return m_period; }
    bool isEmpty() const noexcept { return m_chunks.empty(); }
    Timestamp first() const noexcept; ///< unknown while empty
    Timestamp last() const noexcept { return m_last; }
    std::size_t samples() const noexcept { return m_samples; }
    std::size_t bytes() const noexcept { return m_bytes; } ///< of the samples
    /// Rises when everything was forgotten: what was read before is of no use any more.
    int generation() const noexcept { return m_generation; }

private:
    friend class DepthReader;

    struct Cell {
        std::int64_t row = 0, quantity = 0;
    };
    /// Columns one after the other: time, whether it is live, what changed. The first is whole.
    struct Chunk {
        Timestamp first;
        std::size_t columns = 0;
        std::vector<std::uint8_t> bytes;
    };

    void forget();
    bool isOfThis(const BookView& book) const;
    void cellsOf(const BookView& book);
    void append(Timestamp now, bool isLive);
    void appendChanges(std::vector<std::uint8_t>& bytes);
    void trim();

    InstrumentId m_instrument{};
    BookScale m_scale;
    std::int64_t m_group = 1, m_tick = 1;
    Duration m_period = defaultPeriod, m_keep = defaultKeep;

    std::deque<Chunk> m_chunks;
    std::vector<Cell> m_before, m_cells; ///< the last live sample, and the one being taken; rising rows
    Timestamp m_last;
    bool m_isLive = false;
    std::size_t m_samples = 0, m_bytes = 0;
    int m_generation = 0;
};

/// Reads a range of a history, sample by sample, as the quantities of some neighbouring rows. Of no use any more once the history
/// changed.
class DepthReader {
public:
    /// From the sample that holds `from` on; rows [firstRow, firstRow + rows).
    DepthReader(const DepthHistory& history, Timestamp from, std::int64_t firstRow, std::size_t rows);

    /// The next sample; false at the end. The moment it starts at, and the one at which the next begins or it is not to be believed
    /// any more.
    bool next();
    Timestamp from() const noexcept { return m_from; }
    Timestamp to() const noexcept { return m_to; }
    bool isLive() const noexcept { return m_isLive; }
    /// In units of 10^-scale.quantity, as far as a float goes: for drawing. Zero: nothing rests there. Meaningless in a gap.
    std::span<const float> quantities() const noexcept { return m_quantities; }

private:
    void readColumn();
    void readChanges(std::span<const std::uint8_t> bytes);
    Timestamp nextMoment() const;

    const DepthHistory& m_history;
    Timestamp m_start;
    std::int64_t m_firstRow;
    std::vector<float> m_quantities;
    std::size_t m_chunk = 0, m_column = 0, m_at = 0; ///< of the sample that comes next
    Timestamp m_from, m_to;
    bool m_isLive = false;
};

} // namespace spreadline
