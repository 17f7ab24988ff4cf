// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include <QDirIterator>
#include <QRegularExpression>

/// What must not be written, where, and why. Read as text, comments left out.
struct Ban {
    const char* name;
    const char* pattern;
    QStringList folders; ///< below the source folder
    QStringList except;  ///< files that may
    const char* reason;
};

namespace {

QStringList list(std::initializer_list<const char*> items)
{
    QStringList strings;
    for (const char* item : items)
        strings.append(QLatin1String(item));
    return strings;
}

QList<Ban> bans()
{
    const QStringList all = list({"engine", "ui", "app"});
    const QStringList deterministic = list({"engine/domain", "engine/market", "engine/runtime"});
    return {
        {"clock", "system_clock::now|steady_clock::now|QDateTime::current|QElapsedTimer|gettimeofday|clock_gettime",
         deterministic, list({"engine/runtime/core_thread.cpp", "engine/runtime/scheduler.cpp"}),
         "the core takes its time from events"},
        {"randomness", "std::random_device|\\brand\\(|mt19937", deterministic, {}, "the core is a function of its inputs"},
        {"threads in the core",
         "std::thread|std::async|QThread",
         list({"engine/domain", "engine/market"}),
         {},
         "one thread owns this"},
        {"sleep",
         "sleep_for|sleep_until|\\busleep\\(|QThread::m?sleep|QTest::qSleep",
         all,
         {},
         "wait for an event, not for a time"},
        {"doubles on the wire", "std::stod|\\bstrtod\\(|\\batof\\(|get_double\\(|\\.toDouble\\(",
         list({"engine/exchange", "engine/storage"}),
         list({"engine/exchange/binance/json_reader.cpp"}), // tells numbers from other values, reads none
         "prices and quantities go from text to integers"},
        {"singletons", "::instance\\(\\)", all, {}, "dependencies arrive through the constructor"},
        {"TLS errors ignored", "ignoreSslErrors|VerifyNone", all, {}, "an untrusted certificate is refused"},
        {"plaintext keys", "setInsecureFallback\\(true", all, {}, "secrets live in the keychain only"},
        {"rich text", "Qt::(RichText|AutoText|MarkdownText)|setHtml\\(", all, {}, "text from outside is plain text"},
        {"labels that guess", "new QLabel|\\bQLabel [a-z_]+[;({]", list({"ui"}),
         list({"ui/widgets/plain_label.h", "ui/widgets/plain_label.cpp"}), "use PlainLabel: a QLabel renders markup it is given"},
        {"message boxes", "\\bQMessageBox\\b", list({"ui"}), list({"ui/widgets/plain_message.h", "ui/widgets/plain_message.cpp"}),
         "a message box renders markup it is given, and stacks up"},
        {"unfinished", "\\b(TODO|FIXME|XXX|HACK)\\b", list({"engine", "ui", "app", "tests"}),
         list({"tests/fence/tst_banned.cpp"}), "finish it or leave it out"},
    };
}

QString withoutComments(QString text)
{
    static const QRegularExpression lineComment(QStringLiteral("//[^\n]*"));
    return text.remove(lineComment);
}

QStringList offenders(const Ban& ban, const QString& root)
{
    const QRegularExpression pattern(QLatin1String(ban.pattern));
    QStringList found;
    for (const QString& folder : ban.folders) {
        QDirIterator files(root + QLatin1Char('/') + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString path = QDir(root).relativeFilePath(file.fileName());
            if (ban.except.contains(path) || !file.open(QIODevice::ReadOnly))
                continue;
            const bool words = qstrcmp(ban.name, "unfinished") == 0; // those stand in comments
            const QString text = QString::fromUtf8(file.readAll());
            const auto match = pattern.match(words ? text : withoutComments(text));
            if (match.hasMatch())
                found.append(QStringLiteral("%1: '%2'").arg(path, match.captured()));
        }
    }
    return found;
}

} // namespace

class TstBanned : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void standsNowhere_data()
    {
        QTest::addColumn<int>("index");
        const auto all = bans();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << i;
    }
    void standsNowhere()
    {
        QFETCH(int, index);
        const Ban ban = bans()[index];
        const QStringList found = offenders(ban, qEnvironmentVariable("SPREADLINE_SOURCE_DIR"));
        QVERIFY2(found.isEmpty(),
                 qPrintable(QStringLiteral("%1 (%2)").arg(found.join(QLatin1String("; ")), QLatin1String(ban.reason))));
    }
    void findsWhatItBans()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("engine/market")));
        QFile file(folder.filePath(QStringLiteral("engine/market/bad.cpp")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("auto now = std::chrono::steady_clock::now(); // a clock\n");
        file.close();
        QCOMPARE(offenders(bans()[0], folder.path()).size(), 1);
        QVERIFY(offenders(bans()[1], folder.path()).isEmpty());
    }
};

SPREADLINE_TEST(TstBanned)
#include "tst_banned.moc"
