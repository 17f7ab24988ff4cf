// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/line_reader.h"
#include "practice/recording.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

namespace spreadline::practice {
namespace {

constexpr std::size_t mostRows = 10'000'000;
constexpr std::size_t historyRows = 1'500; // what a chart asks for at first

/// A CSV of numbers with a header, column by name.
class Table {
public:
    static Result<Table> open(const std::string& path)
    {
        auto lines = LineReader::open(path);
        if (!lines)
            return lines.error();
        Table table(std::move(*lines));
        const auto header = table.m_lines.next();
        if (!header)
            return header.error();
        if (!*header)
            return table.m_lines.refuse("an empty file");
        for (const std::string_view name : split(**header))
            table.m_names.emplace_back(name);
        return table;
    }

    /// False at the end of the file.
    Result<bool> next()
    {
        const auto line = m_lines.next();
        if (!line)
            return line.error();
        if (!*line)
            return false;
        m_row = **line;
        m_fields = split(m_row);
        if (m_fields.size() != m_names.size())
            return refuse(std::to_string(m_fields.size()) + " fields where the header has " + std::to_string(m_names.size()));
        return true;
    }

    std::optional<std::size_t> column(std::string_view name) const
    {
        const auto found = std::ranges::find(m_names, name);
        return found == m_names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_names.begin()));
    }
    std::string_view field(std::size_t column) const { return m_fields[column]; }
    Result<std::int64_t> integer(std::size_t column) const
    {
        std::int64_t value = 0;
        const std::string_view text = m_fields[column];
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failure != std::errc{} || end != text.data() + text.size())
            return refuse("'" + std::string(text.substr(0, 32)) + "' is not an integer (" + m_names[column] + ")");
        return value;
    }
    /// 1, 0, true or false, as exports differ.
    Result<bool> flag(std::size_t column) const
    {
        const std::string_view text = m_fields[column];
        for (const std::string_view yes : {"1", "true", "True", "TRUE"}) {
            if (text == yes)
                return true;
        }
        for (const std::string_view no : {"0", "false", "False", "FALSE"}) {
            if (text == no)
                return false;
        }
        return refuse("'" + std::string(text.substr(0, 32)) + "' is neither true nor false (" + m_names[column] + ")");
    }
    template<typename Number>
    Result<Number> number(std::size_t column) const
    {
        const auto value = Number::parse(m_fields[column]);
        if (!value || value->isNegative())
            return refuse("'" + std::string(m_fields[column].substr(0, 32)) + "' is not a number (" + m_names[column] + ")");
        return value->normalized();
    }
    Error refuse(std::string why) const { return m_lines.refuse(std::move(why)); }
    const std::string& name() const noexcept { return m_lines.name(); }

private:
    explicit Table(LineReader lines) : m_lines(std::move(lines)) {}

    static std::vector<std::string_view> split(std::string_view line)
    {
        std::vector<std::string_view> fields;
        for (std::size_t from = 0;; ++from) {
            const auto comma = std::min(line.find(',', from), line.size());
            fields.push_back(line.substr(from, comma - from));
            if (comma == line.size())
                return fields;
            from = comma;
        }
    }

    LineReader m_lines;
    std::vector<std::string> m_names;
    std::string m_row;
    std::vector<std::string_view> m_fields;
};

/// "binance-usdm_BTCUSDT_trades.csv.gz" is about BTCUSDT.
std::string symbolOf(const std::string& name)
{
    std::string word;
    for (const char c : name + "_") {
        const auto u = static_cast<unsigned char>(c);
        if (std::isupper(u) || std::isdigit(u)) {
            word += c;
            continue;
        }
        if (!std::islower(u) && word.size() >= 5 && !splitSymbol(word).quote.empty())
            return word;
        word.clear();
    }
    return "REPLAYUSDT";
}

/// Puts every price and quantity on the instrument's scale, as the wire has them.
template<typename Number>
Status settle(Number& value, int scale)
{
    const auto rescaled = value.rescaled(scale);
    if (!rescaled)
        return rescaled.error();
    value = *rescaled;
    return {};
}

