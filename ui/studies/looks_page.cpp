// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/looks_page.h"

#include "studies/look_button.h"
#include "studies/quiet_label.h"
#include "studies/study_texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>

#include <algorithm>

namespace spreadline::studies {
namespace {

using indicators::Output;

constexpr int widest = 4;
constexpr std::size_t candleParts = 4;

bool isLine(const Output& output)
{
    return output.kind == Output::Kind::Line || output.kind == Output::Kind::Cloud;
}

} // namespace

LooksPage::LooksPage(const chart::ChartStudy& study, const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_study(*study.spec.study), m_looks(study.looks)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(4, 14, 4, 4);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    for (std::size_t i = 0; i < m_study.outputs.size();) {
        const std::size_t count = m_study.outputs[i].kind == Output::Kind::Candle ? candleParts : 1;
        addRow(*grid, i, std::min(count, m_study.outputs.size() - i));
        i += count;
    }
    grid->setRowStretch(grid->rowCount(), 1);
    show(study.looks);
}

void LooksPage::addRow(QGridLayout& grid, std::size_t output, std::size_t count)
{
    const Output& what = m_study.outputs[output];
    const int line = grid.rowCount();
    const QString title = count > 1 ? titleOf(m_study) : titleOf(what);
    const QString name = toQString(what.name);
    Row row{output, count, what.role == Output::Role::UpDown, new QCheckBox(title, this)};
    row.shown->setObjectName(name + QStringLiteral("Shown"));
    grid.addWidget(row.shown, line, 0);
    grid.setRowMinimumHeight(line, 28);
    if (what.kind == Output::Kind::Value) {
        row.shown->setToolTip(tr("It is not drawn. Ticked, its value stands in the legend."));
        grid.addWidget(new QuietLabel(tr("In the legend only"), m_themes, this), line, 1, 1, 3);
    } else {
        row.look = new LookButton(isLine(what) ? LookButton::Sample::Line : LookButton::Sample::Bars, m_themes, this);
        row.look->setObjectName(name + QStringLiteral("Ink"));
        row.look->setAccessibleName(tr("Colour of %1").arg(title));
        row.look->setToolTip(row.isBoth ? tr("Colour. The colour of rises stands for both, rise and fall.") : tr("Colour"));
        grid.addWidget(row.look, line, 1);
    }
    if (isLine(what))
        addLine(grid, row, title);
    m_rows.push_back(row);
    const Row& kept = m_rows.back();
    const auto take = [this, kept] { read(kept); };
    connect(kept.shown, &QCheckBox::toggled, this, take);
    if (kept.look)
        connect(kept.look, &LookButton::picked, this, take);
    for (QComboBox* box : {kept.width, kept.dash}) {
        if (box)
            connect(box, &QComboBox::currentIndexChanged, this, take);
    }
}

void LooksPage::addLine(QGridLayout& grid, Row& row, const QString& title)
{
    const int line = grid.rowCount() - 1;
    const QString name = toQString(m_study.outputs[row.output].name);
    row.width = new QComboBox(this);
    row.width->setObjectName(name + QStringLiteral("Width"));
    row.width->setAccessibleName(tr("Width of %1").arg(title));
    for (int i = 1; i <= widest; ++i)
        row.width->addItem(tr("%1 px").arg(i));
    row.dash = new QComboBox(this);
    row.dash->setObjectName(name + QStringLiteral("Dash"));
    row.dash->setAccessibleName(tr("Pattern of %1").arg(title));
    row.dash->addItems({tr("Solid"), tr("Dashed"), tr("Dotted")});
    grid.addWidget(row.width, line, 2);
    grid.addWidget(row.dash, line, 3);
}

void LooksPage::show(const std::vector<chart::OutputLook>& looks)
{
    m_isShowing = true;
    m_looks = looks;
    for (const Row& row : m_rows) {
        const chart::OutputLook& look = looks[row.output];
        row.shown->setChecked(look.isShown);
        if (row.look) {
            row.look->setLook(look, row.isBoth);
            row.look->setEnabled(look.isShown);
        }
        if (row.width) {
            row.width->setCurrentIndex(look.width - 1);
            row.dash->setCurrentIndex(static_cast<int>(look.dash));
            row.width->setEnabled(look.isShown);
            row.dash->setEnabled(look.isShown);
        }
    }
    m_isShowing = false;
}

void LooksPage::read(const Row& row)
{
    if (m_isShowing)
        return;
    chart::OutputLook look = m_looks[row.output];
    look.isShown = row.shown->isChecked();
    if (row.look) {
        look.ink = row.look->look().ink;
        look.custom = row.look->look().custom;
    }
    if (row.width) {
        look.width = row.width->currentIndex() + 1;
        look.dash = static_cast<Dash>(row.dash->currentIndex());
    }
    for (std::size_t i = 0; i < row.count; ++i)
        m_looks[row.output + i] = look;
    show(std::vector(m_looks));
    Q_EMIT edited();
}

} // namespace spreadline::studies
