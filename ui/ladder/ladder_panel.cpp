// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_panel.h"

#include "ladder/ladder_canvas.h"
#include "ladder/price_groups.h"
#include "models/active_instrument.h"
#include "session/market_view.h"
#include "style/display_options.h"
#include "style/fonts.h"
#include "style/format.h"
#include "style/trust_text.h"
#include "style/wall_time.h"
#include "widgets/plain_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QMenu>
#include <QShowEvent>
#include <QToolButton>

#include <algorithm>

namespace spreadline {
namespace {

ladder::LadderSubject subjectOf(const Instrument& instrument)
{
    return {instrument.baseAsset, instrument.quoteAsset, format::priceDecimals(instrument), instrument.quantityScale()};
}

} // namespace

LadderPanel::LadderPanel(MarketView& market, const ThemeSource& themes, const DisplayOptions& display, ActiveInstrument& active,
                         QWidget* parent)
    : QWidget(parent), m_market(market), m_themes(themes), m_display(display), m_active(active)
{
    build();
    wire();
    applyTheme();
    m_canvas->setFlashing(m_display.motion());
    if (m_active.id())
        setInstrument(*m_active.id());
    showState();
}

LadderPanel::~LadderPanel()
{
    unwatch();
}

void LadderPanel::unwatch()
{
    m_market.unwatchBook(this);
    m_market.unwatchBook(m_topWatch);
}

void LadderPanel::build()
{
    setObjectName(QStringLiteral("ladderPanel"));
    m_groupBox = new QComboBox(this);
    m_groupBox->setObjectName(QStringLiteral("group"));
    m_groupBox->setToolTip(tr("Price grouping"));
    m_groupBox->setEnabled(false);
    m_groupBox->setAccessibleName(tr("Price grouping"));
    m_unit = new QToolButton(this);
    m_unit->setObjectName(QStringLiteral("unit"));
    m_unit->setCheckable(true);
    m_unit->setToolTip(tr("Sizes in base or quote currency"));
    m_lock = new QToolButton(this);
    m_lock->setObjectName(QStringLiteral("lock"));
    m_lock->setAutoRaise(true);
    m_lock->setCheckable(true);
    m_lock->setChecked(true);
    m_lock->setText(tr("Centred"));
    m_canvas = new ladder::LadderCanvas(this);
    m_canvas->setContextMenuPolicy(Qt::CustomContextMenu);
    m_banner = new PlainLabel(m_canvas);
    m_empty = new PlainLabel(m_canvas);
    for (PlainLabel* label : {m_banner, m_empty}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        label->hide();
    }
    m_banner->setObjectName(QStringLiteral("banner"));
    m_banner->setMargin(5);
    m_banner->setAutoFillBackground(true);
    m_empty->setObjectName(QStringLiteral("empty"));
    m_topWatch = new QObject(this);
    setFocusProxy(m_canvas);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 3, 6, 3);
    bar->setSpacing(4);
    bar->addWidget(m_groupBox);
    bar->addWidget(m_unit);
    bar->addStretch(1);
    bar->addWidget(m_lock);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_canvas, 1);
}

