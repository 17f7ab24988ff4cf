// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_report.h"

#include "session/market_view.h"
#include "settings/json_file.h"
#include "shell/environment_look.h"
#include "shell/main_window.h"

#include <QDir>
#include <QFileInfo>
#include <QMetaEnum>
#include <QPixmap>

#include <algorithm>

namespace spreadline {

RunReport::RunReport(Terminal& terminal, MainWindow& window, QObject* parent)
    : QObject(parent), m_terminal(terminal), m_window(window)
{
    m_elapsed.start();
    const MarketView& market = terminal.market();
    connect(&market, &MarketView::chartChanged, this, [this](const ChartUpdate& update) {
        if (m_firstBars < 0 && !update.bars.empty())
            m_firstBars = m_elapsed.elapsed();
        if (update.reset)
            m_bars.clear();
        for (const Kline& bar : update.bars)
            m_bars.insert(bar.openTime);
    });
    connect(&market, &MarketView::tapeChanged, this,
            [this](const TapeUpdate& update) { m_trades += static_cast<qint64>(update.trades.size()); });
    connect(&market, &MarketView::bookChanged, this, [this] { ++m_books; });
    connect(&market, &MarketView::tickersChanged, this,
            [this](const std::vector<InstrumentId>& changed) { m_tickers += static_cast<qint64>(changed.size()); });
    connect(&terminal, &Terminal::noticed, this, [this] { ++m_notices; });
}

QJsonObject RunReport::summary() const
{
    const StatusView& status = m_terminal.status();
    const VenueHealth& health = status.health;
    const auto synced =
        std::ranges::count_if(status.channels, [](const ChannelTrust& channel) { return isUsable(channel.trust); });
    const auto millis = [](Duration span) { return static_cast<double>(span.count()) / 1e6; };
    const auto environment = QMetaEnum::fromType<Terminal::Environment>().valueToKey(static_cast<int>(m_terminal.environment()));
    return {
        {QStringLiteral("version"), QStringLiteral(SPREADLINE_VERSION)},
        {QStringLiteral("venue"), m_terminal.venue()},
        {QStringLiteral("environment"), QString::fromLatin1(environment).toLower()},
        {QStringLiteral("seconds"), static_cast<double>(m_elapsed.elapsed()) / 1'000.0},
        {QStringLiteral("window_painted_ms"), m_window.firstPaint()},
        {QStringLiteral("first_bars_ms"), m_firstBars},
        {QStringLiteral("instruments"), static_cast<qint64>(m_terminal.market().instruments().size())},
        {QStringLiteral("connected"), health.connected},
        {QStringLiteral("streams"), static_cast<qint64>(status.channels.size())},
        {QStringLiteral("streams_synced"), static_cast<qint64>(synced)},
        {QStringLiteral("chart_bars"), static_cast<qint64>(m_bars.size())},
        {QStringLiteral("trades_shown"), m_trades},
        {QStringLiteral("books_shown"), m_books},
        {QStringLiteral("ticker_changes"), m_tickers},
        {QStringLiteral("frames_received"), static_cast<qint64>(health.frames)},
        {QStringLiteral("frames_rejected"), static_cast<qint64>(health.rejected)},
        {QStringLiteral("gaps"), static_cast<qint64>(health.gaps)},
        {QStringLiteral("resyncs"), static_cast<qint64>(health.resyncs)},
        {QStringLiteral("reconnects"), static_cast<qint64>(health.reconnects)},
        {QStringLiteral("skipped_frames"), static_cast<qint64>(status.skippedFrames)},
        {QStringLiteral("latency_p50_ms"), millis(health.latencyP50)},
        {QStringLiteral("latency_p99_ms"), millis(health.latencyP99)},
        {QStringLiteral("store_rows"), static_cast<qint64>(status.storeRows)},
        {QStringLiteral("notices"), m_notices},
    };
}

Status RunReport::writeScreenshot(const QString& file) const
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    if (!m_window.grab().save(file))
        return Error{Errc::CannotWrite, file.toStdString(), "the picture could not be written"};
    return {};
}

Status RunReport::writeSummary(const QString& file) const
{
    return writeJsonFile(file, summary());
}

} // namespace spreadline
