// SPDX-License-Identifier: GPL-3.0-or-later
#include "log_file.h"

#include <QDir>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace spreadline {
namespace {

constexpr std::size_t fileSize = 5 * 1024 * 1024;
constexpr std::size_t filesKept = 3;

void logQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    static const QString harmless = QStringLiteral("This plugin does not support");
    if (text.startsWith(harmless))
        return;
    const auto level = type == QtDebugMsg      ? spdlog::level::debug
                       : type == QtInfoMsg     ? spdlog::level::info
                       : type == QtWarningMsg  ? spdlog::level::warn
                                               : spdlog::level::err;
    spdlog::log(level, "{}", text.toStdString());
    if (type == QtFatalMsg)
        spdlog::default_logger()->flush();
}

} // namespace

Status openLogFile(const QString& folder)
{
    QDir().mkpath(folder);
    const QString path = QDir(folder).filePath(QStringLiteral("spreadline.log"));
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path.toStdString(), fileSize, filesKept);
        auto logger = std::make_shared<spdlog::logger>("spreadline", std::move(sink));
        logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
        logger->flush_on(spdlog::level::warn);
        spdlog::set_default_logger(std::move(logger));
    } catch (const spdlog::spdlog_ex& failure) {
        return Error{Errc::CannotWrite, path.toStdString(), failure.what()};
    }
    qInstallMessageHandler(logQtMessage);
    return {};
}

void closeLogFile()
{
    qInstallMessageHandler(nullptr);
    spdlog::shutdown();
}

} // namespace spreadline
