// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/market_tables.h"

#include <array>

namespace spreadline::storage {
namespace {

/// The rows of a batch by series. A batch is mostly runs of one series, so the last one is kept at hand.
template<typename Kind>
class Groups {
public:
    void add(DataClass kind, const std::string& symbol, Interval interval, const typename Kind::Row& row)
    {
        if (!m_last || m_last->first.symbol != symbol || m_last->first.interval != interval)
            m_last = &*m_groups.try_emplace(SeriesKey{kind, symbol, interval}).first;
        m_last->second.push_back(row);
    }
    Status write(BlockStorage& storage)
    {
        for (auto& [key, rows] : m_groups) {
            const auto series = storage.findOrAdd(key);
            if (!series)
                return series.error();
            if (const auto appended = appendRows<Kind>(storage, *series, std::move(rows)); !appended)
                return appended;
        }
        return {};
    }

private:
    std::map<SeriesKey, std::vector<typename Kind::Row>> m_groups;
    std::pair<const SeriesKey, std::vector<typename Kind::Row>>* m_last = nullptr;
};

bool isStorable(const Kline& kline)
{
    return kline.closed && kline.openTime.nanos() > 0;
}

template<typename Field>
void bindDecimal(Statement& statement, int index, std::string& text, Field value)
{
    text = value.toString();
    statement.bind(index, std::string_view(text));
}

template<typename Field>
bool readDecimal(const Statement& statement, int column, Field& value)
{
    const auto parsed = Field::parse(statement.text(column));
    if (parsed)
        value = *parsed;
    return parsed.hasValue();
}

Result<Instrument> readInstrument(const Statement& row)
{
    Instrument instrument;
    instrument.symbol = row.text(0);
    instrument.id = InstrumentId(static_cast<std::uint32_t>(row.integer(1)));
    instrument.baseAsset = row.text(2);
    instrument.quoteAsset = row.text(3);
    const std::int64_t status = row.integer(4);
    instrument.onboarded = Timestamp::fromNanos(row.integer(5));
    const bool sound = status >= 0 && status <= static_cast<std::int64_t>(InstrumentStatus::Closed)
        && readDecimal(row, 6, instrument.tickSize) && readDecimal(row, 7, instrument.minPrice)
        && readDecimal(row, 8, instrument.maxPrice) && readDecimal(row, 9, instrument.stepSize)
        && readDecimal(row, 10, instrument.minQuantity) && readDecimal(row, 11, instrument.maxQuantity)
        && readDecimal(row, 12, instrument.maxMarketQuantity) && readDecimal(row, 13, instrument.minNotional)
        && readDecimal(row, 14, instrument.bandUp) && readDecimal(row, 15, instrument.bandDown);
    if (!sound)
        return Error{Errc::StorageCorrupt, "instruments", "row of '" + instrument.symbol.substr(0, 64) + "'"};
    instrument.status = static_cast<InstrumentStatus>(status);
    return instrument;
}

} // namespace

Result<MarketTables> MarketTables::attach(Database& database)
{
    auto blocks = BlockStorage::attach(database);
    if (!blocks)
        return blocks.error();
    auto insert = database.prepare("INSERT INTO instruments VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
                                   "?15, ?16, ?17)");
    auto clear = database.prepare("DELETE FROM instruments");
    auto select =
        database.prepare("SELECT symbol, position, base_asset, quote_asset, status, onboarded_ns, tick_size, min_price, "
                         "max_price, step_size, min_quantity, max_quantity, max_market_quantity, min_notional, band_up, "
                         "band_down FROM instruments ORDER BY position");
    for (const auto* statement : {&insert, &clear, &select}) {
        if (!*statement)
            return statement->error();
    }
    return MarketTables(database, *std::move(blocks), *std::move(insert), *std::move(clear), *std::move(select));
}

Result<std::int64_t> MarketTables::write(std::span<const StoreRow> rows)
{
    Groups<KlineRows> klines;
    Groups<TradeRows> trades;
    Groups<BookRows> books;
    std::int64_t refused = 0;
    for (const StoreRow& row : rows) {
        if (const auto* bar = std::get_if<KlineRow>(&row)) {
            if (isStorable(bar->kline))
                klines.add(barClass(bar->interval), bar->instrument.symbol, bar->interval, bar->kline);
            else
                ++refused;
        } else if (const auto* trade = std::get_if<TradeRow>(&row)) {
            trades.add(DataClass::Trades, trade->instrument.symbol, {}, trade->trade);
        } else if (const auto* sample = std::get_if<BookSampleRow>(&row)) {
            books.add(DataClass::BookSamples, sample->instrument.symbol, {}, sample->book);
        }
    }
    for (const auto& written : {klines.write(m_blocks), trades.write(m_blocks), books.write(m_blocks)}) {
        if (!written)
            return written.error();
    }
    return refused;
}

Status MarketTables::writeInstruments(std::span<const Instrument> instruments, Timestamp now)
{
    if (const auto cleared = m_clearInstruments.execute(); !cleared)
        return cleared;
    for (const Instrument& instrument : instruments) {
        Statement& insert = m_insertInstrument;
        insert.bind(1, std::string_view(instrument.symbol)).bind(2, static_cast<std::int64_t>(index(instrument.id)));
        insert.bind(3, std::string_view(instrument.baseAsset)).bind(4, std::string_view(instrument.quoteAsset));
        insert.bind(5, static_cast<std::int64_t>(instrument.status)).bind(6, instrument.onboarded.nanos());
        std::array<std::string, 10> texts;
        bindDecimal(insert, 7, texts[0], instrument.tickSize);
        bindDecimal(insert, 8, texts[1], instrument.minPrice);
        bindDecimal(insert, 9, texts[2], instrument.maxPrice);
        bindDecimal(insert, 10, texts[3], instrument.stepSize);
        bindDecimal(insert, 11, texts[4], instrument.minQuantity);
        bindDecimal(insert, 12, texts[5], instrument.maxQuantity);
        bindDecimal(insert, 13, texts[6], instrument.maxMarketQuantity);
        bindDecimal(insert, 14, texts[7], instrument.minNotional);
        bindDecimal(insert, 15, texts[8], instrument.bandUp);
        bindDecimal(insert, 16, texts[9], instrument.bandDown);
        if (const auto inserted = insert.bind(17, now.nanos()).execute(); !inserted)
            return inserted;
    }
    return {};
}

Result<std::vector<Instrument>> MarketTables::instruments()
{
    std::vector<Instrument> list;
    while (true) {
        const auto row = m_selectInstruments.step();
        if (!row)
            return row.error();
        if (!*row)
            return list;
        auto instrument = readInstrument(m_selectInstruments);
        if (!instrument) {
            m_selectInstruments.reset();
            return instrument.error();
        }
        list.push_back(*std::move(instrument));
    }
}

Result<ReadRows<KlineRows>> MarketTables::klines(const std::string& symbol, const KlineRequest& request,
                                                 std::span<const StoreRow> waiting)
{
    std::vector<Kline> overlay;
    for (const StoreRow& row : waiting) {
        const auto* bar = std::get_if<KlineRow>(&row);
        if (bar && bar->interval == request.interval && bar->instrument.symbol == symbol && isStorable(bar->kline))
            overlay.push_back(bar->kline);
    }
    const std::int64_t from = request.from.isKnown() ? request.from.nanos() : INT64_MIN;
    const std::int64_t to = request.to.isKnown() ? request.to.nanos() : INT64_MAX;
    const auto limit = static_cast<std::size_t>(std::max(request.limit, 0));
    if (limit == 0 || from > to)
        return ReadRows<KlineRows>{};
    const auto series = m_blocks.find({barClass(request.interval), symbol, request.interval}).value_or(Series{});
    return readNewest<KlineRows>(m_blocks, series, {from, to}, limit, std::move(overlay));
}

Result<ReadRows<TradeRows>> MarketTables::trades(const std::string& symbol, int limit, std::span<const StoreRow> waiting)
{
    std::vector<Trade> overlay;
    for (const StoreRow& row : waiting) {
        const auto* trade = std::get_if<TradeRow>(&row);
        if (trade && trade->instrument.symbol == symbol)
            overlay.push_back(trade->trade);
    }
    if (limit <= 0)
        return ReadRows<TradeRows>{};
    const auto series = m_blocks.find({DataClass::Trades, symbol, {}}).value_or(Series{});
    return readNewest<TradeRows>(m_blocks, series, {}, static_cast<std::size_t>(limit), std::move(overlay));
}

Result<bool> MarketTables::foldOne(std::optional<Error>& damage)
{
    const auto series = m_blocks.nextToFold();
    if (!series)
        return false;
    const auto fold = [&] {
        switch (series->kind) {
        case DataClass::BookSamples: return foldTail<BookRows>(m_blocks, *series);
        case DataClass::Trades: return foldTail<TradeRows>(m_blocks, *series);
        default: return foldTail<KlineRows>(m_blocks, *series);
        }
    };
    const auto folded = fold();
    if (!folded)
        return folded.error();
    if (*folded)
        damage = *folded;
    return true;
}

} // namespace spreadline::storage
