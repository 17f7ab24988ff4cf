// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"

#include <span>
#include <string_view>
#include <vector>

namespace spreadline {

/// The instruments of a venue: immutable once made, so it may be read from any thread and shared by shared_ptr<const>. Ids are
/// positions. A refreshed list is a new table made by merge(), in which every symbol keeps the id it had.
class InstrumentTable {
public:
    InstrumentTable() = default;
    /// Gives ids out by position. Of equal symbols the first counts; the others are left out.
    explicit InstrumentTable(std::vector<Instrument> instruments);

    /// Symbols of `known` keep their ids and take over the filters of `loaded`; new symbols are appended in the order of `loaded`;
    /// a known symbol that `loaded` has no more stays, Closed.
    static InstrumentTable merge(const InstrumentTable& known, std::vector<Instrument> loaded);

    /// By the venue's symbol in upper case, as payloads spell it; nullptr when there is none. Constant time, no allocation.
    const Instrument* find(std::string_view symbol) const noexcept;
    /// By the lower-case symbol of a stream name ("btcusdt").
    const Instrument* findByStreamSymbol(std::string_view lower) const noexcept;
    const Instrument* find(InstrumentId id) const noexcept;

    std::span<const Instrument> all() const noexcept { return m_instruments; }
    std::size_t size() const noexcept { return m_instruments.size(); }
    bool empty() const noexcept { return m_instruments.empty(); }

private:
    void buildIndex();

    std::vector<Instrument> m_instruments;
    std::vector<std::uint32_t> m_slots; ///< open addressing, position + 1, 0 = free; a power of two, at most half full
};

} // namespace spreadline
