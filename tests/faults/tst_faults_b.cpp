// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_b.h"

#include "market/order_book.h"
#include "test_main.h"

#include <mutex>
#include <set>

using namespace spreadline;
using namespace spreadline::faults;
using namespace std::chrono_literals;

/// Section B of the fault catalogue: market data, books, bars.
class TstFaultsB : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void survives_data();
    void survives();
    void aMergedSnapshotIsCaught();

private:
    std::vector<FaultCase> m_rows;
};

namespace {

/// What ccxt#29210 did: the snapshot after a reconnect is laid over the levels that were there before, as if it were a change.
class MergingBooks {
public:
    bool operator()(MarketEvent& event)
    {
        const std::lock_guard lock(m_books->mutex);
        if (auto* snapshot = std::get_if<BookSnapshot>(&event))
            merge(*snapshot);
        else if (const auto* delta = std::get_if<BookDelta>(&event))
            return static_cast<bool>(m_books->known[delta->instrument].apply(*delta)) || true;
        return true;
    }

private:
    void merge(BookSnapshot& snapshot)
    {
        OrderBook& book = m_books->known[snapshot.instrument];
        lay(book.bids(), snapshot.bids, std::greater<>());
        lay(book.asks(), snapshot.asks, std::less<>());
        book.reset(snapshot);
    }
    template<typename Order>
    static void lay(std::span<const BookLevel> old, std::vector<BookLevel>& fresh, Order order)
    {
        std::set<std::int64_t> have;
        for (const BookLevel& level : fresh)
            have.insert(level.price);
        std::ranges::copy_if(old, std::back_inserter(fresh), [&](const BookLevel& level) { return !have.contains(level.price); });
        std::ranges::sort(fresh, order, &BookLevel::price);
    }

    struct Books {
        std::mutex mutex;
        std::map<InstrumentId, OrderBook> known;
    };
    std::shared_ptr<Books> m_books = std::make_shared<Books>();
};

} // namespace

void TstFaultsB::survives_data()
{
    m_rows.clear();
    for (auto* part : {&falseBooks, &falseNumbers, &falseBars, &changedSymbols, &falseStamps, &heavyLoads})
        std::ranges::move((*part)(), std::back_inserter(m_rows));
    addRows(m_rows);
}

void TstFaultsB::survives()
{
    QFETCH(int, row);
    const FaultCase& faultCase = m_rows[static_cast<std::size_t>(row)];
    const QStringList wrong = sendsFalseBook(faultCase) ? runWithFalseBook(faultCase) : run(faultCase);
    QCOMPARE(wrong.join(QLatin1Char('\n')), QString());
}

/// B09, with the program as it is and with one that merges: the same row passes and fails.
void TstFaultsB::aMergedSnapshotIsCaught()
{
    const auto away = [](FaultRig& rig) {
        rig.streams().with([](TcpShim& shim) { shim.refuse(); });
        const auto since = MarketTap::Clock::now();
        rig.waitFor([&] { return MarketTap::Clock::now() - since > 3s && rig.screen().stateOf(rig.book) == TrustState::Down; },
                    10s);
        return QString();
    };
    FaultCase faultCase{.act = away, .fired = [](FaultRig& rig) { return rig.streams().fired(); }};
    QCOMPARE(run(faultCase).join(QLatin1Char('\n')), QString());
    faultCase.rig.mutant = MergingBooks();
    faultCase.convergesWithin = 5s;
    const QString wrong = run(faultCase).join(QLatin1Char('\n'));
    QVERIFY2(wrong.contains(QStringLiteral("is not the venue's")), qPrintable(wrong));
}

SPREADLINE_TEST(TstFaultsB)
#include "tst_faults_b.moc"
