// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/recording.h"

#include <array>

namespace spreadline::practice {
namespace {

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

template<typename Number>
Number number(std::int64_t mantissa, int scale)
{
    return Number::fromMantissa(mantissa, scale).normalized();
}

constexpr std::int64_t widest = 1'000'000'000'000'000; ///< mantissa of a limit that no recording reaches

} // namespace

Status GridGuess::see(std::string_view text)
{
    const auto number = Price::parse(text);
    if (!number || number->isNegative())
        return Error{Errc::BadNumber, {}, "'" + std::string(text.substr(0, 32)) + "' is not a positive number"};
    if (number->scale() > m_scale) {
        const auto scaled = Price::fromMantissa(m_divisor, m_scale).rescaled(number->scale());
        if (!scaled)
            return scaled.error();
        m_divisor = scaled->mantissa();
        m_scale = number->scale();
    }
    const auto value = number->rescaled(m_scale);
    if (!value)
        return value.error();
    m_divisor = std::gcd(m_divisor, value->mantissa());
    return {};
}

Instrument guessedInstrument(std::string symbol, const GridGuess& price, const GridGuess& quantity)
{
    Instrument instrument;
    const Assets assets = splitSymbol(symbol);
    instrument.symbol = std::move(symbol);
    instrument.baseAsset = assets.base;
    instrument.quoteAsset = assets.quote;
    instrument.tickSize = Price::fromMantissa(price.step(), price.scale());
    instrument.stepSize = Quantity::fromMantissa(quantity.step(), quantity.scale());
    instrument.minPrice = instrument.tickSize;
    instrument.maxPrice = Price::fromMantissa(widest / price.step() * price.step(), price.scale());
    instrument.minQuantity = instrument.stepSize;
    instrument.maxQuantity = Quantity::fromMantissa(widest / quantity.step() * quantity.step(), quantity.scale());
    instrument.maxMarketQuantity = instrument.maxQuantity;
    instrument.minNotional = number<Money>(5, 0);
    instrument.bandUp = Price::fromMantissa(11'000, 4);
    instrument.bandDown = Price::fromMantissa(9'000, 4);
    return instrument;
}

Assets splitSymbol(std::string_view symbol)
{
    static constexpr std::array quotes{"USDT", "USDC", "BUSD", "FDUSD", "USD", "BTC", "ETH", "EUR"};
    for (const std::string_view quote : quotes) {
        if (endsWith(symbol, quote) && symbol.size() > quote.size())
            return {std::string(symbol.substr(0, symbol.size() - quote.size())), std::string(quote)};
    }
    return {std::string(symbol), {}};
}

Result<Recording> readRecording(const std::string& path, const std::string& symbol)
{
    if (endsWith(path, ".csv") || endsWith(path, ".csv.gz"))
        return readCsv(path, symbol);
    if (endsWith(path, ".jsonl") || endsWith(path, ".jsonl.gz"))
        return readCapture(path);
    return Error{Errc::Unsupported, path, "a replay file ends in .jsonl, .jsonl.gz, .csv or .csv.gz"};
}

} // namespace spreadline::practice
