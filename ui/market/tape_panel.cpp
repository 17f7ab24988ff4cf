// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/tape_panel.h"

#include "market/tape_canvas.h"
#include "models/active_instrument.h"
#include "session/market_view.h"
#include "style/display_options.h"
#include "style/format.h"
#include "style/trust_text.h"
#include "style/wall_time.h"
#include "widgets/plain_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace spreadline {
namespace {

constexpr qint64 steps[] = {0, 100, 1'000, 5'000, 10'000, 50'000, 100'000, 500'000};

} // namespace

TapePanel::TapePanel(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_canvas(new TapeCanvas(m_history, context.themes, this)),
      m_filter(new QComboBox(this)),
      m_note(new PlainLabel(this)),
      m_resume(new QPushButton(this))
{
    m_filter->setObjectName(QStringLiteral("tapeFilter"));
    m_filter->setAccessibleName(tr("Smallest trade shown"));
    m_filter->setToolTip(tr("Smallest trade shown, by its value in the quote asset"));
    m_filter->setFont(labelFont(11));
    for (const qint64 step : steps)
        m_filter->addItem(step == 0 ? tr("All sizes") : QStringLiteral("\u2265 %1").arg(format::count(step)), step);
    m_note->setFont(labelFont(11));
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_resume->setFont(labelFont(11));
    m_resume->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 6, 8, 6);
    top->addWidget(m_filter);
    top->addWidget(m_note, 1);
    column->addLayout(top);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_resume);
    setFocusProxy(m_canvas);

    wire();
    updateNotes();
}

void TapePanel::wire()
{
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] { updateFilter(); });
    connect(m_resume, &QPushButton::clicked, m_canvas, &TapeCanvas::resume);
    connect(m_canvas, &TapeCanvas::pausedChanged, this, [this] { updateNotes(); });
    connect(&m_context.active, &ActiveInstrument::changed, this, [this] { watch(); });
    connect(&m_context.market, &MarketView::instrumentsChanged, this, [this] { watch(); });
    connect(&m_context.market, &MarketView::tapeChanged, this, [this](const TapeUpdate& update) {
        if (update.instrument != m_history.instrument())
            return;
        m_canvas->historyChanged(m_history.add(update));
        updateNotes();
    });
    const auto show = [this] { m_canvas->setTimeZone(m_context.display.timeZone(), m_context.display.milliseconds()); };
    connect(&m_context.display, &DisplayOptions::changed, this, show);
    connect(&m_context.themes, &ThemeSource::themeChanged, this, [this] { m_canvas->viewport()->update(), updateNotes(); });
    show();
    m_ageing.setInterval(500);
    connect(&m_ageing, &QTimer::timeout, this, [this] { updateNotes(); });
}

qint64 TapePanel::minimum() const
{
    return m_filter->currentData().toLongLong();
}

void TapePanel::setMinimum(qint64 least)
{
    m_filter->setCurrentIndex(std::max(0, m_filter->findData(least)));
}

void TapePanel::updateFilter()
{
    m_history.setMinimum(minimum() > 0 ? std::optional(Money::fromMantissa(minimum(), 0)) : std::nullopt);
    m_canvas->resume();
    m_canvas->historyChanged(0);
}

void TapePanel::watch()
{
    const auto id = m_context.active.id();
    if (!id || !isVisible())
        return;
    if (m_history.instrument() != *id)
        m_history.start(*id);
    m_canvas->setInstrument(m_context.market.instrument(*id));
    m_canvas->historyChanged(0);
    m_context.market.watchTape(this, *id);
    updateNotes();
}

void TapePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_ageing.start();
    watch();
}

void TapePanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_ageing.stop();
    m_context.market.unwatchTape(this);
}

void TapePanel::updateNotes()
{
    const Theme& theme = m_context.themes.theme();
    const Trust& trust = m_history.trust();
    QString text;
    QColor colour = theme.textMuted;
    if (m_history.instrument() && !isUsable(trust)) {
        text = trust.lastData.isKnown() ? trustWord(trust.state) + QLatin1Char(' ') + format::age(wallTime() - trust.lastData)
                                        : trustWord(trust.state);
        colour = trustColour(trust.state, theme);
    } else if (m_history.skipped() > 0) {
        text = tr("%1 skipped").arg(format::count(m_history.skipped()));
    }
    m_note->setText(text);
    m_note->setToolTip(isUsable(trust) ? QString() : trustSentence(trust, wallTime()));
    QPalette palette = m_note->palette();
    if (palette.color(QPalette::WindowText) != colour) {
        palette.setColor(QPalette::WindowText, colour);
        m_note->setPalette(palette);
    }
    m_resume->setVisible(m_canvas->isPaused());
    if (m_canvas->isPaused())
        m_resume->setText(m_canvas->waiting() > 0 ? tr("Paused, %n new: back to the top", nullptr, m_canvas->waiting())
                                                  : tr("Paused: back to the top"));
}

} // namespace spreadline
