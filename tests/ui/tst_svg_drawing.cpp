// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/glyph_atlas.h"
#include "paint/svg_drawing.h"
#include "style/fonts.h"
#include "test_main.h"

#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>
#include <QXmlStreamReader>

using namespace spreadline;
using spreadline::paint::SvgDrawing;

namespace {

constexpr QSize size(200, 100);

QByteArray drawn(const std::function<void(QPainter&)>& draw, const QString& title = QStringLiteral("test"))
{
    SvgDrawing drawing(size, title);
    QPainter painter(&drawing);
    draw(painter);
    painter.end();
    return drawing.document();
}

QImage rendered(const QByteArray& svg)
{
    QSvgRenderer renderer(svg);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

QStringList texts(const QByteArray& svg)
{
    QXmlStreamReader xml(svg);
    QStringList found;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("text"))
            found.append(xml.readElementText());
    }
    return xml.hasError() ? QStringList{xml.errorString()} : found;
}

} // namespace

class TstSvgDrawing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shapesStandWhereTheyWere();
    void sharpLinesCoverTheirPixels();
    void clipsAreKept();
    void coloursAndGradients();
    void lettersOfAnAtlasStayText();
    void wordsFromOutsideStayWords();
};

void TstSvgDrawing::shapesStandWhereTheyWere()
{
    const QByteArray svg = drawn([](QPainter& painter) {
        painter.scale(0.5, 0.5); // as a chart of a screen of 2x paints
        painter.fillRect(QRect(20, 20, 40, 40), Qt::red);
        painter.translate(100, 0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::blue);
        painter.drawPolygon(QPolygonF({{0, 20}, {40, 20}, {40, 60}, {0, 60}}));
        QPainterPath path;
        path.addRect(100, 20, 40, 40);
        painter.drawPath(path);
    });
    const QImage image = rendered(svg);
    QCOMPARE(image.pixelColor(20, 20), QColor(Qt::red));
    QCOMPARE(image.pixelColor(9, 20), QColor(Qt::white));
    QCOMPARE(image.pixelColor(31, 20), QColor(Qt::white));
    QCOMPARE(image.pixelColor(60, 20), QColor(Qt::blue));
    QCOMPARE(image.pixelColor(110, 20), QColor(Qt::blue));
    QCOMPARE(image.pixelColor(90, 20), QColor(Qt::white));
}

void TstSvgDrawing::sharpLinesCoverTheirPixels()
{
    const QByteArray svg = drawn([](QPainter& painter) {
        painter.setPen(Qt::black);
        painter.drawLine(QPoint(10, 50), QPoint(150, 50));
    });
    const QImage image = rendered(svg);
    QVERIFY(image.pixelColor(80, 50).lightness() < 40);
    QVERIFY(image.pixelColor(80, 49).lightness() > 215);
    QVERIFY(image.pixelColor(80, 51).lightness() > 215);
    QVERIFY(svg.contains("crispEdges"));
}

void TstSvgDrawing::clipsAreKept()
{
    const QByteArray svg = drawn([](QPainter& painter) {
        painter.save();
        painter.scale(0.5, 0.5);
        painter.setClipRect(QRect(20, 20, 100, 100));
        painter.setClipRect(QRect(0, 0, 60, 200), Qt::IntersectClip);
        painter.fillRect(QRect(0, 0, 400, 200), Qt::red);
        painter.restore();
        painter.fillRect(QRect(180, 0, 10, 10), Qt::blue);
    });
    QCOMPARE(svg.count("<clipPath"), 1);
    QVERIFY(svg.contains("<clipPath id=\"c1\"><rect x=\"10\" y=\"10\" width=\"20\" height=\"50\"/>"));
    QVERIFY(svg.indexOf("</g>") < svg.indexOf("#0000ff")); // the clip ends where it ended
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TstSvgDrawing::coloursAndGradients()
{
    const QByteArray svg = drawn([](QPainter& painter) {
        painter.fillRect(QRect(0, 0, 20, 20), QColor(255, 0, 0, 51));
        QLinearGradient gradient(0, 0, 0, 100);
        gradient.setColorAt(0, QColor(0, 0, 255, 128));
        gradient.setColorAt(1, QColor(0, 0, 255, 0));
        painter.setPen(QPen(Qt::green, 2, Qt::DashLine));
        painter.setBrush(gradient);
        painter.drawRect(QRect(40, 0, 60, 60));
    });
    QVERIFY(svg.contains("fill=\"#ff0000\" fill-opacity=\"0.2\""));
    QVERIFY(svg.contains("<stop offset=\"1\" stop-color=\"#0000ff\" stop-opacity=\"0\"/>"));
    QVERIFY(svg.contains("fill=\"url(#g1)\""));
    QVERIFY(svg.contains("stroke-dasharray=\"8 4\""));
}

void TstSvgDrawing::lettersOfAnAtlasStayText()
{
    const QByteArray svg = drawn([](QPainter& painter) {
        paint::GlyphAtlas atlas(numberFont(12), 12, Qt::black);
        QCOMPARE(atlas.drawRight(painter, 190, 10, "61,432.50"), 190);
        atlas.draw(painter, 10, 40, "−0.40 %");
    });
    QCOMPARE(texts(svg), (QStringList{QStringLiteral("61,432.50"), QStringLiteral("−0.40 %")}));
    QVERIFY(!svg.contains("<image"));
    QImage screen(size, QImage::Format_RGB32);
    screen.fill(Qt::white);
    QPainter painter(&screen);
    paint::GlyphAtlas atlas(numberFont(12), 12, Qt::black);
    atlas.draw(painter, 10, 10, "8");
    painter.end();
    QVERIFY(screen != QImage(size, QImage::Format_RGB32)); // on a screen they are painted
}

void TstSvgDrawing::wordsFromOutsideStayWords()
{
    const QString nasty = QStringLiteral("A<b>&\"'</text>");
    const QByteArray svg = drawn([&](QPainter& painter) { painter.drawText(QPointF(10, 20), nasty); }, nasty);
    QCOMPARE(texts(svg), QStringList{nasty});
}

SPREADLINE_TEST(TstSvgDrawing)
#include "tst_svg_drawing.moc"
