// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_tap.h"
#include "patience.h"
#include "session/frame_pump.h"

#include <QElapsedTimer>
#include <QObject>

#include <map>

namespace spreadline::faults {

/// What a person in front of the window sees: asks for frames as the window does and keeps the last of everything. Watches at every
/// frame that no channel of steady data is shown as Synced when its last valid data is too old. The test's thread.
class Screen : public QObject {
    Q_OBJECT
public:
    /// Badge within 3 s of the last data, plus what a loaded machine may add.
    static constexpr std::chrono::milliseconds staleWithin{3'000};
    static std::chrono::milliseconds slack() { return scaled(std::chrono::seconds(1)); }

    Screen(EngineLink& link, const MarketTap& tap);

    void setActive(bool active) { m_pump.setActive(active); }

    const std::vector<Instrument>& instruments() const { return m_instruments; }
    const Instrument* find(const std::string& symbol) const;
    BookPtr book(InstrumentId instrument) const;
    std::vector<std::int64_t> tape(InstrumentId instrument) const; ///< ids as they came, since the last reset
    TrustState tapeState(InstrumentId instrument) const;
    struct Chart {
        std::map<Timestamp, Kline> bars;
        bool loading = true;
        Trust trust;
    };
    const Chart& chart(ChartId chart) const { return m_charts[chart]; }
    const StatusView& status() const { return m_status; }
    /// The badge of a channel; Down when the status bar does not list it.
    TrustState stateOf(const Channel& channel) const;
    Errc reasonOf(const Channel& channel) const;
    bool allSynced() const; ///< every channel of the status bar
    /// When the badge first showed anything but Synced after `since`; nothing while it did not.
    std::optional<MarketTap::Clock::time_point> firstDoubt(const Channel& channel, MarketTap::Clock::time_point since) const;

    const std::vector<Notice>& notices() const { return m_notices; }
    bool hasNotice(Errc code) const;

    /// Books as they were shown as Synced, for comparison with the truth.
    const std::vector<MarketTap::BookMark>& shownBooks(InstrumentId instrument) const { return m_shownBooks[instrument]; }
    QStringList complaints() const { return m_complaints; }
    /// The longest time between two frames.
    std::chrono::milliseconds longestGap() const { return m_longestGap; }

private:
    void take(const ViewBatch& batch);
    void takeBook(const BookPtr& book);
    void takeTape(const TapeUpdate& tape);
    void takeChart(const ChartUpdate& chart);
    void takeStatus(const StatusView& status);
    void watchAges();

    const MarketTap& m_tap;
    FramePump m_pump;
    std::vector<Instrument> m_instruments;
    std::map<InstrumentId, BookPtr> m_books;
    std::map<InstrumentId, std::vector<std::int64_t>> m_tapes;
    std::map<InstrumentId, TrustState> m_tapeStates;
    mutable std::map<ChartId, Chart> m_charts;
    StatusView m_status;
    std::map<Channel, std::vector<std::pair<MarketTap::Clock::time_point, TrustState>>> m_badges;
    std::vector<Notice> m_notices;
    mutable std::map<InstrumentId, std::vector<MarketTap::BookMark>> m_shownBooks;
    QStringList m_complaints;
    MarketTap::Clock::time_point m_lastFrame;
    std::chrono::milliseconds m_longestGap{};
};

} // namespace spreadline::faults
