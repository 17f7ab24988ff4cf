// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid_rig.h"
#include "test_main.h"

#include <QJsonArray>
#include <QSplitter>

using namespace spreadline;
using namespace spreadline::test;
using chart::GridShape;

namespace {

const Interval hour = Interval::time(std::chrono::hours(1));

} // namespace

class TstChartGridState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBack();
    void aNewerVersionsGridIsLeftAlone();
    void brokenPartsAreTold();
};

void TstChartGridState::comesBack()
{
    QJsonObject json;
    {
        GridRig rig;
        rig.begin(GridShape::Three);
        QCoreApplication::processEvents();
        rig.cell(0).setSymbol(QStringLiteral("ETHUSDT/BTCUSDT"));
        rig.cell(1).panel().setInterval(hour);
        rig.cell(1).setGroup(5);
        rig.cell(2).setGroup(5);
        rig.grid.links().setParts(5, {false, true, true, false});
        auto* columns = rig.grid.findChild<QSplitter*>();
        columns->setSizes({900, 300});
        Q_EMIT columns->splitterMoved(900, 1);
        rig.grid.activate(2);
        rig.grid.setShape(GridShape::Six);
        rig.cell(5).setSymbol(QStringLiteral("SOLUSDT"));
        rig.grid.setShape(GridShape::Three);
        json = rig.grid.toJson();
    }
    QJsonArray cells = json.value(u"cells").toArray();
    QCOMPARE(cells.size(), 6);
    QJsonObject first = cells[0].toObject();
    first.insert(QStringLiteral("note"), QStringLiteral("of a later version"));
    cells[0] = first;
    json.insert(QStringLiteral("cells"), cells);
    json.insert(QStringLiteral("later"), 42);
    GridRig rig;
    QVERIFY(rig.grid.restore(json).empty());
    rig.list();
    QCOMPARE(rig.grid.shape(), GridShape::Three);
    QCOMPARE(rig.symbol(0), QStringLiteral("ETHUSDT/BTCUSDT"));
    QVERIFY(rig.cell(1).panel().interval() == hour);
    QCOMPARE(rig.grid.links().group(rig.cell(2)), 5);
    QCOMPARE(rig.grid.links().parts(5), (chart::LinkParts{false, true, true, false}));
    QCOMPARE(rig.grid.activeIndex(), 2);
    QTRY_COMPARE(rig.active.id(), InstrumentId{0});
    QCoreApplication::processEvents();
    QVERIFY(rig.cell(0).width() > 800);
    QCOMPARE(rig.grid.toJson().value(u"later").toInt(), 42);
    QCOMPARE(rig.grid.toJson().value(u"cells")[0][u"note"].toString(), QStringLiteral("of a later version"));
    QCOMPARE(rig.grid.toJson().value(u"cells").toArray().size(), 6); // those that were not needed yet as well
    rig.grid.setShape(GridShape::Six);
    QCOMPARE(rig.symbol(5), QStringLiteral("SOLUSDT"));
}

void TstChartGridState::aNewerVersionsGridIsLeftAlone()
{
    GridRig rig;
    rig.begin(GridShape::One);
    const QJsonObject newer{{QStringLiteral("version"), ChartGrid::version + 1}, {QStringLiteral("spiral"), true}};
    const auto errors = rig.grid.restore(newer);
    QCOMPARE(errors.size(), std::size_t(1));
    QCOMPARE(errors.front().code, Errc::SchemaTooNew);
    QCOMPARE(rig.symbol(0), QStringLiteral("BTCUSDT"));
    QCOMPARE(rig.grid.toJson(), newer);
}

void TstChartGridState::brokenPartsAreTold()
{
    GridRig rig;
    rig.begin(GridShape::One);
    const QJsonObject bad{{QStringLiteral("shape"), QStringLiteral("pentagon")},
                          {QStringLiteral("active"), 17},
                          {QStringLiteral("shares"), QJsonObject{{QStringLiteral("one"), QJsonArray{QJsonArray{-5, 1e9}, 3}}}},
                          {QStringLiteral("cells"),
                           QJsonArray{QJsonObject{{QStringLiteral("link"), 99},
                                                  {QStringLiteral("chart"), QJsonObject{{QStringLiteral("style"), 5}}}}}}};
    const auto errors = rig.grid.restore(bad);
    QVERIFY(std::ranges::any_of(errors, [](const Error& error) { return error.where == "charts.shape"; }));
    QVERIFY(std::ranges::any_of(errors, [](const Error& error) { return error.where.starts_with("chart.style"); }));
    QCOMPARE(rig.grid.shape(), GridShape::One);
    QCOMPARE(rig.grid.activeIndex(), 0);
    QCOMPARE(rig.cell(0).group(), chart::ChartLinks::none);
}

SPREADLINE_TEST(TstChartGridState)
#include "tst_chart_grid_state.moc"
