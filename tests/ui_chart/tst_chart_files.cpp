// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_files.h"
#include "grid_rig.h"
#include "test_main.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QXmlStreamReader>

using namespace spreadline;
using namespace spreadline::test;

namespace {

/// A chart with bars.
struct Rig : GridRig {
    Rig()
    {
        begin(chart::GridShape::One);
        giveBars();
    }
    chart::ChartFiles& files() { return cell(0).files(); }
    QString in(const char* name) const { return folder.filePath(QLatin1String(name)); }
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList lines(const QByteArray& csv)
{
    return QString::fromUtf8(csv).trimmed().split(QStringLiteral("\r\n"));
}

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TstChartFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreSuggested_data();
    void namesAreSuggested();
    void anImageIsTheChart();
    void anImageComesInTwoSizes();
    void svgKeepsTextAsText();
    void csvHasTheBarsInTheChosenZone();
    void csvHasTheStudies();
    void theBarUnderTheCrosshairIsCopied();
    void whatIsInSightIsCopied();
    void keysAndMenuReachThem();
    void nothingIsWrittenWithoutAName();
    void errorsAreTold();
};

void TstChartFiles::namesAreSuggested_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QString>("name");
    QTest::newRow("symbol") << "BTCUSDT"
                            << "BTCUSDT_1m_2026-01-31.png";
    QTest::newRow("ratio") << "BTCUSDT/ETHUSDT"
                           << "BTCUSDT-ETHUSDT_1m_2026-01-31.png";
    QTest::newRow("spread") << "A-1.5*B"
                            << "A-1.5-B_1m_2026-01-31.png";
    QTest::newRow("no way out of the folder") << "../../etc/x"
                                              << "..-..-etc-x_1m_2026-01-31.png";
}

void TstChartFiles::namesAreSuggested()
{
    QFETCH(QString, symbol);
    QFETCH(QString, name);
    const QDateTime now(QDate(2026, 1, 31), QTime(12, 0), QTimeZone::utc());
    QCOMPARE(chart::exportName(symbol, Interval::time(std::chrono::minutes(1)), now, QStringLiteral("png")), name);
}

void TstChartFiles::anImageIsTheChart()
{
    Rig rig;
    const QImage screen = rig.canvas(0).grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QImage image = chart::chartImage(rig.canvas(0), 1);
    QCOMPARE(image.size(), screen.size());
    qint64 different = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor a = image.pixelColor(x, y), b = screen.pixelColor(x, y);
            different += std::abs(a.lightness() - b.lightness()) > 48;
        }
    }
    QVERIFY2(different < qint64(image.width()) * image.height() / 50, qPrintable(QString::number(different)));
}

void TstChartFiles::anImageComesInTwoSizes()
{
    Rig rig;
    rig.path = rig.in("double.png");
    const QSignalSpy done(&rig.files(), &chart::ChartFiles::done);
    rig.files().saveImage(2);
    QCOMPARE(QImage(rig.path).size(), rig.canvas(0).size() * 2);
    QCOMPARE(done.size(), 1);
    QVERIFY(rig.suggested.constFirst().startsWith(QStringLiteral("BTCUSDT_1m_20")));
    rig.files().saveImage(1);
    QCOMPARE(QImage(rig.path).size(), rig.canvas(0).size());
}

void TstChartFiles::svgKeepsTextAsText()
{
    Rig rig;
    rig.path = rig.in("chart.svg");
    rig.files().saveSvg();
    const QByteArray svg = contentOf(rig.path);
    QXmlStreamReader xml(svg);
    QStringList texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("text"))
            texts.append(xml.readElementText());
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(texts.contains(QStringLiteral("UTC")));
    QVERIFY(std::ranges::any_of(texts, [](const QString& text) { return text.contains(QStringLiteral("BTCUSDT")); }));
    QVERIFY2(!svg.contains("<image"), "nothing is painted as pixels");
}

