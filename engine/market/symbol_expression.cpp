// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/symbol_expression.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace spreadline {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWord(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

/// Recursive descent; writes postfix steps as it goes.
class SymbolExpression::Parser {
public:
    explicit Parser(std::string_view text) : m_text(text) {}

    Result<SymbolExpression> parse()
    {
        if (m_text.size() > maxLength)
            return Error{Errc::BadSchema, {}, "longer than " + std::to_string(maxLength) + " bytes"};
        if (sum() && !failed() && !at('\0'))
            fail("an operation was expected");
        if (m_error)
            return *m_error;
        if (m_made.m_symbols.empty())
            return Error{Errc::BadSchema, std::string(m_text), "names no symbol"};
        return std::move(m_made);
    }

private:
    using Kind = Step::Kind;

    bool failed() const { return m_error.has_value(); }

    bool fail(const std::string& what, Errc code = Errc::BadSchema)
    {
        if (!m_error)
            m_error = Error{code, std::string(m_text), what + " at character " + std::to_string(m_at + 1)};
        return false;
    }

    /// The next character that is no space; '\0' at the end.
    char peek()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }

    bool at(char c) { return peek() == c && (c != '\0' || m_at == m_text.size()); }

    bool take(char c)
    {
        if (m_at >= m_text.size() || peek() != c)
            return false;
        ++m_at;
        m_made.m_text += c;
        return true;
    }

    bool sum()
    {
        if (!product())
            return false;
        for (;;) {
            const Kind kind = take('+') ? Kind::Add : take('-') ? Kind::Subtract : Kind::Number;
            if (kind == Kind::Number)
                return true;
            if (!product())
                return false;
            push({kind});
        }
    }

    bool product()
    {
        if (!factor())
            return false;
        for (;;) {
            const Kind kind = take('*') ? Kind::Multiply : take('/') ? Kind::Divide : Kind::Number;
            if (kind == Kind::Number)
                return true;
            if (!factor())
                return false;
            push({kind});
        }
    }

    bool factor()
    {
        if (++m_depth > maxDepth)
            return fail("nested too deeply");
        const bool isRead = signedFactor();
        --m_depth;
        return isRead;
    }

    bool signedFactor()
    {
        if (take('-')) {
            if (!factor())
                return false;
            push({Kind::Negate});
            return true;
        }
        if (take('('))
            return sum() && (take(')') || fail("')' was expected"));
        return word();
    }

    bool word()
    {
        const char first = peek();
        if (first == '.' || isDigit(first) || isWord(first)) {
            const std::size_t begin = m_at;
            while (m_at < m_text.size() && isWord(m_text[m_at]))
                ++m_at;
            const std::string_view name = m_text.substr(begin, m_at - begin);
            return std::ranges::all_of(name, isDigit) ? number(begin) : symbol(name);
        }
        return fail(m_at < m_text.size() ? "a symbol or a number was expected" : "a symbol or a number is missing");
    }

    bool number(std::size_t begin)
    {
        if (m_at < m_text.size() && m_text[m_at] == '.') {
            ++m_at;
            while (m_at < m_text.size() && isDigit(m_text[m_at]))
                ++m_at;
        }
        const std::string_view digits = m_text.substr(begin, m_at - begin);
        double value = 0;
        const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
        if (code != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value))
            return fail("not a number: '" + std::string(digits) + "'", Errc::BadNumber);
        m_made.m_text += digits;
        push({Kind::Number, value});
        return true;
    }

    bool symbol(std::string_view name)
    {
        std::string big(name);
        std::ranges::transform(big, big.begin(), upper);
        const auto found = std::ranges::find(m_made.m_symbols, big);
        const auto index = static_cast<std::size_t>(found - m_made.m_symbols.begin());
        m_made.m_text += big;
        if (found == m_made.m_symbols.end()) {
            if (index == maxSymbols)
                return fail("more than " + std::to_string(maxSymbols) + " symbols");
            m_made.m_symbols.push_back(std::move(big));
        }
        push({Kind::Symbol, 0, index});
        return true;
    }

    void push(Step step) { m_made.m_steps.push_back(step); }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    SymbolExpression m_made;
    std::optional<Error> m_error;
};

Result<SymbolExpression> SymbolExpression::parse(std::string_view text)
{
    return Parser(text).parse();
}

template<typename ValueOf>
std::optional<double> SymbolExpression::run(ValueOf valueOf) const
{
    std::array<double, maxLength> stack; // an expression of that many bytes cannot need more
    std::size_t height = 0;
    for (const Step& step : m_steps) {
        if (step.kind == Step::Kind::Number || step.kind == Step::Kind::Symbol) {
            stack[height++] = step.kind == Step::Kind::Number ? step.number : valueOf(step.symbol);
            continue;
        }
        double& last = stack[height - 1];
        if (step.kind == Step::Kind::Negate) {
            last = -last;
            continue;
        }
        --height;
        double& before = stack[height - 1];
        switch (step.kind) {
        case Step::Kind::Add: before += last; break;
        case Step::Kind::Subtract: before -= last; break;
        case Step::Kind::Multiply: before *= last; break;
        default: before /= last; break;
        }
    }
    return std::isfinite(stack[0]) ? std::optional(stack[0]) : std::nullopt;
}

std::optional<double> SymbolExpression::evaluate(std::span<const double> values) const
{
    return run([values](std::size_t symbol) { return values[symbol]; });
}

std::optional<PriceBar> SymbolExpression::evaluate(std::span<const PriceBar> bars) const
{
    const auto at = [&](double PriceBar::*field) { return run([&](std::size_t symbol) { return bars[symbol].*field; }); };
    const auto open = at(&PriceBar::open), high = at(&PriceBar::high), low = at(&PriceBar::low), close = at(&PriceBar::close);
    if (!open || !high || !low || !close)
        return std::nullopt;
    return PriceBar{*open, std::max({*open, *high, *low, *close}), std::min({*open, *high, *low, *close}), *close};
}

} // namespace spreadline
