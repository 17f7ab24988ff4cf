// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"

#include "storage/profile.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>

namespace spreadline {
namespace {

constexpr std::uintmax_t largestFile = 1'000'000;

std::string shortened(std::string_view text)
{
    return std::string(text.substr(0, 64));
}

Error badConfig(const std::string& file, const toml::source_region& at, std::string mend)
{
    return Error{Errc::BadConfig, file + ":" + std::to_string(at.begin.line), std::move(mend)};
}

template<typename Number>
std::string range(Number low, Number high)
{
    if constexpr (std::is_floating_point_v<Number>) {
        std::ostringstream text;
        text << low << " to " << high;
        return text.str();
    } else {
        return std::to_string(low) + " to " + std::to_string(high);
    }
}

/// Reads one table key by key; what nobody asked for is unknown. Keeps the first error, after which reads do nothing.
class TableReader {
public:
    TableReader(const toml::table& table, std::string name, const std::string& file, std::optional<Error>& error)
        : m_table(table), m_name(std::move(name)), m_file(file), m_error(error)
    {}

    template<typename Number>
    void integer(const std::string& key, Number& value, std::int64_t low, std::int64_t high)
    {
        const toml::node* const node = find(key);
        if (!node)
            return;
        const auto* const number = node->as_integer();
        if (!number || number->get() < low || number->get() > high)
            return fail(*node, key, "must be a whole number from " + range(low, high));
        value = static_cast<Number>(number->get());
    }
    void real(const std::string& key, double& value, double low, double high)
    {
        const toml::node* const node = find(key);
        if (!node)
            return;
        const auto number = node->is_number() ? node->value<double>() : std::nullopt;
        if (!number || !(*number >= low && *number <= high)) // not-a-number is in no range
            return fail(*node, key, "must be a number from " + range(low, high));
        value = *number;
    }
    /// `isValid` decides, `wanted` tells.
    template<typename Check>
    void text(const std::string& key, std::string& value, Check isValid, const std::string& wanted)
    {
        const toml::node* const node = find(key);
        if (!node)
            return;
        const auto* const string = node->as_string();
        if (!string || !isValid(string->get()))
            return fail(*node, key, "must be " + wanted);
        value = string->get();
    }
    /// The node itself, for values of more than one shape.
    const toml::node* find(const std::string& key)
    {
        m_known.insert(key);
        return m_error ? nullptr : m_table.get(key);
    }
    void fail(const toml::node& node, const std::string& key, const std::string& mend)
    {
        if (!m_error)
            m_error = badConfig(m_file, node.source(), full(key) + " " + mend);
    }
    /// To be called last.
    void refuseUnknown() const
    {
        for (const auto& [key, node] : m_table) {
            if (m_error || m_known.contains(std::string(key.str())))
                continue;
            m_error = badConfig(m_file, key.source(),
                                "unknown key '" + shortened(full(std::string(key.str()))) + "'; " + advice(key.str()));
        }
    }

private:
    std::string full(const std::string& key) const { return m_name.empty() ? key : m_name + "." + key; }
    std::string advice(std::string_view key) const
    {
        std::string lower(key);
        std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (lower.find("secret") != lower.npos || lower.find("key") != lower.npos || lower.find("password") != lower.npos)
            return "secrets belong to the keychain (spreadline-cli keys add), take it out of here";
        std::string known;
        for (const auto& name : m_known)
            known += (known.empty() ? "" : ", ") + name;
        return "known here: " + known;
    }

