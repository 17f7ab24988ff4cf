// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/zone_dialog.h"

#include "style/display_options.h"
#include "style/format.h"
#include "style/wall_time.h"
#include "style/zone_text.h"
#include "widgets/plain_label.h"
#include "widgets/search_field.h"

#include <QActionGroup>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace spreadline {
namespace {

constexpr int choiceRole = Qt::UserRole + 1;
constexpr int rowHeight = 24;
constexpr int wordsRole = Qt::UserRole + 2; ///< all that may be typed to find the row

struct Zone {
    QString name;
    QTimeZone zone;
    int offset = 0;
};

// Cities, from west to east; offsets without a place, links to UTC and the like are no places to live in.
std::vector<Zone> cities(Timestamp now)
{
    std::vector<Zone> zones;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(now.millis(), QTimeZone::utc());
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        if (!id.contains('/') || id.startsWith("Etc/"))
            continue;
        QTimeZone zone(id);
        const int offset = zone.offsetFromUtc(moment);
        zones.push_back({QString::fromLatin1(id), std::move(zone), offset});
    }
    std::ranges::stable_sort(zones, {}, &Zone::offset);
    return zones;
}

QString withoutMnemonic(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

void ZoneFilter::setWords(const QString& text)
{
    m_words = QString(text).replace(QLatin1Char('-'), QChar(u'\u2212')).simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool ZoneFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QString words = sourceModel()->index(row, 0, parent).data(wordsRole).toString();
    return std::ranges::all_of(m_words, [&](const QString& word) { return words.contains(word, Qt::CaseInsensitive); });
}

ZoneDialog::ZoneDialog(DisplayOptions& display, const ThemeSource& themes, Timestamp now, QWidget* parent)
    : QDialog(parent),
      m_display(display),
      m_field(new SearchField(tr("City, region or offset"), themes, this)),
      m_model(new QStandardItemModel(0, ColumnCount, this)),
      m_filter(new ZoneFilter(this)),
      m_list(new QTreeView(this))
{
    setWindowTitle(tr("Time zone"));
    setObjectName(QStringLiteral("zoneDialog"));
    resize(520, 560);
    m_model->setHorizontalHeaderLabels({tr("City"), tr("Region"), tr("Offset"), tr("Now")});
    m_filter->setSourceModel(m_model);
    fill(now);
    buildList();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->setSpacing(10);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setWords(text);
        selectFirst();
    });
    connect(m_field, &SearchField::navigated, this, &ZoneDialog::move);
    connect(m_list, &QTreeView::doubleClicked, this, &ZoneDialog::choose);
    connect(buttons, &QDialogButtonBox::accepted, this, &ZoneDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    selectCurrent();
    m_field->setFocus();
}

void ZoneDialog::fill(Timestamp now)
{
    addRow(QStringLiteral("utc"), QStringLiteral("UTC"), {}, QTimeZone::utc(), now);
    const QTimeZone local = QTimeZone::systemTimeZone();
    addRow(QStringLiteral("local"), tr("Local time"), format::zoneCity(local), local, now);
    for (const QString& name : m_display.recentZones()) {
        const QTimeZone zone(name.toLatin1());
        addRow(name, format::zoneCity(zone), format::zoneRegion(zone), zone, now);
    }
    for (const Zone& each : cities(now)) {
        if (!m_display.recentZones().contains(each.name))
            addRow(each.name, format::zoneCity(each.zone), format::zoneRegion(each.zone), each.zone, now);
    }
}

void ZoneDialog::addRow(const QString& choice, const QString& city, const QString& region, const QTimeZone& zone, Timestamp now)
{
    const QString offset = format::zoneOffset(zone, now);
    const QString clock = format::timeOfDay(now, zone).left(5);
    QList<QStandardItem*> row{new QStandardItem(city), new QStandardItem(region), new QStandardItem(offset),
                              new QStandardItem(clock)};
    row[Clock]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row[City]->setData(choice, choiceRole);
    row[City]->setSizeHint(QSize(0, rowHeight));
    row[City]->setData(QStringList{city, region, offset, choice}.join(u' '), wordsRole);
    if (choice == m_display.zoneChoice()) {
        QFont font = labelFont(12, QFont::DemiBold);
        for (QStandardItem* item : row)
            item->setFont(font);
    }
    m_model->appendRow(row);
}

void ZoneDialog::buildList()
{
    m_list->setObjectName(QStringLiteral("zoneList"));
    m_list->setModel(m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Time zones"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(City, QHeaderView::Stretch);
    for (const auto& [section, width] : {std::pair(Region, 130), std::pair(Offset, 86), std::pair(Clock, 64)})
        m_list->setColumnWidth(section, width);
    m_model->horizontalHeaderItem(Clock)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

int ZoneDialog::shownCount() const
{
    return m_filter->rowCount();
}

void ZoneDialog::selectFirst()
{
    m_list->setCurrentIndex(m_filter->index(0, 0));
}

void ZoneDialog::selectCurrent()
{
    const auto found = m_model->match(m_model->index(0, City), choiceRole, m_display.zoneChoice(), 1, Qt::MatchExactly);
    m_list->setCurrentIndex(found.isEmpty() ? m_filter->index(0, 0) : m_filter->mapFromSource(found.constFirst()));
}

void ZoneDialog::move(int key)
{
    const int rows = m_filter->rowCount();
    if (rows == 0)
        return;
    const int page = 12;
    const int by = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : key == Qt::Key_PageUp ? -page : page;
    m_list->setCurrentIndex(m_filter->index(std::clamp(m_list->currentIndex().row() + by, 0, rows - 1), 0));
}

void ZoneDialog::choose()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !m_display.setZoneChoice(current.siblingAtColumn(City).data(choiceRole).toString()))
        return; // nothing is found by what was typed
    accept();
}

void fillZoneMenu(QMenu& menu, DisplayOptions& display, const ThemeSource& themes)
{
    menu.clear();
    const Timestamp now = wallTime();
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& choice, const QString& text) {
        QAction* action = menu.addAction(withoutMnemonic(text));
        action->setData(choice);
        action->setCheckable(true);
        action->setChecked(choice == display.zoneChoice());
        action->setActionGroup(group);
        QObject::connect(action, &QAction::triggered, &display, [&display, choice] { display.setZoneChoice(choice); });
    };
    add(QStringLiteral("utc"), QStringLiteral("UTC"));
    add(QStringLiteral("local"), ZoneDialog::tr("Local time (%1)").arg(format::zoneName(QTimeZone::systemTimeZone(), now)));
    if (!display.recentZones().isEmpty())
        menu.addSeparator();
    for (const QString& name : display.recentZones())
        add(name, format::zoneName(QTimeZone(name.toLatin1()), now));
    menu.addSeparator();
    QWidget* window = menu.parentWidget() ? menu.parentWidget()->window() : nullptr;
    QObject::connect(menu.addAction(ZoneDialog::tr("&Other zone…")), &QAction::triggered, &display,
                     [&display, &themes, window] { ZoneDialog(display, themes, wallTime(), window).exec(); });
}

} // namespace spreadline
