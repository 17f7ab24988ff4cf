// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/watchlist_panel.h"
#include "market/watchlist_view.h"
#include "models/active_instrument.h"
#include "models/favourites.h"
#include "scripted_engine.h"
#include "style/display_options.h"
#include "style/format.h"
#include "test_main.h"
#include "widgets/search_field.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>

using namespace spreadline;
using namespace spreadline::test;

namespace {

/// A watchlist on a scripted engine.
struct Rig {
    ScriptedEngine engine;
    Terminal terminal{engine, QStringLiteral("practice"), Terminal::Environment::Practice};
    ThemeSource themes;
    DisplayOptions display;
    Favourites favourites;
    ActiveInstrument active;
    WatchlistPanel panel{{terminal.market(), themes, display, favourites, active}};

    Rig()
    {
        panel.resize(460, 400);
        panel.show();
        engine.put(threeInstruments());
        engine.put({tickerOf(0, "61432.5", "60000", "900000000"), tickerOf(1, "3000", "3100", "1500000000"),
                    tickerOf(2, "0.12345", "0.12", "5000")});
        settle();
    }
    void settle() { QTRY_VERIFY(engine.isDealtWith()); }
    QStringList shown() const
    {
        QStringList names;
        const auto* model = const_cast<Rig*>(this)->panel.view().model();
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, WatchlistModel::Symbol).data().toString());
        return names;
    }
    void sort(int column, Qt::SortOrder order) { panel.view().sortByColumn(column, order); }
};

} // namespace

class TstWatchlist : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void modelKeepsItsPromises();
    void showsTheInstrumentsDecimals();
    void sortsByValue_data();
    void sortsByValue();
    void missingValuesComeLast();
    void favouritesComeFirst();
    void filtersWhatIsTyped();
    void selectionSetsTheActiveInstrument();
    void staleRowsAreGrey();
    void narrowPanelLeavesColumnsOut();
    void filteringChoosesNothing();
    void columnsFillTheDock_data();
    void columnsFillTheDock();
    void widthsAndSortingComeBack();
    void rowsAreDraggedIntoAnOwnOrder();
    void aSortedListRefusesDragging();
    void theCurrentRowMovesByCommand();
    void ownOrderGoesPastHiddenRows();
    void keptOrderIsTheOneThatWasShown();
    void haltedInstrumentsSaySo();
};

void TstWatchlist::modelKeepsItsPromises()
{
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    Favourites favourites;
    WatchlistModel model(terminal.market(), favourites);
    WatchlistProxy proxy(model, favourites);
    QAbstractItemModelTester modelTester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::Fatal);
    proxy.sort(WatchlistModel::Volume, Qt::DescendingOrder);
    engine.put(threeInstruments());
    engine.put({tickerOf(0, "61432.5", "60000", "900"), tickerOf(2, "0.12345", "0.12", "5000")});
    QTRY_COMPARE(model.data(model.index(2, WatchlistModel::Last), Qt::DisplayRole).toString(), QStringLiteral("0.12345"));
    proxy.setFilterText(QStringLiteral("o"));
    model.toggleFavourite(1);
    proxy.resort();
    auto more = threeInstruments();
    more.push_back(instrumentOf(3, "SOLUSDT", Price::fromMantissa(1, 2)));
    engine.put(more);
    QTRY_COMPARE(model.rowCount(), 4);
    QCOMPARE(proxy.rowCount(), 2); // DOGE and SOL
}

void TstWatchlist::showsTheInstrumentsDecimals()
{
    Rig rig;
    rig.sort(WatchlistModel::Symbol, Qt::AscendingOrder);
    const auto text = [&rig](int row, int column) { return rig.panel.view().model()->index(row, column).data().toString(); };
    QCOMPARE(text(0, WatchlistModel::Last), QStringLiteral("61,432.5"));
    QCOMPARE(text(1, WatchlistModel::Last), QStringLiteral("0.12345"));
    QCOMPARE(text(2, WatchlistModel::Last), QStringLiteral("3,000.00"));
    QCOMPARE(text(0, WatchlistModel::Change), QStringLiteral("+2.39\u2009%"));
    QCOMPARE(text(2, WatchlistModel::Volume), QStringLiteral("1.500B"));
    QCOMPARE(text(0, WatchlistModel::Funding), format::missing());
}

