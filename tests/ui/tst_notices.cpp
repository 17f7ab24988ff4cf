// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/channel_model.h"
#include "models/notice_log.h"
#include "scripted_engine.h"
#include "test_main.h"
#include "widgets/toast_stack.h"

#include <QAbstractItemModelTester>

using namespace spreadline;
using namespace spreadline::test;

namespace {

Notice noticeAt(int second, Errc code, const char* where = "depth BTCUSDT")
{
    return {Severity::Warning, Error{code, where, "<b>detail</b>"}, Timestamp::fromMillis(1'763'640'000'000 + second * 1'000)};
}

} // namespace

class TstNotices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void repeatsAreCounted();
    void placesInAListAreOnePlace();
    void staysBounded();
    void toastsAreFewAndOnce();
    void channelsKeepTheirRows();
};

void TstNotices::repeatsAreCounted()
{
    NoticeLog log;
    QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(log.add(noticeAt(0, Errc::SequenceGap)));
    QVERIFY(!log.add(noticeAt(10, Errc::SequenceGap)));
    QVERIFY(log.add(noticeAt(11, Errc::SequenceGap, "depth ETHUSDT")));
    QVERIFY(log.add(noticeAt(80, Errc::SequenceGap))); // more than a minute later it is news again
    QCOMPARE(log.rowCount(), 3);
    QCOMPARE(log.total(), 4);
    QCOMPARE(log.index(2, NoticeLog::Count).data().toString(), QStringLiteral("\u00D72"));
    QCOMPARE(log.index(0, NoticeLog::Time).data().toString(), QStringLiteral("12:01:20"));
    QVERIFY(!log.index(0, NoticeLog::Text).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
}

void TstNotices::placesInAListAreOnePlace()
{
    NoticeLog log;
    QVERIFY(log.add(noticeAt(0, Errc::BadNumber, "depthUpdate.a[11]")));
    QVERIFY(!log.add(noticeAt(1, Errc::BadNumber, "depthUpdate.a[18]"))); // a broken list is one piece of news, not one a row
    QVERIFY(log.add(noticeAt(2, Errc::BadNumber, "depthUpdate.b[11]")));
    QCOMPARE(log.rowCount(), 2);
    QVERIFY(log.index(1, NoticeLog::Text).data().toString().contains(QStringLiteral("a[18]")));
}

void TstNotices::staysBounded()
{
    NoticeLog log;
    for (int i = 0; i < NoticeLog::capacity + 50; ++i)
        log.add(noticeAt(i, Errc::BadFrame, std::to_string(i).c_str()));
    QCOMPARE(log.rowCount(), NoticeLog::capacity);
    QCOMPARE(log.total(), NoticeLog::capacity + 50);
    QVERIFY(log.index(0, NoticeLog::Text).data().toString().contains(QString::number(NoticeLog::capacity + 49)));
}

void TstNotices::toastsAreFewAndOnce()
{
    QWidget host;
    host.resize(800, 600);
    host.show();
    ThemeSource themes;
    ToastStack toasts(host, themes);
    for (int i = 0; i < 10; ++i)
        toasts.show(ToastStack::Level::Warning, QStringLiteral("notice %1").arg(i % 7));
    QCOMPARE(toasts.shown(), ToastStack::mostShown);
    toasts.show(ToastStack::Level::Warning, QStringLiteral("notice 2"));
    QCOMPARE(toasts.shown(), ToastStack::mostShown);
    QVERIFY(host.rect().contains(toasts.geometry()));
    QTest::mouseClick(&toasts, Qt::LeftButton, {}, QPoint(20, 10));
    QCOMPARE(toasts.shown(), ToastStack::mostShown - 1);
}

void TstNotices::channelsKeepTheirRows()
{
    ScriptedEngine engine;
    Terminal terminal(engine, QStringLiteral("practice"), Terminal::Environment::Practice);
    engine.put(threeInstruments());
    QTRY_COMPARE(terminal.market().instruments().size(), std::size_t{3});
    ChannelModel model(terminal.market());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    std::vector<ChannelTrust> channels{{{StreamKind::Book, InstrumentId{0}, {}}, synced()},
                                       {{StreamKind::Ticker, allInstruments, {}}, synced()}};
    model.setChannels(channels);
    QCOMPARE(resets.count(), 1);
    channels[0].trust = {TrustState::Resyncing, Errc::SequenceGap, {}, {}};
    model.setChannels(channels);
    QCOMPARE(resets.count(), 1); // the same streams: the selection and the scroll position stay
    QCOMPARE(model.count(TrustState::Resyncing), 1);
    QCOMPARE(model.index(0, ChannelModel::InstrumentName).data().toString(), QStringLiteral("BTCUSDT"));
    QVERIFY(model.index(0, ChannelModel::Reason).data().toString().contains(QStringLiteral("missing")));
    QVERIFY(model.index(1, ChannelModel::Reason).data().toString().isEmpty());
}

SPREADLINE_TEST(TstNotices)
#include "tst_notices.moc"
