// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_rows.h"
#include "storage/codecs.h"
#include "storage/packing.h"
#include "test_main.h"

#include <rapidcheck.h>

using namespace spreadline;
using namespace spreadline::storage;
using namespace spreadline::test;

namespace {

template<typename Number>
Number anyNumber()
{
    return Number::fromMantissa(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(0, 19));
}

Timestamp anyTime()
{
    return Timestamp::fromNanos(*rc::gen::arbitrary<std::int64_t>());
}

Kline anyKline()
{
    Kline kline;
    kline.openTime = anyTime();
    kline.closeTime = anyTime();
    for (const auto field : {&Kline::open, &Kline::high, &Kline::low, &Kline::close})
        kline.*field = anyNumber<Price>();
    kline.volume = anyNumber<Quantity>();
    kline.takerBuyVolume = anyNumber<Quantity>();
    kline.quoteVolume = anyNumber<Money>();
    kline.trades = *rc::gen::arbitrary<std::int64_t>();
    kline.closed = true;
    return kline;
}

Trade anyTrade()
{
    Trade trade;
    trade.id = *rc::gen::arbitrary<std::int64_t>();
    trade.price = anyNumber<Price>();
    trade.quantity = anyNumber<Quantity>();
    trade.aggressor = *rc::gen::arbitrary<bool>() ? Side::Buy : Side::Sell;
    trade.time = anyTime();
    return trade;
}

std::vector<BookLevel> anyLevels()
{
    std::vector<BookLevel> levels(static_cast<std::size_t>(*rc::gen::inRange(0, 20)));
    for (BookLevel& level : levels)
        level = {*rc::gen::arbitrary<std::int64_t>(), *rc::gen::arbitrary<std::int64_t>()};
    return levels;
}

BookSnapshot anyBook()
{
    BookSnapshot book;
    book.updateId = *rc::gen::arbitrary<std::int64_t>();
    book.time = anyTime();
    book.scale = {static_cast<std::int8_t>(*rc::gen::inRange(0, 19)), static_cast<std::int8_t>(*rc::gen::inRange(0, 19))};
    book.bids = anyLevels();
    book.asks = anyLevels();
    return book;
}

template<typename Row>
std::vector<Row> many(Row (*any)())
{
    std::vector<Row> rows(static_cast<std::size_t>(*rc::gen::inRange(0, 40)));
    for (Row& row : rows)
        row = any();
    return rows;
}

/// Equal values of unequal scale compare equal, so the scales are asked for by themselves.
QString spelled(const std::vector<Kline>& klines)
{
    QString text;
    for (const Kline& k : klines) {
        for (const Price& price : {k.open, k.high, k.low, k.close})
            text += QStringLiteral("%1/%2 ").arg(price.mantissa()).arg(price.scale());
        text += QStringLiteral("%1/%2 ").arg(k.volume.mantissa()).arg(k.volume.scale());
        text += QStringLiteral("%1/%2 ").arg(k.takerBuyVolume.mantissa()).arg(k.takerBuyVolume.scale());
        text += QStringLiteral("%1/%2\n").arg(k.quoteVolume.mantissa()).arg(k.quoteVolume.scale());
    }
    return text;
}

Bytes sealed(const Bytes& inner)
{
    PackWriter writer;
    for (const std::uint8_t byte : inner)
        writer.byte(byte);
    return std::move(writer).seal();
}

} // namespace

class TstCodecs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKlineReadsBack()
    {
        QVERIFY(rc::check([] {
            const auto klines = many(anyKline);
            const auto read = unpackKlines(packKlines(klines));
            RC_ASSERT(read.hasValue());
            RC_ASSERT(*read == klines);
            RC_ASSERT(spelled(*read) == spelled(klines));
        }));
    }
    void everyTradeReadsBack()
    {
        QVERIFY(rc::check([] {
            const auto trades = many(anyTrade);
            const auto read = unpackTrades(packTrades(trades));
            RC_ASSERT(read.hasValue());
            RC_ASSERT(*read == trades);
        }));
    }
    void everyBookReadsBack()
    {
        QVERIFY(rc::check([] {
            const auto books = many(anyBook);
            const auto read = unpackBooks(packBooks(books));
            RC_ASSERT(read.hasValue());
            RC_ASSERT(*read == books);
        }));
    }

    void barsAreSmall()
    {
        QVERIFY(packKlines(bars(newYear, 256)).size() < 256 * 32);
        QVERIFY(packTrades(trades(1'000'000, 512)).size() < 512 * 10);
    }

    void anyDamageIsSeen()
    {
        const Bytes sound = packKlines(bars(newYear, 20));
        for (std::size_t i = 0; i < sound.size(); ++i) {
            Bytes damaged = sound;
            damaged[i] = static_cast<std::uint8_t>(damaged[i] ^ (1U << (i % 8)));
            QVERIFY2(!unpackKlines(damaged), qPrintable(QString::number(i)));
        }
        for (std::size_t length = 0; length < sound.size(); ++length)
            QVERIFY(!unpackKlines(ByteView(sound).first(length)));
        QCOMPARE(unpackKlines({}).error().code, Errc::StorageCorrupt);
    }

    void garbageWithAValidSealIsRefused()
    {
        QVERIFY(rc::check([] {
            auto inner = *rc::gen::arbitrary<std::vector<std::uint8_t>>();
            inner.insert(inner.begin(), 1); // the format version, to come past the first guard
            const Bytes block = sealed(inner);
            // Whatever comes out: no crash, no endless memory.
            (void)unpackKlines(block);
            (void)unpackTrades(block);
            (void)unpackBooks(block);
        }));
        QVERIFY(!unpackKlines(sealed({1, 0xff, 0xff, 0xff, 0xff, 0x0f}))); // claims 4 thousand million bars
        QVERIFY(!unpackTrades(sealed({2, 0})));                            // a format of the future
    }
};

SPREADLINE_TEST(TstCodecs)
#include "tst_codecs.moc"