void LadderPanel::wire()
{
    connect(&m_themes, &ThemeSource::themeChanged, this, &LadderPanel::applyTheme);
    connect(&m_display, &DisplayOptions::changed, this, [this] { m_canvas->setFlashing(m_display.motion()); });
    connect(&m_active, &ActiveInstrument::changed, this, &LadderPanel::setInstrument);
    connect(&m_market, &MarketView::instrumentsChanged, this, &LadderPanel::subjectChanged);
    connect(&m_market, &MarketView::bookChanged, this, &LadderPanel::apply);
    connect(&m_market, &MarketView::tickersChanged, this, &LadderPanel::tickersChanged);
    connect(m_groupBox, &QComboBox::activated, this, [this](int row) {
        if (row >= 0 && static_cast<std::size_t>(row) < m_groups.size())
            setGroup(m_groups[static_cast<std::size_t>(row)]);
    });
    connect(m_unit, &QToolButton::toggled, this, &LadderPanel::unitChanged);
    connect(m_lock, &QToolButton::toggled, m_canvas, &ladder::LadderCanvas::setLocked);
    connect(m_canvas, &ladder::LadderCanvas::lockChanged, this, [this](bool locked) {
        m_lock->setChecked(locked);
        m_lock->setText(locked ? tr("Centred") : tr("Re-centre"));
        m_lock->setToolTip(locked ? tr("The spread stays in the middle; scroll to let prices stand still")
                                  : tr("Bring the spread back to the middle (Home)"));
    });
    connect(m_canvas, &ladder::LadderCanvas::priceClicked, this, &LadderPanel::priceClicked);
    connect(m_canvas, &QWidget::customContextMenuRequested, this, &LadderPanel::showMenu);
    m_ageTimer.setInterval(1'000);
    connect(&m_ageTimer, &QTimer::timeout, this, &LadderPanel::showState);
}

void LadderPanel::showMenu(QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* resync = menu->addAction(tr("Resync the order book"));
    resync->setObjectName(QStringLiteral("resync"));
    resync->setEnabled(instrument() != nullptr);
    connect(resync, &QAction::triggered, this, [this, id = m_instrument] { m_market.resyncBook(*id); });
    QAction* centre = menu->addAction(tr("Keep the spread in the middle"));
    centre->setCheckable(true);
    centre->setChecked(m_lock->isChecked());
    connect(centre, &QAction::triggered, m_lock, &QToolButton::setChecked);
    menu->popup(m_canvas->mapToGlobal(at));
}

void LadderPanel::applyTheme()
{
    const Theme& theme = m_themes.theme();
    m_canvas->setTheme(theme);
    QPalette palette = m_empty->palette();
    palette.setColor(QPalette::WindowText, theme.textMuted);
    m_empty->setPalette(palette);
    m_empty->setFont(labelFont(12));
    m_banner->setFont(labelFont(12));
    showState();
}

const Instrument* LadderPanel::instrument() const
{
    return m_instrument ? m_market.instrument(*m_instrument) : nullptr;
}

void LadderPanel::setInstrument(InstrumentId id)
{
    if (m_instrument == id)
        return;
    m_instrument = id;
    m_group = 0;
    subjectChanged();
}

// Another instrument, or the list of instruments has come or changed.
void LadderPanel::subjectChanged()
{
    const Instrument* now = instrument();
    if (!now)
        return showState();
    fillGroups(*now);
    if (m_group == 0 || std::ranges::find(m_groups, m_group) == m_groups.end()) {
        const auto chosen = m_chosenGroups.constFind(QString::fromStdString(now->symbol));
        m_groupIsChosen = chosen != m_chosenGroups.constEnd() && std::ranges::find(m_groups, *chosen) != m_groups.end();
        m_group = m_groupIsChosen ? *chosen : m_groups.front();
        m_trust = {};
        m_canvas->setSubject(subjectOf(*now));
    }
    fillGroups(*now);
    unitChanged();
    tickersChanged({*m_instrument});
    watch();
    showState();
}

void LadderPanel::fillGroups(const Instrument& now)
{
    const TickerRow* ticker = m_market.ticker(now.id);
    m_groups = ladder::priceGroups(now, ticker && ticker->last ? ticker->last->toDouble() : 0);
    m_groupBox->clear();
    for (const std::int64_t group : m_groups) {
        const Price step = Price::fromMantissa(group, now.priceScale()).normalized();
        m_groupBox->addItem(format::number(step, std::max(0, step.scale())));
    }
    m_groupBox->setEnabled(true);
    const auto found = std::ranges::find(m_groups, m_group);
    m_groupBox->setCurrentIndex(found == m_groups.end() ? 0 : static_cast<int>(found - m_groups.begin()));
}

void LadderPanel::setGroup(std::int64_t group)
{
    const Instrument* now = instrument();
    if (!now || std::ranges::find(m_groups, group) == m_groups.end())
        return;
    m_groupIsChosen = true;
    m_chosenGroups.insert(QString::fromStdString(now->symbol), group);
    m_group = group;
    m_groupBox->setCurrentIndex(static_cast<int>(std::ranges::find(m_groups, group) - m_groups.begin()));
    watch();
}

// Until the user has chosen: the finest grouping under which the rows near the spread are mostly filled.
void LadderPanel::chooseFirstGroup(const BookView& book)
{
    if (m_groupIsChosen || book.bids.size() < 2 || book.asks.size() < 2)
        return;
    m_groupIsChosen = true;
    const std::int64_t fitting = ladder::fittingGroup(m_groups, book);
    if (fitting == m_group)
        return;
    m_group = fitting;
    m_groupBox->setCurrentIndex(static_cast<int>(std::ranges::find(m_groups, fitting) - m_groups.begin()));
    watch();
}

void LadderPanel::watch()
{
    if (!isVisible() || !instrument())
        return;
    m_market.watchBook(this, {*m_instrument, m_canvas->wantedLevels(), m_group});
    if (m_group == tickGroup())
        m_market.unwatchBook(m_topWatch);
    else
        m_market.watchBook(m_topWatch, {*m_instrument, 1, tickGroup()});
}

std::int64_t LadderPanel::tickGroup() const
{
    return m_groups.empty() ? 1 : m_groups.front();
}

void LadderPanel::apply(const BookPtr& book)
{
    if (!book || book->instrument != m_instrument)
        return;
    if (book->group == tickGroup())
        m_canvas->setTop(book->bids.empty() || book->asks.empty()
                             ? std::nullopt
                             : std::optional(ladder::TopOfBook{book->bids.front().price, book->asks.front().price}));
    if (book->group != m_group)
        return;
    m_trust = book->trust;
    m_canvas->setStale(!isUsable(m_trust));
    m_canvas->setBook(book);
    if (isUsable(m_trust))
        chooseFirstGroup(*book);
    showState();
}

void LadderPanel::tickersChanged(const std::vector<InstrumentId>& changed)
{
    if (!m_instrument || std::ranges::find(changed, *m_instrument) == changed.end())
        return;
    if (const TickerRow* ticker = m_market.ticker(*m_instrument))
        m_canvas->setLast({ticker->last, ticker->direction});
}

void LadderPanel::unitChanged()
{
    m_canvas->setInQuote(m_unit->isChecked());
    const Instrument* now = instrument();
    m_unit->setText(!now ? QString() : QString::fromStdString(m_unit->isChecked() ? now->quoteAsset : now->baseAsset));
}

QString LadderPanel::stateText() const
{
    if (m_trust.state == TrustState::Synced)
        return {};
    const QString age = m_trust.lastData.isKnown() ? QLatin1Char(' ') + format::age(wallTime() - m_trust.lastData) : QString();
    return trustWord(m_trust.state) + age + QStringLiteral(". ") + adviceText(m_trust.reason);
}
void LadderPanel::showState()
{
    const bool hasBook = !m_canvas->rows().isEmpty();
    if (!instrument() && m_market.instruments().empty())
        m_empty->setText(tr("The list of instruments has not come yet."));
    else if (!instrument())
        m_empty->setText(tr("Choose an instrument in the watchlist to see its order book."));
    else
        m_empty->setText(tr("Waiting for the order book of %1.").arg(QString::fromStdString(instrument()->symbol)));
    m_empty->setVisible(!hasBook);
    m_empty->setGeometry(m_canvas->rect().adjusted(20, 30, -20, -30));

    const QString text = hasBook ? stateText() : QString();
    m_banner->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        const Theme& theme = m_themes.theme();
        const QColor light = trustColour(m_trust.state, theme);
        QPalette palette = m_banner->palette();
        palette.setColor(QPalette::Window, blended(theme.panelRaised, light, 0.25));
        palette.setColor(QPalette::WindowText, theme.text);
        m_banner->setPalette(palette);
        m_banner->setText(text);
        m_banner->setGeometry(m_canvas->coverFor(m_banner->heightForWidth(m_canvas->width())));
    }
    const bool ages = !text.isEmpty() && isVisible();
    if (ages != m_ageTimer.isActive())
        ages ? m_ageTimer.start() : m_ageTimer.stop();
}

QString LadderPanel::saveState() const
{
    QStringList parts{m_unit->isChecked() ? QStringLiteral("quote") : QStringLiteral("base")};
    for (auto group = m_chosenGroups.constBegin(); group != m_chosenGroups.constEnd(); ++group)
        parts << group.key() + QLatin1Char('=') + QString::number(group.value());
    return parts.join(QLatin1Char(';'));
}

void LadderPanel::restoreState(const QString& state)
{
    const QStringList parts = state.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    m_unit->setChecked(parts.contains(QStringLiteral("quote")));
    for (const QString& part : parts) {
        const auto equals = part.lastIndexOf(QLatin1Char('='));
        const qlonglong group = part.mid(equals + 1).toLongLong();
        if (equals > 0 && group > 0)
            m_chosenGroups.insert(part.left(equals), group);
    }
    m_group = 0;
    subjectChanged();
}

void LadderPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous()) {
        watch();
        showState();
    }
}

void LadderPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_ageTimer.stop();
    if (!event->spontaneous())
        unwatch();
}

void LadderPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showState();
}

} // namespace spreadline
