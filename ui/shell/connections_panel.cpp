// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/connections_panel.h"

#include "session/market_view.h"
#include "style/format.h"
#include "style/trust_text.h"
#include "widgets/plain_label.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace spreadline {
namespace {

/// Colours the trust column; the word is there as well.
class TrustDelegate : public QStyledItemDelegate {
public:
    TrustDelegate(const ThemeSource& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) {}

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto state = static_cast<TrustState>(index.data(ChannelModel::TrustStateRole).toInt());
        option->font = index.column() == ChannelModel::Age ? numberFont(12) : labelFont(12);
        option->palette.setColor(QPalette::Text,
                                 index.column() == ChannelModel::State ? trustColour(state, m_themes.theme())
                                     : index.column() == ChannelModel::Stream || index.column() == ChannelModel::InstrumentName
                                     ? m_themes.theme().text
                                     : m_themes.theme().textMuted);
    }

private:
    const ThemeSource& m_themes;
};

} // namespace

ConnectionsPanel::ConnectionsPanel(Terminal& terminal, const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_terminal(terminal),
      m_model(terminal.market()),
      m_table(new QTableView(this)),
      m_counters(new PlainLabel(this))
{
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(ChannelModel::SortRole);
    buildTable(themes);
    m_counters->setFont(numberFont(11));
    m_counters->setContentsMargins(8, 4, 8, 4);
    m_counters->setForegroundRole(QPalette::PlaceholderText);
    setFocusProxy(m_table);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_counters);
    connect(&terminal, &Terminal::statusChanged, this, &ConnectionsPanel::show);
    connect(&themes, &ThemeSource::themeChanged, this, [this] { m_table->viewport()->update(); });
    m_ageing.setInterval(1'000);
    connect(&m_ageing, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_model.tick();
    });
    m_ageing.start();
    show(terminal.status());
}

void ConnectionsPanel::buildTable(const ThemeSource& themes)
{
    m_table->setModel(&m_sorted);
    m_table->setObjectName(QStringLiteral("connectionsTable"));
    m_table->setAccessibleName(tr("Streams"));
    m_table->setItemDelegate(new TrustDelegate(themes, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(22);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(ChannelModel::Stream, 150);
    m_table->setColumnWidth(ChannelModel::InstrumentName, 120);
    m_table->setColumnWidth(ChannelModel::State, 96);
    m_table->setColumnWidth(ChannelModel::Age, 76);
    m_table->sortByColumn(ChannelModel::State, Qt::AscendingOrder);
}

void ConnectionsPanel::show(const StatusView& status)
{
    m_model.setChannels(status.channels);
    const VenueHealth& health = status.health;
    m_counters->setText(
        tr("Frames %1   rejected %2   unknown %3   gaps %4   resyncs %5   reconnects %6   overflows %7   round trip %8")
            .arg(format::count(health.frames), format::count(health.rejected), format::count(health.unknown),
                 format::count(health.gaps), format::count(health.resyncs), format::count(health.reconnects),
                 format::count(status.marketOverflows), format::latency(health.roundTrip)));
}

} // namespace spreadline
