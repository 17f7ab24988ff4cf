// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_line.h"
#include "composition.h"
#include "language.h"
#include "qt_messages.h"
#include "run_report.h"
#include "session/engine_socket.h"
#include "session/market_view.h"
#include "session/status_client.h"
#include "session/status_report.h"
#include "session/status_server.h"
#include "signal_watcher.h"
#include "style/terminal_style.h"
#include "style/trust_text.h"
#include "style/wall_time.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>
#include <QTimer>

#include <cstdio>

#if defined(Q_OS_UNIX)
#include <sys/stat.h>
#endif

namespace spreadline {
namespace {

enum ExitCode { Done = 0, BadUsageExit = 2, VenueExit = 3, StorageExit = 4 };

int exitCodeOf(Errc code)
{
    switch (code) {
    case Errc::CannotWrite:
    case Errc::StorageCorrupt:
    case Errc::StorageBusy:
    case Errc::StorageFull:
    case Errc::SchemaTooNew: return StorageExit;
    case Errc::Unreachable:
    case Errc::DnsFailed:
    case Errc::TlsFailed:
    case Errc::Timeout:
    case Errc::VenueUnavailable:
    case Errc::Busy: return VenueExit;
    default: return BadUsageExit;
    }
}

/// To stderr always; in a box as well when somebody is looking.
int complain(const Error& error)
{
    std::fprintf(stderr, "spreadline: %s\n  %s\n", traderText(error).c_str(), logText(error).c_str());
    if (qApp && QGuiApplication::platformName() != QLatin1String("offscreen")) {
        QMessageBox box(QMessageBox::Critical, QStringLiteral("Spreadline"), errorText(error));
        box.setTextFormat(Qt::PlainText);
        box.setInformativeText(QString::fromStdString(logText(error)).toHtmlEscaped());
        box.exec();
    }
    return exitCodeOf(error.code);
}

void applyLook(QApplication& application, ThemeSource& themes)
{
    loadFonts();
    QApplication::setFont(labelFont(12));
    QApplication::setStyle(new TerminalStyle(themes));
    const auto follow = [&themes] { QApplication::setPalette(TerminalStyle::paletteFor(themes.theme())); };
    QObject::connect(&themes, &ThemeSource::themeChanged, &application, follow);
    follow();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/spreadline/spreadline.svg")));
}

/// The end that --after asks for.
void endLater(const StartOptions& options, RunReport& report)
{
    if (options.after <= 0)
        return;
    QTimer::singleShot(static_cast<int>(options.after * 1'000), &report, [&options, &report] {
        Status written;
        if (!options.screenshot.isEmpty())
            written = report.writeScreenshot(options.screenshot);
        if (written && !options.summary.isEmpty())
            written = report.writeSummary(options.summary);
        QApplication::exit(written ? Done : complain(written.error()));
    });
}

/// What the program stands on before there is a window.
struct Ground {
    Profile profile;
    Settings settings;
    std::unique_ptr<Log> log;
};

Result<Ground> openGround(const EngineSocket& socket)
{
    auto profile = Profile::open(socket.folder().toStdString());
    if (!profile)
        return profile.error();
    auto settings = readSettings(profile->settingsFile());
    if (!settings)
        return settings.error();
    auto log = Log::open(profile->logFolder(), parseLogLevel(settings->logLevel).value_or(LogLevel::Info));
    if (!log)
        return log.error();
    return Ground{std::move(*profile), std::move(*settings), std::move(*log)};
}

/// The profile is in use: its window comes to the front, and this program ends.
int raiseOther(const EngineSocket& socket, const Error& why)
{
    const auto raised = StatusClient::ask(socket, QStringLiteral("raise"));
    return raised ? Done : complain(why);
}

int runComposition(QApplication& application, Composition& composition, StatusServer& server, const StartOptions& options)
{
    QObject::connect(&composition, &Composition::failed, &application,
                     [](const Error& error) { QApplication::exit(complain(error)); });
    composition.open();
    MainWindow& window = composition.window();
    QObject::connect(&server, &StatusServer::raiseRequested, &window, &MainWindow::bringUp);
    SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::endAsked, &window, [&window] {
        window.close();
        QApplication::quit();
    });
    RunReport report(composition.terminal(), window);
    endLater(options, report);
    return QApplication::exec();
}

int runWindow(QApplication& application, StartOptions options)
{
    const EngineSocket socket(options.profile);
    auto ground = openGround(socket);
    if (!ground)
        return complain(ground.error());
    Terminal* terminal = nullptr;
    StatusServer server([&terminal] {
        return terminal ? statusReport(terminal->status(), terminal->market().instruments(), wallTime()) : QJsonObject();
    });
    if (const Status alone = server.listen(socket); !alone)
        return alone.error().code == Errc::AlreadyRunning ? raiseOther(socket, alone.error()) : complain(alone.error());
    if (options.venue.isEmpty())
        options.venue = QString::fromStdString(ground->settings.venue);
    const QtMessages messages(*ground->log);
    ground->log->info("start", "spreadline " SPREADLINE_VERSION ", venue " + options.venue.toStdString());

    auto& themes = *new ThemeSource(&application); // the style reads it until the application is gone
    Composition composition({options, ground->profile, ground->settings, *ground->log, themes});
    installLanguage(composition.language());
    applyLook(application, themes);
    terminal = &composition.terminal();
    const int code = runComposition(application, composition, server, options);
    terminal = nullptr;
    return code;
}

} // namespace
} // namespace spreadline

int main(int argc, char** argv)
{
    using namespace spreadline;
#if defined(Q_OS_UNIX)
    umask(S_IRWXG | S_IRWXO); // layouts, journals and logs tell what somebody trades: whatever is made here is the owner's alone
#endif
    QCoreApplication::setOrganizationName(QStringLiteral("Spreadline"));
    QCoreApplication::setApplicationName(QStringLiteral("spreadline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SPREADLINE_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto start = parseCommandLine(arguments); // before the window system, so that --version works without one
    if (!start)
        return complain(start.error());
    if (!start->answer.isEmpty()) {
        std::fputs(qPrintable(start->answer), stdout);
        return Done;
    }
    QGuiApplication::setDesktopFileName(QStringLiteral("org.spreadline.Spreadline"));
    QApplication application(argc, argv);
    return runWindow(application, start->options);
}
