// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_line.h"
#include "composition.h"
#include "language.h"
#include "log_file.h"
#include "run_report.h"
#include "signal_watcher.h"
#include "single_instance.h"
#include "style/terminal_style.h"
#include "style/trust_text.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

namespace spreadline {
namespace {

enum ExitCode { Done = 0, BadUsageExit = 2, VenueExit = 3, StorageExit = 4 };

int exitCodeOf(Errc code)
{
    switch (code) {
    case Errc::CannotWrite: case Errc::StorageCorrupt: case Errc::StorageBusy: case Errc::StorageFull: case Errc::SchemaTooNew:
        return StorageExit;
    case Errc::Unreachable: case Errc::DnsFailed: case Errc::TlsFailed: case Errc::Timeout: case Errc::VenueUnavailable: case Errc::Busy:
        return VenueExit;
    default:
        return BadUsageExit;
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

QString profileFolder(const StartOptions& options)
{
    const QString chosen = options.profile.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : options.profile;
    return QDir(chosen).absolutePath();
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

int runWindow(QApplication& application, const StartOptions& options)
{
    auto& themes = *new ThemeSource(&application); // the style reads it until the application is gone
    const QString folder = profileFolder(options);
    if (!QDir().mkpath(folder))
        return complain(Error{Errc::CannotWrite, folder.toStdString(), "the profile folder cannot be made"});
    SingleInstance instance(folder);
    const auto role = instance.claim();
    if (!role)
        return complain(role.error());
    if (*role == SingleInstance::Role::Second)
        return Done;
    if (const Status log = openLogFile(QDir(folder).filePath(QStringLiteral("logs"))); !log)
        return complain(log.error());

    int code = Done;
    {
        Composition composition(options, folder, themes);
        installLanguage(composition.language());
        applyLook(application, themes);
        QObject::connect(&composition, &Composition::failed, &application, [](const Error& error) { QApplication::exit(complain(error)); });
        composition.open();
        QObject::connect(&instance, &SingleInstance::raiseWanted, &composition.window(), &MainWindow::bringUp);
        SignalWatcher signalWatcher;
        QObject::connect(&signalWatcher, &SignalWatcher::endAsked, &composition.window(), [&composition] {
            composition.window().close();
            QApplication::quit();
        });
        RunReport report(composition.terminal(), composition.window());
        endLater(options, report);
        code = QApplication::exec();
    }
    closeLogFile();
    return code;
}

} // namespace
} // namespace spreadline

int main(int argc, char** argv)
{
    using namespace spreadline;
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
