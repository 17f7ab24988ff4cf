// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/instrument_table.h"

#include "base/hash.h"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace spreadline {
namespace {

constexpr std::size_t longestSymbol = 64;

/// Eight bytes at a time: symbols are short, and this runs once per message.
std::uint64_t hashOf(std::string_view text) noexcept
{
    std::uint64_t hash = text.size();
    while (text.size() >= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), sizeof word);
        hash = mix64(hash ^ word);
        text.remove_prefix(sizeof word);
    }
    std::uint64_t rest = 0;
    if (!text.empty())
        std::memcpy(&rest, text.data(), text.size());
    return mix64(hash ^ rest);
}

} // namespace

InstrumentTable::InstrumentTable(std::vector<Instrument> instruments) : m_instruments(std::move(instruments))
{
    buildIndex();
}

void InstrumentTable::buildIndex()
{
    m_slots.assign(std::bit_ceil(m_instruments.size() * 2 + 2), 0);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_instruments.size(); ++i) {
        if (find(m_instruments[i].symbol))
            continue;
        if (kept != i)
            m_instruments[kept] = std::move(m_instruments[i]);
        m_instruments[kept].id = InstrumentId{static_cast<std::uint32_t>(kept)};
        std::size_t slot = hashOf(m_instruments[kept].symbol) & (m_slots.size() - 1);
        while (m_slots[slot] != 0)
            slot = (slot + 1) & (m_slots.size() - 1);
        m_slots[slot] = static_cast<std::uint32_t>(++kept);
    }
    m_instruments.resize(kept);
}

InstrumentTable InstrumentTable::merge(const InstrumentTable& known, std::vector<Instrument> loaded)
{
    std::vector<Instrument> merged(known.m_instruments);
    for (Instrument& instrument : merged)
        instrument.status = InstrumentStatus::Closed;
    for (Instrument& instrument : loaded) {
        if (const Instrument* old = known.find(instrument.symbol)) {
            instrument.id = old->id;
            merged[index(old->id)] = std::move(instrument);
        } else {
            merged.push_back(std::move(instrument));
        }
    }
    return InstrumentTable(std::move(merged));
}

const Instrument* InstrumentTable::find(std::string_view symbol) const noexcept
{
    if (m_slots.empty())
        return nullptr;
    for (std::size_t slot = hashOf(symbol) & (m_slots.size() - 1); m_slots[slot] != 0; slot = (slot + 1) & (m_slots.size() - 1)) {
        const Instrument& candidate = m_instruments[m_slots[slot] - 1];
        if (candidate.symbol == symbol)
            return &candidate;
    }
    return nullptr;
}

const Instrument* InstrumentTable::findByStreamSymbol(std::string_view lower) const noexcept
{
    std::array<char, longestSymbol> upper;
    if (lower.size() > upper.size())
        return nullptr;
    for (std::size_t i = 0; i < lower.size(); ++i) // ASCII only: symbols of other scripts have no case and pass through
        upper[i] = lower[i] >= 'a' && lower[i] <= 'z' ? static_cast<char>(lower[i] - 'a' + 'A') : lower[i];
    return find(std::string_view(upper.data(), lower.size()));
}

const Instrument* InstrumentTable::find(InstrumentId id) const noexcept
{
    return index(id) < m_instruments.size() ? &m_instruments[index(id)] : nullptr;
}

} // namespace spreadline
