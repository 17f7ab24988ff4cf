// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSize>
#include <QString>

#include <memory>

namespace spreadline::paint {

/// A paint device that writes SVG. Unlike Qt's own generator it keeps clips (a line leaves its pane in no viewer), writes texts as
/// texts of the width they have on the screen, and sharp lines as sharp lines. Ui thread only.
class SvgDrawing final : public QPaintDevice {
public:
    SvgDrawing(QSize size, const QString& title);
    ~SvgDrawing() override;

    /// The document; complete once the painter has ended.
    QByteArray document() const;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QSize m_size;
    QString m_title;
    std::unique_ptr<Engine> m_engine;
};

} // namespace spreadline::paint
