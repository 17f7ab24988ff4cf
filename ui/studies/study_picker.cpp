// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_picker.h"

#include "studies/parameter_text.h"
#include "studies/quiet_label.h"
#include "studies/study_detail.h"
#include "studies/study_search.h"
#include "studies/study_texts.h"
#include "studies/typed_study.h"
#include "style/fonts.h"
#include "widgets/search_field.h"

#include <QKeyEvent>
#include <QListView>
#include <QListWidget>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace spreadline::studies {
namespace {

using indicators::StudyInfo;
using indicators::StudySpec;
using Kind = StudyRow::Kind;

constexpr int categoryRole = Qt::UserRole;
constexpr int everything = -1, starred = -2, lastUsed = -3; ///< or a StudyInfo::Category
constexpr int detailWidth = 250, rowHeight = 28;

StudyRow heading(const QString& title)
{
    StudyRow row;
    row.kind = Kind::Heading;
    row.title = title;
    return row;
}

StudyRow note(const QString& text)
{
    StudyRow row;
    row.kind = Kind::Note;
    row.title = text;
    return row;
}

} // namespace

StudyPicker::StudyPicker(const ThemeSource& themes, QWidget* parent)
    : QDialog(parent),
      m_themes(themes),
      m_field(new SearchField(tr("Indicator, or one with its settings: ema 50 4h"), themes, this)),
      m_categories(new QListWidget(this)),
      m_list(new QListView(this)),
      m_rows(new StudyRows(this)),
      m_detail(new StudyDetail(themes, this)),
      m_foot(new QuietLabel({}, themes, this))
{
    setObjectName(QStringLiteral("studyPicker"));
    setWindowTitle(tr("Indicators"));
    m_field->setObjectName(QStringLiteral("studyField"));
    m_field->setFont(labelFont(14));
    m_field->installEventFilter(this);
    m_foot->setFont(labelFont(11));
    addCategories();
    setUpList();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->setSpacing(10);
    column->addWidget(m_field);
    column->addLayout(columns(), 1);
    column->addWidget(m_foot);
    resize(820, 500);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        const bool isBegun = text.size() == 1;
        if (isBegun && m_categories->currentRow() != 0)
            m_categories->setCurrentRow(0); // a search looks everywhere; it rebuilds
        else
            rebuild();
    });
    connect(m_field, &SearchField::navigated, this, &StudyPicker::move);
    connect(m_categories, &QListWidget::currentRowChanged, this, &StudyPicker::rebuild);
    connect(m_detail, &StudyDetail::addWanted, this, &StudyPicker::add);
    connect(m_detail, &StudyDetail::starToggled, this, [this] {
        if (const StudyRow* row = current())
            toggleStar(*row->spec.study);
    });
    connect(&themes, &ThemeSource::themeChanged, this, [this] {
        dress();
        showCurrent();
    });
    dress();
    rebuild();
}

void StudyPicker::addCategories()
{
    const auto item = [this](const QString& text, int category) {
        auto* entry = new QListWidgetItem(text, m_categories);
        entry->setData(categoryRole, category);
        entry->setSizeHint({100, rowHeight});
    };
    item(tr("All"), everything);
    item(tr("Favourites"), starred);
    item(tr("Recently used"), lastUsed);
    for (int i = 0; i <= static_cast<int>(StudyInfo::Category::Derivatives); ++i)
        item(titleOf(static_cast<StudyInfo::Category>(i)), i);
    m_categories->setObjectName(QStringLiteral("categories"));
    m_categories->setAccessibleName(tr("Categories"));
    m_categories->setFrameShape(QFrame::NoFrame);
    m_categories->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_categories->setCurrentRow(0);
    m_categories->setFixedWidth(m_categories->sizeHintForColumn(0) + 24);
}

void StudyPicker::dress()
{
    QPalette quiet = palette(); // only one of the two lists is what Enter acts on
    quiet.setColor(QPalette::Highlight, m_themes.theme().hover);
    quiet.setColor(QPalette::HighlightedText, m_themes.theme().text);
    m_categories->setPalette(quiet);
}

