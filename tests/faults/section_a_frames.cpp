// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_a.h"

#include <algorithm>

#include <QFile>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

/// A step that is a question: "" when it is answered with yes in time.
FaultCase::Step eventually(std::chrono::milliseconds within, const char* what, std::function<bool(FaultRig&)> condition)
{
    return [=](FaultRig& rig) {
        return rig.waitFor([&] { return condition(rig); }, within) ? QString() : QString::fromLatin1(what);
    };
}

bool wasDoubted(FaultRig& rig)
{
    return rig.tap().snapshots(rig.bitcoin) >= 2 && rig.screen().firstDoubt(rig.book, rig.begun());
}

/// Nobody noticed: one snapshot a book, no rejected frame, no reconnect.
QString nothingHappened(FaultRig& rig)
{
    const VenueHealth health = rig.tap().health();
    if (rig.tap().snapshots(rig.bitcoin) != 1 || rig.tap().snapshots(rig.ether) != 1)
        return QStringLiteral("a book was resynchronised");
    if (health.rejected != 0 || health.reconnects != 0)
        return QStringLiteral("%1 frames rejected, %2 reconnects").arg(health.rejected).arg(health.reconnects);
    return {};
}

FaultCase dropped()
{
    return {.id = QStringLiteral("A01"),
            .title = QStringLiteral("one depth frame dropped"),
            .faults = R"({"verb":"ws.drop","match":"btcusdt@depth","n":1})",
            .verb = QStringLiteral("ws.drop"),
            .during = eventually(5s, "the gap was not seen", wasDoubted)};
}

FaultCase droppedOften()
{
    return {.id = QStringLiteral("A02"),
            .title = QStringLiteral("frames dropped at random"),
            .faults = isLong() ? R"({"verb":"ws.drop","p":0.01,"seed":7})" : R"({"verb":"ws.drop","p":0.05,"seed":7})",
            .verb = QStringLiteral("ws.drop"),
            .atLeast = isLong() ? 60 : 15, // a minute of one in a hundred, a few seconds of one in twenty
            .firesWithin = isLong() ? 120s : 20s,
            .during = eventually(10s, "no book was resynchronised", wasDoubted),
            .after = [](FaultRig& rig) {
                const auto snapshots = rig.truth().requestsOf(QStringLiteral("/depth"));
                const auto drops = rig.truth().fired(QStringLiteral("ws.drop"));
                return snapshots <= 2 + 2 * drops ? QString()
                                                  : QStringLiteral("%1 snapshots for %2 drops").arg(snapshots).arg(drops);
            }};
}

FaultCase doubled()
{
    FaultCase row{.id = QStringLiteral("A03"),
                  .title = QStringLiteral("frames sent twice"),
                  .faults = R"({"verb":"ws.dup","p":0.2,"seed":3})",
                  .verb = QStringLiteral("ws.dup"),
                  .atLeast = 20,
                  .after = nothingHappened};
    row.rig.barEndsIn = 9s;
    row.during = eventually(15s, "no bar closed",
                            [](FaultRig& rig) { return !rig.tap().closes(rig.bitcoin, rig.klines.interval).empty(); });
    return row;
}

FaultCase shuffled()
{
    FaultCase row{.id = QStringLiteral("A04"),
                  .title = QStringLiteral("frames out of order within five"),
                  .faults = R"({"verb":"ws.reorder","k":5,"seed":5})",
                  .verb = QStringLiteral("ws.reorder"),
                  .atLeast = 100};
    row.rig.barEndsIn = 9s;
    row.during = eventually(15s, "no bar closed",
                            [](FaultRig& rig) { return !rig.tap().closes(rig.bitcoin, rig.klines.interval).empty(); });
    return row;
}

FaultCase truncated()
{
    return {.id = QStringLiteral("A05"),
            .title = QStringLiteral("truncated JSON in a whole frame"),
            .faults = R"({"verb":"ws.trunc","match":"btcusdt@depth","bytes":37,"n":2})",
            .verb = QStringLiteral("ws.trunc"),
            .atLeast = 2,
            .during = eventually(5s, "not counted, shown and resynchronised", [](FaultRig& rig) {
                return wasDoubted(rig) && rig.screen().status().health.rejected >= 2 && rig.screen().hasNotice(Errc::BadFrame);
            })};
}