class CsvReader {
public:
    explicit CsvReader(Table table) : m_table(std::move(table)) {}

    Result<Recording> read(const std::string& symbol)
    {
        m_symbol = symbol.empty() ? symbolOf(m_table.name()) : symbol;
        if (m_table.column("open_time_ms"))
            return readKlines();
        if (m_table.column("trade_id"))
            return readTrades();
        return m_table.refuse("neither klines (open_time_ms,open,...) nor trades (time_ms,trade_id,...)");
    }

private:
    Result<std::size_t> need(std::string_view name) const
    {
        const auto column = m_table.column(name);
        return column ? Result<std::size_t>(*column) : m_table.refuse("no column " + std::string(name));
    }

    Result<Price> price(std::size_t column)
    {
        const auto value = m_table.number<Price>(column);
        if (value && !value->isPositive())
            return m_table.refuse("a price of zero");
        if (value) {
            if (const auto seen = m_prices.see(m_table.field(column)); !seen)
                return m_table.refuse(seen.error().detail);
        }
        return value;
    }
    Result<Quantity> quantity(std::size_t column)
    {
        const auto value = m_table.number<Quantity>(column);
        if (value) {
            if (const auto seen = m_quantities.see(value->toString()); !seen)
                return m_table.refuse(seen.error().detail);
        }
        return value;
    }
    Result<Timestamp> time(std::size_t column, Timestamp before, bool mayRepeat) const
    {
        const auto millis = m_table.integer(column);
        if (!millis)
            return millis.error();
        constexpr std::int64_t year2100 = 4'102'444'800'000;
        if (*millis <= 0 || *millis > year2100)
            return m_table.refuse("no plausible time in milliseconds");
        const Timestamp time = Timestamp::fromMillis(*millis);
        if (time < before || (time == before && !mayRepeat))
            return m_table.refuse("times must rise");
        return time;
    }

    Result<Recording> readTrades()
    {
        const auto timeAt = need("time_ms"), idAt = need("trade_id"), priceAt = need("price"), quantityAt = need("qty"),
                   makerAt = need("buyer_is_maker");
        for (const auto* column : {&timeAt, &idAt, &priceAt, &quantityAt, &makerAt}) {
            if (!*column)
                return column->error();
        }
        std::vector<Trade> trades;
        Timestamp last;
        for (auto more = m_table.next();; more = m_table.next()) {
            if (!more)
                return more.error();
            if (!*more || trades.size() == mostRows)
                break;
            const auto when = time(*timeAt, last, true);
            const auto id = m_table.integer(*idAt);
            const auto maker = m_table.flag(*makerAt);
            const auto paid = price(*priceAt);
            const auto amount = quantity(*quantityAt);
            if (!when || !id || !maker || !paid || !amount)
                return !when ? when.error() : !id ? id.error() : !maker ? maker.error() : !paid ? paid.error() : amount.error();
            last = *when;
            trades.push_back({InstrumentId{}, *id, *paid, *amount, *maker ? Side::Sell : Side::Buy, *when});
        }
        return finishTrades(std::move(trades));
    }

    Result<Recording> finishTrades(std::vector<Trade> trades)
    {
        Recording recording = begin();
        if (trades.empty())
            return m_table.refuse("no rows");
        const Instrument& instrument = recording.instruments.front();
        for (Trade& trade : trades) {
            if (!settle(trade.price, instrument.priceScale()) || !settle(trade.quantity, instrument.quantityScale()))
                return m_table.refuse("numbers of more than 18 digits");
            recording.items.push_back({trade.time, trade});
        }
        recording.start = trades.front().time;
        recording.instruments.front().onboarded = recording.start;
        return recording;
    }