void TstWatchlist::sortsByValue_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QStringList>("symbols");
    QTest::newRow("last, not as text") << int(WatchlistModel::Last) << true
                                       << QString::fromLatin1("BTC ETH DOGE").split(QLatin1Char(' '));
    QTest::newRow("last, rising") << int(WatchlistModel::Last) << false
                                  << QString::fromLatin1("DOGE ETH BTC").split(QLatin1Char(' '));
    QTest::newRow("change") << int(WatchlistModel::Change) << true << QString::fromLatin1("DOGE BTC ETH").split(QLatin1Char(' '));
    QTest::newRow("volume") << int(WatchlistModel::Volume) << true << QString::fromLatin1("ETH BTC DOGE").split(QLatin1Char(' '));
    QTest::newRow("symbol") << int(WatchlistModel::Symbol) << false
                            << QString::fromLatin1("BTC DOGE ETH").split(QLatin1Char(' '));
}

void TstWatchlist::sortsByValue()
{
    QFETCH(int, column);
    QFETCH(bool, descending);
    QFETCH(QStringList, symbols);
    Rig rig;
    rig.sort(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    QCOMPARE(rig.shown(), symbols);
}

void TstWatchlist::missingValuesComeLast()
{
    Rig rig;
    auto more = threeInstruments();
    more.push_back(instrumentOf(3, "AAAUSDT", Price::fromMantissa(1, 2)));
    rig.engine.put(more);
    rig.settle();
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        rig.sort(WatchlistModel::Last, order);
        QCOMPARE(rig.shown().last(), QStringLiteral("AAA"));
    }
}

void TstWatchlist::favouritesComeFirst()
{
    Rig rig;
    rig.favourites.toggle(QStringLiteral("DOGEUSDT"));
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        rig.sort(WatchlistModel::Last, order);
        QCOMPARE(rig.shown().first(), QStringLiteral("DOGE"));
    }
    const QModelIndex star = rig.panel.view().model()->index(0, WatchlistModel::Star);
    QTest::mouseClick(rig.panel.view().viewport(), Qt::LeftButton, {}, rig.panel.view().visualRect(star).center());
    QVERIFY(rig.favourites.all().isEmpty());
}

void TstWatchlist::filtersWhatIsTyped()
{
    Rig rig;
    rig.panel.view().setFocus();
    QTest::keyClick(&rig.panel.view(), Qt::Key_D);
    QCOMPARE(rig.panel.filterField().text(), QStringLiteral("d"));
    QTest::keyClicks(&rig.panel.filterField(), QStringLiteral("og"));
    QCOMPARE(rig.shown(), QStringList{QStringLiteral("DOGE")});
    QTest::keyClick(&rig.panel.filterField(), Qt::Key_Return);
    QCOMPARE(rig.active.id(), InstrumentId{2});
    QTest::keyClick(&rig.panel.filterField(), Qt::Key_Escape);
    QCOMPARE(rig.shown().size(), 3);
}

void TstWatchlist::selectionSetsTheActiveInstrument()
{
    Rig rig;
    rig.sort(WatchlistModel::Volume, Qt::DescendingOrder); // ETH, BTC, DOGE
    rig.active.set(InstrumentId{1});
    QCOMPARE(rig.panel.view().currentIndex().row(), 0);
    QTest::keyClick(&rig.panel.view(), Qt::Key_Space);
    QCOMPARE(rig.active.id(), InstrumentId{0});
    QTest::keyClick(&rig.panel.view(), Qt::Key_Down);
    QCOMPARE(rig.active.id(), InstrumentId{2});
    QTest::keyClick(&rig.panel.view(), Qt::Key_Space); // around
    QCOMPARE(rig.active.id(), InstrumentId{1});
}

void TstWatchlist::staleRowsAreGrey()
{
    Rig rig;
    TickerRow stale = tickerOf(0, "61432.5", "60000", "900");
    stale.trust = {TrustState::Stale, Errc::Timeout, {}, {}};
    rig.engine.put({stale});
    rig.settle();
    rig.sort(WatchlistModel::Symbol, Qt::AscendingOrder);
    const auto* model = rig.panel.view().model();
    QCOMPARE(model->index(0, WatchlistModel::Last).data(WatchlistModel::StaleRole).toBool(), true);
    QCOMPARE(model->index(1, WatchlistModel::Last).data(WatchlistModel::StaleRole).toBool(), false);
    QVERIFY(model->index(0, WatchlistModel::TrustLight)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("did not answer in time")));
}

