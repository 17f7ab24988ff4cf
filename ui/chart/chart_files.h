// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/interval.h"

#include <QDateTime>
#include <QImage>
#include <QObject>

#include <functional>

class QMenu;

namespace spreadline {

class ChartPanel;
class DisplayOptions;

namespace chart {

class ChartCanvas;
class ChartTable;

/// What a chart can be taken away as: pictures of what it shows, tables of its bars and studies. Ui thread only.
QImage chartImage(ChartCanvas& canvas, int scale);
QByteArray chartSvg(ChartCanvas& canvas);
/// "BTCUSDT_1m_2026-01-31.png"; an expression without what a file name does not take.
QString exportName(const QString& symbol, Interval interval, const QDateTime& now, const QString& suffix);
/// In one step: the old file or the whole new one. Errors: CannotWrite.
Status writeExport(const QString& path, const QByteArray& content);

/// The files and the clipboard of one chart. Ui thread only.
class ChartFiles final : public QObject {
    Q_OBJECT
public:
    /// The file a person chose for what is suggested; "" when they did not.
    using AskPath = std::function<QString(const QString& suggested, const QString& kind)>;

    ChartFiles(ChartPanel& panel, const DisplayOptions& display, AskPath ask, QObject* parent = nullptr);

    /// What can be done with a chart, with the keys the window has for it.
    void fillMenu(QMenu& menu);

public Q_SLOTS:
    void saveImage(int scale = 1);
    void saveSvg();
    void saveCsv();
    void copyImage();
    void copyBar();
    void copyCsv(); ///< of the bars in sight

Q_SIGNALS:
    void troubled(const spreadline::Error& error);
    void done(const QString& what); ///< one sentence for a person

private:
    QString pathFor(const QString& suffix, const QString& kind) const;
    void tell(const QString& path, const Status& written);
    void copyText(const ChartTable& table);

    ChartPanel& m_panel;
    const DisplayOptions& m_display;
    AskPath m_ask;
};

} // namespace chart
} // namespace spreadline
