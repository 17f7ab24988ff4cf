// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file.h"
#include "event_text.h"
#include "subcommand.h"

#include "exchange/binance/binance_dialect.h"
#include "exchange/depth_sync.h"
#include "exchange/instrument_table.h"
#include "market/order_book.h"

#include <cstdio>
#include <map>

namespace spreadline::cli {
namespace {

constexpr std::size_t outputBlock = 1U << 16U;
constexpr int complaints = 10; ///< errors spelled out on stderr; all are counted

/// A book that is kept while decoding.
struct KeptBook {
    explicit KeptBook(InstrumentId id) : sync(id) { sync.start(); }

    DepthSync sync;
    OrderBook book;
};

/// Recorded traffic in, JSON lines out.
class Decoding {
public:
    Decoding(bool isSpot, std::size_t top) : m_dialect(optionsFor(isSpot)), m_topCount(top) {}

    void take(const CaptureLine& line)
    {
        if (line.kind == CaptureLine::Kind::Answer)
            takeAnswer(line);
        else if (line.kind == CaptureLine::Kind::Frame)
            takeFrame(line.text);
        if (m_out.size() >= outputBlock)
            flush();
    }
    void flush()
    {
        std::fwrite(m_out.data(), 1, m_out.size(), stdout);
        m_out.clear();
    }
    int finish()
    {
        m_out += "{\"frames\":" + std::to_string(m_frames) + ",\"events\":" + std::to_string(m_events)
            + ",\"ignored\":" + std::to_string(m_ignored) + ",\"errors\":" + std::to_string(m_errors) + "}\n";
        flush();
        std::fflush(stdout);
        return m_errors == 0 ? Done : No;
    }

private:
    static BinanceDialect::Options optionsFor(bool isSpot)
    {
        BinanceDialect::Options options;
        options.isSpot = isSpot;
        return options;
    }

    void takeFrame(const std::string& frame);
    void takeAnswer(const CaptureLine& answer);
    void takeBook(BookSnapshot book, const Instrument& instrument);
    void write(MarketEvent& event);
    void keep(KeptBook& kept, DepthSync::Step step, std::vector<MarketEvent>& vouched);
    void complain(const Error& error);
    std::string symbolOf(InstrumentId id) const;
    const Instrument* instrumentFor(const std::string& symbol);
    KeptBook& bookOf(InstrumentId id) { return m_books.try_emplace(id, id).first->second; }

