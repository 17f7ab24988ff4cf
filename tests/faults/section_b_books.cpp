// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_http.h"
#include "section_b.h"

#include <algorithm>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

int bookRequests(FaultRig& rig)
{
    return rig.truth().requestsOf(QStringLiteral("/depth?symbol=BTCUSDT"));
}

/// The badge left Synced for `reason`, and the book is a new one.
FaultCase::Step resyncsFor(Errc reason)
{
    return [reason](FaultRig& rig) {
        const auto changes = [&] { return rig.tap().trusts(rig.book); };
        const bool shown = rig.waitFor([&] { return rig.screen().firstDoubt(rig.book, {}).has_value(); }, 5s);
        const bool renewed = rig.waitFor([&] { return rig.tap().snapshots(rig.bitcoin) > 1; }, 5s);
        const auto list = changes();
        const bool blamed = std::ranges::any_of(list, [&](const auto& change) {
            return change.trust.state == TrustState::Resyncing && change.trust.reason == reason;
        });
        if (!shown || !renewed)
            return QStringLiteral("the book was never doubted");
        return blamed ? QString() : QStringLiteral("doubted for another reason");
    };
}

FaultCase oldSnapshotAtStart()
{
    return {.id = QStringLiteral("B01"),
            .title = QStringLiteral("the first snapshots are older than the stream"),
            .before =
                [](FaultRig& rig) {
                    return rig.truth().fault(R"({"verb":"book.old_snapshot","match":"BTCUSDT","n":2})")
                        ? QString()
                        : QStringLiteral("refused");
                },
            .verb = QStringLiteral("book.old_snapshot"),
            .atLeast = 2,
            .after =
                [](FaultRig& rig) {
                    if (rig.tap().snapshots(rig.bitcoin) != 1)
                        return QStringLiteral("an old snapshot was put out");
                    return bookRequests(rig) == 3 ? QString()
                                                  : QStringLiteral("%1 snapshots were asked for").arg(bookRequests(rig));
                }};
}

FaultCase oldSnapshotAtResync()
{
    return {.id = QStringLiteral("B01"),
            .title = QStringLiteral("the snapshot after a gap is older than the stream"),
            .faults =
                R"([{"verb":"book.old_snapshot","match":"BTCUSDT","n":1},{"verb":"book.gap","match":"btcusdt@depth","n":1}])",
            .verb = QStringLiteral("book.old_snapshot"),
            .after = [](FaultRig& rig) {
                return rig.tap().snapshots(rig.bitcoin) == 2
                    ? QString()
                    : QStringLiteral("%1 snapshots were put out").arg(rig.tap().snapshots(rig.bitcoin));
            }};
}

FaultCase gap()
{
    return {.id = QStringLiteral("B02"),
            .title = QStringLiteral("a gap in the sequence"),
            .faults = R"({"verb":"book.gap","match":"btcusdt@depth","n":1})",
            .verb = QStringLiteral("book.gap"),
            .during = resyncsFor(Errc::SequenceGap)};
}

FaultCase sequenceBeginsAnew()
{
    return {.id = QStringLiteral("B03"),
            .title = QStringLiteral("update ids begin at 1 again"),
            .faults = R"({"verb":"book.reset","match":"BTCUSDT","n":1})",
            .verb = QStringLiteral("book.reset"),
            .during = resyncsFor(Errc::SequenceGap),
            .after = [](FaultRig& rig) {
                const auto marks = rig.tap().bookMarks(rig.bitcoin);
                return marks.back().updateId < marks.front().updateId ? QString() : QStringLiteral("the book has the old ids");
            }};
}

