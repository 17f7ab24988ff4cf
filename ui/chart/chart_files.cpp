// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_files.h"

#include "chart/chart_canvas.h"
#include "chart/chart_panel.h"
#include "chart/chart_table.h"
#include "paint/svg_drawing.h"
#include "style/display_options.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QFuture>
#include <QMenu>
#include <QPainter>
#include <QPicture>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

namespace spreadline::chart {

// Recorded and played, because texts then are drawn in the size they get: the chart itself copies letters of the screen's size.
QImage chartImage(ChartCanvas& canvas, int scale)
{
    QPicture recorded;
    QPainter recorder(&recorded);
    canvas.drawTo(recorder);
    recorder.end();
    QImage image(canvas.size() * scale, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.drawPicture(0, 0, recorded);
    painter.end();
    return image;
}

QByteArray chartSvg(ChartCanvas& canvas)
{
    paint::SvgDrawing drawing(canvas.size(), QString::fromStdString(canvas.subject().symbol));
    QPainter painter(&drawing);
    canvas.drawTo(painter);
    painter.end();
    return drawing.document();
}

QString exportName(const QString& symbol, Interval interval, const QDateTime& now, const QString& suffix)
{
    QString name;
    for (const QChar letter : symbol)
        name += letter.isLetterOrNumber() || letter == u'.' || letter == u'_' ? letter : QChar(u'-');
    return QStringLiteral("%1_%2_%3.%4")
        .arg(name.left(60), QString::fromStdString(toString(interval)), now.toString(QStringLiteral("yyyy-MM-dd")), suffix);
}

Status writeExport(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error{Errc::CannotWrite, path.toStdString(), file.errorString().toStdString()};
    return {};
}

ChartFiles::ChartFiles(ChartPanel& panel, const DisplayOptions& display, AskPath ask, QObject* parent)
    : QObject(parent), m_panel(panel), m_display(display), m_ask(std::move(ask))
{}

void ChartFiles::fillMenu(QMenu& menu)
{
    const auto add = [this, &menu](const QString& text, auto run) {
        connect(menu.addAction(text), &QAction::triggered, this, run);
    };
    add(tr("Save &image…") + QStringLiteral("\tCtrl+Alt+S"), [this] { saveImage(1); });
    add(tr("Save image at &double size…"), [this] { saveImage(2); });
    add(tr("Save as S&VG…"), [this] { saveSvg(); });
    add(tr("Save bars and studies as &CSV…"), [this] { saveCsv(); });
    menu.addSeparator();
    add(tr("C&opy image") + QStringLiteral("\tCtrl+Shift+S"), [this] { copyImage(); });
    add(tr("Copy the values of the &bar"), [this] { copyBar(); });
    add(tr("Copy what is in &sight as CSV"), [this] { copyCsv(); });
}

QString ChartFiles::pathFor(const QString& suffix, const QString& kind) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(m_display.timeZone());
    return m_ask(exportName(m_panel.symbol(), m_panel.interval(), now, suffix), kind);
}

void ChartFiles::tell(const QString& path, const Status& written)
{
    if (written)
        Q_EMIT done(tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    else
        Q_EMIT troubled(written.error());
}

// The chart as it is now: what is drawn while somebody chooses a name is another one.
void ChartFiles::saveImage(int scale)
{
    const QImage image = chartImage(m_panel.canvas(), scale);
    const QString path = pathFor(QStringLiteral("png"), tr("PNG image (*.png)"));
    if (path.isEmpty())
        return;
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return tell(path, Error{Errc::CannotWrite, path.toStdString(), "PNG"});
    tell(path, writeExport(path, content));
}

void ChartFiles::saveSvg()
{
    const QByteArray content = chartSvg(m_panel.canvas());
    const QString path = pathFor(QStringLiteral("svg"), tr("SVG drawing (*.svg)"));
    if (!path.isEmpty())
        tell(path, writeExport(path, content));
}

// A million bars take a second to write: not the window's.
void ChartFiles::saveCsv()
{
    const auto table = std::make_shared<const ChartTable>(m_panel.canvas(), m_display.timeZone());
    const QString path = pathFor(QStringLiteral("csv"), tr("CSV table (*.csv)"));
    if (path.isEmpty())
        return;
    const auto promise = std::make_shared<QPromise<Status>>();
    promise->future().then(this, [this, path](const Status& written) { tell(path, written); });
    promise->start();
    QThreadPool::globalInstance()->start([promise, table, path] {
        promise->addResult(table->save(path));
        promise->finish();
    });
}

void ChartFiles::copyImage()
{
    QGuiApplication::clipboard()->setImage(chartImage(m_panel.canvas(), qRound(m_panel.devicePixelRatioF())));
    Q_EMIT done(tr("The picture of %1 is in the clipboard").arg(m_panel.symbol()));
}

void ChartFiles::copyBar()
{
    const auto bar = m_panel.canvas().legendBar();
    if (bar)
        copyText(ChartTable(m_panel.canvas(), m_display.timeZone(), *bar, *bar + 1));
}

void ChartFiles::copyCsv()
{
    const auto [from, to] = slotsInSight(m_panel.canvas());
    if (from < to)
        copyText(ChartTable(m_panel.canvas(), m_display.timeZone(), from, to));
}

void ChartFiles::copyText(const ChartTable& table)
{
    const auto text = table.text();
    if (!text)
        return Q_EMIT troubled(text.error());
    QGuiApplication::clipboard()->setText(*text);
    Q_EMIT done(tr("The values of %1 are in the clipboard").arg(m_panel.symbol()));
}

} // namespace spreadline::chart
