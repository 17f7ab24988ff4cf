// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include "test_main.h"

#include <set>

using namespace spreadline;

class TstError : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasTwoVoices();
    void logTextCarriesPlaceAndDetail();
    void resultHoldsOneOrTheOther();
};

void TstError::everyCodeHasTwoVoices()
{
    std::set<std::string_view> names;
    for (int code = 0; code <= static_cast<int>(Errc::Internal); ++code) {
        const auto errc = static_cast<Errc>(code);
        QVERIFY2(names.insert(name(errc)).second, name(errc).data());
        QVERIFY2(advice(errc).ends_with('.'), name(errc).data());
    }
}

void TstError::logTextCarriesPlaceAndDetail()
{
    const Error error{Errc::BadNumber, "trade.p", "'1.2.3'"};
    QCOMPARE(QString::fromStdString(logText(error)), QStringLiteral("BadNumber at trade.p: '1.2.3'"));
    QVERIFY(traderText(error).find("trade.p") != std::string::npos);
    QVERIFY(traderText(error).find("1.2.3") == std::string::npos); // text from outside stays in the log
}

void TstError::resultHoldsOneOrTheOther()
{
    const Result<int> seven = 7;
    QVERIFY(seven);
    QCOMPARE(*seven, 7);
    const Result<int> none = Error{Errc::NotFound, "x", {}};
    QVERIFY(!none);
    QVERIFY(none.error().code == Errc::NotFound);
    QCOMPARE(none.valueOr(3), 3);
    QVERIFY(Status());
    QVERIFY(!Status(Errc::Busy));
}

SPREADLINE_TEST(TstError)
#include "tst_error.moc"