void StudyPicker::setUpList()
{
    auto* delegate = new StudyRowDelegate(*m_rows, m_themes, m_list);
    m_list->setObjectName(QStringLiteral("studyList"));
    m_list->setAccessibleName(tr("Indicators"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(delegate);
    m_list->setMinimumSize(250, 330);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->viewport()->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows are the search field's, which hands them on
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &StudyPicker::showCurrent);
    connect(m_list, &QListView::doubleClicked, this, &StudyPicker::add);
    connect(delegate, &StudyRowDelegate::starClicked, this,
            [this](int row) { toggleStar(*m_rows->rows()[static_cast<std::size_t>(row)].spec.study); });
}

QLayout* StudyPicker::columns()
{
    m_detail->setFixedWidth(detailWidth);
    auto* across = new QHBoxLayout;
    across->setSpacing(9);
    across->addWidget(m_categories);
    across->addWidget(m_list, 1);
    across->addWidget(m_detail);
    return across;
}

void StudyPicker::setContext(const ChartContext& context)
{
    ChartContext before = std::exchange(m_context, context);
    before.taken = context.taken; // does not change what is listed, and lines that stay can be read on
    if (before == context)
        return;
    m_detail->setContext(context);
    rebuild();
}

void StudyPicker::setChoices(const StudyChoices& choices)
{
    m_choices = choices;
    rebuild();
}

void StudyPicker::ask(const QString& text)
{
    if (!isVisible()) {
        m_added.clear();
        m_foot->setText(tr("Enter adds · Up and Down choose · Esc closes"));
    }
    m_categories->setCurrentRow(0);
    m_field->setText(text);
    rebuild();
    show();
    raise();
    activateWindow();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->end(false);
}

bool StudyPicker::isInCategory(const StudyInfo& study) const
{
    const int category = m_categories->currentItem()->data(categoryRole).toInt();
    switch (category) {
    case everything: return true;
    case starred: return m_choices.isFavourite(study);
    case lastUsed: return m_choices.recent.contains(toQString(study.name));
    default: return static_cast<int>(study.category) == category;
    }
}

StudyRow StudyPicker::rowOf(const StudyInfo& study) const
{
    StudyRow row;
    row.spec = m_choices.fresh(study).spec;
    for (std::size_t i = 0; i < study.parameters.size(); ++i) {
        if (isMoment(study.parameters[i]) && m_context.anchor)
            row.spec.arguments[i] = static_cast<double>(m_context.anchor->millis());
    }
    row.title = titleOf(study);
    row.hint = QString::fromStdString(chart::shortName(row.spec));
    row.reason = missingText(row.spec.inputs(), m_context.supplied);
    row.isFavourite = m_choices.isFavourite(study);
    row.isAdded = m_added.contains(&study);
    return row;
}

StudyRow StudyPicker::typedRow(const StudySpec& spec) const
{
    StudyRow row = rowOf(*spec.study);
    row.kind = Kind::Typed;
    row.spec = spec;
    row.hint = row.title;
    row.title = tr("Add %1").arg(QString::fromStdString(chart::shortName(spec)));
    row.reason = missingText(spec.inputs(), m_context.supplied);
    row.isAdded = false;
    const bool isLonger = spec.higher && m_context.bars;
    if (isLonger && !indicators::makeStudy(spec, m_context.bars))
        row.reason = tr("Bars of %1 do not make up bars of %2.")
                         .arg(QString::fromStdString(toString(*m_context.bars)), QString::fromStdString(toString(*spec.higher)));
    return row;
}

std::vector<StudyRow> StudyPicker::searched(const QString& text) const
{
    std::vector<StudyRow> rows;
    const TypedStudy typed = readTyped(text, m_context.zone);
    if (typed.spec)
        rows.push_back(typedRow(*typed.spec));
    if (!typed.problem.isEmpty())
        rows.push_back(note(typed.problem));
    // What stands before the settings is still a search.
    const QString words = rows.empty() ? text : text.section(QRegularExpression(QStringLiteral("[\\s(@]")), 0, 0);
    for (const StudyInfo* study : findStudies(words)) {
        if (isInCategory(*study))
            rows.push_back(rowOf(*study));
    }
    if (rows.empty())
        rows.push_back(note(tr("Nothing is called “%1”.").arg(text)));
    return rows;
}

std::vector<StudyRow> StudyPicker::browsed() const
{
    std::vector<StudyRow> rows;
    const auto section = [this, &rows](const QString& title, const QStringList& names) {
        const auto before = rows.size();
        for (const QString& name : names) {
            if (const StudyInfo* study = indicators::findStudy(name.toStdString()))
                rows.push_back(rowOf(*study));
        }
        if (rows.size() > before)
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(before), heading(title));
    };
    const int category = m_categories->currentItem()->data(categoryRole).toInt();
    if (category == everything || category == starred)
        section(tr("Favourites"), m_choices.favourites);
    if (category == everything || category == lastUsed)
        section(tr("Recently used"), m_choices.recent);
    for (int i = 0; i <= static_cast<int>(StudyInfo::Category::Derivatives); ++i) {
        QStringList names;
        for (const StudyInfo& study : indicators::allStudies()) {
            if (static_cast<int>(study.category) == i && (category == everything || category == i))
                names.append(toQString(study.name));
        }
        section(titleOf(static_cast<StudyInfo::Category>(i)), names);
    }
    if (rows.empty())
        rows.push_back(note(category == starred ? tr("Nothing is starred yet. Click the star of an indicator.")
                                                : tr("Nothing was used yet.")));
    return rows;
}

