// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/notice_panel.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace spreadline {
namespace {

class NoticeDelegate : public QStyledItemDelegate {
public:
    NoticeDelegate(const ThemeSource& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) {}

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme& theme = m_themes.theme();
        const auto severity = static_cast<Severity>(index.data(NoticeLog::SeverityRole).toInt());
        const QColor level = severity == Severity::Alarm ? theme.alarm
            : severity == Severity::Warning              ? theme.warning
                                                         : theme.textMuted;
        option->font = index.column() == NoticeLog::Time ? numberFont(12) : labelFont(12);
        option->palette.setColor(QPalette::Text,
                                 index.column() == NoticeLog::Level      ? level
                                     : index.column() == NoticeLog::Text ? theme.text
                                                                         : theme.textMuted);
    }

private:
    const ThemeSource& m_themes;
};

} // namespace

NoticePanel::NoticePanel(NoticeLog& log, const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_table(new QTableView(this))
{
    m_table->setModel(&log);
    m_table->setObjectName(QStringLiteral("noticesTable"));
    m_table->setAccessibleName(tr("Notices"));
    m_table->setItemDelegate(new NoticeDelegate(themes, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(22);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(NoticeLog::Text, QHeaderView::Stretch);
    m_table->setColumnWidth(NoticeLog::Time, 112);
    m_table->setColumnWidth(NoticeLog::Level, 84);
    m_table->setColumnWidth(NoticeLog::Count, 50);
    setFocusProxy(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    connect(&themes, &ThemeSource::themeChanged, this, [this] { m_table->viewport()->update(); });
}

} // namespace spreadline