void TstWatchlist::narrowPanelLeavesColumnsOut()
{
    Rig rig;
    QVERIFY(!rig.panel.view().isColumnHidden(WatchlistModel::Volume));
    rig.panel.resize(300, 400);
    QTRY_VERIFY(rig.panel.view().isColumnHidden(WatchlistModel::Volume));
    QVERIFY(!rig.panel.view().isColumnHidden(WatchlistModel::Change));
    rig.panel.resize(460, 400);
    QTRY_VERIFY(!rig.panel.view().isColumnHidden(WatchlistModel::Volume));
}

void TstWatchlist::filteringChoosesNothing()
{
    Rig rig;
    rig.active.set(InstrumentId{0});
    QVERIFY(rig.panel.view().emptyText().contains(QStringLiteral("No symbol")));
    for (const char* text : {"eth", "zzz", "", "doge", ""}) {
        rig.panel.filterField().setText(QString::fromLatin1(text));
        QCOMPARE(*rig.active.id(), InstrumentId{0});
    }
    QCOMPARE(rig.panel.view().currentIndex().data(WatchlistModel::InstrumentRole).toUInt(), 0U);
    rig.panel.filterField().setText(QStringLiteral("zzz"));
    QCOMPARE(rig.panel.view().model()->rowCount(), 0);
    QVERIFY(rig.panel.view().emptyText().contains(QStringLiteral("zzz")));
}

void TstWatchlist::columnsFillTheDock_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("volume");
    QTest::addColumn<bool>("funding");
    QTest::newRow("wide") << 460 << true << true;
    QTest::newRow("between") << 400 << false << true;
    QTest::newRow("room for volume only") << 360 << true << false;
    QTest::newRow("narrow") << 300 << false << false;
}

void TstWatchlist::columnsFillTheDock()
{
    QFETCH(int, width);
    QFETCH(bool, volume);
    QFETCH(bool, funding);
    Rig rig;
    rig.panel.resize(width, 400);
    const WatchlistView& view = rig.panel.view();
    QTRY_COMPARE(view.isColumnHidden(WatchlistModel::Volume), !volume);
    QCOMPARE(view.isColumnHidden(WatchlistModel::Funding), !funding);
    QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
    QVERIFY(view.columnWidth(WatchlistModel::Symbol) >= 98);
}

void TstWatchlist::widthsAndSortingComeBack()
{
    Rig first;
    first.panel.view().setColumnWidth(WatchlistModel::Last, 111);
    first.sort(WatchlistModel::Change, Qt::AscendingOrder);
    const QByteArray state = first.panel.saveState();
    Rig second;
    second.panel.restoreState(state);
    QCOMPARE(second.panel.view().columnWidth(WatchlistModel::Last), 111);
    QCOMPARE(second.shown(), (QStringList{QStringLiteral("ETH"), QStringLiteral("BTC"), QStringLiteral("DOGE")}));
    second.panel.restoreState("nonsense");
    QCOMPARE(second.panel.view().columnWidth(WatchlistModel::Last), 111);
}

namespace {

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

void drag(WatchlistView& view, int from, int to)
{
    const auto middle = [&view](int row) { return view.visualRect(view.model()->index(row, WatchlistModel::Last)).center(); };
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, middle(from));
    QTest::mouseMove(view.viewport(), middle(from) + QPoint(0, to > from ? 3 : -3));
    QTest::mouseMove(view.viewport(), middle(to));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, middle(to));
}

} // namespace

