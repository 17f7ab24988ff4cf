// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt_messages.h"

#include <QString>

#include <atomic>

namespace spreadline {
namespace {

std::atomic<Log*> target = nullptr; // Qt's handler is a plain function

void onMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    Log* log = target.load();
    if (!log || text.startsWith(QLatin1String("This plugin does not support"))) // said by the offscreen platform at every raise()
        return;
    const LogLevel level = type == QtDebugMsg ? LogLevel::Debug
        : type == QtInfoMsg                   ? LogLevel::Info
        : type == QtWarningMsg                ? LogLevel::Warn
                                              : LogLevel::Error;
    log->write(level, "qt", text.toStdString());
    if (type == QtFatalMsg)
        log->flush();
}

} // namespace

QtMessages::QtMessages(Log& log)
{
    target = &log;
    qInstallMessageHandler(onMessage);
}

QtMessages::~QtMessages()
{
    qInstallMessageHandler(nullptr);
    target = nullptr;
}

} // namespace spreadline
