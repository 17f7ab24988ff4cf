// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dock_title.h"

#include "widgets/glyph_button.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QPainter>

namespace spreadline {
namespace {

constexpr int textLeft = 10;
constexpr QPoint liftedBy(-28, 28);

} // namespace

DockTitle::DockTitle(QDockWidget& dock, const ThemeSource& themes)
    : QWidget(&dock),
      m_dock(dock),
      m_themes(themes),
      m_row(new QHBoxLayout(this)),
      m_float(new GlyphButton(Glyph::Float, tr("Float or dock"), themes, this))
{
    auto* close = new GlyphButton(Glyph::Close, tr("Close panel"), themes, this);
    m_row->setContentsMargins(0, 0, 4, 0);
    m_row->setSpacing(2);
    m_row->addStretch();
    m_row->addWidget(m_float);
    m_row->addWidget(close);
    connect(m_float, &GlyphButton::clicked, this, &DockTitle::toggleFloating);
    connect(close, &GlyphButton::clicked, &dock, &QDockWidget::close);
    connect(&dock, &QDockWidget::topLevelChanged, this,
            [this](bool floating) { m_float->setGlyph(floating ? Glyph::Dock : Glyph::Float); });
    connect(&dock, &QDockWidget::windowTitleChanged, this, [this] { update(); });
}

void DockTitle::toggleFloating()
{
    const QPoint home = m_dock.mapToGlobal(QPoint());
    m_dock.setFloating(!m_dock.isFloating());
    if (m_dock.isFloating() && m_dock.pos() == home) // it must be seen that it floats, and what it covers
        m_dock.move(home + liftedBy);
}

void DockTitle::setLead(QWidget* lead)
{
    m_row->insertWidget(0, lead, 0, Qt::AlignBottom);
    m_hasLead = true;
}

void DockTitle::addControl(QWidget* control)
{
    m_row->insertWidget(m_row->count() - 2, control);
}

void DockTitle::setCurrent(bool current)
{
    if (m_current == current)
        return;
    m_current = current;
    update();
}

void DockTitle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_themes.theme();
    painter.fillRect(rect(), theme.panelRaised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
    if (m_current)
        painter.fillRect(QRect(0, 0, 2, height()), theme.accent);
    if (m_hasLead)
        return;
    painter.setFont(labelFont(12, QFont::Medium));
    painter.setPen(m_current ? theme.text : theme.textMuted);
    const int room = m_row->itemAt(1) ? m_row->itemAt(1)->geometry().left() - textLeft - 6 : width();
    painter.drawText(QRect(textLeft, 0, std::max(0, room), height() - 1), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_dock.windowTitle(), Qt::ElideRight, std::max(0, room)));
}

} // namespace spreadline
