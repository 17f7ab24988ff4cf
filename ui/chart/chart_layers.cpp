// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_layers.h"

#include "chart/chart_canvas.h"
#include "session/market_view.h"

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr int bookRows = 400;           // a side
constexpr double bookGroupShare = 1e-4; // of the price: 400 rows reach 4 % away
constexpr double printStepShare = 1e-5;

constexpr const char* keys[] = {"profile", "footprint", "heatmap"};

QString keyOf(ChartLayer layer)
{
    return QLatin1String(keys[static_cast<std::size_t>(layer)]);
}

/// In units of 10^-priceScale: 1, 2, 5, 10... ticks, so many that they are at least that share of the price.
std::int64_t stepFor(const Instrument& instrument, double price, double share)
{
    const std::int64_t tick = std::max<std::int64_t>(1, instrument.tickSize.mantissa());
    const double wanted = price * share * std::pow(10.0, instrument.priceScale());
    for (std::int64_t decade = tick; decade < INT64_MAX / 100; decade *= 10) {
        for (const std::int64_t step : {1, 2, 5}) {
            if (static_cast<double>(step * decade) >= wanted)
                return step * decade;
        }
    }
    return tick;
}

} // namespace

ChartLayers::ChartLayers(MarketView& market, ChartCanvas& canvas, QObject* parent)
    : QObject(parent), m_market(market), m_canvas(canvas)
{
    m_sampling.setInterval(std::chrono::duration_cast<std::chrono::milliseconds>(DepthHistory::defaultPeriod));
    connect(&m_sampling, &QTimer::timeout, this, &ChartLayers::sample);
    connect(&m_market, &MarketView::tapeChanged, this, [this](const TapeUpdate& update) {
        m_sinceNews.start();
        if (!m_hasPrints || !isLive(ChartLayer::Footprint))
            return;
        if (const auto change = m_prints.add(update); change.any)
            m_canvas.depth().printsChanged(change.from);
    });
    connect(&m_market, &MarketView::bookChanged, this, [this](const BookPtr& book) {
        m_sinceNews.start();
        if (m_hasDepth && book->instrument == m_depth.instrument() && book->group == m_depth.group())
            m_book = book;
    });
    connect(&m_market, &MarketView::tickersChanged, this, [this] {
        m_sinceNews.start();
        if ((isLive(ChartLayer::Footprint) && !m_hasPrints) || (isLive(ChartLayer::Heatmap) && !m_hasDepth))
            follow(); // now a price may be known
    });
    connect(&m_market, &MarketView::chartChanged, this, [this] { m_sinceNews.start(); });
    connect(&m_market, &MarketView::instrumentsChanged, this, [this] {
        const Instrument* instrument = m_subject ? m_market.instrument(m_subject->instrument) : nullptr;
        if (!instrument)
            return;
        m_hasPrints = m_hasPrints && m_prints.scale() == instrument->bookScale(); // another grid: begun anew
        m_hasDepth = m_hasDepth && m_depth.scale() == instrument->bookScale();
        follow();
    });
}

ChartLayers::~ChartLayers()
{
    m_canvas.depth().setFootprint(nullptr);
    m_canvas.depth().setHeatmap(nullptr);
}

void ChartLayers::show(const std::optional<SourceSubject>& subject, Interval interval)
{
    const bool isOther = !subject || !m_subject || subject->instrument != m_subject->instrument
        || subject->isExpression != m_subject->isExpression;
    if (isOther) {
        m_hasPrints = m_hasDepth = false;
        m_book.reset();
    }
    m_subject = subject;
    m_interval = interval;
    if (m_hasPrints && interval.isCalendar())
        m_prints.setInterval(interval);
    follow();
}

void ChartLayers::setOpen(bool open)
{
    m_isOpen = open;
    follow();
}

void ChartLayers::setShown(ChartLayer layer, bool on)
{
    if (std::exchange(m_shown[static_cast<std::size_t>(layer)], on) == on)
        return;
    follow();
    Q_EMIT changed();
}

QString ChartLayers::reasonAgainst(ChartLayer layer) const
{
    if (m_subject && m_subject->isExpression)
        return tr("An expression has no trades and no book of its own");
    if (layer == ChartLayer::Footprint && !m_interval.isCalendar())
        return tr("Only for bars of a fixed time");
    return {};
}