    const toml::table& m_table;
    const std::string m_name;
    const std::string& m_file;
    std::optional<Error>& m_error;
    std::set<std::string> m_known;
};

bool isVenueName(std::string_view name)
{
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.size() <= 40 && std::ranges::all_of(name, isPlain);
}

/// "", "de" or "pt_BR".
bool isLanguage(std::string_view code)
{
    const auto within = [&](std::size_t at, std::size_t count, char low, char high) {
        return std::ranges::all_of(code.substr(at, count), [=](char c) { return c >= low && c <= high; });
    };
    return code.empty() || (code.size() == 2 && within(0, 2, 'a', 'z'))
        || (code.size() == 5 && within(0, 2, 'a', 'z') && code[2] == '_' && within(3, 2, 'A', 'Z'));
}

bool isSymbol(std::string_view name)
{
    const auto isPlain = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && name.size() <= 40 && std::ranges::all_of(name, isPlain);
}

auto oneOf(std::initializer_list<std::string_view> names)
{
    return [list = std::vector<std::string_view>(names)](std::string_view text) {
        return std::ranges::find(list, text) != list.end();
    };
}

void readSymbols(TableReader& reader, PracticeSettings& practice)
{
    constexpr int most = 1'000;
    const toml::node* const node = reader.find("symbols");
    if (!node)
        return;
    if (node->is_integer())
        return reader.integer("symbols", practice.symbolCount, 1, most);
    const toml::array* const names = node->as_array();
    if (!names || names->empty() || names->size() > most)
        return reader.fail(*node, "symbols", "must be a number from " + range(1, most) + " or a list of names");
    for (const toml::node& item : *names) {
        const auto* const name = item.as_string();
        if (!name || !isSymbol(name->get()))
            return reader.fail(item, "symbols", "must list names in capitals, like \"BTCUSDT\"");
        practice.symbols.push_back(name->get());
    }
    practice.symbolCount = static_cast<int>(practice.symbols.size());
}

void readRetention(TableReader& reader, StoreLimits& limits)
{
    constexpr int longest = 36'500; // a hundred years
    reader.integer("second_bar_days", limits.secondBarDays, 0, longest);
    reader.integer("minute_bar_days", limits.minuteBarDays, 0, longest);
    reader.integer("hour_bar_days", limits.hourBarDays, 0, longest);
    reader.integer("count_bar_days", limits.countBarDays, 0, longest);
    reader.integer("trade_hours", limits.tradeHours, 0, longest * 24);
    reader.integer("book_sample_hours", limits.bookSampleHours, 0, longest * 24);
    constexpr std::int64_t megabyte = 1 << 20;
    std::int64_t megabytes = limits.maxBytes / megabyte;
    reader.integer("max_megabytes", megabytes, 0, 100'000'000);
    limits.maxBytes = megabytes * megabyte;
}

template<typename Read>
void readSection(TableReader& top, const std::string& name, const std::string& file, std::optional<Error>& error, Read read)
{
    const toml::node* const node = top.find(name);
    if (!node)
        return;
    const toml::table* const table = node->as_table();
    if (!table)
        return top.fail(*node, name, "must be a section: [" + name + "]");
    TableReader reader(*table, name, file, error);
    read(reader);
    reader.refuseUnknown();
}

Result<Settings> readTable(const toml::table& table, const std::string& file)
{
    Settings settings;
    std::optional<Error> error;
    TableReader top(table, {}, file, error);
    top.text("venue", settings.venue, isVenueName, "the name of a venue, like \"practice\" or \"binance\"");
    top.text("theme", settings.theme, oneOf({"dark", "light"}), "\"dark\" or \"light\"");
    top.text("language", settings.language, isLanguage, "a code like \"de\" or \"pt_BR\", or empty");
    readSection(top, "practice", file, error, [&](TableReader& reader) {
        reader.integer("seed", settings.practice.seed, 0, std::numeric_limits<std::int64_t>::max());
        readSymbols(reader, settings.practice);
        reader.real("speed", settings.practice.speed, 0.01, 1'000.0);
    });
    readSection(top, "connections", file, error,
                [&](TableReader& reader) { reader.integer("symbols_per_connection", settings.symbolsPerConnection, 1, 200); });
    readSection(top, "log", file, error, [&](TableReader& reader) {
        reader.text("level", settings.logLevel, oneOf({"trace", "debug", "info", "warn", "error", "off"}),
                    "one of \"trace\", \"debug\", \"info\", \"warn\", \"error\", \"off\"");
    });
    readSection(top, "retention", file, error, [&](TableReader& reader) { readRetention(reader, settings.retention); });
    top.refuseUnknown();
    if (error)
        return *error;
    return settings;
}

} // namespace

Result<Settings> parseSettings(std::string_view text, const std::string& name)
{
    try {
        return readTable(toml::parse(text), name);
    } catch (const toml::parse_error& error) {
        return badConfig(name, error.source(), "not valid TOML: " + std::string(error.description()));
    }
}

Result<Settings> readSettings(const std::filesystem::path& file)
{
    std::error_code failed;
    if (!std::filesystem::exists(file, failed) && !failed)
        return Settings{};
    const std::string name = file.string();
    const auto size = std::filesystem::file_size(file, failed);
    if (failed || size > largestFile)
        return Error{Errc::BadFile, name, failed ? failed.message() : "larger than a settings file can be"};
    if (isWritableByOthers(file))
        return Error{Errc::BadConfig, name, "other users may write this file; mend: chmod 600 '" + name + "'"};
    std::ifstream stream(file, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    if (!stream.good() && !stream.eof())
        return Error{Errc::BadFile, name, "cannot be read"};
    if (text.size() != size)
        return Error{Errc::BadFile, name, "cannot be read"};
    return parseSettings(text, name);
}

} // namespace spreadline