void StudyPicker::rebuild()
{
    const QString text = m_field->text().trimmed();
    m_rows->setRows(text.isEmpty() ? browsed() : searched(text));
    const int first = m_rows->nextStudy(0, 1);
    m_list->setCurrentIndex(m_rows->index(std::max(0, first)));
    m_list->scrollToTop();
    showCurrent();
}

const StudyRow* StudyPicker::current() const
{
    const QModelIndex index = m_list->currentIndex();
    const StudyRow* row = index.isValid() ? &m_rows->rows()[static_cast<std::size_t>(index.row())] : nullptr;
    return row && row->isStudy() ? row : nullptr;
}

void StudyPicker::showCurrent()
{
    m_detail->show(current());
}

void StudyPicker::move(int key)
{
    const int page = std::max(1, m_list->height() / rowHeight - 1);
    const int by = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : key == Qt::Key_PageUp ? -page : page;
    const int direction = by < 0 ? -1 : 1;
    const int wanted = std::clamp(m_list->currentIndex().row() + by, 0, std::max(0, m_rows->rowCount() - 1));
    int row = m_rows->nextStudy(wanted, direction);
    if (row < 0)
        row = m_rows->nextStudy(wanted, -direction);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_rows->index(row));
    if (m_rows->nextStudy(row - 1, -1) < 0)
        m_list->scrollToTop(); // with its heading
}

void StudyPicker::add()
{
    const StudyRow* row = current();
    if (!row || !row->reason.isEmpty())
        return;
    const auto symbol = m_detail->secondSymbol();
    if (!symbol)
        return;
    chart::ChartStudy study = m_choices.fresh(row->spec, m_context.taken);
    study.otherSymbol = *symbol;
    const StudyInfo& info = *study.spec.study;
    m_context.taken.push_back(study);
    m_added.insert(&info);
    m_choices.noteUse(info);
    m_rows->markAdded(info);
    m_foot->setText(tr("Added: %1").arg(QString::fromStdString(chart::shortName(study.spec))));
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll(); // what is typed next begins anew
    Q_EMIT chosen(study);
    Q_EMIT choicesChanged();
}

void StudyPicker::toggleStar(const StudyInfo& study)
{
    m_choices.toggleFavourite(study);
    m_rows->markFavourite(study, m_choices.isFavourite(study)); // lines stay where they are under the pointer
    showCurrent();
    Q_EMIT choicesChanged();
}

bool StudyPicker::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = watched == m_field && event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        reject(); // at once, not only the text
        return true;
    }
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonDblClick) {
        const QPoint at = static_cast<QMouseEvent*>(event)->pos();
        const QModelIndex index = m_list->indexAt(at);
        // Two clicks on a star are two clicks on a star.
        return index.isValid()
            && StudyRowDelegate::isOnStar(m_rows->rows()[static_cast<std::size_t>(index.row())], m_list->visualRect(index), at);
    }
    return QDialog::eventFilter(watched, event);
}

void StudyPicker::paintEvent(QPaintEvent* event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.setPen(m_themes.theme().border);
    for (const QWidget* column : {static_cast<const QWidget*>(m_categories), static_cast<const QWidget*>(m_list)})
        painter.drawLine(column->geometry().topRight() + QPoint(5, 0), column->geometry().bottomRight() + QPoint(5, 0));
}

} // namespace spreadline::studies
