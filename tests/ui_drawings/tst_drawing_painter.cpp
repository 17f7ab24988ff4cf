// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_painter.h"
#include "samples.h"
#include "test_main.h"

#include <QDir>
#include <QPainter>

using namespace spreadline;
using namespace spreadline::drawing;
using namespace spreadline::test;

namespace {

QImage painted(const TestProjection& view, const DrawingBook& book, const Theme& theme, const DrawingPainter::Look& look = {})
{
    DrawingGeometry geometry;
    geometry.build(view, book, nullptr);
    QImage image(view.rect.right() + 40, view.rect.bottom() + 40, QImage::Format_RGB32);
    image.fill(theme.panel);
    QPainter painter(&image);
    DrawingPainter drawings;
    drawings.paint(painter, geometry, view, theme, look);
    painter.end();
    return image;
}

int countOf(const QImage& image, const QColor& colour, const QRect& in)
{
    int count = 0;
    for (int y = in.top(); y <= in.bottom(); ++y) {
        for (int x = in.left(); x <= in.right(); ++x)
            count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return count;
}

Theme themeOf(bool dark)
{
    return dark ? Theme::dark() : Theme::light();
}

/// Something like a market behind the drawings of the gallery.
void paintBars(QPainter& painter, const TestProjection& view, const Theme& theme)
{
    double price = 97;
    for (int i = -2; i < 130; ++i) {
        const double open = price;
        price += std::sin(i * 0.21) * 0.55 + std::sin(i * 1.7) * 0.35 + 0.03;
        const QColor& colour = price >= open ? theme.up : theme.down;
        const int x = qRound(view.x(TestProjection::bar(i))), half = qRound(view.spacing * 0.32);
        const int top = qRound(view.y(std::max(open, price))), bottom = qRound(view.y(std::min(open, price)));
        painter.fillRect(x, qRound(view.y(std::max(open, price) + 0.35)), qRound(view.ratio),
                         qRound(0.7 * 25 * view.ratio) + bottom - top, colour);
        painter.fillRect(x - half, top, 2 * half + 1, std::max(1, bottom - top), colour);
    }
}

void fillGallery(DrawingBook& book)
{
    const auto add = [&book](DrawingKind kind, const std::vector<std::pair<double, double>>& places, const char* text = "") {
        Drawing drawing = sample(kind, places);
        drawing.text = QString::fromUtf8(text);
        return book.add(drawing);
    };
    add(DrawingKind::FibRetracement, {{20, 96.4}, {32, 106.2}});
    add(DrawingKind::FibExtension, {{64, 97.2}, {72, 101.6}, {78, 99.2}});
    add(DrawingKind::Channel, {{36, 91.2}, {60, 95.4}, {36, 93.6}});
    add(DrawingKind::Rectangle, {{3, 102.5}, {13, 106}}, "Supply zone");
    add(DrawingKind::TrendLine, {{2, 95.4}, {16, 101}});
    add(DrawingKind::Ray, {{63, 91.3}, {72, 93}});
    Drawing extended = sample(DrawingKind::ExtendedLine, {{40, 108}, {60, 107}});
    extended.style.dash = Dash::Dashed;
    extended.style.ink = Ink::Violet;
    book.add(extended);
    Drawing level = sample(DrawingKind::HorizontalLine, {{10, 94.2}});
    level.text = QStringLiteral("Support");
    level.style.dash = Dash::Dotted;
    level.style.ink = Ink::Amber;
    book.add(level);
    add(DrawingKind::HorizontalRay, {{84, 97.1}});
    add(DrawingKind::VerticalLine, {{61, 100}});
    add(DrawingKind::CrossLine, {{112, 108.6}});
    add(DrawingKind::Ruler, {{44, 99}, {56, 104.6}});
    add(DrawingKind::Text, {{3, 93.2}}, "A note of two lines:\nnothing below 94.20");
    add(DrawingKind::Arrow, {{84, 94.6}, {92, 96.2}}, "Break-out");
    add(DrawingKind::MarkerUp, {{22, 95.4}}, "Bought");
    add(DrawingKind::MarkerDown, {{34, 107}}, "Sold");
    add(DrawingKind::LongPosition, {{94, 101}, {108, 106.4}, {108, 98.8}});
    add(DrawingKind::ShortPosition, {{70, 106.4}, {84, 104.2}, {84, 107.3}});
}

} // namespace

class TstDrawingPainter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesAlongAnAxisAreWholePixels_data();
    void linesAlongAnAxisAreWholePixels();
    void everyKindLeavesInk_data();
    void everyKindLeavesInk();
    void nothingLeavesThePane();
    void handlesShowTheSelection();
    void dashesHaveGaps();
    void gallery();
};

void TstDrawingPainter::linesAlongAnAxisAreWholePixels_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<int>("thick");
    for (const bool dark : {true, false}) {
        QTest::addRow("%s 1x", dark ? "dark" : "light") << dark << 1.0 << 1;
        QTest::addRow("%s 1.25x", dark ? "dark" : "light") << dark << 1.25 << 1;
        QTest::addRow("%s 2x", dark ? "dark" : "light") << dark << 2.0 << 2;
    }
}

