// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/svg_drawing.h"

#include <QBuffer>
#include <QImage>
#include <QLinearGradient>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QTextItem>

#include <utility>

namespace spreadline::paint {
namespace {

constexpr int dotsPerInch = 96;

QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray attribute(const char* name, const QByteArray& value)
{
    return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray attribute(const char* name, double value)
{
    return attribute(name, number(value));
}

QByteArray rectangle(const QRectF& box)
{
    return attribute("x", box.x()) + attribute("y", box.y()) + attribute("width", box.width())
        + attribute("height", box.height());
}

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray pathData(const QPainterPath& path)
{
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element at = path.elementAt(i);
        switch (at.type) {
        case QPainterPath::MoveToElement: data += 'M'; break;
        case QPainterPath::LineToElement: data += 'L'; break;
        case QPainterPath::CurveToElement: data += 'C'; break;
        case QPainterPath::CurveToDataElement: data += ' '; break;
        }
        data += number(at.x) + ' ' + number(at.y);
    }
    return data;
}

QByteArray colour(const char* name, const QColor& ink)
{
    QByteArray text = attribute(name, ink.name(QColor::HexRgb).toLatin1());
    if (ink.alpha() < 255)
        text += attribute((QByteArray(name) + "-opacity").constData(), ink.alphaF());
    return text;
}

QByteArray matrixOf(const QTransform& transform)
{
    QByteArray text("matrix(");
    for (const double part : {transform.m11(), transform.m12(), transform.m21(), transform.m22(), transform.dx()})
        text += QByteArray::number(part, 'g', 8) + ' ';
    return text + QByteArray::number(transform.dy(), 'g', 8) + ')';
}

QByteArray pngOf(const QImage& image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data().toBase64();
}

} // namespace

class SvgDrawing::Engine final : public QPaintEngine {
public:
    Engine()
        : QPaintEngine(PrimitiveTransform | PixmapTransform | LinearGradientFill | AlphaBlend | PainterPaths | Antialiasing
                       | ConstantOpacity | BlendModes | PaintOutsidePaintEvent)
    {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override
    {
        closeClip();
        return true;
    }
    Type type() const override { return SVG; }
    void updateState(const QPaintEngineState&) override {} // asked for when something is drawn

    void drawRects(const QRectF* rects, int count) override
    {
        for (int i = 0; i < count; ++i)
            shape("rect", rectangle(rects[i]));
    }
    void drawRects(const QRect* rects, int count) override
    {
        for (int i = 0; i < count; ++i)
            shape("rect", rectangle(rects[i]));
    }
    void drawLines(const QLineF* lines, int count) override
    {
        for (int i = 0; i < count; ++i)
            shape("line",
                  attribute("x1", lines[i].x1()) + attribute("y1", lines[i].y1()) + attribute("x2", lines[i].x2())
                      + attribute("y2", lines[i].y2()));
    }
    void drawLines(const QLine* lines, int count) override
    {
        for (int i = 0; i < count; ++i) {
            const QLineF line(lines[i]);
            drawLines(&line, 1);
        }
    }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        QByteArray list;
        for (int i = 0; i < count; ++i)
            list += number(points[i].x()) + ',' + number(points[i].y()) + ' ';
        shape(mode == PolylineMode ? "polyline" : "polygon", attribute("points", list.trimmed()), mode != PolylineMode);
    }
    void drawPolygon(const QPoint* points, int count, PolygonDrawMode mode) override
    {
        const QList<QPointF> exact(points, points + count);
        drawPolygon(exact.constData(), count, mode);
    }
    void drawPath(const QPainterPath& path) override { shape("path", attribute("d", pathData(path))); }
    void drawPixmap(const QRectF& box, const QPixmap& pixmap, const QRectF& source) override
    {
        drawImage(box, pixmap.toImage(), source, Qt::AutoColor);
    }
    void drawImage(const QRectF& box, const QImage& image, const QRectF& source, Qt::ImageConversionFlags) override
    {
        write("image",
              rectangle(box) + attribute("preserveAspectRatio", "none") + attribute("image-rendering", "pixelated")
                  + attribute("xlink:href", "data:image/png;base64," + pngOf(image.copy(source.toAlignedRect()))));
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QFont font = item.font();
        write("text",
              attribute("x", at.x()) + attribute("y", at.y()) + colour("fill", painter()->pen().color())
                  + attribute("font-family", escaped(font.family()) + ", sans-serif")
                  + attribute("font-size", QFontInfo(font).pixelSize()) + attribute("font-weight", font.weight())
                  + (font.italic() ? attribute("font-style", "italic") : QByteArray()) + attribute("textLength", item.width())
                  + attribute("lengthAdjust", "spacingAndGlyphs") + attribute("xml:space", "preserve"),
              escaped(item.text()));
    }

    QByteArray definitions, body;

private:
    bool isSmooth() const { return painter()->testRenderHint(QPainter::Antialiasing); }

