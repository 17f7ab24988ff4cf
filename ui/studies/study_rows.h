// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/studies.h"
#include "style/theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace spreadline::studies {

/// One line of the picker's list.
struct StudyRow {
    enum class Kind : std::uint8_t {
        Heading,
        Study,
        Typed, ///< a study with the arguments that were typed
        Note,  ///< why what was typed is nothing
    };
    Kind kind = Kind::Study;
    QString title;
    QString hint;               ///< at the right: its short name
    QString reason;             ///< why the chart cannot show it; empty when it can
    indicators::StudySpec spec; ///< of Study and Typed
    bool isFavourite = false;
    bool isAdded = false;

    bool isStudy() const noexcept { return kind == Kind::Study || kind == Kind::Typed; }
};

/// The lines of the picker as a model, so that list and screen reader read the same.
class StudyRows final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<StudyRow> rows);
    const std::vector<StudyRow>& rows() const noexcept { return m_rows; }
    void markAdded(const indicators::StudyInfo& study);
    void markFavourite(const indicators::StudyInfo& study, bool isFavourite);
    /// The next line with a study from `row` on in this direction (+1, -1); -1 when there is none.
    int nextStudy(int row, int direction) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void redraw();

    std::vector<StudyRow> m_rows;
};

class StudyRowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    StudyRowDelegate(const StudyRows& rows, const ThemeSource& themes, QObject* parent);

    static int height(StudyRow::Kind kind);
    static bool isOnStar(const StudyRow& row, const QRect& rect, QPoint at);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

Q_SIGNALS:
    void starClicked(int row);

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    void paintStudy(QPainter& painter, const QRect& rect, const StudyRow& row) const;

    const StudyRows& m_rows;
    const ThemeSource& m_themes;
};

} // namespace spreadline::studies
