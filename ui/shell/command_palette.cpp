// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/command_palette.h"

#include "widgets/search_field.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace spreadline {
namespace {

constexpr int indexRole = Qt::UserRole + 1;
constexpr int hintRole = Qt::UserRole + 2;
constexpr int mostShown = 200;
constexpr int rowHeight = 28;

class EntryDelegate : public QStyledItemDelegate {
public:
    EntryDelegate(const ThemeSource& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, rowHeight}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = m_themes.theme();
        const bool current = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect,
                          current                                              ? theme.selection
                              : option.state.testFlag(QStyle::State_MouseOver) ? theme.hover
                                                                               : theme.panelRaised);
        painter->setFont(labelFont(13));
        painter->setPen(theme.text);
        painter->drawText(option.rect.adjusted(12, 0, -12, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          index.data().toString());
        painter->setFont(labelFont(11));
        painter->setPen(theme.textMuted);
        painter->drawText(option.rect.adjusted(12, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                          index.data(hintRole).toString());
    }

private:
    const ThemeSource& m_themes;
};

} // namespace

CommandPalette::CommandPalette(QWidget& host, const ThemeSource& themes)
    : QFrame(&host),
      m_host(host),
      m_themes(themes),
      m_field(new SearchField(tr("Symbol or command"), themes, this)),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("palette"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setFont(labelFont(14));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(themes, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_field, &SearchField::navigated, this, &CommandPalette::move);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    m_field->installEventFilter(this);
    host.installEventFilter(this);
    hide();
}

void CommandPalette::open(std::vector<Entry> entries, const QString& text)
{
    m_entries = std::move(entries);
    m_field->setText(text);
    filter(text);
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->end(false); // what is typed next goes on, it does not replace
}

void CommandPalette::place()
{
    const int width = std::min(560, m_host.width() - 40);
    const int frame = 3 * 8 + m_field->sizeHint().height();
    const int wanted = frame + std::max(1, m_model->rowCount()) * rowHeight;
    setGeometry((m_host.width() - width) / 2, 60, width, std::min({wanted, 430, m_host.height() - 120}));
}

int CommandPalette::rank(const QString& title, const QString& text)
{
    if (text.isEmpty() || title.startsWith(text, Qt::CaseInsensitive))
        return 3;
    if (title.contains(QLatin1Char(' ') + text, Qt::CaseInsensitive))
        return 2;
    return title.contains(text, Qt::CaseInsensitive) ? 1 : 0;
}

void CommandPalette::filter(const QString& text)
{
    const QString wanted = text.trimmed();
    m_model->clear();
    for (int rankWanted = 3; rankWanted >= 1; --rankWanted) {
        for (std::size_t i = 0; i < m_entries.size() && m_model->rowCount() < mostShown; ++i) {
            if (rank(m_entries[i].title, wanted) != rankWanted)
                continue;
            auto* item = new QStandardItem(m_entries[i].title);
            item->setData(static_cast<int>(i), indexRole);
            item->setData(m_entries[i].hint, hintRole);
            m_model->appendRow(item);
        }
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    place();
}

void CommandPalette::move(int key)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int page = std::max(1, m_list->height() / rowHeight - 1);
    const int by = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : key == Qt::Key_PageUp ? -page : page;
    m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + by, 0, rows - 1), 0));
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    hide();
    m_host.setFocus();
    if (current.isValid())
        m_entries[static_cast<std::size_t>(current.data(indexRole).toInt())].run();
}

int CommandPalette::shownCount() const
{
    return m_model->rowCount();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_host && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_field && isVisible()) {
        const bool left =
            event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason;
        const bool escaped = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
        if (left || escaped) {
            hide();
            return escaped;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.theme().panelRaised);
    painter.setPen(m_themes.theme().accent);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace spreadline
