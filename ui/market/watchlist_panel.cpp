// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/watchlist_panel.h"

#include "market/watchlist_delegate.h"
#include "market/watchlist_view.h"
#include "models/active_instrument.h"
#include "models/favourites.h"
#include "session/market_view.h"
#include "style/display_options.h"
#include "widgets/search_field.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolTip>
#include <QVBoxLayout>

namespace spreadline {

WatchlistPanel::WatchlistPanel(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_active(context.active),
      m_display(context.display),
      m_model(context.market, context.favourites),
      m_proxy(m_model, context.favourites),
      m_filter(new SearchField(tr("Filter symbols"), context.themes, this)),
      m_view(new WatchlistView(this))
{
    m_filter->setObjectName(QStringLiteral("watchlistFilter"));
    m_view->setObjectName(QStringLiteral("watchlistTable"));
    m_view->setAccessibleName(tr("Watchlist"));
    m_view->setItemDelegate(new WatchlistDelegate(context.themes, m_view));
    m_view->setModel(&m_proxy);
    m_view->fitColumns();
    m_view->sortByColumn(WatchlistModel::Volume, Qt::DescendingOrder);
    setFocusProxy(m_view);
    showEmptiness();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 6, 6, 6);
    top->addWidget(m_filter);
    column->addLayout(top);
    column->addWidget(m_view);

    wireKeys();
    wireOrder();
    connect(&m_active, &ActiveInstrument::changed, this, [this] { followActive(); });
    connect(&context.favourites, &Favourites::changed, this, [this] { m_proxy.resort(); });
    connect(&m_model, &QAbstractItemModel::modelReset, this,
            [this] { m_view->fitColumns(), m_proxy.resort(), followActive(), showEmptiness(); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] { rowsMoved(); });
    connect(&m_display, &DisplayOptions::changed, this, [this] { m_model.setFlashing(m_display.motion()); });
    connect(&context.themes, &ThemeSource::themeChanged, this, [this] { m_view->viewport()->update(); });

    m_resort.setInterval(1'000);
    connect(&m_resort, &QTimer::timeout, this, [this] {
        if (isVisible() && m_proxy.sortColumn() > WatchlistModel::Symbol)
            m_proxy.resort();
    });
    m_resort.start();
    m_flashEnd.setSingleShot(true);
    m_flashEnd.setInterval(WatchlistModel::flashSpan + 20);
    connect(&m_flashEnd, &QTimer::timeout, this, [this] { m_view->viewport()->update(); });
}

void WatchlistPanel::wireKeys()
{
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        {
            const QScopedValueRollback guard(m_following,
                                             true); // rows that go take the current one along: nobody has chosen another
            m_proxy.setFilterText(text);
        }
        followActive();
        showEmptiness();
    });
    connect(m_filter, &SearchField::navigated, this, [this](int key) {
        const int page = std::max(1, m_view->viewport()->height() / WatchlistDelegate::rowHeight - 1);
        m_view->moveRow(key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : key == Qt::Key_PageUp ? -page : page);
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (!m_view->currentIndex().isValid() || m_proxy.rowCount() == 1)
            m_view->setCurrentIndex(m_proxy.index(0, WatchlistModel::Symbol));
        m_view->setFocus();
    });
    connect(m_view, &WatchlistView::typed, this, [this](const QString& text) { m_filter->setFocus(), m_filter->setText(text); });
    connect(m_view, &WatchlistView::starClicked, this,
            [this](const QModelIndex& index) { m_model.toggleFavourite(m_proxy.mapToSource(index).row()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { activateCurrent(); });
    // Also the row that is current already: the chart may show an expression that only begins with it.
    connect(m_view, &QAbstractItemView::clicked, this, [this] { activateCurrent(); });
}

void WatchlistPanel::wireOrder()
{
    const auto follow = [this] { m_view->setMovable(m_proxy.isOwnOrder()); };
    connect(m_view->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, follow);
    follow();
    connect(m_view, &WatchlistView::rowMoved, this, [this](int from, int to) { m_proxy.moveRow(from, to); });
    connect(m_view, &WatchlistView::moveRefused, this, [this](QPoint at) {
        QToolTip::showText(at, tr("Rows can be moved in your own order: right-click a heading"), m_view);
    });
    m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view->horizontalHeader(), &QWidget::customContextMenuRequested, this, &WatchlistPanel::showOrderMenu);
}

void WatchlistPanel::showOrderMenu(QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QHeaderView* header = m_view->horizontalHeader();
    QAction* own = menu->addAction(tr("My own order"));
    own->setObjectName(QStringLiteral("ownOrder"));
    own->setCheckable(true);
    own->setChecked(m_proxy.isOwnOrder());
    connect(own, &QAction::triggered, header, [header] { header->setSortIndicator(-1, Qt::AscendingOrder); });
    QAction* adopt = menu->addAction(tr("Keep this order as my own"));
    adopt->setObjectName(QStringLiteral("adoptOrder"));
    adopt->setEnabled(!m_proxy.isOwnOrder());
    connect(adopt, &QAction::triggered, this, [this, header] {
        m_proxy.adoptOrder();
        header->setSortIndicator(-1, Qt::AscendingOrder);
    });
    menu->popup(header->mapToGlobal(at));
}

QByteArray WatchlistPanel::saveState() const
{
    return m_view->horizontalHeader()->saveState();
}

void WatchlistPanel::restoreState(const QByteArray& state)
{
    if (m_view->horizontalHeader()->restoreState(state))
        m_proxy.sort(m_view->horizontalHeader()->sortIndicatorSection(), m_view->horizontalHeader()->sortIndicatorOrder());
    m_view->setMovable(m_proxy.isOwnOrder());
    m_view->fitColumns();
}

void WatchlistPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_view->fitColumns();
    followActive();
}

void WatchlistPanel::activateCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    if (m_following || !current.isValid())
        return;
    m_active.set(InstrumentId{current.data(WatchlistModel::InstrumentRole).toUInt()});
}

void WatchlistPanel::followActive()
{
    const QScopedValueRollback guard(m_following, true);
    const int row = m_active.id() ? m_model.rowOf(*m_active.id()) : -1;
    const QModelIndex shown = row < 0 ? QModelIndex() : m_proxy.mapFromSource(m_model.index(row, WatchlistModel::Symbol));
    if (!shown.isValid())
        m_view->setCurrentIndex({});
    else if (shown.row() != m_view->currentIndex().row() || !m_view->selectionModel()->isRowSelected(shown.row()))
        m_view->setCurrentIndex(shown);
}

void WatchlistPanel::showEmptiness()
{
    if (m_model.rowCount() == 0)
        m_view->setEmptyText(tr("The list of instruments has not come yet."));
    else
        m_view->setEmptyText(tr("No symbol matches “%1”. Esc shows all again.").arg(m_filter->text()));
}

void WatchlistPanel::rowsMoved()
{
    if (m_display.motion() && !m_flashEnd.isActive())
        m_flashEnd.start();
}

} // namespace spreadline