FaultCase cutMidFrame()
{
    return {.id = QStringLiteral("A06"),
            .title = QStringLiteral("connection reset in the middle of a frame"),
            .act =
                [](FaultRig& rig) {
                    rig.streams().with([](TcpShim& shim) { shim.resetAfter(20'001); });
                    return QString();
                },
            .fired = [](FaultRig& rig) { return rig.streams().fired(); },
            .atLeast = 2,
            .during = eventually(10s, "no reconnect was counted",
                                 [](FaultRig& rig) { return rig.screen().status().health.reconnects >= 1; }),
            .after =
                [](FaultRig& rig) {
                    return rig.tap().health().rejected == 0 ? QString() : QStringLiteral("half a frame was looked at");
                }};
}

FaultCase mutated(const char* how)
{
    return {.id = QStringLiteral("A07"),
            .title = QStringLiteral("valid JSON of the wrong shape: ") + QString::fromLatin1(how),
            .faults = QByteArray(R"({"verb":"ws.mutate","match":"btcusdt@depth","n":6,"how":")") + how + R"("})",
            .verb = QStringLiteral("ws.mutate"),
            .atLeast = 6,
            .during = eventually(5s, "not rejected, resynchronised and sounded as an alarm", [](FaultRig& rig) {
                const auto& notices = rig.screen().notices();
                return wasDoubted(rig) && rig.screen().status().health.rejected >= 6
                    && std::ranges::any_of(notices, [](const Notice& notice) { return notice.severity == Severity::Alarm; });
            })};
}

FaultCase unknownExtras()
{
    return {.id = QStringLiteral("A08"),
            .title = QStringLiteral("unknown event types and extra fields"),
            .faults = R"({"verb":"ws.extra","p":0.3,"seed":9})",
            .verb = QStringLiteral("ws.extra"),
            .atLeast = 30,
            .during = eventually(5s, "not counted", [](FaultRig& rig) { return rig.screen().status().health.unknown >= 30; }),
            .after = nothingHappened};
}

FaultCase oddOpcode(const char* how, int closeCode)
{
    return {.id = QStringLiteral("A09"),
            .title = QStringLiteral("a frame that is ") + QString::fromLatin1(how),
            .faults = QByteArray(R"({"verb":"ws.opcode","match":"btcusdt@depth","n":1,"how":")") + how + R"("})",
            .verb = QStringLiteral("ws.opcode"),
            .during = eventually(10s, "not closed by us with the right code", [closeCode](FaultRig& rig) {
                const auto connections = rig.truth().connections();
                return std::ranges::any_of(connections, [closeCode](const auto& connection) {
                    return !connection.open && !connection.closedByUs && connection.closeCode == closeCode;
                });
            })};
}

/// The highest resident memory since forgetPeak(), bytes.
std::int64_t peakBytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6).simplified().split(' ').value(0).toLongLong() * 1'024;
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

bool isTooLarge(const MarketTap::TrustChange& change)
{
    return change.trust.state == TrustState::Down && change.trust.reason == Errc::FrameTooLarge;
}

/// `head`, then `unit` so many times, is what the program reads after its handshake.
FaultCase huge(const char* what, const QByteArray& head, const QByteArray& unit, int times)
{
    const auto before = std::make_shared<std::int64_t>(0);
    return {.id = QStringLiteral("A10"),
            .title = QString::fromLatin1(what),
            .act =
                [=](FaultRig& rig) {
                    forgetPeak();
                    *before = peakBytes();
                    rig.streams().with([&](TcpShim& shim) {
                        shim.inject(head, unit, times);
                        shim.resetAll();
                    });
                    return QString();
                },
            .fired = [](FaultRig& rig) { return rig.streams().fired(); },
            .atLeast = 2, // met by one connection at a time
            .during =
                [before](FaultRig& rig) {
                    const std::int64_t growth = peakBytes() - *before;
                    if (growth >= 16 << 20)
                        return QStringLiteral("%1 bytes more in memory").arg(growth);
                    const auto wasTooLarge = [&rig](const Channel& channel) {
                        return std::ranges::any_of(rig.tap().trusts(channel), isTooLarge);
                    };
                    const bool refused = rig.waitFor([&] { return wasTooLarge(rig.book) || wasTooLarge(rig.trades); }, 5s);
                    return refused ? QString() : QStringLiteral("no channel says that the frame was too large");
                }};
}

/// A text frame of 64 MB.
FaultCase hugeFrame()
{
    const QByteArray head = QByteArray::fromHex("817f0000000004000000");
    return huge("a message of 64 MB in one frame", head, QByteArray(65'536, ' '), 1'024);
}

/// A message of a million fragments, 64 bytes each.
FaultCase manyFragments()
{
    const QByteArray payload(64, ' ');
    const QByteArray next = QByteArray::fromHex("0040") + payload;
    return huge("a message of 64 MB in a million fragments", QByteArray::fromHex("0140") + payload, next.repeated(1'000), 1'000);
}

FaultCase singleBytes()
{
    return {.id = QStringLiteral("A11"),
            .title = QStringLiteral("every byte in a segment of its own"),
            .act =
                [](FaultRig& rig) {
                    rig.streams().with([](TcpShim& shim) { shim.split(1); });
                    return QString();
                },
            .fired = [](FaultRig& rig) { return rig.streams().fired(); },
            .atLeast = 20'000,
            .after = nothingHappened};
}

} // namespace

std::vector<FaultCase> spoiltFrames()
{
    return {dropped(),
            droppedOften(),
            doubled(),
            shuffled(),
            truncated(),
            cutMidFrame(),
            mutated("null"),
            mutated("array"),
            mutated("object"),
            mutated("missing"),
            unknownExtras(),
            oddOpcode("binary", 1003),
            oddOpcode("utf8", 1007),
            oddOpcode("reserved", 1002),
            hugeFrame(),
            manyFragments(),
            singleBytes()};
}

} // namespace spreadline::faults
