// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_run.h"
#include "tables.h"
#include "test_main.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace spreadline::test;

/// `indicators run` and `indicators profile` against the reference tables, column by column.
class TstIndicatorsGolden : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runEqualsEveryColumn_data();
    void runEqualsEveryColumn();
    void profileEqualsItsTable();
};

namespace {

QJsonObject readJson(const QString& file)
{
    QFile text(file);
    return text.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(text.readAll()).object() : QJsonObject();
}

/// What was printed, as a table.
Table parse(const QByteArray& out)
{
    Table table;
    QByteArrayList lines = out.split('\n');
    lines.removeLast(); // what follows the last line's end
    const QStringList names = cells(lines.takeFirst());
    for (qsizetype i = 0; i < names.size(); ++i)
        table.columns.insert(names[i], i);
    for (const QByteArray& line : lines) {
        QList<std::optional<double>> row;
        for (const QString& cell : cells(line))
            row.append(cell.isEmpty() ? std::nullopt : std::optional(cell.toDouble()));
        table.rows.append(row);
    }
    return table;
}

/// The worst error of a column in tolerances; infinite where one has a value and the other has none.
double worstRatio(const Table& got, const QString& name, const Table& want, const QJsonObject& entry)
{
    double worst = 0;
    for (qsizetype row = 0; row < want.rows.size(); ++row) {
        const auto wanted = want.at(row, entry[u"column"].toString());
        const auto value = got.at(row, name);
        if (wanted.has_value() != value.has_value())
            return INFINITY;
        if (!wanted)
            continue;
        const double error = std::abs(*value - *wanted);
        const double allowed = entry[u"atol"].toDouble() + entry[u"rtol"].toDouble() * std::abs(*wanted);
        worst = std::max(worst, error == 0 ? 0 : error / allowed);
    }
    return worst;
}

} // namespace

void TstIndicatorsGolden::runEqualsEveryColumn_data()
{
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("name");
    for (const QString& root : {dataFile(QStringLiteral("indicators")), sharedFile(QStringLiteral("golden"))}) {
        const QStringList names = readJson(root + QStringLiteral("/indicators/index.json")).keys();
        for (const QString& name : names)
            QTest::addRow("%s%s", root.endsWith(QLatin1String("golden")) ? "full set, " : "", qPrintable(name)) << root << name;
    }
}

void TstIndicatorsGolden::runEqualsEveryColumn()
{
    QFETCH(QString, root);
    QFETCH(QString, name);
    const QJsonArray columns = readJson(root + QStringLiteral("/indicators/index.json"))[name].toArray();
    QStringList arguments{QStringLiteral("run"), QStringLiteral("--in"), root + QStringLiteral("/inputs/%1.csv").arg(name)};
    QStringList studies;
    for (const QJsonValue& column : columns)
        studies.append(column[u"study"].toString());
    studies.removeDuplicates();
    for (const QString& study : std::as_const(studies))
        arguments << QStringLiteral("--study") << study;
    const CliRun run = runIndicators(arguments);
    QVERIFY2(run.code == 0, run.words.constData());
    const Table got = parse(run.out);
    const auto want = readTable(root + QStringLiteral("/indicators/%1.csv").arg(name));
    QVERIFY(want);
    QCOMPARE(got.rows.size(), want->rows.size());
    double worst = 0;
    for (const QJsonValue& column : columns) {
        const QString key = column[u"study"].toString() + QLatin1Char('.') + column[u"output"].toString();
        QVERIFY2(got.columns.contains(key), qPrintable(key));
        const double ratio = worstRatio(got, key, *want, column.toObject());
        QVERIFY2(ratio <= 1, qPrintable(key));
        worst = std::max(worst, ratio);
    }
    qInfo("%lld columns, worst error %.2g of its tolerance", static_cast<long long>(columns.size()), worst);
}

void TstIndicatorsGolden::profileEqualsItsTable()
{
    const QString root = dataFile(QStringLiteral("indicators"));
    const QJsonArray cases = readJson(root + QStringLiteral("/indicators/volume_profile.json"))[u"cases"].toArray();
    QVERIFY(!cases.isEmpty());
    for (const QJsonValue& want : cases) {
        const QString input = root + QStringLiteral("/inputs/%1.csv").arg(want[u"input"].toString());
        const auto bars = readBars(input);
        QStringList arguments = words("profile --json --bins") << QString::number(want[u"bins"].toInt());
        arguments << QStringLiteral("--in") << input << QStringLiteral("--from")
                  << QString::number(bars[static_cast<std::size_t>(want[u"start"].toInt())].openTime.millis());
        const auto end = static_cast<std::size_t>(want[u"end_exclusive"].toInt());
        if (end < bars.size())
            arguments << QStringLiteral("--to") << QString::number(bars[end].openTime.millis());
        const CliRun run = runIndicators(arguments);
        QVERIFY2(run.code == 0, run.words.constData());
        const QJsonObject got = QJsonDocument::fromJson(run.out).object();
        for (const char* key : {"poc_bin", "val_bin", "vah_bin"})
            QCOMPARE(got[QLatin1String(key)].toInt(-1), want[QLatin1String(key)].toInt(-2));
        for (const char* key : {"low", "high", "bin_width", "total_volume", "poc_price", "val_price", "vah_price"}) {
            const double wanted = want[QLatin1String(key)].toDouble();
            QVERIFY2(std::abs(got[QLatin1String(key)].toDouble() - wanted) <= 1e-12 * std::abs(wanted), key);
        }
    }
}

SPREADLINE_TEST(TstIndicatorsGolden)
#include "tst_indicators_golden.moc"