    BinanceDialect m_dialect;
    std::size_t m_topCount;
    InstrumentTable m_instruments;
    std::map<InstrumentId, KeptBook> m_books;
    std::vector<MarketEvent> m_batch;
    std::string m_out;
    std::int64_t m_frames = 0, m_events = 0, m_ignored = 0, m_errors = 0;
};

/// The symbol an UnknownInstrument error names: 'BTCUSDT'.
std::string symbolIn(const Error& error)
{
    const auto begin = error.detail.find('\'');
    const auto end = error.detail.rfind('\'');
    return begin < end ? error.detail.substr(begin + 1, end - begin - 1) : std::string();
}

/// "…/depth?symbol=BTCUSDT&limit=1000"
std::string symbolInQuery(std::string_view url)
{
    constexpr std::string_view key = "symbol=";
    const auto place = url.find(key);
    if (place == url.npos)
        return {};
    const std::string_view rest = url.substr(place + key.size());
    return std::string(rest.substr(0, rest.find('&')));
}

const Instrument* Decoding::instrumentFor(const std::string& symbol)
{
    if (symbol.empty())
        return nullptr;
    if (!m_instruments.find(symbol)) {
        // The capture has no exchangeInfo (or not this symbol): eight decimals hold every price and quantity Binance sends.
        constexpr int widest = 8;
        Instrument guess;
        guess.symbol = symbol;
        guess.tickSize = Price::fromMantissa(1, widest);
        guess.stepSize = Quantity::fromMantissa(1, widest);
        std::vector<Instrument> all(m_instruments.all().begin(), m_instruments.all().end());
        all.push_back(guess);
        m_instruments = InstrumentTable(std::move(all));
    }
    return m_instruments.find(symbol);
}

std::string Decoding::symbolOf(InstrumentId id) const
{
    const Instrument* instrument = m_instruments.find(id);
    return instrument ? instrument->symbol : std::string();
}

void Decoding::complain(const Error& error)
{
    if (++m_errors <= complaints)
        std::fprintf(stderr, "decode: frame %lld: %s\n", static_cast<long long>(m_frames), logText(error).c_str());
}

void Decoding::takeFrame(const std::string& frame)
{
    ++m_frames;
    m_batch.clear();
    auto decoded = m_dialect.decode(frame, m_instruments, m_batch);
    if (!decoded && decoded.error().code == Errc::UnknownInstrument && instrumentFor(symbolIn(decoded.error())))
        decoded = m_dialect.decode(frame, m_instruments, m_batch);
    if (!decoded) {
        complain(decoded.error());
        return;
    }
    m_ignored += m_batch.empty() ? 1 : 0;
    for (MarketEvent& event : m_batch)
        write(event);
}

void Decoding::write(MarketEvent& event)
{
    ++m_events;
    const InstrumentId id = std::visit(
        [](const auto& value) {
            if constexpr (requires { value.instrument; })
                return value.instrument;
            else
                return InstrumentId{};
        },
        event);
    appendEvent(m_out, event, symbolOf(id));
    auto* delta = std::get_if<BookDelta>(&event);
    if (!delta || m_topCount == 0)
        return;
    std::vector<MarketEvent> vouched;
    KeptBook& kept = bookOf(id);
    const auto step = kept.sync.onDelta(std::move(*delta), vouched);
    keep(kept, step, vouched);
}

void Decoding::keep(KeptBook& kept, DepthSync::Step step, std::vector<MarketEvent>& vouched)
{
    if (step.resync)
        std::fprintf(stderr, "decode: frame %lld: %s\n", static_cast<long long>(m_frames), logText(*step.resync).c_str());
    for (MarketEvent& event : vouched) {
        if (const auto* snapshot = std::get_if<BookSnapshot>(&event)) {
            kept.book.reset(*snapshot);
            continue;
        }
        const auto& delta = std::get<BookDelta>(event);
        if (const auto applied = kept.book.apply(delta); !applied) {
            complain(applied.error());
            kept.sync.restart(applied.error());
            return;
        }
        appendTop(m_out, symbolOf(delta.instrument), kept.book.updateId(), kept.book.scale(), kept.book.bids(), kept.book.asks(),
                  m_topCount);
    }
}

void Decoding::takeAnswer(const CaptureLine& answer)
{
    if (answer.url.find("/exchangeInfo") != answer.url.npos) {
        auto loaded = m_dialect.readInstruments(answer.text);
        if (!loaded)
            return complain(loaded.error());
        m_instruments = InstrumentTable::merge(m_instruments, std::move(*loaded));
    } else if (answer.url.find("/depth?") != answer.url.npos) {
        const Instrument* instrument = instrumentFor(symbolInQuery(answer.url));
        if (!instrument)
            return complain({Errc::UnknownInstrument, "depth", answer.url});
        auto book = m_dialect.readBook(answer.text, *instrument);
        if (!book)
            return complain(book.error());
        takeBook(std::move(*book), *instrument);
    }
}

void Decoding::takeBook(BookSnapshot book, const Instrument& instrument)
{
    ++m_events;
    appendEvent(m_out, book, instrument.symbol);
    if (m_topCount == 0)
        return;
    std::vector<MarketEvent> vouched;
    KeptBook& kept = bookOf(instrument.id);
    const auto step = kept.sync.onSnapshot(std::move(book), vouched);
    keep(kept, step, vouched);
}

void declareDecode(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("venue"),
                      QStringLiteral("practice, binance, binance-testnet, binance-demo or binance-spot."), QStringLiteral("V"),
                      QStringLiteral("binance")});
    parser.addOption({QStringLiteral("in"), QStringLiteral("Recorded frames, one a line (plain or .jsonl.gz); - is stdin."),
                      QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("top"), QStringLiteral("Keeps the books and prints N levels after each depth event."),
                      QStringLiteral("N")});
}

int refuse(const QCommandLineParser& parser, const QString& text)
{
    complain(parser, text);
    return BadUsage;
}

int decodeAll(const QCommandLineParser& parser, CaptureFile& file, Decoding& decoding)
{
    CaptureLine line;
    while (true) {
        const auto more = file.next(line);
        if (!more) {
            decoding.flush();
            return refuse(parser, QString::fromStdString(logText(more.error())));
        }
        if (!*more)
            return decoding.finish();
        decoding.take(line);
    }
}

int runDecode(const QCommandLineParser& parser)
{
    const QString venue = parser.value(QStringLiteral("venue"));
    const QStringList known{QStringLiteral("practice"), QStringLiteral("binance"), QStringLiteral("binance-testnet"),
                            QStringLiteral("binance-demo"), QStringLiteral("binance-spot")};
    if (!known.contains(venue))
        return refuse(parser, QStringLiteral("--venue: '%1' is not one of %2").arg(venue, known.join(QStringLiteral(", "))));
    const bool wantsTop = parser.isSet(QStringLiteral("top"));
    const int top = parser.value(QStringLiteral("top")).toInt();
    if (wantsTop && top <= 0)
        return refuse(parser, QStringLiteral("--top needs a number of levels above zero"));
    if (!parser.isSet(QStringLiteral("in")))
        return refuse(parser, QStringLiteral("--in FILE is missing (- is stdin)"));
    auto file = CaptureFile::open(parser.value(QStringLiteral("in")).toStdString());
    if (!file)
        return refuse(parser, QString::fromStdString(logText(file.error())));
    Decoding decoding(venue == QLatin1String("binance-spot"), static_cast<std::size_t>(top));
    return decodeAll(parser, **file, decoding);
}

SPREADLINE_SUBCOMMAND("decode", "Turns recorded frames of a venue into events as JSON lines.", declareDecode, runDecode)

} // namespace
} // namespace spreadline::cli
