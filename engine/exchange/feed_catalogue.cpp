// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_catalogue.h"

#include "exchange/event_stamp.h"

#include <algorithm>
#include <utility>

namespace spreadline {
namespace {

constexpr Duration hintEvery = std::chrono::minutes(1);

std::chrono::milliseconds milliseconds(Duration span)
{
    return std::chrono::ceil<std::chrono::milliseconds>(span);
}

} // namespace

FeedCatalogue::FeedCatalogue(FeedContext& context, Duration refreshEvery, std::function<void()> loaded)
    : m_context(context), m_refreshEvery(refreshEvery), m_loaded(std::move(loaded)), m_backoff(context.random)
{
    m_next.setSingleShot(true);
    QObject::connect(&m_next, &QTimer::timeout, &m_next, [this] { load(); });
}

void FeedCatalogue::begin(std::vector<Instrument> known)
{
    if (!known.empty()) {
        m_context.instruments = InstrumentTable(std::move(known));
        m_loaded();
    }
    load();
}

void FeedCatalogue::hint()
{
    if (!m_loading && m_context.clock.monotonic() - m_lastLoad > hintEvery)
        load();
}

void FeedCatalogue::load()
{
    if (std::exchange(m_loading, true))
        return;
    m_lastLoad = m_context.clock.monotonic();
    m_context.rest.get(m_context.dialect.instrumentsRequest(), RestSession::Priority::Control,
                       [this](const Result<RestAnswer>& answer) { onInstruments(answer); });
}

void FeedCatalogue::onInstruments(const Result<RestAnswer>& answer)
{
    m_loading = false;
    auto loaded = answer ? m_context.dialect.readInstruments(answer->body) : Result<std::vector<Instrument>>(answer.error());
    if (!loaded) {
        if (loaded.error().code == Errc::Cancelled)
            return;
        m_context.output.put(FrameRejected{loaded.error()});
        const Duration held = m_context.limiter.heldFor(m_context.clock.monotonic());
        m_next.start(milliseconds(std::max(m_backoff.next(), held)));
        return;
    }
    m_backoff.reset();
    m_next.start(milliseconds(m_refreshEvery));
    m_context.instruments = InstrumentTable::merge(m_context.instruments, std::move(*loaded));
    const auto all = m_context.instruments.all();
    m_context.output.put(InstrumentsLoaded{{all.begin(), all.end()}, Source::Venue});
    m_loaded();
    if (!std::exchange(m_tablesLoaded, true))
        loadTables();
}

void FeedCatalogue::loadTables()
{
    using Read = Status (Dialect::*)(std::string_view, const InstrumentTable&, std::vector<MarketEvent>&);
    const auto load = [this](const RestRequest& request, Read read) {
        m_context.rest.get(request, RestSession::Priority::Klines, [this, read](const Result<RestAnswer>& answer) {
            std::vector<MarketEvent> events;
            const Status status =
                answer ? (m_context.dialect.*read)(answer->body, m_context.instruments, events) : Status(answer.error());
            if (!status && status.error().code != Errc::Cancelled)
                m_context.output.put(FrameRejected{status.error()});
            for (MarketEvent& event : events) {
                if (const auto error = m_context.stampError(stampOf(event), "table"))
                    m_context.rejections.add(*error, m_context.clock.now());
                else
                    m_context.output.put(std::move(event));
            }
        });
    };
    load(m_context.dialect.tickersRequest(), &Dialect::readTickers);
    load(m_context.dialect.markPricesRequest(), &Dialect::readMarkPrices);
}

} // namespace spreadline