void TstWatchlist::rowsAreDraggedIntoAnOwnOrder()
{
    Rig rig;
    rig.favourites.toggle(QStringLiteral("DOGEUSDT"));
    rig.panel.view().horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    QCOMPARE(rig.shown(), words("BTC ETH DOGE")); // the venue's, until somebody moves one
    drag(rig.panel.view(), 2, 0);
    QCOMPARE(rig.shown(), words("DOGE BTC ETH"));
    QCOMPARE(rig.active.id(), InstrumentId{2}); // the row that was taken, none that was passed
    drag(rig.panel.view(), 0, 1);
    QCOMPARE(rig.shown(), words("BTC DOGE ETH"));
    QCOMPARE(rig.favourites.order(), words("BTCUSDT DOGEUSDT ETHUSDT"));

    const QByteArray state = rig.panel.saveState();
    Rig next; // another start: the order comes with the preferences, that it is in use with the layout
    next.favourites.setOrder(rig.favourites.order());
    next.panel.restoreState(state);
    QCOMPARE(next.shown(), words("BTC DOGE ETH"));
    drag(next.panel.view(), 2, 0);
    QCOMPARE(next.shown(), words("ETH BTC DOGE"));
}

void TstWatchlist::aSortedListRefusesDragging()
{
    Rig rig;
    rig.sort(WatchlistModel::Volume, Qt::DescendingOrder);
    const QSignalSpy refused(&rig.panel.view(), &WatchlistView::moveRefused);
    drag(rig.panel.view(), 0, 2);
    QCOMPARE(rig.shown(), words("ETH BTC DOGE"));
    QVERIFY(rig.favourites.order().isEmpty());
    QCOMPARE(refused.size(), 1);
}

void TstWatchlist::theCurrentRowMovesByCommand()
{
    Rig rig;
    rig.panel.view().horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    rig.active.set(InstrumentId{0});
    rig.panel.view().moveCurrent(1);
    rig.panel.view().moveCurrent(1);
    rig.panel.view().moveCurrent(1); // no further than the end
    QCOMPARE(rig.shown(), words("ETH DOGE BTC"));
    QCOMPARE(rig.panel.view().currentIndex().row(), 2);
    rig.panel.view().moveCurrent(-1);
    QCOMPARE(rig.shown(), words("ETH BTC DOGE"));
    QCOMPARE(rig.active.id(), InstrumentId{0});
}

void TstWatchlist::ownOrderGoesPastHiddenRows()
{
    Rig rig;
    rig.favourites.setOrder(words("GONEUSDT ETHUSDT DOGEUSDT BTCUSDT"));
    rig.panel.view().horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    rig.panel.filterField().setText(QStringLiteral("t")); // all have it: USDT
    rig.panel.filterField().setText(QStringLiteral("h"));
    QCOMPARE(rig.shown(), words("ETH"));
    rig.panel.filterField().setText(QStringLiteral("tc"));
    rig.panel.filterField().setText({});
    QCOMPARE(rig.shown(), words("ETH DOGE BTC"));
    drag(rig.panel.view(), 2, 0);
    QCOMPARE(rig.favourites.order(), words("BTCUSDT ETHUSDT DOGEUSDT GONEUSDT")); // what is not listed today is not forgotten
}

void TstWatchlist::keptOrderIsTheOneThatWasShown()
{
    Rig rig;
    rig.sort(WatchlistModel::Last, Qt::DescendingOrder);
    const QStringList before = rig.shown();
    Q_EMIT rig.panel.view().horizontalHeader()->customContextMenuRequested(QPoint(5, 5));
    auto* keep = rig.panel.findChild<QAction*>(QStringLiteral("adoptOrder"));
    QVERIFY(keep && keep->isEnabled());
    keep->trigger();
    QCOMPARE(rig.panel.view().horizontalHeader()->sortIndicatorSection(), -1);
    QCOMPARE(rig.shown(), before);
}

void TstWatchlist::haltedInstrumentsSaySo()
{
    Rig rig;
    auto list = threeInstruments();
    list[1].status = InstrumentStatus::Break;
    rig.engine.put(list);
    rig.settle();
    rig.sort(WatchlistModel::Symbol, Qt::AscendingOrder); // BTC, DOGE, ETH
    const auto cell = [&rig](int row) { return rig.panel.view().model()->index(row, WatchlistModel::Symbol); };
    QCOMPARE(cell(0).data(WatchlistModel::HaltRole).toString(), QString());
    QCOMPARE(cell(2).data(WatchlistModel::HaltRole).toString(), QStringLiteral("Halted"));
    QCOMPARE(cell(2).data(Qt::ToolTipRole).toString(), QStringLiteral("ETHUSDT: Halted"));
}

SPREADLINE_TEST(TstWatchlist)
#include "tst_watchlist.moc"
