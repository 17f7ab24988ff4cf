// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <deque>

namespace spreadline {

/// What a person was told, newest first, bounded. A notice equal to a recent one (code, place and severity) is counted, not repeated.
/// Ui thread only.
class NoticeLog : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Level, Text, Count, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole + 1 };
    static constexpr int capacity = 500;

    using QAbstractTableModel::QAbstractTableModel;

    /// True when it is news: not told within the last minute, so worth a toast.
    bool add(const Notice& notice);
    void clear();
    void setTimeZone(const QTimeZone& zone);
    /// Notices told, repetitions included.
    int total() const noexcept { return m_total; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void totalChanged(int total);

private:
    struct Entry {
        Notice notice;
        int count = 1;
    };
    QVariant text(const Entry& entry, int column) const;

    std::deque<Entry> m_entries;
    QTimeZone m_zone = QTimeZone::utc();
    int m_total = 0;
};

} // namespace spreadline