    QByteArray stroke() const
    {
        const QPen pen = painter()->pen();
        if (pen.style() == Qt::NoPen)
            return {};
        QByteArray text = colour("stroke", pen.color());
        const double width = pen.widthF() <= 0 ? 1 : pen.widthF();
        if (width != 1)
            text += attribute("stroke-width", width);
        if (pen.isCosmetic())
            text += attribute("vector-effect", "non-scaling-stroke");
        if (pen.style() != Qt::SolidLine) {
            QByteArray dashes;
            for (const double dash : pen.dashPattern())
                dashes += number(dash * width) + ' ';
            text += attribute("stroke-dasharray", dashes.trimmed());
        }
        if (pen.capStyle() == Qt::RoundCap)
            text += attribute("stroke-linecap", "round");
        return text;
    }

    QByteArray fill()
    {
        const QBrush brush = painter()->brush();
        if (brush.style() == Qt::NoBrush)
            return attribute("fill", "none");
        if (brush.style() != Qt::LinearGradientPattern)
            return colour("fill", brush.color());
        const auto& gradient = static_cast<const QLinearGradient&>(*brush.gradient());
        const QByteArray id = "g" + QByteArray::number(++m_ids);
        definitions += "<linearGradient" + attribute("id", id) + attribute("gradientUnits", "userSpaceOnUse")
            + attribute("x1", gradient.start().x()) + attribute("y1", gradient.start().y())
            + attribute("x2", gradient.finalStop().x()) + attribute("y2", gradient.finalStop().y()) + ">";
        for (const auto& [where, ink] : gradient.stops())
            definitions +=
                "<stop" + attribute("offset", where) + colour("stop-color", ink).replace("stop-color-", "stop-") + "/>";
        definitions += "</linearGradient>\n";
        return attribute("fill", "url(#" + id + ")");
    }

    // A line without smoothing covers the pixels right of and below its place; SVG has it on both sides.
    void shape(const char* name, const QByteArray& geometry, bool isFilled = true)
    {
        const QByteArray line = stroke();
        const bool isSharp = !isSmooth();
        QByteArray look = line + (isFilled ? fill() : attribute("fill", "none"));
        if (isSharp)
            look += attribute("shape-rendering", "crispEdges");
        write(name, geometry + look, {}, isSharp && !line.isEmpty());
    }

    void write(const char* name, const QByteArray& attributes, const QByteArray& content = {}, bool onPixels = false)
    {
        openClip();
        QTransform transform = painter()->deviceTransform();
        if (onPixels)
            transform.translate(0.5, 0.5);
        body += QByteArray("<") + name + attributes;
        if (!transform.isIdentity())
            body += attribute("transform", matrixOf(transform));
        if (painter()->opacity() < 1)
            body += attribute("opacity", painter()->opacity());
        body += content.isEmpty() ? QByteArray("/>\n") : '>' + content + "</" + name + ">\n";
    }

    void openClip()
    {
        const QRectF clip =
            painter()->hasClipping() ? painter()->deviceTransform().mapRect(painter()->clipBoundingRect()) : QRectF();
        if (m_isClipOpen == painter()->hasClipping() && clip == m_clip)
            return;
        closeClip();
        m_clip = clip;
        m_isClipOpen = painter()->hasClipping();
        if (!m_isClipOpen)
            return;
        const QByteArray id = "c" + QByteArray::number(++m_ids);
        definitions += "<clipPath" + attribute("id", id) + "><rect" + rectangle(clip) + "/></clipPath>\n";
        body += "<g" + attribute("clip-path", "url(#" + id + ")") + ">\n";
    }

    void closeClip()
    {
        if (std::exchange(m_isClipOpen, false))
            body += "</g>\n";
        m_clip = {};
    }

    int m_ids = 0;
    QRectF m_clip;
    bool m_isClipOpen = false;
};

SvgDrawing::SvgDrawing(QSize size, const QString& title) : m_size(size), m_title(title), m_engine(std::make_unique<Engine>()) {}

SvgDrawing::~SvgDrawing() = default;

QPaintEngine* SvgDrawing::paintEngine() const
{
    return m_engine.get();
}

int SvgDrawing::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth: return m_size.width();
    case PdmHeight: return m_size.height();
    case PdmWidthMM: return m_size.width() * 254 / (dotsPerInch * 10);
    case PdmHeightMM: return m_size.height() * 254 / (dotsPerInch * 10);
    case PdmNumColors: return 1 << 24;
    case PdmDepth: return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY: return dotsPerInch;
    case PdmDevicePixelRatio: return 1;
    case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
    default: return QPaintDevice::metric(metric);
    }
}

QByteArray SvgDrawing::document() const
{
    const QByteArray width = QByteArray::number(m_size.width()), height = QByteArray::number(m_size.height());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
           " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
        + attribute("width", width) + attribute("height", height) + attribute("viewBox", "0 0 " + width + ' ' + height)
        + ">\n<title>" + escaped(m_title) + "</title>\n<defs>\n" + m_engine->definitions + "</defs>\n" + m_engine->body
        + "</svg>\n";
}

} // namespace spreadline::paint