void TstChartFiles::csvHasTheBarsInTheChosenZone()
{
    Rig rig;
    QVERIFY(rig.display.setZoneChoice(QStringLiteral("Asia/Kolkata")));
    rig.path = rig.in("bars.csv");
    const QSignalSpy done(&rig.files(), &chart::ChartFiles::done);
    rig.files().saveCsv();
    QTRY_COMPARE(done.size(), 1);
    const QStringList rows = lines(contentOf(rig.path));
    QCOMPARE(rows.size(), 501);
    QVERIFY(rows[0].startsWith(QStringLiteral("time,open_time_ms,open,high,low,close,volume")));
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(firstOpen / 1'000'000, QTimeZone(QByteArray("Asia/Kolkata")));
    QVERIFY2(rows[1].startsWith(first.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + QStringLiteral("+05:30")),
             qPrintable(rows[1]));
}

void TstChartFiles::csvHasTheStudies()
{
    Rig rig;
    const auto spec = indicators::parseStudy("sma(20)");
    QVERIFY(spec);
    rig.canvas(0).addStudy(chart::newStudy(*spec));
    rig.canvas(0).addStudy(chart::newStudy(*spec));
    static_cast<void>(rig.canvas(0).grab());
    rig.path = rig.in("studies.csv");
    const QSignalSpy done(&rig.files(), &chart::ChartFiles::done);
    rig.files().saveCsv();
    QTRY_COMPARE(done.size(), 1);
    const QStringList rows = lines(contentOf(rig.path));
    const QStringList names = rows[0].split(u',');
    QCOMPARE(names.size(), 9);
    QVERIFY(names[7] != names[8]);
    QVERIFY(rows[1].endsWith(QStringLiteral(",,"))); // warming up
    QVERIFY(!rows[500].endsWith(u','));
}

void TstChartFiles::theBarUnderTheCrosshairIsCopied()
{
    Rig rig;
    rig.files().copyBar();
    const QStringList rows = lines(clipboardText().toUtf8());
    QCOMPARE(rows.size(), 2);
    const auto bar = rig.canvas(0).legendBar();
    QVERIFY(bar);
    QVERIFY(rows[1].contains(QString::number(rig.canvas(0).series().columns().timeAt(*bar) / 1'000'000)));
}

void TstChartFiles::whatIsInSightIsCopied()
{
    Rig rig;
    rig.files().copyCsv();
    const auto rows = static_cast<double>(lines(clipboardText().toUtf8()).size() - 1);
    QVERIFY(rows < 500);
    const double visible = 500 - rig.canvas(0).timeScale().left();
    QVERIFY2(std::abs(rows - visible) <= 1, qPrintable(QString::number(rows)));
}

void TstChartFiles::keysAndMenuReachThem()
{
    Rig rig;
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(&rig.canvas(0), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), rig.canvas(0).size());
    const auto actions = rig.cell(0).panel().fileMenu().actions();
    const auto svg =
        std::ranges::find_if(actions, [](const QAction* action) { return action->text().contains(QStringLiteral("S&VG")); });
    QVERIFY(svg != actions.end());
    rig.path = rig.in("menu.svg");
    (*svg)->trigger();
    QVERIFY(contentOf(rig.path).contains("</svg>"));
}

void TstChartFiles::nothingIsWrittenWithoutAName()
{
    Rig rig;
    const QSignalSpy done(&rig.files(), &chart::ChartFiles::done);
    rig.files().saveImage(1);
    rig.files().saveSvg();
    rig.files().saveCsv();
    QCOMPARE(rig.suggested.size(), 3);
    QCOMPARE(done.size(), 0);
    QVERIFY(rig.errors.empty());
}

void TstChartFiles::errorsAreTold()
{
    Rig rig;
    rig.path = rig.in("no/such/folder/chart.png");
    rig.files().saveImage(1);
    QCOMPARE(rig.errors.size(), std::size_t(1));
    QCOMPARE(rig.errors.front().code, Errc::CannotWrite);
    QVERIFY(rig.errors.front().where.find("chart.png") != std::string::npos);
    rig.files().saveCsv();
    QTRY_COMPARE(rig.errors.size(), std::size_t(2));
    QCOMPARE(rig.errors.back().code, Errc::CannotWrite);
}

SPREADLINE_TEST(TstChartFiles)
#include "tst_chart_files.moc"
