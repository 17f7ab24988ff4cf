// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_words.h"

#include "chart/chart_notice.h"
#include "style/trust_text.h"
#include "test_main.h"

#include "panel_rig.h"

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::PanelRig;

class TstChartWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void badgeWords_data();
    void badgeWords();
    void slownessIsExplained();
    void aSymbolTheListDoesNotHave();
};

void TstChartWords::badgeWords_data()
{
    QTest::addColumn<TrustState>("trust");
    QTest::addColumn<bool>("loading");
    QTest::addColumn<bool>("failed");
    QTest::addColumn<bool>("going");
    QTest::addColumn<QString>("begins");
    const auto row = [](const char* name, TrustState trust, bool loading, bool failed, bool going, const char* begins) {
        QTest::newRow(name) << trust << loading << failed << going << QString::fromLatin1(begins);
    };
    row("all is well", TrustState::Synced, false, false, false, "");
    row("history on its way", TrustState::Synced, true, false, false, "Loading history");
    row("to a date", TrustState::Synced, true, false, true, "Going to 2025-11-20 10:00");
    row("failed", TrustState::Synced, false, true, true, "Older bars could not be loaded");
    row("stale", TrustState::Stale, true, true, true, "Stale 12 s");
    row("down", TrustState::Down, true, false, true, "Not connected: the last data is 12 s old");
    row("partial", TrustState::Partial, true, false, false, "Partial");
    row("resyncing", TrustState::Resyncing, false, false, false, "Resyncing");
}

void TstChartWords::badgeWords()
{
    QFETCH(const TrustState, trust);
    QFETCH(const bool, loading);
    QFETCH(const bool, failed);
    QFETCH(const bool, going);
    QFETCH(const QString, begins);
    const Timestamp now = Timestamp::fromMillis(1'763'640'000'000);
    LoadState state;
    state.hasBars = state.isAnswered = true;
    state.isLoading = loading;
    state.trust = {trust, Errc::Timeout, now, now - std::chrono::milliseconds(12'300)};
    state.first = now;
    if (failed)
        state.failure = Error{Errc::RateLimited, {}, {}};
    if (going)
        state.goal = now - std::chrono::hours(2);
    const QString text = chart::badgeWords(state, now, QTimeZone::utc()).text;
    QVERIFY2(begins.isEmpty() ? text.isEmpty() : text.startsWith(begins), qPrintable(text));
    state.hasBars = false; // then the middle of the chart says it
    QVERIFY(chart::badgeWords(state, now, QTimeZone::utc()).text.isEmpty());
}

void TstChartWords::slownessIsExplained()
{
    const Timestamp now = Timestamp::fromMillis(1'763'640'000'000);
    LoadState state;
    state.isLoading = state.isAnswered = true;
    state.asked = now;
    state.trust = {TrustState::Down, Errc::DnsFailed, now, {}};
    const ChartTopic topic{QStringLiteral("BTCUSDT"), Interval::time(std::chrono::minutes(1)), true, true, std::nullopt};
    QCOMPARE(noticeWords(topic, state, now).title, QStringLiteral("Loading BTCUSDT 1m"));
    QVERIFY(noticeWords(topic, state, now).text.isEmpty()); // a start takes a moment
    const QString later = noticeWords(topic, state, now + std::chrono::seconds(4)).text;
    QVERIFY(!later.isEmpty());
    state.trust.reason = Errc::GeoBlocked;
    QVERIFY(noticeWords(topic, state, now + std::chrono::seconds(4)).text != later);
    const ChartTopic unlisted{{}, {}, false, false, Error{Errc::Banned, "/fapi/v1/exchangeInfo", {}}};
    QCOMPARE(noticeWords(unlisted, {}, now).text, errorText(*unlisted.trouble));
}

// Taken before the list came: it may name what is there no more.
void TstChartWords::aSymbolTheListDoesNotHave()
{
    PanelRig rig;
    QVERIFY(rig.panel.setSymbol(QStringLiteral("OLDUSDT")));
    const auto& notice = *rig.panel.findChild<ChartNotice*>();
    QCOMPARE(notice.title(), QStringLiteral("Waiting for the venue"));
    rig.list();
    QTRY_COMPARE(notice.title(), QStringLiteral("OLDUSDT is not known here"));
    QVERIFY(rig.panel.setSymbol(QStringLiteral("ETHUSDT")));
    QCOMPARE(notice.title(), QStringLiteral("Loading ETHUSDT 1m"));
    QVERIFY(rig.isWanted(1));
}

SPREADLINE_TEST(TstChartWords)
#include "tst_chart_words.moc"
