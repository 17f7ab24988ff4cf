// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"
#include "test_main.h"

#include "indicators/volume_profile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace spreadline;
using namespace spreadline::indicators;
using namespace spreadline::test;

/// Every column of the reference tables, within its tolerance, and with its empty cells empty.
class TstGolden : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsEveryColumn_data() { tables(); }
    void equalsEveryColumn();
    void volumeProfiles_data();
    void volumeProfiles();

private:
    static void tables();
};

namespace {

struct Column {
    QString name, study, output;
    double absolute = 0, relative = 0;
    qsizetype first = 0;
};

/// The carried tables, then the full set where it is there.
QStringList roots()
{
    QStringList folders{dataFile(QStringLiteral("indicators"))};
    if (const QString shared = sharedFile(QStringLiteral("golden")); !shared.isEmpty())
        folders.append(shared);
    return folders;
}

QJsonObject readJson(const QString& file)
{
    QFile text(file);
    return text.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(text.readAll()).object() : QJsonObject();
}

QList<Column> columnsOf(const QJsonArray& list)
{
    QList<Column> columns;
    for (const QJsonValue& value : list) {
        const QJsonObject entry = value.toObject();
        columns.append({entry[u"column"].toString(), entry[u"study"].toString(), entry[u"output"].toString(),
                        entry[u"atol"].toDouble(), entry[u"rtol"].toDouble(), entry[u"first"].toInt()});
    }
    return columns;
}

struct Worst {
    double ratio = 0;
    QString where;
};

/// A column's study, and which of its outputs the column is.
struct Place {
    StudySpec spec;
    std::size_t output = 0;

    int firstBar() const { return spec.firstBar(output); }
};

Place placeOf(const Column& column)
{
    StudySpec spec = *parseStudy(column.study.toStdString());
    const auto found = std::ranges::find(spec.study->outputs, column.output.toStdString(), &Output::name);
    const auto place = static_cast<std::size_t>(found - spec.study->outputs.begin());
    return {std::move(spec), place};
}

/// The column as it is drawn: shifted where the output is a drawing in the past.
std::vector<double> drawn(const Column& column, std::span<const StudyBar> bars)
{
    std::vector<double> values = test::column(column.study.toUtf8().constData(), column.output.toUtf8().constData(), bars);
    const Place place = placeOf(column);
    const int shift = place.spec.study->displacement(place.output, place.spec.arguments);
    if (shift >= 0)
        return values;
    values.erase(values.begin(), values.begin() + std::min<std::ptrdiff_t>(-shift, std::ssize(values)));
    values.resize(bars.size(), noValue);
    return values;
}

/// "" when the column agrees.
QString difference(const Table& table, const Column& column, std::span<const double> got, Worst& worst)
{
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const auto want = table.at(row, column.name);
        const double value = got[static_cast<std::size_t>(row)];
        const QString where = QStringLiteral("%1 row %2").arg(column.name).arg(row);
        if (want.has_value() != hasValue(value))
            return where + (want ? QStringLiteral(" has no value") : QStringLiteral(" should be empty"));
        if (!want)
            continue;
        const double error = std::abs(value - *want);
        const double allowed = column.absolute + column.relative * std::abs(*want);
        if (!(error <= allowed))
            return QStringLiteral("%1: %2, should be %3").arg(where).arg(value, 0, 'g', 17).arg(*want, 0, 'g', 17);
        if (allowed > 0 && error / allowed > worst.ratio)
            worst = {error / allowed, where};
    }
    return {};
}

} // namespace

void TstGolden::tables()
{
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("name");
    for (const QString& root : roots()) {
        const QStringList names = readJson(root + QStringLiteral("/indicators/index.json")).keys();
        for (const QString& name : names)
            QTest::addRow("%s%s", root == roots().front() ? "" : "full set, ", qPrintable(name)) << root << name;
    }
}

void TstGolden::equalsEveryColumn()
{
    QFETCH(QString, root);
    QFETCH(QString, name);
    const QString folder = root + QStringLiteral("/indicators/");
    const auto bars = readBars(root + QStringLiteral("/inputs/") + name + QStringLiteral(".csv"));
    const auto table = readTable(folder + name + QStringLiteral(".csv"));
    QVERIFY(table && !bars.empty());
    QCOMPARE(table->rows.size(), std::ssize(bars));
    const QList<Column> columns = columnsOf(readJson(folder + QStringLiteral("index.json"))[name].toArray());
    QVERIFY(columns.size() > 50);
    Worst worst;
    for (const Column& column : columns) {
        const std::vector<double> got = drawn(column, bars);
        const QString wrong = difference(*table, column, got, worst);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QCOMPARE(placeOf(column).firstBar(), static_cast<int>(column.first));
    }
    qInfo("%lld columns, worst error %.2g of its tolerance (%s)", static_cast<long long>(columns.size()), worst.ratio,
          qPrintable(worst.where));
}

void TstGolden::volumeProfiles_data()
{
    QTest::addColumn<QString>("root");
    QTest::addColumn<QJsonObject>("want");
    for (const QString& root : roots()) {
        const QJsonArray cases = readJson(root + QStringLiteral("/indicators/volume_profile.json"))[u"cases"].toArray();
        for (const QJsonValue& entry : cases)
            QTest::addRow("%s%s from %d, %d bins", root == roots().front() ? "" : "full set, ",
                          qPrintable(entry[u"input"].toString()), entry[u"start"].toInt(), entry[u"bins"].toInt())
                << root << entry.toObject();
    }
}

void TstGolden::volumeProfiles()
{
    QFETCH(QString, root);
    QFETCH(QJsonObject, want);
    const auto bars = readBars(root + QStringLiteral("/inputs/") + want[u"input"].toString() + QStringLiteral(".csv"));
    const auto start = static_cast<std::size_t>(want[u"start"].toInt());
    const auto end = static_cast<std::size_t>(want[u"end_exclusive"].toInt());
    const auto part = std::span(bars).subspan(start, end - start);
    const VolumeProfile profile = volumeProfile(part, want[u"bins"].toInt(), want[u"value_area"].toDouble());
    const auto close = [](double got, double wanted, double relative) {
        return std::abs(got - wanted) <= relative * std::abs(wanted);
    };
    const QJsonArray volume = want[u"volume"].toArray();
    QCOMPARE(profile.volume.size(), static_cast<std::size_t>(volume.size()));
    for (qsizetype i = 0; i < volume.size(); ++i)
        QVERIFY(close(profile.volume[static_cast<std::size_t>(i)], volume[i].toDouble(), 1e-9));
    QVERIFY(close(profile.totalVolume, want[u"total_volume"].toDouble(), 1e-9));
    QCOMPARE(static_cast<int>(profile.poc), want[u"poc_bin"].toInt());
    QCOMPARE(static_cast<int>(profile.val), want[u"val_bin"].toInt());
    QCOMPARE(static_cast<int>(profile.vah), want[u"vah_bin"].toInt());
    QVERIFY(close(profile.pocPrice(), want[u"poc_price"].toDouble(), 1e-12));
    QVERIFY(close(profile.valPrice(), want[u"val_price"].toDouble(), 1e-12));
    QVERIFY(close(profile.vahPrice(), want[u"vah_price"].toDouble(), 1e-12));
}

SPREADLINE_TEST(TstGolden)
#include "tst_golden.moc"
