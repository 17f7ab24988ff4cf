// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notice_log.h"

#include "style/format.h"
#include "style/trust_text.h"
#include "style/wall_time.h"
#include "style/zone_text.h"

#include <algorithm>

namespace spreadline {
namespace {

constexpr Duration foldSpan = std::chrono::minutes(1);

/// "depthUpdate.a[11]" is the same place as "depthUpdate.a[18]".
std::string place(const std::string& where)
{
    std::string text;
    bool isIndex = false;
    for (const char letter : where) {
        isIndex = letter == '[' || (isIndex && letter != ']');
        if (!isIndex && letter != ']')
            text += letter;
    }
    return text;
}

bool isSame(const Notice& a, const Notice& b)
{
    return a.severity == b.severity && a.error.code == b.error.code && place(a.error.where) == place(b.error.where);
}

QString levelName(Severity severity)
{
    switch (severity) {
    case Severity::Info: return NoticeLog::tr("Info");
    case Severity::Warning: return NoticeLog::tr("Warning");
    case Severity::Alarm: return NoticeLog::tr("Alarm");
    }
    return {};
}

} // namespace

bool NoticeLog::add(const Notice& notice)
{
    ++m_total;
    const auto found = std::ranges::find_if(m_entries, [&](const Entry& entry) { return isSame(entry.notice, notice); });
    const bool known = found != m_entries.end() && notice.time - found->notice.time < foldSpan;
    if (known) {
        const int row = static_cast<int>(found - m_entries.begin());
        ++found->count;
        found->notice = notice; // the latest place
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    } else {
        beginInsertRows({}, 0, 0);
        m_entries.push_front({notice, 1});
        endInsertRows();
    }
    if (rowCount() > capacity) {
        beginRemoveRows({}, capacity, capacity);
        m_entries.pop_back();
        endRemoveRows();
    }
    Q_EMIT totalChanged(m_total);
    return !known;
}

void NoticeLog::clear()
{
    beginResetModel();
    m_entries.clear();
    m_total = 0;
    endResetModel();
    Q_EMIT totalChanged(0);
}

void NoticeLog::setTimeZone(const QTimeZone& zone)
{
    m_zone = zone;
    Q_EMIT headerDataChanged(Qt::Horizontal, Time, Time);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

int NoticeLog::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int NoticeLog::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NoticeLog::text(const Entry& entry, int column) const
{
    switch (column) {
    case Time: return format::timeOfDay(entry.notice.time, m_zone);
    case Level: return levelName(entry.notice.severity);
    case Text: return errorText(entry.notice.error);
    case Count: return entry.count > 1 ? QStringLiteral("\u00D7%1").arg(entry.count) : QString();
    default: return {};
    }
}

QVariant NoticeLog::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(entry, index.column());
    case Qt::ToolTipRole:
        return QString::fromStdString(logText(entry.notice.error))
            .toHtmlEscaped(); // tool tips are rich text when they look like it
    case Qt::TextAlignmentRole:
        return static_cast<int>(index.column() == Count ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case SeverityRole: return static_cast<int>(entry.notice.severity);
    default: return {};
    }
}

QVariant NoticeLog::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Time)
        return tr("Times in %1").arg(format::zoneName(m_zone, wallTime()));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return QStringLiteral("%1 (%2)").arg(tr("Time"), format::zoneOffset(m_zone, wallTime()));
    case Level: return tr("Level");
    case Text: return tr("What happened");
    default: return {};
    }
}

} // namespace spreadline
