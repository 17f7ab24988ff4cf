// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/levels_editor.h"

#include "drawings/drawing_painter.h"
#include "widgets/glyph_button.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace spreadline::drawing {
namespace {

constexpr std::size_t most = 40;
constexpr double farthestRatio = 1'000;

} // namespace

LevelsEditor::LevelsEditor(std::vector<Level> levels, const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_levels(std::move(levels)), m_themes(themes)
{
    auto* list = new QWidget(this);
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, 8, 0);
    m_rows->setSpacing(4);
    auto* area = new QScrollArea(this);
    area->setWidget(list);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* more = new QPushButton(tr("Add a level"), this);
    more->setObjectName(QStringLiteral("addLevel"));
    more->setAutoDefault(false);
    connect(more, &QPushButton::clicked, this, [this] {
        if (m_levels.size() >= most)
            return;
        const auto highest = std::ranges::max_element(m_levels, {}, &Level::ratio);
        m_levels.push_back({highest == m_levels.end() ? 0 : highest->ratio + 1});
        rebuild();
        Q_EMIT edited();
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(area, 1);
    column->addWidget(more, 0, Qt::AlignLeft);
    rebuild();
}

void LevelsEditor::rebuild()
{
    while (auto* item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // its own button may be what asked for this
        delete item;
    }
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        m_rows->addWidget(row(i));
    m_rows->addStretch();
}

QWidget* LevelsEditor::row(std::size_t index)
{
    auto* line = new QWidget(this);
    auto* shown = new QCheckBox(line);
    shown->setAccessibleName(tr("Show this level"));
    shown->setChecked(m_levels[index].shown);
    auto* ratio = new QDoubleSpinBox(line);
    ratio->setAccessibleName(tr("Ratio"));
    ratio->setRange(-farthestRatio, farthestRatio);
    ratio->setDecimals(4);
    ratio->setSingleStep(0.1);
    ratio->setValue(m_levels[index].ratio);
    ratio->setFixedWidth(96);
    ratio->setButtonSymbols(QAbstractSpinBox::NoButtons);
    ratio->setFrame(false); // the line edit in it has one
    QPalette coloured = ratio->palette();
    coloured.setColor(QPalette::Text, inkColour(levelInk(m_levels[index].ratio, index), 0, m_themes.theme()));
    ratio->setPalette(coloured);
    auto* remove = new GlyphButton(Glyph::Close, tr("Remove this level"), m_themes, line);
    connect(shown, &QCheckBox::toggled, this, [this, index](bool on) {
        m_levels[index].shown = on;
        Q_EMIT edited();
    });
    connect(ratio, &QDoubleSpinBox::valueChanged, this, [this, index](double value) {
        m_levels[index].ratio = value;
        Q_EMIT edited();
    });
    connect(remove, &GlyphButton::clicked, this, [this, index] {
        m_levels.erase(m_levels.begin() + static_cast<std::ptrdiff_t>(index));
        rebuild();
        Q_EMIT edited();
    });
    auto* across = new QHBoxLayout(line);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(8);
    across->addWidget(shown);
    across->addWidget(ratio);
    across->addWidget(remove);
    across->addStretch();
    return line;
}

} // namespace spreadline::drawing
