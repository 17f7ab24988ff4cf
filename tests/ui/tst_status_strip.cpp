// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_engine.h"
#include "shell/status_strip.h"
#include "style/display_options.h"
#include "test_main.h"
#include "widgets/status_cell.h"

#include <algorithm>

using namespace spreadline;
using namespace spreadline::test;

namespace {

struct Rig {
    ScriptedEngine engine;
    Terminal terminal;
    ThemeSource themes;
    DisplayOptions display;
    StatusStrip strip;

    explicit Rig(Terminal::Environment environment = Terminal::Environment::Practice)
        : terminal(engine, QStringLiteral("practice"), environment), strip(terminal, themes, display)
    {
        strip.setMinimumSize(1, 1); // as in the window, whose own least size counts
        strip.resize(1'600, 26);
        strip.setVisible(true);
        terminal.setActive(true);
    }
    void tell(std::vector<Trust> trusts)
    {
        ViewBatch batch;
        batch.status.emplace();
        batch.status->health.connected = batch.status->health.clockTrusted = true;
        batch.status->health.clockOffset = std::chrono::milliseconds(-12);
        batch.status->health.weightUsed = 106;
        batch.status->health.weightLimit = 2'400;
        for (const Trust& trust : trusts)
            batch.status->channels.push_back(
                {{StreamKind::Trades, InstrumentId{static_cast<std::uint32_t>(batch.status->channels.size())}, {}}, trust});
        engine.put(std::move(batch));
        QTRY_VERIFY(engine.isDealtWith());
    }
    QList<StatusCell*> cells() const { return strip.findChildren<StatusCell*>(); }
    auto shown() const
    {
        return std::ranges::count_if(cells(), [](StatusCell* cell) { return cell->isVisible(); });
    }
    bool says(const QString& value) const
    {
        return std::ranges::any_of(cells(), [&](StatusCell* cell) { return cell->value() == value; });
    }
};

} // namespace

class TstStatusStrip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsTrust();
    void narrowCutsNothing();
    void aRecordingsClockIsNotOurs();
};

void TstStatusStrip::tellsTrust()
{
    Rig rig;
    rig.tell({synced(), synced()});
    QCOMPARE(rig.strip.trustText(), QStringLiteral("Streams 2/2 synced"));
    rig.tell({synced(), {TrustState::Stale, Errc::Timeout, {}, {}}});
    QCOMPARE(rig.strip.trustText(), QStringLiteral("Streams 1/2 synced"));
}

void TstStatusStrip::narrowCutsNothing()
{
    Rig rig;
    rig.tell({synced(), synced()});
    QCOMPARE(rig.shown(), rig.cells().size());
    rig.strip.resize(700, 26);
    QTRY_VERIFY(rig.shown() < rig.cells().size());
    const auto isCut = [](const StatusCell* cell) { return cell->isVisible() && cell->width() < cell->sizeHint().width(); };
    QTRY_VERIFY(std::ranges::none_of(rig.cells(), isCut));
    QVERIFY(rig.says(QStringLiteral("Streams 2/2 synced")));
    rig.strip.resize(1'600, 26);
    QTRY_COMPARE(rig.shown(), rig.cells().size());
}

void TstStatusStrip::aRecordingsClockIsNotOurs()
{
    Rig live;
    live.tell({synced()});
    QVERIFY(live.says(QStringLiteral("\u221212 ms")));
    Rig replay(Terminal::Environment::Replay);
    replay.tell({synced()});
    QVERIFY(!replay.says(QStringLiteral("\u221212 ms")));
}

SPREADLINE_TEST(TstStatusStrip)
#include "tst_status_strip.moc"