void TstDrawingPainter::linesAlongAnAxisAreWholePixels()
{
    QFETCH(const bool, dark);
    QFETCH(const double, ratio);
    QFETCH(const int, thick);
    TestProjection view;
    view.ratio = ratio;
    const Theme theme = themeOf(dark);
    DrawingBook book;
    Drawing line = sample(DrawingKind::HorizontalLine, {{50, 100.013}});
    line.style.labelled = false;
    book.add(line);
    const QImage image = painted(view, book, theme);
    const int row = qRound(view.y(100.013));
    QCOMPARE(countOf(image, theme.accent, QRect(0, row - 4, 1, 9)), thick);
    QCOMPARE(countOf(image, theme.panel, QRect(0, row - 4, 1, 9)), 9 - thick); // nothing smoothed beside it
    QCOMPARE(countOf(image, theme.accent, QRect(0, row, 1'000, 1)), 1'000);
}

void TstDrawingPainter::everyKindLeavesInk_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("dark");
    for (int kind = 0; kind < drawingKinds; ++kind) {
        for (const bool dark : {true, false})
            QTest::addRow("%s %s", std::string(keyOf(static_cast<DrawingKind>(kind))).c_str(), dark ? "dark" : "light")
                << kind << dark;
    }
}

void TstDrawingPainter::everyKindLeavesInk()
{
    QFETCH(const int, kind);
    QFETCH(const bool, dark);
    const TestProjection view;
    const Theme theme = themeOf(dark);
    Drawing drawing = sample(static_cast<DrawingKind>(kind), {{30, 98}, {50, 104}, {50, 95}});
    drawing.anchors.resize(anchorCount(drawing.kind));
    if (drawing.kind == DrawingKind::ShortPosition)
        std::swap(drawing.anchors[1].price, drawing.anchors[2].price);
    drawing.text = QStringLiteral("words");
    drawing.style.ink = Ink::Violet;
    DrawingBook book;
    QVERIFY(book.add(drawing) != noDrawing);
    const QImage image = painted(view, book, theme);
    const QRect around(QPoint(270, 100), QPoint(640, 420));
    const int blank = countOf(image, theme.panel, around), all = around.width() * around.height();
    QVERIFY2(all - blank >= 60, qPrintable(QString::number(all - blank)));
    QVERIFY(blank > 0);
    const DrawingBook empty;
    QCOMPARE(countOf(painted(view, empty, theme), theme.panel, around), all);
}

void TstDrawingPainter::nothingLeavesThePane()
{
    TestProjection view;
    view.rect = QRect(30, 20, 900, 400);
    DrawingBook book;
    fillGallery(book);
    const Theme theme = Theme::dark();
    const QImage image = painted(view, book, theme);
    QCOMPARE(countOf(image, theme.panel, QRect(0, 0, image.width(), 20)), image.width() * 20);
    QCOMPARE(countOf(image, theme.panel, QRect(0, 0, 30, image.height())), image.height() * 30);
    QCOMPARE(countOf(image, theme.panel, QRect(930, 0, image.width() - 930, image.height())),
             (image.width() - 930) * image.height());
    QVERIFY(countOf(image, theme.panel, view.rect) < view.rect.width() * view.rect.height());
}

void TstDrawingPainter::handlesShowTheSelection()
{
    const TestProjection view;
    const Theme theme = Theme::dark();
    DrawingBook book;
    Drawing line = sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}});
    line.style.ink = Ink::Amber;
    const DrawingId id = book.add(line);
    const QPoint end = view.at(60, 104).toPoint();
    const QRect around(end - QPoint(6, 6), end + QPoint(6, 6));
    QCOMPARE(countOf(painted(view, book, theme), theme.accent, around), 0);
    QVERIFY(countOf(painted(view, book, theme, {id, noDrawing, false}), theme.accent, around) > 4);
    QCOMPARE(countOf(painted(view, book, theme, {id, noDrawing, true}), theme.accent, around), 0); // locked: not to be dragged
}

void TstDrawingPainter::dashesHaveGaps()
{
    const TestProjection view;
    const Theme theme = Theme::light();
    for (const Dash dash : {Dash::Dashed, Dash::Dotted}) {
        DrawingBook book;
        Drawing line = sample(DrawingKind::HorizontalLine, {{50, 100}});
        line.style.labelled = false;
        line.style.dash = dash;
        book.add(line);
        const int inked = countOf(painted(view, book, theme), theme.accent, QRect(0, 250, 1'000, 1));
        QVERIFY2(inked > 200 && inked < 800, qPrintable(QString::number(inked)));
    }
}

// All tools in both themes at 1x and 2x, for the eye: SPREADLINE_GALLERY names the folder.
void TstDrawingPainter::gallery()
{
    const QString folder = qEnvironmentVariable("SPREADLINE_GALLERY");
    if (folder.isEmpty())
        QSKIP("SPREADLINE_GALLERY is not set");
    for (const bool dark : {true, false}) {
        for (const int ratio : {1, 2}) {
            TestProjection view;
            view.ratio = ratio;
            view.rect = QRect(0, 0, 1'280 * ratio, 640 * ratio);
            view.spacing = 10 * ratio;
            DrawingBook book;
            fillGallery(book);
            const Theme theme = themeOf(dark);
            QImage image(view.rect.size(), QImage::Format_RGB32);
            image.fill(theme.panel);
            QPainter painter(&image);
            paintBars(painter, view, theme);
            DrawingGeometry geometry;
            geometry.build(view, book, nullptr);
            DrawingPainter drawings;
            drawings.paint(painter, geometry, view, theme, {book.page()[3]->id, book.page()[4]->id, false});
            painter.end();
            const QString name =
                QStringLiteral("drawings-%1-%2x.png").arg(dark ? QStringLiteral("dark") : QStringLiteral("light")).arg(ratio);
            QVERIFY(image.save(QDir(folder).filePath(name)));
        }
    }
}

SPREADLINE_TEST(TstDrawingPainter)
#include "tst_drawing_painter.moc"