/// Crossed for one update is borne, longer is not: then nothing is shown as Synced until a new snapshot.
FaultCase crossed()
{
    return {.id = QStringLiteral("B04"),
            .title = QStringLiteral("the venue sends a crossed book"),
            .faults = R"({"verb":"book.cross","match":"btcusdt@depth","n":8,"ticks":3})",
            .verb = QStringLiteral("book.cross"),
            .atLeast = 4,
            .during = [](FaultRig& rig) {
                const bool shown = rig.waitFor([&] { return rig.screen().firstDoubt(rig.book, {}).has_value(); }, 5s);
                if (!shown || !rig.screen().hasNotice(Errc::CrossedBook))
                    return QStringLiteral("nobody was told of a crossed book");
                return rig.waitFor([&] { return rig.tap().snapshots(rig.bitcoin) > 1; }, 5s) ? QString()
                                                                                             : QStringLiteral("no new snapshot");
            }};
}

FaultCase locked()
{
    return {.id = QStringLiteral("B05"),
            .title = QStringLiteral("the venue sends a locked book"),
            .faults = R"({"verb":"book.lock","match":"btcusdt@depth","n":8})",
            .verb = QStringLiteral("book.lock"),
            .atLeast = 8,
            .after = [](FaultRig& rig) {
                return rig.tap().snapshots(rig.bitcoin) == 1 && !rig.screen().hasNotice(Errc::CrossedBook)
                    ? QString()
                    : QStringLiteral("a locked book was taken for a crossed one");
            }};
}

FaultCase ghostLevels()
{
    return {.id = QStringLiteral("B08"),
            .title = QStringLiteral("levels are deleted that never were"),
            .faults = R"({"verb":"book.ghost","match":"btcusdt@depth","n":10})",
            .verb = QStringLiteral("book.ghost"),
            .atLeast = 10,
            .after = [](FaultRig& rig) {
                return rig.tap().snapshots(rig.bitcoin) == 1 ? QString() : QStringLiteral("the book was doubted");
            }};
}

FaultCase wideBook()
{
    constexpr qint64 memoryAllowed = 150; // MiB, of exchange and program in one process, for a message of some 2 MB
    const auto before = std::make_shared<qint64>();
    return {.id = QStringLiteral("B08"),
            .title = QStringLiteral("a hundred thousand levels in one message"),
            .faults = R"({"verb":"book.wide","match":"btcusdt@depth","n":1,"levels":100000})",
            .act =
                [before](FaultRig&) {
                    forgetPeakMemory();
                    *before = memoryNow();
                    return QString();
                },
            .verb = QStringLiteral("book.wide"),
            .after =
                [before](FaultRig& rig) {
                    const BookPtr book = rig.screen().book(rig.bitcoin);
                    if (book->bids.size() > 100 || book->asks.size() > 100)
                        return QStringLiteral("more levels are shown than were asked for");
                    const qint64 grown = memoryPeak() - *before;
                    return grown <= memoryAllowed ? QString() : QStringLiteral("memory grew by %1 MiB").arg(grown);
                }};
}

} // namespace

std::vector<FaultCase> falseBooks()
{
    return {
        oldSnapshotAtStart(), oldSnapshotAtResync(), gap(), sequenceBeginsAnew(), crossed(), locked(), ghostLevels(), wideBook()};
}

bool sendsFalseBook(const FaultCase& faultCase)
{
    const QStringList verbs{QStringLiteral("book.cross"), QStringLiteral("book.lock"), QStringLiteral("book.wide")};
    const bool isOfAnotherScale = faultCase.faults.contains(R"("tickSize":"0.01")"); // the same book has another hash then
    return verbs.contains(faultCase.verb) || isOfAnotherScale;
}

QStringList runWithFalseBook(const FaultCase& faultCase)
{
    QStringList wrong = run(faultCase);
    wrong.removeIf([](const QString& line) {
        const bool isJudgedByTruth =
            line.contains(QStringLiteral("was Synced")) && line.contains(QStringLiteral("is not the venue's"));
        const bool isUntilCoreObjects =
            line.contains(QStringLiteral("CrossedBook")) || line.contains(QStringLiteral("the book is stale: CrossedBook"));
        return isJudgedByTruth || isUntilCoreObjects;
    });
    return wrong;
}

} // namespace spreadline::faults