QString ChartLayers::name(ChartLayer layer)
{
    switch (layer) {
    case ChartLayer::VolumeProfile: return tr("Volume profile");
    case ChartLayer::Footprint: return tr("Footprint");
    case ChartLayer::Heatmap: return tr("Depth heatmap");
    }
    return {};
}

double ChartLayers::price() const
{
    const TickerRow* ticker = m_market.ticker(m_subject->instrument);
    if (ticker && ticker->last)
        return ticker->last->toDouble();
    const auto& columns = m_canvas.series().columns();
    const std::size_t last = columns.lastBar();
    return last < columns.size() ? columns.at(last).close : 0;
}

void ChartLayers::startPrints()
{
    const Instrument* instrument = m_market.instrument(m_subject->instrument);
    if (m_hasPrints || !instrument || !(price() > 0))
        return;
    m_prints.start(instrument->id, instrument->bookScale(), stepFor(*instrument, price(), printStepShare), m_interval);
    m_hasPrints = true;
}

void ChartLayers::startDepth()
{
    const Instrument* instrument = m_market.instrument(m_subject->instrument);
    if (m_hasDepth || !instrument || !(price() > 0))
        return;
    m_depth.start(instrument->id, instrument->bookScale(), stepFor(*instrument, price(), bookGroupShare),
                  std::max<std::int64_t>(1, instrument->tickSize.mantissa()));
    m_book.reset();
    m_hasDepth = true;
}

/// Watches what is wanted and no more, and tells the canvas what there is to draw.
void ChartLayers::follow()
{
    const bool wantsPrints = m_subject && isLive(ChartLayer::Footprint);
    const bool wantsDepth = m_subject && isLive(ChartLayer::Heatmap);
    if (wantsPrints)
        startPrints();
    if (wantsDepth)
        startDepth();
    if (wantsPrints && m_hasPrints)
        m_market.watchTape(this, m_prints.instrument());
    else
        m_market.unwatchTape(this);
    if (wantsDepth && m_hasDepth) {
        m_market.watchBook(this, {m_depth.instrument(), bookRows, m_depth.group()});
        m_sampling.start();
    } else {
        m_market.unwatchBook(this);
        m_sampling.stop();
        m_book.reset();
    }
    ChartDepth& depth = m_canvas.depth();
    const auto isDrawn = [this](ChartLayer layer) { return m_subject && isShown(layer) && reasonAgainst(layer).isEmpty(); };
    depth.setProfileShown(isDrawn(ChartLayer::VolumeProfile));
    depth.setFootprint(isDrawn(ChartLayer::Footprint) && m_hasPrints ? &m_prints : nullptr);
    depth.setHeatmap(isDrawn(ChartLayer::Heatmap) && m_hasDepth ? &m_depth : nullptr);
}

void ChartLayers::sample()
{
    const bool isSilent = !m_sinceNews.isValid() || std::chrono::milliseconds(m_sinceNews.elapsed()) > longestSilence;
    if (m_depth.sample(m_canvas.venueNow(), isSilent ? nullptr : m_book.get()))
        m_canvas.depth().depthChanged();
}

void ChartLayers::setIntensity(int percent)
{
    m_canvas.depth().setIntensity(percent);
    Q_EMIT changed();
}

int ChartLayers::intensity() const
{
    return m_canvas.depth().intensity();
}

QJsonObject ChartLayers::toJson() const
{
    QJsonObject json;
    for (const ChartLayer layer : chartLayers) {
        if (isShown(layer))
            json.insert(keyOf(layer), true);
    }
    if (intensity() != HeatmapPainter::defaultIntensity)
        json.insert(QStringLiteral("intensity"), intensity());
    return json;
}

void ChartLayers::restore(const QJsonObject& json)
{
    for (const ChartLayer layer : chartLayers)
        m_shown[static_cast<std::size_t>(layer)] = json.value(keyOf(layer)).toBool();
    m_canvas.depth().setIntensity(json.value(QStringLiteral("intensity")).toInt(HeatmapPainter::defaultIntensity));
    follow();
}

} // namespace spreadline::chart
