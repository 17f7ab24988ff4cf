// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_rig.h"
#include "property.h"
#include "runtime/event_codec.h"
#include "runtime/journal.h"
#include "runtime/journal_reader.h"
#include "test_main.h"

#include <QTemporaryDir>

#include <map>

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

/// One of each kind, with every field away from its default.
std::vector<CoreEvent> oneOfEach()
{
    const auto price = [](std::int64_t n) { return Price::fromMantissa(n, 2); };
    const auto quantity = [](std::int64_t n) { return Quantity::fromMantissa(n, 3); };
    Instrument instrument{
        first,       "AAAUSDT",   "AAA",       "USDT",      InstrumentStatus::Break,   minuteAt(1), price(1), price(2), price(3),
        quantity(4), quantity(5), quantity(6), quantity(7), Money::fromMantissa(8, 5), price(9),    price(10)};
    const Error error{Errc::BadFrame, "where", "detail \0 with zero"};
    std::vector<std::variant<MarketEvent, Command, Timer>> all{
        MarketEvent(tradeAt(-7, minuteAt(2), INT64_MAX)),
        MarketEvent(BookDelta{first, 1, 2, INT64_MIN, minuteAt(1), {2, 3}, {{1, 2}}, {{3, 4}, {5, 0}}}),
        MarketEvent(BookTop{first, 9, minuteAt(1), {1, 1}, {1, 2}, {3, 4}}),
        MarketEvent(BookSnapshot{first, 5, minuteAt(1), {2, 3}, {{1, 2}}, {}}),
        MarketEvent(KlineUpdate{first, Interval::volume(3), bar(3)}),
        MarketEvent(MarkPrice{first, price(1), price(2), price(-3), minuteAt(4), minuteAt(5)}),
        MarketEvent(
            Ticker24h{first, price(1), price(2), price(3), price(4), quantity(5), Money::fromMantissa(6, 1), 7, minuteAt(1)}),
        MarketEvent(Liquidation{first, Side::Sell, price(1), quantity(2), minuteAt(3)}),
        MarketEvent(
            ChannelTrust{{StreamKind::Klines, first, minute}, {TrustState::Partial, Errc::GeoBlocked, minuteAt(1), minuteAt(2)}}),
        MarketEvent(InstrumentsLoaded{{instrument, instrument}, Source::Store}),
        MarketEvent(KlineHistory{first, minute, minuteAt(1), minuteAt(2), bars(1, 2), Source::Store, error}),
        MarketEvent(TradeHistory{first, {tradeAt(1, minuteAt(1))}, Source::Venue, {}}),
        MarketEvent(DerivativeHistory{first,
                                      DerivativeSeries::OpenInterest,
                                      std::chrono::minutes(5),
                                      minuteAt(0),
                                      minuteAt(9),
                                      {{minuteAt(5), Price::fromMantissa(12'345, 2)}},
                                      {}}),
        MarketEvent(FrameRejected{error}),
        MarketEvent(VenueHealth{"practice", true, 1ns, 2ns, 3ns, -4ns, true, 5, 6, minuteAt(7), 8, 9, 10, 11, 12, 13}),
        Command(SetInterest{{{{ChartId{4}, first, minute, 7}}, {{first, 20, 5}}, {InstrumentId{1}}}}),
        Command(LoadOlder{ChartId{3}}),
        Command(ResyncBook{InstrumentId{1}}),
        Command(RequestFrame{77}),
        Timer{Timer::Kind::Start, 5},
    };
    std::vector<CoreEvent> events;
    for (auto& what : all)
        events.push_back({minuteAt(static_cast<int>(events.size() * 7 % 5)), std::move(what)});
    return events;
}

std::string encoded(const CoreEvent& event)
{
    ByteWriter bytes;
    encode(bytes, event, {});
    return bytes.take();
}

struct Recording {
    QTemporaryDir folder;
    fs::path file;

    explicit Recording(const std::vector<CoreEvent>& events, std::optional<std::uint64_t> hash = {},
                       std::size_t blockSize = 4'096, std::uintmax_t partSize = 64U << 20)
    {
        Journal::Config config;
        config.folder = folder.path().toStdString();
        config.start = minuteAt(0);
        config.blockSize = blockSize;
        config.partSize = partSize;
        config.maxWaitingBlocks = 100'000; // the test records faster than a disk writes
        auto journal = Journal::open(config);
        file = (*journal)->firstPart();
        for (const CoreEvent& event : events)
            (*journal)->record(event);
        if (hash)
            (*journal)->finish(*hash);
    }
};

void damage(const fs::path& file, std::uintmax_t at, bool cut)
{
    if (cut) {
        fs::resize_file(file, at);
        return;
    }
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekg(static_cast<std::streamoff>(at));
    const char byte = static_cast<char>(stream.get() ^ 0x10);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.put(byte);
}

} // namespace

class TstJournal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyEventSurvives();
    void theVersionKnowsTheCodes();
    void brokenBytesNeverCrash();
    void replayEndsInTheSameHash();
    void partsAreReadInTurn();
    void damageIsReported_data();
    void damageIsReported();
    void noJournalAtAll_data();
    void noJournalAtAll();
    void oldSessionsGoAsAWhole();
    void aSessionThatFillsTheFolderEndsReplayable();
    void anUnwritableFolderIsSaid();
    void partsAreTheOwnersAlone();
};

void TstJournal::everyEventSurvives()
{
    const auto events = oneOfEach();
    Recording recording(events, 42, 64);
    std::vector<std::string> seen;
    const auto summary = JournalReader::read(recording.file, [&](const CoreEvent& event) { seen.push_back(encoded(event)); });
    QVERIFY(summary.hasValue());
    QVERIFY(!summary->damage);
    QCOMPARE(summary->finalHash, std::optional<std::uint64_t>(42));
    QCOMPARE(seen.size(), events.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        QCOMPARE(seen[i], encoded(events[i]));
    ByteReader bytes(seen[9]);
    const auto decoded = decode(bytes, {});
    QCOMPARE(std::get<InstrumentsLoaded>(std::get<MarketEvent>(decoded->what)),
             std::get<InstrumentsLoaded>(std::get<MarketEvent>(events[9].what)));
}

/// Journals hold a code by its place. A change of the list that moves one needs a new version, and then these two lines.
void TstJournal::theVersionKnowsTheCodes()
{
    std::string codes;
    for (int code = 0; code <= static_cast<int>(Errc::Internal); ++code)
        codes.append(name(static_cast<Errc>(code))).append(" ");
    QCOMPARE(journalformat::version, 3U);
    QCOMPARE(journalformat::checksum(codes), 0x7b621eb3U);
}

void TstJournal::brokenBytesNeverCrash()
{
    const auto events = oneOfEach();
    property("cut or flipped bytes are refused or read as something, never more", [&] {
        std::string bytes = encoded(events[*rc::gen::inRange<std::size_t>(0, events.size())]);
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        if (*rc::gen::arbitrary<bool>())
            bytes.resize(at);
        else
            bytes[at] = *rc::gen::arbitrary<char>();
        ByteReader reader(bytes);
        const auto event = decode(reader, {});
        RC_ASSERT(event.hasValue() != reader.failed());
    });
}

void TstJournal::replayEndsInTheSameHash()
{
    CoreRig rig;
    rig.begin();
    ViewInterest interest;
    interest.charts = {{ChartId{1}, first, minute, 10}, {ChartId{2}, first, Interval::time(1s), 10}};
    rig.command(SetInterest{interest});
    rig.answerStore(bars(-5, -1));
    for (int i = 1; i < 3'000; ++i) {
        rig.now = rig.now + 37ms;
        rig.market(tradeAt(i, rig.now, 10'000 + i % 17));
        if (i % 7 == 0)
            rig.tick();
    }
    Recording recording(rig.events, rig.core.stateHash());
    CoreRig again;
    const auto summary = JournalReader::read(recording.file, [&](const CoreEvent& event) { again.core.step(event); });
    QCOMPARE(summary->events, static_cast<std::int64_t>(rig.events.size()));
    QCOMPARE(*summary->finalHash, again.core.stateHash());
}

void TstJournal::partsAreReadInTurn()
{
    std::vector<CoreEvent> events;
    for (int i = 0; i < 5'000; ++i)
        events.push_back({minuteAt(i), MarketEvent(tradeAt(i, minuteAt(i)))});
    Recording recording(events, 7, 1'000, 10'000);
    std::int64_t expected = 0;
    const auto summary = JournalReader::read(recording.file, [&](const CoreEvent& event) {
        QCOMPARE(std::get<Trade>(std::get<MarketEvent>(event.what)).id, expected);
        ++expected;
    });
    QVERIFY(summary->parts > 5);
    QCOMPARE(summary->events, 5'000);
    QCOMPARE(summary->finalHash, std::optional<std::uint64_t>(7));
    const auto later =
        JournalReader::read(recording.file.parent_path() / "session-1767225600000-3.sprj", [](const CoreEvent&) {});
    QCOMPARE(later.error().code, Errc::BadFile);
    QVERIFY2(later.error().detail.starts_with("part 3 of a session"), later.error().detail.c_str());
}

void TstJournal::damageIsReported_data()
{
    QTest::addColumn<int>("fromEnd");
    QTest::addColumn<bool>("cut");
    QTest::newRow("torn in the last block") << 30 << true;
    QTest::newRow("torn in a block header") << 10 << true;
    QTest::newRow("a flipped bit") << 40 << false;
}

void TstJournal::damageIsReported()
{
    QFETCH(int, fromEnd);
    QFETCH(bool, cut);
    std::vector<CoreEvent> events;
    for (int i = 0; i < 1'000; ++i)
        events.push_back({minuteAt(i), MarketEvent(tradeAt(i, minuteAt(i)))});
    Recording recording(events, 7, 1'000);
    damage(recording.file, fs::file_size(recording.file) - static_cast<std::uintmax_t>(fromEnd), cut);
    std::int64_t good = 0;
    const auto summary = JournalReader::read(recording.file, [&](const CoreEvent&) { ++good; });
    QVERIFY(summary->damage.has_value());
    QCOMPARE(summary->damage->code, Errc::BadFile);
    QVERIFY(!summary->finalHash);
    QCOMPARE(summary->events, good);
    QVERIFY(good > 900);
}

void TstJournal::noJournalAtAll_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << QByteArray() << static_cast<int>(Errc::BadFile);
    QTest::newRow("something else") << QByteArray("{\"not\": \"a journal, but long enough\"}") << static_cast<int>(Errc::BadFile);
    QTest::newRow("of before the codes had their places")
        << QByteArray("SPRDJRNL\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 24) << static_cast<int>(Errc::BadFile);
    QTest::newRow("from the future") << QByteArray("SPRDJRNL\x09\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 24)
                                     << static_cast<int>(Errc::SchemaTooNew);
}

void TstJournal::noJournalAtAll()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QTemporaryDir folder;
    const fs::path file = folder.filePath(QStringLiteral("x.sprj")).toStdString();
    QCOMPARE(JournalReader::read(file, [](const CoreEvent&) {}).error().code, Errc::NotFound);
    std::ofstream(file, std::ios::binary).write(bytes.data(), bytes.size());
    const auto read = JournalReader::read(file, [](const CoreEvent&) {});
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
}

void TstJournal::oldSessionsGoAsAWhole()
{
    QTemporaryDir folder;
    Journal::Config config;
    config.folder = folder.path().toStdString();
    config.blockSize = 1'000;
    config.partSize = 10'000;
    config.folderSize = 60'000;
    config.maxWaitingBlocks = 10'000;
    for (int session = 0; session < 8; ++session) {
        config.start = minuteAt(session);
        auto journal = Journal::open(config);
        for (int i = 0; i < 500; ++i)
            (*journal)->record({minuteAt(i), MarketEvent(tradeAt(i, minuteAt(i)))});
        (*journal)->finish(1);
    }
    std::uintmax_t total = 0;
    std::map<std::string, int> sessions;
    for (const auto& entry : fs::directory_iterator(config.folder)) {
        total += entry.file_size();
        ++sessions[entry.path().stem().string().substr(0, std::string("session-1767225600000").size())];
    }
    QVERIFY(total <= config.folderSize + config.partSize);
    QVERIFY2(sessions.size() > 1 && sessions.size() < 8, "the oldest went, the others stayed");
    QVERIFY(sessions.contains("session-" + std::to_string(minuteAt(7).millis())));
    for (const auto& [name, parts] : sessions) {
        const auto summary = JournalReader::read(config.folder / (name + "-0.sprj"), [](const CoreEvent&) {});
        QVERIFY2(summary.hasValue(), name.c_str());
        QCOMPARE(summary->parts, parts);
        QCOMPARE(summary->events, 500);
        QVERIFY(summary->finalHash.has_value());
    }
}

void TstJournal::aSessionThatFillsTheFolderEndsReplayable()
{
    QTemporaryDir folder;
    Journal::Config config;
    config.folder = folder.path().toStdString();
    config.start = minuteAt(0);
    config.blockSize = 1'000;
    config.partSize = 10'000;
    config.folderSize = 50'000;
    config.maxWaitingBlocks = 10'000;
    fs::path file;
    {
        auto journal = Journal::open(config);
        file = (*journal)->firstPart();
        for (int i = 0; i < 20'000; ++i)
            (*journal)->record({minuteAt(i), MarketEvent(tradeAt(i, minuteAt(i)))});
        QTRY_VERIFY(!(*journal)->health());
        QCOMPARE((*journal)->health().error().code, Errc::RecordingFull);
    }
    std::uintmax_t total = 0;
    for (const auto& entry : fs::directory_iterator(config.folder))
        total += entry.file_size();
    QVERIFY(total <= config.folderSize + config.partSize);
    QVERIFY(total > config.folderSize / 2);
    std::int64_t expected = 0;
    const auto summary = JournalReader::read(file, [&](const CoreEvent& event) {
        QCOMPARE(std::get<Trade>(std::get<MarketEvent>(event.what)).id, expected);
        ++expected;
    });
    QVERIFY2(summary.hasValue() && !summary->damage, "from the session's beginning, whole");
    QVERIFY(summary->events > 1'000);
    QVERIFY(!summary->finalHash);
}

void TstJournal::anUnwritableFolderIsSaid()
{
    Journal::Config config;
    config.folder = "/proc/no/such/place";
    QCOMPARE(Journal::open(config).error().code, Errc::CannotWrite);
}

void TstJournal::partsAreTheOwnersAlone()
{
    QTemporaryDir folder;
    Journal::Config config;
    config.folder = folder.path().toStdString();
    config.start = minuteAt(0);
    const auto journal = Journal::open(config);
    QVERIFY(journal);
    QCOMPARE(fs::status((*journal)->firstPart()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

SPREADLINE_TEST(TstJournal)
#include "tst_journal.moc"
