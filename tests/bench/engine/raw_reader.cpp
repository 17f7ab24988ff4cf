// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_reader.h"

#include <QNetworkProxy>

#include <array>
#include <cstdlib>

namespace spreadline::bench {
namespace {

constexpr int perConnection = 5; ///< symbols, as the feed plans it

std::vector<Instrument> hundredInstruments()
{
    std::vector<Instrument> list(venueSymbols);
    for (int i = 0; i < venueSymbols; ++i) {
        Instrument& instrument = list[static_cast<std::size_t>(i)];
        instrument.id = InstrumentId{static_cast<std::uint32_t>(i)};
        instrument.symbol = symbolName(i);
        instrument.tickSize = *Price::parse("0.1");
        instrument.stepSize = *Quantity::parse("0.001");
    }
    return list;
}

std::int64_t sentMoment(const QString& text)
{
    const qsizetype at = text.indexOf(QLatin1String("\"q\":\""));
    std::int64_t digits = 0;
    for (qsizetype i = at + 5; i < text.size() && text[i] != QLatin1Char('"'); ++i) {
        if (text[i] != QLatin1Char('.'))
            digits = digits * 10 + text[i].digitValue();
    }
    return digits;
}

} // namespace

class RawReader::Skeleton {
public:
    explicit Skeleton(IngestMeter& meter) : m_instruments(hundredInstruments()), m_meter(meter), m_thread([this] { run(); })
    {
        m_turn.setSingleShot(true);
        QObject::connect(&m_turn, &QTimer::timeout, &m_turn, [this] {
            m_inbox.postMarket(m_batch);
            m_batch.clear();
        });
    }
    ~Skeleton()
    {
        m_inbox.close();
        m_thread.join();
    }
    void read(const QString& text)
    {
        const QByteArray utf8 = text.toUtf8();
        if (!m_dialect.decode({utf8.constData(), static_cast<std::size_t>(utf8.size())}, m_instruments, m_batch))
            std::abort();
        if (!m_turn.isActive())
            m_turn.start(0);
    }

private:
    void run()
    {
        while (!m_inbox.isClosed())
            m_inbox.drain(std::chrono::milliseconds(100), [this](const MarketEvent& event) { apply(event); });
    }
    void apply(const MarketEvent& event)
    {
        if (const auto* trade = std::get_if<Trade>(&event)) {
            m_tapes[index(trade->instrument)].push(*trade);
            m_meter.noteTrade(trade->quantity.mantissa());
        } else if (const auto* delta = std::get_if<BookDelta>(&event)) {
            OrderBook& book = m_books[index(delta->instrument)];
            if (book.isStale()) // the first one: the book it continues
                book.reset({delta->instrument, delta->previousLast, {}, delta->scale, {{1, 1}}, {{900'000, 1}}});
            if (!book.apply(*delta))
                std::abort();
        }
        m_meter.noteDone();
    }

    const InstrumentTable m_instruments;
    BinanceDialect m_dialect;
    std::vector<MarketEvent> m_batch;
    QTimer m_turn;
    Inbox<MarketEvent> m_inbox{{.market = 10'000'000}};
    std::array<OrderBook, venueSymbols> m_books;
    std::array<TradeTape, venueSymbols> m_tapes;
    IngestMeter& m_meter;
    std::thread m_thread;
};

RawReader::RawReader(Kind kind, const QString& address, IngestMeter& meter) : m_kind(kind), m_meter(meter)
{
    m_home.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(&m_home, [this, address] { connectAll(address); });
    std::unique_lock lock(m_mutex);
    m_ready.wait(lock, [this] { return m_isReady; });
}

RawReader::~RawReader()
{
    QMetaObject::invokeMethod(
        &m_home,
        [this] {
            m_sockets.clear();
            m_skeleton.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void RawReader::connectAll(const QString& address)
{
    if (m_kind == Kind::Skeleton)
        m_skeleton = std::make_unique<Skeleton>(m_meter);
    for (int first = 0; first < venueSymbols; first += perConnection) {
        connectTo(address, QStringLiteral("market"), "aggTrade", first);
        connectTo(address, QStringLiteral("public"), "depth@100ms", first);
    }
}

void RawReader::connectTo(const QString& address, const QString& route, const char* stream, int first)
{
    QWebSocket* socket = m_sockets.emplace_back(std::make_unique<QWebSocket>()).get();
    socket->setProxy(QNetworkProxy::NoProxy);
    QString request = QStringLiteral("{\"method\":\"SUBSCRIBE\",\"params\":[");
    for (int i = first; i < first + perConnection; ++i)
        request +=
            QStringLiteral("%1\"%2@%3\"")
                .arg(QLatin1String(i > first ? "," : ""), QString::fromStdString(symbolName(i)).toLower(), QLatin1String(stream));
    request += QStringLiteral("],\"id\":1}");
    QObject::connect(socket, &QWebSocket::connected, socket, [socket, request] { socket->sendTextMessage(request); });
    QObject::connect(socket, &QWebSocket::textMessageReceived, &m_home, [this](const QString& text) { read(text); });
    socket->open(QUrl(QStringLiteral("%1/%2/stream").arg(address, route)));
}

void RawReader::read(const QString& text)
{
    if (text.startsWith(QLatin1String("{\"result\""))) {
        if (++m_confirmed < static_cast<int>(m_sockets.size()))
            return;
        const std::lock_guard lock(m_mutex);
        m_isReady = true;
        m_ready.notify_all();
        return;
    }
    if (m_skeleton)
        return m_skeleton->read(text);
    if (text.size() < 300) // a trade
        m_meter.noteTrade(sentMoment(text));
    m_meter.noteDone();
}

} // namespace spreadline::bench
