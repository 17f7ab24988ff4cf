// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/event_codec.h"

#include <concepts>
#include <type_traits>

namespace spreadline {
namespace {

// The fields of every type, once for both directions: `a` is a Writer or a Reader.

template<typename A>
void fields(A& a, Interval& v)
{
    a(v.kind, v.amount);
}
template<typename A>
void fields(A& a, BookScale& v)
{
    a(v.price, v.quantity);
}
template<typename A>
void fields(A& a, BookLevel& v)
{
    a(v.price, v.quantity);
}
template<typename A>
void fields(A& a, Error& v)
{
    a(v.code, v.where, v.detail);
}
template<typename A>
void fields(A& a, Channel& v)
{
    a(v.kind, v.instrument, v.interval);
}
template<typename A>
void fields(A& a, Trust& v)
{
    a(v.state, v.reason, v.since, v.lastData);
}
template<typename A>
void fields(A& a, Trade& v)
{
    a(v.instrument, v.id, v.price, v.quantity, v.aggressor, v.time);
}
template<typename A>
void fields(A& a, Kline& v)
{
    a(v.openTime, v.closeTime, v.open, v.high, v.low, v.close, v.volume, v.takerBuyVolume, v.quoteVolume, v.trades, v.closed);
}
template<typename A>
void fields(A& a, BookSnapshot& v)
{
    a(v.instrument, v.updateId, v.time, v.scale, v.bids, v.asks);
}
template<typename A>
void fields(A& a, BookDelta& v)
{
    a(v.instrument, v.firstId, v.lastId, v.previousLast, v.time, v.scale, v.bids, v.asks);
}
template<typename A>
void fields(A& a, BookTop& v)
{
    a(v.instrument, v.updateId, v.time, v.scale, v.bid, v.ask);
}
template<typename A>
void fields(A& a, MarkPrice& v)
{
    a(v.instrument, v.mark, v.index, v.fundingRate, v.nextFunding, v.time);
}
template<typename A>
void fields(A& a, Ticker24h& v)
{
    a(v.instrument, v.last, v.open, v.high, v.low, v.volume, v.quoteVolume, v.trades, v.time);
}
template<typename A>
void fields(A& a, Liquidation& v)
{
    a(v.instrument, v.side, v.price, v.quantity, v.time);
}
template<typename A>
void fields(A& a, Instrument& v)
{
    a(v.id, v.symbol, v.baseAsset, v.quoteAsset, v.status, v.onboarded, v.tickSize, v.minPrice, v.maxPrice, v.stepSize,
      v.minQuantity, v.maxQuantity, v.maxMarketQuantity, v.minNotional, v.bandUp, v.bandDown);
}
template<typename A>
void fields(A& a, InstrumentsLoaded& v)
{
    a(v.instruments, v.source);
}
template<typename A>
void fields(A& a, KlineUpdate& v)
{
    a(v.instrument, v.interval, v.kline);
}
template<typename A>
void fields(A& a, KlineHistory& v)
{
    a(v.instrument, v.interval, v.from, v.to, v.klines, v.source, v.failure);
}
template<typename A>
void fields(A& a, TradeHistory& v)
{
    a(v.instrument, v.trades, v.source, v.failure);
}
template<typename A>
void fields(A& a, DerivativeValue& v)
{
    a(v.time, v.value);
}
template<typename A>
void fields(A& a, DerivativeHistory& v)
{
    a(v.instrument, v.series, v.period, v.from, v.to, v.values, v.failure);
}
template<typename A>
void fields(A& a, ChannelTrust& v)
{
    a(v.channel, v.trust);
}
template<typename A>
void fields(A& a, FrameRejected& v)
{
    a(v.error);
}
template<typename A>
void fields(A& a, VenueHealth& v)
{
    a(v.venue, v.connected, v.latencyP50, v.latencyP99, v.roundTrip, v.clockOffset, v.clockTrusted, v.weightUsed, v.weightLimit,
      v.bannedUntil, v.frames, v.rejected, v.unknown, v.gaps, v.resyncs, v.reconnects);
}
template<typename A>
void fields(A& a, ChartInterest& v)
{
    a(v.chart, v.instrument, v.interval, v.bars, v.wantsFunding, v.wantsOpenInterest);
}
template<typename A>
void fields(A& a, BookInterest& v)
{
    a(v.instrument, v.rows, v.group);
}
template<typename A>
void fields(A& a, ViewInterest& v)
{
    a(v.charts, v.books, v.tapes);
}
template<typename A>
void fields(A& a, SetInterest& v)
{
    a(v.interest);
}
template<typename A>
void fields(A& a, LoadOlder& v)
{
    a(v.chart);
}
template<typename A>
void fields(A& a, ResyncBook& v)
{
    a(v.instrument);
}
template<typename A>
void fields(A& a, RequestFrame& v)
{
    a(v.frame);
}
template<typename A>
void fields(A& a, Timer& v)
{
    a(v.kind, v.marketOverflows);
}

class Writer {
public:
    explicit Writer(ByteWriter& bytes) : m_bytes(bytes) {}

