// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_rows.h"

#include "style/fonts.h"
#include "style/glyphs.h"

#include <QMouseEvent>
#include <QPainter>

namespace spreadline::studies {
namespace {

constexpr int studyHeight = 28, headingHeight = 26, noteHeight = 44;
constexpr int margin = 10, star = 14, gap = 8;

QRect starBox(const QRect& row)
{
    return {row.left() + margin, row.center().y() - star / 2, star, star};
}

} // namespace

void StudyRows::setRows(std::vector<StudyRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void StudyRows::redraw()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void StudyRows::markAdded(const indicators::StudyInfo& study)
{
    for (StudyRow& row : m_rows)
        row.isAdded |= row.isStudy() && row.spec.study == &study;
    redraw();
}

void StudyRows::markFavourite(const indicators::StudyInfo& study, bool isFavourite)
{
    for (StudyRow& row : m_rows) {
        if (row.isStudy() && row.spec.study == &study)
            row.isFavourite = isFavourite;
    }
    redraw();
}

int StudyRows::nextStudy(int row, int direction) const
{
    while (row >= 0 && row < rowCount() && !m_rows[static_cast<std::size_t>(row)].isStudy())
        row += direction;
    return row >= 0 && row < rowCount() ? row : -1;
}

int StudyRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant StudyRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const StudyRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole: return row.reason.isEmpty() ? QVariant() : row.reason;
    case Qt::AccessibleTextRole: return row.isAdded ? tr("%1, added").arg(row.title) : row.title;
    case Qt::AccessibleDescriptionRole: return row.reason.isEmpty() ? row.hint : row.reason;
    default: return {};
    }
}

Qt::ItemFlags StudyRows::flags(const QModelIndex& index) const
{
    const bool isStudy = index.isValid() && m_rows[static_cast<std::size_t>(index.row())].isStudy();
    return isStudy ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemNeverHasChildren;
}

StudyRowDelegate::StudyRowDelegate(const StudyRows& rows, const ThemeSource& themes, QObject* parent)
    : QStyledItemDelegate(parent), m_rows(rows), m_themes(themes)
{}

int StudyRowDelegate::height(StudyRow::Kind kind)
{
    switch (kind) {
    case StudyRow::Kind::Heading: return headingHeight;
    case StudyRow::Kind::Note: return noteHeight;
    case StudyRow::Kind::Study:
    case StudyRow::Kind::Typed: break;
    }
    return studyHeight;
}

QSize StudyRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {100, height(m_rows.rows()[static_cast<std::size_t>(index.row())].kind)};
}

void StudyRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_themes.theme();
    const StudyRow& row = m_rows.rows()[static_cast<std::size_t>(index.row())];
    const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
    painter->setRenderHint(QPainter::Antialiasing);
    if (row.kind == StudyRow::Kind::Heading) {
        painter->setFont(labelFont(11, QFont::DemiBold));
        painter->setPen(theme.textMuted);
        painter->drawText(inner.adjusted(0, 5, 0, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, row.title);
        return;
    }
    if (row.kind == StudyRow::Kind::Note) {
        painter->setFont(labelFont(12));
        painter->setPen(theme.warning);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, row.title);
        return;
    }
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.hover);
    paintStudy(*painter, option.rect, row);
}

void StudyRowDelegate::paintStudy(QPainter& painter, const QRect& rect, const StudyRow& row) const
{
    const Theme& theme = m_themes.theme();
    const bool isTyped = row.kind == StudyRow::Kind::Typed;
    if (!isTyped)
        drawGlyph(painter, row.isFavourite ? Glyph::StarFilled : Glyph::Star, starBox(rect),
                  row.isFavourite ? theme.warning : theme.textFaint);
    QRect room = rect.adjusted(margin + star + gap, 0, -margin, 0);
    if (row.isAdded) {
        drawGlyph(painter, Glyph::Check, QRectF(room.right() - star, room.center().y() - star / 2, star, star), theme.good);
        room.setRight(room.right() - star - gap);
    }
    const QFont titleFont = labelFont(13, isTyped ? QFont::DemiBold : QFont::Normal);
    const QFont hintFont = labelFont(11);
    const QFontMetrics title(titleFont), hint(hintFont);
    const int titleWidth = std::min(title.horizontalAdvance(row.title) + 2, room.width());
    painter.setFont(titleFont);
    painter.setPen(isTyped ? theme.accent : row.reason.isEmpty() ? theme.text : theme.textFaint);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     title.elidedText(row.title, Qt::ElideRight, titleWidth));
    const int left = room.width() - titleWidth - gap;
    const QString right = hint.elidedText(row.reason.isEmpty() ? row.hint : row.reason, Qt::ElideRight, left);
    painter.setFont(hintFont);
    painter.setPen(theme.textMuted);
    if (right.size() > 1) // an ellipsis alone tells nothing
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, right);
}

bool StudyRowDelegate::isOnStar(const StudyRow& row, const QRect& rect, QPoint at)
{
    return row.kind == StudyRow::Kind::Study && starBox(rect).adjusted(-margin, -7, gap / 2, 7).contains(at);
}

bool StudyRowDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                   const QModelIndex& index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const bool isHit =
        isOnStar(m_rows.rows()[static_cast<std::size_t>(index.row())], option.rect, static_cast<QMouseEvent*>(event)->pos());
    if (isHit)
        Q_EMIT starClicked(index.row());
    return isHit;
}

} // namespace spreadline::studies
