// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/instrument.h"

#include "test_main.h"

using namespace spreadline;

namespace {

/// BTCUSDT as Binance lists it (exchangeInfo example of the USD-M documentation).
Instrument bitcoin()
{
    Instrument instrument;
    instrument.symbol = "BTCUSDT";
    instrument.tickSize = *Price::parse("0.1");
    instrument.minPrice = *Price::parse("556.80");
    instrument.maxPrice = *Price::parse("4529764");
    instrument.stepSize = *Quantity::parse("0.001");
    instrument.minQuantity = *Quantity::parse("0.001");
    instrument.maxQuantity = *Quantity::parse("1000");
    instrument.minNotional = *Money::parse("50");
    instrument.bandUp = *Price::parse("1.0500");
    instrument.bandDown = *Price::parse("0.9500");
    return instrument;
}

} // namespace

class TstInstrument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void checksPrice_data();
    void checksPrice();
    void checksQuantity_data();
    void checksQuantity();
    void checksNotional();
    void checksBand();
    void roundsBySide();
};

void TstInstrument::checksPrice_data()
{
    QTest::addColumn<QString>("price");
    QTest::addColumn<int>("errc"); // -1: fine
    QTest::newRow("on tick") << "60000.1" << -1;
    QTest::newRow("zeros behind") << "60000.100" << -1;
    QTest::newRow("off tick") << "60000.15" << static_cast<int>(Errc::OffTick);
    QTest::newRow("the minimum") << "556.8" << -1;
    QTest::newRow("below") << "556.7" << static_cast<int>(Errc::BelowMinimum);
    QTest::newRow("above") << "4529764.1" << static_cast<int>(Errc::AboveMaximum);
    QTest::newRow("negative") << "-1" << static_cast<int>(Errc::BelowMinimum);
}

void TstInstrument::checksPrice()
{
    QFETCH(QString, price);
    QFETCH(int, errc);
    const auto status = checkPrice(bitcoin(), *Price::parse(price.toStdString()));
    QCOMPARE(status ? -1 : static_cast<int>(status.error().code), errc);
}

void TstInstrument::checksQuantity_data()
{
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<int>("errc");
    QTest::newRow("on step") << "0.002" << -1;
    QTest::newRow("off step") << "0.0025" << static_cast<int>(Errc::OffStep);
    QTest::newRow("zero") << "0" << static_cast<int>(Errc::BelowMinimum);
    QTest::newRow("above") << "1000.001" << static_cast<int>(Errc::AboveMaximum);
}

void TstInstrument::checksQuantity()
{
    QFETCH(QString, quantity);
    QFETCH(int, errc);
    const auto status = checkQuantity(bitcoin(), *Quantity::parse(quantity.toStdString()));
    QCOMPARE(status ? -1 : static_cast<int>(status.error().code), errc);
}

void TstInstrument::checksNotional()
{
    QVERIFY(checkNotional(bitcoin(), *Price::parse("50000"), *Quantity::parse("0.001")));
    QVERIFY(checkNotional(bitcoin(), *Price::parse("49999.9"), *Quantity::parse("0.001")).error().code == Errc::NotionalTooSmall);
}

void TstInstrument::checksBand()
{
    const Price mark = *Price::parse("60000.00");
    QVERIFY(checkBand(bitcoin(), Side::Buy, *Price::parse("63000"), mark));
    QVERIFY(checkBand(bitcoin(), Side::Buy, *Price::parse("63000.1"), mark).error().code == Errc::PriceOutOfBand);
    QVERIFY(checkBand(bitcoin(), Side::Sell, *Price::parse("57000"), mark));
    QVERIFY(checkBand(bitcoin(), Side::Sell, *Price::parse("56999.9"), mark).error().code == Errc::PriceOutOfBand);
    QVERIFY(checkBand(bitcoin(), Side::Sell, *Price::parse("99999"), mark)); // a sell has no upper band
}

void TstInstrument::roundsBySide()
{
    const Price between = *Price::parse("60000.17");
    QCOMPARE(roundPrice(bitcoin(), Side::Buy, between, Rounding::Passive)->toString(), std::string("60000.1"));
    QCOMPARE(roundPrice(bitcoin(), Side::Sell, between, Rounding::Passive)->toString(), std::string("60000.2"));
    QCOMPARE(roundPrice(bitcoin(), Side::Buy, between, Rounding::Aggressive)->toString(), std::string("60000.2"));
    QCOMPARE(roundPrice(bitcoin(), Side::Sell, between, Rounding::Aggressive)->toString(), std::string("60000.1"));
    QCOMPARE(roundQuantity(bitcoin(), *Quantity::parse("0.0029999"))->toString(), std::string("0.002"));
    QCOMPARE(roundQuantity(bitcoin(), *Quantity::parse("-0.0029999"))->toString(), std::string("-0.002"));
}

SPREADLINE_TEST(TstInstrument)
#include "tst_instrument.moc"