    template<typename... T>
    void operator()(const T&... values)
    {
        (one(values), ...);
    }

private:
    void one(bool value) { m_bytes.unsignedNumber(value ? 1 : 0); }
    template<std::integral T>
    void one(const T& value)
    {
        m_bytes.number(static_cast<std::int64_t>(value));
    }
    template<typename T>
    requires std::is_enum_v<T>
    void one(const T& value) { m_bytes.unsignedNumber(static_cast<std::uint64_t>(value)); }
    void one(const std::string& value) { m_bytes.text(value); }
    void one(const Timestamp& value) { m_bytes.number(value.nanos()); }
    void one(const Duration& value) { m_bytes.number(value.count()); }
    template<typename Tag>
    void one(const Decimal<Tag>& value)
    {
        m_bytes.number(value.mantissa());
        m_bytes.unsignedNumber(static_cast<std::uint64_t>(value.scale()));
    }
    template<typename T>
    void one(const std::vector<T>& values)
    {
        m_bytes.unsignedNumber(values.size());
        for (const T& value : values)
            one(value);
    }
    template<typename T>
    void one(const std::optional<T>& value)
    {
        one(value.has_value());
        if (value)
            one(*value);
    }
    template<typename... T>
    void one(const std::variant<T...>& value)
    {
        m_bytes.unsignedNumber(value.index());
        std::visit([this](const auto& inner) { one(inner); }, value);
    }
    // The field lists serve the reader too and take a non-const reference; the writer only reads through it.
    template<typename T>
    void one(const T& value)
    {
        fields(*this, const_cast<T&>(value));
    }

    ByteWriter& m_bytes;
};

class Reader {
public:
    explicit Reader(ByteReader& bytes) : m_bytes(bytes) {}

    template<typename... T>
    void operator()(T&... values)
    {
        (one(values), ...);
    }

private:
    void one(bool& value) { value = m_bytes.unsignedNumber() != 0; }
    template<std::integral T>
    void one(T& value)
    {
        const std::int64_t number = m_bytes.number();
        value = static_cast<T>(number);
        if (static_cast<std::int64_t>(value) != number)
            m_bytes.fail();
    }
    template<typename T>
    requires std::is_enum_v<T>
    void one(T& value)
    {
        const std::uint64_t number = m_bytes.unsignedNumber();
        value = static_cast<T>(number);
        if (static_cast<std::uint64_t>(value) != number)
            m_bytes.fail();
    }
    void one(Errc& value)
    {
        const std::uint64_t number = m_bytes.unsignedNumber();
        if (number > static_cast<std::uint64_t>(Errc::Internal))
            m_bytes.fail();
        else
            value = static_cast<Errc>(number);
    }
    void one(std::string& value) { value = m_bytes.text(); }
    void one(Timestamp& value) { value = Timestamp::fromNanos(m_bytes.number()); }
    void one(Duration& value) { value = Duration(m_bytes.number()); }
    template<typename Tag>
    void one(Decimal<Tag>& value)
    {
        const std::int64_t mantissa = m_bytes.number();
        const std::uint64_t scale = m_bytes.unsignedNumber();
        if (scale > static_cast<std::uint64_t>(detail::maxScale))
            m_bytes.fail();
        else
            value = Decimal<Tag>::fromMantissa(mantissa, static_cast<int>(scale));
    }
    template<typename T>
    void one(std::vector<T>& values)
    {
        const std::size_t count = m_bytes.count();
        values.clear();
        for (std::size_t i = 0; i < count && !m_bytes.failed(); ++i)
            one(values.emplace_back());
    }
    template<typename T>
    void one(std::optional<T>& value)
    {
        bool has = false;
        one(has);
        if (has)
            one(value.emplace());
    }
    template<typename... T>
    void one(std::variant<T...>& value)
    {
        const std::uint64_t index = m_bytes.unsignedNumber();
        if (index >= sizeof...(T)) {
            m_bytes.fail();
            return;
        }
        std::uint64_t i = 0;
        ((i++ == index ? one(value.template emplace<T>()) : void()), ...);
    }
    template<typename T>
    void one(T& value)
    {
        fields(*this, value);
    }

    ByteReader& m_bytes;
};

} // namespace

void encode(ByteWriter& bytes, const CoreEvent& event, Timestamp previous)
{
    Writer writer(bytes);
    writer(event.received - previous, event.what);
}

Result<CoreEvent> decode(ByteReader& bytes, Timestamp previous)
{
    CoreEvent event;
    Duration distance{};
    Reader reader(bytes);
    reader(distance, event.what);
    if (bytes.failed())
        return Error{Errc::BadFile, "journal", "an event that cannot be read"};
    event.received = previous + distance;
    return event;
}

} // namespace spreadline
