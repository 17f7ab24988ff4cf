// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/log.h"
#include "test_main.h"

#include <QTemporaryDir>

#include <thread>
#include <vector>

using namespace spreadline;

namespace fs = std::filesystem;

class TstLog : public QObject {
    Q_OBJECT

private:
    fs::path folder() const { return fs::path(m_folder->path().toStdString()) / "logs"; }
    QByteArray content(const fs::path& file) const
    {
        QFile source(QString::fromStdString(file.string()));
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anEntryHasItsStampLevelAndSource()
    {
        auto log = Log::open(folder(), LogLevel::Info);
        QVERIFY(log);
        (*log)->debug("feed", "not at this level");
        (*log)->warn("feed", "gap in 'depth'\nforged line signature=abc");
        const QByteArray text = content((*log)->file());
        static const QRegularExpression line(
            QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z warning feed: gap in "
                           "'depth'\\\\nforged line signature=\\[redacted\\]\n$"));
        QVERIFY2(line.match(QString::fromUtf8(text)).hasMatch(), text.constData());
        const auto stamp = QDateTime::fromString(QString::fromUtf8(text.first(24)), Qt::ISODateWithMs);
        QVERIFY(qAbs(stamp.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QCOMPARE(fs::status((*log)->file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    }

    void theLevelCanBeChanged()
    {
        auto log = Log::open(folder(), LogLevel::Off);
        QVERIFY(log);
        (*log)->error("x", "one");
        (*log)->setLevel(LogLevel::Debug);
        (*log)->debug("x", "two");
        (*log)->flush();
        QVERIFY(!content((*log)->file()).contains("one"));
        QVERIFY(content((*log)->file()).contains("debug   x: two"));
        QCOMPARE(parseLogLevel("warn"), std::optional(LogLevel::Warn));
        QCOMPARE(parseLogLevel("loud"), std::nullopt);
    }

    void filesAreCappedInSizeAndNumber()
    {
        {
            auto log = Log::open({folder(), LogLevel::Info, 10'000, 3}, {});
            QVERIFY(log);
            for (int i = 0; i < 2'000; ++i)
                (*log)->info("load", std::string(100, 'x'));
        }
        std::uintmax_t total = 0;
        int files = 0;
        for (const auto& entry : fs::directory_iterator(folder())) {
            ++files;
            total += entry.file_size();
            QCOMPARE(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write);
        }
        QCOMPARE(files, 4);
        QVERIFY(total <= 40'000);
    }

    void aFullDiskGivesOneNotice()
    {
        if (!fs::exists("/dev/full"))
            QSKIP("there is no /dev/full here");
        fs::create_directories(folder());
        fs::create_symlink("/dev/full", folder() / "spreadline.log");
        std::vector<Error> notices;
        auto log = Log::open({folder()}, [&notices](const Error& error) { notices.push_back(error); });
        QVERIFY(log);
        for (int i = 0; i < 1'000; ++i)
            (*log)->warn("x", "does not fit");
        QCOMPARE(notices.size(), std::size_t(1));
        QCOMPARE(notices[0].code, Errc::CannotWrite);
        QCOMPARE((*log)->lost(), std::int64_t(1'000));
    }

    void aFolderThatWentIsMadeAgain()
    {
        std::vector<Error> notices;
        auto log = Log::open({folder()}, [&notices](const Error& error) { notices.push_back(error); });
        QVERIFY(log);
        (*log)->warn("x", "before");
        fs::remove_all(folder());
        const auto isBack = [&] {
            (*log)->warn("x", "after");
            return content((*log)->file()).contains("after");
        };
        QTRY_VERIFY(isBack());
        QVERIFY(notices.empty());
    }

    void aFolderThatCannotBeMadeAgainGivesOneNotice()
    {
        std::vector<Error> notices;
        auto log = Log::open({folder()}, [&notices](const Error& error) { notices.push_back(error); });
        QVERIFY(log);
        fs::remove_all(folder());
        QFile obstacle(QString::fromStdString(folder().string()));
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        const auto isNoticed = [&] {
            (*log)->warn("x", "lost");
            return !notices.empty();
        };
        QTRY_VERIFY(isNoticed());
        const auto lost = (*log)->lost();
        (*log)->warn("x", "lost too");
        QCOMPARE(notices.size(), std::size_t(1));
        QCOMPARE((*log)->lost(), lost + 1);
    }

    void aLogThatCannotBeOpenedIsAnError()
    {
        const auto file = folder();
        QFile obstacle(QString::fromStdString(file.string()));
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        const auto log = Log::open(file, LogLevel::Info);
        QVERIFY(!log);
        QCOMPARE(log.error().code, Errc::CannotWrite);
    }

    void manyThreadsMayWrite()
    {
        {
            auto log = Log::open(folder(), LogLevel::Info);
            QVERIFY(log);
            std::vector<std::thread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&log] {
                    for (int j = 0; j < 500; ++j)
                        (*log)->info("thread", "a line of text");
                });
            }
            for (auto& thread : threads)
                thread.join();
        }
        QCOMPARE(content(folder() / "spreadline.log").count("thread: a line of text\n"), qsizetype(2'000));
    }
};

SPREADLINE_TEST(TstLog)
#include "tst_log.moc"