    Result<Kline> readRow(Timestamp last)
    {
        const auto open = time(m_columns[0], last, false);
        if (!open)
            return open.error();
        Kline row;
        row.openTime = *open;
        Price* const prices[]{&row.open, &row.high, &row.low, &row.close};
        for (std::size_t i = 0; i < 4; ++i) {
            const auto value = price(m_columns[i + 1]);
            if (!value)
                return value.error();
            *prices[i] = *value;
        }
        if (row.low > row.open || row.low > row.close || row.high < row.open || row.high < row.close)
            return m_table.refuse("open or close outside low..high");
        const auto volume = quantity(m_columns[5]);
        if (!volume)
            return volume.error();
        row.volume = *volume;
        return finishRow(row);
    }

    Result<Kline> finishRow(Kline row)
    {
        row.quoteVolume = notional(row.close, row.volume).valueOr(Money()); // an estimate where the file does not say
        for (const char* name : {"quote_volume", "turnover_quote"}) {
            if (const auto column = m_table.column(name)) {
                const auto value = m_table.number<Money>(*column);
                if (!value)
                    return value.error();
                row.quoteVolume = *value;
            }
        }
        if (const auto column = m_table.column("trades")) {
            const auto value = m_table.integer(*column);
            if (!value)
                return value.error();
            row.trades = *value;
        }
        if (const auto column = m_table.column("taker_buy_base")) {
            const auto value = quantity(*column);
            if (!value)
                return value.error();
            row.takerBuyVolume = *value;
        }
        row.closed = true;
        return row;
    }

    Result<Recording> readKlines()
    {
        for (const char* name : {"open_time_ms", "open", "high", "low", "close", "volume"}) {
            const auto column = need(name);
            if (!column)
                return column.error();
            m_columns.push_back(*column);
        }
        std::vector<Kline> rows;
        Timestamp last;
        for (auto more = m_table.next();; more = m_table.next()) {
            if (!more)
                return more.error();
            if (!*more || rows.size() == mostRows)
                break;
            auto row = readRow(last);
            if (!row)
                return row.error();
            last = row->openTime;
            rows.push_back(*row);
        }
        return finishRows(std::move(rows));
    }

    Result<Recording> finishRows(std::vector<Kline> rows)
    {
        if (rows.size() < 2)
            return m_table.refuse("fewer than two rows");
        Duration length = rows[1].openTime - rows[0].openTime;
        for (std::size_t i = 2; i < rows.size(); ++i)
            length = std::min(length, rows[i].openTime - rows[i - 1].openTime);
        Recording recording = begin();
        const Instrument& instrument = recording.instruments.front();
        for (Kline& row : rows) {
            row.closeTime = row.openTime + length - std::chrono::milliseconds(1);
            for (Price* value : {&row.open, &row.high, &row.low, &row.close}) {
                if (!settle(*value, instrument.priceScale()))
                    return m_table.refuse("numbers of more than 18 digits");
            }
            if (!settle(row.volume, instrument.quantityScale()) || !settle(row.takerBuyVolume, instrument.quantityScale()))
                return m_table.refuse("numbers of more than 18 digits");
        }
        recording.rowInterval = Interval::time(length);
        recording.start = rows[std::min(rows.size() / 2, historyRows)].openTime;
        recording.instruments.front().onboarded = rows.front().openTime;
        recording.notes += " Bars of " + toString(recording.rowInterval) + ".";
        recording.rows = std::move(rows);
        return recording;
    }

    Recording begin() const
    {
        Recording recording;
        recording.instruments.push_back(guessedInstrument(m_symbol, m_prices, m_quantities));
        const Instrument& instrument = recording.instruments.front();
        recording.notes = " " + m_symbol + ": tick " + instrument.tickSize.toString() + " and step "
            + instrument.stepSize.toString() + " inferred, the book is invented around the last price.";
        return recording;
    }

    Table m_table;
    std::string m_symbol;
    GridGuess m_prices, m_quantities;
    std::vector<std::size_t> m_columns;
};

} // namespace

Result<Recording> readCsv(const std::string& path, const std::string& symbol)
{
    auto table = Table::open(path);
    if (!table)
        return table.error();
    return CsvReader(std::move(*table)).read(symbol);
}

} // namespace spreadline::practice
